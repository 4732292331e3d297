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
  private final ImmutableList<Block> blocks;

  private TextPage(ImmutableList<Block> blocks) {
    this.blocks = blocks;
  }

  /** A block of a page. */
  sealed interface Block {}

  /** The role of a line, which decides how it is rendered. */
  enum Role {
    HEADING,
    LINE,
    QUOTE,
    SOURCE
  }

  /**
   * A line with an indent for its first line and another for the lines it is wrapped to.
   *
   * @param language the BCP 47 tag of the language of a quotation; empty if it is not known
   */
  record Line(Role role, int indent, int hanging, String text, String language) implements Block {
    Line(Role role, int indent, int hanging, String text) {
      this(role, indent, hanging, text, "");
    }
  }

  /** A blank line. */
  record Gap() implements Block {}

  /** A table. */
  record Rows(List<String> header, List<? extends List<String>> rows) implements Block {}

  /** A heading with what belongs to it. */
  record Section(String heading, TextPage body) implements Block {}

  /** The meanings of the signs in the tables above. */
  record Legend(Map<String, String> signs) implements Block {}

  /** A list of pages that may be cut short, with an indent for the number of omitted pages. */
  record Members(boolean apart, int indent, List<TextPage> pages) implements Block {}

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
    return empty().and(new Line(Role.HEADING, 0, 2, requireNonNull(heading, "heading")));
  }

  private TextPage and(Line line) {
    if (line.indent < 0 || line.hanging < 0) {
      throw new IllegalArgumentException(
          "indents must be 0 or more, got %d and %d".formatted(line.indent, line.hanging));
    }
    return and((Block) line);
  }

  private TextPage and(Block block) {
    return new TextPage(ImmutableList.<Block>builder().addAll(blocks).add(block).build());
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
    return and(new Line(Role.LINE, indent, hanging, requireNonNull(text, "text")));
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
        new Line(
            Role.QUOTE,
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
    return and(new Line(Role.SOURCE, indent, indent, requireNonNull(text, "text")));
  }

  /**
   * Adds a blank line.
   *
   * @return a page with a blank line at its end
   */
  public TextPage gap() {
    return and(new Gap());
  }

  /**
   * Adds a table below a blank line.
   *
   * @param header the titles of the columns
   * @param rows the rows, each with as many cells as the header; a row of another length is
   *     rejected when it is printed
   * @return a page with the table at its end
   */
  public TextPage table(List<String> header, List<? extends List<String>> rows) {
    return gap().and(new Rows(requireNonNull(header, "header"), requireNonNull(rows, "rows")));
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
    return and(new Legend(ImmutableMap.copyOf(requireNonNull(signs, "signs"))));
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
    return and(new Section(requireNonNull(heading, "heading"), requireNonNull(body, "body")));
  }

  /**
   * Adds another page.
   *
   * @param other the page to add
   * @return a page with the blocks of this page, then of the other
   */
  public TextPage page(TextPage other) {
    requireNonNull(other, "other");
    return new TextPage(ImmutableList.<Block>builder().addAll(blocks).addAll(other.blocks).build());
  }

  /**
   * Adds a list that may be cut short.
   *
   * @param indent the number of spaces before the number of omitted members
   * @param members the members, each a page
   * @return a page with the list at its end
   */
  public TextPage list(int indent, List<TextPage> members) {
    return and(new Members(false, indent, requireNonNull(members, "members")));
  }

  /**
   * Adds a list that may be cut short, with a blank line before each member.
   *
   * @param members the members, each a page
   * @return a page with the list at its end
   */
  public TextPage passages(List<TextPage> members) {
    return and(new Members(true, 0, requireNonNull(members, "members")));
  }

  /**
   * Returns the tables of the page, in their order, those of sections and lists included.
   *
   * @return each table, titled by the heading or line above it
   */
  public ImmutableList<Table> tables() {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    String title = "";
    for (Block block : blocks) {
      if (block instanceof Line line && line.indent == 0) {
        title = line.text;
      } else if (block instanceof Rows rows) {
        tables.add(new Table(title, rows.header, rows.rows));
        title = "";
      } else if (block instanceof Section section) {
        tables.addAll(of(section.heading).page(section.body).tables());
      } else if (block instanceof Members members) {
        members.pages.forEach(member -> tables.addAll(member.tables()));
      }
    }
    return tables.build();
  }

  /** {@return the page without its tables} */
  public TextPage withoutTables() {
    ImmutableList.Builder<Block> others = ImmutableList.builder();
    for (Block block : blocks) {
      if (block instanceof Section section) {
        others.add(new Section(section.heading, section.body.withoutTables()));
      } else if (block instanceof Members members) {
        others.add(
            new Members(
                members.apart,
                members.indent,
                Lists.transform(members.pages, TextPage::withoutTables)));
      } else if (!(block instanceof Rows)) {
        others.add(block);
      }
    }
    return new TextPage(others.build());
  }

  ImmutableList<Block> blocks() {
    return blocks;
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
      case TEXT, ASCII -> new TextRenderer(style).print(this);
      case MARKDOWN -> new MarkdownRenderer(style).print(this);
      case HTML -> new HtmlRenderer(style).print(this);
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
