package org.demarche.json.tables;

import java.util.Optional;

/** The message about a name or sentence whose id another one has. */
final class TakenId {
  private TakenId() {}

  /**
   * Returns the message.
   *
   * @param where the line of the other one, or the same row; empty for the dossier
   * @param advice how to go on if both are one
   */
  static String message(
      String name, String id, String other, Optional<String> where, String advice) {
    return "'%s' gives the id %s, which '%s' has %s%s: %s; if they are two, rename one"
        .formatted(
            name,
            id,
            other,
            where
                .map(place -> place.startsWith("line") ? "since " + place : "in " + place)
                .orElse("in the dossier"),
            difference(name, other),
            advice);
  }

  /** Returns the character in which two texts differ, if they differ in no more. */
  private static String difference(String text, String other) {
    int[] a = text.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int start = 0;
    while (start < Math.min(a.length, b.length) && a[start] == b[start]) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.length, b.length) - start
        && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    int ofText = a.length - start - end;
    int ofOther = b.length - start - end;
    if (ofText > 1 || ofOther > 1) {
      return "";
    }
    return " (%s here, %s there)"
        .formatted(
            ofText == 0 ? "nothing" : described(a[start]),
            ofOther == 0 ? "nothing" : described(b[start]));
  }

  private static String described(int point) {
    return "'%s' U+%04X".formatted(Character.toString(point), point);
  }
}
