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
  /**
   * A line with nothing but the number of a page, or a footnote mark. Left out of the letters on
   * request only: the same digits may be part of what is said.
   */
  private static final Pattern APPARATUS =
      Pattern.compile(
          "(?im)(?<=[\\n\\r\\f])[ \\t\\f]*(?:[-–—][ \\t]*)?(?:page[ \\t]+)?\\d{1,4}"
              + "(?:[ \\t]*(?:of|/)[ \\t]*\\d{1,4})?(?:[ \\t]*[-–—])?[ \\t]*(?=[\\n\\r\\f])"
              + "|\\[\\d{1,3}\\]|[\\u00B2\\u00B3\\u00B9\\u2070\\u2074-\\u2079]+");

  private static final int FIRST_COMBINING = 0x300;

  private final String text;
  private final StringBuilder letters;
  private final ImmutableIntArray.Builder startBuilder;
  private final ImmutableIntArray.Builder endBuilder;
  private String key = "";
  private ImmutableIntArray starts = ImmutableIntArray.of();
  private ImmutableIntArray ends = ImmutableIntArray.of();

  private FoldedText(String text) {
    this.text = text;
    this.letters = new StringBuilder(text.length());
    this.startBuilder = ImmutableIntArray.builder(text.length());
    this.endBuilder = ImmutableIntArray.builder(text.length());
  }

  /** Returns all letters and digits of a text. */
  static FoldedText of(String text) {
    FoldedText folded = new FoldedText(text);
    folded.fold(0, text.length());
    return folded.built();
  }

  /** Returns the letters and digits of a text without page numbers and footnote marks. */
  static FoldedText withoutApparatus(String text) {
    FoldedText folded = new FoldedText(text);
    Matcher apparatus = APPARATUS.matcher(text);
    int at = 0;
    while (apparatus.find()) {
      folded.fold(at, apparatus.start());
      at = apparatus.end();
    }
    folded.fold(at, text.length());
    return folded.built();
  }

  /** Returns whether a text has page numbers or footnote marks. */
  static boolean hasApparatus(String text) {
    return APPARATUS.matcher(text).find();
  }

  private FoldedText built() {
    key = letters.toString();
    starts = startBuilder.build();
    ends = endBuilder.build();
    return this;
  }

  private void fold(int from, int to) {
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
  }

  private void add(char letter, int start, int end) {
    letters.append(letter);
    startBuilder.add(start);
    endBuilder.add(end);
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
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
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
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
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
