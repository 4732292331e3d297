package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.person;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Data that look wrong but are accepted, because they are what the sources say. */
class AcceptedDataTest {
  @Test
  void the_sample_dossier_is_valid() {
    assertAccepted(dossier());
  }

  @Test
  void contradictory_claims_are_accepted() {
    assertAccepted(
        dossier(
            claim("X").stance(Stance.FOR).build(),
            claim("Y").stance(Stance.AGAINST).build(),
            claim("Z").stance(Stance.UNCOMMITTED).build()));
  }

  @Test
  void claims_for_two_rivals_are_accepted() {
    assertAccepted(
        dossier(
            proposition("rival").addExcludes("join-us-md").build(),
            claim("X").proposition("rival").stance(Stance.FOR).build(),
            claim("Y").proposition("join-us-md").stance(Stance.FOR).build()));
  }

  @Test
  void unnamed_speakers_are_accepted() {
    assertAccepted(
        dossier(
            person("an-official").named(false).of("rok-mofa").build(),
            claim("X")
                .speakers(List.of("an-official"))
                .principals(List.of("an-official"))
                .build()));
  }

  @Test
  void misspelt_quotations_are_accepted() {
    assertAccepted(
        dossier(
            source("S").text("Seoul is not considring it.").build(),
            claim("X")
                .evidence(
                    List.of(evidence().source("S").quote("Seoul is not considring it").build()))
                .build()));
  }

  @Test
  void a_quotation_from_a_source_without_a_text_is_accepted_unchecked() {
    assertAccepted(dossier(claim("X").evidence(List.of(evidence().quote("아무 말").build())).build()));
  }
}
