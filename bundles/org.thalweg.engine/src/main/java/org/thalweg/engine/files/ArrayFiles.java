package org.thalweg.engine.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.InvalidParameterException;

/**
 * Reads the files of one experiment, each once, and remembers what they were.
 *
 * <p>Every refusal is an {@link InvalidParameterException} with an empty parameter.
 */
public final class ArrayFiles {
  private static final int BUFFER = 1 << 16;
  private static final String COMPRESSED = ".gz";

  private final Path folder;
  private final Map<String, NamedArray> read = new HashMap<>();
  private final List<InputFile> inputs = new ArrayList<>();

  /**
   * Files of an experiment.
   *
   * @param folder where relative paths begin
   */
  public ArrayFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a file, or gives what was read before.
   *
   * @param path the path as the experiment gives it
   * @return the array, shared
   */
  public NamedArray array(String path) {
    NamedArray known = read.get(path);
    if (known != null) {
      return known;
    }
    Path file = resolve(path);
    MessageDigest digest = sha256();
    NamedArray array;
    long bytes;
    try (Counted counted = new Counted(Files.newInputStream(file));
        InputStream in = new BufferedInputStream(new DigestInputStream(counted, digest), BUFFER)) {
      array = array(path, in);
      in.transferTo(OutputStream.nullOutputStream());
      bytes = counted.bytes();
    } catch (AccessDeniedException e) {
      throw refused(path + " cannot be read: permission denied");
    } catch (IOException e) {
      throw refused(path + " cannot be read: " + e.getMessage());
    }
    inputs.add(new InputFile(path, HexFormat.of().formatHex(digest.digest()), bytes));
    read.put(path, array);
    return array;
  }

  /**
   * What was read so far.
   *
   * @return one entry per file, in the order of reading
   */
  public List<InputFile> inputs() {
    return List.copyOf(inputs);
  }

  /**
   * Reads an array from memory.
   *
   * @param name a file name, whose ending tells the format
   * @param contents the whole file
   * @return the array
   */
  public static NamedArray array(String name, byte[] contents) {
    try {
      return array(name, new ByteArrayInputStream(contents));
    } catch (IOException e) {
      throw refused(name + " cannot be read: " + e.getMessage());
    }
  }

  private Path resolve(String path) {
    Path file;
    try {
      file = folder.resolve(path);
    } catch (InvalidPathException e) {
      throw refused("'" + path + "' is no path: " + e.getReason());
    }
    if (path.isBlank()) {
      throw refused("names no file; give the path of a .csv, .npy or .idx file");
    }
    if (Files.isDirectory(file)) {
      throw refused(path + " is a folder; give the path of a .csv, .npy or .idx file");
    }
    if (!Files.exists(file)) {
      throw refused(
          "there is no file "
              + path
              + " in "
              + folder.toAbsolutePath().normalize()
              + "; paths begin at the folder of the experiment file");
    }
    return file;
  }

  /** Reads to the very end, so that a digest of the stream is that of the whole file. */
  private static NamedArray array(String path, InputStream in) throws IOException {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    boolean compressed = name.endsWith(COMPRESSED);
    Format format =
        Format.of(compressed ? name.substring(0, name.length() - COMPRESSED.length()) : name)
            .orElseThrow(
                () ->
                    refused(
                        path
                            + " has no known ending; .csv, .npy, .idx and names such as"
                            + " images-idx3-ubyte are read, each also with .gz"));
    try {
      NamedArray array = format.read(name, compressed ? new GZIPInputStream(in, BUFFER) : in);
      if (array.values().length == 0) {
        throw new DamagedFileException("holds no number");
      }
      return array;
    } catch (DamagedFileException e) {
      throw refused(path + " " + e.getMessage());
    } catch (CharacterCodingException e) {
      throw refused(path + " is not text in UTF-8; save it as UTF-8");
    } catch (ZipException e) {
      throw refused(path + " is damaged or not compressed by gzip: " + e.getMessage());
    } catch (EOFException e) {
      throw refused(path + " ends too early; it was cut off on the way, copy it again");
    } catch (OutOfMemoryError e) {
      throw refused(
          path + " does not fit into Java's memory; raise it with THALWEG_JAVA_OPTS=-Xmx8g");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static InvalidParameterException refused(String message) {
    return new InvalidParameterException("", message);
  }
}
