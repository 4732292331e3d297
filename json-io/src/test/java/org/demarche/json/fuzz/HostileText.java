package org.demarche.json.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of which every byte is one character: a byte below 64 is one that hides, acts on a terminal
 * or turns the direction, a byte from 128 on one that a form of printing treats in its own way, any
 * other is itself. The byte 255 ends a text.
 */
public final class HostileText {
  /** Characters that are dangerous to print, in the order of their bytes. */
  public static final String UNSAFE =
      "\u0000\u0001\u0007\b\t\n\u000B\f\r\u000E\u001A\u001B\u001C\u001F\u007F\u0080\u0085\u0090"
          + "\u009B\u009D\u009F\u00AD\u061C\u115F\u180E\u200B\u200C\u200D\u200E\u200F\u2028\u2029"
          + "\u202A\u202B\u202C\u202D\u202E\u2060\u2063\u2066\u2067\u2068\u2069\u206A\u3164\uD800"
          + "\uDBFF\uDC00\uDFFF\uFDD0\uFEFF\uFFA0\uFFF9\uFFFB\uFFFD\uFFFE\uFFFF\u2800\u0300\u20DD"
          + "\uE000\uFE0F\u3000\u00A0";

  private static final String TREATED =
      "|*_#<>&\"'`\\[](){}~!=+-@;,:.%$^/?\u2026\u201C\u201D\u2018\uFF1D\uFF0B\uFF0D\uFF20\u0130\u0131"
          + "\u00DF\u0660\u0967\u0E51\u05D0\u0627\uAC00\u4E00\u00E9";

  private static final int END = 255;
  private static final int FIRST_TREATED = 128;

  private HostileText() {}

  /** Returns the texts of an input. */
  static List<String> in(byte[] input, int start) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = start; i < input.length; i++) {
      int b = Byte.toUnsignedInt(input[i]);
      if (b == END) {
        texts.add(text.toString());
        text.setLength(0);
      } else if (b < UNSAFE.length()) {
        text.append(UNSAFE.charAt(b));
      } else {
        text.append(
            b < FIRST_TREATED ? (char) b : TREATED.charAt((b - FIRST_TREATED) % TREATED.length()));
      }
    }
    texts.add(text.toString());
    return texts;
  }
}
