package org.demarche.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The blocks of which pages consist. */
final class PageBlocks {
  private PageBlocks() {}

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
   * @param parts the words, some of which may be links
   * @param language the BCP 47 tag of the language of a quotation; empty if it is not known
   */
  record Line(Role role, int indent, int hanging, ImmutableList<Cell> parts, String language)
      implements Block {
    Line(Role role, int indent, int hanging, String text, String language) {
      this(role, indent, hanging, ImmutableList.of(new Cell(text, "")), language);
    }

    Line(Role role, int indent, int hanging, String text) {
      this(role, indent, hanging, text, "");
    }

    /** Returns the words. */
    String text() {
      return parts.stream().map(Cell::text).collect(Collectors.joining());
    }

    /** Returns this line with each of its parts altered. */
    Line withParts(UnaryOperator<Cell> change) {
      return new Line(
          role,
          indent,
          hanging,
          parts.stream().map(change).collect(ImmutableList.toImmutableList()),
          language);
    }
  }

  /** A blank line. */
  record Gap() implements Block {}

  /** A table. */
  record Rows(List<String> header, List<? extends List<Cell>> rows) implements Block {
    /** Returns the words of the cells. */
    List<? extends List<String>> texts() {
      return Lists.transform(rows, row -> Lists.transform(row, Cell::text));
    }
  }

  /** A place on the page that cells lead to. */
  record Anchored(String anchor, ImmutableList<Block> body) implements Block {}

  /** Two pages, side by side where there is room. */
  record Columns(ImmutableList<Block> left, ImmutableList<Block> right) implements Block {}

  /**
   * A picture.
   *
   * @param svg returns the picture as a whole
   * @param narrow returns its parts for a narrow window
   * @param facts returns what it shows, as tables
   */
  record Drawn(
      Supplier<String> svg,
      Supplier<? extends List<String>> narrow,
      Supplier<ImmutableList<Block>> facts)
      implements Block {}

  /** A heading with what belongs to it. */
  record Section(String heading, ImmutableList<Block> body) implements Block {}

  /** The meanings of the signs in the tables above. */
  record Legend(Map<String, String> signs) implements Block {}

  /** A list of pages that may be cut short, with an indent for the number of omitted pages. */
  record Members(boolean apart, int indent, List<? extends List<Block>> pages) implements Block {}
}
