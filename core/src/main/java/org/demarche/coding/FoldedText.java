package org.demarche.coding;

import com.google.common.primitives.ImmutableIntArray;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The letters and digits of a text in one form, with the place in the text of each: in lower case,
 * decomposed, ligatures as their letters. All other signs are gaps between them. Two texts that
 * differ only in what is tolerated have the same letters.
 */
final class FoldedText {
  /** The number of a page, as it appears alone on a line: 12, – 12 –, Page 3 of 12. */
  static final String PAGE_NUMBER =
      "[ \\t]*(?:[-–—][ \\t]*)?(?:page[ \\t]+)?\\d{1,4}(?:[ \\t]*(?:of|/)[ \\t]*\\d{1,4})?"
          + "(?:[ \\t]*[-–—])?[ \\t]*(?=[\\n\\r\\f])";

  /** A number in square brackets, and superscript digits. */
  static final String NOTE_NUMBER = "\\[\\d{1,3}\\]|[\\u00B2\\u00B3\\u00B9\\u2070\\u2074-\\u2079]+";

  /**
   * The numbers of pages and footnotes. Left out of the letters on request only: the same digits
   * may be part of what is said.
   */
  private static final Pattern APPARATUS =
      Pattern.compile("(?i)(?<=[\\n\\r\\f])" + PAGE_NUMBER + "|" + NOTE_NUMBER);

  private static final int FIRST_COMBINING = 0x300;

  private final String text;
  private final String key;
  private final ImmutableIntArray starts;
  private final ImmutableIntArray ends;

  private FoldedText(String text, String key, ImmutableIntArray starts, ImmutableIntArray ends) {
    this.text = text;
    this.key = key;
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns all letters and digits of a text. */
  static FoldedText of(String text) {
    return new Letters(text).fold(0, text.length()).folded();
  }

  /** Returns the letters and digits of a text without page numbers and footnote marks. */
  static FoldedText withoutApparatus(String text) {
    Letters letters = new Letters(text);
    Matcher apparatus = APPARATUS.matcher(text);
    int at = 0;
    while (apparatus.find()) {
      letters.fold(at, apparatus.start());
      at = apparatus.end();
    }
    return letters.fold(at, text.length()).folded();
  }

  /** Returns whether a text has page numbers or footnote marks. */
  static boolean hasApparatus(String text) {
    return APPARATUS.matcher(text).find();
  }

  /** The letters of a text as they are collected. */
  private static final class Letters {
    private final String text;
    private final StringBuilder key;
    private final ImmutableIntArray.Builder starts;
    private final ImmutableIntArray.Builder ends;

    Letters(String text) {
      this.text = text;
      this.key = new StringBuilder(text.length());
      this.starts = ImmutableIntArray.builder(text.length());
      this.ends = ImmutableIntArray.builder(text.length());
    }

    FoldedText folded() {
      return new FoldedText(text, key.toString(), starts.build(), ends.build());
    }

    Letters fold(int from, int to) {
      int at = from;
      while (at < to) {
        int c = text.codePointAt(at);
        int end = at + Character.charCount(c);
        if (isLetter(c)) {
          if (c < 0x80 && (end >= to || text.charAt(end) < FIRST_COMBINING)) {
            add((char) Character.toLowerCase(c), at, end);
          } else {
            while (end < to && isMark(text.codePointAt(end))) {
              end += Character.charCount(text.codePointAt(end));
            }
            addCluster(at, end);
          }
        }
        at = end;
      }
      return this;
    }

    private void add(char letter, int start, int end) {
      key.append(letter);
      starts.add(start);
      ends.add(end);
    }

    /** Adds a letter with its combining marks, each at its own place unless they are reordered. */
    private void addCluster(int start, int end) {
      String cluster = text.substring(start, end);
      String plain = decomposed(cluster);
      List<String> each =
          cluster.codePoints().mapToObj(c -> decomposed(Character.toString(c))).toList();
      if (!String.join("", each).equals(plain)) {
        addAll(plain, start, end);
        return;
      }
      int from = start;
      for (String letters : each) {
        int to = from + Character.charCount(text.codePointAt(from));
        addAll(letters, from, to);
        from = to;
      }
    }

    private void addAll(String plain, int start, int end) {
      plain
          .codePoints()
          .filter(FoldedText::isLetter)
          .flatMap(c -> lower(c).chars())
          .forEach(letter -> add((char) letter, start, end));
    }
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  private static String lower(int c) {
    return switch (c) {
      case 'œ', 'Œ' -> "oe";
      case 'æ', 'Æ' -> "ae";
      default -> Character.toString(Character.toLowerCase(c));
    };
  }

  private static boolean isLetter(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || Character.getType(c) == Character.LETTER_NUMBER
        || isMark(c);
  }

  private static boolean isMark(int c) {
    if (c < FIRST_COMBINING) {
      return false;
    }
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK)
        && !isVariationSelector(c);
  }

  static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  String text() {
    return text;
  }

  /** Returns the letters and digits, as one text without gaps. */
  String key() {
    return key;
  }

  int length() {
    return key.length();
  }

  /** Returns where the character of a letter begins in the text, in UTF-16. */
  int start(int letter) {
    return starts.get(letter);
  }

  /** Returns where the character of a letter ends in the text, in UTF-16. */
  int end(int letter) {
    return ends.get(letter);
  }

  /** Returns whether a letter is the first of its character, or the end of the text. */
  boolean isBoundary(int letter) {
    return letter == 0 || letter >= length() || start(letter) != start(letter - 1);
  }

  /** Returns the signs before a letter; after the last letter, the signs at the end. */
  String gap(int letter) {
    int from = letter == 0 ? 0 : end(letter - 1);
    int to = letter == length() ? text.length() : start(letter);
    return from < to ? text.substring(from, to) : "";
  }
}
