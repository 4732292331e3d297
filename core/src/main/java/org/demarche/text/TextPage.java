package org.demarche.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

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

  /** A line with an indent for its first line and another for the lines it is wrapped to. */
  record Line(Role role, int indent, int hanging, String text) implements Block {}

  /** A blank line. */
  record Gap() implements Block {}

  /** A table. */
  record Rows(List<String> header, List<? extends List<String>> rows) implements Block {}

  /** The meanings of the signs in the tables above. */
  record Legend(Map<String, String> signs) implements Block {}

  /** A list of pages that may be cut short, with an indent for the number of omitted pages. */
  record Members(boolean apart, int indent, List<TextPage> pages) implements Block {}

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
    return and(new Line(Role.QUOTE, indent, indent, requireNonNull(text, "text")));
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
    return requireNonNull(style, "style").form() == Style.Form.MARKDOWN
        ? new MarkdownRenderer(style).print(this)
        : new TextRenderer(style).print(this);
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
