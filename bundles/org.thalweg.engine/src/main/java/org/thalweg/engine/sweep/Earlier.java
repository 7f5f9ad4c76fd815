package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thalweg.engine.files.InputFile;

/**
 * What earlier calls of a sweep have left in its journal, and what of it still counts.
 *
 * <p>A point counts if it was computed by the code that its plugins have now. What another plugin's
 * code computed is named and left in the journal, so that it counts again when that code is back;
 * the point's seed is the same. A point that reads a file has the file's hash in its key, so one of
 * another content is another point; this names the file.
 *
 * <p>Not thread-safe.
 */
public final class Earlier {
  private static final int SHOWN_DIGITS = 12;
  private static final String UNDEFINED = "code of which the journal says nothing";

  private final Map<String, Basis> planned = new HashMap<>();
  private final Map<String, PointResult> results = new HashMap<>();
  private final Map<String, String> others = new HashMap<>();
  private final Map<String, Basis> defined = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private int damaged;

  /**
   * Nothing so far.
   *
   * @param plan what the sweep consists of now
   */
  public Earlier(SweepPlan plan) {
    for (PlannedPoint p : plan.points()) {
      if (p.valid()) {
        planned.put(p.keyText(), p.basis());
      }
    }
  }

  /**
   * Takes a line of the journal.
   *
   * @param line the line
   */
  public void read(String line) {
    Optional<PointResult> point = PointResult.of(line);
    if (point.isPresent()) {
      take(point.get());
      return;
    }
    Optional<Basis> basis = Basis.of(line);
    basis.ifPresent(b -> defined.put(b.id(), b));
    damaged += basis.isPresent() ? 0 : 1;
  }

  private void take(PointResult result) {
    used.add(result.basis());
    Basis now = planned.get(result.key());
    if (now != null && now.id().equals(result.basis())) {
      results.put(result.key(), result);
    } else if (now != null) {
      others.put(result.key(), result.basis());
    }
  }

  /**
   * What came of points that still count.
   *
   * @return results by key, the last one of each; may be changed
   */
  public Map<String, PointResult> results() {
    return results;
  }

  /**
   * The lines that are neither a point nor what a point rests on.
   *
   * @return their number
   */
  public int damaged() {
    return damaged;
  }

  /**
   * What points rest on that no line of the journal says yet.
   *
   * @param points points that will be computed
   * @return one line for each, in the order of the points
   */
  public List<String> undefined(List<PlannedPoint> points) {
    Map<String, Basis> missing = new LinkedHashMap<>();
    for (PlannedPoint p : points) {
      if (!p.basis().id().isEmpty() && !defined.containsKey(p.basis().id())) {
        missing.put(p.basis().id(), p.basis());
      }
    }
    return missing.values().stream().map(Basis::line).toList();
  }

  /**
   * What the user should know of code and files that have changed since earlier calls.
   *
   * @return one line each, none if nothing has changed
   */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    Map<String, Integer> changes = new TreeMap<>();
    others.forEach(
        (key, old) -> {
          if (!results.containsKey(key)) {
            changes.merge(change(defined.get(old), planned.get(key)), 1, Integer::sum);
          }
        });
    changes.forEach(
        (change, points) ->
            remarks.add(
                (points == 1 ? "1 point was" : points + " points were")
                    + " computed by "
                    + change
                    + "; computed anew with the same seeds (the old code's numbers stay in"
                    + " journal.jsonl and count again when it is back; another --out keeps both)"));
    remarks.addAll(changedFiles());
    return remarks;
  }

  private static String change(Basis old, Basis now) {
    if (old == null) {
      return UNDEFINED;
    }
    Map<String, Basis.Code> before = byName(old);
    Map<String, Basis.Code> after = byName(now);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Basis.Code then = before.get(name);
      Basis.Code today = after.get(name);
      if (then == null) {
        differences.add("plugins without " + told(today) + ", which is used now");
      } else if (!then.equals(today)) {
        differences.add(
            told(then)
                + (today == null
                    ? ", which is not used now"
                    : ", now " + today.version() + hash(today.sha256(), " (SHA-256 ", "...)")));
      }
    }
    return differences.isEmpty() ? UNDEFINED : String.join(", by ", differences);
  }

  private static Map<String, Basis.Code> byName(Basis basis) {
    return basis.bundles().stream()
        .collect(Collectors.toMap(Basis.Code::bundle, c -> c, (a, b) -> a));
  }

  private static String told(Basis.Code code) {
    return code.bundle() + " " + code.version() + hash(code.sha256(), " (SHA-256 ", "...)");
  }

  private static String hash(String sha256, String before, String after) {
    return sha256.isEmpty()
        ? ""
        : before + sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length())) + after;
  }

  private List<String> changedFiles() {
    Map<String, Set<String>> before = new TreeMap<>();
    for (Basis basis : defined.values()) {
      if (used.contains(basis.id())) {
        gather(basis.files(), before);
      }
    }
    Map<String, Set<String>> now = new TreeMap<>();
    new HashSet<>(planned.values()).forEach(b -> gather(b.files(), now));
    List<String> remarks = new ArrayList<>();
    now.forEach(
        (path, hashes) -> {
          Set<String> old = before.getOrDefault(path, Set.of());
          if (!old.isEmpty() && hashes.stream().noneMatch(old::contains)) {
            remarks.add(
                InputFile.changed(path, String.join(", ", old), String.join(", ", hashes))
                    + " since earlier points of this sweep; all that read it are computed anew"
                    + " (those of the old content stay in journal.jsonl and count again when it"
                    + " is back; another --out keeps both)");
          }
        });
    return remarks;
  }

  private static void gather(List<InputFile> files, Map<String, Set<String>> into) {
    files.forEach(f -> into.computeIfAbsent(f.path(), p -> new TreeSet<>()).add(f.sha256()));
  }
}
