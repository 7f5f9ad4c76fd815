package org.thalweg.store;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Table.Column;
import org.thalweg.api.analysis.Table.Counts;
import org.thalweg.api.analysis.Table.Numbers;
import org.thalweg.api.method.MethodResult.Fact;
import org.thalweg.params.Decimal;

/**
 * The files {@code result.json} and {@code provenance.json}.
 *
 * <p>JSON has no numbers that are none: they are the strings "NaN", "Infinity" and "-Infinity".
 */
final class JsonFiles {
  /** The version of both files; a reader refuses a newer one. */
  static final int FORMAT = 1;

  private final JsonWriter json;

  private JsonFiles(Writer out) {
    json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(false);
  }

  static void result(RunRecord run, List<Entry> entries, Writer out) throws IOException {
    new JsonFiles(out).writeResult(run, entries);
    out.append('\n');
  }

  static void provenance(Provenance provenance, Writer out) throws IOException {
    new JsonFiles(out).writeProvenance(provenance);
    out.append('\n');
  }

  private void writeResult(RunRecord run, List<Entry> entries) throws IOException {
    json.beginObject();
    json.name("format").value(FORMAT);
    json.name("name").value(run.name());
    json.name("status").value(run.status().word());
    if (!run.message().isEmpty()) {
      json.name("message").value(run.message());
    }
    json.name("numericsVersion").value(run.numericsVersion());
    json.name("methods").beginArray();
    for (RunRecord.Method method : run.methods()) {
      writeMethod(method);
    }
    json.endArray();
    json.name("inputs").beginArray();
    for (RunRecord.Input input : run.inputs()) {
      json.beginObject();
      json.name("path").value(input.path());
      json.name("sha256").value(input.sha256());
      json.name("bytes").value(input.bytes());
      json.endObject();
    }
    json.endArray();
    json.name("judgements").beginArray();
    for (Judgement judgement : run.judgements()) {
      writeJudgement(judgement);
    }
    json.endArray();
    strings("warnings", run.warnings());
    json.name("tables").beginArray();
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfTable table) {
        writeTable(table);
      }
    }
    json.endArray();
    json.name("arrays").beginArray();
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfArray array) {
        writeArray(array);
      }
    }
    json.endArray();
    json.name("figures").beginArray();
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfFigure figure) {
        json.beginObject();
        strings("files", figure.files());
        json.name("title").value(figure.title());
        json.endObject();
      }
    }
    json.endArray();
    json.endObject();
    json.flush();
  }

  private void writeMethod(RunRecord.Method method) throws IOException {
    json.beginObject();
    json.name("id").value(method.id());
    json.name("type").value(method.type());
    json.name("facts").beginArray();
    for (Fact fact : method.facts()) {
      json.beginObject();
      json.name("name").value(fact.name());
      number("value", fact.value());
      json.name("unit").value(fact.unit());
      json.name("meaning").value(fact.meaning());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void writeJudgement(Judgement judgement) throws IOException {
    json.beginObject();
    json.name("quantity").value(judgement.quantity());
    json.name("left").value(judgement.left());
    json.name("right").value(judgement.right());
    json.name("outcome").value(judgement.outcome().name().toLowerCase(Locale.ROOT));
    number("value", judgement.value());
    number("expected", judgement.expected());
    number("standardError", judgement.standardError());
    json.name("explanation").value(judgement.explanation());
    json.endObject();
  }

  private void writeTable(Entry.OfTable table) throws IOException {
    json.beginObject();
    json.name("file").value(table.file());
    json.name("title").value(table.title());
    json.name("rows").value(table.rows());
    json.name("columns").beginArray();
    for (Column column : table.columns()) {
      json.beginObject();
      json.name("name").value(column.name());
      if (column instanceof Numbers numbers) {
        json.name("type").value("number");
        json.name("unit").value(numbers.unit());
      } else {
        json.name("type").value(column instanceof Counts ? "integer" : "text");
      }
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void writeArray(Entry.OfArray array) throws IOException {
    json.beginObject();
    json.name("file").value(array.file());
    json.name("meaning").value(array.meaning());
    json.name("shape").beginArray();
    for (int length : array.shape()) {
      json.value(length);
    }
    json.endArray();
    json.endObject();
  }

  private void writeProvenance(Provenance p) throws IOException {
    json.beginObject();
    json.name("format").value(FORMAT);
    json.name("start").value(p.start().toString());
    json.name("end").value(p.end().toString());
    json.name("threads").value(p.threads());
    strings("command", p.command());
    json.name("folder").value(p.folder().toString());
    json.name("machine").beginObject();
    json.name("host").value(p.machine().host());
    json.name("system").value(p.machine().system());
    json.name("architecture").value(p.machine().architecture());
    json.name("processors").value(p.machine().processors());
    json.name("java").value(p.machine().java());
    json.name("vm").value(p.machine().vm());
    json.endObject();
    json.name("thalweg").beginObject();
    json.name("version").value(p.version());
    if (p.revision().isPresent()) {
      json.name("revision").value(p.revision().get());
    }
    if (p.dirty().isPresent()) {
      json.name("dirty").value(p.dirty().get());
    }
    json.endObject();
    json.name("bundles").beginArray();
    for (Provenance.BundleVersion bundle : p.bundles()) {
      json.beginObject();
      json.name("name").value(bundle.name());
      json.name("version").value(bundle.version());
      json.name("sha256").value(bundle.sha256());
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.flush();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private void number(String name, double value) throws IOException {
    json.name(name);
    if (Double.isFinite(value)) {
      json.jsonValue(Decimal.of(value));
    } else {
      json.value(Double.toString(value));
    }
  }
}
