package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The time for many quotations in a long text, within a bound that a slow computer meets. */
class QuotationSpeedTest {
  private static final int LENGTH = 1_000_000;
  private static final int QUOTATIONS = 2_000;
  private static final Duration BOUND = Duration.ofSeconds(10);

  /** Returns words of a made-up language in which few are frequent (G. Zipf's law). */
  private static List<String> words(Random random, int length) {
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllable = random.nextInt(3); syllable >= 0; syllable--) {
        word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)))
            .append("aeiou".charAt(random.nextInt(5)))
            .append(random.nextInt(3) == 0 ? "n" : "");
      }
      vocabulary.add(word.toString());
    }
    List<String> words = new ArrayList<>();
    for (int size = 0; size < length; size += words.get(words.size() - 1).length() + 1) {
      words.add(vocabulary.get((int) Math.pow(vocabulary.size(), random.nextDouble()) - 1));
    }
    return words;
  }

  private static List<String> quotations(Random random, List<String> words, boolean isChanged) {
    List<String> quotations = new ArrayList<>();
    for (int i = 0; i < QUOTATIONS; i++) {
      int from = random.nextInt(words.size() - 40);
      List<String> some = new ArrayList<>(words.subList(from, from + 10 + random.nextInt(20)));
      if (isChanged) {
        some.set(5, "zzyzx");
        some.remove(2);
      }
      quotations.add(String.join(" ", some));
    }
    return quotations;
  }

  @Test
  void many_quotations_of_a_long_text_are_found_or_not_in_seconds() {
    Random random = new Random(19);
    List<String> words = words(random, LENGTH);
    Texts texts = Texts.of(Map.of("A", String.join(" ", words)));
    for (boolean isChanged : new boolean[] {false, true}) {
      List<String> quotations = quotations(random, words, isChanged);
      Stopwatch watch = Stopwatch.createStarted();
      long found =
          quotations.stream()
              .map(quotation -> texts.quotation("A", quotation))
              .filter(
                  finding ->
                      isChanged
                          ? finding.verdict() == QuotationVerdict.NEAREST
                          : finding.verdict().isFound())
              .count();
      assertThat(found).isEqualTo(QUOTATIONS);
      assertThat(watch.elapsed()).isLessThan(BOUND);
    }
  }
}
