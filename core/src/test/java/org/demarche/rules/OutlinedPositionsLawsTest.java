package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Dossier;

/** Laws of positions of which only the outcome and the claims that decide it are found. */
class OutlinedPositionsLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(GeneratedCases.dossiers(), GeneratedCases.dividedDossiers());
  }

  @Provide
  Arbitrary<String> parties() {
    return Arbitraries.of(GeneratedCases.PARTIES);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void rows_read_once_for_all_days_carry_what_they_carry_when_read_for_one_day(
      @ForAll("dossiers") Dossier dossier, @ForAll("parties") String partyId) {
    DossierIndex index = RowValueRules.index(dossier);
    int party = index.numbers().actor(partyId);
    EvidenceView whole = EvidenceView.whole(index);
    NavigableSet<LocalDate> days = DossierVariants.days(dossier);
    LocalDate middle = List.copyOf(days).get(days.size() / 2);
    EvidenceView early =
        whole.from(AnswerFactory.get().knownAt(whole.viewpoint(), middle), new int[0]);
    for (EvidenceView view : List.of(whole, early)) {
      for (int proposition = 0; proposition < dossier.propositions().size(); proposition++) {
        OutlinedPositions positions = OutlinedPositions.of(view, party, proposition);
        for (LocalDate day : List.of(days.first(), days.last(), middle)) {
          assertThat(positions.at(day).position().get())
              .isEqualTo(PositionRules.position(view.at(day), party, proposition));
        }
        for (LocalDate day : days) {
          VisibleRows rows = VisibleRows.of(view.at(day), party, proposition);
          CarryingClaims carrying = CarryingClaims.of(rows);
          OutlinedPosition outlined = positions.at(day);
          assertThat(outlined.unsuperseded())
              .as(() -> partyId + " on " + day + "\n" + DossierVariants.print(dossier))
              .isEqualTo(ImmutableIntArray.copyOf(carrying.unsuperseded().stream()));
          assertThat(outlined.outcome())
              .isEqualTo(OutcomeRules.ofStances(carrying.stances(rows)))
              .isEqualTo(OutcomeRules.outcome(view.at(day), party, proposition));
        }
      }
    }
  }
}
