package org.demarche.text;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.typography.DisplayWidth;
import org.demarche.typography.VisibleText;

/**
 * The common part of rendering a page line by line: cutting long lists, shortening quotations, and
 * showing the characters that would not be seen.
 */
abstract class PageRenderer {
  private static final String OMISSION = "[…]";
  private static final Pattern RETURN = Pattern.compile("\\r\\n?");

  final Style style;
  final List<String> lines = new ArrayList<>();
  private final Legend signs = new Legend();

  /** The anchors of the page, to which cells and parts of lines may lead. */
  final Set<String> anchors = new HashSet<>();

  /** The number of sections around what is being added. */
  int depth;

  /** True while a member of a list is being added. */
  boolean inList;

  PageRenderer(Style style) {
    this.style = style;
  }

  /** Adds one line of the page, which may become several lines of output. */
  abstract void line(PageBlocks.Line line);

  /** Adds a blank line. */
  abstract void gap();

  /** Begins a section with its heading. */
  abstract void beginSection(String heading);

  /** Ends a section. */
  void endSection() {}

  /** Begins a list, of passages that are set apart or of items. */
  void beginList(boolean apart) {}

  /** Begins a member of a list. */
  void beginMember() {}

  /** Ends a member of a list. */
  void endMember() {}

  /** Ends a list. */
  void endList() {}

  /** Adds a table, all rows of which are printed. */
  abstract void table(List<String> header, List<? extends List<Cell>> rows);

  /** Returns the meanings of signs, which spaces or a line feed part, as this form parts them. */
  String setApart(String meanings) {
    return meanings;
  }

  /** Adds what is at an anchor. */
  void anchored(PageBlocks.Anchored anchored) {
    add(anchored.body());
  }

  /** Adds two pages. */
  void columns(PageBlocks.Columns columns) {
    add(columns.left());
    add(columns.right());
  }

  /** Adds a picture, as the tables of its facts. */
  void picture(PageBlocks.Drawn picture) {
    add(picture.facts().get());
  }

  /** Renders a page as lines joined by line feeds. */
  String print(List<PageBlocks.Block> page) {
    see(page);
    add(page);
    return String.join("\n", lines).stripTrailing();
  }

  /** Notes the anchors and legends of a page before it is added. */
  final void see(List<PageBlocks.Block> page) {
    for (PageBlocks.Block block : page) {
      if (block instanceof PageBlocks.Anchored anchored) {
        anchors.add(anchored.anchor());
        see(anchored.body());
      } else if (block instanceof PageBlocks.Section section) {
        see(section.body());
      } else if (block instanceof PageBlocks.Members members) {
        shown(members.pages()).forEach(this::see);
      } else if (block instanceof PageBlocks.Columns columns) {
        see(columns.left());
        see(columns.right());
      } else if (block instanceof PageBlocks.Legend legend) {
        see(legend);
      }
    }
  }

  /** Notes a legend of the page. */
  void see(PageBlocks.Legend legend) {}

  final void add(List<PageBlocks.Block> page) {
    for (PageBlocks.Block block : page) {
      if (block instanceof PageBlocks.Line line) {
        line(line.withParts(PageRenderer::visible));
      } else if (block instanceof PageBlocks.Gap) {
        gap();
      } else if (block instanceof PageBlocks.Rows rows) {
        for (List<String> row : shown(rows.texts())) {
          requireAsLong(row, rows.header());
          signs.see(row);
        }
        table(
            Lists.transform(rows.header(), PageRenderer::visible),
            Lists.transform(
                shown(rows.rows()), row -> Lists.transform(row, PageRenderer::visible)));
        countLeftOut(rows.rows(), 0);
      } else if (block instanceof PageBlocks.Section section) {
        depth++;
        beginSection(visible(section.heading()));
        add(section.body());
        endSection();
        depth--;
      } else if (block instanceof PageBlocks.Members members) {
        add(members);
      } else if (block instanceof PageBlocks.Anchored anchored) {
        anchored(anchored);
      } else if (block instanceof PageBlocks.Columns columns) {
        columns(columns);
      } else if (block instanceof PageBlocks.Drawn drawn) {
        picture(drawn);
      } else if (block instanceof PageBlocks.Legend legend) {
        String meanings = signs.meanings(legend.signs(), style.width());
        if (!meanings.isEmpty()) {
          gap();
          line(new PageBlocks.Line(PageBlocks.Role.SOURCE, 0, 0, setApart(meanings)));
        }
      }
    }
  }

  private static Cell visible(Cell cell) {
    return new Cell(visible(cell.text()), cell.target());
  }

  /** Returns a text whose characters are all seen, and whose lines end with line feeds. */
  private static String visible(String text) {
    String visible = VisibleText.of(text);
    return visible.indexOf('\r') < 0 ? visible : RETURN.matcher(visible).replaceAll("\n");
  }

  private void add(PageBlocks.Members members) {
    beginList(members.apart());
    for (List<PageBlocks.Block> member : shown(members.pages())) {
      if (members.apart()) {
        gap();
      }
      inList = !members.apart();
      beginMember();
      add(member);
      endMember();
    }
    endList();
    countLeftOut(members.pages(), members.indent());
    inList = false;
  }

  private static void requireAsLong(List<String> row, List<String> header) {
    if (row.size() != header.size()) {
      throw new IllegalArgumentException(
          "the header has %s cells, but the row %s has %s"
              .formatted(header.size(), row, row.size()));
    }
  }

  final <T> List<T> shown(List<T> all) {
    return all.subList(0, Math.min(style.rows(), all.size()));
  }

  private void countLeftOut(List<?> all, int indent) {
    if (all.size() > style.rows()) {
      String count = "… and " + (all.size() - style.rows()) + " more" + style.remedy();
      line(new PageBlocks.Line(PageBlocks.Role.LINE, indent, indent, count));
    }
  }

  /** Returns the text of a line. A quotation that is too wide is returned without its middle. */
  final String text(PageBlocks.Line line) {
    return line.role() == PageBlocks.Role.QUOTE && DisplayWidth.of(line.text()) > style.quote()
        ? shortened(line.text(), style.quote())
        : line.text();
  }

  private static String shortened(String quote, int width) {
    int half = (width - DisplayWidth.of(OMISSION) - 2) / 2;
    return start(quote, half) + " " + OMISSION + " " + end(quote, half);
  }

  /** Returns the start of a text that fits, up to a space if its second half has one. */
  private static String start(String text, int width) {
    int end = 0;
    for (int left = width - DisplayWidth.of(text.codePointAt(0)); left >= 0; ) {
      end = text.offsetByCodePoints(end, 1);
      left -= DisplayWidth.of(text.codePointAt(end));
    }
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end).stripTrailing();
  }

  /** Returns the end of a text that fits, from a space if its first half has one. */
  private static String end(String text, int width) {
    int start = text.length();
    for (int left = width - DisplayWidth.of(text.codePointBefore(start)); left >= 0; ) {
      start = text.offsetByCodePoints(start, -1);
      left -= DisplayWidth.of(text.codePointBefore(start));
    }
    while (DisplayWidth.of(text.codePointAt(start)) == 0) {
      start = text.offsetByCodePoints(start, 1); // a combining mark whose letter was cut off
    }
    int space = text.indexOf(' ', start - 1);
    boolean near = space >= 0 && space - start < (text.length() - start) / 2;
    return text.substring(near ? space : start).stripLeading();
  }
}
