package org.thalweg.params;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/**
 * Writes a record as JSON with comments: every parameter with its value, and beside it what it
 * means, its bounds and its unit, for people who go on from there.
 */
public final class CommentedJson {
  private static final int WIDTH = 100;
  private static final String STEP = "  ";

  private final BiFunction<Kind, String, String> docs;
  private final StringBuilder out = new StringBuilder();

  private CommentedJson(BiFunction<Kind, String, String> docs) {
    this.docs = docs;
  }

  /**
   * Writes a record.
   *
   * @param record the record
   * @param without keys of the record itself that are left out
   * @param docs what a plugin is, by kind and id
   * @return text that {@link JsonText#readWithComments} reads back, ending with a line break
   */
  public static String write(
      Record record, Set<String> without, BiFunction<Kind, String, String> docs) {
    CommentedJson json = new CommentedJson(docs);
    json.object(members(record).stream().filter(m -> !without.contains(m.key())).toList(), "");
    return json.out.append('\n').toString();
  }

  /** A member of an object: its key, what it may hold and holds, and what to say of it. */
  private record Member(String key, Shape shape, Object value, String comment) {}

  private static List<Member> members(Record record) {
    List<Member> members = new ArrayList<>();
    for (Component c : Component.of(record.getClass())) {
      if (c.beside()) {
        members.addAll(members((Ref<?>) c.in(record)));
      } else {
        members.add(new Member(c.name(), c.shape(), c.in(record), comment(c)));
      }
    }
    return members;
  }

  private static List<Member> members(Ref<?> ref) {
    List<Member> members = new ArrayList<>();
    members.add(tag(ref.type(), ""));
    if (ref.parameters() != null) {
      members.addAll(members(ref.parameters()));
    }
    return members;
  }

  private static Member tag(String type, String comment) {
    return new Member(Component.TYPE, Shape.Scalar.STRING, type, comment);
  }

  private static String comment(Component c) {
    Limits limits = new Limits(c, null);
    List<String> notes = new ArrayList<>();
    if (c.shape() instanceof Shape.Constant constant) {
      notes.add(constant.words());
    }
    if (!limits.range().isEmpty()) {
      notes.add(limits.range());
    }
    if (!limits.unit().isEmpty()) {
      notes.add("unit " + limits.unit());
    }
    return c.doc() + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")");
  }

  private void object(List<Member> members, String indent) {
    String inner = indent + STEP;
    out.append("{\n");
    for (int i = 0; i < members.size(); i++) {
      Member m = members.get(i);
      boolean last = i == members.size() - 1;
      String comment = m.comment();
      if (inline(m.shape(), m.value())) {
        String line =
            inner
                + JsonNode.string(m.key())
                + ": "
                + JsonText.writeCompact(RecordWriter.write(m.shape(), m.value()))
                + (last ? "" : ",");
        if (!comment.isEmpty() && line.length() + comment.length() + 5 <= WIDTH) {
          line += "  // " + comment;
        } else {
          above(comment, inner);
        }
        out.append(line).append('\n');
      } else {
        above(comment, inner);
        out.append(inner).append(JsonNode.string(m.key())).append(": ");
        nested(m.shape(), m.value(), inner);
        out.append(last ? "\n" : ",\n");
      }
    }
    out.append(indent).append('}');
  }

  private void above(String comment, String indent) {
    if (comment.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder(indent + "//");
    for (String word : comment.strip().split("\\s+")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(indent + "//");
      }
      line.append(' ').append(word);
    }
    out.append(line).append('\n');
  }

  /** Whether a value stands on one line. */
  private static boolean inline(Shape shape, Object value) {
    if (shape instanceof Shape.Maybe maybe) {
      Object inner = RecordWriter.inner(value);
      return inner == null || inline(maybe.element(), inner);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return value instanceof List<?> list && list.isEmpty()
          || sequence.element() instanceof Shape.Scalar
          || sequence.element() instanceof Shape.Constant;
    }
    return shape instanceof Shape.Scalar
        || shape instanceof Shape.Constant
        || shape instanceof Shape.Reference
            && RecordWriter.write(shape, value).type() == JsonNode.Type.NUMBER;
  }

  private void nested(Shape shape, Object value, String indent) {
    if (shape instanceof Shape.Maybe maybe) {
      nested(maybe.element(), RecordWriter.inner(value), indent);
    } else if (shape instanceof Shape.Sequence sequence && value instanceof List<?> list) {
      String inner = indent + STEP;
      out.append("[\n");
      for (int i = 0; i < list.size(); i++) {
        out.append(inner);
        nested(sequence.element(), list.get(i), inner);
        out.append(i == list.size() - 1 ? "\n" : ",\n");
      }
      out.append(indent).append(']');
    } else if (shape instanceof Shape.Reference reference) {
      Ref<?> ref = (Ref<?>) value;
      List<Member> members = members(ref);
      members.set(0, tag(ref.type(), docs.apply(reference.kind(), ref.type())));
      object(members, indent);
    } else if (shape instanceof Shape.OneOf oneOf) {
      Shape.Alternative chosen = oneOf.of(value.getClass());
      List<String> others =
          oneOf.names().stream().filter(name -> !name.equals(chosen.name())).toList();
      List<Member> members = new ArrayList<>(members((Record) value));
      members.add(
          0,
          tag(
              chosen.name(),
              chosen.choice().doc()
                  + (others.isEmpty() ? "" : "; or " + String.join(", ", others))));
      object(members, indent);
    } else if (value instanceof Record record) {
      object(described(record), indent);
    } else {
      out.append(JsonText.writeCompact(RecordWriter.write(shape, value)));
    }
  }

  /** A record whose object it shares with a plugin begins with what the plugin is. */
  private List<Member> described(Record record) {
    List<Member> members = new ArrayList<>();
    for (Member m : members(record)) {
      members.add(m);
    }
    for (Component c : Component.of(record.getClass())) {
      if (c.beside() && c.shape() instanceof Shape.Reference reference) {
        String type = ((Ref<?>) c.in(record)).type();
        members.replaceAll(
            m ->
                m.key().equals(Component.TYPE) ? tag(type, docs.apply(reference.kind(), type)) : m);
      }
    }
    return members;
  }
}
