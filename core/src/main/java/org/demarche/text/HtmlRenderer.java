package org.demarche.text;

import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.typography.OneLine;
import org.demarche.typography.VisibleText;

/**
 * The renderer of pages as documents of HTML that are complete in themselves and well-formed XML.
 * The first heading is the title; sections are listed in a table of contents below it.
 */
final class HtmlRenderer extends PageRenderer {
  /** Marks the style sheet of a picture, which is moved to the head of the page. */
  private static final Pattern STYLE = Pattern.compile("\\s*<style>(.*?)</style>", Pattern.DOTALL);

  /** A tag of a picture, and the names in it of elements of the picture. */
  private static final Pattern TAG = Pattern.compile("<[^!?/][^>]*>");

  private static final Pattern ID = Pattern.compile("(?<=\\sid=\")[^\"]+");
  private static final Pattern REFERENCES =
      Pattern.compile(
          "(?<=\\sid=\"|url\\(#|href=\"#)[^\")]+|(?<=aria-labelledby=\"|aria-describedby=\")[^\"]+");

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern INDENT = Pattern.compile("\\n\\s+");

  private static final int FEWEST_CONTENTS = 2;
  private static final int LOWEST_HEADING = 6;

  /** A section below the title. */
  private record Entry(int level, String id, String heading) {}

  private final List<Entry> sections = new ArrayList<>();

  /** The style sheets of the page and of its pictures. */
  private final Set<String> styles = new LinkedHashSet<>(List.of(HtmlStyles.CSS));

  /** The ids of elements so far. */
  private final Set<String> ids = new HashSet<>();

  private String silence = "";
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
    see(page);
    add(page);
    lines.addAll(titleEnd, contents());
    StringBuilder sheets = new StringBuilder();
    styles.forEach(sheet -> sheets.append("<style>").append(sheet).append("</style>\n"));
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="%s"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title>
        %s</head>
        <body>
        <main>
        %s
        </main>
        </body>
        </html>"""
        .formatted(
            attribute(style.language().toLanguageTag()),
            policy(),
            attribute(OneLine.of(title)),
            sheets,
            String.join("\n", lines));
  }

  /** Notes the meaning of the sign for no position. */
  @Override
  void see(PageBlocks.Legend legend) {
    if (silence.isEmpty()) {
      silence = legend.signs().getOrDefault("·", "");
    }
  }

  /** Allows the style sheets of the page and nothing else: no script, no font, no request. */
  private String policy() {
    return styles.stream()
        .map(sheet -> Hashing.sha256().hashString(sheet, StandardCharsets.UTF_8).asBytes())
        .map(hash -> " 'sha256-" + BaseEncoding.base64().encode(hash) + "'")
        .collect(Collectors.joining("", "default-src 'none'; style-src", ""));
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
          title = title.isEmpty() ? line.text() : title; // of a page that begins without a heading
          lines.add("<p class=\"heading\">" + text + "</p>");
        }
      }
      case LINE ->
          lines.add(
              (line.indent() == 0 ? "<p>" : "<p class=\"indented\">") + linked(line) + "</p>");
      case QUOTE ->
          lines.add(
              "<blockquote dir=\"auto\""
                  + (line.language().isEmpty()
                      ? ""
                      : " lang=\"" + attribute(line.language()) + "\"")
                  + "><p>"
                  + text
                  + "</p></blockquote>");
      case SOURCE -> lines.add("<p class=\"source\">" + linked(line) + "</p>");
    }
  }

  private String linked(PageBlocks.Line line) {
    return line.parts().stream().map(this::cell).collect(Collectors.joining());
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
      while (anchors.contains(id) || !ids.add(id)) {
        id += "s";
      }
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
  void beginList(boolean apart) {
    lines.add(apart ? "<ul class=\"passages\">" : "<ul>");
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
  void table(List<String> header, List<? extends List<Cell>> rows) {
    lines.addAll(new HtmlTable(header, rows, this::cell, silence).lines());
  }

  private String cell(Cell cell) {
    String words = escaped(cell.text());
    if (anchors.contains(cell.target())) {
      return "<a href=\"#" + attribute(cell.target()) + "\">" + words + "</a>";
    }
    return cell.isAddress()
        ? "<a rel=\"noreferrer\" href=\"" + attribute(cell.target()) + "\">" + words + "</a>"
        : words;
  }

  @Override
  void anchored(PageBlocks.Anchored anchored) {
    boolean isFirst = ids.add(anchored.anchor());
    lines.add(
        isFirst
            ? "<div class=\"entry\" id=\"" + attribute(anchored.anchor()) + "\">"
            : "<div class=\"entry\">");
    add(anchored.body());
    lines.add("</div>");
  }

  @Override
  void columns(PageBlocks.Columns columns) {
    lines.add("<div class=\"columns\">");
    lines.add("<div>");
    add(columns.left());
    lines.add("</div>");
    lines.add("<div>");
    add(columns.right());
    lines.add("</div>");
    lines.add("</div>");
  }

  @Override
  void picture(PageBlocks.Drawn picture) {
    lines.add("<figure>");
    String wide = picture.svg().get();
    List<String> narrow = picture.narrow().get();
    if (narrow.equals(List.of(wide))) {
      lines.add(inlined(wide));
    } else {
      lines.add("<div class=\"wide\">" + inlined(wide) + "</div>");
      lines.add("<div class=\"narrow\">");
      narrow.forEach(part -> lines.add(inlined(part)));
      lines.add("</div>");
    }
    if (!picture.facts().get().isEmpty()) {
      lines.add("<details><summary>The same facts as tables</summary>");
      super.picture(picture);
      lines.add("</details>");
    }
    lines.add("</figure>");
  }

  /** Returns a picture whose style sheets were moved to the head, and whose ids are its own. */
  private String inlined(String svg) {
    Matcher sheets = STYLE.matcher(svg);
    while (sheets.find()) {
      styles.add(sheets.group(1));
    }
    return withOwnIds(INDENT.matcher(sheets.replaceAll("")).replaceAll("\n").strip());
  }

  /** Numbers the ids of a picture, and what refers to them, if one is on the page already. */
  private String withOwnIds(String svg) {
    Set<String> own = new LinkedHashSet<>();
    TAG.matcher(svg)
        .results()
        .forEach(tag -> ID.matcher(tag.group()).results().forEach(id -> own.add(id.group())));
    int number = 1;
    while (own.stream()
        .map(numbered(number))
        .anyMatch(id -> ids.contains(id) || anchors.contains(id))) {
      number++;
    }
    UnaryOperator<String> renamed = numbered(number);
    own.stream().map(renamed).forEach(ids::add);
    return number == 1
        ? svg
        : replaced(
            TAG, svg, tag -> replaced(REFERENCES, tag, names -> replaced(WORD, names, renamed)));
  }

  private static UnaryOperator<String> numbered(int number) {
    return number == 1 ? UnaryOperator.identity() : id -> id + "-" + number;
  }

  private static String replaced(Pattern pattern, String text, UnaryOperator<String> change) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
  }

  static String escaped(String text) {
    return attribute(text).replace("\n", "<br/>");
  }

  /** Returns a text as the value of an attribute, or as the title. */
  static String attribute(String text) {
    return HtmlEscapers.htmlEscaper().escape(VisibleText.of(text));
  }
}
