package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.typography.DisplayWidth;
import org.demarche.typography.TypographicMarks;

/**
 * The renderer of pages in Markdown. Indented lines become list items, and quotations become block
 * quotes.
 */
final class MarkdownRenderer extends PageRenderer {
  /** The characters that Markdown would read as markup. An underscore inside a word is not. */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*<|~&]|\\](?=[(\\[:])|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** The characters that would be read as markup in the words of a link. */
  private static final Pattern BRACKETED = Pattern.compile(MARKUP + "|[\\[\\]]");

  /** The characters that begin a list, heading, rule or task at the start of a line. */
  private static final Pattern OPENING =
      Pattern.compile("(?<=^\\d{1,9})[.)](?= |$)|^[#+-](?=[ #+-]|$)|^[>=]|^\\[(?=[ xX]\\])");

  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

  MarkdownRenderer(Style style) {
    super(style);
  }

  @Override
  void line(PageBlocks.Line line) {
    String text =
        line.parts().stream().anyMatch(Cell::isAddress)
            ? line.parts().stream().map(MarkdownRenderer::cell).collect(Collectors.joining())
            : oneLine(text(line));
    switch (line.role()) {
      case HEADING -> {
        gap();
        lines.add("**" + text + "**");
        gap();
      }
      case LINE -> {
        boolean isItem = line.indent() > 0 || inList;
        if (isItem != isAfterItem()) {
          gap(); // a line below an item would belong to it
        }
        lines.add(isItem ? "- " + text : text);
      }
      case QUOTE -> {
        if (isQuoted()) {
          lines.add("  >");
        }
        lines.add("  > " + text);
      }
      case SOURCE -> {
        if (isQuoted()) {
          lines.set(
              lines.size() - 1,
              lines.get(lines.size() - 1) + "\\"); // keeps the source on a separate line
        }
        lines.add(line.indent() == 0 ? text : "  > " + text);
      }
    }
  }

  /** Parts the meanings of signs by semicolons, because a page shows spaces as one. */
  @Override
  String setApart(String meanings) {
    return meanings.replaceAll(" {3}|\\n", "; ");
  }

  @Override
  void beginSection(String heading) {
    gap();
    lines.add("#".repeat(Math.min(depth, 6)) + " " + oneLine(heading));
    gap();
  }

  private static String oneLine(String text) {
    return escaped(BREAK.matcher(text).replaceAll(" ").strip(), MARKUP);
  }

  /** Returns whether the last line is an item of a list, or below one. */
  private boolean isAfterItem() {
    return !lines.isEmpty() && lines.get(lines.size() - 1).matches("(?:- |  >).*");
  }

  private boolean isQuoted() {
    return !lines.isEmpty() && lines.get(lines.size() - 1).startsWith("  > ");
  }

  /** Adds a blank line, except at the top and after another blank line. */
  @Override
  void gap() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  @Override
  void table(List<String> header, List<? extends List<Cell>> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(header.stream().map(title -> cell(title, MARKUP)).toList());
    rows.forEach(row -> cells.add(row.stream().map(this::citing).toList()));
    int[] widths = new int[header.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(Math.max(3, widths[i]), DisplayWidth.of(row.get(i)));
      }
    }
    cells.add(1, header.stream().map(title -> "").toList());
    for (int y = 0; y < cells.size(); y++) {
      StringBuilder line = new StringBuilder("|");
      for (int x = 0; x < widths.length; x++) {
        String cell = cells.get(y).get(x);
        String filling = (y == 1 ? "-" : " ").repeat(widths[x] - DisplayWidth.of(cell));
        line.append(' ').append(cell).append(filling).append(" |");
      }
      lines.add(line.toString());
    }
    lines.add("");
  }

  /** Returns a cell with the claim to which it leads, because there are no links within a page. */
  private String citing(Cell cell) {
    String claim = cell.target().replaceFirst("^claim-", "");
    return anchors.contains(cell.target()) && !cell.text().contains(claim)
        ? cell(cell.text() + " [" + claim + "]", MARKUP)
        : cell(cell);
  }

  private static String cell(Cell cell) {
    return cell.isAddress()
        ? "[" + cell(cell.text(), BRACKETED) + "](<" + cell.target().replace("|", "%7C") + ">)"
        : cell(cell.text(), MARKUP);
  }

  private static String cell(String text, Pattern markup) {
    return BREAK.matcher(escaped(text, markup)).replaceAll("<br>");
  }

  private static String escaped(String text, Pattern markup) {
    String plain = markup.matcher(TypographicMarks.withoutNoBreakSpaces(text)).replaceAll("\\\\$0");
    return OPENING.matcher(plain).replaceFirst("\\\\$0");
  }
}
