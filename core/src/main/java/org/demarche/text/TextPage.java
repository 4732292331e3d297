package org.demarche.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be printed: headings, lines, quotations, tables and lists, before they are set in a
 * {@link Style}.
 *
 * <pre>{@code
 * Page page = Page.of("Who said what").table(List.of("who", "what"), List.of(List.of("rok", "no")));
 * page.print(Style.whole().form(Style.Form.MARKDOWN));
 * }</pre>
 *
 * <p>A page is immutable: each step gives another. The rows of tables and the members of lists are
 * asked for only when they are printed, so that they may be views of what is large.
 */
public final class TextPage {
  private final ImmutableList<Block> blocks;

  private TextPage(ImmutableList<Block> blocks) {
    this.blocks = blocks;
  }

  /** A part of a page. */
  sealed interface Block {}

  /** What a line is. */
  enum Role {
    HEADING,
    LINE,
    QUOTE,
    SOURCE
  }

  /** A line at an indent, that goes on at another where it is wrapped. */
  record Line(Role role, int indent, int hanging, String text) implements Block {}

  /** A blank line. */
  record Gap() implements Block {}

  record Rows(List<String> header, List<? extends List<String>> rows) implements Block {}

  /** The signs of those tables that stand before it. */
  record Legend(Map<String, String> signs) implements Block {}

  /**
   * Pages one below the other, of which the first are shown; an indent for the count of the rest.
   */
  record Members(boolean apart, int indent, List<TextPage> pages) implements Block {}

  /** An empty page. */
  public static TextPage empty() {
    return new TextPage(ImmutableList.of());
  }

  /** A page with a heading. */
  public static TextPage of(String heading) {
    return empty().and(new Line(Role.HEADING, 0, 2, heading));
  }

  private TextPage and(Line line) {
    if (line.indent < 0 || line.hanging < 0) {
      throw new IllegalArgumentException(
          "an indent of %d and %d: give 0 or more".formatted(line.indent, line.hanging));
    }
    return and((Block) line);
  }

  private TextPage and(Block block) {
    return new TextPage(ImmutableList.<Block>builder().addAll(blocks).add(block).build());
  }

  /**
   * Adds a line.
   *
   * @param indent how many spaces stand before it, 0 or more
   * @param hanging how many stand before what is wrapped, 0 or more
   */
  public TextPage line(int indent, int hanging, String text) {
    return and(new Line(Role.LINE, indent, hanging, text));
  }

  /** Adds a quotation, which may be shortened in its middle. */
  public TextPage quote(int indent, String text) {
    return and(new Line(Role.QUOTE, indent, indent, text));
  }

  /** Adds where a quotation is from. */
  public TextPage source(int indent, String text) {
    return and(new Line(Role.SOURCE, indent, indent, text));
  }

  /** Adds a blank line. */
  public TextPage gap() {
    return and(new Gap());
  }

  /**
   * Adds a table below a blank line.
   *
   * @param rows each as long as the header
   */
  public TextPage table(List<String> header, List<? extends List<String>> rows) {
    return gap().and(new Rows(header, rows));
  }

  /**
   * Adds, below a blank line, what the signs in cells of the tables mean; nothing where no shown
   * cell ends in one.
   *
   * @param signs each sign with its meaning, in order
   */
  public TextPage legend(Map<String, String> signs) {
    return and(new Legend(ImmutableMap.copyOf(signs)));
  }

  /** Adds another page. */
  public TextPage page(TextPage other) {
    return new TextPage(ImmutableList.<Block>builder().addAll(blocks).addAll(other.blocks).build());
  }

  /**
   * Adds a list that may be cut short.
   *
   * @param indent how many spaces stand before the count of what was left out
   */
  public TextPage list(int indent, List<TextPage> members) {
    return and(new Members(false, indent, members));
  }

  /** Adds a list that may be cut short, a blank line before each member. */
  public TextPage passages(List<TextPage> members) {
    return and(new Members(true, 0, members));
  }

  ImmutableList<Block> blocks() {
    return blocks;
  }

  /**
   * Sets the page in a style: lines joined by line feeds, without one at the end.
   *
   * @throws IllegalArgumentException if a row that is shown is not as long as its header
   */
  public String print(Style style) {
    return style.form() == Style.Form.MARKDOWN
        ? new MarkdownRenderer(style).print(this)
        : new TextRenderer(style).print(this);
  }

  /** Returns the page in the standard style. */
  @Override
  public String toString() {
    return print(Style.standard());
  }
}
