package org.thalweg.store;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.thalweg.api.analysis.Table;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * The folder of a sweep, in which a second call goes on where the first ended.
 *
 * <p>What is finished stands in {@code journal.jsonl} from the moment that it is; everything else
 * is written from that at the end of each call, each file whole or not at all, {@code result.json}
 * last. One process writes at a time; the lock goes with the process that held it. Not thread-safe
 * but for the journal.
 */
public final class SweepFolder implements Closeable {
  private static final String JOURNAL = "journal.jsonl";
  private static final String FIGURES = "figures";
  private static final int MOST_SUFFIXES = 10_000;

  private final Path folder;
  private final FolderLock lock;
  private final List<JsonNode> tables = new ArrayList<>();
  private final List<JsonNode> figures = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private SweepFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder that does not exist, is empty, or holds a sweep.
   *
   * @param folder the folder
   * @return the folder, to be closed
   * @throws BusyFolderException if another process is writing it
   * @throws IOException if it holds something else, or cannot be made
   */
  public static SweepFolder at(Path folder) throws IOException {
    Path at = folder.toAbsolutePath().normalize();
    if (Files.exists(at) && !Files.isDirectory(at)) {
      throw new IOException("the sweep's folder " + at + " is a file; choose another name");
    }
    try {
      Workplace.refuseBusy(at);
      if (Files.exists(at) && !Files.exists(at.resolve(JOURNAL)) && !isEmpty(at)) {
        throw new IOException(
            "the folder " + at + " is not empty and holds no sweep; choose another, or remove it");
      }
      Files.createDirectories(at);
      return new SweepFolder(at, FolderLock.of(at));
    } catch (FileSystemException e) {
      throw Faults.explain("cannot make the sweep's folder " + at, e);
    }
  }

  /**
   * Begins a folder with a name that is not taken: NAME-YYYYMMDD-HHMMSS, with a number if need be.
   *
   * @param parent the folder of all runs, made if it does not exist
   * @param name the experiment's name
   * @param time the local time of the start
   * @return the folder, to be closed
   * @throws IOException if it cannot be made
   */
  public static SweepFolder in(Path parent, String name, LocalDateTime time) throws IOException {
    String stem = RunFolder.fileName(name) + "-" + RunFolder.STAMP.format(time);
    for (int n = 1; n <= MOST_SUFFIXES; n++) {
      Path candidate = parent.resolve(n == 1 ? stem : stem + "-" + n);
      if (!Files.exists(candidate)) {
        try {
          return at(candidate);
        } catch (BusyFolderException e) {
          // another took the name in this moment: the next number is free or will be
        }
      }
    }
    throw new IOException("too many sweep folders " + parent.resolve(stem) + "-N");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.allMatch(c -> c.getFileName().toString().equals(FolderLock.NAME));
    }
  }

  /**
   * Where it is.
   *
   * @return an absolute path
   */
  public Path path() {
    return folder;
  }

  /**
   * Where a point's own run folder is, if it is kept.
   *
   * @param key the point's key
   * @return a path that may not exist
   */
  public Path point(String key) {
    return folder.resolve("points").resolve(key);
  }

  /**
   * Whether a point's own run folder is there and whole.
   *
   * @param key the point's key
   * @return true if it has a result
   */
  public boolean holds(String key) {
    return Files.exists(point(key).resolve(Workplace.RESULT));
  }

  /**
   * Begins a point's own run folder; what an earlier call left of it goes.
   *
   * @param key the point's key
   * @return the folder, to be closed
   * @throws IOException if it cannot be made
   */
  public RunFolder beginPoint(String key) throws IOException {
    Path at = point(key);
    if (Files.exists(at)) {
      Workplace.delete(at, "");
      Files.delete(at);
    }
    return RunFolder.at(at);
  }

  /**
   * Reads the journal of a sweep without taking its folder.
   *
   * @param folder the sweep's folder; one that does not exist or holds no sweep has no lines
   * @param earlier receives every line
   * @throws IOException if the journal cannot be read
   */
  public static void look(Path folder, Consumer<String> earlier) throws IOException {
    Path journal = folder.resolve(JOURNAL);
    if (!Files.exists(journal)) {
      return;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      lines.forEach(earlier);
    } catch (IOException | UncheckedIOException e) {
      throw new IOException("cannot read the journal of the sweep " + folder, e);
    }
  }

  /**
   * Opens the journal of finished points, and says that the folder is no longer whole.
   *
   * @param earlier receives every line of earlier calls
   * @return the journal, to be closed before the folder
   * @throws IOException if it cannot be read or written
   */
  public Journal journal(Consumer<String> earlier) throws IOException {
    try {
      return Journal.open(folder.resolve(JOURNAL), earlier);
    } catch (IOException e) {
      throw Faults.explain("cannot open the journal of the sweep " + folder, e);
    }
  }

  /**
   * Writes the experiment with its sweep, and takes the earlier result away until there is a new
   * one.
   *
   * @param json the resolved experiment
   * @throws IOException if it cannot be written
   */
  public void experiment(String json) throws IOException {
    try {
      Files.deleteIfExists(folder.resolve(Workplace.RESULT));
    } catch (IOException e) {
      throw Faults.explain("cannot write to the sweep " + folder, e);
    }
    write("experiment.json", json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a table.
   *
   * @param table the table, which gives the file its name
   * @throws IOException if it cannot be written
   */
  public void table(Table table) throws IOException {
    String file = table.name() + ".csv";
    replace(
        file,
        channel -> {
          Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8),
                  1 << 16);
          CsvFile.write(table, out);
          out.flush();
        });
    tables.add(
        JsonNode.object()
            .with("file", JsonNode.string(file))
            .with("title", JsonNode.string(table.title()))
            .with("rows", JsonNode.integer(table.rows()))
            .with(
                "columns",
                JsonNode.array(
                    table.columns().stream().map(c -> JsonNode.string(c.name())).toList())));
  }

  /**
   * Takes away the figures of earlier calls.
   *
   * @throws IOException if they cannot be removed
   */
  public void clearFigures() throws IOException {
    Path at = folder.resolve(FIGURES);
    if (Files.isDirectory(at)) {
      Workplace.delete(at, "");
    }
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
    String stem = RunFolder.fileName(name);
    String free = stem;
    for (int n = 2; !names.add(free.toLowerCase(Locale.ROOT)); n++) {
      free = stem + "-" + n;
    }
    List<JsonNode> files = new ArrayList<>();
    if (svg.length > 0) {
      files.add(JsonNode.string(FIGURES + "/" + free + ".svg"));
      write(FIGURES + "/" + free + ".svg", svg);
    }
    if (png.length > 0) {
      files.add(JsonNode.string(FIGURES + "/" + free + ".png"));
      write(FIGURES + "/" + free + ".png", png);
    }
    figures.add(
        JsonNode.object()
            .with("files", JsonNode.array(files))
            .with("title", JsonNode.string(title)));
  }

  /**
   * Adds to the log.
   *
   * @param text what this call did
   * @throws IOException if it cannot be written
   */
  public void log(String text) throws IOException {
    try {
      Files.writeString(
          folder.resolve("run.log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Faults.explain("cannot write run.log of the sweep " + folder, e);
    }
  }

  /**
   * Writes provenance and result, which makes the folder whole.
   *
   * @param result how the sweep went; the lists of tables and figures are added
   * @param provenance when, where and with which code this call ran
   * @return the result as it was written
   * @throws IOException if it cannot be written
   */
  public String finish(JsonNode result, Provenance provenance) throws IOException {
    StringWriter text = new StringWriter();
    JsonFiles.provenance(provenance, text);
    write("provenance.json", text.toString().getBytes(StandardCharsets.UTF_8));
    String json =
        JsonText.write(
            result.with("tables", JsonNode.array(tables)).with("figures", JsonNode.array(figures)));
    write(Workplace.RESULT, json.getBytes(StandardCharsets.UTF_8));
    return json;
  }

  private interface Contents {
    void to(FileChannel channel) throws IOException;
  }

  private void write(String file, byte[] bytes) throws IOException {
    replace(
        file,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }

  /** A reader sees the old file or the new one, never a part. */
  private void replace(String file, Contents contents) throws IOException {
    Path to = folder.resolve(file);
    Path part = to.resolveSibling("." + to.getFileName() + ".part");
    try {
      Files.createDirectories(to.getParent());
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        contents.to(channel);
        channel.force(true);
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Workplace.force(to.getParent());
    } catch (IOException e) {
      throw Faults.explain("cannot write " + file + " of the sweep " + folder, e);
    }
  }

  /** Lets others write the folder. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
