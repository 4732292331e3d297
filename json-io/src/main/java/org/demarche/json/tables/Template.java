package org.demarche.json.tables;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template, in which {@code {column}} represents the field of that column.
 *
 * @param name the name of what it fills, such as {@code id}
 * @param text its text
 */
record Template(String name, String text) {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)\\}");

  /** The names of texts: any field suffices for them, while ids need all their fields. */
  private static final ImmutableSet<String> TEXTS =
      ImmutableSet.of("role", "gist", "note", "quote", "name", "text");

  /** Throws if a brace is not closed or opened. */
  void requireBalanced() {
    if (COLUMN.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
      throw new IllegalArgumentException(
          "the template of %s: '%s' has an unmatched brace; write a column as {column}"
              .formatted(name, text));
    }
  }

  /** Returns the columns that it names, in order. */
  List<String> columns() {
    return COLUMN.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Returns the text with the fields filled in; empty if the fields are blank. */
  Optional<String> fill(Function<String, String> fieldOf) {
    List<String> fields = columns().stream().map(fieldOf).toList();
    if (text.isBlank() || !suffice(fields)) {
      return Optional.empty();
    }
    Matcher matcher = COLUMN.matcher(text);
    StringBuilder filled = new StringBuilder();
    for (String field : fields) {
      matcher.find();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(field.strip()));
    }
    return Optional.of(matcher.appendTail(filled).toString());
  }

  private boolean suffice(List<String> fields) {
    return fields.isEmpty()
        || (TEXTS.contains(name)
            ? fields.stream().anyMatch(field -> !field.isBlank())
            : fields.stream().noneMatch(String::isBlank));
  }
}
