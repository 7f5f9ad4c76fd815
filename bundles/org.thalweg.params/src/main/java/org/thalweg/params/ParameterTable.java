package org.thalweg.params;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thalweg.api.plugin.Ref;

/** Lists the parameters that a record declares, those of nested records and choices included. */
public final class ParameterTable {
  private final List<Parameter> rows = new ArrayList<>();
  private final Set<Class<?>> open = new HashSet<>();

  private ParameterTable() {}

  /**
   * The parameters of a record.
   *
   * @param defaults the default instance, for example {@code factory.defaults()}
   * @return one row for each parameter in the order of declaration, a record before its parts
   * @throws BadDeclarationException if experiment files cannot hold one of them
   */
  public static List<Parameter> of(Record defaults) {
    return of(defaults.getClass(), defaults);
  }

  /**
   * The parameters of a record without a default instance.
   *
   * @param type the record's class
   * @return as {@link #of(Record)}, where what has no default is required
   * @throws BadDeclarationException if experiment files cannot hold one of them
   */
  public static List<Parameter> of(Class<? extends Record> type) {
    return of(type, Component.standard(type));
  }

  private static List<Parameter> of(Class<? extends Record> type, Record defaults) {
    ParameterTable table = new ParameterTable();
    table.record(type, defaults, "", "");
    return List.copyOf(table.rows);
  }

  private void record(Class<? extends Record> type, Record defaults, String prefix, String when) {
    if (!open.add(type)) {
      return; // a record within itself: its parameters stand above
    }
    for (Component c : Component.of(type)) {
      Object value = defaults == null ? null : c.in(defaults);
      boolean noDefault = value == null && !(c.shape() instanceof Shape.Maybe);
      Object shown = c.required() ? null : value;
      String path = prefix + (c.beside() ? Component.TYPE : c.name());
      row(c, path, when, shown, c.required() || noDefault && !hasStandard(c.shape()));
      inner(c.shape(), shown, path, when);
    }
    open.remove(type);
  }

  private static boolean hasStandard(Shape shape) {
    return shape instanceof Shape.Nested nested && Component.standard(nested.type()) != null;
  }

  private void row(Component c, String path, String when, Object value, boolean required) {
    Limits limits = new Limits(c, null);
    rows.add(
        new Parameter(
            path,
            when,
            c.beside() && c.shape() instanceof Shape.Reference reference
                ? "the name of a plugin (" + reference.kind().label() + ")"
                : c.shape().words(),
            limits.unit(),
            limits.min(),
            limits.max(),
            limits.above(),
            limits.range(),
            defaultText(c.shape(), value),
            c.doc(),
            required,
            alternatives(c.shape())));
  }

  private void inner(Shape shape, Object value, String path, String when) {
    if (shape instanceof Shape.Nested nested) {
      Record base = value != null ? (Record) value : Component.standard(nested.type());
      record(nested.type(), base, path + ".", when);
    } else if (shape instanceof Shape.OneOf oneOf) {
      for (Shape.Alternative a : oneOf.alternatives()) {
        boolean isDefault = value != null && value.getClass() == a.type();
        Record base = isDefault ? (Record) value : Component.standard(a.type());
        String choice = path + "." + Component.TYPE + " = " + a.name();
        record(a.type(), base, path + ".", when.isEmpty() ? choice : when + ", " + choice);
      }
    } else if (shape instanceof Shape.Maybe maybe) {
      inner(maybe.element(), value == null ? null : RecordWriter.inner(value), path, when);
    } else if (shape instanceof Shape.Sequence sequence) {
      inner(sequence.element(), null, path + "[]", when);
    }
  }

  private static Optional<String> defaultText(Shape shape, Object value) {
    if (shape instanceof Shape.Maybe maybe) {
      Object inner = value == null ? null : RecordWriter.inner(value);
      return inner == null ? Optional.of("null") : defaultText(maybe.element(), inner);
    }
    if (value == null || shape instanceof Shape.Nested) {
      return Optional.empty();
    }
    if (shape instanceof Shape.OneOf oneOf) {
      return Optional.of(oneOf.of(value.getClass()).name());
    }
    if (shape instanceof Shape.Reference) {
      return Optional.of(((Ref<?>) value).type());
    }
    try {
      return Optional.of(RecordWriter.write(shape, value).toString());
    } catch (IllegalArgumentException notFinite) {
      return Optional.empty();
    }
  }

  private static List<Parameter.Alternative> alternatives(Shape shape) {
    if (shape instanceof Shape.Constant constant) {
      return constant.names().stream().map(n -> new Parameter.Alternative(n, "")).toList();
    }
    if (shape instanceof Shape.OneOf oneOf) {
      return oneOf.alternatives().stream()
          .map(a -> new Parameter.Alternative(a.name(), a.choice().doc()))
          .toList();
    }
    if (shape instanceof Shape.Reference reference) {
      return List.of(new Parameter.Alternative(reference.kind().label(), Parameter.ANY_PLUGIN));
    }
    if (shape instanceof Shape.Maybe maybe) {
      return alternatives(maybe.element());
    }
    return shape instanceof Shape.Sequence sequence ? alternatives(sequence.element()) : List.of();
  }
}
