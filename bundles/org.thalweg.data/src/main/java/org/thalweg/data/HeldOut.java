package org.thalweg.data;

import java.util.Optional;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses the samples that are held out for testing. */
public sealed interface HeldOut {
  /**
   * Training and test samples.
   *
   * @param training the samples of the loss
   * @param test the samples held out
   */
  record Split(Source.Samples training, Optional<Source.Samples> test) {}

  /**
   * Splits the samples.
   *
   * @param all what the source holds
   * @param assembly reads further files
   * @return the two parts
   */
  Split split(Source.Samples all, Assembly assembly);

  /** All samples are trained on. */
  @Choice(value = "none", doc = "every sample is trained on")
  record None() implements HeldOut {
    @Override
    public Split split(Source.Samples all, Assembly assembly) {
      return new Split(all, Optional.empty());
    }
  }

  /**
   * Samples chosen at random.
   *
   * @param fraction of the samples
   * @param seed of the choice
   */
  @Choice(value = "fraction", doc = "a fraction of the samples, chosen at random")
  record Fraction(
      @Param(doc = "fraction held out, rounded to whole samples", min = 0, max = 1, above = true)
          double fraction,
      @Param(doc = "seed of the choice, independent of the experiment's", min = 0) long seed)
      implements HeldOut {
    /** A fifth. */
    public Fraction() {
      this(0.2, 1);
    }

    @Override
    public Split split(Source.Samples all, Assembly assembly) {
      int n = all.count();
      int test = (int) Math.round(fraction * n);
      if (test < 1 || test >= n) {
        throw new InvalidParameterException(
            "test.fraction",
            fraction + " of " + n + " samples leaves none on one side; give another fraction");
      }
      boolean[] out = chosen(n, test);
      int[] training = new int[n - test];
      int[] testing = new int[test];
      for (int s = 0, a = 0, b = 0; s < n; s++) {
        if (out[s]) {
          testing[b++] = s;
        } else {
          training[a++] = s;
        }
      }
      return new Split(all.only(training), Optional.of(all.only(testing)));
    }

    /** The first samples of a shuffle after Fisher and Yates; each set is equally likely. */
    private boolean[] chosen(int n, int test) {
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      Generator random = new Generator(seed, 0);
      boolean[] chosen = new boolean[n];
      for (int i = 0; i < test; i++) {
        int j = i + (int) (random.uniform() * (n - i));
        chosen[order[j]] = true;
        order[j] = order[i];
      }
      return chosen;
    }
  }

  /**
   * The last samples.
   *
   * @param samples how many
   */
  @Choice(value = "last", doc = "the last samples of the files")
  record Last(@Param(doc = "samples held out", min = 1, max = 1e8, required = true) long samples)
      implements HeldOut {
    @Override
    public Split split(Source.Samples all, Assembly assembly) {
      int n = all.count();
      if (samples >= n) {
        throw new InvalidParameterException(
            "test.samples",
            samples + " of " + n + " samples leaves none to train on; hold fewer out");
      }
      int from = n - (int) samples;
      return new Split(all.only(range(0, from)), Optional.of(all.only(range(from, n))));
    }

    private static int[] range(int from, int to) {
      int[] range = new int[to - from];
      for (int i = from; i < to; i++) {
        range[i - from] = i;
      }
      return range;
    }
  }

  /**
   * Samples of other files.
   *
   * @param source where they stand
   */
  @Choice(value = "separate", doc = "the samples of other files, built like the first")
  record Separate(@Param(doc = "where the samples stand", required = true) Source source)
      implements HeldOut {
    @Override
    public Split split(Source.Samples all, Assembly assembly) {
      Source.Samples test = source.read(assembly, "test.source.");
      if (test.inputs().columns() != all.inputs().columns()
          || test.targets().columns() != all.targets().columns()
          || !test.inputs().names().equals(all.inputs().names())) {
        throw new InvalidParameterException(
            "test.source",
            "has "
                + described(test)
                + ", but the samples to train on have "
                + described(all)
                + "; both need the same columns");
      }
      return new Split(all, Optional.of(test));
    }

    private static String described(Source.Samples samples) {
      return samples.inputs().columns()
          + " inputs"
          + (samples.inputs().names().isEmpty() ? "" : " " + samples.inputs().names())
          + " and "
          + samples.targets().columns()
          + " targets";
    }
  }
}
