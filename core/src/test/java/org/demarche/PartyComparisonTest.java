package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Comparison;
import org.demarche.answer.Relation;
import org.junit.jupiter.api.Test;

/** Relations between the positions of two or more parties. */
class PartyComparisonTest {
  private final TestDossier dossier =
      TestDossier.of("r", "s", "t")
          .with(
              proposition("p").addExcludes("q").build(), proposition("q").addExcludes("p").build())
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
          .says("y-mfa", "c2", "q", FOR, ASSERT, "2016-01-10")
          .says("x-mofa", "c3", "q", AGAINST, DENY, "2016-03-10")
          .says("x-mofa", "c4", "r", UNCOMMITTED, WITHHOLD, "2016-01-10")
          .says("y-mfa", "c5", "r", FOR, URGE, "2016-01-10")
          .says("x-mofa", "c6", "s", FOR, ASSERT, "2016-01-10")
          .says("x-mofa", "c7", "s", AGAINST, ASSERT, "2016-01-10")
          .says("y-mfa", "c8", "s", FOR, ASSERT, "2016-01-10");

  private Relation.Label label(String proposition, String asOf) {
    return dossier.tracker().asOf(asOf).relation("x", "y", proposition).label();
  }

  @Test
  void stances_for_rival_propositions_contradict_until_one_party_has_spoken_on_both() {
    assertThat(label("p", "2016-02-01")).isEqualTo(Relation.Label.CONTRADICTION);
    assertThat(label("q", "2016-02-01")).isEqualTo(Relation.Label.CONTRADICTION);
    assertThat(label("p", "2016-04-01")).isEqualTo(Relation.Label.ONE_SIDED);
    assertThat(label("q", "2016-04-01")).isEqualTo(Relation.Label.CONTRADICTION);
  }

  @Test
  void the_rival_proposition_is_named_whichever_party_or_proposition_comes_first() {
    Tracker then = dossier.tracker().asOf("2016-02-01");
    assertThat(then.relation("x", "y", "p").rival()).hasValue("q");
    assertThat(then.relation("x", "y", "q").rival()).hasValue("p");
    assertThat(then.relation("y", "x", "p").rival()).hasValue("q");
    assertThat(then.relation("y", "x", "q").rival()).hasValue("p");
    assertThat(dossier.tracker().asOf("2016-04-01").relation("x", "y", "q").rival()).isEmpty();
  }

  @Test
  void a_rival_proposition_that_the_other_party_is_not_for_causes_no_contradiction() {
    Tracker tracker =
        TestDossier.of()
            .with(proposition("p").addExcludes("q").build(), proposition("q").build())
            .says("x", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("y", "c2", "q", AGAINST, ASSERT, "2016-01-10")
            .tracker();
    assertThat(tracker.relation("x", "y", "p").label()).isEqualTo(Relation.Label.ONE_SIDED);
    assertThat(tracker.relation("x", "y", "q").label()).isEqualTo(Relation.Label.ONE_SIDED);
  }

  @Test
  void a_contradiction_through_a_rival_proposition_implies_no_stance_on_it() {
    assertPosition(dossier.tracker().asOf("2016-02-01").position("x", "q"))
        .is("UNKNOWN, ONLY_LATER");
    assertPosition(dossier.tracker().position("y", "p")).is("UNKNOWN, NO_CLAIMS");
  }

  @Test
  void divergence_contest_silence_and_agreement_follow_from_the_two_positions() {
    assertThat(label("r", "2016-02-01")).isEqualTo(Relation.Label.DIVERGENCE);
    assertThat(label("s", "2016-02-01")).isEqualTo(Relation.Label.CONTESTED);
    assertThat(label("t", "2016-02-01")).isEqualTo(Relation.Label.SILENT);
    assertThat(label("p", "2016-01-01")).isEqualTo(Relation.Label.SILENT);
    Tracker agreed =
        TestDossier.of("p")
            .says("x", "c1", "p", AGAINST, DENY, "2016-01-10")
            .says("y", "c2", "p", AGAINST, REFUSE, "2017-01-10")
            .tracker();
    assertThat(agreed.relation("x", "y", "p").label()).isEqualTo(Relation.Label.AGREEMENT);
  }

  @Test
  void a_demand_and_its_refusal_form_an_exchange_among_supporting_claims_and_hints_alike() {
    TestDossier exchange =
        TestDossier.of("p")
            .says("y-mfa", "c1", "p", FOR, URGE, "2016-01-10")
            .with(
                reported("c2", "x-mofa", "p", UNCOMMITTED, REFUSE, "2016-01-11")
                    .addRespondsTo("c1")
                    .build(),
                reported("c3", "y-mfa", "p", UNCOMMITTED, NOTE, "2016-01-12")
                    .addRespondsTo("c2")
                    .build());
    Relation relation = exchange.tracker().relation("x", "y", "p");
    assertThat(relation.label()).isEqualTo(Relation.Label.DIVERGENCE);
    assertThat(relation.exchanges())
        .extracting(Relation.Exchange::toString)
        .containsExactly("c2 REFUSE answers c1 URGE", "c3 NOTE answers c2 REFUSE");
    assertThat(exchange.tracker().asOf("2016-01-10").relation("x", "y", "p").exchanges()).isEmpty();
  }

  @Test
  void three_parties_are_compared_in_pairs() {
    Comparison comparison =
        TestDossier.of("p", "q")
            .says("x-mofa", "c1", "q", FOR, ASSERT, "2016-01-10")
            .says("y-mfa", "c2", "q", AGAINST, ASSERT, "2016-01-10")
            .says("y-daily", "c3", "q", AGAINST, ASSERT, "2016-01-10")
            .says("y-daily", "c4", "p", FOR, ASSERT, "2016-01-10")
            .tracker()
            .compare("x", "y", "y-daily");
    assertThat(comparison.rows())
        .extracting(
            r ->
                r.proposition()
                    + " "
                    + r.first().party()
                    + " "
                    + r.second().party()
                    + " "
                    + r.label())
        .containsExactly(
            "p x y-daily ONE_SIDED",
            "p y y-daily ONE_SIDED",
            "q x y CONTRADICTION",
            "q x y-daily CONTRADICTION",
            "q y y-daily AGREEMENT");
    assertThat(comparison.propositions()).containsExactly("p", "q");
    assertThat(comparison.label(Relation.Label.AGREEMENT).rows()).hasSize(1);
  }

  @Test
  void organs_of_one_state_are_compared_by_their_own_claims() {
    Tracker tracker =
        TestDossier.of("p", "q")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("x-mnd", "c2", "p", AGAINST, ASSERT, "2016-02-10")
            .says("x-mnd", "c3", "q", FOR, ASSERT, "2016-02-10")
            .tracker();
    assertThat(tracker.compare("x-mofa", "x-mnd").rows())
        .extracting(r -> r.proposition() + " " + r.label())
        .containsExactly("p CONTRADICTION", "q ONE_SIDED");
  }

  @Test
  void a_composite_proposition_is_expanded_into_its_parts() {
    Comparison comparison =
        TestDossier.of("a", "b", "c")
            .with(
                proposition("pack").putParts("a", AGAINST).putParts("b", FOR).build(),
                proposition("big").putParts("pack", FOR).putParts("c", FOR).build())
            .says("x", "c1", "big", FOR, ASSERT, "2016-01-10")
            .says("y", "c2", "a", FOR, ASSERT, "2016-01-10")
            .tracker()
            .compare("x", "y");
    assertThat(comparison.propositions()).containsExactly("a", "b", "c", "pack", "big");
    assertThat(comparison.expandParts("pack").propositions()).containsExactly("a", "b", "pack");
    assertThat(comparison.expandParts("big").propositions()).hasSize(5);
    assertThat(comparison.label(Relation.Label.CONTRADICTION).propositions())
        .containsExactly("a", "pack", "big");
  }
}
