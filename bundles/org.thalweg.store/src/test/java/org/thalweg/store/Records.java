package org.thalweg.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.MethodResult.Fact;

/** A small run to write. */
final class Records {
  private Records() {}

  static final Table TABLE =
      new Table(
          "moments",
          "Mean and spread, by method",
          List.of(
              new Table.Words("method", List.of("sgd", "a, \"b\"", "line\nbreak", "")),
              new Table.Numbers("time", "time", new double[] {0.1, 1e-300, Double.NaN, 1 / 3.0}),
              new Table.Numbers(
                  "x",
                  "",
                  new double[] {
                    -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Math.PI * 1e20
                  }),
              new Table.Counts("walkers", new long[] {0, -1, Long.MAX_VALUE, 4096})));

  static final NamedArray ARRAY =
      new NamedArray("density", new int[] {2, 3}, new double[] {0, 1, 2, 3, 4, 5}, "P at (x, y)");

  static RunRecord record(RunRecord.Status status) {
    return new RunRecord(
        "flat-valley",
        status,
        status == RunRecord.Status.COMPLETED ? "" : "stopped by the user",
        1,
        List.of(
            new RunRecord.Method(
                "sgd",
                "ensemble",
                List.of(
                    new Fact("steps", 1000, "", "steps made"),
                    new Fact("worst", Double.NEGATIVE_INFINITY, "loss", "the worst")))),
        List.of(new RunRecord.Input("data/digits.csv", "00ff", 12)),
        List.of(
            new Judgement(
                "marginal",
                "sgd",
                "floor-marginal",
                Judgement.Outcome.CANNOT_TELL,
                Double.NaN,
                0.1,
                1e-3,
                "too few walkers: 3 < 4 & \"so\"")),
        List.of("a warning"));
  }

  static Provenance provenance(String host) {
    return new Provenance(
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T03:05:05Z"),
        2,
        List.of("run", "flat-valley"),
        Path.of("/home/kramers/valleys"),
        new Provenance.Machine(host, "Linux 6", "amd64", 2, "17.0.1", "a VM"),
        "0.1.0",
        Optional.of("abc123"),
        Optional.of(true),
        List.of(new Provenance.BundleVersion("org.thalweg.api", "0.1.0", "00ff")));
  }

  static Path write(RunFolder folder, String host) throws IOException {
    try (folder) {
      folder.experiment("{\"thalweg\": 1}");
      folder.table(TABLE);
      folder.array(ARRAY);
      folder.figure("paths", "Sample paths", new byte[] {1}, new byte[] {2, 3});
      folder.log("done\n");
      return folder.finish(record(RunRecord.Status.COMPLETED), provenance(host));
    }
  }
}
