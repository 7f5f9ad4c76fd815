package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.params.Checked;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;

/**
 * Reads what of an experiment is to be varied, from its key {@code sweep} and from the command
 * line.
 *
 * <pre>{@code
 * "sweep": {"over": [{"problem.noise.delta": "logspace(1e-3, 1e-1, 20)"},
 *                    {"problem.learningRate": [0.01, 0.02], "problem.horizon": [100, 50]}],
 *           "replicas": 3,
 *           "figures": ["moments.variance-0"]}
 * }</pre>
 *
 * <p>The elements of {@code over} make a product; several paths in one element go together. On a
 * command line the same is said by {@code problem.noise.delta=logspace(1e-3,1e-1,20)} and {@code
 * problem.learningRate,problem.horizon=zip(0.01,0.02; 100,50)}. What a command line says of a path
 * replaces what the file says of it.
 */
public final class SweepReader {
  /** The most points of a sweep, replicas counted. */
  public static final int MOST_POINTS = 1_000_000;

  private static final Set<String> KEYS = Set.of("over", "replicas", "figures");
  private static final Pattern ZIP = Pattern.compile("\\s*zip\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,6}");

  private final List<Finding> findings = new ArrayList<>();
  private final List<SweepAxis> axes = new ArrayList<>();
  private int replicas = 1;
  private final List<String> figures = new ArrayList<>();
  private final Set<String> varied = new HashSet<>();

  private SweepReader() {}

  /**
   * Reads the sweep of an experiment, and where there is something wrong with it, or with the text,
   * tells what is wrong with the rest of the experiment as well.
   *
   * @param tree the experiment, and what was found when it was read
   * @param typed axes from the command line, each as PATH=VALUES
   * @param repeats the replicas from the command line
   * @param around what the experiment's names refer to
   * @return the sweep; empty if neither file nor command line asks for one
   * @throws InvalidExperimentException with everything that is wrong, but for what is missing or
   *     wrong at places that are to be varied
   */
  public static Optional<Sweep> read(
      Checked<JsonNode> tree, List<String> typed, OptionalInt repeats, Surroundings around) {
    if (tree.value().isEmpty()) {
      throw new InvalidExperimentException(tree.findings());
    }
    JsonNode node = tree.value().get();
    if (node.get(Sweep.KEY).isEmpty() && typed.isEmpty() && repeats.isEmpty()) {
      return Optional.empty();
    }
    SweepReader reader = new SweepReader();
    Optional<Sweep> sweep = reader.sweep(node, typed, repeats);
    if (sweep.isPresent() && tree.findings().isEmpty()) {
      return sweep;
    }
    List<Finding> all = new ArrayList<>(reader.findings);
    try {
      ExperimentReader.read(base(node), tree.findings(), around.folder(), around.catalogue());
    } catch (InvalidExperimentException e) {
      e.findings().stream().filter(f -> !reader.varies(f.path())).forEach(all::add);
    }
    throw new InvalidExperimentException(all);
  }

  /**
   * Reads the sweep of an experiment.
   *
   * @param tree the experiment
   * @param typed axes from the command line, each as PATH=VALUES
   * @param repeats the replicas from the command line
   * @return the sweep; empty if neither file nor command line asks for one
   * @throws InvalidExperimentException with everything that is wrong with it
   */
  public static Optional<Sweep> read(JsonNode tree, List<String> typed, OptionalInt repeats) {
    if (tree.get(Sweep.KEY).isEmpty() && typed.isEmpty() && repeats.isEmpty()) {
      return Optional.empty();
    }
    SweepReader reader = new SweepReader();
    Optional<Sweep> sweep = reader.sweep(tree, typed, repeats);
    if (sweep.isEmpty()) {
      throw new InvalidExperimentException(reader.findings);
    }
    return sweep;
  }

  /** The sweep, or empty if there are findings. */
  private Optional<Sweep> sweep(JsonNode tree, List<String> typed, OptionalInt repeats) {
    tree.get(Sweep.KEY).ifPresent(this::file);
    commandLine(typed);
    repeats.ifPresent(this::repeat);
    check();
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Sweep(base(tree), axes, replicas, figures));
  }

  private static JsonNode base(JsonNode tree) {
    return tree.type() == JsonNode.Type.OBJECT ? tree.without(Sweep.KEY) : tree;
  }

  private boolean varies(String path) {
    return varied.stream()
        .anyMatch(v -> path.equals(v) || path.startsWith(v + ".") || path.startsWith(v + "["));
  }

  private void found(String path, String message) {
    findings.add(new Finding(path, message));
  }

  private void file(JsonNode node) {
    if (node.type() != JsonNode.Type.OBJECT) {
      found(node.path(), "must be an object such as {\"over\": [{\"problem.batch\": [1, 8]}]}");
      return;
    }
    for (String key : node.keys()) {
      if (!KEYS.contains(key)) {
        found(node.path(key), "unknown; known keys: over, replicas, figures");
      }
    }
    node.get("over").ifPresent(this::over);
    node.get("replicas")
        .ifPresent(
            n -> {
              if (n.type() == JsonNode.Type.NUMBER && COUNT.matcher(n.text()).matches()) {
                replicas = Integer.parseInt(n.text());
              } else {
                found(n.path(), n + " must be an integer, at least 1");
              }
            });
    node.get("figures").ifPresent(this::figures);
    if (node.get("over").isEmpty() && node.get("replicas").isEmpty()) {
      found(node.path(), "has no points; give 'over', 'replicas' or both");
    }
  }

  private void figures(JsonNode list) {
    for (JsonNode f : list.elements()) {
      if (f.type() == JsonNode.Type.STRING) {
        figures.add(f.text());
      }
    }
    if (list.type() != JsonNode.Type.ARRAY || figures.size() < list.elements().size()) {
      found(list.path(), "must be a list of quantities such as [\"moments.mean-0\"]");
    }
  }

  private void over(JsonNode over) {
    if (over.type() != JsonNode.Type.ARRAY) {
      found(
          over.path(),
          "must be a list of axes, each an object from path to values, such as"
              + " [{\"problem.batch\": [1, 8]}]; paths in one object go together");
      return;
    }
    if (over.elements().isEmpty()) {
      found(over.path(), "is empty, a sweep of no points; give an axis or leave 'over' out");
    }
    for (JsonNode element : over.elements()) {
      if (element.type() != JsonNode.Type.OBJECT || element.keys().isEmpty()) {
        found(element.path(), "must be an object from path to values");
        continue;
      }
      List<SweepAxis.Track> tracks = new ArrayList<>();
      for (String path : element.keys()) {
        track(element.path(path), path, element.get(path).orElseThrow()).ifPresent(tracks::add);
      }
      if (tracks.size() == element.keys().size()) {
        axis(element.path(), tracks).ifPresent(axes::add);
      }
    }
  }

  private Optional<SweepAxis.Track> track(String place, String path, JsonNode written) {
    varied.add(path);
    try {
      String sweepable = sweepable(path);
      return Optional.of(new SweepAxis.Track(sweepable, written, SweepValues.of(written)));
    } catch (SweepValues.Refused e) {
      found(place, e.getMessage());
      return Optional.empty();
    }
  }

  private static String sweepable(String path) throws SweepValues.Refused {
    if (path.isBlank()) {
      throw new SweepValues.Refused("the path is missing; write for example problem.batch");
    }
    if (path.equals("type") || path.endsWith(".type")) {
      throw new SweepValues.Refused(
          "a type alone would leave another's parameters beside it; sweep the whole object, as in"
              + " [{\"type\": \"isotropic\"}, {\"type\": \"none\"}]");
    }
    for (String fixed : List.of(Sweep.KEY, "thalweg", "numerics")) {
      if (path.equals(fixed) || path.startsWith(fixed + ".") || path.startsWith(fixed + "[")) {
        throw new SweepValues.Refused("'" + fixed + "' cannot be swept");
      }
    }
    return path;
  }

  private Optional<SweepAxis> axis(String place, List<SweepAxis.Track> tracks) {
    int size = tracks.get(0).values().size();
    for (SweepAxis.Track track : tracks) {
      if (track.values().size() != size) {
        found(
            place,
            "what goes together must be equally long, but "
                + tracks.get(0).path()
                + " takes "
                + size
                + " values and "
                + track.path()
                + " takes "
                + track.values().size()
                + "; for a product give each an axis of its own");
        return Optional.empty();
      }
    }
    return Optional.of(new SweepAxis(tracks));
  }

  private void commandLine(List<String> typed) {
    List<SweepAxis> own = new ArrayList<>();
    for (String text : typed) {
      String place = "--sweep " + text;
      int equals = text.indexOf('=');
      if (equals < 1) {
        found(place, "write PATH=VALUES, such as problem.batch=1,8,64");
        continue;
      }
      List<String> paths =
          Splitting.at(text.substring(0, equals), ',').stream().map(String::strip).toList();
      List<String> values = List.of(text.substring(equals + 1));
      var zip = ZIP.matcher(values.get(0));
      if (zip.matches()) {
        values = Splitting.at(zip.group(1), ';');
      }
      if (paths.size() != values.size()) {
        found(
            place,
            "names "
                + paths.size()
                + (paths.size() == 1 ? " path" : " paths")
                + " and "
                + values.size()
                + (values.size() == 1 ? " set" : " sets")
                + " of values; paths that go together are written A,B=zip(1,2; 3,4)");
        continue;
      }
      List<SweepAxis.Track> tracks = new ArrayList<>();
      for (int i = 0; i < paths.size(); i++) {
        try {
          track(place, paths.get(i), SweepValues.typed(values.get(i))).ifPresent(tracks::add);
        } catch (SweepValues.Refused e) {
          found(place, e.getMessage());
        }
      }
      if (tracks.size() == paths.size()) {
        axis(place, tracks).ifPresent(own::add);
      }
    }
    for (SweepAxis axis : own) {
      Set<String> paths = paths(axis);
      axes.removeIf(a -> !own.contains(a) && paths(a).equals(paths));
    }
    axes.addAll(own);
  }

  private void repeat(int times) {
    if (times < 1) {
      found("--replicas", times + " must be at least 1");
    } else {
      replicas = times;
    }
  }

  private static Set<String> paths(SweepAxis axis) {
    Set<String> paths = new HashSet<>();
    axis.tracks().forEach(t -> paths.add(t.path()));
    return paths;
  }

  /** A path given twice, or one that would overwrite an earlier one, is a mistake. */
  private void check() {
    List<String> earlier = new ArrayList<>();
    long points = replicas;
    for (SweepAxis axis : axes) {
      points = Math.min(points * axis.size(), Long.MAX_VALUE / SweepValues.MOST);
      for (SweepAxis.Track track : axis.tracks()) {
        for (String other : earlier) {
          if (other.equals(track.path())) {
            found(Sweep.KEY, other + " is swept twice; remove one");
          } else if (other.startsWith(track.path() + ".") || other.startsWith(track.path() + "[")) {
            found(
                Sweep.KEY,
                track.path() + " would overwrite " + other + "; let it come before that");
          }
        }
        earlier.add(track.path());
      }
    }
    if (points > MOST_POINTS) {
      found(
          Sweep.KEY,
          "has "
              + (points == Long.MAX_VALUE / SweepValues.MOST ? "far too many" : points)
              + " points; at most "
              + MOST_POINTS
              + " are allowed");
    }
  }
}
