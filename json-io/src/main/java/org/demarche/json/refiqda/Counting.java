package org.demarche.json.refiqda;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way to count positions in a text. The standard counts Unicode code points; programs depart from
 * it in one or more of three ways.
 *
 * @param countsMark whether a byte order mark before the text counts as a character
 * @param lineEnds the count of line ends
 * @param isUtf16 whether a code point beyond U+FFFF counts as two
 */
record Counting(boolean countsMark, LineEnds lineEnds, boolean isUtf16) {
  /** The count of line ends. */
  enum LineEnds {
    AS_WRITTEN,
    /** A carriage return with line feed counts as one. */
    PAIR_AS_ONE,
    /** A line feed counts as two, since the program held a carriage return before it. */
    FEED_AS_TWO
  }

  /** The counting of the standard. */
  static final Counting STANDARD = new Counting(false, LineEnds.AS_WRITTEN, false);

  /**
   * An offset in a text.
   *
   * @param unit in UTF-16 code units
   * @param codePoint in code points
   */
  record Offset(int unit, int codePoint) {}

  /**
   * Returns the countings that differ from one another in a text: first that of the standard, then
   * those with one departure, then those with more.
   *
   * @param hadMark whether a byte order mark was before the text
   */
  static ImmutableList<Counting> of(String text, boolean hadMark) {
    List<LineEnds> lineEnds = new ArrayList<>(List.of(LineEnds.AS_WRITTEN));
    if (text.contains("\r\n")) {
      lineEnds.add(LineEnds.PAIR_AS_ONE);
    } else if (text.indexOf('\n') >= 0) {
      lineEnds.add(LineEnds.FEED_AS_TWO);
    }
    List<Boolean> marks = hadMark ? List.of(false, true) : List.of(false);
    boolean isBeyond = CharMatcher.inRange('\uD800', '\uDBFF').matchesAnyOf(text);
    List<Boolean> units = isBeyond ? List.of(false, true) : List.of(false);
    return marks.stream()
        .flatMap(
            mark ->
                lineEnds.stream()
                    .flatMap(ends -> units.stream().map(unit -> new Counting(mark, ends, unit))))
        .sorted(Comparator.comparingInt(Counting::departures))
        .collect(ImmutableList.toImmutableList());
  }

  private int departures() {
    return (countsMark ? 1 : 0) + (lineEnds == LineEnds.AS_WRITTEN ? 0 : 1) + (isUtf16 ? 1 : 0);
  }

  /**
   * Returns the offsets of positions in a text without its byte order mark. A position outside of
   * the text, or inside of a character, is left out.
   */
  Map<Long, Offset> offsets(String text, long[] positions) {
    long[] sorted = Arrays.stream(positions).sorted().distinct().toArray();
    Map<Long, Offset> offsets = new HashMap<>();
    long count = 0;
    int codePoint = 0;
    int unit = 0;
    for (long position : sorted) {
      long sought = countsMark && position > 0 ? position - 1 : position;
      while (count < sought && unit < text.length()) {
        int point = text.codePointAt(unit);
        boolean isPair = lineEnds == LineEnds.PAIR_AS_ONE && text.startsWith("\r\n", unit);
        boolean isTwo =
            (isUtf16 && Character.charCount(point) == 2)
                || (lineEnds == LineEnds.FEED_AS_TWO && point == '\n');
        count += isTwo ? 2 : 1;
        codePoint += isPair ? 2 : 1;
        unit += isPair ? 2 : Character.charCount(point);
      }
      if (count == sought) {
        offsets.put(position, new Offset(unit, codePoint));
      }
    }
    return offsets;
  }

  /** {@return the departures from the standard in words} */
  @Override
  public String toString() {
    return String.join(
        ", ",
        Stream.of(
                countsMark ? "the byte order mark counts as a character" : "",
                switch (lineEnds) {
                  case AS_WRITTEN -> "";
                  case PAIR_AS_ONE -> "a carriage return with line feed counts as one character";
                  case FEED_AS_TWO -> "a line feed counts as two characters";
                },
                isUtf16 ? "a character beyond U+FFFF counts as two" : "")
            .filter(departure -> !departure.isEmpty())
            .toList());
  }
}
