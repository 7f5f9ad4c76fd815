package org.thalweg.engine.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thalweg.engine.files.InputFile;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * What the numbers of a point follow from beside its experiment: the code of the plugins that it
 * uses, and the files that it reads.
 *
 * <p>Many points have the same one, so a journal holds each once, in a line of its own before the
 * first point that names it.
 *
 * @param id tells it from others; empty if there are neither bundles nor files
 * @param bundles the bundles of its plugins, by name
 * @param files the files, in the order of reading
 */
public record Basis(String id, List<Code> bundles, List<InputFile> files) {
  /** That of a point of which nothing is known. */
  static final Basis NONE = new Basis("", List.of(), List.of());

  private static final int ID_BYTES = 8;
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /**
   * The code of a bundle.
   *
   * @param bundle its symbolic name
   * @param version its version
   * @param sha256 the SHA-256 of its file in hexadecimal; empty if the file is not known
   */
  public record Code(String bundle, String version, String sha256) {}

  /**
   * Keeps the lists from changing.
   *
   * @param id tells it from others
   * @param bundles the bundles of its plugins
   * @param files the files
   */
  public Basis {
    bundles = List.copyOf(bundles);
    files = List.copyOf(files);
  }

  /** The same with its id. */
  Basis identified() {
    if (bundles.isEmpty() && files.isEmpty()) {
      return NONE;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(JsonText.writeCompact(json(bundles, files)).getBytes(StandardCharsets.UTF_8));
      return new Basis(HexFormat.of().formatHex(hash, 0, ID_BYTES), bundles, files);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static JsonNode json(List<Code> bundles, List<InputFile> files) {
    return JsonNode.object()
        .with(
            "bundles",
            JsonNode.array(
                bundles.stream()
                    .map(
                        c ->
                            JsonNode.array(
                                List.of(
                                    JsonNode.string(c.bundle()),
                                    JsonNode.string(c.version()),
                                    JsonNode.string(c.sha256()))))
                    .toList()))
        .with(
            "files",
            JsonNode.array(
                files.stream()
                    .map(
                        f ->
                            JsonNode.array(
                                List.of(
                                    JsonNode.string(f.path()),
                                    JsonNode.string(f.sha256()),
                                    JsonNode.integer(f.bytes()))))
                    .toList()));
  }

  /**
   * One line for a journal.
   *
   * @return JSON without line breaks
   */
  public String line() {
    JsonNode content = json(bundles, files);
    return JsonText.writeCompact(
        JsonNode.object()
            .with("basis", JsonNode.string(id))
            .with("bundles", content.get("bundles").orElseThrow())
            .with("files", content.get("files").orElseThrow()));
  }

  /**
   * Reads a line back.
   *
   * @param line what {@link #line()} wrote
   * @return the basis; empty if the line is something else or damaged
   */
  static Optional<Basis> of(String line) {
    JsonNode node = JsonText.read(line).value().orElse(JsonNode.nothing());
    if (node.type() != JsonNode.Type.OBJECT) {
      return Optional.empty();
    }
    Optional<JsonNode> id = node.get("basis");
    Optional<List<List<String>>> bundles = node.get("bundles").flatMap(Basis::rows);
    Optional<List<List<String>>> files = node.get("files").flatMap(Basis::rows);
    if (id.isEmpty()
        || bundles.isEmpty()
        || files.isEmpty()
        || !files.get().stream().allMatch(f -> LENGTH.matcher(f.get(2)).matches())) {
      return Optional.empty();
    }
    return Optional.of(
        new Basis(
            id.get().text(),
            bundles.get().stream().map(c -> new Code(c.get(0), c.get(1), c.get(2))).toList(),
            files.get().stream()
                .map(f -> new InputFile(f.get(0), f.get(1), Long.parseLong(f.get(2))))
                .toList()));
  }

  private static Optional<List<List<String>>> rows(JsonNode list) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : list.elements()) {
      rows.add(row.elements().stream().map(JsonNode::text).toList());
    }
    return rows.stream().allMatch(r -> r.size() == 3) ? Optional.of(rows) : Optional.empty();
  }
}
