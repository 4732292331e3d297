package org.demarche.suggestion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The suggestions for many unknown words. Each word is compared with all words that would be valid,
 * but only once, and no more words are compared than a budget allows: later words get no
 * suggestion.
 *
 * <pre>{@code
 * Hints hints = new Hints(300_000);
 * hints.of("actor", "thre-nos", List.of("three-nos"), 1)   //  (did you mean 'three-nos'?)
 * }</pre>
 */
public final class Hints {
  /** The length, in UTF-16 code units, by which a word costs as much as another short word. */
  private static final int SHORT = 8;

  private final Map<String, String> known = new HashMap<>();
  private long left;

  /**
   * Creates an empty memory of suggestions.
   *
   * @param budget the greatest number of short words to compare, beyond those of the last unknown
   *     word; a longer word counts once more for each eight letters
   */
  public Hints(long budget) {
    this.left = budget;
  }

  /**
   * Suggests the nearest words in a clause for the end of a message.
   *
   * @param what what the words name; those of one sort are compared with the same candidates
   * @param word the word that was typed
   * @param candidates the words that would be valid
   * @param most the greatest number of words to suggest, 1 or more
   * @return {@code " (did you mean 'a' or 'b'?)"}, or an empty text
   */
  public String of(String what, String word, Collection<String> candidates, int most) {
    String key = what + " " + word;
    String hint = known.get(key);
    if (hint == null && left > 0) {
      left -= candidates.size() * (1L + word.length() / SHORT);
      hint = Nearest.hint(word, candidates, most);
      known.put(key, hint);
    }
    return hint == null ? "" : hint;
  }
}
