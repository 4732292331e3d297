package org.demarche.json.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sound samples of a text, altered as an input says, so that fuzzing gets beyond the first brace.
 * An input that begins with U+0001 has the number of a sample in its second byte; each of its lines
 * is then an edit of one word: two bytes for the place of the word, one for the kind of the edit,
 * and what the edit needs. Any other input is the altered text itself.
 */
final class Alterations {
  /** The first byte of an input that holds edits. */
  static final byte EDITS = 1;

  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[\\p{Alnum}_.\\x80-\\xFF-]+|\\S",
          Pattern.DOTALL);
  private static final int KINDS = 5;
  private static final int HEAD = 3;

  private final ImmutableList<String> samples;
  private final String escape;

  private Alterations(List<String> samples, String escape) {
    this.samples =
        samples.stream().map(Alterations::bytes).collect(ImmutableList.toImmutableList());
    this.escape = escape;
  }

  /** Returns the alterations of samples in JSON. */
  static Alterations ofJson(List<String> samples) {
    return new Alterations(samples, "\\u%04x");
  }

  /** Returns the alterations of samples in XML. */
  static Alterations ofXml(String... samples) {
    return new Alterations(ImmutableList.copyOf(samples), "&#%d;");
  }

  /** Returns the alterations of samples in a form that knows no escapes. */
  static Alterations ofText(String... samples) {
    return new Alterations(ImmutableList.copyOf(samples), "%c");
  }

  /** Returns whether an input holds edits. */
  static boolean areIn(byte[] input) {
    return input.length > 1 && input[0] == EDITS;
  }

  /** Returns the altered sample, or the input itself if it holds no edits. */
  byte[] apply(byte[] input) {
    if (!areIn(input)) {
      return input;
    }
    String sample = samples.get(Byte.toUnsignedInt(input[1]) % samples.size());
    List<MatchResult> words = WORD.matcher(sample).results().toList();
    Map<Integer, String> edited = new HashMap<>();
    String edits = new String(input, 2, input.length - 2, ISO_8859_1);
    for (String edit : edits.split("\n", -1)) {
      if (edit.length() >= HEAD) {
        int place = place(edit, words.size());
        edited.put(place, edited(words, place, edit));
      }
    }
    StringBuilder altered = new StringBuilder();
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      altered.append(sample.substring(end, words.get(i).start()));
      altered.append(edited.getOrDefault(i, words.get(i).group()));
      end = words.get(i).end();
    }
    return altered.append(sample.substring(end)).toString().getBytes(ISO_8859_1);
  }

  private static int place(String edit, int size) {
    return (edit.charAt(0) << Byte.SIZE | edit.charAt(1)) % size;
  }

  private String edited(List<MatchResult> words, int place, String edit) {
    String word = words.get(place).group();
    String rest = edit.substring(HEAD);
    return switch (edit.charAt(2) % KINDS) {
      case 0 -> rest;
      case 1 -> within(word, Matcher.quoteReplacement(rest));
      case 2 -> within(word, Matcher.quoteReplacement(escaped(rest)));
      case 3 -> rest.length() > 1 ? words.get(place(rest, words.size())).group() : "";
      default -> word + rest + word;
    };
  }

  /** Replaces a word, but keeps its quotation marks. */
  private static String within(String word, String replacement) {
    return word.replaceFirst("(?s)^([\"']?).*?(\\1)$", "$1" + replacement + "$2");
  }

  /** Returns the characters that pairs of bytes stand for, escaped. */
  private String escaped(String pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      text.append(
          String.format(
              Locale.ROOT,
              escape,
              (int) (char) (pairs.charAt(i) << Byte.SIZE | pairs.charAt(i + 1))));
    }
    return bytes(text.toString());
  }

  /** Returns the bytes of a text in UTF-8, each as a character. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
