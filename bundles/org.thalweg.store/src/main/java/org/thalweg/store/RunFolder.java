package org.thalweg.store;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Table;

/**
 * A run folder being written. It appears under its name only when it is whole, whether the run
 * completed, was cancelled or failed; until then it lies in a hidden folder, and if it is closed
 * unfinished nothing stays.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.in(Path.of("runs"), "flat-valley", LocalDateTime.now())) {
 *   folder.experiment(resolved);
 *   folder.table(table);
 *   folder.array(array);
 *   folder.figure(drawing.name(), figure.title(), drawing.svg(), drawing.png());
 *   Path written = folder.finish(record, provenance);
 * }
 * }</pre>
 *
 * <p>Every file is on the disk before the folder appears. Errors name the file and the reason. Not
 * thread-safe.
 */
public final class RunFolder implements Closeable {
  static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Workplace workplace;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private boolean ended;

  private RunFolder(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Writes one file's contents. */
  private interface Contents {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Begins a run folder at a given place.
   *
   * @param folder a folder that does not exist or is empty
   * @return the folder, to be closed
   * @throws BusyFolderException if another run is writing it
   * @throws IOException if it holds anything, or cannot be made
   */
  public static RunFolder at(Path folder) throws IOException {
    return new RunFolder(Workplace.at(folder));
  }

  /**
   * Begins a run folder with a name that is not taken: NAME-YYYYMMDD-HHMMSS, with a number if need
   * be.
   *
   * @param parent the folder of all runs, made if it does not exist
   * @param name the experiment's name
   * @param time the local time of the start
   * @return the folder, to be closed
   * @throws IOException if it cannot be made
   */
  public static RunFolder in(Path parent, String name, LocalDateTime time) throws IOException {
    return new RunFolder(Workplace.in(parent, fileName(name) + "-" + STAMP.format(time)));
  }

  /**
   * Where the folder will appear, unless another takes the name first.
   *
   * @return an absolute path
   */
  public Path path() {
    return workplace.target();
  }

  /**
   * What killed runs left beside this folder; nobody writes it any more.
   *
   * @return hidden folders; one may hold a whole result that could not be moved to its place
   */
  public List<Path> abandoned() {
    return workplace.abandoned();
  }

  /**
   * Writes the experiment.
   *
   * @param json the resolved experiment
   * @throws IOException if it cannot be written
   */
  public void experiment(String json) throws IOException {
    String text = json.endsWith("\n") ? json : json + "\n";
    write("experiment.json", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a table. A name that is taken gets a number.
   *
   * @param table the table
   * @throws IOException if it cannot be written
   */
  public void table(Table table) throws IOException {
    String file = free("tables/", table.name(), ".csv");
    write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          CsvFile.write(table, text);
          text.flush();
        });
    entries.add(new Entry.OfTable(file, table.title(), table.rows(), table.columns()));
  }

  /**
   * Writes an array. A name that is taken gets a number.
   *
   * @param array the array
   * @throws IOException if it cannot be written
   */
  public void array(NamedArray array) throws IOException {
    String file = free("arrays/", array.name(), ".npy");
    write(file, out -> NpyFile.write(array.shape(), array.values(), out));
    entries.add(new Entry.OfArray(file, array.meaning(), array.shape()));
  }

  /**
   * Writes a drawn figure. A name that is taken gets a number.
   *
   * @param name the figure's name
   * @param title what it shows
   * @param svg the SVG file, left out if empty
   * @param png the PNG file, left out if empty
   * @throws IOException if it cannot be written
   */
  public void figure(String name, String title, byte[] svg, byte[] png) throws IOException {
    String stem = free("figures/", name, "");
    List<String> files = new ArrayList<>();
    if (svg.length > 0) {
      write(stem + ".svg", out -> out.write(svg));
      files.add(stem + ".svg");
    }
    if (png.length > 0) {
      write(stem + ".png", out -> out.write(png));
      files.add(stem + ".png");
    }
    entries.add(new Entry.OfFigure(List.copyOf(files), title));
  }

  /**
   * Writes the log; a second call replaces it.
   *
   * @param text the whole log
   * @throws IOException if it cannot be written
   */
  public void log(String text) throws IOException {
    write("run.log", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes the result and the provenance and makes the folder appear, whole.
   *
   * @param run how the run went
   * @param provenance when, where and with which code
   * @return the folder's path: {@link #path()}, or that with a number if it was taken meanwhile
   * @throws IOException if that cannot be done; the message says where the results then are
   */
  public Path finish(RunRecord run, Provenance provenance) throws IOException {
    write("provenance.json", out -> text(out, w -> JsonFiles.provenance(provenance, w)));
    write(Workplace.RESULT, out -> text(out, w -> JsonFiles.result(run, entries, w)));
    for (String folder : List.of("tables", "arrays", "figures")) {
      Workplace.force(workplace.part().resolve(folder));
    }
    ended = true;
    return workplace.publish();
  }

  /** Removes what has been written, unless the folder was finished. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      workplace.discard();
    }
  }

  private interface Text {
    void to(Writer out) throws IOException;
  }

  private static void text(OutputStream out, Text contents) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    contents.to(writer);
    writer.flush();
  }

  private void write(String file, Contents contents) throws IOException {
    if (ended) {
      throw new IllegalStateException("the run folder " + path() + " has been closed");
    }
    Path to = workplace.part().resolve(file);
    try {
      Files.createDirectories(to.getParent());
      try (FileChannel channel =
          FileChannel.open(
              to,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        contents.to(out);
        out.flush();
        channel.force(true);
      }
    } catch (IOException e) {
      throw Faults.explain("cannot write " + file + " of the run folder " + path(), e);
    }
  }

  /** A file name that is not taken, also where upper and lower case are one. */
  private String free(String folder, String name, String extension) {
    String stem = folder + fileName(name);
    String candidate = stem;
    for (int n = 2; !names.add((candidate + extension).toLowerCase(Locale.ROOT)); n++) {
      candidate = stem + "-" + n;
    }
    return candidate + extension;
  }

  /** Letters, digits, hyphens, underscores and inner dots; the rest becomes hyphens. */
  static String fileName(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return safe.isEmpty() ? "unnamed" : safe;
  }
}
