package org.demarche.coding;

import java.util.Locale;

/** Short text in one line, in which signs without ink are written as their code points. */
final class VisibleText {
  private static final int LONGEST = 80;

  private VisibleText() {}

  /** Returns a text in one line, cut off after {@value #LONGEST} characters. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> append(c, visible));
    if (visible.length() <= LONGEST) {
      return visible.toString();
    }
    int end = LONGEST - 1;
    return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  private static void append(int c, StringBuilder visible) {
    int type = Character.getType(c);
    boolean hasInk =
        c == ' '
            || (type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SPACE_SEPARATOR
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE);
    if (hasInk) {
      visible.appendCodePoint(c);
    } else {
      visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
    }
  }
}
