package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coding.Variant.Kind;

/** The comparison, sign by sign, of a quotation with a passage that has the same letters. */
final class MatchComparison {
  /** The greatest number of signs at the ends of a passage that can be part of a quotation. */
  private static final int EDGE = 40;

  private final FoldedText quote;
  private final FoldedText text;
  private final CodePoints points;
  private final int at;
  private final List<Variant> variants = new ArrayList<>();

  private MatchComparison(FoldedText quote, FoldedText text, CodePoints points, int at) {
    this.quote = quote;
    this.text = text;
    this.points = points;
    this.at = at;
  }

  /**
   * Returns the match of a quotation at a letter of a text.
   *
   * @param at the index of the letter from which on the letters are the same
   * @return the match with its variants; empty if the letters end or begin inside a character
   */
  static Optional<Match> of(FoldedText quote, FoldedText text, CodePoints points, int at) {
    String words = quote.text();
    int exact = text.start(at) - quote.start(0);
    if (exact >= 0 && text.text().startsWith(words, exact)) {
      return Optional.of(new Match(exact, exact + words.length(), ImmutableList.of()));
    }
    if (!text.isBoundary(at) || !text.isBoundary(at + quote.length())) {
      return Optional.empty();
    }
    return Optional.of(new MatchComparison(quote, text, points, at).compared());
  }

  private Match compared() {
    int length = quote.length();
    int start = text.start(at) - edge(quote.gap(0), reach(text.gap(at), true), true);
    gap(0, start, text.start(at));
    int letter = 0;
    while (letter < length) {
      int next = letter + 1;
      while (next < length && !(quote.isBoundary(next) && text.isBoundary(at + next))) {
        next++;
      }
      characters(letter, next);
      if (next < length) {
        gap(next, text.end(at + next - 1), text.start(at + next));
      }
      letter = next;
    }
    int last = text.end(at + length - 1);
    int end = last + edge(quote.gap(length), reach(text.gap(at + length), false), false);
    gap(length, last, end);
    return new Match(start, end, ImmutableList.copyOf(variants));
  }

  private static String reach(String gap, boolean isBefore) {
    int length = Math.min(EDGE, gap.length());
    return isBefore ? gap.substring(gap.length() - length) : gap.substring(0, length);
  }

  /**
   * Returns how many signs next to a passage belong to it because the quotation has them too: those
   * that are the same to the letter, otherwise the fewest with the same meaning.
   */
  private static int edge(String quoted, String given, boolean isBefore) {
    if (isBefore ? given.endsWith(quoted) : given.startsWith(quoted)) {
      return quoted.length();
    }
    String skeleton = new Gap(quoted).skeleton();
    for (int length = 0; length <= given.length(); length++) {
      String signs =
          isBefore ? given.substring(given.length() - length) : given.substring(0, length);
      if (new Gap(signs).skeleton().equals(skeleton)) {
        return length;
      }
    }
    return 0;
  }

  /** Compares the signs before a letter of the quotation with signs of the text. */
  private void gap(int letter, int from, int to) {
    String quoted = quote.gap(letter);
    String given = from < to ? text.text().substring(from, to) : "";
    if (quoted.equals(given)) {
      return;
    }
    boolean inWord =
        letter > 0
            && letter < quote.length()
            && isLatin(quote.key().charAt(letter - 1))
            && isLatin(quote.key().charAt(letter));
    for (Kind kind : Gap.differences(new Gap(quoted), new Gap(given), inWord)) {
      variants.add(new Variant(kind, points.index(from), quoted, given));
    }
  }

  private static boolean isLatin(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  /** Compares characters that have the same letters. */
  private void characters(int from, int to) {
    int start = text.start(at + from);
    String quoted = quote.text().substring(quote.start(from), quote.end(to - 1));
    String given = text.text().substring(start, text.end(at + to - 1));
    if (!quoted.equals(given)) {
      for (Kind kind : kinds(quoted, given)) {
        variants.add(new Variant(kind, points.index(start), quoted, given));
      }
    }
  }

  private static Set<Kind> kinds(String quoted, String given) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    String one = Normalizer.normalize(quoted, Normalizer.Form.NFC);
    String other = Normalizer.normalize(given, Normalizer.Form.NFC);
    if (one.equals(other)) {
      kinds.add(Kind.UNICODE_FORM);
    } else if (one.equalsIgnoreCase(other)) {
      kinds.add(Kind.LETTER_CASE);
    } else {
      kinds.add(hasLigature(one) || hasLigature(other) ? Kind.LIGATURES : Kind.UNICODE_FORM);
      String letters = letters(one);
      if (!letters.equals(letters(other)) && letters.equalsIgnoreCase(letters(other))) {
        kinds.add(Kind.LETTER_CASE);
      }
    }
    return kinds;
  }

  private static boolean hasLigature(String text) {
    return text.codePoints()
        .anyMatch(c -> (c >= 0xFB00 && c <= 0xFB06) || "œŒæÆĳĲ".indexOf(c) >= 0);
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replace("Œ", "OE")
        .replace("Æ", "AE");
  }
}
