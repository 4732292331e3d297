package org.demarche.text;

import com.google.common.collect.ImmutableList;
import org.demarche.typography.DisplayWidth;

/**
 * The breaking of text into lines of limited display width.
 *
 * <pre>{@code
 * LineWrapping.lines("AGAINST/STATE_INTENTION", 17)   // [AGAINST/, STATE_INTENTION]
 * }</pre>
 */
final class LineWrapping {
  private LineWrapping() {}

  /**
   * Breaks text at spaces, after a slash or two dots, and before and after wide characters. Breaks
   * inside a word only if the word alone is too wide.
   *
   * @param text any text; its line feeds are kept
   * @param width the greatest display width of a line, 2 or more
   * @return the lines, at least one
   */
  static ImmutableList<String> lines(String text, int width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (String paragraph : text.split("\n", -1)) {
      if (DisplayWidth.of(paragraph) <= width) {
        lines.add(paragraph.stripTrailing());
        continue;
      }
      StringBuilder line = new StringBuilder();
      int used = 0;
      int at = 0;
      while (at < paragraph.length()) {
        int end = tokenEnd(paragraph, at);
        String token = paragraph.substring(at, end);
        int needed = DisplayWidth.of(token.stripTrailing());
        if (used + needed > width && used > 0) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          used = 0;
          token = token.stripLeading();
        }
        int begin = 0;
        int left = DisplayWidth.of(token.stripTrailing());
        while (left > width) {
          int cut = cut(token, begin, width);
          lines.add(token.substring(begin, cut));
          left -= DisplayWidth.of(token.substring(begin, cut));
          begin = cut;
        }
        line.append(token, begin, token.length());
        used += DisplayWidth.of(token.substring(begin));
        at = end;
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines.build();
  }

  /** Returns the display width of the widest passage that cannot be broken. */
  static int widestWord(String text) {
    int widest = 0;
    for (String line : text.split("\n", -1)) {
      for (int at = 0; at < line.length(); ) {
        int end = tokenEnd(line, at);
        widest = Math.max(widest, DisplayWidth.of(line.substring(at, end).stripTrailing()));
        at = end;
      }
    }
    return widest;
  }

  /**
   * Returns the end of the token that starts at an offset. A token ends after its spaces, after a
   * slash or two dots, and at a wide character.
   */
  private static int tokenEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean ellipsis = c == '.' && at < text.length() - 1 && text.startsWith("..", at - 1);
      if (ellipsis) {
        return at + 1;
      }
      boolean inside = at - 1 > from || (from > 0 && text.charAt(from - 1) != ' ');
      if ((c == '/' && inside) || DisplayWidth.isWide(c)) {
        break;
      }
      if (c == ' ' && (at == text.length() || text.charAt(at) != ' ')) {
        break;
      }
      if (at < text.length() && DisplayWidth.isWide(text.codePointAt(at))) {
        break;
      }
    }
    while (at < text.length() && DisplayWidth.of(text.codePointAt(at)) == 0) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /**
   * Returns the offset at which to cut the rest of a word that is too wide: after the last hyphen
   * or underscore that fits, or else after the last character that fits.
   */
  private static int cut(String token, int from, int width) {
    int used = 0;
    int joint = from;
    int at = from;
    while (at < token.length()) {
      int c = token.codePointAt(at);
      if (used + DisplayWidth.of(c) > width && at > from) {
        return joint > from ? joint : at;
      }
      used += DisplayWidth.of(c);
      at += Character.charCount(c);
      if (c == '_' || c == '-') {
        joint = at;
      }
    }
    return at;
  }
}
