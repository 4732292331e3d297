package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Chronology;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;

/** Laws of lists of claims: a step keeps exactly the claims that a look at every claim keeps. */
@Tag("slow")
class ClaimListLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoint() {
    return GeneratedCases.viewpoints();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void a_step_keeps_the_claims_that_a_look_at_every_claim_keeps(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    assertSteps(DossierVariants.tracker(Tracker.of(dossier), viewpoint));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void so_it_does_when_claims_and_evidence_were_added(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Dossier half = DossierVariants.withHalfOfClaims(dossier);
    Dossier attestedOnce =
        DossierVariants.withClaims(
            half,
            half.claims().stream()
                .map(claim -> claim.withEvidence(claim.evidence().subList(0, 1)))
                .toList());
    Tracker before = Tracker.of(attestedOnce);
    assertThat(before.claims().list()).isSortedAccordingTo(ClaimListLawsTest::compare);
    Tracker after = before.plus(half);
    assertSteps(DossierVariants.tracker(after, viewpoint));
  }

  private static void assertSteps(Tracker tracker) {
    List<Claim> all = tracker.claims().list();
    assertThat(all).isSortedAccordingTo(ClaimListLawsTest::compare);
    assertThat(tracker.claims().count()).isEqualTo(all.size());
    assertThat(tracker.claims().find().claims()).isEqualTo(all);
    List<Chronology.Entry> entries = tracker.claims().chronology().entries();
    assertThat(entries.stream().map(Chronology.Entry::claim)).containsExactlyElementsOf(all);
    for (String source : GeneratedCases.SOURCES) {
      assertThat(tracker.claims().source(source).list())
          .isEqualTo(
              entries.stream()
                  .filter(
                      entry ->
                          entry.evidence().stream()
                              .anyMatch(evidence -> evidence.source().equals(source)))
                  .map(Chronology.Entry::claim)
                  .toList());
    }
    assertKept(
        tracker.claims().occasion("talks"),
        all,
        claim -> claim.occasion().equals(Optional.of("talks")));
    for (Claim claim : tracker.dossier().claims()) {
      assertKept(
          tracker.claims().respondingTo(claim.id()),
          all,
          other -> other.respondsTo().contains(claim.id()));
    }
    for (String party : List.of("x", "y-ministry", "wire")) {
      assertKept(
          tracker.claims().principal(party), all, claim -> claim.principals().contains(party));
      assertKept(
          tracker.claims().speaker(party, "x-desk"),
          all,
          claim -> !Collections.disjoint(claim.speakers(), List.of(party, "x-desk")));
    }
    assertKept(
        tracker.claims().party("y"),
        all,
        claim -> !Collections.disjoint(claim.principals(), List.of("y", "y-ministry")));
    assertThat(tracker.readouts("talks").points())
        .hasSize(tracker.claims().occasion("talks").count());
  }

  private static void assertKept(ClaimQuery query, List<Claim> all, Predicate<Claim> kept) {
    assertThat(query.list()).isEqualTo(all.stream().filter(kept).toList());
  }

  private static int compare(Claim one, Claim other) {
    int byFirst =
        one.asserted()
            .earliest()
            .orElse(one.asserted().latest())
            .compareTo(other.asserted().earliest().orElse(other.asserted().latest()));
    int byLatest = one.asserted().latest().compareTo(other.asserted().latest());
    return byFirst != 0 ? byFirst : byLatest != 0 ? byLatest : one.id().compareTo(other.id());
  }
}
