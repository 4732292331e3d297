package org.demarche.text;

import java.util.ArrayList;
import java.util.List;

/** A page as it is set, line by line; what is left out is counted. */
abstract class PageRenderer {
  private static final String OMISSION = "[…]";

  final Style style;
  final List<String> lines = new ArrayList<>();
  private final Legend signs = new Legend();

  /** Whether what is added is a member of a list. */
  boolean inList;

  PageRenderer(Style style) {
    this.style = style;
  }

  abstract void line(TextPage.Line line);

  abstract void gap();

  abstract void table(List<String> header, List<? extends List<String>> rows);

  final String print(TextPage page) {
    add(page);
    return String.join("\n", lines).stripTrailing();
  }

  private void add(TextPage page) {
    for (TextPage.Block block : page.blocks()) {
      if (block instanceof TextPage.Line line) {
        line(line);
      } else if (block instanceof TextPage.Gap) {
        gap();
      } else if (block instanceof TextPage.Rows rows) {
        List<? extends List<String>> shown = shown(rows.rows());
        for (List<String> row : shown) {
          requireAsLong(row, rows.header());
          signs.see(row);
        }
        table(rows.header(), shown);
        countLeftOut(rows.rows(), 0);
      } else if (block instanceof TextPage.Members members) {
        for (TextPage member : shown(members.pages())) {
          if (members.apart()) {
            gap();
          }
          inList = !members.apart();
          add(member);
        }
        countLeftOut(members.pages(), members.indent());
        inList = false;
      } else if (block instanceof TextPage.Legend legend) {
        String meanings = signs.meanings(legend.signs());
        if (!meanings.isEmpty()) {
          gap();
          line(new TextPage.Line(TextPage.Role.SOURCE, 0, 0, meanings));
        }
      }
    }
  }

  private static void requireAsLong(List<String> row, List<String> header) {
    if (row.size() != header.size()) {
      throw new IllegalArgumentException(
          "a row of " + row.size() + " cells under a header of " + header.size() + ": " + row);
    }
  }

  private <T> List<T> shown(List<T> all) {
    return all.subList(0, Math.min(style.rows(), all.size()));
  }

  private void countLeftOut(List<?> all, int indent) {
    if (all.size() > style.rows()) {
      String count = "… and " + (all.size() - style.rows()) + " more" + style.remedy();
      line(new TextPage.Line(TextPage.Role.LINE, indent, indent, count));
    }
  }

  /** The text of a line; of a quotation that is too wide without its middle. */
  final String text(TextPage.Line line) {
    return line.role() == TextPage.Role.QUOTE && DisplayWidth.of(line.text()) > style.quote()
        ? shortened(line.text(), style.quote())
        : line.text();
  }

  private static String shortened(String quote, int width) {
    int half = (width - DisplayWidth.of(OMISSION) - 2) / 2;
    return start(quote, half) + " " + OMISSION + " " + end(quote, half);
  }

  /** What fits of the start, up to a space if there is one in its second half. */
  private static String start(String text, int width) {
    int end = 0;
    for (int room = width - DisplayWidth.of(text.codePointAt(0)); room >= 0; ) {
      end = text.offsetByCodePoints(end, 1);
      room -= DisplayWidth.of(text.codePointAt(end));
    }
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end).stripTrailing();
  }

  /** What fits of the end, from a space if there is one in its first half. */
  private static String end(String text, int width) {
    int start = text.length();
    for (int room = width - DisplayWidth.of(text.codePointBefore(start)); room >= 0; ) {
      start = text.offsetByCodePoints(start, -1);
      room -= DisplayWidth.of(text.codePointBefore(start));
    }
    while (DisplayWidth.of(text.codePointAt(start)) == 0) {
      start = text.offsetByCodePoints(start, 1); // a mark whose letter has been left out
    }
    int space = text.indexOf(' ', start - 1);
    boolean near = space >= 0 && space - start < (text.length() - start) / 2;
    return text.substring(near ? space : start).stripLeading();
  }
}
