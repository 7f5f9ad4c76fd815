package org.thalweg.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * An experiment's file: a path, or the name of one of the examples that come with Thalweg.
 *
 * @param name the file's name without extension, which names the run
 * @param text its content
 * @param folder where paths of files that it names begin: its own folder; for the experiment of a
 *     run folder the one that the run's provenance names, so that a run can be repeated in place
 * @param run the run folder that it is the experiment of, if it is that of one
 */
record ExperimentFile(String name, String text, Path folder, Optional<Path> run) {
  private static final String RESOLVED = "experiment.json";
  private static final String PROVENANCE = "provenance.json";
  private static final String HOME = "thalweg.home";
  private static final String EXAMPLES = "examples";
  private static final String EXTENSION = ".json";
  private static final String COMMENTED = ".jsonc";
  private static final long LARGEST = 64L << 20;

  static ExperimentFile find(String wanted, BundleContext context) {
    return look(wanted, context)
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.USAGE,
                    context.getProperty(HOME) == null
                        ? "there is no file " + wanted
                        : "there is no file "
                            + wanted
                            + ", and no example of that name; examples: "
                            + names(context)));
  }

  /** The file or the example, or empty if there is neither. */
  static Optional<ExperimentFile> look(String wanted, BundleContext context) {
    Path given = path(wanted);
    // A pipe is as good as a file: thalweg run <(jq ... base.json).
    if (Files.exists(given) && !Files.isDirectory(given)) {
      return Optional.of(read(given));
    }
    String home = context.getProperty(HOME);
    if (home == null) {
      return Optional.empty();
    }
    Path example = Path.of(home, EXAMPLES).resolve(path(wanted + EXTENSION).getFileName());
    if (given.getNameCount() == 1 && Files.isRegularFile(example)) {
      return Optional.of(read(example));
    }
    if (Files.isDirectory(given)) {
      throw new UserError(ExitCode.USAGE, wanted + " is a folder; give an experiment's file");
    }
    return Optional.empty();
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UserError(ExitCode.USAGE, "'" + text + "' is no path: " + e.getReason());
    }
  }

  /** The names of the examples, none if they cannot be listed. */
  static List<String> examples(BundleContext context) {
    String home = context.getProperty(HOME);
    if (home == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(home, EXAMPLES))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(EXTENSION))
          .map(f -> f.substring(0, f.length() - EXTENSION.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String names(BundleContext context) {
    List<String> names = examples(context);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static Optional<Path> run(Path file) {
    Path own = file.toAbsolutePath().getParent();
    return Optional.of(own)
        .filter(f -> file.endsWith(RESOLVED) && Files.isRegularFile(f.resolve(PROVENANCE)));
  }

  /** What comes through a pipe stands in no folder, and takes the current one. */
  private static Path folder(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Path.of("");
    }
    Path own = file.toAbsolutePath().getParent();
    if (run(file).isEmpty()) {
      return own;
    }
    Path provenance = own.resolve(PROVENANCE);
    return JsonText.read(Files.readString(provenance))
        .value()
        .filter(json -> json.type() == JsonNode.Type.OBJECT)
        .flatMap(json -> json.get("folder"))
        .filter(folder -> folder.type() == JsonNode.Type.STRING)
        .map(folder -> path(folder.text()))
        .filter(Files::isDirectory)
        .orElse(own);
  }

  /** The content, without the comments that files of this name may hold. */
  private static String text(Path file, String name) throws IOException {
    String text = Files.readString(file);
    return name.endsWith(COMMENTED) ? JsonText.withoutComments(text).orThrow() : text;
  }

  private static ExperimentFile read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UserError(
            ExitCode.INVALID_EXPERIMENT,
            file + " has " + Files.size(file) + " bytes; an experiment has at most " + LARGEST);
      }
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      return new ExperimentFile(
          dot > 0 ? name.substring(0, dot) : name, text(file, name), folder(file), run(file));
    } catch (CharacterCodingException e) {
      throw new UserError(
          ExitCode.INVALID_EXPERIMENT, file + " is not text in UTF-8; save it as UTF-8");
    } catch (AccessDeniedException e) {
      throw new UserError(ExitCode.USAGE, "cannot read " + file + ": permission denied");
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage());
    }
  }
}
