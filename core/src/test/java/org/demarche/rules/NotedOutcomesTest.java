package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes that have to be weighed are noted once as many were asked for as there are claims. */
class NotedOutcomesTest {
  private static Proposition.Builder proposition(String id) {
    return Proposition.builder().id(id).issue("i").text("It is so.");
  }

  /** Returns an index of claims on a package, which have to be weighed on each of its parts. */
  private static DossierIndex index(int claims) {
    List<DossierRecord> records =
        new ArrayList<>(
            List.of(
                Actor.builder().id("m").name("N").kind(ActorKind.MEDIA).build(),
                Actor.builder().id("a").name("N").kind(ActorKind.STATE).build(),
                proposition("p").build(),
                proposition("q").build(),
                proposition("both").parts(Map.of("p", Stance.FOR, "q", Stance.FOR)).build(),
                Source.builder()
                    .id("s")
                    .outlet("m")
                    .title("T")
                    .published(When.parse("2017"))
                    .build()));
    for (int i = 0; i < claims; i++) {
      records.add(
          Claim.builder()
              .id("c" + i)
              .addSpeakers("a")
              .addPrincipals("a")
              .asserted(When.on(LocalDate.of(2016, 1, 1).plusDays(i)))
              .proposition("both")
              .stance(Stance.FOR)
              .force(Force.ASSERT)
              .addEvidence(Evidence.builder().source("s").mode(Mode.RECORDED).build())
              .build());
    }
    return RowValueRules.index(Dossier.of(records));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 5", "16, 16", "17, 16", "60, 16"})
  void outcomes_are_noted_once_one_was_asked_for_each_claim_or_sixteen(int claims, int asked) {
    DossierIndex index = index(claims);
    int party = index.numbers().actor("a");
    int proposition = index.numbers().proposition("p");
    EvidenceView view = EvidenceView.whole(index);
    List<Boolean> noted =
        IntStream.rangeClosed(1, asked + 1)
            .mapToObj(
                question -> {
                  assertThat(OutcomeRules.outcome(view, party, proposition))
                      .isEqualTo(PositionOutcome.FOR);
                  return index.rows(party, proposition).isComplete();
                })
            .toList();
    assertThat(noted.subList(0, asked - 1)).doesNotContain(true);
    assertThat(noted.subList(asked - 1, asked + 1)).doesNotContain(false);
    assertThat(index.rows(party, index.numbers().proposition("q")).isComplete()).isFalse();
  }
}
