package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/** Laws of drafts, over generated dossiers of which every thirteenth claim is one. */
class DraftLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void without_drafts_a_tracker_answers_as_if_the_dossier_had_none(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoints") Viewpoint any) {
    Dossier coded =
        DossierVariants.withClaims(
            dossier, dossier.claims().stream().filter(claim -> !claim.isDraft()).toList());
    List<Claim> drafts = dossier.claims().stream().filter(Claim::isDraft).toList();
    Dossier whole =
        DossierVariants.withClaims(
            dossier, ImmutableList.copyOf(Iterables.concat(drafts, coded.claims())));
    assertThat(Tracker.of(whole).viewpoint()).isEqualTo(Tracker.of(coded).viewpoint());
    Viewpoint viewpoint = coded(any);
    Tracker tracker = DossierVariants.tracker(Tracker.of(whole), viewpoint);
    Tracker expected = DossierVariants.tracker(Tracker.of(coded), viewpoint);
    AnswersInFull.assertSame(tracker, expected);
    assertThat(tracker.claims().on("a").list()).isEqualTo(expected.claims().on("a").list());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void with_drafts_a_tracker_answers_as_if_all_claims_were_coded(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoints") Viewpoint any) {
    Dossier coded =
        DossierVariants.withClaims(
            dossier,
            dossier.claims().stream()
                .map(claim -> Claim.builder().from(claim).draft(false).build())
                .toList());
    Viewpoint viewpoint = coded(any);
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint).withDrafts();
    Tracker expected = DossierVariants.tracker(Tracker.of(coded), viewpoint);
    for (String party : GeneratedCases.PARTIES) {
      for (Proposition proposition : dossier.propositions()) {
        assertThat(tracker.outcome(party, proposition.id()))
            .isEqualTo(expected.outcome(party, proposition.id()));
      }
    }
    assertThat(tracker.claims().list().stream().map(Claim::id))
        .containsExactlyElementsOf(expected.claims().list().stream().map(Claim::id).toList());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void including_drafts_and_adding_records_may_change_places(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoints") Viewpoint any) {
    Tracker root = Tracker.of(DossierVariants.withHalfOfClaims(dossier));
    Tracker first = root.withDrafts().plus(dossier);
    Tracker last = root.plus(dossier).withDrafts();
    assertThat(first).isEqualTo(last).hasSameHashCodeAs(last);
    AnswersInFull.assertSame(first.asOf(any.asOf()), last.asOf(any.asOf()));
    AnswersInFull.assertSame(
        first.asOf(any.asOf()), Tracker.of(first.dossier()).withDrafts().asOf(any.asOf()));
  }

  private static Viewpoint coded(Viewpoint viewpoint) {
    AnswerFactory answers = AnswerFactory.get();
    Viewpoint coded = answers.viewpoint(viewpoint.asOf());
    coded = answers.without(coded, viewpoint.without());
    coded = answers.withoutRelays(coded, viewpoint.withoutRelays());
    coded = answers.withoutSpeakers(coded, viewpoint.withoutSpeakers());
    coded = answers.minGrade(coded, viewpoint.minGrade());
    return viewpoint.knownAt().isPresent()
        ? answers.knownAt(coded, viewpoint.knownAt().get())
        : coded;
  }
}
