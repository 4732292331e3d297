package org.demarche.json.tables;

import java.util.Optional;

/**
 * The marks of a table in delimited text.
 *
 * @param separator the character between fields
 * @param quote the quotation mark around fields; empty if it is a character like any other
 * @param escape the character before a quotation mark within a field, besides a doubled quotation
 *     mark; empty if there is none
 * @param comment the character with which lines begin that are left out; empty if there are none
 */
public record Dialect(
    char separator,
    Optional<Character> quote,
    Optional<Character> escape,
    Optional<Character> comment) {
  /** Commas between fields, and quotation marks around them where needed (RFC 4180). */
  public static final Dialect CSV =
      new Dialect(',', Optional.of('"'), Optional.empty(), Optional.empty());

  /** Returns the same marks with another separator. */
  public Dialect withSeparator(char other) {
    return new Dialect(other, quote, escape, comment);
  }

  /** Returns the same marks without quotation marks. */
  public Dialect withoutQuotes() {
    return new Dialect(separator, Optional.empty(), Optional.empty(), comment);
  }

  /** Returns the same marks with a character before quotation marks within a field. */
  public Dialect withEscape(char mark) {
    return new Dialect(separator, quote, Optional.of(mark), comment);
  }

  /** Returns the same marks with a character before lines that are left out. */
  public Dialect withComment(char mark) {
    return new Dialect(separator, quote, escape, Optional.of(mark));
  }
}
