package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of a catalogue that was read once. It gives what a {@link MessageFormat} gives, which
 * reads its pattern every time and serves one thread only. Answers print numbers, but no instants.
 */
final class Phrase {
  /** An argument as most patterns have it, two apostrophes for one, or what is left to Java. */
  private static final Pattern SPECIAL = Pattern.compile("\\{(\\d)\\}|''|[{}']");

  private final MessageFormat format;

  /** The texts before, between and after the arguments; empty if Java fills the pattern in. */
  private final ImmutableList<String> texts;

  /** The number of the argument after each text but the last. */
  private final ImmutableList<Integer> arguments;

  private Phrase(
      MessageFormat format, ImmutableList<String> texts, ImmutableList<Integer> arguments) {
    this.format = format;
    this.texts = texts;
    this.arguments = arguments;
  }

  /** Reads a pattern. */
  static Phrase of(String pattern, Locale locale) {
    MessageFormat format = new MessageFormat(pattern, locale);
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    ImmutableList.Builder<Integer> arguments = ImmutableList.builder();
    StringBuilder text = new StringBuilder();
    int done = 0;
    Matcher special = SPECIAL.matcher(pattern);
    while (special.find()) {
      text.append(pattern, done, special.start());
      done = special.end();
      Optional<Integer> argument = argument(special);
      if (argument.isPresent()) {
        texts.add(text.toString());
        text.setLength(0);
        arguments.add(argument.get());
      } else if (special.group().equals("''")) {
        text.append('\'');
      } else {
        return new Phrase(format, ImmutableList.of(), ImmutableList.of());
      }
    }
    texts.add(text.append(pattern, done, pattern.length()).toString());
    return new Phrase(format, texts.build(), arguments.build());
  }

  private static Optional<Integer> argument(MatchResult special) {
    return Optional.ofNullable(special.group(1)).map(Integer::valueOf);
  }

  /** Returns the phrase with its arguments filled in. */
  String with(Object... values) {
    if (texts.isEmpty()) {
      return filledByJava(values);
    }
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < arguments.size(); i++) {
      int argument = arguments.get(i);
      if (argument >= values.length || values[argument] instanceof Number) {
        return filledByJava(values);
      }
      filled.append(values[argument]).append(texts.get(i + 1));
    }
    return filled.toString();
  }

  private String filledByJava(Object... values) {
    return ((MessageFormat) format.clone()).format(values);
  }
}
