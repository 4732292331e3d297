package org.demarche.json.files;

import java.io.IOException;
import java.io.Reader;

/** The byte order mark with which some editors begin a file; it is skipped and has no column. */
public final class ByteOrderMark {
  /** The mark. */
  public static final char MARK = '\uFEFF';

  private ByteOrderMark() {}

  /** Returns whether a text begins with a mark. */
  public static boolean begins(CharSequence text) {
    return text.length() > 0 && text.charAt(0) == MARK;
  }

  /** Returns a text without the mark at its beginning. */
  public static String strip(String text) {
    return begins(text) ? text.substring(1) : text;
  }

  /**
   * Skips a mark at the beginning of a text.
   *
   * @param text supports {@link Reader#mark}
   */
  public static void skip(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
  }
}
