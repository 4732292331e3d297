package org.demarche.coding;

/**
 * The result of looking for a quotation in the text of its source.
 *
 * <pre>{@code
 * texts.quotation("KT17", "no additional deployment").verdict() == QuotationVerdict.FOUND
 * }</pre>
 *
 * @since 0.1
 */
public enum QuotationVerdict {
  /** The text has the quotation to the letter, in one place. */
  FOUND("found"),
  /** The text has the quotation in one place, apart from tolerated {@link Variant variants}. */
  FOUND_BUT_FOR("found but for"),
  /** The text has the quotation in several places. */
  SEVERAL("in several places"),
  /** The text does not have the quotation, but similar passages. */
  NEAREST("not found"),
  /** The text has neither the quotation nor a similar passage. */
  NOT_FOUND("not found, nothing similar"),
  /** There is no text of the source. */
  NO_TEXT("no text"),
  /** The text is not the one that was coded: its hash, or the text of the dossier, differs. */
  TEXT_CHANGED("text changed");

  private final String words;

  QuotationVerdict(String words) {
    this.words = words;
  }

  /** {@return whether the text has the quotation, at least apart from tolerated variants} */
  public boolean isFound() {
    return this == FOUND || this == FOUND_BUT_FOR || this == SEVERAL;
  }

  /** {@return the verdict in words} */
  @Override
  public String toString() {
    return words;
  }
}
