package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.demarche.typography.DisplayWidth;

/**
 * An estimate of the width of a text in a sans-serif font, on the wide side: a picture must not
 * depend on which font the reader has.
 */
final class TextWidth {
  private static final String NARROW = " .,:;!|'’‘iIjlftr()[]/-";
  private static final String WIDE = "mwMW@%—…";

  /** The number of code points that are looked at; marks without a width could go on for ever. */
  private static final int MOST = 600;

  private TextWidth() {}

  /** Returns the width of a text, in the unit of the size of its letters. */
  static double of(String text, double size) {
    return Markup.visible(text).codePoints().mapToDouble(TextWidth::ofLetter).sum() * size;
  }

  private static double ofLetter(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.95;
    }
    if (DisplayWidth.of(c) != 1) {
      return DisplayWidth.of(c) / 2.0 + (DisplayWidth.of(c) > 0 ? 0.05 : 0);
    }
    return Character.isUpperCase(c) ? 0.74 : 0.6;
  }

  /** Returns a text that fits, cut off with an ellipsis if it is too wide. */
  static String fitting(String text, double size, double width) {
    return wrapped(text, size, width, 1).get(0);
  }

  /**
   * Returns a text in lines that fit, broken at spaces where possible; the last of the lines is cut
   * off with an ellipsis if there is more.
   *
   * @param most the largest number of lines, 1 or more
   */
  static ImmutableList<String> wrapped(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = Markup.visible(text).strip();
    while (lines.size() < most - 1) {
      int end = end(rest, size, width);
      if (end == rest.length()) {
        break;
      }
      int space = rest.charAt(end) == ' ' ? end : rest.lastIndexOf(' ', end);
      int at = space > 0 ? space : end;
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    int end = end(rest, size, width);
    lines.add(
        end == rest.length()
            ? rest
            : rest.substring(0, end(rest, size, width - of("…", size))).stripTrailing() + "…");
    return ImmutableList.copyOf(lines);
  }

  /** Returns how many characters of a text fit, one at least. */
  private static int end(String text, double size, double width) {
    double used = 0;
    int end = 0;
    for (int count = 0; end < text.length() && count < MOST; count++) {
      int c = text.codePointAt(end);
      used += ofLetter(c) * size;
      if (used > width && end > 0) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
