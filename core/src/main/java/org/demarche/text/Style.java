package org.demarche.text;

import org.immutables.value.Value;

/**
 * The style in which a page is printed: its form, its width, and how much of the page is shown.
 *
 * <pre>{@code
 * answer.page().print(Style.standard().width(72).rows(10));
 * answer.page().print(Style.whole().form(Style.Form.MARKDOWN));
 * }</pre>
 */
@Value.Immutable
public abstract class Style {
  /** The default number of rows of a table, or members of a list, that are shown. */
  public static final int ROWS = 40;

  /** The default width of a line, in columns of a terminal. */
  public static final int WIDTH = 100;

  /** The default width of a quotation, in columns of a terminal. */
  public static final int QUOTE = 480;

  /** The smallest width of a line or quotation, in columns of a terminal. */
  public static final int NARROWEST = 20;

  Style() {}

  /**
   * The kind of text that is printed.
   *
   * <pre>{@code
   * Style.standard().form(Style.Form.ASCII)
   * }</pre>
   */
  public enum Form {
    /** Padded columns and wrapped lines, with typographic signs and quotation marks. */
    TEXT,
    /**
     * Padded columns and wrapped lines, with plain signs and quotation marks and letters without
     * accents. Characters without a plain form, such as letters of other scripts, are kept.
     */
    ASCII,
    /**
     * Tables, lists and quotations of Markdown (GitHub Flavored Markdown Spec 0.29), without
     * wrapping.
     */
    MARKDOWN
  }

  /** {@return the kind of text that is printed; default: {@link Form#TEXT}} */
  @Value.Default
  public Form form() {
    return Form.TEXT;
  }

  /**
   * Returns the display width to which lines are wrapped. A table of so many columns that they do
   * not fit is wider, because no column becomes narrower than six.
   *
   * @return the width in columns of a terminal, {@value #NARROWEST} or more; default: {@value
   *     #WIDTH}
   */
  @Value.Default
  public int width() {
    return WIDTH;
  }

  /**
   * Returns the greatest number of rows of a table, or members of a list, that are shown. The
   * number of omitted rows is printed below them.
   *
   * @return the number of rows, 1 or more; default: {@value #ROWS}
   */
  @Value.Default
  public int rows() {
    return ROWS;
  }

  /**
   * Returns the greatest display width of a quotation. The middle of a longer quotation is replaced
   * by {@code […]}.
   *
   * @return the width in columns of a terminal, {@value #NARROWEST} or more; default: {@value
   *     #QUOTE}
   */
  @Value.Default
  public int quote() {
    return QUOTE;
  }

  /** {@return the words added where rows were omitted, such as how to see them; default: empty} */
  @Value.Default
  public String remedy() {
    return "";
  }

  /**
   * Returns whether headings and sources are emphasised by ANSI escapes (ECMA-48).
   *
   * @return true if they are; default: false
   */
  @Value.Default
  public boolean isEmphasized() {
    return false;
  }

  @Value.Check
  void check() {
    atLeast("width", width(), NARROWEST);
    atLeast("rows", rows(), 1);
    atLeast("quote", quote(), NARROWEST);
  }

  private static void atLeast(String what, int given, int least) {
    if (given < least) {
      throw new IllegalArgumentException(
          "%s must be %d or more, got %d".formatted(what, least, given));
    }
  }

  /**
   * Returns the default style: text of limited length.
   *
   * @return the style in which every {@link Printable} prints as a string
   */
  public static Style standard() {
    return ImmutableStyle.builder().build();
  }

  /**
   * Returns the style that prints every row, and every quotation in full.
   *
   * @return the default style without limits on rows and quotations
   */
  public static Style whole() {
    return standard().rows(Integer.MAX_VALUE).quote(Integer.MAX_VALUE);
  }

  private ImmutableStyle.Builder with() {
    return ImmutableStyle.builder().from(this);
  }

  /**
   * Replaces the form.
   *
   * @param form the kind of text to print
   * @return a style with that form; this one is unchanged
   */
  public final Style form(Form form) {
    return with().form(form).build();
  }

  /**
   * Replaces the width of a line.
   *
   * @param most the greatest display width of a line, {@value #NARROWEST} or more
   * @return a style with that width; this one is unchanged
   * @throws IllegalArgumentException if the width is less than {@value #NARROWEST}
   */
  public final Style width(int most) {
    return with().width(most).build();
  }

  /**
   * Replaces the number of rows that are shown.
   *
   * @param most the greatest number of rows or members, 1 or more
   * @return a style with that limit; this one is unchanged
   * @throws IllegalArgumentException if the number is less than 1
   */
  public final Style rows(int most) {
    return with().rows(most).build();
  }

  /**
   * Replaces the width at which quotations are shortened.
   *
   * @param most the greatest display width of a quotation, {@value #NARROWEST} or more
   * @return a style with that limit; this one is unchanged
   * @throws IllegalArgumentException if the width is less than {@value #NARROWEST}
   */
  public final Style quote(int most) {
    return with().quote(most).build();
  }

  /**
   * Replaces the words that are added where rows were omitted.
   *
   * @param remedy the words, printed directly after the number of omitted rows; may be empty
   * @return a style with the new words; this one is unchanged
   */
  public final Style remedy(String remedy) {
    return with().remedy(remedy).build();
  }

  /**
   * Emphasises headings and sources by ANSI escapes.
   *
   * @return a style with emphasis; this one is unchanged
   */
  public final Style emphasized() {
    return with().emphasized(true).build();
  }
}
