package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.suggestion.ShownValue;

/** A template, in which {@code {column}} represents the cell of that column. */
final class Template {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)\\}");

  /** The names of texts: any cell suffices for them, while ids need all their cells. */
  private static final ImmutableSet<String> TEXTS =
      ImmutableSet.of(
          "role",
          "gist",
          "note",
          "condition",
          "quote",
          "translation",
          "name",
          "text",
          "title",
          "author",
          "sourceText");

  /** The names of texts that may run over several lines. */
  private static final ImmutableSet<String> LONG_TEXTS =
      ImmutableSet.of(
          "gist", "note", "condition", "quote", "translation", "text", "title", "sourceText");

  private final String name;
  private final String text;
  private final ImmutableList<String> columns;
  private final boolean isText;

  /** True if the template is a column and nothing else. */
  private final boolean isOneCell;

  /** The texts before, between and after the columns. */
  private final ImmutableList<String> between;

  /**
   * Creates a template.
   *
   * @param name the name of what it fills, such as {@code id}
   * @throws IllegalArgumentException if a brace is not closed or opened
   */
  Template(String name, String text) {
    this.name = name;
    this.text = text;
    if (COLUMN.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
      throw ShownValue.refused(
          "the template of %s: '%s' has an unmatched brace; write a column as {column}"
              .formatted(name, text));
    }
    ImmutableList.Builder<String> named = ImmutableList.builder();
    ImmutableList.Builder<String> rest = ImmutableList.builder();
    Matcher matcher = COLUMN.matcher(text);
    int from = 0;
    while (matcher.find()) {
      rest.add(text.substring(from, matcher.start()));
      named.add(matcher.group(1));
      from = matcher.end();
    }
    this.columns = named.build();
    this.isText = TEXTS.contains(name);
    this.isOneCell = columns.size() == 1 && text.length() == columns.get(0).length() + 2;
    this.between = rest.add(text.substring(from)).build();
  }

  /** Returns the name of what it fills. */
  String name() {
    return name;
  }

  /** Returns whether what it fills may run over several lines. */
  boolean mayHaveLines() {
    return LONG_TEXTS.contains(name);
  }

  /** Returns the columns that it names, in order. */
  List<String> columns() {
    return columns;
  }

  /**
   * Returns the text with the cells filled in, by the index of their column; empty if the cells are
   * blank.
   */
  Optional<String> fill(IntFunction<String> cellOf) {
    if (columns.isEmpty()) {
      return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
    if (isOneCell) {
      String cell = cellOf.apply(0);
      return cell.isBlank() ? Optional.empty() : Optional.of(cell);
    }
    boolean suffices = !isText;
    StringBuilder filled = new StringBuilder(between.get(0));
    for (int i = 0; i < columns.size(); i++) {
      String cell = cellOf.apply(i);
      suffices = isText ? suffices || !cell.isBlank() : suffices && !cell.isBlank();
      filled.append(cell).append(between.get(i + 1));
    }
    return suffices ? Optional.of(filled.toString()) : Optional.empty();
  }
}
