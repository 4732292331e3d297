package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.rules.Derived.Dates;
import org.demarche.rules.Derived.Headline;
import org.demarche.rules.ReferenceComparisons.Changed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference implementation must give the answers of every case that was worked by hand. */
class ReferenceRulesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("questions")
  void theReferenceGivesTheAnswersWorkedByHand(
      String name, String line, RuleCases.Case madeUp, RuleCases.Question question) {
    ReferenceComparisons comparisons = new ReferenceComparisons(madeUp.dossier(), question.view());
    if (question.from().isPresent()) {
      LocalDate from = question.from().get();
      Changed change =
          comparisons.change(
              question.party(), question.proposition(), from, question.view().asOf());
      assertThat(Optional.of(change.label())).as(line).isEqualTo(question.label());
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(change, fact)).as(fact).isEqualTo(value));
    } else if (question.other().isPresent()) {
      String label =
          comparisons.relation(question.party(), question.other().get(), question.proposition());
      assertThat(Optional.of(label)).as(line).isEqualTo(question.label());
    } else {
      Derived position =
          ReferenceRules.position(
              madeUp.dossier(), question.view(), question.party(), question.proposition());
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(position, fact)).as(fact).isEqualTo(value));
    }
  }

  static Stream<Arguments> questions() {
    return RuleCases.all().stream()
        .flatMap(
            madeUp ->
                madeUp.questions().stream()
                    .map(q -> Arguments.of(madeUp.name(), q.line(), madeUp, q)));
  }

  private static String fact(Changed change, String fact) {
    return switch (fact) {
      case "administration changed" -> text(change.administrationChanged());
      case "evidenceUnlike" -> text(change.evidenceUnlike());
      default -> throw new IllegalArgumentException("unknown fact: " + fact);
    };
  }

  private static String fact(Derived position, String fact) {
    Optional<Headline> headline = position.headline();
    Optional<Dates> dates = position.dates();
    return switch (fact) {
      case "kind" -> position.kind().toString();
      case "stance" -> text(position.stance());
      case "reason" -> text(position.reason());
      case "headline" -> text(headline.map(Headline::id));
      case "implied" -> text(headline.map(Headline::implied));
      case "grade" -> text(headline.map(Headline::grade));
      case "force" -> text(headline.map(Headline::force));
      case "condition" -> text(headline.flatMap(Headline::condition));
      case "commitment" -> text(headline.flatMap(Headline::commitment));
      case "due" -> text(headline.flatMap(Headline::due));
      case "standing" -> text(dates.map(Dates::standing));
      case "last evidenced" -> text(dates.map(Dates::lastEvidenced));
      case "last explicit" -> text(dates.flatMap(Dates::lastExplicit));
      case "support" -> text(position.supportIds());
      case "disputing" -> text(position.disputing());
      case "retracted" -> text(position.retracted());
      case "rivals" -> text(position.rivals());
      case "parts held" -> text(position.partsHeld());
      case "hints" -> text(position.hints().ids());
      case "possibly" -> text(position.possibly().ids());
      case "reports" -> text(position.reports().ids());
      default -> throw new IllegalArgumentException("unknown fact: " + fact);
    };
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }

  private static String text(Collection<String> ids) {
    return ids.isEmpty() ? "none" : String.join(" ", new TreeSet<>(ids));
  }
}
