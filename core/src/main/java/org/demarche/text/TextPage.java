package org.demarche.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import org.demarche.typography.OneLine;

/**
 * A page of headings, lines, quotations, tables and lists that can be printed in any {@link Style}.
 *
 * <pre>{@code
 * TextPage page = TextPage.of("Who said what").table(List.of("who", "what"), List.of(List.of("rok", "no")));
 * page.print(Style.whole().markdown());
 * }</pre>
 *
 * <p>A page is immutable: each method that adds to it returns a new page. The rows of tables and
 * the members of lists are read only when they are printed, so that they may be views of large
 * data.
 *
 * @since 0.1
 */
public final class TextPage {
  private final ImmutableList<PageBlocks.Block> blocks;

  private TextPage(ImmutableList<PageBlocks.Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * A table of a page, by itself.
   *
   * <pre>{@code
   * Answers.write(comparison.page().tables().get(1), Path.of("disagreements.csv"));
   * }</pre>
   *
   * @param title the heading or line above the table; may be empty
   * @param header the titles of the columns
   * @param rows the rows, each with as many cells as the header
   * @since 0.1
   */
  public record Table(String title, List<String> header, List<? extends List<String>> rows)
      implements Printable {
    /**
     * Creates a table.
     *
     * @param title the heading or line above the table; may be empty
     * @param header the titles of the columns
     * @param rows the rows, each with as many cells as the header
     */
    public Table {
      requireNonNull(title, "title");
      requireNonNull(header, "header");
      requireNonNull(rows, "rows");
    }

    /** {@return the title, and the table below it} */
    @Override
    public TextPage page() {
      return (title.isEmpty() ? empty() : of(title)).table(header, rows);
    }

    /** {@return the title, the columns and the number of rows, in one line} */
    @Override
    public String toString() {
      return OneLine.of(title + " " + header + ", " + rows.size() + " rows");
    }
  }

  /** {@return an empty page} */
  public static TextPage empty() {
    return new TextPage(ImmutableList.of());
  }

  /**
   * Creates a page with a heading.
   *
   * @param heading one line
   * @return the page
   */
  public static TextPage of(String heading) {
    return empty()
        .and(
            new PageBlocks.Line(PageBlocks.Role.HEADING, 0, 2, requireNonNull(heading, "heading")));
  }

  private TextPage and(PageBlocks.Line line) {
    if (line.indent() < 0 || line.hanging() < 0) {
      throw new IllegalArgumentException(
          "indents must be 0 or more, got %s and %s".formatted(line.indent(), line.hanging()));
    }
    return and((PageBlocks.Block) line);
  }

  private TextPage and(PageBlocks.Block block) {
    return new TextPage(
        ImmutableList.<PageBlocks.Block>builder().addAll(blocks).add(block).build());
  }

  /**
   * Adds a line.
   *
   * @param indent the number of spaces before the line, 0 or more
   * @param hanging the number of spaces before each line that it is wrapped to, 0 or more; at least
   *     {@code indent} is used
   * @param text the line; its line feeds are kept
   * @return a page with the line at its end
   * @throws IllegalArgumentException if an indent is negative
   */
  public TextPage line(int indent, int hanging, String text) {
    return and(
        new PageBlocks.Line(PageBlocks.Role.LINE, indent, hanging, requireNonNull(text, "text")));
  }

  /**
   * Adds a line of which some words may be links: to what is cited, for example.
   *
   * @param indent the number of spaces before the line, 0 or more
   * @param hanging the number of spaces before each line that it is wrapped to, 0 or more; at least
   *     {@code indent} is used
   * @param parts the words, with the spaces between them
   * @return a page with the line at its end
   * @throws IllegalArgumentException if an indent is negative
   */
  public TextPage line(int indent, int hanging, List<Cell> parts) {
    return and(linked(PageBlocks.Role.LINE, indent, hanging, parts));
  }

  private static PageBlocks.Line linked(
      PageBlocks.Role role, int indent, int hanging, List<Cell> parts) {
    return new PageBlocks.Line(
        role, indent, hanging, ImmutableList.copyOf(requireNonNull(parts, "parts")), "");
  }

  /**
   * Adds a quotation, which may be printed without its middle.
   *
   * @param indent the number of spaces before each line, 0 or more
   * @param text the quotation with its quotation marks
   * @return a page with the quotation at its end
   * @throws IllegalArgumentException if the indent is negative
   */
  public TextPage quote(int indent, String text) {
    return quote(indent, text, "");
  }

  /**
   * Adds a quotation in a language, which an HTML page states so that it is read and hyphenated
   * rightly.
   *
   * @param indent the number of spaces before each line, 0 or more
   * @param text the quotation with its quotation marks
   * @param language the BCP 47 tag of its language; empty if it is not known
   * @return a page with the quotation at its end
   * @throws IllegalArgumentException if the indent is negative
   */
  public TextPage quote(int indent, String text, String language) {
    return and(
        new PageBlocks.Line(
            PageBlocks.Role.QUOTE,
            indent,
            indent,
            requireNonNull(text, "text"),
            requireNonNull(language, "language")));
  }

  /**
   * Adds the source of a quotation.
   *
   * @param indent the number of spaces before each line, 0 or more
   * @param text the source, in one line
   * @return a page with the source at its end
   * @throws IllegalArgumentException if the indent is negative
   */
  public TextPage source(int indent, String text) {
    return and(
        new PageBlocks.Line(PageBlocks.Role.SOURCE, indent, indent, requireNonNull(text, "text")));
  }

  /**
   * Adds the source of a quotation, of which some words may be links.
   *
   * @param indent the number of spaces before each line, 0 or more
   * @param parts the words, with the spaces between them
   * @return a page with the source at its end
   * @throws IllegalArgumentException if the indent is negative
   */
  public TextPage source(int indent, List<Cell> parts) {
    return and(linked(PageBlocks.Role.SOURCE, indent, indent, parts));
  }

  /**
   * Adds a blank line.
   *
   * @return a page with a blank line at its end
   */
  public TextPage gap() {
    return and(new PageBlocks.Gap());
  }

  /**
   * Adds a table below a blank line. In HTML the first cell of a row is its heading, neighbouring
   * columns whose titles have the same first line are grouped below it, and a cell that begins with
   * a sign of a stance has its colour.
   *
   * @param header the titles of the columns
   * @param rows the rows, each with as many cells as the header; a row of another length is
   *     rejected when it is printed
   * @return a page with the table at its end
   */
  public TextPage table(List<String> header, List<? extends List<String>> rows) {
    return linked(
        header,
        Lists.transform(
            requireNonNull(rows, "rows"), row -> Lists.transform(row, cell -> new Cell(cell, ""))));
  }

  /**
   * Adds a table of cells that may be links, as {@link #table} does.
   *
   * @param header the titles of the columns
   * @param rows the rows, each with as many cells as the header; a row of another length is
   *     rejected when it is printed
   * @return a page with the table at its end
   */
  public TextPage linked(List<String> header, List<? extends List<Cell>> rows) {
    return gap()
        .and(new PageBlocks.Rows(requireNonNull(header, "header"), requireNonNull(rows, "rows")));
  }

  /**
   * Adds a page under an anchor, to which the cells of tables can lead.
   *
   * @param anchor a name without spaces, such as {@code claim-ET22-02}; the first of several equal
   *     ones counts
   * @param body what is found there
   * @return a page with the other at its end
   */
  public TextPage anchored(String anchor, TextPage body) {
    return and(
        new PageBlocks.Anchored(
            requireNonNull(anchor, "anchor"), requireNonNull(body, "body").blocks));
  }

  /**
   * Adds two pages, which are side by side in HTML where there is room, and one below the other
   * elsewhere: a text and its translation, for example.
   *
   * @param left the first page
   * @param right the second page
   * @return a page with both at its end
   */
  public TextPage columns(TextPage left, TextPage right) {
    return and(
        new PageBlocks.Columns(
            requireNonNull(left, "left").blocks, requireNonNull(right, "right").blocks));
  }

  /**
   * Adds a picture. HTML shows it, with its page to be opened below if that is not empty; other
   * forms print its page.
   *
   * @param picture the picture; its SVG is inserted as it is
   * @return a page with the picture at its end
   */
  public TextPage picture(Picture picture) {
    requireNonNull(picture, "picture");
    return and(new PageBlocks.Drawn(picture::svg, picture::narrow, () -> picture.page().blocks));
  }

  /**
   * Adds a legend of the signs in the tables above, up to the legend before, below a blank line. It
   * explains the signs at the start or end of printed cells, and is omitted if the tables have no
   * signs.
   *
   * @param signs each sign with its meaning, in the order to print
   * @return a page with the legend at its end
   */
  public TextPage legend(Map<String, String> signs) {
    return and(new PageBlocks.Legend(ImmutableMap.copyOf(requireNonNull(signs, "signs"))));
  }

  /**
   * Adds a section: a heading of its own, one level below the section around it, and what belongs
   * to it. An HTML page lists its sections in a table of contents.
   *
   * @param heading one line
   * @param body what belongs to the heading, which may have sections itself
   * @return a page with the section at its end
   */
  public TextPage section(String heading, TextPage body) {
    return and(
        new PageBlocks.Section(
            requireNonNull(heading, "heading"), requireNonNull(body, "body").blocks));
  }

  /**
   * Adds another page.
   *
   * @param other the page to add
   * @return a page with the blocks of this page, then of the other
   */
  public TextPage page(TextPage other) {
    requireNonNull(other, "other");
    return new TextPage(
        ImmutableList.<PageBlocks.Block>builder().addAll(blocks).addAll(other.blocks).build());
  }

  /**
   * Adds a list that may be cut short.
   *
   * @param indent the number of spaces before the number of omitted members
   * @param members the members, each a page
   * @return a page with the list at its end
   */
  public TextPage list(int indent, List<TextPage> members) {
    return and(new PageBlocks.Members(false, indent, pages(members)));
  }

  /**
   * Adds a list that may be cut short, with a blank line before each member.
   *
   * @param members the members, each a page
   * @return a page with the list at its end
   */
  public TextPage passages(List<TextPage> members) {
    return and(new PageBlocks.Members(true, 0, pages(members)));
  }

  private static List<ImmutableList<PageBlocks.Block>> pages(List<TextPage> members) {
    return Lists.transform(requireNonNull(members, "members"), page -> page.blocks);
  }

  /**
   * Returns the tables of the page, in their order, those of sections and lists included.
   *
   * @return each table, titled by the heading or line above it
   */
  public ImmutableList<Table> tables() {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    addTables(blocks, "", tables);
    return tables.build();
  }

  private static void addTables(
      List<PageBlocks.Block> blocks, String heading, ImmutableList.Builder<Table> tables) {
    String above = heading;
    for (PageBlocks.Block block : blocks) {
      if (block instanceof PageBlocks.Line line && line.indent() == 0) {
        above = line.text();
      } else if (block instanceof PageBlocks.Rows rows) {
        tables.add(new Table(above, rows.header(), rows.texts()));
        above = "";
      } else if (block instanceof PageBlocks.Section section) {
        addTables(section.body(), section.heading(), tables);
      } else if (block instanceof PageBlocks.Members members) {
        members.pages().forEach(member -> addTables(member, "", tables));
      } else if (block instanceof PageBlocks.Anchored anchored) {
        addTables(anchored.body(), above, tables);
      } else if (block instanceof PageBlocks.Columns columns) {
        addTables(columns.left(), above, tables);
        addTables(columns.right(), "", tables);
      } else if (block instanceof PageBlocks.Drawn drawn) {
        addTables(drawn.facts().get(), "", tables);
      }
    }
  }

  /** {@return the page without its tables} */
  public TextPage withoutTables() {
    return new TextPage(withoutTables(blocks));
  }

  private static ImmutableList<PageBlocks.Block> withoutTables(List<PageBlocks.Block> blocks) {
    ImmutableList.Builder<PageBlocks.Block> others = ImmutableList.builder();
    for (PageBlocks.Block block : blocks) {
      if (block instanceof PageBlocks.Section section) {
        others.add(new PageBlocks.Section(section.heading(), withoutTables(section.body())));
      } else if (block instanceof PageBlocks.Members members) {
        others.add(
            new PageBlocks.Members(
                members.apart(),
                members.indent(),
                Lists.transform(members.pages(), TextPage::withoutTables)));
      } else if (block instanceof PageBlocks.Anchored anchored) {
        others.add(new PageBlocks.Anchored(anchored.anchor(), withoutTables(anchored.body())));
      } else if (block instanceof PageBlocks.Columns columns) {
        others.add(
            new PageBlocks.Columns(withoutTables(columns.left()), withoutTables(columns.right())));
      } else if (!(block instanceof PageBlocks.Rows) && !(block instanceof PageBlocks.Drawn)) {
        others.add(block);
      }
    }
    return others.build();
  }

  /**
   * Prints the page in a style.
   *
   * @param style the form, the width and the limits
   * @return lines joined by line feeds, without a line feed at the end
   * @throws IllegalArgumentException if a printed row has more or fewer cells than its header
   */
  public String print(Style style) {
    return switch (requireNonNull(style, "style").form()) {
      case TEXT, ASCII -> new TextRenderer(style).print(blocks);
      case MARKDOWN -> new MarkdownRenderer(style).print(blocks);
      case HTML -> new HtmlRenderer(style).print(blocks);
    };
  }

  /**
   * Prints the page in the {@linkplain Style#standard() default} style.
   *
   * @return lines joined by line feeds, without a line feed at the end
   */
  public String print() {
    return print(Style.standard());
  }

  /** {@return the page in the {@linkplain Style#standard() default} style} */
  @Override
  public String toString() {
    return print(Style.standard());
  }
}
