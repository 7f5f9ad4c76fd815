package org.thalweg.params;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.thalweg.api.plugin.Param;

/**
 * One component of a record: its name, what it holds and what was declared about it.
 *
 * <p>What a record declares hangs on its class and goes with it: a map would keep the class loaders
 * of plugins alive.
 */
record Component(RecordComponent reflected, Shape shape, Param param) {
  /** The key that tells alternatives and plugins apart. */
  static final String TYPE = "type";

  private static final ClassValue<List<Component>> DECLARED =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return declared(type);
        }
      };

  /**
   * The components of a record in order.
   *
   * @throws BadDeclarationException if experiment files cannot hold one of them
   */
  static List<Component> of(Class<? extends Record> type) {
    return DECLARED.get(type);
  }

  private static List<Component> declared(Class<?> type) {
    List<Component> all = new ArrayList<>();
    for (RecordComponent c : type.getRecordComponents()) {
      try {
        Component component =
            new Component(c, Shapes.of(c.getGenericType()), c.getAnnotation(Param.class));
        if (component.beside()
            && (!(component.shape() instanceof Shape.Reference)
                || all.stream().anyMatch(Component::beside))) {
          throw new BadDeclarationException("@Beside is for the one reference of a record");
        }
        all.add(component);
      } catch (BadDeclarationException e) {
        throw new BadDeclarationException(
            type.getName() + "." + c.getName() + ": " + e.getMessage());
      }
    }
    return List.copyOf(all);
  }

  String name() {
    return reflected.getName();
  }

  boolean required() {
    return param != null && param.required();
  }

  /** Whether it is a reference that shares its object with the record. */
  boolean beside() {
    return reflected.isAnnotationPresent(Beside.class);
  }

  String doc() {
    return param == null ? "" : param.doc();
  }

  /** The component's value in a record. */
  Object in(Record record) {
    try {
      reflected.getAccessor().setAccessible(true);
      return reflected.getAccessor().invoke(record);
    } catch (InvocationTargetException e) {
      throw new BadDeclarationException(
          reflected.getDeclaringRecord().getName()
              + "."
              + name()
              + " cannot be read: "
              + Objects.toString(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("an accessor stays closed", e);
    }
  }

  /**
   * Calls a record's canonical constructor.
   *
   * @throws InvocationTargetException if the constructor refuses the values
   */
  static Record create(Class<? extends Record> type, Object[] values)
      throws InvocationTargetException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    return call(type, types, values);
  }

  /**
   * What a record's constructor without arguments makes, if it has one and any component; null
   * otherwise.
   */
  static Record standard(Class<? extends Record> type) {
    try {
      type.getDeclaredConstructor();
      return call(type, new Class<?>[0], new Object[0]);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (InvocationTargetException e) {
      throw new BadDeclarationException(
          "the constructor of " + type.getName() + " without arguments fails: " + e.getCause());
    }
  }

  private static Record call(Class<? extends Record> type, Class<?>[] types, Object[] values)
      throws InvocationTargetException {
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(type.getName() + " has no usable constructor", e);
    }
  }
}
