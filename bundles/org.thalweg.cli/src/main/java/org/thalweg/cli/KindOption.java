package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.engine.describe.Describer;
import org.thalweg.params.Suggestions;
import picocli.CommandLine.Option;

/** The option {@code --kind}, which knows the kinds of plugins and predictions too. */
final class KindOption {
  /** The labels that the option takes. */
  static final class Labels extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Labels() {
      super(Describer.kinds());
    }
  }

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      completionCandidates = Labels.class,
      description = "one kind only: ${COMPLETION-CANDIDATES}")
  private Optional<String> kind = Optional.empty();

  /** Whether things of a kind are wanted. */
  boolean allows(String label) {
    return wanted().map(label::equals).orElse(true);
  }

  /** The kind that was asked for. */
  Optional<String> wanted() {
    return kind.map(KindOption::checked);
  }

  private static String checked(String given) {
    List<String> known = Describer.kinds();
    String lower = given.toLowerCase(Locale.ROOT);
    if (!known.contains(lower)) {
      throw new UserError(
          ExitCode.USAGE,
          "--kind "
              + given
              + " is no kind of plugin"
              + Suggestions.nearest(given, known).map(n -> "; did you mean " + n + "?").orElse("")
              + System.lineSeparator()
              + "kinds: "
              + String.join(", ", known));
    }
    return lower;
  }
}
