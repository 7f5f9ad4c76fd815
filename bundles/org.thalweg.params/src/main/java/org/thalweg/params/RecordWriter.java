package org.thalweg.params;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/**
 * Writes records of parameters as JSON, every component in its order, so that binding the result
 * gives equal records whatever the defaults are by then.
 *
 * <p>Absent optional values are written as null; doubles in the shortest text that reads back as
 * the same number, integers as integers.
 */
public final class RecordWriter {
  private static final double LARGEST_EXACT = 1L << 53;

  private RecordWriter() {}

  /**
   * Writes a record.
   *
   * @param record the record
   * @return an object with all its components
   * @throws IllegalArgumentException if it holds a number that is not finite, or null
   * @throws BadDeclarationException if it declares what JSON cannot hold
   */
  public static JsonNode write(Record record) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    writeInto(record, members);
    return JsonNode.object(members);
  }

  /**
   * Writes a reference.
   *
   * @param ref the reference
   * @return an object with "type" and the plugin's parameters
   * @throws IllegalArgumentException if it holds a number that is not finite, or null
   */
  public static JsonNode write(Ref<?> ref) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    writeInto(ref, members);
    return JsonNode.object(members);
  }

  /**
   * Writes a record as JSON text.
   *
   * @param record the record
   * @return JSON text, indented, ending with a line break
   * @throws IllegalArgumentException as {@link #write(Record)}
   */
  public static String text(Record record) {
    return JsonText.write(write(record));
  }

  static JsonNode write(Shape shape, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("null cannot be written");
    }
    if (shape instanceof Shape.Scalar scalar) {
      return switch (scalar) {
        case DOUBLE -> JsonNode.number((Double) value);
        case LONG, INT -> JsonNode.integer(((Number) value).longValue());
        case BOOLEAN -> JsonNode.truth((Boolean) value);
        case STRING -> JsonNode.string((String) value);
      };
    }
    if (shape instanceof Shape.Constant) {
      return JsonNode.string(Shapes.constantName((Enum<?>) value));
    }
    if (shape instanceof Shape.Sequence sequence) {
      return sequence(sequence, value);
    }
    if (shape instanceof Shape.Maybe maybe) {
      Object inner = inner(value);
      return inner == null ? JsonNode.nothing() : write(maybe.element(), inner);
    }
    if (shape instanceof Shape.Reference reference) {
      return shorthand(reference.kind(), (Ref<?>) value).orElseGet(() -> write((Ref<?>) value));
    }
    if (shape instanceof Shape.OneOf oneOf) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      members.put(Component.TYPE, JsonNode.string(oneOf.of(value.getClass()).name()));
      writeInto((Record) value, members);
      return JsonNode.object(members);
    }
    return write((Record) value);
  }

  /** The plain number that a reference can be written as, whole numbers without a point. */
  private static Optional<JsonNode> shorthand(Kind kind, Ref<?> ref) {
    if (kind.shorthand().isEmpty()
        || ref.parameters() == null
        || !ref.type().equals(kind.shorthand().get().type())) {
      return Optional.empty();
    }
    for (Component c : Component.of(ref.parameters().getClass())) {
      if (c.name().equals(kind.shorthand().get().parameter())
          && c.in(ref.parameters()) instanceof Double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
        return Optional.of(whole ? JsonNode.integer(number.longValue()) : JsonNode.number(number));
      }
    }
    return Optional.empty();
  }

  private static void writeInto(Record record, Map<String, JsonNode> members) {
    for (Component c : Component.of(record.getClass())) {
      Object value = c.in(record);
      try {
        if (c.beside() && value != null) {
          writeInto((Ref<?>) value, members);
        } else {
          members.put(c.name(), write(c.shape(), value));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(c.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private static void writeInto(Ref<?> ref, Map<String, JsonNode> members) {
    members.put(Component.TYPE, JsonNode.string(ref.type()));
    if (ref.parameters() != null) { // a default that stands for the plugin's own defaults
      writeInto(ref.parameters(), members);
    }
  }

  private static JsonNode sequence(Shape.Sequence shape, Object value) {
    List<JsonNode> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        elements.add(write(shape.element(), element));
      }
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(write(shape.element(), Array.get(value, i)));
      }
    }
    return JsonNode.array(elements);
  }

  /** What an optional value holds, or null. */
  static Object inner(Object maybe) {
    if (maybe instanceof OptionalDouble d) {
      return d.isPresent() ? d.getAsDouble() : null;
    }
    if (maybe instanceof OptionalLong l) {
      return l.isPresent() ? l.getAsLong() : null;
    }
    if (maybe instanceof OptionalInt i) {
      return i.isPresent() ? i.getAsInt() : null;
    }
    return ((Optional<?>) maybe).orElse(null);
  }
}
