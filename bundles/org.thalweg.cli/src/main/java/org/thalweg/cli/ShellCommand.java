package org.thalweg.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg shell}: a conversation with the running framework. */
@Command(
    name = "shell",
    description = "Talks with the running framework; plugins may come and go meanwhile.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Every command of thalweg is a command of the shell; lb lists the bundles, help all"
          + " commands.",
      "Words with [, $ or blanks are quoted: run flat-valley --set 'methods[sgd].walkers=1000'",
      "",
      "Examples:",
      "  thalweg shell",
      "  thalweg shell -c 'list --kind noise; lb -s | grep thalweg'",
      "  echo 'run flat-valley --quiet' | thalweg shell"
    })
final class ShellCommand implements Callable<Integer> {
  private final BundleContext context;

  @Option(
      names = "-c",
      paramLabel = "COMMANDS",
      description = "runs these and ends, with the exit code of the last; repeatable")
  private List<String> commands = new ArrayList<>();

  ShellCommand(BundleContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      @SuppressWarnings("rawtypes")
      Collection<ServiceReference<ToIntFunction>> found =
          context.getServiceReferences(ToIntFunction.class, "(thalweg.command=shell)");
      if (found.isEmpty()) {
        throw new UserError(
            ExitCode.USAGE, "the shell was not started with the framework; use bin/thalweg shell");
      }
      @SuppressWarnings("unchecked") // the property says what it is
      ToIntFunction<String[]> shell = context.getService(found.iterator().next());
      return shell.applyAsInt(commands.toArray(String[]::new));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
