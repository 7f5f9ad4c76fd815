package org.thalweg.cli;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thalweg completion}: a script that completes commands, options and names. */
@Command(
    name = "completion",
    description = "Prints a script with which a shell completes commands, options and names.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The script knows what is installed now. One script serves both shells: in zsh it loads",
      "bashcompinit by itself.",
      "",
      "Examples:",
      "  source <(thalweg completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The list of names beside which files are offered, in the words of picocli's script. */
  private static final Pattern FILE_OR_NAME =
      Pattern.compile("  local (EXPERIMENT|WORKLOAD)_pos_param_args=");

  private static final String FILES =
      """
      # An experiment is a file as well.
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY+=( $(compgen -d -- "${curr_word}") $(compgen -f -X '!*.json*' -- "${curr_word}") )
      """;

  /** The shells that there is a script for. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell;

  @Override
  public Integer call() {
    System.out.print(withFiles(AutoComplete.bash("thalweg", spec.root().commandLine())));
    return ExitCode.OK;
  }

  /** Where an argument is the name of something or a file, offers files beside the names. */
  private static String withFiles(String script) {
    StringBuilder all = new StringBuilder();
    boolean file = false;
    for (String line : script.lines().toList()) {
      all.append(line).append('\n');
      if (line.startsWith("function ")) {
        file = false;
      }
      file |= FILE_OR_NAME.matcher(line).lookingAt();
      if (file && line.startsWith("    COMPREPLY=( $(compgen -W \"${commands")) {
        all.append(FILES.indent(4));
        file = false;
      }
    }
    return all.toString();
  }
}
