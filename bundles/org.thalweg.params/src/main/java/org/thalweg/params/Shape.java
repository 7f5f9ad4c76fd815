package org.thalweg.params;

import java.util.List;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.Kind;

/** What a record's component can hold, as an experiment file sees it. */
sealed interface Shape {
  /** The type in words, with an article: a number, a list of numbers, one of a, b. */
  String words();

  /** The type in words for several: numbers. */
  String plural();

  /** A single value. */
  enum Scalar implements Shape {
    DOUBLE("a number", "numbers"),
    LONG("an integer", "integers"),
    INT("an integer", "integers"),
    BOOLEAN("true or false", "truth values"),
    STRING("a string", "strings");

    private final String words;
    private final String plural;

    Scalar(String words, String plural) {
      this.words = words;
      this.plural = plural;
    }

    @Override
    public String words() {
      return words;
    }

    @Override
    public String plural() {
      return plural;
    }
  }

  /** One of an enum's constants. */
  record Constant(Class<? extends Enum<?>> type) implements Shape {
    List<String> names() {
      return List.of(type.getEnumConstants()).stream().map(Shapes::constantName).toList();
    }

    @Override
    public String words() {
      return "one of " + String.join(", ", names());
    }

    @Override
    public String plural() {
      return "names (" + String.join(", ", names()) + ")";
    }
  }

  /**
   * An array or list.
   *
   * @param element what its elements hold
   * @param array the component type of a Java array; null for a list
   */
  record Sequence(Shape element, Class<?> array) implements Shape {
    @Override
    public String words() {
      return "an array of " + element.plural();
    }

    @Override
    public String plural() {
      return "arrays of " + element.plural();
    }
  }

  /**
   * A value that may be absent.
   *
   * @param element what it holds
   * @param type Optional or one of its primitive relatives
   */
  record Maybe(Shape element, Class<?> type) implements Shape {
    @Override
    public String words() {
      return element.words() + ", or null for none";
    }

    @Override
    public String plural() {
      return element.plural();
    }
  }

  /** A record within a record. */
  record Nested(Class<? extends Record> type) implements Shape {
    @Override
    public String words() {
      return "an object";
    }

    @Override
    public String plural() {
      return "objects";
    }
  }

  /** One of several records, told apart by "type". */
  record OneOf(Class<?> type, List<Alternative> alternatives) implements Shape {
    List<String> names() {
      return alternatives.stream().map(Alternative::name).toList();
    }

    Alternative named(String name) {
      return alternatives.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
    }

    Alternative of(Class<?> record) {
      return alternatives.stream().filter(a -> a.type() == record).findFirst().orElse(null);
    }

    @Override
    public String words() {
      return "an object with \"type\"";
    }

    @Override
    public String plural() {
      return "objects with \"type\"";
    }
  }

  /** One of the records of a choice. */
  record Alternative(Class<? extends Record> type, Choice choice) {
    String name() {
      return choice.value();
    }
  }

  /** A reference to a plugin. */
  record Reference(Kind kind) implements Shape {
    @Override
    public String words() {
      String object = "an object with \"type\" (" + kind.label() + ")";
      return kind.shorthand().isPresent() ? "a number or " + object : object;
    }

    @Override
    public String plural() {
      String objects = "objects with \"type\" (" + kind.label() + ")";
      return kind.shorthand().isPresent() ? "numbers or " + objects : objects;
    }
  }
}
