package org.thalweg.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What times depend on beside the experiment.
 *
 * @param processor the processor's name, or its architecture where the name is not known
 * @param processors how many Java may use
 * @param jvm the virtual machine with its version
 * @param flags the options that Java was started with
 */
public record Machine(String processor, int processors, String jvm, List<String> flags) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String NAME = "model name";

  /**
   * This machine.
   *
   * @return what Java and the system tell of it
   */
  public static Machine here() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        List.copyOf(ManagementFactory.getRuntimeMXBean().getInputArguments()));
  }

  private static String processorName() {
    String architecture = System.getProperty("os.arch");
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(NAME) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElse(architecture);
    } catch (IOException | RuntimeException e) {
      return architecture; // another system, or one that keeps it to itself
    }
  }
}
