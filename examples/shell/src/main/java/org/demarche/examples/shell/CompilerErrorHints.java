package org.demarche.examples.shell;

import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.ClaimQuery;
import org.demarche.MatrixQuery;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Stance;

/** Suggests what to type instead of code that the compiler rejects. */
final class CompilerErrorHints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(?:method|variable|class)\\s+(\\w+)");

  /** Matches messages about typographic quotation marks, and about texts in single quotes. */
  private static final Pattern QUOTES =
      Pattern.compile("illegal character: '\\\\u20|unclosed character literal");

  private static final ImmutableSet<String> NAMES =
      Stream.of(
              Stream.of(
                      Tracker.class,
                      ClaimQuery.class,
                      MatrixQuery.class,
                      Dossier.class,
                      CodingFunctions.class,
                      DraftFunctions.class,
                      ShellFunctions.class)
                  .flatMap(CompilerErrorHints::methods),
              Arrays.stream(Answer.class.getPermittedSubclasses())
                  .flatMap(CompilerErrorHints::methods),
              Stream.of(Known.class, Contested.class, Unknown.class, CitedClaim.class)
                  .flatMap(CompilerErrorHints::methods),
              Stream.of(Force.values()).map(Enum::name),
              Stream.of(Stance.values()).map(Enum::name),
              Stream.of(Grade.values()).map(Enum::name),
              Stream.of(Relation.Label.values()).map(Enum::name),
              Stream.of(Change.Label.values()).map(Enum::name),
              Stream.of(
                  "thaad",
                  "Tracker",
                  "Dossiers",
                  "Answers",
                  "Brief",
                  "Pictures",
                  "TimelinePicture"))
          .flatMap(names -> names)
          .collect(ImmutableSet.toImmutableSet());

  private CompilerErrorHints() {}

  private static Stream<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(Method::getName);
  }

  /**
   * Returns a hint for an error message of the compiler.
   *
   * @param message the error message
   * @return one sentence, if the message is about an unknown name or wrong quotation marks
   */
  static Optional<String> of(String message) {
    if (QUOTES.matcher(message).find()) {
      return Optional.of("put text in straight double quotation marks: \"rok\"");
    }
    Matcher unknown = SYMBOL.matcher(message);
    if (!unknown.find()) {
      return Optional.empty();
    }
    String name = unknown.group(1);
    if (NAMES.contains(name)) {
      return Optional.of(
          "call '%s' on a tracker or an answer, as in thaad.%s(…); put text in \"double quotes\""
              .formatted(name, name));
    }
    List<String> near = nearest(name);
    return Optional.of(
        near.isEmpty()
            ? "unknown name '" + name + "'; press Tab to complete a name, or type help()"
            : "unknown name '" + name + "' (did you mean " + String.join(" or ", near) + "?)");
  }

  /** Returns at most three names that differ in at most a third of their letters, nearest first. */
  private static List<String> nearest(String name) {
    return NAMES.stream()
        .filter(known -> edits(name, known) <= Math.max(2, name.length() / 3))
        .sorted(
            Comparator.comparingInt((String known) -> edits(name, known))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /** Returns the edit distance of two names, ignoring case. */
  private static int edits(String typed, String known) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = known.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    Arrays.setAll(above, column -> column);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
