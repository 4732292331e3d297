package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.demarche.json.tables.CodedTable;

/** The words of statements and their places, which DNA counts in UTF-16 units. */
final class DnaPassages {
  private final SqlTables limits;
  private final List<String> misplaced = new ArrayList<>();

  // The text of the last passage: statements come by document and place, so that each text is
  // counted once.
  private String text = "";
  private int units;
  private int points;

  DnaPassages(SqlTables limits) {
    this.limits = limits;
  }

  /** Returns the cells of a statement; none if its place is not in the text. */
  ImmutableMap<String, String> at(long statement, long start, long stop, String in) {
    String why = fault(start, stop, in);
    if (!why.isEmpty()) {
      misplaced.add("%s at %s to %s, %s".formatted(statement, start, stop, why));
      return ImmutableMap.of();
    }
    limits.reserve(0, stop - start);
    String quote = in.substring((int) start, (int) stop);
    int first = pointsBefore((int) start, in);
    int end = first + quote.codePointCount(0, quote.length());
    return ImmutableMap.of(
        CodedTable.QUOTE,
        quote,
        CodedTable.START,
        Integer.toString(first),
        CodedTable.END,
        Integer.toString(end));
  }

  private static String fault(long start, long stop, String in) {
    if (start < 0 || stop > in.length()) {
      return "the text ends at " + in.length();
    }
    if (stop <= start) {
      return "it ends before it begins";
    }
    return splitsPair(in, (int) start) || splitsPair(in, (int) stop)
        ? "it cuts a character in two"
        : "";
  }

  private static boolean splitsPair(String in, int at) {
    return at > 0
        && at < in.length()
        && Character.isSurrogatePair(in.charAt(at - 1), in.charAt(at));
  }

  @SuppressWarnings("ReferenceEquality") // a text is told by its object, which costs nothing
  private int pointsBefore(int start, String in) {
    if (in != text || start < units) {
      text = in;
      units = 0;
      points = 0;
    }
    points += in.codePointCount(units, start);
    units = start;
    return points;
  }

  /** Returns the statements whose place is not in the text. */
  ImmutableList<String> misplaced() {
    return ImmutableList.copyOf(misplaced);
  }
}
