package org.demarche.text;

import org.immutables.value.Value;

/**
 * How a page is set: in which form, how wide, and how much of it.
 *
 * <pre>{@code
 * answer.page().print(Style.standard().width(72).rows(10));
 * answer.page().print(Style.whole().form(Style.Form.MARKDOWN));
 * }</pre>
 */
@Value.Immutable
public abstract class Style {
  /** The rows of a list or table that are shown, unless said otherwise. */
  public static final int ROWS = 40;

  /** The width of a line, unless said otherwise. */
  public static final int WIDTH = 100;

  /** The width of a quotation, unless said otherwise. */
  public static final int QUOTE = 480;

  /** The least width of a line. */
  public static final int NARROWEST = 20;

  Style() {}

  /**
   * What is printed.
   *
   * <pre>{@code
   * Style.standard().form(Style.Form.ASCII)
   * }</pre>
   */
  public enum Form {
    /** Padded columns and wrapped lines, with typographic signs and quotation marks. */
    TEXT,
    /**
     * The same, with plain signs and quotation marks, and letters without accents. What has no
     * plain form, such as letters of other scripts, stays as it is: nothing is lost.
     */
    ASCII,
    /**
     * Tables, lists and quotations of Markdown (GitHub Flavored Markdown Spec 0.29); nothing is
     * wrapped.
     */
    MARKDOWN
  }

  /** What is printed; {@link Form#TEXT} unless said. */
  @Value.Default
  public Form form() {
    return Form.TEXT;
  }

  /**
   * The display width to which lines are wrapped, {@value #NARROWEST} or more; {@value #WIDTH}
   * unless said. A table of so many columns that they do not fit is wider: no column becomes
   * narrower than six.
   */
  @Value.Default
  public int width() {
    return WIDTH;
  }

  /**
   * How many rows of a table, or members of a list, are shown at most, 1 or more; {@value #ROWS}
   * unless said. How many were left out is printed.
   */
  @Value.Default
  public int rows() {
    return ROWS;
  }

  /**
   * The display width of a quotation at most, 20 or more; {@value #QUOTE} unless said. A longer one
   * is shortened in its middle, which is marked by {@code […]}.
   */
  @Value.Default
  public int quote() {
    return QUOTE;
  }

  /** What is added where rows were left out, such as how to see them; nothing unless said. */
  @Value.Default
  public String remedy() {
    return "";
  }

  /**
   * Whether headings and sources are set off by ANSI escapes (ECMA-48); they are not unless said.
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
          "a style of " + what + " " + given + ": give " + least + " or more");
    }
  }

  /** How things print that are not told otherwise: bounded text. */
  public static Style standard() {
    return ImmutableStyle.builder().build();
  }

  /** Text with every row and every quotation whole. */
  public static Style whole() {
    return standard().rows(Integer.MAX_VALUE).quote(Integer.MAX_VALUE);
  }

  private ImmutableStyle.Builder with() {
    return ImmutableStyle.builder().from(this);
  }

  /** The same in another form. */
  public final Style form(Form form) {
    return with().form(form).build();
  }

  /**
   * The same at another width.
   *
   * @throws IllegalArgumentException if it is less than {@value #NARROWEST}
   */
  public final Style width(int most) {
    return with().width(most).build();
  }

  /**
   * The same with more or fewer rows.
   *
   * @throws IllegalArgumentException if there is not one at least
   */
  public final Style rows(int most) {
    return with().rows(most).build();
  }

  /**
   * The same with longer or shorter quotations.
   *
   * @throws IllegalArgumentException if they are narrower than {@value #NARROWEST}
   */
  public final Style quote(int most) {
    return with().quote(most).build();
  }

  /** The same with another addition where rows were left out. */
  public final Style remedy(String remedy) {
    return with().remedy(remedy).build();
  }

  /** The same with headings and sources set off by ANSI escapes. */
  public final Style emphasized() {
    return with().emphasized(true).build();
  }
}
