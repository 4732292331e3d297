package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.demarche.Tracker;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Actor;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.text.Style;

/** Laws that every position obeys, checked on generated dossiers. */
@Tag("slow")
class PositionLawsTest {
  /** A text that the state x put out itself. */
  private static final Source OWN_TEXT =
      Source.builder()
          .id("own-text")
          .outlet("x")
          .title("A text of x")
          .published(When.on(GeneratedCases.END))
          .addIssuedBy("x")
          .build();

  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoint() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<LocalDate> day() {
    return GeneratedCases.days();
  }

  // Outcomes

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void outcomes_and_stance_grids_agree_with_positions(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    for (Actor party : dossier.actors()) {
      StanceGrid grid = tracker.stanceGrid(party.id());
      for (Proposition proposition : dossier.propositions()) {
        PositionOutcome outcome = tracker.position(party.id(), proposition.id()).outcome();
        assertThat(tracker.outcome(party.id(), proposition.id())).isEqualTo(outcome);
        assertThat(grid.outcome(party.id(), proposition.id())).isEqualTo(outcome);
      }
    }
  }

  // Order

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_records_does_not_affect_answers(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Dossier shuffled = DossierVariants.shuffled(dossier, random);
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker other = DossierVariants.tracker(Tracker.of(shuffled), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) ->
            assertThat(AnswersInFull.of(other.position(party, proposition)))
                .isEqualTo(AnswersInFull.of(tracker.position(party, proposition))));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_evidence_in_a_claim_affects_neither_stance_nor_support_nor_grade(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Dossier shuffled =
        DossierVariants.withClaims(
            dossier,
            dossier.claims().stream()
                .map(
                    claim -> claim.withEvidence(DossierVariants.shuffled(claim.evidence(), random)))
                .toList());
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker other = DossierVariants.tracker(Tracker.of(shuffled), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) ->
            assertThat(facts(other.position(party, proposition)))
                .isEqualTo(facts(tracker.position(party, proposition))));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_order_in_which_a_tracker_is_narrowed_does_not_affect_answers(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Tracker root = Tracker.of(dossier);
    List<UnaryOperator<Tracker>> narrowings = new ArrayList<>();
    narrowings.add(tracker -> tracker.asOf(viewpoint.asOf()));
    narrowings.add(tracker -> tracker.minGrade(viewpoint.minGrade()));
    narrowings.add(tracker -> tracker.only(root.claims().onIssue("of-atoms")));
    narrowings.add(tracker -> tracker.only(root.claims().party("x")));
    viewpoint.knownAt().ifPresent(day -> narrowings.add(tracker -> tracker.knownAt(day)));
    narrowings.add(tracker -> viewpoint.includesDrafts() ? tracker.withDrafts() : tracker);
    viewpoint.without().forEach(id -> narrowings.add(tracker -> tracker.without(id)));
    viewpoint.withoutRelays().forEach(id -> narrowings.add(tracker -> tracker.withoutRelay(id)));
    viewpoint
        .withoutSpeakers()
        .forEach(id -> narrowings.add(tracker -> tracker.withoutSpeaker(id)));
    Tracker inOrder = narrowed(root, narrowings);
    Tracker shuffled = narrowed(root, DossierVariants.shuffled(narrowings, random));
    assertThat(shuffled.viewpoint()).isEqualTo(inOrder.viewpoint());
    assertThat(shuffled.claims().list()).isEqualTo(inOrder.claims().list());
    forEachPartyAndProposition(
        dossier,
        (party, proposition) ->
            assertThat(AnswersInFull.of(shuffled.position(party, proposition)))
                .isEqualTo(AnswersInFull.of(inOrder.position(party, proposition))));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_detached_position_is_equal_lists_the_same_claims_and_prints_the_same_page(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Position position = tracker.position(party, proposition);
          Position detached = position.detached();
          assertThat(AnswersInFull.of(detached)).isEqualTo(AnswersInFull.of(position));
          assertThat(detached.hashCode()).isEqualTo(position.hashCode());
          assertThat(detached.page().print(Style.whole()))
              .isEqualTo(position.page().print(Style.whole()));
          assertThat(AnswersInFull.of(detached.detached())).isEqualTo(AnswersInFull.of(position));
        });
  }

  private static Tracker narrowed(Tracker root, List<UnaryOperator<Tracker>> narrowings) {
    Tracker tracker = root;
    for (UnaryOperator<Tracker> narrowing : narrowings) {
      tracker = narrowing.apply(tracker);
    }
    return tracker;
  }

  // Time

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void later_claims_affect_only_the_reason_why_a_position_is_unknown(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Dossier until =
        DossierVariants.withClaims(
            dossier,
            DossierVariants.withTakenBack(
                dossier,
                dossier.claims().stream()
                    .filter(claim -> !claim.asserted().after(viewpoint.asOf()))
                    .toList()));
    Tracker whole = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker untilThen = DossierVariants.tracker(Tracker.of(until), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Position answer = whole.position(party, proposition);
          Position without = untilThen.position(party, proposition);
          assertThat(facts(answer)).isEqualTo(facts(without));
          if (!reason(answer).equals(reason(without))) {
            assertThat(reason(answer).orElseThrow())
                .isIn(
                    Unknown.Reason.ONLY_LATER,
                    Unknown.Reason.NOT_YET_KNOWN,
                    Unknown.Reason.CORRECTED);
          }
        });
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void later_publications_affect_only_the_reason_why_a_position_is_unknown(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate known) {
    Dossier published = DossierVariants.publishedBy(dossier, known, viewpoint.without());
    Viewpoint then = AnswerFactory.get().knownAt(viewpoint, known);
    Tracker whole = DossierVariants.tracker(Tracker.of(dossier), then);
    Tracker earlier = DossierVariants.tracker(Tracker.of(published), then);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Position answer = whole.position(party, proposition);
          Position without = earlier.position(party, proposition);
          assertThat(facts(answer)).isEqualTo(facts(without));
          if (!reason(answer).equals(reason(without))) {
            assertThat(reason(without).orElseThrow())
                .isIn(Unknown.Reason.NO_CLAIMS, Unknown.Reason.ONLY_LATER);
            assertThat(reason(answer)).contains(Unknown.Reason.NOT_YET_KNOWN);
          }
        });
  }

  // Evidence

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void without_the_sources_of_its_claims_a_party_has_no_known_position(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          String[] sources =
              dossier.claims().stream()
                  .filter(
                      claim ->
                          claim.principals().stream().anyMatch(id -> belongsTo(dossier, id, party)))
                  .flatMap(claim -> sources(claim).stream())
                  .toArray(String[]::new);
          assertThat(tracker.without(sources).position(party, proposition))
              .isInstanceOf(Unknown.class);
        });
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void without_claims_of_its_own_a_party_has_no_known_position(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    for (Actor party : dossier.actors()) {
      Dossier others =
          DossierVariants.withClaims(
              dossier,
              dossier.claims().stream()
                  .filter(
                      claim ->
                          claim.principals().stream()
                              .noneMatch(id -> belongsTo(dossier, id, party.id())))
                  .toList());
      Tracker tracker = DossierVariants.tracker(Tracker.of(others), viewpoint);
      Statistics.collect(tracker.claims().count() > 0 ? "others speak" : "others are silent");
      for (Proposition proposition : dossier.propositions()) {
        assertThat(tracker.position(party.id(), proposition.id())).isInstanceOf(Unknown.class);
      }
    }
    Statistics.coverage(coverage -> coverage.check("others speak").percentage(share -> share > 30));
  }

  /** Tests whether an actor is the party, belongs to it, or to a state that it continues. */
  private static boolean belongsTo(Dossier dossier, String actor, String party) {
    Actor of = dossier.actor(actor).orElseThrow();
    Optional<String> predecessor = dossier.actor(party).flatMap(Actor::succeeds);
    return actor.equals(party)
        || of.of().filter(above -> belongsTo(dossier, above, party)).isPresent()
        || predecessor.filter(before -> belongsTo(dossier, actor, before)).isPresent();
  }

  // One more claim

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_further_claim_with_the_same_stance_and_no_lower_rank_never_contests_what_none_disputes(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("day") LocalDate day,
      @ForAll("organ") String organ) {
    Tracker tracker = Tracker.of(dossier).asOf(day);
    Authority rank = dossier.actor(organ).orElseThrow().authority();
    for (Proposition proposition : dossier.propositions()) {
      Optional<Known> before = tracker.position("x", proposition.id()).known();
      if (before.isPresent()
          && rank != Authority.NONE
          && before.get().disputingClaims().isEmpty()
          && before.get().headline().authority().compareTo(rank) <= 0) {
        Statistics.collect("a claim was added");
        Claim claim = claim(organ, proposition.id(), before.get().stance(), day);
        Known after = known(dossier, claim, day);
        assertThat(after.stance()).isEqualTo(before.get().stance());
        assertThat(after.lastEvidenced()).isEqualTo(day);
        assertThat(after.support()).anyMatch(cited -> cited.claim().equals(claim));
      }
    }
    Statistics.coverage(coverage -> coverage.check("a claim was added").count(count -> count > 20));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_latest_recorded_claim_of_the_state_itself_determines_its_position(
      @ForAll("dossiers") Dossier dossier, @ForAll Stance stance) {
    LocalDate last = GeneratedCases.END.minusDays(1);
    for (Proposition proposition : dossier.propositions()) {
      Claim claim = claim("x", proposition.id(), stance, last);
      Known after = known(dossier, claim, last);
      assertThat(after.stance()).isEqualTo(stance);
      assertThat(after.headline().claim()).isEqualTo(claim);
      assertThat(after.headline().authority()).isEqualTo(Authority.HEAD);
      assertThat(after.standing()).isEqualTo(Standing.CURRENT);
    }
  }

  @Provide
  Arbitrary<String> organ() {
    return Arbitraries.of("x-head", "x-ministry");
  }

  private static Claim claim(String principal, String proposition, Stance stance, LocalDate day) {
    return Claim.builder()
        .id("the-added-claim")
        .addSpeakers(principal)
        .addPrincipals(principal)
        .proposition(proposition)
        .stance(stance)
        .force(Force.ASSERT)
        .asserted(When.on(day))
        .addEvidence(Evidence.builder().source(OWN_TEXT.id()).mode(Mode.RECORDED).build())
        .build();
  }

  private static Known known(Dossier dossier, Claim claim, LocalDate day) {
    Dossier extended = dossier.plus(OWN_TEXT).plus(claim);
    return Tracker.of(extended).asOf(day).position("x", claim.proposition()).known().orElseThrow();
  }

  // Helpers

  private static void forEachPartyAndProposition(
      Dossier dossier, BiConsumer<String, String> question) {
    for (Actor party : dossier.actors()) {
      for (Proposition proposition : dossier.propositions()) {
        question.accept(party.id(), proposition.id());
      }
    }
  }

  private static Optional<Unknown.Reason> reason(Position position) {
    return position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty();
  }

  /** Returns what a position says, but for the evidence and the reason why it is unknown. */
  private static List<Object> facts(Position position) {
    return List.of(
        position.outcome(),
        position
            .known()
            .map(
                known -> List.of(known.condition(), ids(known.commitment().stream()), known.due())),
        position.evidenced().map(one -> List.of(one.standing(), one.lastEvidenced())),
        position.evidenced().map(one -> List.of(one.lastExplicit(), one.independentRoots())),
        Stream.of(
                position.support(),
                position.disputingClaims(),
                position.retractedClaims(),
                position.rivalClaims(),
                position.partsHeld(),
                position.possibleClaims(),
                position.hints(),
                position.reports())
            .map(claims -> claims.stream().map(PositionLawsTest::fact).toList())
            .toList());
  }

  private static List<String> ids(Stream<CitedClaim> claims) {
    return claims.map(cited -> cited.claim().id()).toList();
  }

  private static String fact(CitedClaim cited) {
    return String.join(
        " ",
        cited.claim().id(),
        cited.stance().name(),
        cited.grade().name(),
        cited.authority().name());
  }

  private static List<String> sources(Claim claim) {
    return claim.evidence().stream().map(Evidence::source).toList();
  }
}
