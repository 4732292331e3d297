package org.demarche.examples.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The words of generated quotations, which occur as often as words do in natural texts: by Zipf's
 * law, the word of rank <i>n</i> is <i>n</i> times rarer than the most frequent one. The first
 * words are English; the other words are made of syllables.
 */
final class Vocabulary {
  private static final int SIZE = 50_000;
  private static final int RANK_OF_RARE_WORDS = 20_000;

  private static final String[] COMMON = {
    "the",
    "treaty",
    "we",
    "hold",
    "that",
    "never",
    "deployment",
    "shall",
    "be",
    "firmly",
    "sovereign",
    "restraint",
    "and",
    "talks",
    "must",
    "border",
    "agreed",
    "not",
    "concern"
  };

  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** For each rank, from 0, how often a word of at most that rank occurs per occurrence of any. */
  private final double[] cumulated = new double[SIZE];

  /** Computes the frequencies. */
  Vocabulary() {
    double sum = 0;
    for (int rank = 0; rank < SIZE; rank++) {
      sum += 1.0 / (rank + 1);
      cumulated[rank] = sum;
    }
    for (int rank = 0; rank < SIZE; rank++) {
      cumulated[rank] /= sum;
    }
  }

  /** Draws a word at random. */
  String draw(SplittableRandom random) {
    int found = Arrays.binarySearch(cumulated, random.nextDouble());
    return word(Math.min(found < 0 ? -found - 1 : found, SIZE - 1));
  }

  /** Returns the word of a rank from 0: a common word, or two or three syllables. */
  private static String word(int rank) {
    if (rank < COMMON.length) {
      return COMMON[rank];
    }
    int syllables = CONSONANTS.length() * VOWELS.length();
    StringBuilder word = new StringBuilder();
    for (int rest = rank; rest > 0 || word.length() < 4; rest /= syllables) {
      word.append(CONSONANTS.charAt(rest % syllables / VOWELS.length()))
          .append(VOWELS.charAt(rest % VOWELS.length()));
    }
    return word.toString();
  }

  /**
   * Returns a word that occurs in about eighty of a million quotations of a hundred characters.
   *
   * @param number a number from 0 to 999, for different words
   */
  static String rareWord(int number) {
    return word(RANK_OF_RARE_WORDS + number);
  }

  /**
   * Returns a phrase of two of the most frequent words, which occurs in several of a hundred
   * quotations.
   *
   * @param number a number from 0 to 3, for different phrases
   */
  static String commonPhrase(int number) {
    return COMMON[number] + " " + COMMON[number + 1];
  }
}
