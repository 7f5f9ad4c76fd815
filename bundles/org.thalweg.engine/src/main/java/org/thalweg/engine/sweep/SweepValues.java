package org.thalweg.engine.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.params.Checked;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.Suggestions;

/**
 * Turns what a user writes for the values of one place into the values.
 *
 * <ul>
 *   <li>{@code linspace(from, to, count)}: evenly spaced, both ends included;
 *   <li>{@code logspace(from, to, count)}: evenly spaced in their logarithm, both ends included;
 *       the ends are the values themselves, not exponents;
 *   <li>{@code range(from, to)} or {@code range(from, to, step)}: from, from + step and so on, up
 *       to the end, which is included where it is met;
 *   <li>a list of any values.
 * </ul>
 */
final class SweepValues {
  /** The most values of one place. */
  static final int MOST = 1_000_000;

  /** Digits kept inside, so that the middle of logspace(0.001, 0.1, 3) is 0.01 and no neighbour. */
  private static final MathContext LOGARITHMIC = new MathContext(12, RoundingMode.HALF_EVEN);

  private static final MathContext LINEAR = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final Set<String> FUNCTIONS =
      new TreeSet<>(Set.of("linspace", "logspace", "range"));
  private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z]\\w*)\\s*\\((.*)\\)\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final String REMEDY =
      "write linspace(from, to, count), logspace(from, to, count), range(from, to, step) or a list"
          + " of values";

  private SweepValues() {}

  /** Says what is wrong with values as they were written. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /** The values of what stands in a file. */
  static List<JsonNode> of(JsonNode written) throws Refused {
    switch (written.type()) {
      case ARRAY -> {
        if (written.elements().isEmpty()) {
          throw new Refused("is an empty list, which makes a sweep of no points; " + REMEDY);
        }
        return checked(written.elements());
      }
      case OBJECT -> {
        return ofObject(written);
      }
      case STRING -> {
        Matcher call = CALL.matcher(written.text());
        if (!call.matches()) {
          throw new Refused("'" + written.text() + "' is no set of values; " + REMEDY);
        }
        return ofCall(call);
      }
      default -> throw new Refused(written + " is one value, not several; " + REMEDY);
    }
  }

  /** What a file would hold in place of what was typed on a command line. */
  static JsonNode typed(String text) throws Refused {
    if (CALL.matcher(text).matches()) {
      return JsonNode.string(text.strip());
    }
    if (text.isBlank()) {
      throw new Refused("the values are missing; " + REMEDY);
    }
    Checked<JsonNode> list = JsonText.read(text);
    if (list.valid() && list.orThrow().type() == JsonNode.Type.ARRAY) {
      return list.orThrow();
    }
    List<JsonNode> values = new ArrayList<>();
    for (String part : Splitting.at(text, ',')) {
      if (part.isBlank()) {
        throw new Refused("'" + text + "' has an empty value between its commas; " + REMEDY);
      }
      values.add(JsonNode.typed(part.strip()));
    }
    return JsonNode.array(values);
  }

  private static List<JsonNode> ofObject(JsonNode written) throws Refused {
    if (written.keys().size() != 1) {
      throw new Refused("has the keys " + written.keys() + ", but takes one of " + FUNCTIONS);
    }
    String name = written.keys().iterator().next();
    JsonNode arguments = written.get(name).orElseThrow();
    known(name);
    if (arguments.type() != JsonNode.Type.ARRAY) {
      throw new Refused(name + " takes a list of numbers, as in {\"" + name + "\": [0.1, 0.5, 5]}");
    }
    List<String> numbers = new ArrayList<>();
    for (JsonNode argument : arguments.elements()) {
      if (argument.type() != JsonNode.Type.NUMBER) {
        throw new Refused(argument + " in " + name + " is no number");
      }
      numbers.add(argument.text());
    }
    return call(name, numbers);
  }

  private static List<JsonNode> ofCall(Matcher call) throws Refused {
    known(call.group(1));
    List<String> numbers = new ArrayList<>();
    for (String part : Splitting.at(call.group(2), ',')) {
      numbers.add(part.strip());
    }
    return call(call.group(1), numbers);
  }

  private static void known(String name) throws Refused {
    if (!FUNCTIONS.contains(name)) {
      String question =
          Suggestions.nearest(name, FUNCTIONS).map(n -> "did you mean '" + n + "'? ").orElse("");
      throw new Refused("'" + name + "' is not known; " + question + REMEDY);
    }
  }

  private static List<JsonNode> call(String name, List<String> arguments) throws Refused {
    boolean range = name.equals("range");
    if (arguments.size() != 3 && !(range && arguments.size() == 2)) {
      throw new Refused(
          name
              + " takes "
              + (range ? "two or three numbers: from, to, step" : "three numbers: from, to, count")
              + "; it has "
              + (arguments.equals(List.of("")) ? 0 : arguments.size()));
    }
    List<BigDecimal> numbers = new ArrayList<>();
    for (String argument : arguments) {
      if (!NUMBER.matcher(argument).matches()) {
        throw new Refused("'" + argument + "' in " + name + " is no number");
      }
      BigDecimal number = new BigDecimal(argument);
      if (!Double.isFinite(number.doubleValue())) {
        throw new Refused(argument + " in " + name + " is too large for a double");
      }
      numbers.add(number);
    }
    BigDecimal third = numbers.size() == 3 ? numbers.get(2) : BigDecimal.ONE;
    return range
        ? range(numbers.get(0), numbers.get(1), third)
        : spaced(name, numbers.get(0), numbers.get(1), third);
  }

  private static List<JsonNode> range(BigDecimal from, BigDecimal to, BigDecimal step)
      throws Refused {
    if (step.signum() == 0 || (to.compareTo(from) != 0 && to.compareTo(from) != step.signum())) {
      throw new Refused(
          "range from " + from + " to " + to + " in steps of " + step + " never arrives");
    }
    BigDecimal whole = to.subtract(from).divide(step, LINEAR);
    if (whole.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
      throw new Refused("range has more than " + MOST + " values; take a larger step");
    }
    int last = to.subtract(from).divideToIntegralValue(step).intValueExact();
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      BigDecimal value = from.add(step.multiply(BigDecimal.valueOf(i)));
      boolean integer = value.stripTrailingZeros().scale() <= 0 && value.precision() < 18;
      values.add(
          integer
              ? JsonNode.integer(value.longValueExact())
              : JsonNode.number(value.doubleValue()));
    }
    return values;
  }

  private static List<JsonNode> spaced(
      String name, BigDecimal from, BigDecimal to, BigDecimal wanted) throws Refused {
    boolean logarithmic = name.equals("logspace");
    if (logarithmic && (from.signum() <= 0 || to.signum() <= 0)) {
      throw new Refused(
          "logspace from "
              + from
              + " to "
              + to
              + ": both ends are values, not exponents, and must be above 0");
    }
    boolean whole = wanted.stripTrailingZeros().scale() <= 0;
    if (!whole || wanted.compareTo(BigDecimal.valueOf(2)) < 0 || wanted.compareTo(most()) > 0) {
      throw new Refused(
          "the count of " + name + " is " + wanted + "; give an integer from 2 to " + MOST);
    }
    if (from.compareTo(to) == 0) {
      throw new Refused(name + " from " + from + " to itself repeats one value; give two ends");
    }
    int count = wanted.intValueExact();
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(
          JsonNode.number(
              i == 0
                  ? from.doubleValue()
                  : i == count - 1
                      ? to.doubleValue()
                      : logarithmic
                          ? between(from.doubleValue(), to.doubleValue(), i / (count - 1.0))
                          : between(from, to, i, count - 1)));
    }
    return values;
  }

  private static BigDecimal most() {
    return BigDecimal.valueOf(MOST);
  }

  /** The nearest double to the decimal place, so that linspace(0, 1, 11) holds 0.3. */
  private static double between(BigDecimal from, BigDecimal to, int i, int last) {
    BigDecimal rise = to.subtract(from).multiply(BigDecimal.valueOf(i));
    return from.add(rise.divide(BigDecimal.valueOf(last), LINEAR)).doubleValue();
  }

  private static double between(double from, double to, double fraction) {
    double logarithm = (1 - fraction) * StrictMath.log(from) + fraction * StrictMath.log(to);
    double ratio = to / from;
    double value =
        ratio > 0 && Double.isFinite(ratio)
            ? from * StrictMath.pow(ratio, fraction)
            : StrictMath.exp(logarithm);
    return new BigDecimal(value).round(LOGARITHMIC).doubleValue();
  }

  private static List<JsonNode> checked(List<JsonNode> values) throws Refused {
    if (values.size() > MOST) {
      throw new Refused("has " + values.size() + " values; at most " + MOST + " are allowed");
    }
    return List.copyOf(values);
  }
}
