package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunRecord;

/** Runs one experiment into a run folder, and reports what it came to. */
final class SingleRun {
  private final Workbench workbench;
  private final RunRequest request;

  SingleRun(Workbench workbench, RunRequest request) {
    this.workbench = workbench;
    this.request = request;
  }

  /** Runs it; the result is the exit code. */
  int run(Assembled assembled) {
    ProvenanceRecorder provenance = new ProvenanceRecorder(workbench.context(), request);
    String name = request.file().name();
    try (Interruption interruption = new Interruption();
        RunFolder folder = folder(name)) {
      RunLog log = request.log();
      nameAbandoned(folder);
      for (String change : EarlierRun.of(request.file()).changes(assembled.inputs())) {
        System.err.println("warning: " + change);
        log.warnings(List.of(change));
      }
      RunOutcome outcome =
          workbench
              .runner()
              .run(
                  assembled,
                  new RunOptions(request.threads(), request.shuffle()),
                  log.following(new Progress(request.progress(), workbench.terminal())),
                  interruption::requested);
      RunRecord record;
      Path written;
      try {
        record = new RunFiles(folder, workbench.drawer(), log).write(name, assembled, outcome);
        log.failures("", outcome);
        log.warnings(record.warnings());
        log.end(record.status().word());
        folder.log(log.text());
        written = folder.finish(record, provenance.taken());
      } catch (IOException e) {
        if (!request.json()) {
          new Summary(System.out, request.colour())
              .print(outcome); // what cannot be kept can at least be read
        }
        throw e;
      }
      return report(name, outcome, record, written);
    } catch (IOException e) {
      throw UserError.of(e, ExitCode.INTERNAL);
    }
  }

  /** Not removed: one may hold a result that could not be moved to its place. */
  private void nameAbandoned(RunFolder folder) {
    List<Path> left = folder.abandoned();
    if (!left.isEmpty()) {
      String names = left.stream().map(Path::toString).collect(Collectors.joining(", "));
      String line = "killed runs left " + names + "; look into them, and remove them";
      System.err.println("warning: " + line);
      request.log().note("warning  " + line);
    }
  }

  private RunFolder folder(String name) {
    try {
      return request.out().isPresent()
          ? RunFolder.at(request.out().get())
          : RunFolder.in(RunRequest.RUNS, name, request.localStart());
    } catch (IOException e) {
      throw UserError.of(e, ExitCode.USAGE);
    }
  }

  private int report(String name, RunOutcome outcome, RunRecord record, Path written)
      throws IOException {
    if (request.json()) {
      System.out.print(Files.readString(written.resolve("result.json")));
    } else {
      System.out.println(name + ": " + record.status().word() + ", " + written);
      new Summary(System.out, request.colour()).print(outcome);
    }
    record.warnings().forEach(w -> System.err.println("warning: " + w));
    if (!record.message().isEmpty()) {
      System.err.println("thalweg: " + record.message());
    }
    return switch (outcome.status()) {
      case COMPLETED -> ExitCode.OK;
      case CANCELLED -> ExitCode.INTERRUPTED;
      case FAILED -> ExitCode.INCOMPLETE;
    };
  }
}
