package org.thalweg.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run folder is written until it is whole: a hidden folder beside the target, renamed at
 * the end.
 *
 * <p>If the target exists already and is empty, perhaps a mount point that cannot be renamed, the
 * hidden folder lies inside it, and its contents are moved up at the end, {@code result.json} last.
 *
 * <p>A lock, which the operating system drops when its process dies, tells a folder that is being
 * written from one that a killed run left behind; the latter is taken over.
 */
final class Workplace {
  static final String RESULT = "result.json";
  private static final String LOCK = ".lock";
  private static final String INNER = ".part";
  private static final long YOUNG_SECONDS = 10;
  private static final int MOST_SUFFIXES = 10_000;

  private final Path target;
  private final Path part;
  private final boolean inside;
  private final FileChannel lock;

  private Workplace(Path target, Path part, boolean inside, FileChannel lock) {
    this.target = target;
    this.part = part;
    this.inside = inside;
    this.lock = lock;
  }

  /** Says that something is there already; with a default name the next one is tried. */
  static final class TakenException extends IOException {
    private static final long serialVersionUID = 1;

    TakenException(String message) {
      super(message);
    }
  }

  /** Prepares to write a folder that does not exist or is empty. */
  static Workplace at(Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    try {
      boolean inside = Files.exists(target);
      if (inside && !Files.isDirectory(target)) {
        throw new TakenException("the run folder " + target + " is a file; choose another name");
      }
      Path sweep = target.resolve(FolderLock.NAME);
      if (inside && HeldLock.isHeld(sweep, false)) {
        throw new BusyFolderException(
            "a sweep is writing the folder "
                + target
                + HeldLock.holder(sweep)
                + "; wait for it, or choose another");
      }
      if (inside && !isEmpty(target)) {
        throw new TakenException(
            "the run folder " + target + " is not empty; choose another, or remove it");
      }
      if (target.getParent() == null) {
        throw new TakenException("the run folder cannot be " + target);
      }
      Path part = inside ? target.resolve(INNER) : target.resolveSibling(hidden(target));
      Workplace workplace = new Workplace(target, part, inside, acquire(part, target));
      if (!inside && Files.exists(target)) {
        workplace.discard();
        throw new TakenException("the run folder " + target + " has just been written by another");
      }
      return workplace;
    } catch (BusyFolderException | TakenException e) {
      throw e;
    } catch (IOException e) {
      throw Faults.explain("cannot make the run folder " + target, e);
    }
  }

  /** Prepares to write parent/name, or parent/name-2 and so on if that is taken. */
  static Workplace in(Path parent, String name) throws IOException {
    for (int n = 1; ; n++) {
      Path candidate = parent.resolve(n == 1 ? name : name + "-" + n);
      try {
        if (!Files.exists(candidate)) {
          return at(candidate);
        }
      } catch (BusyFolderException | TakenException e) {
        // taken by a run that is going on: the next number is free or will be
      }
      if (n == MOST_SUFFIXES) {
        throw new IOException("too many run folders " + parent.resolve(name) + "-N");
      }
    }
  }

  /** Refuses a folder that a run is writing, whether the folder is there yet or not. */
  static void refuseBusy(Path target) throws BusyFolderException {
    Path parent = target.getParent();
    Path beside = parent == null ? target : parent.resolve(hidden(target));
    for (Path part : List.of(beside, target.resolve(INNER))) {
      Path file = part.resolve(LOCK);
      if (HeldLock.isHeld(file, false)) {
        throw new BusyFolderException(
            "a run is writing the folder "
                + target
                + HeldLock.holder(file)
                + "; wait for it, or choose another");
      }
    }
  }

  private static String hidden(Path target) {
    return "." + target.getFileName() + INNER;
  }

  Path target() {
    return target;
  }

  /**
   * Hidden folders beside this one that killed runs left behind: nobody holds their locks.
   *
   * <p>A lock of the last seconds may be one that its run is about to take, and is not tried.
   */
  List<Path> abandoned() {
    Path parent = target.getParent();
    FileTime recent = FileTime.from(Instant.now().minusSeconds(YOUNG_SECONDS));
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(parent, ".*" + INNER)) {
      for (Path other : hidden) {
        Path file = other.resolve(LOCK);
        if (!other.equals(part)
            && Files.isRegularFile(file)
            && Files.getLastModifiedTime(file).compareTo(recent) < 0
            && !HeldLock.isHeld(file, true)) {
          found.add(other);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // a remark that cannot be made stops no run
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  Path part() {
    return part;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.allMatch(child -> child.getFileName().toString().equals(INNER));
    }
  }

  private static FileChannel acquire(Path part, Path target) throws IOException {
    boolean left = Files.exists(part);
    Files.createDirectories(part);
    FileChannel channel =
        FileChannel.open(part.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    boolean supported = true;
    try {
      locked = HeldLock.take(channel);
    } catch (IOException e) {
      // some network file systems have no locks: then a folder that is there counts as in use
      supported = false;
      locked = !left;
    }
    if (!locked) {
      channel.close();
      throw new BusyFolderException(
          "another run is writing the run folder "
              + target
              + HeldLock.holder(part.resolve(LOCK))
              + (supported ? "" : "; if none is, remove " + part));
    }
    if (Files.exists(part.resolve(RESULT))) {
      channel.close();
      throw new TakenException(
          "an earlier run's whole result lies in " + part + "; move it away, or remove it");
    }
    if (left) {
      delete(part, LOCK);
    }
    return channel;
  }

  /**
   * Makes the folder appear under its name, or under the name with a number if that has been taken
   * meanwhile, so that no result is lost.
   *
   * @return the folder's path
   */
  Path publish() throws IOException {
    try {
      force(part);
      Path published = inside ? moveUp() : rename();
      lock.close();
      Files.deleteIfExists(published.resolve(LOCK));
      force(published.toAbsolutePath().getParent());
      return published;
    } catch (IOException e) {
      lock.close();
      throw Faults.explain(
          "the run is whole but cannot be moved to " + target + " and stays in " + part, e);
    }
  }

  private Path rename() throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      // there an open file holds its folder
      lock.close();
    }
    for (int n = 1; ; n++) {
      Path to = n == 1 ? target : target.resolveSibling(target.getFileName() + "-" + n);
      try {
        if (!Files.exists(to)) {
          return Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (IOException e) {
        if (!Files.exists(to)) {
          throw e;
        }
      }
      if (n == MOST_SUFFIXES) {
        throw new IOException("it and its numbered siblings exist");
      }
    }
  }

  private Path moveUp() throws IOException {
    List<Path> children = new ArrayList<>();
    try (Stream<Path> listed = Files.list(part)) {
      listed.filter(c -> !c.getFileName().toString().equals(LOCK)).forEach(children::add);
    }
    children.sort(
        Comparator.comparing((Path c) -> c.getFileName().toString().equals(RESULT))
            .thenComparing(Comparator.naturalOrder()));
    for (Path child : children) {
      Files.move(child, target.resolve(child.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    force(target);
    lock.close();
    delete(part, "");
    Files.delete(part);
    return target;
  }

  /** Removes what has been written. */
  void discard() throws IOException {
    lock.close();
    if (Files.exists(part)) {
      delete(part, "");
      Files.delete(part);
    }
  }

  /** Deletes what a folder holds, but for one file at its top; links are not followed. */
  static void delete(Path folder, String kept) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            if (!file.equals(folder.resolve(kept))) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path d, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            if (!d.equals(folder)) {
              Files.delete(d);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Brings a folder's entries to the disk where the system can do that. */
  static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders, and its renames are journalled
    }
  }
}
