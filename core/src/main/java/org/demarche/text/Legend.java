package org.demarche.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.typography.TypographicMarks;

/** The signs that cells end in: a name or a text has them elsewhere, if at all. */
final class Legend {
  private final Set<String> ends = new HashSet<>();

  void see(List<String> row) {
    for (String cell : row) {
      String last =
          cell.substring(TypographicMarks.withoutNoBreakSpaces(cell).lastIndexOf(' ') + 1);
      if (!last.isEmpty() && last.chars().noneMatch(Character::isLetterOrDigit)) {
        ends.add(last);
      }
    }
  }

  /** The meanings of those that were seen; nothing where none was. */
  String meanings(Map<String, String> signs) {
    return signs.entrySet().stream()
        .filter(sign -> ends.stream().anyMatch(end -> end.contains(sign.getKey())))
        .map(sign -> sign.getKey() + " " + sign.getValue())
        .collect(Collectors.joining("   "));
  }
}
