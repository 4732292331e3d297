package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.ProblemAssertions.rejectionOf;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.occasion;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The dossier as a value: order, lookups and merging. Its invariants have tests of their own. */
class DossierTest {
  private final Dossier base = dossier();

  @Test
  void records_keep_the_order_in_which_they_were_given() {
    Dossier dossier =
        dossier(
            source("Z").build(),
            source("A").build(),
            state("z").build(),
            state("a").build(),
            occasion("z"),
            occasion("a"),
            proposition("z").build(),
            proposition("a").build(),
            claim("Z").build(),
            claim("A").build());
    assertThat(dossier.sources()).extracting(Source::id).containsExactly("KT17", "Z", "A");
    assertThat(dossier.actors())
        .extracting(Actor::id)
        .containsExactly(
            "rok",
            "rok-mofa",
            "prc",
            "prc-mfa",
            "moon-jae-in",
            "kang-kyung-wha",
            "wang-yi",
            "korea-times",
            "global-times",
            "z",
            "a");
    assertThat(dossier.occasions())
        .extracting(Occasion::id)
        .containsExactly("fm-2017-11-22", "z", "a");
    assertThat(dossier.propositions())
        .extracting(Proposition::id)
        .containsExactly("three-nos", "additional-thaad", "join-us-md", "z", "a");
    assertThat(dossier.claims()).extracting(Claim::id).containsExactly("KT17-01", "Z", "A");
  }

  @Test
  void dossiers_with_the_same_records_in_another_order_are_not_equal() {
    Claim a = claim("A").build();
    Claim b = claim("B").build();
    assertThat(dossier(a, b))
        .isEqualTo(dossier(a, b))
        .hasSameHashCodeAs(dossier(a, b))
        .isNotEqualTo(dossier(b, a));
  }

  @Test
  void records_ignore_the_order_of_sets_but_not_of_evidence() {
    Evidence one = evidence().quote("one").build();
    Evidence two = evidence().quote("two").build();
    assertThat(claim("X").addFrames("b", "a").addAudience("prc", "rok").build())
        .isEqualTo(claim("X").addFrames("a", "b").addAudience("rok", "prc").build());
    assertThat(claim("X").evidence(List.of(one, two)).build())
        .isNotEqualTo(claim("X").evidence(List.of(two, one)).build());
  }

  @Test
  void a_record_is_found_by_its_id() {
    assertThat(base.source("KT17")).contains(base.sources().get(0));
    assertThat(base.actor("prc")).contains(base.actors().get(2));
    assertThat(base.occasion("fm-2017-11-22")).contains(base.occasions().get(0));
    assertThat(base.proposition("join-us-md")).contains(base.propositions().get(2));
    assertThat(base.claim("KT17-01")).contains(base.claims().get(0));
  }

  @Test
  void a_lookup_finds_only_records_of_its_type() {
    assertThat(base.source("rok")).isEmpty();
    assertThat(base.actor("KT17")).isEmpty();
    assertThat(base.occasion("three-nos")).isEmpty();
    assertThat(base.proposition("three-nos-content")).isEmpty();
    assertThat(base.claim("KT17")).isEmpty();
  }

  @Test
  void the_empty_dossier_has_no_records() {
    assertThat(Dossier.empty()).isEqualTo(Dossier.of());
    assertThat(Dossier.empty().claims()).isEmpty();
    assertThat(Dossier.empty().warnings()).isEmpty();
  }

  @Test
  void a_dossier_prints_the_number_of_its_records() {
    assertThat(base)
        .hasToString("Dossier of 1 sources, 9 actors, 1 occasions, 3 propositions, 1 claims");
  }

  @Test
  void a_builder_that_starts_from_a_dossier_leaves_it_unchanged() {
    Dossier more = base.plus(claim("X").build());
    assertThat(more).isEqualTo(dossier(claim("X").build()));
    assertThat(base).isEqualTo(dossier());
  }

  // Merging

  @Test
  void a_merge_adds_new_records_after_the_existing_ones() {
    Dossier more =
        dossier(
            source("UPI17").build(),
            state("usa").build(),
            occasion("talks"),
            proposition("radar").build(),
            claim("X").build());
    assertThat(base.plus(more))
        .isEqualTo(
            dossier(
                source("UPI17").build(),
                state("usa").build(),
                occasion("talks"),
                proposition("radar").build(),
                claim("X").build()));
  }

  @Test
  void a_merge_keeps_equal_records_once() {
    assertThat(base.plus(dossier())).isEqualTo(base);
  }

  @Test
  void a_merge_with_the_empty_dossier_changes_nothing() {
    assertThat(base.plus(Dossier.empty())).isEqualTo(base);
    assertThat(Dossier.empty().plus(base)).isEqualTo(base);
  }

  @Test
  void a_merge_unites_the_evidence_of_a_claim() {
    Evidence one = evidence().quote("one").build();
    Evidence two = evidence().quote("two").build();
    Evidence three = evidence().quote("three").build();
    Dossier ours = withEvidence(List.of(one, two));
    Dossier theirs = withEvidence(List.of(three, two));
    assertThat(ours.plus(theirs)).isEqualTo(withEvidence(List.of(one, two, three)));
    assertThat(theirs.plus(ours)).isEqualTo(withEvidence(List.of(three, two, one)));
  }

  @Test
  void a_merge_leaves_both_dossiers_unchanged() {
    Evidence one = evidence().quote("one").build();
    Evidence two = evidence().quote("two").build();
    Dossier ours = withEvidence(List.of(one));
    Dossier theirs = withEvidence(List.of(two));
    assertThat(ours.plus(theirs).claims()).hasSize(2);
    assertThat(ours).isEqualTo(withEvidence(List.of(one)));
    assertThat(theirs).isEqualTo(withEvidence(List.of(two)));
  }

  @Test
  void claims_that_differ_in_more_than_evidence_conflict_and_both_are_shown() {
    Claim ours = claim("X").stance(Stance.FOR).build();
    Claim theirs = claim("X").addEvidence(evidence().quote("more").build()).build();
    assertThat(rejectionOf(() -> dossier(ours).plus(dossier(theirs))).problems())
        .extracting(
            Problem::isWarning,
            Problem::code,
            Problem::type,
            Problem::id,
            Problem::field,
            Problem::value,
            Problem::message)
        .containsExactly(
            tuple(
                false,
                Problem.Code.CONFLICT,
                "claim",
                "X",
                "",
                "stance=AGAINST",
                "claim X: the two records disagree on more than evidence: one has stance=FOR, the other"
                    + " stance=AGAINST; repeat the record unchanged, or give a correction its own id"));
  }

  @Test
  void a_conflict_shows_the_members_from_the_first_to_the_last_that_differ() {
    Dossier ours = dossier(source("S").title("A, B").note("x").build());
    Dossier theirs = dossier(source("S").title("A, C").build());
    assertThat(rejectionOf(() -> ours.plus(theirs)))
        .message()
        .contains("one has title=A, B, note=x, the other title=A, C, note=; repeat the record");
  }

  @Test
  void a_merge_reports_all_conflicts_at_once() {
    Dossier ours =
        dossier(
            source("S").build(),
            state("a").build(),
            occasion("o"),
            proposition("p").build(),
            claim("X").build(),
            claim("Y").build());
    Dossier theirs =
        dossier(
            source("S").title("Another").build(),
            state("a").name("Another").build(),
            Occasion.of("o", "Another", When.parse("2017-11-22"), "rok-mofa", "prc-mfa"),
            proposition("p").text("Another.").build(),
            claim("X").gist("Another").build(),
            claim("Y").note("Another").build());
    assertThat(rejectionOf(() -> ours.plus(theirs)).problems())
        .extracting(Problem::code, Problem::type, Problem::id)
        .containsExactly(
            tuple(Problem.Code.CONFLICT, "source", "S"),
            tuple(Problem.Code.CONFLICT, "actor", "a"),
            tuple(Problem.Code.CONFLICT, "occasion", "o"),
            tuple(Problem.Code.CONFLICT, "proposition", "p"),
            tuple(Problem.Code.CONFLICT, "claim", "X"),
            tuple(Problem.Code.CONFLICT, "claim", "Y"));
  }

  private static Dossier withEvidence(List<Evidence> evidence) {
    return dossier(claim("X").evidence(evidence).build());
  }

  /** One to four distinct pieces of evidence, in any order. */
  @Provide
  Arbitrary<List<Evidence>> someEvidence() {
    return Arbitraries.of("one", "two", "three", "four")
        .map(quote -> evidence().quote(quote).build())
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 200)
  void merging_evidence_is_associative(
      @ForAll("someEvidence") List<Evidence> a,
      @ForAll("someEvidence") List<Evidence> b,
      @ForAll("someEvidence") List<Evidence> c) {
    Dossier merged = withEvidence(a).plus(withEvidence(b)).plus(withEvidence(c));
    assertThat(withEvidence(a).plus(withEvidence(b).plus(withEvidence(c)))).isEqualTo(merged);
    Set<Evidence> union = new LinkedHashSet<>(a);
    union.addAll(b);
    union.addAll(c);
    assertThat(merged.claim("X").orElseThrow().evidence()).containsExactlyElementsOf(union);
  }
}
