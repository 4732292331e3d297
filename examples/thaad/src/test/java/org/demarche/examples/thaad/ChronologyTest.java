package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.source;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Chronology;
import org.demarche.answer.Grade;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Chronologies and first attestations, ready to be cited. */
class ChronologyTest {
  /** Question 24: Who first used the phrase “three nos”? */
  @Nested
  class Q24WhoFirstUsedThePhrase {
    @Test
    void the_phrase_is_first_attested_in_a_newspapers_own_words_in_2017() {
      Chronology.Entry first =
          TRACKER.claims().mentioning("three nos").firstAttested().orElseThrow();
      assertThat(first.evidence())
          .extracting(Evidence::source, Evidence::mode)
          .containsExactly(tuple("KT17", Mode.INDIRECT));
      Source article = source("KT17");
      assertThat(article.outlet()).isEqualTo("korea-times");
      assertThat(article.published()).hasToString("2017-11-24");
      assertThat(first.evidence().get(0).quote().orElseThrow()).contains("dubbed \"three nos,\"");
    }

    @Test
    void no_government_speaker_is_quoted_as_using_the_phrase_in_2017() {
      for (String phrase : List.of("three nos", "three no")) {
        ClaimQuery uses = TRACKER.knownAt("2017-12-31").claims().mentioning(phrase);
        assertThat(uses.mode(Mode.DIRECT).count()).isZero();
        assertThat(uses.mode(Mode.PARTIAL).count()).isZero();
      }
      assertThat(TRACKER.knownAt("2017-11-23").claims().mentioning("three nos").firstAttested())
          .isEmpty();
    }
  }

  /** Question 39: What does a chronology need to be cited in a brief? */
  @Nested
  class Q39CitationReadyChronology {
    private final Chronology chronology = TRACKER.claims().chronology();

    private LocalDate begins(Claim claim) {
      return claim.asserted().earliest().orElse(claim.asserted().latest());
    }

    @Test
    void the_chronology_lists_every_claim_once_in_a_stable_order() {
      List<Claim> claims = chronology.entries().stream().map(Chronology.Entry::claim).toList();
      assertThat(claims)
          .hasSize(89)
          .containsExactlyInAnyOrderElementsOf(DOSSIER.claims())
          .isSortedAccordingTo(
              Comparator.comparing(this::begins)
                  .thenComparing(claim -> claim.asserted().latest())
                  .thenComparing(Claim::id));
      assertThat(claims.get(0).id()).isEqualTo("KH15-06");
      Dossier dossier = DOSSIER;
      Dossier reversed =
          Dossier.of(
              Iterables.concat(
                  Lists.reverse(dossier.sources()),
                  Lists.reverse(dossier.actors()),
                  Lists.reverse(dossier.occasions()),
                  Lists.reverse(dossier.propositions()),
                  Lists.reverse(dossier.claims())));
      assertThat(Tracker.of(reversed).claims().chronology()).isEqualTo(chronology);
    }

    @Test
    void an_undated_claim_is_listed_at_its_latest_possible_day_and_marked() {
      assertThat(chronology.entries())
          .filteredOn(Chronology.Entry::isUndated)
          .extracting(entry -> entry.claim().id())
          .containsExactlyInAnyOrderElementsOf(ids(TRACKER.claims().undated()))
          .contains("KT17-13", "KT17-19", "UPI17-07", "ET22-21")
          .doesNotContain("KT17-16", "AP22-10", "KH15-06");
      assertThat(TRACKER.claims().undated().on("3n-promise").chronology().print())
          .contains("by 2017-11-24 (date inferred)  KT17-13");
    }

    @Test
    void each_entry_prints_everything_that_a_citation_needs() {
      assertThat(TRACKER.claims().on("three-nos").speaker("wang-yi").chronology().print())
          .containsSubsequence(
              "2017-11-22 (date resolved)  KT17-07  Wang Yi on behalf of PRC Ministry of Foreign Affairs: for",
              "the three nos, welcomes;",
              "quoted or on official record",
              "‘valued’",
              "— The Korea Times ← PRC Ministry of Foreign Affairs, 2017-11-24 [KT17, quoted in part]",
              "2022-08-09 (date inferred)  ET22-05",
              "urges;",
              "reported",
              "‘three no’ policy",
              "between 2022-08-11 and 2022-08-31 [ET22,");
      Chronology.Entry cross =
          chronology.entries().stream()
              .filter(entry -> entry.claim().id().equals("KT17-08"))
              .findFirst()
              .orElseThrow();
      assertThat(cross.grades()).isEqualTo(Map.of("rok", Grade.OTHER_SIDE));
    }
  }
}
