package org.thalweg.params;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one probably means. */
public final class Suggestions {
  private static final int MOST_NAMED = 30;
  private static final int LONGEST_COMPARED = 100;
  private static final int SHORTEST_PREFIX = 3;

  private Suggestions() {}

  /**
   * The known name nearest to a given one, if one is near enough: the same but for case, hyphens
   * and underscores; or at most a third of its letters away, two neighbours that changed places
   * counting as one; or the only one that begins with the given one.
   *
   * @param given the name that is not known
   * @param known the names that are
   * @return the nearest, or empty if none is near
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    String plain = plain(given);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      String other = plain(name);
      int distance = distance(plain, other);
      int allowed = Math.max(1, Math.max(plain.length(), other.length()) / 3);
      if (distance <= allowed && distance < least && distance < other.length()) {
        best = name;
        least = distance;
      }
    }
    return best != null ? Optional.of(best) : onlyContinuation(plain, known);
  }

  /**
   * What to say after an unknown name: the nearest known one, if there is one, and all of them, as
   * in "; did you mean 'width'? known keys: type, height, width".
   */
  static String offer(String given, Collection<String> known, String noun) {
    String question = nearest(given, known).map(name -> "did you mean '" + name + "'? ").orElse("");
    return "; " + question + "known " + noun + ": " + list(known);
  }

  /** The known names as a phrase, cut where there are very many. */
  static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "none";
    }
    List<String> sorted = List.copyOf(known);
    if (sorted.size() <= MOST_NAMED) {
      return String.join(", ", sorted);
    }
    return String.join(", ", sorted.subList(0, MOST_NAMED))
        + " and "
        + (sorted.size() - MOST_NAMED)
        + " more";
  }

  private static Optional<String> onlyContinuation(String plain, Collection<String> known) {
    if (plain.length() < SHORTEST_PREFIX) {
      return Optional.empty();
    }
    List<String> longer = known.stream().filter(name -> plain(name).startsWith(plain)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** The number of insertions, deletions, changes and swaps of neighbours between two names. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
