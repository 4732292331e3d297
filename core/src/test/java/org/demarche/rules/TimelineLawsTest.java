package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Dossier;

/** A quick law of timelines; {@link ComparisonLawsTest} looks at all parties and at every day. */
class TimelineLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(GeneratedCases.dossiers(), GeneratedCases.dividedDossiers());
  }

  @Provide
  Arbitrary<String> proposition() {
    return Arbitraries.of("a", "a", "b", "d");
  }

  @Provide
  Arbitrary<Dossier> plain() {
    return GeneratedCases.plainDossiers();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_timeline_of_plain_claims_turns_on_the_days_on_which_they_do(
      @ForAll("plain") Dossier dossier) {
    assertTurns(dossier, "p");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_timeline_turns_on_the_days_on_which_the_outcome_or_the_condition_changes(
      @ForAll("dossiers") Dossier dossier, @ForAll("proposition") String proposition) {
    assertTurns(dossier, proposition);
  }

  private static void assertTurns(Dossier dossier, String propositionId) {
    DossierIndex index = RowValueRules.index(dossier);
    EvidenceView view = EvidenceView.whole(index);
    int party = index.numbers().actor("x");
    int proposition = index.numbers().proposition(propositionId);
    List<String> expected = new ArrayList<>();
    PositionOutcome before = PositionOutcome.UNKNOWN;
    Optional<String> conditionBefore = Optional.empty();
    for (LocalDate day : DossierVariants.days(dossier).headSet(view.viewpoint().asOf(), true)) {
      Position position = PositionRules.position(view.at(day), party, proposition);
      Optional<String> condition = position.known().flatMap(Known::condition);
      if (position.outcome() != before || !condition.equals(conditionBefore)) {
        expected.add(day + " " + position.outcome());
      }
      before = position.outcome();
      conditionBefore = condition;
    }
    List<String> turns = new ArrayList<>();
    TimelineRules.timeline(
        view, party, proposition, (day, outcome) -> turns.add(day + " " + outcome));
    assertThat(turns).as(() -> DossierVariants.print(dossier)).isEqualTo(expected);
    assertThat(PositionDays.of(view, party, proposition).all())
        .extracting(LocalDate::toString)
        .containsAll(turns.stream().map(turn -> turn.substring(0, turn.indexOf(' '))).toList());
  }
}
