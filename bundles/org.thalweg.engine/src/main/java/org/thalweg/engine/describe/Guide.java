package org.thalweg.engine.describe;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thalweg.engine.catalogue.Snapshot;

/** Writes the user's guide to what is installed, as pages of Markdown. */
public final class Guide {
  private static final String INDEX = "README.md";

  private final Snapshot plugins;

  /**
   * A guide.
   *
   * @param plugins what is installed
   */
  public Guide(Snapshot plugins) {
    this.plugins = plugins;
  }

  /**
   * All pages: an index, the chapters as they are, and one page for each plugin and prediction. The
   * same plugins give the same pages.
   *
   * @param chapters the chapters that somebody wrote, by file name, in the order of the index; each
   *     begins with its title
   * @return the texts by path from the guide's folder, with {@code /} between names
   */
  public SortedMap<String, String> pages(Map<String, String> chapters) {
    List<Description> all = new Describer(plugins).all();
    SortedMap<String, String> pages = new TreeMap<>(chapters);
    pages.put(INDEX, index(chapters, all));
    GuidePage page = new GuidePage(plugins);
    all.forEach(d -> pages.put(GuidePage.path(d.kind(), d.id()), page.text(d)));
    return pages;
  }

  private static String index(Map<String, String> chapters, List<Description> all) {
    Markdown index = new Markdown().heading(1, "Thalweg: the user's guide");
    index.items(
        chapters.entrySet().stream().map(c -> Markdown.link(title(c), c.getKey())).toList());
    index.paragraph("Then what is installed, by kind, as each plugin declares itself.");
    for (String kind : Describer.kinds()) {
      List<String> lines =
          all.stream().filter(d -> d.kind().equals(kind)).map(Guide::line).toList();
      if (!lines.isEmpty()) {
        index.heading(2, kind).items(lines);
      }
    }
    return index.text();
  }

  private static String title(Map.Entry<String, String> chapter) {
    return chapter.getValue().lines().findFirst().orElse(chapter.getKey()).replaceFirst("^# ", "");
  }

  private static String line(Description d) {
    return Markdown.link(d.id(), GuidePage.path(d.kind(), d.id())) + ": " + Markdown.plain(d.doc());
  }
}
