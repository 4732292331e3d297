package org.demarche.text;

import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.typography.OneLine;

/**
 * The renderer of pages as documents of HTML that are complete in themselves and well-formed XML.
 * The first heading is the title; sections are listed in a table of contents below it.
 */
final class HtmlRenderer extends PageRenderer {
  private static final String CSS =
      """
      :root { color-scheme: light dark; }
      body { margin: 0 auto; max-width: 48rem; padding: 1rem 1.25rem 3rem;
        font: 1rem/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas;
        overflow-wrap: break-word; }
      h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.4em; break-after: avoid; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1.1rem; }
      h4, h5, h6 { font-size: 1rem; }
      section section section { break-inside: avoid; }
      p { margin: 0.4em 0; }
      .heading { font-weight: bold; }
      .indented { margin-left: 1.5rem; }
      blockquote { margin: 0.6em 0 0.2em 0.25rem; padding-left: 1rem;
        border-left: 0.2rem solid GrayText; }
      .source { margin: 0.2em 0 0.6em 1.45rem; font-size: 0.9rem; }
      ul, ol { padding-left: 1.5rem; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; margin: 0.8em 0; }
      th, td { padding: 0.2rem 0.6rem; border: 1px solid GrayText; text-align: left;
        vertical-align: top; }
      nav { margin: 1.5em 0; }
      @media print {
        body { max-width: none; padding: 0; font-size: 10.5pt; }
        .table { overflow: visible; }
        a { color: inherit; text-decoration: none; }
      }
      """;

  /** Allows the style above and nothing else: no script, no font, no request. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + BaseEncoding.base64()
              .encode(Hashing.sha256().hashString(CSS, StandardCharsets.UTF_8).asBytes())
          + "'";

  /** The characters that HTML and XML 1.0 cannot hold, and lone surrogates. */
  private static final Pattern UNWRITABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uFDD0-\\uFDEF\\uFFFE\\uFFFF\\p{Cs}]");

  private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

  private static final int FEWEST_CONTENTS = 2;
  private static final int LOWEST_HEADING = 6;

  /** A section below the title. */
  private record Entry(int level, String id, String heading) {}

  private final List<Entry> sections = new ArrayList<>();
  private String title = "";

  /** The number of lines up to the title, below which the contents are inserted. */
  private int titleEnd;

  /** The number of heading levels above the outermost sections. */
  private int above;

  HtmlRenderer(Style style) {
    super(style);
  }

  @Override
  String print(List<PageBlocks.Block> page) {
    add(page);
    lines.addAll(titleEnd, contents());
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="%s"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        %s
        </main>
        </body>
        </html>"""
        .formatted(
            attribute(style.language().toLanguageTag()),
            POLICY,
            attribute(OneLine.of(title)),
            CSS,
            String.join("\n", lines));
  }

  /** Returns the sections as nested lists, if there are several. */
  private List<String> contents() {
    List<String> contents = new ArrayList<>();
    if (sections.size() < FEWEST_CONTENTS) {
      return contents;
    }
    Deque<Integer> levels = new ArrayDeque<>(); // of the lists that are open
    contents.add("<nav aria-label=\"Contents\">");
    for (Entry entry : sections) {
      if (levels.isEmpty() || levels.element() < entry.level()) {
        contents.add("<ol>");
        levels.push(entry.level());
      } else {
        contents.add("</li>");
        while (levels.size() > 1 && levels.element() > entry.level()) {
          contents.add("</ol></li>");
          levels.pop();
        }
        levels.push(Math.min(levels.pop(), entry.level())); // a first section may be a lower one
      }
      contents.add("<li><a href=\"#" + entry.id() + "\">" + escaped(entry.heading()) + "</a>");
    }
    contents.add("</li>");
    for (; levels.size() > 1; levels.pop()) {
      contents.add("</ol></li>");
    }
    contents.add("</ol>");
    contents.add("</nav>");
    return contents;
  }

  @Override
  void line(PageBlocks.Line line) {
    String text = escaped(text(line));
    switch (line.role()) {
      case HEADING -> {
        if (lines.isEmpty()) {
          above = 1;
          title(line.text(), "<h1>" + text + "</h1>");
        } else {
          lines.add("<p class=\"heading\">" + text + "</p>");
        }
      }
      case LINE ->
          lines.add((line.indent() == 0 ? "<p>" : "<p class=\"indented\">") + text + "</p>");
      case QUOTE ->
          lines.add(
              "<blockquote dir=\"auto\""
                  + (line.language().isEmpty()
                      ? ""
                      : " lang=\"" + attribute(line.language()) + "\"")
                  + "><p>"
                  + text
                  + "</p></blockquote>");
      case SOURCE -> lines.add("<p class=\"source\">" + text + "</p>");
    }
  }

  private void title(String text, String heading) {
    title = text;
    lines.add(heading);
    titleEnd = lines.size();
  }

  @Override
  void beginSection(String heading) {
    int level = Math.min(above + depth, LOWEST_HEADING);
    String name = "h" + level + ">";
    String text = "<" + name + escaped(heading) + "</" + name;
    if (lines.isEmpty()) {
      title(heading, "<section>\n" + text);
    } else {
      String id = "s" + (sections.size() + 1);
      sections.add(new Entry(above + depth, id, heading));
      lines.add("<section id=\"" + id + "\">");
      lines.add(text);
    }
  }

  @Override
  void endSection() {
    lines.add("</section>");
  }

  @Override
  void gap() {
    // Blocks are set apart by the style.
  }

  @Override
  void beginList() {
    lines.add("<ul>");
  }

  @Override
  void beginMember() {
    lines.add("<li>");
  }

  @Override
  void endMember() {
    lines.add("</li>");
  }

  @Override
  void endList() {
    lines.add("</ul>");
  }

  @Override
  void table(List<String> header, List<? extends List<String>> rows) {
    lines.add("<div class=\"table\" tabindex=\"0\"><table>");
    lines.add("<thead>" + row("th scope=\"col\"", "th", header) + "</thead>");
    lines.add("<tbody>");
    rows.forEach(row -> lines.add(row("td", "td", row)));
    lines.add("</tbody>");
    lines.add("</table></div>");
  }

  private static String row(String opening, String closing, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (String cell : cells) {
      row.append('<').append(opening).append('>').append(escaped(cell));
      row.append("</").append(closing).append('>');
    }
    return row.append("</tr>").toString();
  }

  private static String escaped(String text) {
    return BREAK.matcher(attribute(text)).replaceAll("<br/>");
  }

  /** Returns a text as the value of an attribute, or as the title. */
  private static String attribute(String text) {
    return HtmlEscapers.htmlEscaper().escape(UNWRITABLE.matcher(text).replaceAll("\uFFFD"));
  }
}
