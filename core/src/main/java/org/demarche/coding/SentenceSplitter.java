package org.demarche.coding;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.typography.TypographicMarks;

/**
 * The sentences of a text. They are found by {@link BreakIterator}, and joined again where it takes
 * an abbreviation for an end. A blank line ends a sentence, and so does the end of a line that was
 * not wrapped: a heading, a caption, a member of a list.
 */
final class SentenceSplitter {
  /** The widths to which a person or a program may have wrapped text. */
  private static final Range<Integer> WRAPPED = Range.closed(40, 120);

  private static final ImmutableSet<String> ABBREVIATIONS =
      words(
          "Mr. Mrs. Ms. Mx. Dr. Prof. Rev. Hon. Amb. Sen. Rep. Gov. Pres. Gen. Lt. Col. Maj. Capt."
              + " Sgt. Adm. Cmdr. St. Mt. Ft. vs. e.g. i.e. cf. Vol. Art. Sec. Para. Fig. Dept."
              + " M. MM. Nr. Abs. z.B. u.a. d.h.");

  /** Abbreviations that may also end a sentence, as acronyms may. */
  private static final ImmutableSet<String> AT_ENDS_TOO =
      words("Jr. Sr. Inc. Ltd. Co. Corp. Ph.D. a.m. p.m.");

  /** Abbreviations only before a number. */
  private static final ImmutableSet<String> BEFORE_NUMBERS =
      words("No. Nos. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Art. p. pp.");

  /** The number of characters before and after a possible end that are looked at. */
  private static final int NEAR = 100;

  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
  private static final Pattern ACRONYM = Pattern.compile("(?:\\p{Lu}\\.){2,}");

  /** The mark of a note after the end of a sentence, with that end. */
  private static final Pattern NOTED =
      Pattern.compile("(?<=[\\p{Ll}\"”’)])([.!?][\"”’]*)(?:(?:\\[\\d{1,3}])+|\\d{1,2})\\s+");

  /** The end of a sentence before the number of a paragraph. */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile("[.!?][\"”’]*\\s+(?=(?:\\d{1,3}\\.)+\\s+\\p{Lu})");

  /** The number of a paragraph, which is no sentence of its own. */
  private static final Pattern NUMBER =
      Pattern.compile("\\s*\\(?(?:(?:\\d{1,3}\\.)*\\d{1,3}|\\p{L}|[ivx]+)[.)]+\\s*");

  /** The words before which an acronym with full stops ends its sentence. */
  private static final ImmutableSet<String> OPENING =
      words("A An The This That These He She It We They I But And In On At If For Its Their");

  private static final Pattern LIST_MARK =
      Pattern.compile(
          "\\s*(?:[•·]|[-*#>|]+\\s|\\d{1,3}[.)]\\s|\\((?:\\d{1,3}|\\p{Ll}|[ivx]+)\\)\\s).*");

  private final String text;
  private final BreakIterator sentences;
  private final ImmutableList.Builder<Range<Integer>> found = ImmutableList.builder();

  private SentenceSplitter(String text, Locale language) {
    this.text = text;
    this.sentences = BreakIterator.getSentenceInstance(language);
  }

  private static ImmutableSet<String> words(String spaced) {
    return ImmutableSet.copyOf(Splitter.on(' ').split(spaced));
  }

  /** Returns the sentences, as indices of UTF-16, without the white space around them. */
  static ImmutableList<Range<Integer>> split(String text, Locale language) {
    SentenceSplitter splitter = new SentenceSplitter(text, language);
    List<Range<Integer>> block = new ArrayList<>();
    for (Range<Integer> line : lines(text)) {
      if (text.substring(line.lowerEndpoint(), line.upperEndpoint()).isBlank()) {
        splitter.splitBlock(block);
        block.clear();
      } else {
        block.add(line);
      }
    }
    splitter.splitBlock(block);
    return splitter.found.build();
  }

  private static List<Range<Integer>> lines(String text) {
    List<Range<Integer>> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || "\n\r\f\u2028\u2029".indexOf(text.charAt(i)) >= 0) {
        lines.add(Range.closedOpen(start, i));
        start = i + 1;
        if (text.startsWith("\r\n", i)) { // one line end
          start++;
          i++;
        }
      }
    }
    return lines;
  }

  /** Splits lines without a blank line between them. */
  private void splitBlock(List<Range<Integer>> lines) {
    int width = lines.stream().mapToInt(SentenceSplitter::length).max().orElse(0);
    for (int i = 0; i < lines.size(); i++) {
      int start = lines.get(i).lowerEndpoint();
      while (i + 1 < lines.size() && isWrapped(lines.get(i), lines.get(i + 1), width)) {
        i++;
      }
      splitParagraph(start, lines.get(i).upperEndpoint());
    }
  }

  private static int length(Range<Integer> line) {
    return line.upperEndpoint() - line.lowerEndpoint();
  }

  /** Returns whether a line goes on in the next because its next word did not fit. */
  private boolean isWrapped(Range<Integer> line, Range<Integer> next, int width) {
    String following = text.substring(next.lowerEndpoint(), next.upperEndpoint());
    int word = following.strip().split("\\s", 2)[0].length();
    return WRAPPED.contains(width)
        && length(line) + 1 + word > width
        && !LIST_MARK.matcher(following).matches();
  }

  private void splitParagraph(int from, int to) {
    String paragraph = text.substring(from, to).replaceAll("\\s", " ");
    int start = 0;
    for (int end : possibleEnds(paragraph)) {
      if (end == paragraph.length()
          || (isEnd(paragraph, end)
              && !NUMBER.matcher(paragraph.substring(start, end)).matches())) {
        add(from + start, from + end);
        start = end;
      }
    }
  }

  private ImmutableSortedSet<Integer> possibleEnds(String paragraph) {
    ImmutableSortedSet.Builder<Integer> ends = ImmutableSortedSet.naturalOrder();
    sentences.setText(paragraph);
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      ends.add(end);
    }
    Stream.of(NOTED, BEFORE_NUMBER)
        .flatMap(end -> end.matcher(paragraph).results())
        .forEach(end -> ends.add(end.end()));
    return ends.build();
  }

  /** Returns whether a sentence ends where it may. */
  private static boolean isEnd(String paragraph, int end) {
    String rest = paragraph.substring(end, Math.min(end + NEAR, paragraph.length())).strip();
    String next = rest.split(" ", 2)[0];
    if (rest.isEmpty() || Character.isLowerCase(rest.codePointAt(0)) || !hasLetter(rest)) {
      return rest.isEmpty();
    }
    if (paragraph.charAt(end - 1) == '.') {
      return false; // no white space follows, as in “U.S.-Japan”
    }
    String near = paragraph.substring(Math.max(0, end - NEAR), end);
    String before = near.replaceFirst(NOTED + "$", "$1").strip();
    String last =
        before.substring(before.lastIndexOf(' ') + 1).replaceFirst("^[^\\p{L}\\p{N}]+", "");
    if (BEFORE_NUMBERS.contains(last)) {
      return before.length() == near.strip().length() && !Character.isDigit(rest.charAt(0));
    }
    if (ACRONYM.matcher(last).matches() || AT_ENDS_TOO.contains(last)) {
      return OPENING.contains(next);
    }
    return !ABBREVIATIONS.contains(last) && !INITIAL.matcher(last).matches();
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private void add(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && TypographicMarks.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && TypographicMarks.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      found.add(Range.closedOpen(start, end));
    }
  }
}
