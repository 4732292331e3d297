package org.demarche.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.typography.TypographicMarks;

/**
 * The signs that occurred in printed tables. Only the start and the end of a cell are examined,
 * because names and texts may contain the same characters elsewhere.
 */
final class Legend {
  private final Set<String> seen = new HashSet<>();

  /** Notes the signs at the starts and ends of the cells of a row. */
  void see(List<String> row) {
    for (String cell : row) {
      String words = TypographicMarks.withoutNoBreakSpaces(cell);
      int space = words.indexOf(' ');
      seeSign(space < 0 ? words : words.substring(0, space));
      seeSign(words.substring(words.lastIndexOf(' ') + 1));
    }
  }

  private void seeSign(String word) {
    if (!word.isEmpty() && word.chars().noneMatch(Character::isLetterOrDigit)) {
      seen.add(word);
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
            .filter(sign -> seen.stream().anyMatch(word -> word.contains(sign.getKey())))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .collect(Collectors.joining("   "));
    seen.clear();
    return meanings;
  }
}
