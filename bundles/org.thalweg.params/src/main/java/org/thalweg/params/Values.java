package org.thalweg.params;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/** Binds single values, arrays and optional values, within their limits; null means findings. */
final class Values {
  private static final int MOST_BAD_ELEMENTS = 10;

  private final Binding binding;
  private final Problems problems;

  Values(Binding binding, Problems problems) {
    this.binding = binding;
    this.problems = problems;
  }

  Object value(JsonNode node, Shape shape, Object fallback, Limits limits) {
    if (shape instanceof Shape.Maybe maybe) {
      return maybe(node, maybe, fallback, limits);
    }
    if (node.type() == JsonNode.Type.NULL) {
      String remedy =
          fallback == null
              ? "give " + shape.words() + limits.remarks()
              : "leave the key out for the default" + limits.remarks();
      problems.add(node.path(), "null is not allowed here; " + remedy);
      return null;
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar(node, scalar, limits);
    }
    if (shape instanceof Shape.Constant constant) {
      return constant(node, constant);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return sequence(node, sequence, limits);
    }
    if (shape instanceof Shape.Nested nested) {
      Record base = fallback != null ? (Record) fallback : Component.standard(nested.type());
      return binding.record(node, nested.type(), base, Binding.Scope.PLAIN);
    }
    if (shape instanceof Shape.OneOf oneOf) {
      return binding.oneOf(node, oneOf, fallback);
    }
    Shape.Reference reference = (Shape.Reference) shape;
    if (node.type() != JsonNode.Type.OBJECT && reference.kind().shorthand().isPresent()) {
      return shorthand(node, reference, limits);
    }
    return binding.reference(node, reference, (Ref<?>) fallback, Binding.Scope.PLAIN);
  }

  /** A plain number that stands for a plugin with one parameter. */
  private Object shorthand(JsonNode node, Shape.Reference shape, Limits limits) {
    if (node.type() != JsonNode.Type.NUMBER) {
      wrongType(node, shape, limits);
      return null;
    }
    Kind.Shorthand meant = shape.kind().shorthand().orElseThrow();
    return number(node, Shape.Scalar.DOUBLE, limits) == null
        ? null
        : binding.reference(
            JsonNode.tagged(meant.type(), meant.parameter(), node),
            shape,
            null,
            Binding.Scope.PLAIN);
  }

  /** Says that a key without default is not there. */
  void missing(Component c, Object example, Place place, PluginLookup plugins) {
    Limits limits = new Limits(c, example);
    StringBuilder message = new StringBuilder("missing, give ").append(c.shape().words());
    if (!limits.range().isEmpty()) {
      message.append(' ').append(limits.range());
    }
    message.append(limits.remarks());
    if (!c.doc().isEmpty()) {
      message.append(": ").append(c.doc());
    }
    Collection<String> types =
        c.shape() instanceof Shape.Reference ref
            ? new TreeSet<>(plugins.ids(ref.kind()))
            : c.shape() instanceof Shape.OneOf oneOf ? oneOf.names() : null;
    if (types != null) {
      message.append("; known types: ").append(Suggestions.list(types));
    }
    problems.add(place.toString(), message.toString());
  }

  static Object none(Shape.Maybe shape) {
    if (shape.type() == OptionalDouble.class) {
      return OptionalDouble.empty();
    }
    if (shape.type() == OptionalLong.class) {
      return OptionalLong.empty();
    }
    return shape.type() == OptionalInt.class ? OptionalInt.empty() : Optional.empty();
  }

  private Object maybe(JsonNode node, Shape.Maybe shape, Object fallback, Limits limits) {
    if (node.type() == JsonNode.Type.NULL) {
      return none(shape);
    }
    Object inner = fallback instanceof Optional<?> optional ? optional.orElse(null) : null;
    Object value = value(node, shape.element(), inner, limits);
    if (value == null) {
      return null;
    }
    if (shape.type() == OptionalDouble.class) {
      return OptionalDouble.of((Double) value);
    }
    if (shape.type() == OptionalLong.class) {
      return OptionalLong.of((Long) value);
    }
    return shape.type() == OptionalInt.class ? OptionalInt.of((Integer) value) : Optional.of(value);
  }

  /** A bare number stands for an array of that one number. */
  private static boolean isBareNumber(JsonNode node, Shape.Sequence shape) {
    return node.type() == JsonNode.Type.NUMBER
        && shape.array() != null
        && shape.array().isPrimitive();
  }

  private Object sequence(JsonNode node, Shape.Sequence shape, Limits limits) {
    boolean bare = isBareNumber(node, shape);
    if (node.type() != JsonNode.Type.ARRAY && !bare) {
      wrongType(node, shape, limits);
      return null;
    }
    Limits each = limits.ofElements();
    List<JsonNode> nodes = bare ? List.of(node) : node.elements();
    List<Object> elements = new ArrayList<>(nodes.size());
    int bad = 0;
    for (JsonNode element : nodes) {
      Object value = value(element, shape.element(), null, each);
      elements.add(value);
      if (value == null && ++bad == MOST_BAD_ELEMENTS) {
        int rest = nodes.size() - elements.size();
        if (rest > 0) {
          problems.add(
              node.path(), "the other " + Shown.count(rest, "element") + " are not checked yet");
        }
        break;
      }
    }
    if (bad > 0) {
      return null;
    }
    if (shape.array() == null) {
      return Collections.unmodifiableList(elements);
    }
    Object array = Array.newInstance(shape.array(), elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Array.set(array, i, elements.get(i));
    }
    return array;
  }

  private Object scalar(JsonNode node, Shape.Scalar shape, Limits limits) {
    switch (shape) {
      case DOUBLE, LONG, INT -> {
        if (node.type() == JsonNode.Type.NUMBER) {
          return number(node, shape, limits);
        }
      }
      case BOOLEAN -> {
        if (node.type() == JsonNode.Type.BOOLEAN) {
          return Boolean.valueOf(node.text());
        }
      }
      case STRING -> {
        boolean typed = node.loose() && (isNumber(node) || node.type() == JsonNode.Type.BOOLEAN);
        if (node.type() == JsonNode.Type.STRING || typed) {
          return node.text();
        }
      }
      default -> throw new IllegalStateException("unknown scalar " + shape);
    }
    wrongType(node, shape, limits);
    return null;
  }

  private Object number(JsonNode node, Shape.Scalar shape, Limits limits) {
    try {
      Object value;
      String complaint;
      if (shape == Shape.Scalar.DOUBLE) {
        double d = Numbers.toDouble(node.text());
        complaint = limits.complaint(d);
        value = d;
      } else if (shape == Shape.Scalar.LONG) {
        long n = Numbers.toLong(node.text(), Long.MIN_VALUE, Long.MAX_VALUE);
        complaint = limits.complaint(n);
        value = n;
      } else {
        int n = (int) Numbers.toLong(node.text(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        complaint = limits.complaint(n);
        value = n;
      }
      if (complaint.isEmpty()) {
        return value;
      }
      problems.add(
          node.path(),
          Numbers.shown(node.text())
              + " "
              + complaint
              + ", it must be "
              + limits.range()
              + limits.remarks());
    } catch (Numbers.Refused e) {
      problems.add(node.path(), e.getMessage() + limits.remarks());
    }
    return null;
  }

  private Object constant(JsonNode node, Shape.Constant shape) {
    List<String> names = shape.names();
    if (node.type() == JsonNode.Type.STRING) {
      for (Enum<?> constant : shape.type().getEnumConstants()) {
        if (node.text().equals(Shapes.constantName(constant))
            || node.text().equals(constant.name())) {
          return constant;
        }
      }
      problems.add(
          node.path(),
          "unknown value "
              + Shown.quoted(node.text())
              + Suggestions.offer(node.text(), names, "values"));
      return null;
    }
    problems.add(
        node.path(),
        "expected " + shape.words() + ", in double quotes; found " + Shown.described(node));
    return null;
  }

  private void wrongType(JsonNode node, Shape shape, Limits limits) {
    String hint = "";
    if (node.type() == JsonNode.Type.STRING && shape != Shape.Scalar.STRING) {
      hint = stringHint(node, shape);
    } else if (shape == Shape.Scalar.STRING && isNumber(node)) {
      hint = "; put it in double quotes";
    } else if (shape instanceof Shape.Sequence && node.type() != JsonNode.Type.OBJECT) {
      hint = "; put it in [ ]";
    }
    problems.add(
        node.path(),
        "expected " + shape.words() + limits.remarks() + ", found " + Shown.described(node) + hint);
  }

  private static String stringHint(JsonNode node, Shape shape) {
    String text = node.text().strip().toLowerCase(Locale.ROOT);
    if (text.matches("[+-]?(nan|inf|infinity)")) {
      return "; only finite numbers are allowed";
    }
    boolean bare =
        shape == Shape.Scalar.BOOLEAN
            ? text.equals("true") || text.equals("false")
            : (shape instanceof Shape.Scalar || shape instanceof Shape.Reference)
                && text.matches("-?\\d{1,20}(\\.\\d{1,20})?(e[+-]?\\d{1,4})?");
    return bare ? "; write " + text + " without quotes" : "";
  }

  private static boolean isNumber(JsonNode node) {
    return node.type() == JsonNode.Type.NUMBER;
  }
}
