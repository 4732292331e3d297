package org.demarche.examples.shell;

import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.AdministrationsQuery;
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
import org.demarche.text.Nearest;

/** What to type instead of a name that the compiler does not know. */
final class Hints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(?:method|variable|class)\\s+(\\w+)");

  /** Quotation marks of print, and single ones. */
  private static final Pattern QUOTES =
      Pattern.compile("illegal character: '\\\\u20|unclosed character literal");

  private static final ImmutableSet<String> NAMES =
      Stream.of(
              Stream.of(
                      Tracker.class,
                      ClaimQuery.class,
                      MatrixQuery.class,
                      AdministrationsQuery.class,
                      Dossier.class,
                      Desk.class)
                  .flatMap(Hints::methods),
              Arrays.stream(Answer.class.getPermittedSubclasses()).flatMap(Hints::methods),
              Stream.of(Known.class, Contested.class, Unknown.class, CitedClaim.class)
                  .flatMap(Hints::methods),
              Stream.of(Force.values()).map(Enum::name),
              Stream.of(Stance.values()).map(Enum::name),
              Stream.of(Grade.values()).map(Enum::name),
              Stream.of(Relation.Label.values()).map(Enum::name),
              Stream.of(Change.Label.values()).map(Enum::name),
              Stream.of("thaad", "Tracker", "Dossiers", "Answers"))
          .flatMap(names -> names)
          .collect(ImmutableSet.toImmutableSet());

  private Hints() {}

  private static Stream<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(Method::getName);
  }

  /**
   * What may have been meant.
   *
   * @param message what the compiler says
   * @return a sentence, if it says that it does not know a name
   */
  static Optional<String> of(String message) {
    if (QUOTES.matcher(message).find()) {
      return Optional.of("a text stands in straight quotes: \"rok\"");
    }
    Matcher unknown = SYMBOL.matcher(message);
    if (!unknown.find()) {
      return Optional.empty();
    }
    String name = unknown.group(1);
    if (NAMES.contains(name)) {
      return Optional.of(
          "'%s' is asked of a record or an answer, as in thaad.%s(…); a text stands in \"quotes\""
              .formatted(name, name));
    }
    List<String> near = Nearest.to(name, NAMES, 3);
    return Optional.of(
        near.isEmpty()
            ? "nothing is called '" + name + "': Tab completes names, help() shows what to ask"
            : "nothing is called '" + name + "': did you mean " + String.join(" or ", near) + "?");
  }
}
