package org.thalweg.cli;

import java.util.concurrent.Callable;
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
    System.out.print(AutoComplete.bash("thalweg", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
