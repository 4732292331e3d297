package org.demarche.json.records;

import java.util.Locale;
import java.util.regex.Pattern;
import org.demarche.suggestion.ShownValue;

/**
 * The form of values of a file in messages: abridged, and with invisible characters made visible.
 */
public final class ValueInMessage {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]");

  private ValueInMessage() {}

  /** Returns a text of at most 60 code points, or else the first 40 with an ellipsis. */
  public static String abridged(String text) {
    return ShownValue.of(text);
  }

  /** Returns a word in quotation marks, or the code point of an invisible character. */
  static String visible(String word) {
    if (word.isEmpty()) {
      return "the end";
    }
    return UNSEEN.matcher(word).lookingAt()
        ? String.format(Locale.ROOT, "U+%04X", word.codePointAt(0))
        : "'" + abridged(word) + "'";
  }
}
