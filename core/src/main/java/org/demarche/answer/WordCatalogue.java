package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.demarche.suggestion.Nearest;

/** The files of words and patterns that come with the library, and the check of any other. */
final class WordCatalogue {
  private static final ImmutableList<String> LANGUAGES = ImmutableList.of("en", "ko");

  /** The number of arguments of a pattern that chooses by a number: the number, and its word. */
  private static final int OF_COUNT = 2;

  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  private WordCatalogue() {}

  /** Returns the English words. */
  static Map<String, String> english() {
    return read("en");
  }

  /**
   * Returns the words of a language.
   *
   * @param given the tag of the language as it was given, for the message
   * @throws IllegalArgumentException if there is no file of the language
   */
  static Map<String, String> of(String language, String given) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "no words for the language '"
              + given
              + "': there are words for "
              + String.join(" and ", LANGUAGES)
              + "; for another language, give your own to Wording.of(locale, words)");
    }
    return read(language);
  }

  /**
   * Checks the words of a language.
   *
   * @param english every word in English
   * @throws IllegalArgumentException with every key or pattern that is not valid
   */
  static void check(Map<String, String> words, Map<String, String> english) {
    List<String> problems = new ArrayList<>();
    new TreeSet<>(words.keySet())
        .forEach(key -> check(key, Objects.requireNonNull(words.get(key), key), english, problems));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void check(
      String key, String pattern, Map<String, String> all, List<String> problems) {
    String english = all.get(key);
    if (english == null) {
      problems.add("no word has the key '" + key + "'" + Nearest.hint(key, all.keySet(), 1));
      return;
    }
    try {
      if (isFormatOfDays(key, english)) {
        if (DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
            .format(LocalDate.EPOCH)
            .isBlank()) {
          problems.add(key + ": '" + pattern + "' prints nothing of a day");
        }
      } else if (LONE_APOSTROPHE.matcher(pattern).find()) {
        problems.add(key + ": '" + pattern + "' has a single apostrophe; write two for one");
      } else if (arguments(pattern) > arguments(english)) {
        problems.add(
            "%s: '%s' has an argument that the English pattern '%s' lacks"
                .formatted(key, pattern, english));
      }
    } catch (IllegalArgumentException | DateTimeException invalid) {
      problems.add(
          "%s: '%s' is no valid pattern: %s".formatted(key, pattern, invalid.getMessage()));
    }
  }

  /**
   * Returns whether a pattern is a format of days, and not a phrase with arguments.
   *
   * @param english the pattern of that key in English
   */
  static boolean isFormatOfDays(String key, String english) {
    return key.startsWith("date.") && !english.contains("{");
  }

  /** Returns the number of arguments of a pattern, once it was filled in with samples. */
  private static int arguments(String pattern) {
    MessageFormat format = new MessageFormat(pattern, Locale.ENGLISH);
    int arguments = format.getFormatsByArgumentIndex().length;
    boolean counts = pattern.contains(",choice,");
    Object[] samples = new Object[counts ? Math.max(arguments, OF_COUNT) : arguments];
    Arrays.fill(samples, counts ? (Object) 2 : "text");
    String filled = format.format(samples);
    if (filled.contains("{")) {
      throw new IllegalArgumentException("an argument is not filled in: " + filled);
    }
    return arguments;
  }

  private static Map<String, String> read(String language) {
    String file = "wording-" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in =
            Objects.requireNonNull(WordCatalogue.class.getResourceAsStream(file), file);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Maps.fromProperties(properties);
  }
}
