package org.demarche.typography;

/** A search for one text in another, in time linear in the length of both, whatever they are. */
public final class TextSearch {
  /** The number of characters by which places are found that may be the beginning. */
  private static final int BEGINNING = 32;

  /** The number of places with the beginning alone after which the search is a careful one. */
  private static final int MOST_TRIED = 32;

  private TextSearch() {}

  /** Returns whether a text has another one. */
  public static boolean contains(String text, String sought) {
    return indexOf(text, sought) >= 0;
  }

  /** Returns where a text has another one first; -1 if it does not have it. */
  public static int indexOf(String text, String sought) {
    String beginning = sought.substring(0, Math.min(sought.length(), BEGINNING));
    int at = text.indexOf(beginning);
    for (int tried = 0; at >= 0 && tried < MOST_TRIED; tried++) {
      if (text.startsWith(sought, at)) {
        return at;
      }
      at = text.indexOf(beginning, at + 1);
    }
    return at < 0 ? -1 : carefully(text, sought, at);
  }

  /** Searches from an index without looking at a character twice (Knuth, Morris and Pratt). */
  private static int carefully(String text, String sought, int from) {
    int[] borders = borders(sought);
    int matched = 0;
    for (int at = from; at < text.length(); at++) {
      while (matched > 0 && text.charAt(at) != sought.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += text.charAt(at) == sought.charAt(matched) ? 1 : 0;
      if (matched == sought.length()) {
        return at - matched + 1;
      }
    }
    return -1;
  }

  /** Returns, for each beginning of a text, the length of its longest part at both its ends. */
  private static int[] borders(String text) {
    int[] borders = new int[text.length()];
    int length = 0;
    for (int at = 1; at < text.length(); at++) {
      while (length > 0 && text.charAt(at) != text.charAt(length)) {
        length = borders[length - 1];
      }
      length += text.charAt(at) == text.charAt(length) ? 1 : 0;
      borders[at] = length;
    }
    return borders;
  }
}
