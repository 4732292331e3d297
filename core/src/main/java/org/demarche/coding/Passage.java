package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.stream.Collectors;
import org.demarche.suggestion.ShownValue;

/**
 * A passage of the text of a source, to the letter.
 *
 * <pre>{@code
 * Passage passage = texts.quotation("KT17", "not deploying any additional").passages().get(0);
 * passage.words();      // not deploying any additional
 * passage.selector();   // [120..148)
 * }</pre>
 *
 * @param selector the indices of its Unicode code points in the text, from 0, start inclusive, end
 *     exclusive, as in {@link org.demarche.model.Evidence#selector}
 * @param words the passage as the text has it, with what a discontinuous quotation leaves out
 * @param parts the selectors of the parts, in the order of the quotation; one for a continuous
 *     quotation
 * @param before some sixty characters of the text before the passage, from the start of a word
 * @param after some sixty characters of the text after the passage, to the end of a word
 * @param variants the differences between the quotation and the passage, in the order of the text;
 *     empty if the quotation is to the letter
 * @since 0.1
 */
public record Passage(
    Range<Integer> selector,
    String words,
    ImmutableList<Range<Integer>> parts,
    String before,
    String after,
    ImmutableList<Variant> variants) {
  /**
   * Creates a passage.
   *
   * @param selector the indices of its code points
   * @param words the passage as the text has it
   * @param parts the selectors of the parts, at least one
   * @param before the text before the passage
   * @param after the text after the passage
   * @param variants the differences between the quotation and the passage
   */
  public Passage {
    requireNonNull(selector, "selector");
    requireNonNull(words, "words");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(variants, "variants");
    if (requireNonNull(parts, "parts").isEmpty()) {
      throw ShownValue.refused("a passage has at least one part");
    }
  }

  /** Returns the passage as the text has it, with an ellipsis for what lies between its parts. */
  String toTheLetter() {
    int start = selector.lowerEndpoint();
    return parts.stream()
        .map(
            part ->
                words.substring(
                    words.offsetByCodePoints(0, part.lowerEndpoint() - start),
                    words.offsetByCodePoints(0, part.upperEndpoint() - start)))
        .collect(Collectors.joining(" … "));
  }

  /** {@return the selector and the words, in one line} */
  @Override
  public String toString() {
    return selectorText(selector) + ": " + VisibleText.of(words);
  }

  static String selectorText(Range<Integer> selector) {
    return selector.lowerEndpoint() + ".." + selector.upperEndpoint();
  }
}
