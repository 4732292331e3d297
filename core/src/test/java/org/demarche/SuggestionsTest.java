package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.model.ActorKind;
import org.demarche.model.DossierRecord;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Suggestions of parties, propositions and sources for a text that is being typed. */
class SuggestionsTest {
  private final Tracker tracker =
      TestDossier.of("p", "q")
          .with(
              actor("rok", ActorKind.STATE).name("대한민국").addAliases("Republic of Korea").build(),
              actor("dprk", ActorKind.STATE).name("북한").addAliases("North Korea").build(),
              actor("korea-herald", ActorKind.MEDIA).name("The Korea Herald").build(),
              actor("prc-mfa", ActorKind.MEDIA).name("中华人民共和国外交部").build(),
              actor("elysee", ActorKind.PERSON).name("Le Palais de l’Élysée").build(),
              actor("elysee2", ActorKind.PERSON).name("Zed").addAliases("ELYSEE").build())
          .with(
              proposition("three-nos").text("Seoul keeps the three nos.").build(),
              proposition("radar").issue("three-nos-status").text("The radar is banned.").build(),
              proposition("x.three").text("Nothing else.").build())
          .with(source("K1", "korea-herald", "2019").title("On a radar").build())
          .says("dprk", "c1", "p", FOR, ASSERT, "2016")
          .says("dprk", "c2", "radar", FOR, ASSERT, "2016")
          .says("x-mofa", "c3", "q", FOR, ASSERT, "2016")
          .says("x-mofa", "c4", "q", FOR, ASSERT, "2016")
          .with(
              claim("c5", "x", "p", FOR, ASSERT, "2016")
                  .addEvidence(evidence("K1", Mode.INDIRECT))
                  .build())
          .tracker();

  private static List<String> ids(List<? extends DossierRecord> records) {
    return records.stream().map(DossierRecord::id).toList();
  }

  @Test
  void parties_are_suggested_by_the_beginning_of_an_id_a_name_an_alias_or_a_word_in_them() {
    assertThat(ids(tracker.suggestParties("dp", 9))).containsExactly("dprk");
    assertThat(ids(tracker.suggestParties("republic of k", 9))).containsExactly("rok");
    assertThat(ids(tracker.suggestParties("her", 9))).containsExactly("korea-herald");
    assertThat(ids(tracker.suggestParties("orea", 9))).isEmpty();
  }

  @Test
  void suggestions_ignore_case_accents_and_the_script() {
    assertThat(ids(tracker.suggestParties("elys", 9))).containsExactly("elysee", "elysee2");
    assertThat(ids(tracker.suggestParties("ÉLYSÉE", 9))).containsExactly("elysee", "elysee2");
    assertThat(ids(tracker.suggestParties("대한", 9))).containsExactly("rok");
    assertThat(ids(tracker.suggestParties("외교", 9))).isEmpty();
    assertThat(ids(tracker.suggestParties("外交", 9))).containsExactly("prc-mfa");
  }

  @Test
  void a_korean_syllable_is_found_by_what_is_typed_of_it() {
    Tracker named =
        TestDossier.of("p")
            .with(
                actor("moon", ActorKind.PERSON).name("문재인").build(),
                actor("kwan", ActorKind.PERSON).name("관").build())
            .tracker();
    // as typed key by key; the initial ㅇ of 인 is at first the final of 쟁
    for (String typed : List.of("ㅁ", "무", "문", "문ㅈ", "문재", "문쟁", "문재이", "문재인")) {
      assertThat(ids(named.suggestParties(typed, 9))).as(typed).containsExactly("moon");
    }
    for (String typed : List.of("ㄱ", "고", "과", "관")) {
      assertThat(ids(named.suggestParties(typed, 9))).as(typed).containsExactly("kwan");
    }
    assertThat(ids(named.suggestParties("재인", 9))).isEmpty();
    assertThat(ids(named.suggestParties("문재일", 9))).isEmpty();
  }

  @Test
  void letters_that_are_not_a_letter_with_an_accent_are_found_by_plain_letters() {
    Tracker named =
        TestDossier.of("p")
            .with(
                actor("a", ActorKind.PERSON).name("Łódź").build(),
                actor("b", ActorKind.PERSON).name("Đài Loan").build(),
                actor("c", ActorKind.PERSON).name("Strauß").build())
            .tracker();
    assertThat(ids(named.suggestParties("lodz", 9))).containsExactly("a");
    assertThat(ids(named.suggestParties("dai lo", 9))).containsExactly("b");
    assertThat(ids(named.suggestParties("strauss", 9))).containsExactly("c");
    assertThat(ids(named.suggestParties("STRAUẞ", 9))).containsExactly("c");
  }

  @Test
  void exact_matches_come_first_then_beginnings_then_words_then_the_number_of_claims() {
    // korea-herald begins with the text; dprk (two claims) and rok (none) have a word that does.
    assertThat(ids(tracker.suggestParties("korea", 9)))
        .containsExactly("korea-herald", "dprk", "rok");
    // y-land has no claim; x has three claims with those of its organs, and x-mofa two.
    assertThat(ids(tracker.suggestParties("x", 3))).containsExactly("x", "x-mofa", "x-mnd");
    assertThat(ids(tracker.suggestParties("", 2))).containsExactly("x", "dprk");
  }

  @Test
  void propositions_are_suggested_by_id_sentence_and_issue() {
    assertThat(ids(tracker.suggestPropositions("three", 9)))
        .containsExactly("radar", "three-nos", "x.three");
    assertThat(ids(tracker.suggestPropositions("three nos", 9)))
        .containsExactly("three-nos", "radar");
    assertThat(ids(tracker.suggestPropositions("seoul ke", 9))).containsExactly("three-nos");
  }

  @Test
  void sources_are_suggested_by_id_title_and_outlet() {
    assertThat(ids(tracker.suggestSources("k1", 9))).containsExactly("K1");
    assertThat(ids(tracker.suggestSources("radar", 9))).containsExactly("K1");
    assertThat(ids(tracker.suggestSources("the korea", 9))).containsExactly("K1");
    assertThat(ids(tracker.suggestSources("the wire", 9))).containsExactly("S1", "SU");
  }

  @Test
  void sources_with_more_claims_come_first_also_where_the_evidence_was_added_later() {
    Tracker added =
        tracker
            .plus(source("K2", "korea-herald", "2019").title("On a radar").build())
            .plus(
                claim("c1", "dprk", "p", FOR, ASSERT, "2016")
                    .addEvidence(evidence("K2", Mode.INDIRECT), evidence("K2", Mode.DIRECT))
                    .build());
    assertThat(ids(added.suggestSources("radar", 9))).containsExactly("K1", "K2");
    Tracker more =
        added.plus(
            claim("c2", "dprk", "radar", FOR, ASSERT, "2016")
                .addEvidence(evidence("K2", Mode.INDIRECT))
                .build());
    assertThat(ids(more.suggestSources("radar", 9))).containsExactly("K2", "K1");
  }

  @Test
  void fewer_than_one_suggestion_is_rejected() {
    assertRejected(() -> tracker.suggestParties("x", 0), "at most 0 suggestions: give at least 1");
  }
}
