package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;

/**
 * A sentence of the text of a source.
 *
 * <pre>{@code
 * Sentence sentence = Sentences.of(dossier, texts, "KT17").get(14);
 * sentence.words();    // Seoul is not deploying any additional batteries.
 * sentence.claims();   // [KT17-21]
 * }</pre>
 *
 * @param number its number in the text, from 1
 * @param selector the indices of its Unicode code points in the text, from 0, start inclusive, end
 *     exclusive, as in {@link Passage#selector}
 * @param words the sentence as the text has it, line ends included
 * @param claims the ids of the claims that quote the sentence or a part of it, in the order of the
 *     dossier
 * @since 0.1
 */
public record Sentence(
    int number, Range<Integer> selector, String words, ImmutableList<String> claims) {
  /**
   * Creates a sentence.
   *
   * @param number its number, from 1
   * @param selector the indices of its code points
   * @param words the sentence as the text has it
   * @param claims the ids of the claims that quote it
   */
  public Sentence {
    requireNonNull(selector, "selector");
    requireNonNull(words, "words");
    requireNonNull(claims, "claims");
  }

  /** Returns the words with one blank for all white space. */
  String line() {
    return words.replaceAll("\\s+", " ");
  }

  boolean overlaps(Range<Integer> other) {
    return selector.isConnected(other) && !selector.intersection(other).isEmpty();
  }

  /** {@return the number and the words, in one line} */
  @Override
  public String toString() {
    return number + ": " + VisibleText.of(words);
  }
}
