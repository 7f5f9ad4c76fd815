package org.thalweg.engine.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.params.JsonText;
import org.thalweg.params.Parameter;

/** Writes the page of one plugin or prediction, one folder below the index. */
final class GuidePage {
  private static final String INDEX = "../README.md";
  private static final List<String> COLUMNS =
      List.of("parameter", "type", "unit", "bounds", "default", "meaning");

  private final Snapshot plugins;
  private final Fits fits;

  GuidePage(Snapshot plugins) {
    this.plugins = plugins;
    this.fits = new Fits(plugins);
  }

  /** The page's path from the guide's folder. */
  static String path(String kind, String id) {
    return kind + "/" + id + ".md";
  }

  String text(Description d) {
    Markdown page = new Markdown();
    page.heading(1, d.kind() + " " + d.id()).paragraph(Markdown.plain(d.doc()));
    if (!d.formula().isEmpty()) {
      page.heading(2, "Formula").block("text", d.formula());
    }
    if (!d.reference().isEmpty()) {
      page.heading(2, "Source").paragraph(Markdown.plain(d.reference()));
    }
    if (!d.kind().equals(Description.PREDICTION)) {
      parameters(page, d);
    }
    d.example()
        .ifPresent(
            e ->
                page.heading(2, "Example")
                    .paragraph("With every default filled in:")
                    .block("json", JsonText.write(e)));
    fits(page, d);
    taken(page, d);
    page.paragraph(
        "From the bundle "
            + Markdown.code(d.bundle())
            + " "
            + Markdown.plain(d.version())
            + ". Back to "
            + Markdown.link("the index", INDEX)
            + ".");
    return page.text();
  }

  private static void parameters(Markdown page, Description d) {
    page.heading(2, "Parameters");
    if (d.parameters().isEmpty()) {
      page.paragraph("None.");
    } else {
      page.table(COLUMNS, d.parameters().stream().map(GuidePage::row).toList());
    }
  }

  private static List<String> row(Parameter p) {
    String initial =
        p.required()
            ? "required"
            : p.defaultText()
                .map(t -> t.equals("null") ? "not given" : Markdown.code(t))
                .orElse("");
    return List.of(
        Markdown.code(p.path()),
        Markdown.plain(p.type()),
        Markdown.plain(p.unit()),
        Markdown.plain(p.range()),
        initial,
        meaning(p));
  }

  private static String meaning(Parameter p) {
    List<String> parts = new ArrayList<>();
    if (!p.when().isEmpty()) {
      parts.add("where " + Markdown.code(p.when()) + ":");
    }
    if (!p.doc().isEmpty()) {
      parts.add(Markdown.plain(p.doc()));
    }
    if (!p.alternatives().isEmpty()) {
      parts.add(
          p.alternatives().stream()
              .map(GuidePage::alternative)
              .collect(Collectors.joining("; ", "<br>", "")));
    }
    return String.join(" ", parts);
  }

  private static String alternative(Parameter.Alternative a) {
    return Description.referred(a)
        .map(kind -> "any " + Markdown.link(kind.label(), INDEX + "#" + kind.label()))
        .orElseGet(
            () ->
                Markdown.code(a.name())
                    + (a.doc().isEmpty() ? "" : ": " + Markdown.plain(a.doc())));
  }

  private void fits(Markdown page, Description d) {
    List<Fit> all = fits.of(d);
    for (String kind : all.stream().map(Fit::kind).distinct().toList()) {
      List<Fit> ofKind = all.stream().filter(f -> f.kind().equals(kind)).toList();
      List<String> good =
          ofKind.stream().filter(Fit::fits).map(f -> linked(f.kind(), f.id())).toList();
      page.heading(2, "Fits with, by " + kind)
          .paragraph(good.isEmpty() ? "None." : String.join(", ", good))
          .items(
              ofKind.stream()
                  .filter(f -> !f.fits())
                  .map(f -> "not " + linked(f.kind(), f.id()) + ": " + Markdown.plain(f.reason()))
                  .toList());
    }
  }

  private void taken(Markdown page, Description d) {
    List<Kind> kinds =
        d.parameters().stream()
            .flatMap(p -> p.alternatives().stream())
            .flatMap(a -> Description.referred(a).stream())
            .distinct()
            .sorted()
            .toList();
    for (Kind kind : kinds) {
      page.heading(2, "It takes any " + kind.label())
          .paragraph(
              plugins.ids(kind).stream()
                  .map(id -> linked(kind.label(), id))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String linked(String kind, String id) {
    return Markdown.link(id, "../" + path(kind, id));
  }
}
