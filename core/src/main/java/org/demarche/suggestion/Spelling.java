package org.demarche.suggestion;

import java.text.Normalizer;
import java.util.Locale;
import org.demarche.typography.TypographicMarks;

/**
 * Names and sentences without what people write now in one way and now in another, by which it can
 * be seen that two are the same.
 *
 * <pre>{@code
 * Spelling.name("Côte d’Ivoire").equals(Spelling.name("CÔTE D'IVOIRE"))   // true
 * }</pre>
 */
public final class Spelling {
  private static final int MODIFIER_APOSTROPHE = 'ʼ';

  private Spelling() {}

  /**
   * Returns a text with one blank for all white space, without invisible characters, and with plain
   * quotation marks, apostrophes and dashes, in normalisation form NFC.
   *
   * @param text any text, in any script
   * @return the text, in which letters and their case are as they were
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean isAfterSpace = false;
    int[] points = Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
    for (int point : points) {
      if (TypographicMarks.isSpace(point)) {
        isAfterSpace = true;
      } else if (Character.getType(point) != Character.FORMAT) {
        if (isAfterSpace && !plain.isEmpty()) {
          plain.append(' ');
        }
        isAfterSpace = false;
        plain.appendCodePoint(plain(point));
      }
    }
    return plain.toString();
  }

  private static int plain(int point) {
    if (Character.getType(point) == Character.DASH_PUNCTUATION || point == '−') {
      return '-';
    }
    return point == MODIFIER_APOSTROPHE ? '\'' : TypographicMarks.plainQuotationMark(point);
  }

  /**
   * Returns a name as it is compared with others: plain, and without letter case.
   *
   * @param text any text, in any script
   * @return the text in lower case
   */
  public static String name(String text) {
    return plain(text).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a sentence as it is compared with others: as a name, and without a full stop at its
   * end.
   *
   * @param text any text, in any script
   * @return the text in lower case
   */
  public static String sentence(String text) {
    String name = name(text);
    return name.endsWith(".") || name.endsWith("。")
        ? name.substring(0, name.length() - 1).stripTrailing()
        : name;
  }
}
