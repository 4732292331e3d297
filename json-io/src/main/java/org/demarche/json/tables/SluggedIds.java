package org.demarche.json.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.suggestion.Spelling;

/**
 * Ids of claims made from texts: a text that can be an id is one, any other gives its slug. Two
 * texts that give one id are refused, unless they are one text in two spellings.
 */
final class SluggedIds {
  private final Predicate<String> isTaken;

  /** The texts that gave a slug, by id. */
  private final Map<String, Text> texts = new HashMap<>();

  private record Text(String text, int line) {}

  /**
   * Creates an empty collection.
   *
   * @param isTaken returns whether an earlier row has an id
   */
  SluggedIds(Predicate<String> isTaken) {
    this.isTaken = isTaken;
  }

  /** Returns the id of a text, which is empty if it has no letter or digit. */
  static String id(String text) {
    return Slug.isId(text) ? text : Slug.of(text);
  }

  /**
   * Returns the id of the claim of a row.
   *
   * @throws RowError if the text gives no id, or one that another text has
   */
  String of(String text, int line) {
    String id = id(text);
    if (id.isEmpty()) {
      throw new RowError("id", text, "id '" + text + "' has no letter or digit");
    }
    Text earlier = texts.get(id);
    boolean isSlug = !id.equals(text);
    if (earlier != null
        ? !Spelling.name(earlier.text()).equals(Spelling.name(text))
        : isSlug && isTaken.test(id)) {
      throw new RowError(
          "id",
          text,
          TakenId.message(
              text,
              id,
              earlier == null ? id : earlier.text(),
              Optional.of(earlier == null ? "an earlier row" : "line " + earlier.line()),
              "if they are one claim, write one text"));
    }
    if (isSlug) {
      texts.putIfAbsent(id, new Text(text, line));
    }
    return id;
  }
}
