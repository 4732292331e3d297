package org.demarche.coding;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The forms of an English verb with the words that go with it. Regular forms are made from the
 * first word; irregular ones are given after slashes: {@code say/said}, {@code take/took note}.
 *
 * @param base the verb as a dictionary has it, with its other words
 * @param forms all forms of the first word, in lower case
 * @param rest the words after the first
 */
record WordForms(String base, ImmutableSet<String> forms, String rest) {
  private static final Splitter SLASHES = Splitter.on('/');

  static WordForms of(String cue) {
    List<String> words = Splitter.on(' ').limit(2).splitToList(cue);
    List<String> given = SLASHES.splitToList(words.get(0));
    String rest = words.size() == 1 ? "" : " " + words.get(1);
    String verb = given.get(0);
    return new WordForms(
        verb + rest,
        Stream.concat(given.stream(), regular(verb))
            .map(form -> form.toLowerCase(Locale.ROOT))
            .collect(ImmutableSet.toImmutableSet()),
        rest);
  }

  private static Stream<String> regular(String verb) {
    boolean isSibilant = verb.matches(".*(s|x|z|ch|sh|o)");
    if (verb.matches(".*[^aeiou]y")) {
      String stem = verb.substring(0, verb.length() - 1);
      return Stream.of(verb, stem + "ies", stem + "ied", verb + "ing");
    }
    if (verb.endsWith("e")) {
      String stem = verb.endsWith("ee") ? verb : verb.substring(0, verb.length() - 1);
      return Stream.of(verb, verb + "s", verb + "d", stem + "ing");
    }
    String doubled = verb + verb.charAt(verb.length() - 1); // as in planned, committed
    return Stream.of(
        verb,
        verb + (isSibilant ? "es" : "s"),
        verb + "ed",
        verb + "ing",
        doubled + "ed",
        doubled + "ing");
  }

  /** Returns whether a phrase has a form of this verb, or is the first word of one. */
  boolean matches(String phrase) {
    String words = phrase.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return forms.stream().anyMatch(form -> words.equals(form) || hasWords(words, form + rest));
  }

  /** Returns whether a text has words as whole words. */
  static boolean hasWords(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean endsWord = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (startsWord && endsWord) {
        return true;
      }
    }
    return false;
  }
}
