package org.demarche.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.typography.TypographicMarks;

/**
 * The signs that occurred in printed tables. Only the end of a cell is examined, because names and
 * texts may contain the same characters elsewhere.
 */
final class Legend {
  private final Set<String> ends = new HashSet<>();

  /** Notes the signs at the ends of the cells of a row. */
  void see(List<String> row) {
    for (String cell : row) {
      String last =
          cell.substring(TypographicMarks.withoutNoBreakSpaces(cell).lastIndexOf(' ') + 1);
      if (!last.isEmpty() && last.chars().noneMatch(Character::isLetterOrDigit)) {
        ends.add(last);
      }
    }
  }

  /**
   * Returns the signs that occurred since the legend before, each with its meaning.
   *
   * @param signs every sign of the tables with its meaning, in the order to print
   * @return one line, or an empty text if no sign occurred
   */
  String meanings(Map<String, String> signs) {
    String meanings =
        signs.entrySet().stream()
            .filter(sign -> ends.stream().anyMatch(end -> end.contains(sign.getKey())))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .collect(Collectors.joining("   "));
    ends.clear();
    return meanings;
  }
}
