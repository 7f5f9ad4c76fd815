package org.thalweg.data;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses where inputs and targets stand. */
public sealed interface Source {
  /**
   * Reads the samples.
   *
   * @param assembly reads the files
   * @param place where this source stands in its plugin's parameters, with a dot at the end
   * @return the samples as they are in the files
   */
  Samples read(Assembly assembly, String place);

  /**
   * One file with a sample in each row.
   *
   * @param path the file
   * @param targets the columns that hold the targets
   */
  @Choice(value = "table", doc = "one file with a sample in each row, inputs and targets")
  record Table(
      @Param(doc = "file (.csv, .npy, .idx), from the folder of the experiment", required = true)
          String path,
      @Param(doc = "columns of the targets: names, or numbers from 0, from -1 at the end backwards")
          List<String> targets)
      implements Source {
    /** The last column is the target. */
    public Table() {
      this("", List.of("-1"));
    }

    /** Refuses a table without targets. */
    public Table {
      targets = List.copyOf(targets);
      if (targets.isEmpty()) {
        throw new InvalidParameterException(
            "targets", "is empty; name at least one column, or give [\"-1\"] for the last one");
      }
    }

    @Override
    public Samples read(Assembly assembly, String place) {
      Rows rows = Rows.read(assembly, path, place + "path");
      int[] chosen = new int[targets.size()];
      boolean[] taken = new boolean[rows.columns()];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = rows.column(targets.get(i), place + "targets[" + i + "]");
        if (taken[chosen[i]]) {
          throw new InvalidParameterException(
              place + "targets[" + i + "]",
              "'" + targets.get(i) + "' is a target already; name each column once");
        }
        taken[chosen[i]] = true;
      }
      int[] rest = new int[rows.columns() - chosen.length];
      for (int c = 0, n = 0; c < taken.length; c++) {
        if (!taken[c]) {
          rest[n++] = c;
        }
      }
      if (rest.length == 0) {
        throw new InvalidParameterException(
            place + "targets", "are all columns of " + path + "; leave some as inputs");
      }
      return new Samples(rows.select(rest), rows.select(chosen));
    }
  }

  /**
   * Inputs and targets in a file each.
   *
   * @param inputs the file of the inputs
   * @param targets the file of the targets
   */
  @Choice(
      value = "arrays",
      doc =
          "inputs and targets in a file each, the first dimension being the samples; further ones,"
              + " as of images, become one row")
  record Arrays(
      @Param(doc = "file of the inputs (.npy, .idx, .csv)", required = true) String inputs,
      @Param(doc = "file of the targets (.npy, .idx, .csv)", required = true) String targets)
      implements Source {
    @Override
    public Samples read(Assembly assembly, String place) {
      Rows x = Rows.read(assembly, inputs, place + "inputs");
      Rows y = Rows.read(assembly, targets, place + "targets");
      if (x.count() != y.count()) {
        throw new InvalidParameterException(
            place + "targets",
            targets
                + " has "
                + y.count()
                + " samples, but "
                + inputs
                + " has "
                + x.count()
                + "; give files that belong together");
      }
      return new Samples(x, y);
    }
  }

  /**
   * What a source holds.
   *
   * @param inputs one row per sample
   * @param targets one row per sample
   */
  record Samples(Rows inputs, Rows targets) {
    int count() {
      return inputs.count();
    }

    /** Some of the samples. */
    Samples only(int[] some) {
      return new Samples(inputs.only(some), targets.only(some));
    }
  }

  /**
   * The rows of an array.
   *
   * @param file the file's name, for errors
   * @param count the number of rows
   * @param columns the numbers of each
   * @param values row by row
   * @param names of the columns, or none
   */
  record Rows(String file, int count, int columns, double[] values, List<String> names) {
    static Rows read(Assembly assembly, String path, String parameter) {
      NamedArray array;
      try {
        array = assembly.array(path);
      } catch (InvalidParameterException e) {
        throw new InvalidParameterException(parameter, e.getMessage());
      }
      int[] shape = array.shape();
      int count = shape.length == 0 ? 1 : shape[0];
      return new Rows(
          path,
          count,
          array.values().length / count,
          array.values(),
          shape.length == 2 ? array.columns() : List.of());
    }

    /** The column of a name, or of a number that counts from 0, or backwards from -1. */
    int column(String wanted, String parameter) {
      int named = names.indexOf(wanted);
      if (named >= 0) {
        return named;
      }
      if (wanted.matches("-?\\d{1,9}")) {
        int number = Integer.parseInt(wanted);
        int at = number < 0 ? number + columns : number;
        if (at >= 0 && at < columns) {
          return at;
        }
      }
      throw new InvalidParameterException(
          parameter,
          "'"
              + wanted
              + "' is no column of "
              + file
              + ", which has "
              + columns
              + (names.isEmpty() ? " without names" : ": " + String.join(", ", names)));
    }

    Rows select(int[] some) {
      double[] chosen = new double[count * some.length];
      for (int r = 0; r < count; r++) {
        for (int c = 0; c < some.length; c++) {
          chosen[r * some.length + c] = values[r * columns + some[c]];
        }
      }
      List<String> chosenNames =
          names.isEmpty() ? names : IntStream.of(some).mapToObj(names::get).toList();
      return new Rows(file, count, some.length, chosen, chosenNames);
    }

    Rows only(int[] some) {
      double[] chosen = new double[some.length * columns];
      for (int r = 0; r < some.length; r++) {
        System.arraycopy(values, some[r] * columns, chosen, r * columns, columns);
      }
      return new Rows(file, some.length, columns, chosen, names);
    }

    /** Refuses what is no finite number, by its place. */
    void checkFinite(String parameter) {
      for (int i = 0; i < count * columns; i++) {
        if (!Double.isFinite(values[i])) {
          int column = i % columns;
          throw new InvalidParameterException(
              parameter,
              values[i]
                  + " in "
                  + file
                  + ", sample "
                  + (i / columns + 1)
                  + ", "
                  + (names.isEmpty() ? "number " + (column + 1) : names.get(column))
                  + "; leave the sample out or fill the gap");
        }
      }
    }
  }
}
