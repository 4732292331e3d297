package org.demarche.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.typography.DisplayWidth;
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

  /** Returns what separates a sign from the lines before it. */
  private static String between(String lines, String sign, int width) {
    if (lines.isEmpty()) {
      return "";
    }
    String last = lines.substring(lines.lastIndexOf('\n') + 1);
    return DisplayWidth.of(last + "   " + sign) <= width ? "   " : "\n";
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
   * @param width the greatest display width of a line
   * @return lines that break only between two signs, or an empty text if no sign occurred
   */
  String meanings(Map<String, String> signs, int width) {
    String meanings =
        signs.entrySet().stream()
            .filter(sign -> seen.stream().anyMatch(word -> word.contains(sign.getKey())))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .reduce("", (lines, sign) -> lines + between(lines, sign, width) + sign);
    seen.clear();
    return meanings;
  }
}
