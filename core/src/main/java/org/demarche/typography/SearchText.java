package org.demarche.typography;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Texts in the form in which searches compare them: without case, accents and soft hyphens, with
 * straight quotation marks, and with one space for each run of spaces and hyphens.
 *
 * <pre>{@code
 * SearchText.fold("The  “Malmø‑Proto\u00ADcol”");   // the "malmo protocol"
 * }</pre>
 *
 * <p>{@link Letters#plain} defines the form of letters. Nearly every character has a form of its
 * own, which is kept in a table. A text with a character whose form depends on its neighbours, or
 * which is too rare for the table, is normalised as a whole.
 */
public final class SearchText {
  private static final String SOFT_HYPHEN = "\u00AD";

  /** In the table, a character that folds to nothing. */
  private static final char NOTHING = '\uFFFE';

  /** In the table, a character without a single folded character. */
  private static final char OTHER = '\uFFFF';

  /** The vowel signs that join the vowel sign or the letter before them into one character. */
  private static final String JOINING =
      "\u09BE\u09D7\u0B3E\u0B57\u0BBE\u0BD7\u0CC2\u0CD5\u0CD6\u0D3E\u0D57\u0DCF\u0DDF";

  /** The first and the last character of each range of characters that are folded for the table. */
  private static final String ALPHABETS =
      "\u0001\u06FF\u0900\u10FF\u1780\u17FF\u1E00\u218F\u3000\u30FF\uFB00\uFB06\uFE00\uFE0F\uFF00\uFFEF";

  /** The first and the last character of each range of characters that fold to themselves. */
  private static final String UNCHANGED = "\u3400\u4DBF\u4E00\u9FFF\uAC00\uD7A3";

  private static final ImmutableMap<Integer, String> EXPANSIONS;

  /**
   * The folded character of each character of the basic plane, {@link #NOTHING} or {@link #OTHER}.
   */
  private static final String FOLDED;

  static {
    StringBuilder folded = new StringBuilder(String.valueOf(OTHER).repeat(OTHER + 1));
    in(UNCHANGED).forEach(c -> folded.setCharAt(c, (char) c));
    String all = in(ALPHABETS).mapToObj(c -> (char) c + "\0").collect(joining());
    Iterator<String> each = Splitter.on('\0').split(normalized(all)).iterator();
    ImmutableMap.Builder<Integer, String> expansions = ImmutableMap.builder();
    in(ALPHABETS)
        .forEach(
            c -> {
              String letters = each.next();
              if (dependsOnNeighbours(c, letters)) {
                return;
              }
              if (letters.length() > 1) {
                expansions.put(c, letters);
              } else {
                folded.setCharAt(c, letters.isEmpty() ? NOTHING : letters.charAt(0));
              }
            });
    EXPANSIONS = expansions.buildOrThrow();
    FOLDED = folded.toString();
  }

  private SearchText() {}

  private static IntStream in(String ranges) {
    return IntStream.range(0, ranges.length() / 2)
        .flatMap(
            range -> IntStream.rangeClosed(ranges.charAt(2 * range), ranges.charAt(2 * range + 1)));
  }

  /**
   * Returns whether the form of a character depends on its neighbours. A capital sigma has another
   * form at the end of a word; letters of Hangul join into syllables, and vowel signs into one.
   */
  private static boolean dependsOnNeighbours(int c, String letters) {
    return (letters.indexOf('σ') >= 0 && c != 'σ')
        || JOINING.indexOf(c) >= 0
        || letters.chars().anyMatch(letter -> letter >= '\u1100' && letter <= '\u11FF')
        || (Character.getType(c) == Character.COMBINING_SPACING_MARK
            && (c < '\u0900' || c > '\u17FF'));
  }

  /**
   * Returns a text as searches compare it.
   *
   * @param text any text, in any script
   * @return the folded text
   */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean isAfterSpace = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      char letter = c <= OTHER ? FOLDED.charAt(c) : OTHER;
      if (letter == OTHER) {
        String letters = letters(c, folded);
        if (letters.isEmpty()) {
          return normalized(text);
        }
        isAfterSpace = appendTo(folded, letters, isAfterSpace);
      } else if (letter != NOTHING) {
        if (letter != ' ' || !isAfterSpace) {
          folded.append(letter);
        }
        isAfterSpace = letter == ' ';
      }
    }
    return folded.toString();
  }

  /** Appends letters, and returns whether the text then ends with a space. */
  private static boolean appendTo(StringBuilder folded, String letters, boolean isAfterSpace) {
    boolean space = isAfterSpace;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter != ' ' || !space) {
        folded.append(letter);
      }
      space = letter == ' ';
    }
    return space;
  }

  /**
   * Returns the form of a character that has no single folded character, or an empty text if the
   * text has to be normalised as a whole.
   */
  private static String letters(int c, CharSequence before) {
    String expansion = EXPANSIONS.get(c);
    if (expansion != null) {
      return expansion;
    }
    String same = Character.toString(c);
    boolean isUnchanged =
        JOINING.indexOf(c) >= 0 ? !joins(before, same) : isIdeograph(c) || isPictograph(c);
    return isUnchanged ? same : "";
  }

  private static boolean joins(CharSequence before, String sign) {
    if (before.isEmpty()) {
      return false;
    }
    String both = before.charAt(before.length() - 1) + sign;
    return !Normalizer.isNormalized(both, Normalizer.Form.NFC);
  }

  /**
   * Returns whether a character is a rare ideograph, but none that another one is equivalent to.
   */
  private static boolean isIdeograph(int c) {
    return (c >= 0x20000 && c < 0x2F800) || (c >= 0x30000 && c < 0x40000);
  }

  private static boolean isPictograph(int c) {
    return c >= 0x1F300 && c <= 0x1FAFF;
  }

  /** Returns the folded text by its definition. */
  private static String normalized(String text) {
    String visible = text.replace(SOFT_HYPHEN, "");
    return withSingleSpaces(Letters.plain(TypographicMarks.withPlainQuotationMarks(visible)));
  }

  /** Replaces each run of spaces and hyphens by one space. */
  private static String withSingleSpaces(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    boolean inGap = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean gap = TypographicMarks.isSpace(c) || TypographicMarks.isHyphen(c);
      if (!gap) {
        spaced.appendCodePoint(c);
      } else if (!inGap) {
        spaced.append(' ');
      }
      inGap = gap;
    }
    return spaced.toString();
  }
}
