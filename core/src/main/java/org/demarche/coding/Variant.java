package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import org.demarche.suggestion.ShownValue;

/**
 * A place at which a quotation and the text of its source differ.
 *
 * <pre>{@code
 * Passage passage = texts.quotation("KT17", "Seoul's stance").passages().get(0);
 * passage.variants();   // [quotation marks at 211: ' for ’]
 * }</pre>
 *
 * @param kind the kind of the difference
 * @param offset the index in the text at which it begins, in Unicode code points from 0
 * @param quoted the words or signs of the quotation; may be empty
 * @param given the words or signs of the text; may be empty
 * @since 0.1
 */
public record Variant(Kind kind, int offset, String quoted, String given) {
  /**
   * The kind of a difference. The kinds up to {@link #LETTER_CASE} are tolerated: a quotation that
   * differs only by them is found. A quotation that differs by others is not found.
   *
   * <pre>{@code
   * Variant.Kind.DASHES.isTolerated()   // true
   * }</pre>
   *
   * @since 0.1
   */
  public enum Kind {
    /** White space: more of it, less of it, or of another width. */
    WHITE_SPACE("white space"),
    /** A line break where the other has a space or another line break. */
    LINE_ENDS("line ends"),
    /** Quotation marks of another form, or on one side only. */
    QUOTATION_MARKS("quotation marks"),
    /** Hyphens and dashes of another form. */
    DASHES("dashes"),
    /** Soft hyphens (U+00AD). */
    SOFT_HYPHENS("soft hyphens"),
    /** Characters without width, such as U+200B, and marks of direction. */
    ZERO_WIDTH("zero-width characters"),
    /** An ellipsis of another form: one character or three points. */
    ELLIPSES("ellipses"),
    /** Another Unicode normalisation form (Unicode Standard Annex 15), such as a full width. */
    UNICODE_FORM("the Unicode form"),
    /** Letters joined into one character, such as ﬁ or œ. */
    LIGATURES("ligatures"),
    /** A word divided at the end of a line. */
    LINE_END_HYPHEN("a hyphen at a line end"),
    /**
     * A footnote mark: a number in square brackets, superscript digits, or an asterisk or dagger.
     */
    FOOTNOTE_MARK("a footnote mark"),
    /** A page break: a form feed, or a line with nothing but the number of a page. */
    PAGE_BREAK("a page break"),
    /** Letter case. */
    LETTER_CASE("letter case"),
    /** Other punctuation, or a hyphen or ellipsis on one side only. */
    PUNCTUATION("punctuation"),
    /** Words of the text that the quotation leaves out. */
    WORDS_LEFT_OUT("words left out"),
    /** Words of the quotation that the text does not have. */
    WORDS_ADDED("words added"),
    /** Words of the text for which the quotation has others. */
    WORDS_CHANGED("words changed"),
    /** Parts of a discontinuous quotation out of order, or too far apart. */
    PARTS_APART("parts out of order or too far apart");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** {@return whether a quotation that differs only so counts as found} */
    public boolean isTolerated() {
      return compareTo(PUNCTUATION) < 0;
    }

    /** {@return the kind in words} */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Creates a variant.
   *
   * @param kind the kind of the difference
   * @param offset the index in the text, 0 or more
   * @param quoted what the quotation has
   * @param given what the text has
   */
  public Variant {
    requireNonNull(kind, "kind");
    requireNonNull(quoted, "quoted");
    requireNonNull(given, "given");
    if (offset < 0) {
      throw ShownValue.refused("offset must be 0 or more, got " + offset);
    }
  }

  /** {@return the kind, the offset and both sides in one line} */
  @Override
  public String toString() {
    String place = kind + " at " + offset;
    return switch (kind) {
      case WORDS_LEFT_OUT -> place + ": ‘" + VisibleText.of(given) + "’";
      case WORDS_ADDED -> place + ": ‘" + VisibleText.of(quoted) + "’";
      case PARTS_APART -> place;
      default -> place + ": ‘" + VisibleText.of(quoted) + "’ for ‘" + VisibleText.of(given) + "’";
    };
  }
}
