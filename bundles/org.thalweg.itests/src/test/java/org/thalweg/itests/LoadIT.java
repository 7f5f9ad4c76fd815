package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** {@code python/load.py} reads what a run has written, with pandas and without. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class LoadIT {
  private static final String CHECKS =
      """
      import numpy, load
      run = load.load('run')
      assert run.result['status'] == 'completed'
      assert run.experiment['problem']['landscape']['type'] == 'quadratic', run.experiment
      assert list(run.tables) and 'result' not in run.tables
      moments = run.tables['moments-heavy-ball']
      assert abs(float(list(moments['time'])[0])) == 0
      assert numpy.isfinite(numpy.asarray(moments['mean_loss'], dtype=float)).all()
      assert 'unit' in str(run.about('moments-heavy-ball'))
      first = [f for f in run.result['methods'][0]['facts'] if f['name'] == 'first-divergence']
      assert numpy.isnan(first[0]['value'])
      assert 'agree' in set(run.verdict['outcome']), run.verdict['outcome']
      assert len(run.verdict['outcome']) > 0
      for name in run.arrays:
          assert run.arrays[name].shape == tuple(run.about(name)['shape'])
      sweep = load.load('sweep')
      assert list(sweep.tables) == ['points', 'results', 'summary'], list(sweep.tables)
      assert len(sweep.tables['points']['status']) == 2 and len(sweep.journal) == 2
      rates = numpy.asarray(sweep.tables['points']['problem.learningRate'], dtype=float)
      assert rates.tolist() == [0.25, 0.5], rates
      assert 'title' in sweep.about('summary') and len(sweep.verdict) == 0
      try:
          load.load('.')
          raise AssertionError('took a folder that is no run')
      except FileNotFoundError as e:
          assert 'no run' in str(e)
      """;

  @TempDir Path scratch;

  @BeforeEach
  void requirePython() throws Exception {
    assumeTrue(has("numpy"), "needs python3 with numpy");
  }

  @Test
  void aRunIsReadWithoutPandas() throws Exception {
    check("import sys\nsys.modules['pandas'] = None\n");
  }

  @Test
  void aRunIsReadWithPandas() throws Exception {
    assumeTrue(has("pandas"), "needs pandas");
    check("import pandas\n");
  }

  private void check(String before) throws Exception {
    Shell shell = new Shell(scratch);
    Outcome run = shell.thalweg("run", "momentum", "--quiet", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Outcome sweep =
        shell.thalweg(
            "run",
            "momentum",
            "--quiet",
            "--sweep",
            "problem.learningRate=0.25,0.5",
            "--set",
            "methods[0].walkers=200",
            "--out",
            "sweep");
    assertThat(sweep.exitCode()).as(sweep.err()).isZero();
    Path python = Distribution.HOME.root().resolve("python");
    Map<String, String> environment =
        Map.of("PYTHONPATH", python.toString(), "PYTHONDONTWRITEBYTECODE", "1");
    Files.writeString(scratch.resolve("check.py"), before + CHECKS);
    Outcome checked = shell.run(Path.of("/usr/bin/env"), environment, "python3", "check.py");
    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
    Outcome shown =
        shell.run(
            Path.of("/usr/bin/env"),
            environment,
            "python3",
            python.resolve("load.py").toString(),
            "run");
    assertThat(shown.out()).contains("completed", "moments-heavy-ball");
  }

  private static boolean has(String module) throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import " + module).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no Python at all
    }
  }
}
