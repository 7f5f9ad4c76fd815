package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.describe.Description;
import org.thalweg.engine.describe.Fit;
import org.thalweg.engine.describe.Fits;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.Parameter;

/** Shows a description on a page. */
final class DescriptionText {
  private static final int INDENT = 2;
  private static final int DEEPER = 6;

  private final Page page;
  private final Snapshot plugins;

  DescriptionText(Page page, Snapshot plugins) {
    this.page = page;
    this.plugins = plugins;
  }

  void add(Description d) {
    page.text(d.kind() + " " + d.id() + ":", d.kind().length() + d.id().length() + 3, d.doc());
    labelled("formula", d.formula());
    labelled("source", d.reference());
    labelled("bundle", (d.bundle() + " " + d.version()).strip());
    if (!d.kind().equals(Description.PREDICTION)) {
      parameters(d.parameters());
    }
    d.example().ifPresent(this::example);
    fits(d);
  }

  private void labelled(String label, String text) {
    if (!text.isEmpty()) {
      page.text(label, 9, text);
    }
  }

  private void parameters(List<Parameter> parameters) {
    page.gap();
    if (parameters.isEmpty()) {
      page.line("no parameters");
      return;
    }
    page.line("parameters");
    String when = "";
    for (Parameter p : parameters) {
      if (!p.when().equals(when)) {
        when = p.when();
        if (!when.isEmpty()) {
          page.line("  where " + when + ":");
        }
      }
      int indent = when.isEmpty() ? INDENT : 2 * INDENT;
      page.hanging(indent, indent + DEEPER, p.path() + ": " + facts(p));
      if (!p.doc().isEmpty()) {
        page.text(indent + DEEPER, p.doc());
      }
      for (Parameter.Alternative a : p.alternatives()) {
        alternative(p, a, indent + DEEPER);
      }
    }
  }

  private void alternative(Parameter p, Parameter.Alternative a, int indent) {
    Optional<Kind> kind = Description.referred(a);
    if (kind.isPresent()) {
      page.text(
          " ".repeat(indent) + a.name() + ":",
          indent + a.name().length() + 2,
          String.join(", ", plugins.ids(kind.get())));
    } else if (!a.doc().isEmpty()) {
      int column =
          indent + p.alternatives().stream().mapToInt(x -> x.name().length()).max().orElse(0);
      page.text(" ".repeat(indent) + a.name(), column + 2, a.doc());
    }
  }

  private static String facts(Parameter p) {
    List<String> facts = new ArrayList<>();
    facts.add(p.type());
    if (!p.range().isEmpty()) {
      facts.add(p.range());
    }
    if (!p.unit().isEmpty()) {
      facts.add("unit " + p.unit());
    }
    if (p.required()) {
      facts.add("required");
    }
    p.defaultText()
        .ifPresent(t -> facts.add(t.equals("null") ? "not given by default" : "default " + t));
    return String.join("; ", facts);
  }

  private void example(JsonNode example) {
    page.gap();
    page.line("example, every default filled in");
    JsonText.write(example).lines().forEach(line -> page.line("  " + line));
  }

  private void fits(Description d) {
    List<Fit> fits = new Fits(plugins).of(d);
    for (String kind : fits.stream().map(Fit::kind).distinct().toList()) {
      List<Fit> ofKind = fits.stream().filter(f -> f.kind().equals(kind)).toList();
      String label = "fits " + kind + "s:";
      page.gap();
      page.text(
          label,
          label.length() + 1,
          orNone(ofKind.stream().filter(Fit::fits).map(Fit::id).toList()));
      for (Fit f : ofKind) {
        if (!f.fits()) {
          page.hanging(INDENT, DEEPER, "not " + f.id() + ": " + f.reason());
        }
      }
    }
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
