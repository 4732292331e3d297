package org.demarche.coding;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coding.Variant.Kind;
import org.demarche.typography.TypographicMarks;

/** The signs between two letters of a text, sorted by what they are. */
final class Gap {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

  /** A form feed, or the number of a page on a line, with the white space around it. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)[ \\t\\r\\n]{0,20}(?:\\f|[\\n\\r]" + FoldedText.PAGE_NUMBER + ")[ \\t\\r\\n]{0,20}");

  private static final Pattern FOOTNOTE =
      Pattern.compile("[ \\t]{0,4}(?:" + FoldedText.NOTE_NUMBER + "|[*†‡]+)");

  private static final Pattern ELLIPSIS = Pattern.compile("…|\\.{3}|\\.\\s\\.\\s\\.");
  private static final Pattern DIVIDED = Pattern.compile("[-‐\\u00AD]\\s*[\\n\\r\\f]\\s*");

  private final String all;
  private final boolean isDivided;
  private final String pages;
  private final String footnotes;
  private final String ellipses;
  private final StringBuilder spaces = new StringBuilder();
  private final StringBuilder marks = new StringBuilder();
  private final StringBuilder plainMarks = new StringBuilder();
  private final StringBuilder dashes = new StringBuilder();
  private final StringBuilder plainDashes = new StringBuilder();
  private final StringBuilder softHyphens = new StringBuilder();
  private final StringBuilder zeroWidth = new StringBuilder();
  private final StringBuilder others = new StringBuilder();

  Gap(String all) {
    this.all = all;
    StringBuilder rest = new StringBuilder(all);
    pages = take(PAGE, rest, " ");
    footnotes = take(FOOTNOTE, rest, "");
    ellipses = take(ELLIPSIS, rest, "");
    isDivided =
        DIVIDED.matcher(pages.isEmpty() ? all : rest.toString().stripTrailing() + "\n").matches();
    rest.codePoints().forEach(this::sort);
  }

  /** Takes what a pattern matches out of a text. */
  private static String take(Pattern pattern, StringBuilder from, String instead) {
    StringBuilder taken = new StringBuilder();
    Matcher matcher = pattern.matcher(from.toString());
    if (!matcher.find()) {
      return "";
    }
    from.setLength(0);
    do {
      taken.append(matcher.group());
      matcher.appendReplacement(from, instead);
    } while (matcher.find());
    matcher.appendTail(from);
    return taken.toString();
  }

  private void sort(int c) {
    int type = Character.getType(c);
    if (TypographicMarks.isSpace(c)) {
      spaces.appendCodePoint(c);
    } else if (TypographicMarks.isQuotationMark(c)) {
      marks.appendCodePoint(c);
      plainMarks.appendCodePoint(TypographicMarks.plainQuotationMark(c));
    } else if (type == Character.DASH_PUNCTUATION || c == '−') {
      plainDashes.append(dashes.isEmpty() ? "-" : "");
      dashes.appendCodePoint(c);
    } else if (c == '\u00AD') {
      softHyphens.append('\u00AD');
    } else if (type == Character.FORMAT || FoldedText.isVariationSelector(c)) {
      zeroWidth.appendCodePoint(c);
    } else {
      others.appendCodePoint(c);
    }
  }

  /** Returns whether signs divide words: a soft hyphen and signs without width do not. */
  static boolean divides(String signs) {
    return signs
        .codePoints()
        .anyMatch(
            c -> Character.getType(c) != Character.FORMAT && !FoldedText.isVariationSelector(c));
  }

  /** Returns what distinguishes the gap whatever is tolerated; equal for gaps of one meaning. */
  String skeleton() {
    return (ellipses.isEmpty() ? "" : "…")
        + (marks.isEmpty() ? "" : "\"".repeat(plainMarks.length()))
        + plainDashes
        + others;
  }

  /**
   * Returns by what kinds two gaps differ.
   *
   * @param inWord whether the letters on both sides are of one word of an alphabet, so that an
   *     apostrophe belongs to its spelling
   */
  static Set<Kind> differences(Gap quoted, Gap given, boolean inWord) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (quoted.all.equals(given.all)) {
      return kinds;
    }
    boolean onePage = !quoted.pages.equals(given.pages);
    add(onePage, Kind.PAGE_BREAK, kinds);
    add(!quoted.footnotes.equals(given.footnotes), Kind.FOOTNOTE_MARK, kinds);
    add(differ(quoted.softHyphens, given.softHyphens), Kind.SOFT_HYPHENS, kinds);
    add(differ(quoted.zeroWidth, given.zeroWidth), Kind.ZERO_WIDTH, kinds);
    add(differ(quoted.others, given.others), Kind.PUNCTUATION, kinds);
    if (!quoted.ellipses.equals(given.ellipses)) {
      kinds.add(
          quoted.ellipses.isEmpty() || given.ellipses.isEmpty() ? Kind.PUNCTUATION : Kind.ELLIPSES);
    }
    if (differ(quoted.marks, given.marks)) {
      kinds.add(inWord && isApostrophe(quoted, given) ? Kind.PUNCTUATION : Kind.QUOTATION_MARKS);
    }
    boolean divided =
        (quoted.isDivided && given.all.isEmpty()) || (given.isDivided && quoted.all.isEmpty());
    if (divided) {
      kinds.add(Kind.LINE_END_HYPHEN);
      kinds.remove(Kind.SOFT_HYPHENS);
      return kinds;
    }
    if (differ(quoted.dashes, given.dashes)) {
      kinds.add(differ(quoted.plainDashes, given.plainDashes) ? Kind.PUNCTUATION : Kind.DASHES);
    }
    if (!onePage && differ(quoted.spaces, given.spaces)) {
      kinds.add(breaksLine(quoted) || breaksLine(given) ? Kind.LINE_ENDS : Kind.WHITE_SPACE);
    }
    add(kinds.isEmpty(), Kind.WHITE_SPACE, kinds); // the same signs in another order
    return kinds;
  }

  private static void add(boolean differs, Kind kind, Set<Kind> kinds) {
    if (differs) {
      kinds.add(kind);
    }
  }

  private static boolean differ(StringBuilder quoted, StringBuilder given) {
    return quoted.compareTo(given) != 0;
  }

  /** Returns whether one gap is nothing but an apostrophe and the other is empty. */
  private static boolean isApostrophe(Gap quoted, Gap given) {
    Gap other = quoted.all.isEmpty() ? given : quoted;
    return (quoted.all.isEmpty() || given.all.isEmpty())
        && other.plainMarks.toString().equals("'")
        && other.all.length() == 1;
  }

  private static boolean breaksLine(Gap gap) {
    return LINE_END.matcher(gap.spaces).find();
  }
}
