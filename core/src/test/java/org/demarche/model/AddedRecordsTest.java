package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.ProblemAssertions.rejectionOf;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import com.google.common.collect.ImmutableList;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;

/** Records added to a dossier, and the check of records before they are added. */
class AddedRecordsTest {
  private final Dossier base = dossier();

  @Test
  void records_of_any_type_are_added_after_those_of_their_type() {
    Source article = source("UPI17").build();
    Actor usa = state("usa").build();
    Claim said =
        claim("X")
            .principals(List.of("usa"))
            .evidence(List.of(evidence().source("UPI17").build()))
            .build();
    Dossier more = base.plus(said, article, usa);
    assertThat(more).isEqualTo(dossier(article, usa, said));
    assertThat(base).isEqualTo(dossier());
    assertThat(base.plus(List.of(said, article, usa))).isEqualTo(more);
    assertThat(base.plus(article).plus(usa).plus(said)).isEqualTo(more);
  }

  @Test
  void an_equal_record_changes_nothing() {
    assertThat(base.plus(claim("KT17-01").build(), state("prc").build())).isSameAs(base);
    assertThat(base.plus()).isSameAs(base);
    assertThat(base.plus(base)).isSameAs(base);
  }

  @Test
  void evidence_of_a_claim_is_united_and_evidence_that_is_there_changes_nothing() {
    Evidence first = evidence().build();
    Evidence second = evidence().quote("It will not join.").build();
    Claim again = claim("KT17-01").evidence(List.of(second)).build();
    Dossier more = base.plus(again);
    assertThat(more.claim("KT17-01").orElseThrow().evidence()).containsExactly(first, second);
    assertThat(more.plus(again)).isSameAs(more);
  }

  @Test
  void a_record_given_twice_is_added_once_and_must_be_equal() {
    Claim once = claim("X").build();
    assertThat(base.plus(once, once)).isEqualTo(dossier(once));
    assertThat(rejectionOf(() -> base.plus(once, claim("X").note("Not so.").build())))
        .hasMessage(
            "claim X: the two records disagree on more than evidence: one has note=, the other note=Not so.; repeat the record unchanged, or give a correction its own id");
  }

  @Test
  void a_conflict_is_reported_with_the_problems_of_the_other_records() {
    assertRejected(
        () -> base.plus(state("prc").name("China").build(), claim("X").addAudience("usa").build()),
        error(
            Code.CONFLICT,
            "",
            "name=China",
            "actor prc: the two records disagree on more than evidence: one has name=The name of prc, the other name=China; repeat the record unchanged, or give a correction its own id"),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/audience",
            "usa",
            "claim X: audience 'usa' is not in the dossier"));
  }

  @Test
  void a_check_returns_errors_and_warnings_with_pointers_relative_to_the_record() {
    Claim claim =
        claim("X")
            .proposition("three-no")
            .addAudience("usaa")
            .addEvidence(evidence().source("KT18").build())
            .addEvidence(evidence().mode(Mode.DIRECT).build())
            .build();
    List<Problem> problems = base.check(claim);
    assertThat(problems)
        .extracting(Problem::pointer)
        .containsExactly("/audience", "/proposition", "/evidence/1/source", "/evidence/2/quote");
    assertThat(problems).extracting(Problem::isWarning).containsExactly(false, false, false, true);
    assertThat(problems).extracting(Problem::id).containsOnly("X");
  }

  @Test
  void a_record_in_conflict_is_checked_for_its_other_problems() {
    Claim claim = claim("KT17-01").proposition("three-no").addAudience("usaa").build();
    assertThat(base.check(claim))
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactly("CONFLICT ", "UNKNOWN_ID /audience", "UNKNOWN_ID /proposition");
    assertThat(base.check(claim, claim("KT17-01").build()))
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactly("CONFLICT ", "UNKNOWN_ID /audience", "UNKNOWN_ID /proposition");
    assertThat(rejectionOf(() -> base.plus(claim)).problems()).hasSize(3);
    // of two new records with one id, the second is in conflict with the first
    assertThat(base.check(claim("X").build(), claim("X").addAudience("usaa").build()))
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactly("CONFLICT ", "UNKNOWN_ID /audience");
  }

  @Test
  void a_check_finds_nothing_in_records_that_fit() {
    assertThat(base.check()).isEmpty();
    assertThat(base.check(claim("KT17-01").build(), organ("prc-mnd", "prc").build())).isEmpty();
    assertThat(base.check(claim("KT17-01").stance(Stance.FOR).build()))
        .extracting(Problem::code)
        .containsExactly(Code.CONFLICT);
  }

  @Test
  void a_cycle_through_a_new_record_is_found() {
    assertThat(base.check(proposition("a").about("b").build(), proposition("b").about("a").build()))
        .extracting(Problem::code)
        .containsExactly(Code.CYCLE);
  }

  @Test
  void ten_thousand_claims_one_by_one_allocate_less_than_a_quarter_of_a_gigabyte() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 110_000; i++) {
      claims.add(claim("X" + i).build());
    }
    Dossier growing = dossier(claims.subList(0, 100_000));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (Claim claim : claims.subList(100_000, 110_000)) {
      growing = growing.plus(claim);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(growing.claims()).hasSize(110_001);
    assertThat(growing).isEqualTo(dossier(ImmutableList.copyOf(claims)));
    assertThat(allocated).isLessThan(250_000_000);
  }
}
