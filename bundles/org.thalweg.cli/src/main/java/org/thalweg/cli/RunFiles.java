package org.thalweg.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.MethodResult;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Experiment;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.engine.run.RunOutcome.AnalyzerOutcome;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;
import org.thalweg.figures.Drawing;
import org.thalweg.figures.FigureDrawer;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunRecord;

/** Writes what a run came to into its folder; every file is named after the method or analyzer. */
final class RunFiles {
  /** Negative mass below this is of the size of other numerical errors. */
  private static final double TOLERABLE_NEGATIVE_MASS = 1e-6;

  private final RunFolder folder;
  private final FigureDrawer drawer;
  private final RunLog log;
  private final List<String> warnings = new ArrayList<>();
  private long drawing;

  RunFiles(RunFolder folder, FigureDrawer drawer, RunLog log) {
    this.folder = folder;
    this.drawer = drawer;
    this.log = log;
  }

  /** What was left out or went wrong while writing, one line each. */
  List<String> warnings() {
    return warnings;
  }

  RunRecord write(String name, Assembled experiment, RunOutcome outcome) throws IOException {
    long start = System.nanoTime();
    folder.experiment(experiment.resolved());
    List<RunRecord.Method> methods = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (MethodOutcome m : outcome.methods()) {
      methods.add(new RunRecord.Method(m.info().id(), m.info().type(), m.facts()));
      for (NamedArray array : m.arrays()) {
        folder.array(
            new NamedArray(
                m.info().id() + "-" + array.name(),
                array.shape(),
                array.values(),
                array.meaning()));
      }
      warnings.addAll(remarks(m));
    }
    for (AnalyzerOutcome a : outcome.analyzers()) {
      judgements.addAll(a.report().judgements());
      write(a);
    }
    log.over("figures drawn", drawing / 1e9);
    log.over("files written", (System.nanoTime() - start - drawing) / 1e9);
    return new RunRecord(
        name,
        RunRecord.Status.valueOf(outcome.status().name()),
        String.join("; ", outcome.failures()),
        Experiment.NUMERICS,
        methods,
        experiment.inputs().stream()
            .map(f -> new RunRecord.Input(f.path(), f.sha256(), f.bytes()))
            .toList(),
        judgements,
        warnings);
  }

  private void write(AnalyzerOutcome a) throws IOException {
    for (Table table : a.report().tables()) {
      folder.table(new Table(named(a, table.name()), table.title(), table.columns()));
    }
    for (NamedArray array : a.report().arrays()) {
      folder.array(
          new NamedArray(named(a, array.name()), array.shape(), array.values(), array.meaning()));
    }
    for (Figure figure : a.report().figures()) {
      long start = System.nanoTime();
      Drawing drawn = drawer.draw(figure);
      drawing += System.nanoTime() - start;
      warnings.addAll(drawn.warnings());
      folder.figure(named(a, figure.name()), figure.title(), drawn.svg(), drawn.png());
    }
  }

  /** The analyzer's id in place of its type, so that two of one type do not collide. */
  private static String named(AnalyzerOutcome a, String name) {
    if (name.equals(a.type())) {
      return a.id();
    }
    return name.startsWith(a.type() + "-")
        ? a.id() + name.substring(a.type().length())
        : a.id() + "-" + name;
  }

  private static List<String> remarks(MethodOutcome m) {
    List<String> remarks = new ArrayList<>();
    for (MethodResult.Fact f : m.facts()) {
      if (f.name().equals("diverged") && f.value() > 0) {
        remarks.add(
            m.info().id()
                + ": "
                + TextTable.number(f.value())
                + (f.value() == 1 ? " walker" : " walkers")
                + " diverged");
      }
      if (f.name().equals("negative-mass") && f.value() > TOLERABLE_NEGATIVE_MASS) {
        remarks.add(
            m.info().id()
                + ": the density had negative mass "
                + TextTable.number(f.value())
                + "; more cells or the positive scheme avoid it");
      }
    }
    return remarks;
  }
}
