package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Dossier;
import org.demarche.rules.Derived.Kind;

/** Laws that hold of every answer of the reference implementation, whatever the dossier. */
class ReferenceLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  @Provide
  Arbitrary<Dossier> divided() {
    return GeneratedCases.dividedDossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<String> parties() {
    return GeneratedCases.parties();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return GeneratedCases.days();
  }

  @Property(tries = 150)
  void theOrderOfRecordsDoesNotMatter(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("parties") String party,
      @ForAll Random random) {
    Dossier other = DossierVariants.shuffled(dossier, random);
    ReferenceView view = ReferenceView.of(viewpoint);
    for (String proposition : GeneratedCases.PROPOSITIONS) {
      assertThat(ReferenceRules.position(other, view, party, proposition))
          .isEqualTo(ReferenceRules.position(dossier, view, party, proposition));
    }
  }

  @Property(tries = 150)
  void whatSupportsNeitherDisputesNorIsRetracted(
      @ForAll("divided") Dossier dossier, @ForAll("viewpoints") Viewpoint viewpoint) {
    for (String proposition : GeneratedCases.PROPOSITIONS) {
      Derived position =
          ReferenceRules.position(dossier, ReferenceView.of(viewpoint), "x", proposition);
      assertThat(Collections.disjoint(position.supportIds(), position.disputing())).isTrue();
      assertThat(Collections.disjoint(position.supportIds(), position.retracted())).isTrue();
      assertThat(position.supportIds().isEmpty()).isEqualTo(position.kind() == Kind.UNKNOWN);
      assertThat(position.support().stream().map(Derived.Cited::weighs).findFirst().orElse(true))
          .isTrue();
    }
  }

  @Property(tries = 100)
  void aPositionIsLostOnlyByRetractionOrWithWhatImpliedIt(
      @ForAll("divided") Dossier dossier,
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other) {
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = one.isBefore(other) ? other : one;
    for (String proposition : GeneratedCases.PROPOSITIONS) {
      Derived before =
          ReferenceRules.position(dossier, ReferenceView.on(earlier), "x", proposition);
      Derived after = ReferenceRules.position(dossier, ReferenceView.on(later), "x", proposition);
      if (before.kind() != Kind.UNKNOWN && after.kind() == Kind.UNKNOWN) {
        assertThat(after.reason().orElseThrow())
            .isIn("ONLY_PARTS", "RETRACTED", "NO_LONGER_IMPLIED");
      }
    }
  }
}
