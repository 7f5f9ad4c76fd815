package org.thalweg.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When, where and with which code a run was made; nothing of it may show in any other file.
 *
 * @param start when the run began
 * @param end when it ended
 * @param threads the number of threads
 * @param command the command line, empty if there was none
 * @param folder the folder at which paths of files that the experiment names begin
 * @param machine where it ran
 * @param version Thalweg's version
 * @param revision the revision of the source, where the build recorded one
 * @param dirty whether the source differed from that revision, where the build recorded it
 * @param bundles the bundles that were running
 */
public record Provenance(
    Instant start,
    Instant end,
    int threads,
    List<String> command,
    Path folder,
    Machine machine,
    String version,
    Optional<String> revision,
    Optional<Boolean> dirty,
    List<BundleVersion> bundles) {
  /**
   * Keeps the lists from changing.
   *
   * @param start when the run began
   * @param end when it ended
   * @param threads the number of threads
   * @param command the command line
   * @param folder where the experiment's paths begin
   * @param machine where it ran
   * @param version Thalweg's version
   * @param revision the revision of the source
   * @param dirty whether the source differed from it
   * @param bundles the bundles that were running
   */
  public Provenance {
    command = List.copyOf(command);
    bundles = List.copyOf(bundles);
  }

  /**
   * A bundle with its version.
   *
   * @param name the symbolic name
   * @param version the version
   * @param sha256 the SHA-256 of its file in hexadecimal; empty if the file is not known
   */
  public record BundleVersion(String name, String version, String sha256) {}

  /**
   * Where a run was made.
   *
   * @param host the host's name
   * @param system the operating system with its version
   * @param architecture the processor's architecture
   * @param processors the number of processors that Java sees
   * @param java the Java version
   * @param vm the virtual machine with its version and vendor
   */
  public record Machine(
      String host, String system, String architecture, int processors, String java, String vm) {
    /**
     * This machine.
     *
     * @return what Java tells of it
     */
    public static Machine here() {
      return new Machine(
          HostName.here(),
          System.getProperty("os.name") + " " + System.getProperty("os.version"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          System.getProperty("java.vm.name")
              + " "
              + System.getProperty("java.vm.version")
              + ", "
              + System.getProperty("java.vm.vendor"));
    }
  }
}
