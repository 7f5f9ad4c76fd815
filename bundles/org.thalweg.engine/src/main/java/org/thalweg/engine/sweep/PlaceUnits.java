package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.ProblemSpec;
import org.thalweg.params.JsonNode;
import org.thalweg.params.Parameter;
import org.thalweg.params.ParameterTable;

/** Finds the unit that a place of an experiment is measured in, for the axes of figures. */
final class PlaceUnits {
  private static final Pattern STEP = Pattern.compile("(.*)\\.([^.\\]]+(\\[\\d+\\])?)");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  private PlaceUnits() {}

  /**
   * The unit of a place.
   *
   * @param experiment an experiment that has it
   * @return the unit; empty for pure numbers, and where it is not known
   */
  static String of(JsonNode experiment, String path, Snapshot catalogue) {
    if (path.startsWith("problem.")) {
      String own = unit(ParameterTable.of(new ProblemSpec()), path.substring("problem.".length()));
      if (!own.isEmpty()) {
        return own;
      }
    }
    // the nearest plugin around the place declares it
    List<String> rest = new ArrayList<>();
    for (Matcher m = STEP.matcher(path); m.matches(); m = STEP.matcher(m.group(1))) {
      rest.add(0, m.group(2));
      Optional<JsonNode> type = experiment.find(m.group(1)).flatMap(n -> n.get("type"));
      if (type.isPresent()) {
        String place = String.join(".", rest);
        List<String> units =
            Stream.of(Kind.values())
                .flatMap(kind -> catalogue.find(kind, type.get().text()).stream())
                .map(f -> unit(parameters(f), place))
                .filter(u -> !u.isEmpty())
                .distinct()
                .toList();
        if (units.size() == 1) {
          return units.get(0);
        }
      }
    }
    return "";
  }

  private static List<Parameter> parameters(Factory<?> factory) {
    return ParameterTable.of(factory.defaults());
  }

  private static String unit(List<Parameter> table, String place) {
    String general = INDEX.matcher(place).replaceAll("[]");
    List<String> units =
        table.stream()
            .filter(p -> p.path().equals(general) || (p.path() + "[]").equals(general))
            .map(Parameter::unit)
            .distinct()
            .toList();
    return units.size() == 1 ? units.get(0) : "";
  }
}
