package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.foundIds;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/**
 * Every question, asked of a dossier in which no number means a record of two kinds.
 *
 * <p>The library identifies records by numbers: a source, an actor, a proposition and a claim by
 * its index among the records of its type, a piece of evidence by its index in the claim, and a row
 * by its index among the claims of a party on a proposition. In a small dossier two numbers that
 * are swapped by mistake often name existing records, and the answer may be right by chance. Here
 * records without a role fill the low numbers of each type, so that the ranges of the kinds are
 * disjoint: pieces of evidence have the numbers 0 to 2, the rows that decide 5 and above, sources
 * 20 to 22, actors 40 to 52, propositions 70 to 80, claims 100 to 125. A swapped number names no
 * record, or a record of which this test expects no answer.
 *
 * <p>The expected values were worked out by hand from the rules.
 */
class RecordNumbersOfEachKindTest {
  private static final int FIRST_SOURCE = 20;
  private static final int FIRST_ACTOR = 40;
  private static final int FIRST_PROPOSITION = 70;
  private static final int FIRST_CLAIM = 100;

  private static final Dossier DOSSIER = dossier();

  private final Tracker tracker = Tracker.of(DOSSIER);

  // The dossier

  private static Dossier dossier() {
    List<DossierRecord> records = new ArrayList<>();
    for (int i = 0; i < FIRST_SOURCE; i++) {
      records.add(source("no-source-" + i, "wire", "2000-01-01").build());
    }
    for (int i = 0; i < FIRST_ACTOR; i++) {
      records.add(actor("no-actor-" + i, ActorKind.PERSON).build());
    }
    for (int i = 0; i < FIRST_PROPOSITION; i++) {
      records.add(proposition("no-proposition-" + i).build());
    }
    for (int i = 0; i < FIRST_CLAIM; i++) {
      records.add(
          claim("no-claim-" + i, "no-actor-0", "no-proposition-0", FOR, ASSERT, "2000-01-01")
              .addEvidence(evidence("no-source-0", Mode.INDIRECT))
              .build());
    }
    Collections.addAll(
        records,
        source("of-wire", "wire", "2016-12-31").build(),
        source("of-y-daily", "y-daily", "2016-12-31").build(),
        source("late", "wire", "2018-12-31").build());
    Collections.addAll(records, actors());
    Collections.addAll(
        records,
        proposition("p").build(),
        proposition("q").build(),
        proposition("whole").putParts("r", FOR).putParts("s", AGAINST).build(),
        proposition("r").build(),
        proposition("s").build(),
        proposition("t").addExcludes("u").build(),
        proposition("u").build(),
        proposition("v").build(),
        proposition("w").build(),
        proposition("z").build(),
        proposition("act").build());
    Collections.addAll(
        records,
        Occasion.of("talks", "Talks of X and Y", When.parse("2016-05-05"), "x-mfa", "y-mfa"));
    Collections.addAll(records, claims());
    return Dossier.of(records);
  }

  private static Actor[] actors() {
    Actor x =
        actor("x", ActorKind.STATE)
            .addTerms(
                TermOfOffice.of("ann", LocalDate.of(2010, 1, 1)).until(LocalDate.of(2016, 7, 1)),
                TermOfOffice.of("bob", LocalDate.of(2016, 7, 1)).until(LocalDate.of(2020, 1, 1)))
            .build();
    Actor y =
        actor("y", ActorKind.STATE)
            .addTerms(
                TermOfOffice.of("eve", LocalDate.of(2010, 1, 1)).until(LocalDate.of(2020, 1, 1)))
            .build();
    return new Actor[] {
      x,
      organ("x-mfa", "x", Authority.MINISTRY),
      organ("x-head", "x", Authority.HEAD),
      y,
      organ("y-mfa", "y", Authority.MINISTRY),
      actor("wire", ActorKind.MEDIA).build(),
      actor("y-daily", ActorKind.MEDIA).of("y").build(),
      actor("ann", ActorKind.PERSON).build(),
      actor("bob", ActorKind.PERSON).build(),
      actor("eve", ActorKind.PERSON).build(),
      actor("x-aide", ActorKind.PERSON).of("x-mfa").named(false).build(),
      organ("x-press", "x", Authority.UNSPECIFIED),
      organ("y-press", "y", Authority.UNSPECIFIED)
    };
  }

  private static Claim[] claims() {
    Evidence wire = evidence("of-wire", Mode.INDIRECT);
    Evidence daily = evidence("of-y-daily", Mode.INDIRECT);
    return new Claim[] {
      claim("old-1", "x-mfa", "p", AGAINST, ASSERT, "2011-01-01").addEvidence(wire).build(),
      claim("old-2", "x-mfa", "p", AGAINST, ASSERT, "2011-02-01").addEvidence(wire).build(),
      claim("old-3", "x-mfa", "p", AGAINST, ASSERT, "2011-03-01").addEvidence(wire).build(),
      claim("old-4", "x-mfa", "p", AGAINST, ASSERT, "2011-04-01").addEvidence(wire).build(),
      claim("old-5", "x-mfa", "p", AGAINST, ASSERT, "2011-05-01").addEvidence(wire).build(),
      claim("p-of-x", "x-mfa", "p", FOR, ASSERT, "2016-03-01")
          .addEvidence(daily, wire, evidence("late", Mode.DIRECT))
          .build(),
      claim("p-of-y", "y-mfa", "p", AGAINST, DENY, "2016-04-01")
          .addEvidence(daily)
          .addRespondsTo("p-of-x")
          .build(),
      claim("p-of-bob", "x-head", "p", AGAINST, DENY, "2017-01-10")
          .speakers(List.of("bob"))
          .addEvidence(evidence("late", Mode.INDIRECT))
          .build(),
      claim("whole-of-y", "y-mfa", "whole", FOR, PROMISE, "2016-05-01").addEvidence(wire).build(),
      claim("t-of-x", "x-mfa", "t", FOR, ASSERT, "2016-05-02").addEvidence(wire).build(),
      claim("u-of-y", "y-mfa", "u", FOR, ASSERT, "2016-05-03").addEvidence(wire).build(),
      claim("q-of-aide", "x-aide", "q", FOR, HOPE, "2016-06-01").addEvidence(wire).build(),
      claim("q-of-wire", "wire", "q", FOR, ASSERT, "2016-06-02").addEvidence(wire).build(),
      joint("v-of-both", "v")
          .addEvidence(
              evidence("of-wire", Mode.INDIRECT, "y-press"),
              evidence("of-wire", Mode.INDIRECT, "x-press"))
          .build(),
      joint("w-of-both", "w").addEvidence(daily).build(),
      claim("z-of-x", "x", "z", UNCOMMITTED, WITHHOLD, "2016-02-01").addEvidence(wire).build(),
      claim("act-1", "x-mfa", "act", AGAINST, ASSERT, "2011-01-01").addEvidence(wire).build(),
      claim("act-2", "x-mfa", "act", AGAINST, ASSERT, "2011-02-01").addEvidence(wire).build(),
      claim("act-3", "x-mfa", "act", AGAINST, ASSERT, "2011-03-01").addEvidence(wire).build(),
      claim("act-4", "x-mfa", "act", AGAINST, ASSERT, "2011-04-01").addEvidence(wire).build(),
      claim("act-5", "x-mfa", "act", AGAINST, ASSERT, "2011-05-01").addEvidence(wire).build(),
      claim("act-6", "x-mfa", "act", AGAINST, ASSERT, "2011-06-01").addEvidence(wire).build(),
      claim("act-of-x", "x", "act", FOR, DECIDE, "2016-03-10")
          .addEvidence(daily, wire, evidence("late", Mode.RECORDED))
          .build(),
      claim("act-of-mfa", "x-mfa", "act", AGAINST, ASSERT, "2016-04-10")
          .addEvidence(daily, wire)
          .build(),
      claim("z-of-wire", "wire", "z", AGAINST, ASSERT, "2016-06-02").addEvidence(wire).build(),
      claim("z-of-daily", "y-daily", "z", FOR, ASSERT, "[2016-06-01..2016-06-20]")
          .addEvidence(daily)
          .build()
    };
  }

  private static Claim.Builder joint(String id, String proposition) {
    return claim(id, "x-mfa", proposition, FOR, AGREE, "2016-05-05")
        .addSpeakers("y-mfa")
        .addPrincipals("y-mfa")
        .occasion("talks");
  }

  /** Drops the answers about the record without a role that has claims. */
  private static List<String> ofRecordsWithARole(Stream<String> answers) {
    return answers.filter(answer -> !answer.contains("no-actor")).toList();
  }

  private static String described(Position position) {
    return position.party() + " " + position.proposition();
  }

  @Test
  void the_kinds_of_records_have_disjoint_ranges_of_numbers() {
    assertThat(DOSSIER.sources().get(FIRST_SOURCE).id()).isEqualTo("of-wire");
    assertThat(DOSSIER.sources()).hasSizeLessThan(FIRST_ACTOR);
    assertThat(DOSSIER.actors().get(FIRST_ACTOR).id()).isEqualTo("x");
    assertThat(DOSSIER.actors()).hasSizeLessThan(FIRST_PROPOSITION);
    assertThat(DOSSIER.propositions().get(FIRST_PROPOSITION).id()).isEqualTo("p");
    assertThat(DOSSIER.propositions()).hasSizeLessThan(FIRST_CLAIM);
    assertThat(DOSSIER.claims().get(FIRST_CLAIM).id()).isEqualTo("old-1");
  }

  // Positions

  @Test
  void the_position_of_each_party_on_each_proposition_is_its_own() {
    assertPosition(tracker.asOf("2016-12-31").position("x", "p"))
        .is("FOR ASSERT by p-of-x, OWN_WORDS, INHERITED, last evidenced 2016-03-01")
        .isSupportedBy("p-of-x");
    assertPosition(tracker.position("x", "p"))
        .is("AGAINST DENY by p-of-bob, REPORTED, CURRENT, last evidenced 2017-01-10")
        .isSupportedBy("p-of-bob");
    assertPosition(tracker.position("x-mfa", "p"))
        .is("FOR ASSERT by p-of-x, OWN_WORDS, INHERITED, last evidenced 2016-03-01");
    assertPosition(tracker.position("y", "p"))
        .is("AGAINST DENY by p-of-y, REPORTED, CURRENT, last evidenced 2016-04-01");
    assertPosition(tracker.position("y", "r"))
        .is("FOR PROMISE by whole-of-y implied, REPORTED, CURRENT, last evidenced 2016-05-01");
    assertPosition(tracker.position("y", "s"))
        .is("AGAINST PROMISE by whole-of-y implied, REPORTED, CURRENT, last evidenced 2016-05-01");
    assertPosition(tracker.position("x", "r")).is("UNKNOWN, NO_CLAIMS");
    assertPosition(tracker.position("x", "q"))
        .is("UNKNOWN, ONLY_HINTS")
        .hasHints("q-of-aide")
        .hasReports("q-of-wire");
    assertPosition(tracker.position("wire", "q"))
        .is("FOR ASSERT by q-of-wire, REPORTED, CURRENT, last evidenced 2016-06-02")
        .hasReports();
    assertPosition(tracker.position("x", "z"))
        .is("UNCOMMITTED WITHHOLD by z-of-x, REPORTED, INHERITED, last evidenced 2016-02-01");
  }

  @Test
  void the_reports_on_a_proposition_are_the_claims_of_the_media() {
    assertThat(tracker.position("x", "z").reports())
        .extracting(cited -> cited.claim().id() + " " + cited.stance() + " " + cited.grade())
        .containsExactly("z-of-daily FOR REPORTED", "z-of-wire AGAINST REPORTED");
    assertThat(tracker.position("wire", "z").reports())
        .extracting(cited -> cited.claim().id())
        .containsExactly("z-of-daily");
  }

  @Test
  void the_sources_of_a_position_are_counted_by_their_roots() {
    Position position = tracker.asOf("2016-12-31").position("x", "p");
    assertThat(position.evidenced().orElseThrow().independentRoots()).isEqualTo(3);
    assertThat(
            tracker
                .without("late")
                .asOf("2016-12-31")
                .position("x", "p")
                .evidenced()
                .orElseThrow()
                .independentRoots())
        .isEqualTo(2);
  }

  @Test
  void an_outcome_is_the_outcome_of_the_party_on_the_proposition() {
    assertThat(tracker.outcome("x", "p")).isEqualTo(PositionOutcome.AGAINST);
    assertThat(tracker.asOf("2016-12-31").outcome("x", "p")).isEqualTo(PositionOutcome.FOR);
    assertThat(tracker.outcome("x-mfa", "p")).isEqualTo(PositionOutcome.FOR);
    assertThat(tracker.outcome("y", "p")).isEqualTo(PositionOutcome.AGAINST);
    assertThat(tracker.outcome("y", "r")).isEqualTo(PositionOutcome.FOR);
    assertThat(tracker.outcome("x", "r")).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(tracker.outcome("x", "z")).isEqualTo(PositionOutcome.UNCOMMITTED);
    assertThat(tracker.without("late").outcome("x", "p")).isEqualTo(PositionOutcome.FOR);
  }

  @Test
  void an_explanation_names_the_claims_of_the_party_on_the_proposition() {
    Explanation explanation = tracker.explain("x", "p");
    assertThat(explanation.considered())
        .extracting(c -> c.cited().claim().id() + " " + c.ruling() + " " + c.decidedBy())
        .containsExactly(
            "p-of-bob HEADLINE Optional.empty",
            "p-of-x SUPERSEDED Optional[p-of-bob]",
            "old-5 SUPERSEDED Optional[p-of-bob]",
            "old-4 SUPERSEDED Optional[p-of-bob]",
            "old-3 SUPERSEDED Optional[p-of-bob]",
            "old-2 SUPERSEDED Optional[p-of-bob]",
            "old-1 SUPERSEDED Optional[p-of-bob]");
    assertThat(tracker.explain("x", "q").considered())
        .extracting(c -> c.cited().claim().id() + " " + c.ruling())
        .containsExactly("q-of-aide NO_CAPACITY", "q-of-wire REPORT");
    assertThat(tracker.asOf("2016-12-31").explain("x", "act").considered())
        .extracting(c -> c.cited().claim().id() + " " + c.ruling() + " " + c.decidedBy())
        .startsWith(
            "act-of-mfa UNSUPERSEDED Optional.empty",
            "act-of-x UNSUPERSEDED Optional.empty",
            "act-6 SUPERSEDED Optional[act-of-mfa]");
  }

  @Test
  void a_day_within_the_period_of_a_claim_is_not_a_number_of_rows() {
    Tracker period =
        TestDossier.of("p").says("x", "c", "p", FOR, ASSERT, "2016-06-01/2016-06-20").tracker();
    assertThat(period.asOf("2016-05-31").outcome("x", "p")).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(period.asOf("2016-06-10").outcome("x", "p")).isEqualTo(PositionOutcome.FOR);
    assertThat(period.timeline("p").rows())
        .extracting(e -> e.party() + " " + e.day() + " " + e.outcome())
        .containsExactly("x 2016-06-01 FOR");
  }

  @Test
  void a_history_lists_the_changes_of_the_party_on_the_proposition() {
    assertThat(tracker.history("x", "p").changes())
        .extracting(c -> c.label() + " " + c.after().viewpoint().asOf())
        .containsExactly(
            "FIRST_STATED 2011-01-01",
            "REAFFIRMED 2011-02-01",
            "REAFFIRMED 2011-03-01",
            "REAFFIRMED 2011-04-01",
            "REAFFIRMED 2011-05-01",
            "REVERSED 2016-03-01",
            "REVERSED 2017-01-10");
    assertThat(tracker.history("y", "p").changes())
        .extracting(c -> c.label() + " " + c.after().viewpoint().asOf())
        .containsExactly("FIRST_STATED 2016-04-01");
  }

  @Test
  void a_timeline_lists_the_outcomes_of_all_parties_on_the_proposition() {
    assertThat(tracker.timeline("p").rows())
        .extracting(e -> e.party() + " " + e.day() + " " + e.outcome())
        .containsExactly(
            "x 2011-01-01 AGAINST",
            "x 2016-03-01 FOR",
            "x 2017-01-10 AGAINST",
            "y 2016-04-01 AGAINST");
    assertThat(tracker.without("of-y-daily").timeline("p").rows())
        .extracting(e -> e.party() + " " + e.day() + " " + e.outcome())
        .containsExactly("x 2011-01-01 AGAINST", "x 2016-03-01 FOR", "x 2017-01-10 AGAINST");
  }

  @Test
  void the_positions_of_a_party_and_on_a_proposition_are_found() {
    assertThat(tracker.positionsOf("x").rows())
        .extracting(RecordNumbersOfEachKindTest::described)
        .containsExactly("x p", "x q", "x t", "x v", "x w", "x z", "x act");
    assertThat(tracker.positionsOf("y").rows())
        .extracting(RecordNumbersOfEachKindTest::described)
        .containsExactly("y p", "y whole", "y r", "y s", "y u", "y v", "y w");
    assertThat(tracker.positionsOn("p").rows())
        .extracting(RecordNumbersOfEachKindTest::described)
        .containsExactly("x p", "y p");
    assertThat(tracker.positionsOn("q").rows())
        .extracting(RecordNumbersOfEachKindTest::described)
        .containsExactly("wire q", "x q", "x-aide q");
  }

  @Test
  void a_stance_grid_has_the_outcome_of_each_party_on_each_proposition() {
    List<String> propositions =
        List.of("p", "q", "r", "s", "t", "u", "v", "w", "whole", "z", "act");
    for (Tracker asked : List.of(tracker, tracker.without("no-source-3"))) {
      StanceGrid grid = asked.stanceGrid("y", "x", "x-mfa");
      assertThat(propositions)
          .extracting(proposition -> grid.outcome("x", proposition).toString())
          .containsExactly(
              "AGAINST",
              "UNKNOWN",
              "UNKNOWN",
              "UNKNOWN",
              "FOR",
              "UNKNOWN",
              "FOR",
              "FOR",
              "UNKNOWN",
              "UNCOMMITTED",
              "CONTESTED");
      assertThat(propositions)
          .extracting(proposition -> grid.outcome("y", proposition).toString())
          .containsExactly(
              "AGAINST", "UNKNOWN", "FOR", "AGAINST", "UNKNOWN", "FOR", "FOR", "FOR", "FOR",
              "UNKNOWN", "UNKNOWN");
      assertThat(grid.outcome("x-mfa", "p")).isEqualTo(PositionOutcome.FOR);
      assertThat(grid.outcome("x-mfa", "no-proposition-0")).isEqualTo(PositionOutcome.UNKNOWN);
    }
  }

  // Two positions

  @Test
  void a_relation_compares_two_parties_on_the_proposition() {
    assertThat(relation(tracker, "x", "y", "p")).isEqualTo("AGREEMENT Optional.empty []");
    assertThat(relation(tracker.asOf("2016-12-31"), "x", "y", "p"))
        .isEqualTo("CONTRADICTION Optional.empty [p-of-y DENY answers p-of-x ASSERT]");
    assertThat(relation(tracker.asOf("2016-12-31"), "y", "x", "p"))
        .isEqualTo("CONTRADICTION Optional.empty [p-of-y DENY answers p-of-x ASSERT]");
    assertThat(relation(tracker, "x", "y", "t")).isEqualTo("CONTRADICTION Optional[u] []");
    assertThat(relation(tracker, "x", "y", "u")).isEqualTo("CONTRADICTION Optional[t] []");
    assertThat(relation(tracker, "y", "x", "u")).isEqualTo("CONTRADICTION Optional[t] []");
    assertThat(relation(tracker, "x", "y", "r")).isEqualTo("ONE_SIDED Optional.empty []");
    assertThat(relation(tracker, "x", "y", "q")).isEqualTo("SILENT Optional.empty []");
  }

  private static String relation(Tracker tracker, String first, String second, String proposition) {
    var relation = tracker.relation(first, second, proposition);
    assertThat(relation.first().party()).isEqualTo(first);
    assertThat(relation.second().party()).isEqualTo(second);
    return relation.label() + " " + relation.rival() + " " + relation.exchanges();
  }

  @Test
  void a_comparison_lists_the_relations_of_each_pair_of_parties() {
    assertThat(tracker.compare("x", "y", "wire").rows())
        .extracting(
            r ->
                String.join(
                    " ",
                    r.proposition(),
                    r.first().party(),
                    r.second().party(),
                    r.label().toString()))
        .containsExactly(
            "p x y AGREEMENT",
            "p x wire ONE_SIDED",
            "p y wire ONE_SIDED",
            "q x wire ONE_SIDED",
            "q y wire ONE_SIDED",
            "whole x y ONE_SIDED",
            "whole y wire ONE_SIDED",
            "r x y ONE_SIDED",
            "r y wire ONE_SIDED",
            "s x y ONE_SIDED",
            "s y wire ONE_SIDED",
            "t x y CONTRADICTION",
            "t x wire ONE_SIDED",
            "u x y CONTRADICTION",
            "u y wire ONE_SIDED",
            "v x y AGREEMENT",
            "v x wire ONE_SIDED",
            "v y wire ONE_SIDED",
            "w x y AGREEMENT",
            "w x wire ONE_SIDED",
            "w y wire ONE_SIDED",
            "z x y ONE_SIDED",
            "z x wire DIVERGENCE",
            "z y wire ONE_SIDED",
            "act x y CONTESTED",
            "act x wire CONTESTED");
  }

  @Test
  void changes_between_two_dates_are_found_for_each_party_and_proposition() {
    Tracker before = tracker.asOf("2016-04-30");
    assertThat(
            ofRecordsWithARole(
                before.changesTo(tracker).rows().stream()
                    .map(c -> c.party() + " " + c.proposition() + " " + c.label())))
        .containsExactly(
            "wire q FIRST_STATED",
            "wire z FIRST_STATED",
            "x p REVERSED",
            "x t FIRST_STATED",
            "x v FIRST_STATED",
            "x w FIRST_STATED",
            "x z UNCHANGED",
            "x act STILL_CONTESTED",
            "x-aide q FIRST_STATED",
            "y p UNCHANGED",
            "y whole FIRST_STATED",
            "y r FIRST_STATED",
            "y s FIRST_STATED",
            "y u FIRST_STATED",
            "y v FIRST_STATED",
            "y w FIRST_STATED",
            "y-daily z FIRST_STATED");
    assertThat(before.changeTo(tracker, "x", "p").label()).hasToString("REVERSED");
    assertThat(before.changeTo(tracker, "y", "p").label()).hasToString("UNCHANGED");
  }

  // Less evidence

  private static List<String> differences(Tracker here, Tracker there) {
    return here.differencesTo(there).rows().stream()
        .map(d -> d.party() + " " + d.proposition() + " " + d.label() + " " + d.altered())
        .toList();
  }

  @Test
  void leaving_out_a_source_changes_the_positions_that_rest_on_it() {
    Tracker then = tracker.asOf("2016-12-31");
    assertThat(differences(then, then.without("late")))
        .containsExactly("x p ALTERED [GRADE]", "x act ALTERED [CONTEST]");
    assertThat(differences(then, then.without("of-y-daily")))
        .containsExactly("x w LOST []", "y p LOST []", "y w LOST []", "y-daily z LOST []");
    assertThat(differences(tracker, tracker.without("late")))
        .containsExactly(
            "x p ALTERED [STANCE, FORCE, STANDING, HEADLINE]", "x act ALTERED [CONTEST]");
  }

  @Test
  void a_source_that_was_not_yet_published_changes_the_positions_that_rest_on_it() {
    Tracker then = tracker.asOf("2016-12-31");
    assertThat(differences(then, then.knownAt("2017-12-31")))
        .containsExactly("x p ALTERED [GRADE]", "x act ALTERED [CONTEST]");
    assertPosition(then.knownAt("2017-12-31").position("x", "p"))
        .is("FOR ASSERT by p-of-x, REPORTED, INHERITED, last evidenced 2016-03-01");
    assertPosition(then.knownAt("2016-12-30").position("x", "p")).is("UNKNOWN, NOT_YET_KNOWN");
    assertThat(tracker.knownAt("2017-12-31").explain("x", "p").claim("p-of-bob"))
        .hasValueSatisfying(c -> assertThat(c.ruling()).hasToString("NOT_YET_KNOWN"));
  }

  @Test
  void leaving_out_a_relay_removes_the_pieces_of_evidence_that_passed_through_it() {
    Tracker withoutDaily = tracker.asOf("2016-12-31").withoutRelay("y-daily");
    assertPosition(withoutDaily.position("y", "p")).is("UNKNOWN, NO_CLAIMS");
    assertPosition(withoutDaily.position("x", "p"))
        .is("FOR ASSERT by p-of-x, OWN_WORDS, INHERITED, last evidenced 2016-03-01");
    assertThat(foundEvidence(withoutDaily, "p-of-x")).containsExactly("of-wire", "late");
    Tracker withoutWire = tracker.asOf("2016-12-31").withoutRelay("wire");
    assertPosition(withoutWire.position("x", "p"))
        .is("FOR ASSERT by p-of-x, OTHER_SIDE, INHERITED, last evidenced 2016-03-01");
    assertThat(foundEvidence(withoutWire, "p-of-x")).containsExactly("of-y-daily");
    assertThat(withoutWire.position("x", "p").support().get(0).evidence())
        .extracting(Evidence::source)
        .containsExactly("of-y-daily");
    assertPosition(tracker.asOf("2016-12-31").withoutRelay("y-press").position("x", "v"))
        .is("FOR AGREE by v-of-both, REPORTED, INHERITED, last evidenced 2016-05-05");
    assertPosition(tracker.asOf("2016-12-31").withoutRelay("x-press").position("x", "v"))
        .is("FOR AGREE by v-of-both, OTHER_SIDE, INHERITED, last evidenced 2016-05-05");
  }

  @Test
  void a_recorded_act_has_the_authority_of_the_head_of_state_while_the_record_exists() {
    Tracker then = tracker.asOf("2016-12-31");
    for (Tracker withRecord :
        List.of(then, then.without("of-y-daily"), then.withoutRelay("y-press"))) {
      assertThat(withRecord.outcome("x", "act")).isEqualTo(PositionOutcome.CONTESTED);
      assertPosition(withRecord.position("x", "act")).isSupportedBy("act-of-x", "act-of-mfa");
    }
    for (Tracker withoutRecord : List.of(then.without("late"), then.knownAt("2017-12-31"))) {
      assertThat(withoutRecord.outcome("x", "act")).isEqualTo(PositionOutcome.AGAINST);
      assertPosition(withoutRecord.position("x", "act"))
          .is("AGAINST ASSERT by act-of-mfa, REPORTED, INHERITED, last evidenced 2016-04-10");
    }
    assertPosition(then.without("of-wire").position("x", "act"))
        .is("FOR DECIDE by act-of-x, OWN_WORDS, INHERITED, last evidenced 2016-03-10")
        .isDisputedBy("act-of-mfa");
  }

  @Test
  void evidence_not_yet_published_is_distinguished_from_evidence_left_out() {
    Tracker before = tracker.asOf("2016-12-31").knownAt("2016-12-30");
    assertPosition(before.minGrade(Grade.OWN_WORDS).position("x", "p"))
        .is("UNKNOWN, NOT_YET_KNOWN");
    for (Tracker known : List.of(before, before.withoutRelay("y-press"))) {
      assertThat(known.explain("x", "p").considered())
          .extracting(c -> c.cited().claim().id() + " " + c.ruling() + " " + c.cited().grade())
          .startsWith("p-of-bob NOT_YET_KNOWN REPORTED", "p-of-x NOT_YET_KNOWN OWN_WORDS");
    }
    assertThat(before.withoutRelay("wire").explain("x", "p").considered())
        .extracting(c -> c.cited().claim().id() + " " + c.ruling() + " " + c.cited().grade())
        .startsWith("p-of-x NOT_YET_KNOWN OWN_WORDS", "p-of-bob SET_ASIDE REPORTED");
  }

  private static List<String> foundEvidence(Tracker tracker, String claim) {
    return tracker.claims().chronology().entries().stream()
        .filter(entry -> entry.claim().id().equals(claim))
        .map(Chronology.Entry::evidence)
        .flatMap(List::stream)
        .map(Evidence::source)
        .toList();
  }

  @Test
  void leaving_out_a_speaker_removes_the_claims_of_the_speaker() {
    assertPosition(tracker.withoutSpeaker("bob").position("x", "p"))
        .is("FOR ASSERT by p-of-x, OWN_WORDS, INHERITED, last evidenced 2016-03-01");
    assertThat(differences(tracker, tracker.withoutSpeaker("bob")))
        .containsExactly("x p ALTERED [STANCE, FORCE, GRADE, STANDING, HEADLINE]");
    assertThat(tracker.withoutSpeaker("x-mfa").outcome("x", "t"))
        .isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(tracker.withoutSpeaker("x-mfa").outcome("y", "u")).isEqualTo(PositionOutcome.FOR);
  }

  @Test
  void a_tracker_limited_to_some_claims_answers_from_these_claims() {
    Tracker limited = tracker.only(tracker.claims().principal("y-mfa"));
    assertPosition(limited.position("x", "p")).is("UNKNOWN, NO_CLAIMS");
    assertPosition(limited.position("y", "p"))
        .is("AGAINST DENY by p-of-y, REPORTED, CURRENT, last evidenced 2016-04-01");
    assertThat(limited.outcome("x", "v")).isEqualTo(PositionOutcome.FOR);
    assertThat(foundIds(limited.claims().party("x"))).containsExactly("v-of-both", "w-of-both");
    assertThat(limited.timeline("p").rows())
        .extracting(e -> e.party() + " " + e.day() + " " + e.outcome())
        .containsExactly("y 2016-04-01 AGAINST");
  }

  // Claims

  @Test
  void claims_are_found_by_each_field_that_names_a_record() {
    ClaimQuery claims = tracker.claims();
    assertThat(foundIds(claims.speaker("bob"))).containsExactly("p-of-bob");
    assertThat(foundIds(claims.principal("bob"))).isEmpty();
    assertThat(foundIds(claims.principal("x-head"))).containsExactly("p-of-bob");
    assertThat(foundIds(claims.speaker("x-head"))).isEmpty();
    assertThat(foundIds(claims.principal("y-mfa")))
        .containsExactly("p-of-y", "whole-of-y", "u-of-y", "v-of-both", "w-of-both");
    assertThat(foundIds(claims.party("x").between("2016", "2017")))
        .containsExactly(
            "z-of-x",
            "p-of-x",
            "act-of-x",
            "act-of-mfa",
            "t-of-x",
            "v-of-both",
            "w-of-both",
            "p-of-bob");
    assertThat(foundIds(claims.party("wire"))).containsExactly("q-of-wire", "z-of-wire");
    assertThat(foundIds(claims.relay("y-daily")))
        .containsExactly("p-of-x", "act-of-x", "p-of-y", "act-of-mfa", "w-of-both", "z-of-daily");
    assertThat(foundIds(claims.relay("y-press"))).containsExactly("v-of-both");
    assertThat(foundIds(claims.administration("bob"))).containsExactly("p-of-bob");
    assertThat(foundIds(claims.administration("eve")))
        .containsExactly("p-of-y", "whole-of-y", "u-of-y", "v-of-both", "w-of-both");
    assertThat(foundIds(claims.administration("ann").between("2016", "2017")))
        .containsExactly(
            "z-of-x", "p-of-x", "act-of-x", "act-of-mfa", "t-of-x", "v-of-both", "w-of-both");
    assertThat(foundIds(claims.on("u"))).containsExactly("u-of-y");
    assertThat(foundIds(claims.on("p").between("2016", "2017")))
        .containsExactly("p-of-x", "p-of-y", "p-of-bob");
    assertThat(foundIds(claims.touching("r"))).containsExactly("whole-of-y");
    assertThat(foundIds(claims.respondingTo("p-of-x"))).containsExactly("p-of-y");
    assertThat(foundIds(claims.source("late"))).containsExactly("p-of-x", "act-of-x", "p-of-bob");
  }

  @Test
  void claims_are_found_by_how_they_are_known() {
    ClaimQuery claims = tracker.claims();
    assertThat(foundIds(claims.unnamedSpeaker())).containsExactly("q-of-aide");
    assertThat(foundIds(claims.joint())).containsExactly("v-of-both", "w-of-both");
    assertThat(foundIds(claims.mutual())).containsExactly("v-of-both");
    assertThat(foundIds(claims.oneSided())).containsExactly("w-of-both");
    assertThat(foundIds(claims.crossAttributed())).containsExactly("w-of-both");
    assertThat(foundIds(tracker.withoutRelay("x-press").claims().crossAttributed()))
        .containsExactly("v-of-both", "w-of-both");
    assertThat(claims.on("p").chronology().entries())
        .extracting(entry -> entry.claim().id() + " " + entry.grades())
        .endsWith(
            "p-of-x {x-mfa=OWN_WORDS}", "p-of-y {y-mfa=REPORTED}", "p-of-bob {x-head=REPORTED}");
  }

  @Test
  void readouts_name_the_states_that_report_each_claim() {
    assertThat(readouts(tracker))
        .containsExactly("v-of-both MUTUAL [x, y]", "w-of-both ONE_SIDED [y]");
    assertThat(readouts(tracker.withoutRelay("y-press")))
        .containsExactly("v-of-both ONE_SIDED [x]", "w-of-both ONE_SIDED [y]");
    assertThat(readouts(tracker.without("of-wire"))).containsExactly("w-of-both ONE_SIDED [y]");
  }

  private static List<String> readouts(Tracker tracker) {
    return tracker.readouts("talks").points().stream()
        .map(
            p ->
                p.claim().id()
                    + " "
                    + (p.isMutual() ? "MUTUAL" : "ONE_SIDED")
                    + " "
                    + p.reportedBy())
        .toList();
  }

  // More claims

  @Test
  void an_added_claim_bears_only_on_its_party_and_proposition() {
    Dossier more =
        DOSSIER.plus(
            claim("new-of-y", "y-mfa", "p", FOR, ASSERT, "2016-11-01")
                .addEvidence(evidence("of-wire", Mode.INDIRECT))
                .build());
    Tracker merged = tracker.plus(more);
    assertPosition(merged.position("y", "p"))
        .is("FOR ASSERT by new-of-y, REPORTED, CURRENT, last evidenced 2016-11-01");
    assertThat(merged.outcome("y", "p")).isEqualTo(PositionOutcome.FOR);
    assertThat(merged.outcome("x", "p")).isEqualTo(PositionOutcome.AGAINST);
    assertThat(merged.outcome("y", "s")).isEqualTo(PositionOutcome.AGAINST);
    assertThat(foundIds(merged.claims().principal("y-mfa").on("p")))
        .containsExactly("p-of-y", "new-of-y");
    assertThat(merged.timeline("p").rows())
        .extracting(e -> e.party() + " " + e.day() + " " + e.outcome())
        .containsExactly(
            "x 2011-01-01 AGAINST",
            "x 2016-03-01 FOR",
            "x 2017-01-10 AGAINST",
            "y 2016-04-01 AGAINST",
            "y 2016-11-01 FOR");
  }
}
