package org.thalweg.cli;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg config}: what is set, by what, and how to change it; changes nothing. */
@Command(
    name = "config",
    description = "Shows every setting: its value, where that comes from, how to change it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  thalweg config", "  thalweg config --json"})
final class ConfigCommand implements Callable<Integer> {
  private static final String ENVIRONMENT = "environment";
  private static final String DEFAULT = "default";

  private final Workbench workbench;

  @Option(names = "--json", description = "prints one JSON document")
  private boolean json;

  ConfigCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  private record Setting(String name, String value, String from, String change) {
    JsonNode json() {
      return JsonNode.object()
          .with("name", JsonNode.string(name))
          .with("value", JsonNode.string(value))
          .with("from", JsonNode.string(from))
          .with("change", JsonNode.string(change));
    }
  }

  @Override
  public Integer call() {
    List<Setting> settings = settings();
    if (json) {
      System.out.print(
          JsonText.write(JsonNode.array(settings.stream().map(Setting::json).toList())));
      return ExitCode.OK;
    }
    TextTable table = new TextTable(List.of("setting", "value", "from", "to change it"));
    // empty values show as a hyphen
    settings.forEach(
        s ->
            table.row(
                List.of(s.name(), s.value().isEmpty() ? "-" : s.value(), s.from(), s.change())));
    table.lines().forEach(System.out::println);
    return ExitCode.OK;
  }

  private List<Setting> settings() {
    Path home = Path.of(property("thalweg.home", ""));
    List<Setting> all = new ArrayList<>();
    all.add(
        new Setting(
            "threads",
            Integer.toString(Runtime.getRuntime().availableProcessors()),
            DEFAULT,
            "--threads N"));
    all.add(
        new Setting(
            "vector",
            variable("THALWEG_VECTOR").equals("off")
                ? "off"
                : hasVectors() ? "on" : "off, this Java lacks jdk.incubator.vector",
            from("THALWEG_VECTOR"),
            "THALWEG_VECTOR=off"));
    all.add(
        new Setting(
            "archive",
            variable("THALWEG_ARCHIVE").equals("off") || caches().isEmpty() ? "off" : "on",
            from("THALWEG_ARCHIVE"),
            "THALWEG_ARCHIVE=off"));
    all.add(
        new Setting(
            "cache folder",
            caches(),
            variable("XDG_CACHE_HOME").isEmpty() ? DEFAULT : ENVIRONMENT,
            "XDG_CACHE_HOME=DIR"));
    String plugins = variable("THALWEG_PLUGINS");
    all.add(
        new Setting(
            "plugins folder",
            (plugins.isEmpty() ? home.resolve("plugins") : Path.of(plugins).toAbsolutePath())
                .normalize()
                .toString(),
            from("THALWEG_PLUGINS"),
            "THALWEG_PLUGINS=DIR"));
    all.add(
        new Setting("java", System.getProperty("java.home"), from("JAVA_HOME"), "JAVA_HOME=DIR"));
    all.add(
        new Setting(
            "java options",
            variable("THALWEG_JAVA_OPTS"),
            from("THALWEG_JAVA_OPTS"),
            "THALWEG_JAVA_OPTS='-Xmx8g'"));
    all.add(
        new Setting(
            "colours",
            workbench.colours() ? "on" : "off",
            variable("NO_COLOR").isEmpty() ? "default: on a terminal" : ENVIRONMENT,
            "NO_COLOR=1, --no-color"));
    all.add(new Setting("distribution", home.toString(), "bin/thalweg", "run another one's"));
    all.add(new Setting("examples", home.resolve("examples").toString(), "distribution", "-"));
    all.add(new Setting("load.py", home.resolve("python/load.py").toString(), "distribution", "-"));
    return all;
  }

  private String property(String name, String otherwise) {
    String value = workbench.context().getProperty(name);
    return value == null ? otherwise : value;
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  private static String from(String name) {
    return variable(name).isEmpty() ? DEFAULT : ENVIRONMENT;
  }

  private static boolean hasVectors() {
    return ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
  }

  /** As the script finds it; empty if there is nowhere to put one. */
  private static String caches() {
    String given = variable("XDG_CACHE_HOME");
    if (!given.isEmpty()) {
      return Path.of(given, "thalweg").toString();
    }
    String user = variable("HOME");
    return user.isEmpty() ? "" : Path.of(user, ".cache", "thalweg").toString();
  }
}
