package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.head;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.related;
import static org.demarche.examples.thaad.ThaadFixtures.source;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Force.AGREE;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Comparison;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.model.Actor;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/**
 * Records added to the dossier: they change the answers they concern and no others.
 *
 * <p>Question 40: What changes when records of later events are added?
 */
class AddedRecordsTest {
  /**
   * Claims not in the articles: id, speaker, principal, date, proposition, stance, force, source.
   */
  private static final String LATER_CLAIMS =
      """
      YN15-01  | rok-presidential-office | rok-presidential-office | 2015-03-11 | three-nos-2015            | FOR     | ASSERT | YN15
      YN17-02  | noh-kyu-duk             | rok-mofa                | 2017-11-02 | 3n-promise                | AGAINST | DENY   | YN17
      YN17-01  | kang-kyung-wha          | rok-mofa                | 2017-11-27 | 3n-agreement              | AGAINST | DENY   | YN17
      MFA22-01 | wang-wenbin             | prc-mfa                 | 2022-08-10 | three-nos-one-restriction | FOR     | URGE   | MFA22
      MFA22-02 | wang-wenbin             | prc-mfa                 | 2022-08-10 | 3n1r-officially-announced | FOR     | ASSERT | MFA22
      """;

  private static Source source(String id, String outlet, String published) {
    return Source.builder()
        .id(id)
        .outlet(outlet)
        .title("Of " + published)
        .published(When.parse(published))
        .build();
  }

  /** Returns a claim of the table. */
  private static Claim laterClaim(String id) {
    String[] fields =
        LATER_CLAIMS
            .lines()
            .map(row -> row.split(" *\\| *", -1))
            .filter(row -> row[0].equals(id))
            .findFirst()
            .orElseThrow();
    return Claim.builder()
        .id(fields[0])
        .addSpeakers(fields[1])
        .addPrincipals(fields[2])
        .asserted(When.parse(fields[3]))
        .basis(Basis.STATED)
        .proposition(fields[4])
        .stance(Stance.valueOf(fields[5]))
        .force(Force.valueOf(fields[6]))
        .addEvidence(
            Evidence.builder()
                .source(fields[7])
                .mode(Mode.PARTIAL)
                .quote("it was “so” that was said")
                .build())
        .build();
  }

  /** Returns a dossier of the same actors, occasions and propositions, and of other records. */
  private static Dossier withoutClaims(DossierRecord... others) {
    return Dossier.of(
        Iterables.concat(
            DOSSIER.actors(), DOSSIER.occasions(), DOSSIER.propositions(), List.of(others)));
  }

  /** Adds records to the dossier and checks that every record of the dossier is kept. */
  private static Dossier added(Dossier more) {
    Dossier added = DOSSIER.plus(more);
    assertThat(added.sources()).startsWith(DOSSIER.sources().toArray(Source[]::new));
    assertThat(added.actors()).startsWith(DOSSIER.actors().toArray(Actor[]::new));
    assertThat(added.propositions()).startsWith(DOSSIER.propositions().toArray(Proposition[]::new));
    for (Claim claim : DOSSIER.claims()) {
      Claim kept = added.claim(claim.id()).orElseThrow();
      assertThat(kept.evidence()).startsWith(claim.evidence().toArray(Evidence[]::new));
      assertThat(kept.withEvidence(claim.evidence())).isEqualTo(claim);
    }
    return added;
  }

  /** Checks that answers about all other propositions are the same as before. */
  private static void assertChangesOnly(Dossier added, String... propositions) {
    for (String date : List.of("2015-02-04", "2015-12-31", "2017-11-24", "2022-08-11")) {
      Tracker before = TRACKER.asOf(date);
      Tracker after = Tracker.of(added).asOf(date);
      for (String party : List.of("rok", "prc", "usa", "rok-mofa", "prc-mfa", "epoch-times")) {
        for (Proposition proposition : DOSSIER.propositions()) {
          if (!List.of(propositions).contains(proposition.id())) {
            Position position = after.position(party, proposition.id());
            assertThat(position).isEqualTo(before.position(party, proposition.id()));
            assertThat(related(position))
                .isEqualTo(related(before.position(party, proposition.id())));
          }
        }
      }
    }
  }

  private final Dossier threeNosAndOneRestriction =
      added(
          withoutClaims(
              Proposition.builder()
                  .id("restrict-thaad-operation")
                  .issue("three-nos-content")
                  .text("South Korea restricts the operation of the THAAD battery it has.")
                  .build(),
              Proposition.builder()
                  .id("three-nos-one-restriction")
                  .issue("three-nos-content")
                  .text("South Korea abides by the “three nos and one restriction”.")
                  .putParts("three-nos", FOR)
                  .putParts("restrict-thaad-operation", FOR)
                  .build(),
              Proposition.builder()
                  .id("3n1r-officially-announced")
                  .issue("three-nos-status")
                  .text("Seoul officially announced the three nos and one restriction.")
                  .about("three-nos-one-restriction")
                  .build(),
              source("MFA22", "ap", "2022-08-10"),
              laterClaim("MFA22-01"),
              laterClaim("MFA22-02")));

  @Test
  void three_nos_and_one_restriction_is_a_new_composite_that_implies_its_parts() {
    Tracker after = Tracker.of(threeNosAndOneRestriction).asOf("2022-08-11");
    assertThat(summary(after, "prc", "three-nos-one-restriction"))
        .isEqualTo("FOR URGE by MFA22-01, OWN_WORDS, CURRENT");
    assertThat(summary(after, "prc", "restrict-thaad-operation"))
        .isEqualTo("FOR URGE by MFA22-01 implied, OWN_WORDS, CURRENT");
    assertThat(summary(after, "prc", "three-nos"))
        .isEqualTo("FOR URGE by ET22-05, REPORTED, CURRENT");
    assertThat(ids(after.position("prc", "three-nos").support())).contains("MFA22-01");
    assertThat(ids(after.position("prc", "join-us-md").support())).contains("MFA22-01");
    assertThat(summary(after, "prc", "3n1r-officially-announced"))
        .isEqualTo("FOR ASSERT by MFA22-02, OWN_WORDS, CURRENT");
    assertThat(ids(after.claims().characterising("three-nos"))).doesNotContain("MFA22-02");
  }

  @Test
  void the_new_composite_adds_rows_to_the_comparison_and_changes_no_other_answer() {
    Comparison before = AUGUST_2022.compare("rok", "prc");
    Comparison after =
        Tracker.of(threeNosAndOneRestriction).asOf("2022-08-11").compare("rok", "prc");
    Set<String> gained = new HashSet<>(after.propositions());
    gained.removeAll(before.propositions());
    assertThat(gained)
        .containsExactlyInAnyOrder(
            "three-nos-one-restriction", "restrict-thaad-operation", "3n1r-officially-announced");
    assertThat(after.propositions()).containsAll(before.propositions());
    // Seoul left the three nos open, so the composite that contains them is open too.
    assertThat(after.on("three-nos-one-restriction").rows().get(0).label())
        .isEqualTo(Relation.Label.DIVERGENCE);
    assertThat(after.on("restrict-thaad-operation").rows().get(0).label())
        .isEqualTo(Relation.Label.ONE_SIDED);
    assertChangesOnly(
        threeNosAndOneRestriction,
        "three-nos",
        "additional-thaad",
        "join-us-md",
        "trilateral-alliance");
  }

  private final Dossier threeNosOfPark =
      added(
          withoutClaims(
              Proposition.builder()
                  .id("us-requested-2015")
                  .issue("thaad")
                  .text("By Mar 2015 Washington has requested a THAAD deployment.")
                  .build(),
              Proposition.builder()
                  .id("consulted-2015")
                  .issue("thaad")
                  .text("By Mar 2015 the allies have consulted on a THAAD deployment.")
                  .build(),
              Proposition.builder()
                  .id("decided-2015")
                  .issue("thaad")
                  .text("By Mar 2015 the allies have decided on a THAAD deployment.")
                  .build(),
              Proposition.builder()
                  .id("three-nos-2015")
                  .issue("thaad")
                  .text("As of Mar 2015 there are “three nos”: no request, talks, decision.")
                  .putParts("us-requested-2015", AGAINST)
                  .putParts("consulted-2015", AGAINST)
                  .putParts("decided-2015", AGAINST)
                  .build(),
              source("YN15", "yonhap", "2015-03-11"),
              laterClaim("YN15-01")));

  @Test
  void the_three_nos_of_park_share_only_the_label_with_the_later_ones() {
    Tracker after = Tracker.of(threeNosOfPark);
    assertThat(after.propositions("three nos").rows())
        .filteredOn(proposition -> !proposition.parts().isEmpty())
        .extracting(Proposition::id)
        .containsExactly("three-nos-2015", "three-nos");
    assertThat(ids(after.claims().touching("three-nos-2015"))).containsExactly("YN15-01");
    assertThat(ids(after.claims().on("three-nos")))
        .isEqualTo(ids(TRACKER.claims().on("three-nos")));
    assertThat(ids(after.claims().touching("three-nos"))).doesNotContain("YN15-01");
    assertThat(summary(after.asOf("2015"), "rok", "three-nos-2015"))
        .isEqualTo("FOR ASSERT by YN15-01, OWN_WORDS, CURRENT");
    assertThat(after.asOf("2015").position("rok", "three-nos").evidenced()).isEmpty();
    assertChangesOnly(threeNosOfPark);
  }

  @Test
  void a_denial_by_kang_in_2017_makes_the_denial_of_2022_a_reaffirmation() {
    Dossier added =
        added(withoutClaims(source("YN17", "yonhap", "2017-11-27"), laterClaim("YN17-01")));
    Tracker after = Tracker.of(added);
    assertThat(summary(after.asOf("2017-11-27"), "rok", "3n-agreement"))
        .isEqualTo("AGAINST DENY by YN17-01, OWN_WORDS, CURRENT");
    assertThat(head(after.asOf("2017-11-27"), "rok", "3n-agreement")).isEqualTo("moon-jae-in");
    Change change =
        after.asOf("2017-11-27").changeTo(after.asOf("2022-08-11"), "rok", "3n-agreement");
    assertThat(change.label()).isEqualTo(Change.Label.REAFFIRMED);
    assertThat(change.hasAdministrationChanged()).isTrue();
    assertThat(change.hasUnlikeEvidence()).isTrue();
    assertChangesOnly(added, "3n-agreement");
  }

  @Test
  void a_named_spokesman_supports_a_position_together_with_the_bare_capital() {
    Dossier added =
        added(withoutClaims(source("YN17", "yonhap", "2017-11-02"), laterClaim("YN17-02")));
    Tracker after = Tracker.of(added);
    assertThat(summary(TRACKER.asOf("2017-11-02"), "rok", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
    assertThat(summary(after.asOf("2017-11-02"), "rok", "3n-promise"))
        .isEqualTo("AGAINST DENY by YN17-02, OWN_WORDS, CURRENT");
    Known position = known(after.asOf("2017-11-24"), "rok", "3n-promise");
    assertThat(ids(position.support())).containsExactly("YN17-02", "KT17-15");
    assertThat(position.lastEvidenced()).isEqualTo("2017-11-24");
    assertChangesOnly(added, "3n-promise");
  }

  private static Dossier jointRelease(Claim claim) {
    return withoutClaims(source("JPR17", "yonhap", "2017-10-31"), claim);
  }

  private static Claim rightTrack() {
    return claim("UPI17-12");
  }

  @Test
  void a_joint_release_makes_a_claim_mutual_whether_relayed_or_recorded() {
    List<Evidence> relayed =
        Stream.of("rok-mofa", "prc-mfa")
            .map(
                ministry ->
                    Evidence.builder()
                        .source("JPR17")
                        .mode(Mode.DIRECT)
                        .addVia(ministry)
                        .quote("“The two sides agreed”, its release says.")
                        .build())
            .toList();
    Evidence recorded = Evidence.builder().source("JPR17").mode(Mode.RECORDED).build();
    for (List<Evidence> evidence : List.of(relayed, List.of(recorded))) {
      Dossier added = added(jointRelease(rightTrack().withEvidence(evidence)));
      assertThat(added.claims()).hasSize(89);
      assertThat(added.claim("UPI17-12").orElseThrow().evidence()).hasSize(1 + evidence.size());
      Tracker after = Tracker.of(added);
      assertThat(ids(after.claims().mutual())).containsExactly("UPI17-12", "AP22-09");
      Readouts.Point point = after.readouts("agreement-2017-10-31").point("UPI17-12").orElseThrow();
      assertThat(point.isMutual()).isTrue();
      assertThat(point.reportedBy()).containsExactly("prc", "rok");
      assertThat(summary(after.asOf("2017-10-31"), "rok", "normalise-relations"))
          .isEqualTo("FOR AGREE by UPI17-12, OWN_WORDS, CURRENT");
      assertChangesOnly(added, "normalise-relations");
    }
  }

  @Test
  void a_claim_with_the_same_id_but_different_content_is_rejected() {
    Claim other =
        Claim.builder()
            .id("UPI17-12")
            .speakers(rightTrack().speakers())
            .principals(rightTrack().principals())
            .asserted(rightTrack().asserted())
            .proposition("row-settled")
            .stance(FOR)
            .force(AGREE)
            .evidence(List.of(Evidence.builder().source("JPR17").mode(Mode.RECORDED).build()))
            .build();
    assertThatExceptionOfType(InvalidDossierException.class)
        .isThrownBy(() -> DOSSIER.plus(jointRelease(other)))
        .satisfies(
            rejected -> {
              assertThat(rejected.problems())
                  .extracting(Problem::code, Problem::id)
                  .containsExactly(tuple(Problem.Code.CONFLICT, "UPI17-12"));
              assertThat(rejected).hasMessageContainingAll("normalise-relations", "row-settled");
            });
  }
}
