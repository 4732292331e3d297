package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.NOTE;
import static org.demarche.model.Force.REAFFIRM;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.TestDossier;
import org.demarche.answer.Known;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/** The days of 2016 on which a position may depend on a condition. */
class PossibleConditionsTest {
  private static final String IF = "if Y does too";

  private static Claim.Builder says(String id, Stance stance, Force force, String asserted) {
    return reported(id, "x", "p", stance, force, asserted);
  }

  /** Returns a claim with a condition. */
  private static Claim.Builder offers(String id, Stance stance, Force force, String asserted) {
    return says(id, stance, force, asserted).condition(IF);
  }

  /** Returns the claim of the first of February, the first in most examples. */
  private static Claim.Builder offered() {
    return offers("c1", FOR, ASSERT, "2016-02-01");
  }

  private static Claim.Builder toldByY(String id, String asserted) {
    return claim(id, "x", "p", FOR, ASSERT, asserted).addEvidence(evidence("SY", Mode.INDIRECT));
  }

  /**
   * Returns the days from which the position may depend on a condition, or no longer may, in turn;
   * and makes sure that it depends on none on the other days.
   */
  private static List<String> turns(Claim.Builder... claims) {
    DossierIndex index =
        RowValueRules.index(
            TestDossier.of("p", "q")
                .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
                .with(Arrays.stream(claims).map(Claim.Builder::build).toArray(Claim[]::new))
                .build());
    EvidenceView view = EvidenceView.whole(index);
    int party = index.numbers().actor("x");
    int p = index.numbers().proposition("p");
    OutlinedPositions positions = OutlinedPositions.of(view, party, p);
    PossibleConditions conditions = new PossibleConditions(VisibleRows.of(view, party, p));
    List<String> turns = new ArrayList<>();
    LocalDate end = LocalDate.of(2016, 12, 31);
    for (LocalDate day = LocalDate.of(2016, 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
      OutlinedPosition position = positions.at(day);
      boolean mayApply = conditions.mayApply((int) day.toEpochDay(), position.unsuperseded());
      if (!mayApply) {
        assertThat(position.position().get().known().flatMap(Known::condition))
            .as(day.toString())
            .isEmpty();
      }
      if (mayApply != (turns.size() % 2 == 1)) {
        turns.add(day.toString().substring("2016-".length()));
      }
    }
    return turns;
  }

  @Test
  void without_a_condition_there_is_no_such_day() {
    assertThat(turns(says("c1", FOR, ASSERT, "2016-02-01"))).isEmpty();
  }

  @Test
  void a_newer_claim_in_the_own_words_of_the_party_ends_a_condition() {
    assertThat(turns(offered(), says("c2", FOR, ASSERT, "2016-03-01")))
        .containsExactly("02-01", "03-01");
  }

  @Test
  void a_claim_of_the_same_day_leaves_the_condition() {
    assertThat(turns(offered(), says("c2", FOR, ASSERT, "2016-02-01"))).containsExactly("02-01");
    assertThat(turns(says("c0", FOR, ASSERT, "2016-02-01"), offered())).containsExactly("02-01");
  }

  @Test
  void what_only_reaffirms_leaves_the_condition_of_the_newest_claim_that_does_more() {
    assertThat(turns(offered(), says("c2", FOR, REAFFIRM, "2016-03-01"))).containsExactly("02-01");
    assertThat(
            turns(
                offered(),
                says("c2", FOR, ASSERT, "2016-03-01"),
                says("c3", FOR, REAFFIRM, "2016-03-01")))
        .containsExactly("02-01");
    assertThat(
            turns(
                offered(),
                says("c2", FOR, ASSERT, "2016-03-01"),
                says("c3", FOR, REAFFIRM, "2016-04-01")))
        .containsExactly("02-01", "03-01");
    assertThat(
            turns(offered(), toldByY("c2", "2016-03-01"), says("c3", FOR, REAFFIRM, "2016-04-01")))
        .containsExactly("02-01");
  }

  @Test
  void a_condition_that_was_only_reaffirmed_ends_when_the_claim_is_reaffirmed_without_it() {
    assertThat(
            turns(
                says("c1", FOR, ASSERT, "2016-01-15"),
                offers("c2", FOR, REAFFIRM, "2016-02-01"),
                says("c3", FOR, REAFFIRM, "2016-03-01")))
        .containsExactly("02-01", "03-01");
  }

  @Test
  void a_claim_that_may_not_count_or_be_the_headline_leaves_the_condition() {
    assertThat(turns(offered(), says("c2", FOR, ASSERT, "[2016-04-01..2016-04-05]")))
        .as("of a vague date")
        .containsExactly("02-01");
    assertThat(turns(offered(), reported("c2", "x", "pack", FOR, ASSERT, "2016-04-01")))
        .as("on a package")
        .containsExactly("02-01");
    assertThat(turns(offered(), toldByY("c2", "2016-04-01")))
        .as("by the account of another")
        .containsExactly("02-01");
    assertThat(turns(offered(), says("c2", UNCOMMITTED, NOTE, "2016-04-01")))
        .as("without a stance")
        .containsExactly("02-01");
    assertThat(
            turns(
                offered(),
                says("c2", FOR, ASSERT, "2016-04-01"),
                reported("c3", "x", "q", FOR, ASSERT, "2016-05-01").addRetracts("c2")))
        .as("taken back")
        .containsExactly("02-01");
  }

  @Test
  void a_claim_of_another_stance_ends_a_condition_even_once_the_old_stance_is_taken_again() {
    assertThat(
            turns(
                offered(),
                says("c2", AGAINST, ASSERT, "2016-03-01"),
                says("c3", FOR, ASSERT, "[2016-04-01..2016-04-05]")))
        .containsExactly("02-01", "03-01");
    assertThat(
            turns(
                offered(),
                says("c2", AGAINST, ASSERT, "2016-03-01"),
                says("c3", FOR, REAFFIRM, "2016-04-01")))
        .containsExactly("02-01", "03-01");
  }

  @Test
  void a_condition_of_a_claim_that_another_outranks_remains() {
    assertThat(
            turns(
                reported("c1", "x-president", "p", FOR, ASSERT, "2016-02-01").condition(IF),
                reported("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-03-01"),
                reported("c3", "x-mofa", "p", FOR, ASSERT, "[2016-04-01..2016-04-05]")))
        .containsExactly("02-01", "03-01", "04-05");
  }

  @Test
  void a_contested_position_has_no_condition_and_neither_has_a_later_one_of_a_vague_date() {
    assertThat(
            turns(
                offered(),
                says("c2", AGAINST, ASSERT, "2016-02-01"),
                says("c3", FOR, ASSERT, "[2016-03-01..2016-03-05]")))
        .isEmpty();
  }

  @Test
  void the_condition_of_a_span_holds_while_it_runs_although_newer_claims_have_none() {
    assertThat(
            turns(
                offers("c1", FOR, ASSERT, "2016-02-01/2016-02-20"),
                says("c2", FOR, ASSERT, "2016-02-10")))
        .containsExactly("02-01");
    assertThat(
            turns(
                offers("c1", FOR, ASSERT, "2016-02-01/2016-02-20"),
                says("c2", FOR, ASSERT, "2016-02-21")))
        .containsExactly("02-01", "02-21");
  }

  @Test
  void an_answer_that_runs_longer_leaves_the_condition_of_a_span_while_it_runs() {
    assertThat(
            turns(
                offers("c1", FOR, ASSERT, "2016-02-01/2016-02-20"),
                says("c2", FOR, ASSERT, "2016-02-05/2016-03-01").addRespondsTo("c1")))
        .containsExactly("02-01");
  }
}
