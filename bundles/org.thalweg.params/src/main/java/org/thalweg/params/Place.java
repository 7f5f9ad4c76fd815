package org.thalweg.params;

import java.util.Objects;
import java.util.regex.Pattern;

/** Where a node stands: a chain of keys and indices that is written out only when asked for. */
final class Place {
  static final Place ROOT = new Place(null, null, -1);

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final int LONGEST_KEY = 60;

  private final Place parent;
  private final String key;
  private final int index;

  private Place(Place parent, String key, int index) {
    this.parent = parent;
    this.key = key;
    this.index = index;
  }

  Place key(String name) {
    return new Place(this, name, -1);
  }

  Place index(int i) {
    return new Place(this, null, i);
  }

  /** The same chain by identity of its parents, which is what building a tree in order gives. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && parent == place.parent
        && index == place.index
        && Objects.equals(key, place.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, index);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (parent == null) {
      return;
    }
    parent.write(out);
    if (key == null) {
      out.append('[').append(index).append(']');
    } else if (PLAIN.matcher(key).matches() && key.length() <= LONGEST_KEY) {
      out.append(out.isEmpty() ? "" : ".").append(key);
    } else {
      out.append('[').append(Shown.quoted(key, LONGEST_KEY)).append(']');
    }
  }
}
