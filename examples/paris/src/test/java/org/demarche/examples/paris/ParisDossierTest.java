package org.demarche.examples.paris;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.junit.jupiter.api.Test;

/** How the dossier is made up and documented. */
class ParisDossierTest {
  private static final Dossier DOSSIER = ParisDossier.read();

  private static Stream<Evidence> evidence() {
    return DOSSIER.claims().stream().flatMap(claim -> claim.evidence().stream());
  }

  @Test
  void it_has_as_many_claims_and_sources_as_its_page_says() {
    assertThat(DOSSIER.claims()).hasSize(122);
    assertThat(DOSSIER.sources()).hasSize(80);
    assertThat(evidence()).hasSize(145);
  }

  @Test
  void the_only_suspicious_coding_is_argued_in_a_note() {
    assertThat(DOSSIER.warnings()).extracting(Problem::id).containsExactly("INTER17-01");
    assertThat(DOSSIER.claim("INTER17-01").orElseThrow().note().orElseThrow())
        .contains("without an opening mark");
  }

  @Test
  void every_source_says_where_its_text_was_seen() {
    assertThat(DOSSIER.sources()).allSatisfy(source -> assertThat(source.note()).isPresent());
  }

  @Test
  void the_only_source_without_a_quotation_is_the_uncorrected_transcript() {
    Set<String> quoted = evidence().map(Evidence::source).collect(Collectors.toSet());
    assertThat(DOSSIER.sources())
        .extracting(Source::id)
        .filteredOn(id -> !quoted.contains(id))
        .containsExactly("OBAMA16-first");
  }

  @Test
  void every_quotation_in_another_language_is_translated() {
    List<Evidence> foreign = evidence().filter(piece -> piece.language().isPresent()).toList();
    assertThat(foreign)
        .extracting(piece -> piece.language().orElseThrow())
        .containsOnly("fr", "de", "zh-Hans", "zh-Hant");
    assertThat(foreign).allSatisfy(piece -> assertThat(piece.translation()).isPresent());
  }

  @Test
  void every_claim_has_a_line_for_tables() {
    assertThat(DOSSIER.claims()).extracting(Claim::gist).allMatch(Optional::isPresent);
  }
}
