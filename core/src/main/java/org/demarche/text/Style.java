package org.demarche.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.immutables.value.Value;

/**
 * The style in which a page is printed: its form, its width, and how much of the page is shown.
 *
 * <pre>{@code
 * answer.page().print(Style.standard().width(72).rows(10));
 * answer.page().print(Style.whole().markdown());
 * }</pre>
 *
 * @since 0.1
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

  /** The kind of text that is printed. */
  enum Form {
    TEXT,
    ASCII,
    MARKDOWN,
    HTML
  }

  @Value.Parameter
  abstract Form form();

  /**
   * Returns the display width to which lines are wrapped. A table of so many columns that they do
   * not fit is wider, because no column becomes narrower than six.
   *
   * @return the width in columns of a terminal, {@value #NARROWEST} or more; default: {@value
   *     #WIDTH}
   */
  @Value.Parameter
  public abstract int width();

  /**
   * Returns the greatest number of rows of a table, or members of a list, that are shown. The
   * number of omitted rows is printed below them.
   *
   * @return the number of rows, 1 or more; default: {@value #ROWS}
   */
  @Value.Parameter
  public abstract int rows();

  /**
   * Returns the greatest display width of a quotation. The middle of a longer quotation is replaced
   * by {@code […]}.
   *
   * @return the width in columns of a terminal, {@value #NARROWEST} or more; default: {@value
   *     #QUOTE}
   */
  @Value.Parameter
  public abstract int quote();

  /** {@return the words added where rows were omitted, such as how to see them; default: empty} */
  @Value.Parameter
  public abstract String remedy();

  /**
   * Returns whether headings and sources are emphasised by ANSI escapes (ECMA-48).
   *
   * @return true if they are; default: false
   */
  @Value.Parameter
  public abstract boolean isEmphasized();

  /** Returns the language of a document of HTML. */
  @Value.Parameter
  abstract Locale language();

  @Value.Check
  void check() {
    atLeast("width", width(), NARROWEST);
    atLeast("rows", rows(), 1);
    atLeast("quote", quote(), NARROWEST);
  }

  private static void atLeast(String what, int given, int least) {
    if (given < least) {
      throw new IllegalArgumentException(
          "%s must be %s or more, got %s".formatted(what, least, given));
    }
  }

  /**
   * Returns the default style: text of limited length.
   *
   * @return the style of {@link Printable#print}
   */
  public static Style standard() {
    return ImmutableStyle.of(Form.TEXT, WIDTH, ROWS, QUOTE, "", false, Locale.ENGLISH);
  }

  /**
   * Returns the style that prints every row, and every quotation in full.
   *
   * @return the default style without limits on rows and quotations
   */
  public static Style whole() {
    return standard().rows(Integer.MAX_VALUE).quote(Integer.MAX_VALUE);
  }

  private ImmutableStyle self() {
    return (ImmutableStyle) this;
  }

  /**
   * Prints tables, lists and quotations of Markdown (GitHub Flavored Markdown Spec 0.29), without
   * wrapping. By default, columns are padded and lines are wrapped.
   *
   * @return a style for Markdown, which replaces {@link #ascii} and {@link #html}; this one is
   *     unchanged
   */
  public final Style markdown() {
    return self().replaceForm(Form.MARKDOWN);
  }

  /**
   * Prints a document of HTML that is complete in itself, without scripts, fonts or requests, for
   * screens and for paper. It is well-formed XML too. The width is left to the reader's window.
   *
   * @return a style for HTML in English, which replaces {@link #markdown} and {@link #ascii}; this
   *     one is unchanged
   */
  public final Style html() {
    return html(Locale.ENGLISH);
  }

  /**
   * Prints a document of HTML, as {@link #html()} does, of a page in another language.
   *
   * @param language the language of the page, which the document states
   * @return a style for HTML in that language; this one is unchanged
   */
  public final Style html(Locale language) {
    return self().replaceForm(Form.HTML).replaceLanguage(requireNonNull(language, "language"));
  }

  /**
   * Prints plain signs and quotation marks, and letters without accents. Characters without a plain
   * form, such as letters of other scripts, are kept. By default, typographic signs and quotation
   * marks are printed.
   *
   * @return a style for plain text, which replaces {@link #markdown} and {@link #html}; this one is
   *     unchanged
   */
  public final Style ascii() {
    return self().replaceForm(Form.ASCII);
  }

  /**
   * Replaces the width of a line.
   *
   * @param most the greatest display width of a line, {@value #NARROWEST} or more
   * @return a style with that width; this one is unchanged
   * @throws IllegalArgumentException if the width is less than {@value #NARROWEST}
   */
  public final Style width(int most) {
    return self().replaceWidth(most);
  }

  /**
   * Replaces the number of rows that are shown.
   *
   * @param most the greatest number of rows or members, 1 or more
   * @return a style with that limit; this one is unchanged
   * @throws IllegalArgumentException if the number is less than 1
   */
  public final Style rows(int most) {
    return self().replaceRows(most);
  }

  /**
   * Replaces the width at which quotations are shortened.
   *
   * @param most the greatest display width of a quotation, {@value #NARROWEST} or more
   * @return a style with that limit; this one is unchanged
   * @throws IllegalArgumentException if the width is less than {@value #NARROWEST}
   */
  public final Style quote(int most) {
    return self().replaceQuote(most);
  }

  /**
   * Replaces the words that are added where rows were omitted.
   *
   * @param remedy the words, printed directly after the number of omitted rows; may be empty
   * @return a style with the new words; this one is unchanged
   */
  public final Style remedy(String remedy) {
    return self().replaceRemedy(requireNonNull(remedy, "remedy"));
  }

  /**
   * Emphasises headings and sources by ANSI escapes.
   *
   * @return a style with emphasis; this one is unchanged
   */
  public final Style emphasized() {
    return self().replaceEmphasized(true);
  }
}
