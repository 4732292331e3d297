package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The library must give the answers of every case that was worked by hand. */
class RuleCasesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("questions")
  void the_library_gives_the_answers_worked_by_hand(
      String name, String line, RuleCases.Case madeUp, RuleCases.Question question) {
    Tracker tracker = tracker(madeUp, question);
    if (question.from().isPresent()) {
      Change change =
          Tracker.of(madeUp.dossier())
              .asOf(question.from().get())
              .changeTo(tracker, question.party(), question.proposition());
      question.label().ifPresent(label -> assertThat(change.label().name()).as(line).isEqualTo(label));
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(change, fact)).as(fact).isEqualTo(value));
    } else if (question.other().isPresent()) {
      assertThat(
              Optional.of(
                  tracker
                      .relation(question.party(), question.other().get(), question.proposition())
                      .label()
                      .name()))
          .as(line)
          .isEqualTo(question.label());
    } else {
      Position position = tracker.position(question.party(), question.proposition());
      question
          .facts()
          .forEach((fact, value) -> assertThat(fact(position, fact)).as(fact).isEqualTo(value));
    }
  }
}
