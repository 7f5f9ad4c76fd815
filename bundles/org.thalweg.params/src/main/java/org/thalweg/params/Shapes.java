package org.thalweg.params;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/** Tells what Java types hold; the only place that knows which types a parameter may have. */
final class Shapes {
  private static final Map<Class<?>, Shape> PLAIN =
      Map.ofEntries(
          Map.entry(double.class, Shape.Scalar.DOUBLE),
          Map.entry(Double.class, Shape.Scalar.DOUBLE),
          Map.entry(long.class, Shape.Scalar.LONG),
          Map.entry(Long.class, Shape.Scalar.LONG),
          Map.entry(int.class, Shape.Scalar.INT),
          Map.entry(Integer.class, Shape.Scalar.INT),
          Map.entry(boolean.class, Shape.Scalar.BOOLEAN),
          Map.entry(Boolean.class, Shape.Scalar.BOOLEAN),
          Map.entry(String.class, Shape.Scalar.STRING),
          Map.entry(
              OptionalDouble.class, new Shape.Maybe(Shape.Scalar.DOUBLE, OptionalDouble.class)),
          Map.entry(OptionalLong.class, new Shape.Maybe(Shape.Scalar.LONG, OptionalLong.class)),
          Map.entry(OptionalInt.class, new Shape.Maybe(Shape.Scalar.INT, OptionalInt.class)));

  private Shapes() {}

  /**
   * The shape of a type.
   *
   * @throws BadDeclarationException if parameters cannot have this type
   */
  static Shape of(Type type) {
    if (type instanceof Class<?> c) {
      return ofClass(c);
    }
    if (type instanceof ParameterizedType p) {
      Type argument = p.getActualTypeArguments()[0];
      if (p.getRawType() == List.class) {
        return new Shape.Sequence(ofElement(argument), null);
      }
      if (p.getRawType() == Optional.class) {
        return new Shape.Maybe(ofElement(argument), Optional.class);
      }
      if (p.getRawType() == Ref.class) {
        return new Shape.Reference(kind(argument));
      }
    }
    if (type instanceof GenericArrayType) {
      throw new BadDeclarationException("use a List instead of the generic array " + type);
    }
    throw unknown(type);
  }

  private static Shape ofClass(Class<?> c) {
    Shape plain = PLAIN.get(c);
    if (plain != null) {
      return plain;
    }
    if (c.isEnum()) {
      @SuppressWarnings("unchecked")
      Class<? extends Enum<?>> type = (Class<? extends Enum<?>>) c;
      return new Shape.Constant(type);
    }
    if (c.isArray()) {
      Shape element = ofElement(c.getComponentType());
      return new Shape.Sequence(element, c.getComponentType());
    }
    if (c == Ref.class) {
      throw new BadDeclarationException("write Ref<Landscape> or the like instead of the raw Ref");
    }
    if (c.isRecord()) {
      return new Shape.Nested(c.asSubclass(Record.class));
    }
    if (c.isSealed()) {
      List<Shape.Alternative> found = new ArrayList<>();
      collect(c, found);
      return new Shape.OneOf(c, List.copyOf(found));
    }
    throw unknown(c);
  }

  private static Shape ofElement(Type type) {
    Shape element = of(type);
    if (element instanceof Shape.Maybe) {
      throw new BadDeclarationException(
          "an optional value inside a list, array or other optional (" + type + ")");
    }
    return element;
  }

  private static void collect(Class<?> sealed, List<Shape.Alternative> found) {
    for (Class<?> c : sealed.getPermittedSubclasses()) {
      if (c.isSealed()) {
        collect(c, found);
        continue;
      }
      Choice choice = c.getAnnotation(Choice.class);
      if (!c.isRecord() || choice == null) {
        throw new BadDeclarationException(
            c.getName() + " must be a record with @Choice to be an alternative");
      }
      if (found.stream().anyMatch(a -> a.name().equals(choice.value()))) {
        throw new BadDeclarationException(
            "two alternatives of " + sealed.getName() + " are called " + choice.value());
      }
      found.add(new Shape.Alternative(c.asSubclass(Record.class), choice));
    }
  }

  private static Kind kind(Type product) {
    if (product instanceof Class<?> c) {
      for (Kind kind : Kind.values()) {
        if (kind.product() == c) {
          return kind;
        }
      }
    }
    throw new BadDeclarationException("no kind of plugin makes a " + product.getTypeName());
  }

  private static BadDeclarationException unknown(Type type) {
    return new BadDeclarationException(
        "parameters cannot have the type "
            + type.getTypeName()
            + "; use numbers, booleans, strings, enums, arrays or lists of them, records, sealed"
            + " interfaces of records with @Choice, optional values or Ref");
  }

  /** The name of an enum's constant in experiment files: FULL_MATRIX is full-matrix. */
  static String constantName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
