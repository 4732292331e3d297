package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
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
import org.demarche.answer.Known;
import org.demarche.answer.Position;
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
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.rules.SimpleReferenceRules.Answer;
import org.demarche.text.Style;

/** Laws that every position obeys, checked on generated dossiers. */
@Tag("slow")
class PositionLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedDossiers.dossiers();
  }

  @Provide
  Arbitrary<Dossier> crowded() {
    return GeneratedDossiers.crowdedDossiers();
  }

  @Provide
  Arbitrary<Dossier> divided() {
    return GeneratedDossiers.dividedDossiers();
  }

  @Provide
  Arbitrary<Dossier> manyRankedClaims() {
    return GeneratedDossiers.manyRankedClaimsDossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoint() {
    return GeneratedDossiers.viewpoints();
  }

  @Provide
  Arbitrary<List<Viewpoint>> viewpoints() {
    return GeneratedDossiers.viewpoints().list().ofSize(2);
  }

  @Provide
  Arbitrary<Viewpoint> plain() {
    return GeneratedDossiers.plainViewpoints();
  }

  @Provide
  Arbitrary<LocalDate> day() {
    return GeneratedDossiers.days();
  }

  // Comparison with the reference implementation

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void every_position_agrees_with_the_reference_implementation(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoints") List<Viewpoint> viewpoints) {
    viewpoints.forEach(viewpoint -> assertAgrees(dossier, viewpoint));
    Statistics.coverage(
        coverage -> {
          for (String kind : List.of("KNOWN", "CONTESTED", "INHERITED", "implied")) {
            coverage.check(kind).count(count -> count > 100);
          }
          for (Unknown.Reason reason : Unknown.Reason.values()) {
            coverage.check(reason.name()).count(count -> count > 100);
          }
        });
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_long_list_of_claims_shows_the_nearest_sixteen_and_that_there_are_more(
      @ForAll("crowded") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("plain") Viewpoint plain) {
    assertAgrees(dossier, viewpoint);
    assertAgrees(dossier, plain);
    Statistics.coverage(
        coverage -> {
          for (String list : List.of("more possible claims", "more hints", "more reports")) {
            coverage.check(list).count(count -> count > 0);
          }
        });
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void positions_of_a_state_with_contradicting_organs_agree_with_the_reference_implementation(
      @ForAll("divided") Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    for (String day : GeneratedDossiers.DAYS) {
      Viewpoint viewpoint = AnswerFactory.get().viewpoint(LocalDate.parse(day));
      assertAgrees(dossier, viewpoint, "x", "a", tracker.asOf(day).position("x", "a"));
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void positions_of_a_state_with_many_claims_of_all_ranks_agree_with_the_reference_implementation(
      @ForAll("manyRankedClaims") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = Tracker.of(dossier);
    for (String day : GeneratedDossiers.DAYS) {
      Viewpoint then = AnswerFactory.get().viewpoint(LocalDate.parse(day));
      assertAgrees(dossier, then, "x", "a", tracker.asOf(day).position("x", "a"));
      assertThat(tracker.asOf(day).outcome("x", "a"))
          .isEqualTo(tracker.asOf(day).position("x", "a").outcome());
    }
    Tracker narrowed = GeneratedDossiers.tracker(tracker, viewpoint);
    for (String party : List.of("x", "x-ministry")) {
      assertAgrees(dossier, viewpoint, party, "a", narrowed.position(party, "a"));
      assertThat(narrowed.outcome(party, "a")).isEqualTo(narrowed.position(party, "a").outcome());
    }
  }

  private static void assertAgrees(Dossier dossier, Viewpoint viewpoint) {
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Position position = tracker.position(party, proposition);
          assertAgrees(dossier, viewpoint, party, proposition, position);
          assertThat(tracker.outcome(party, proposition)).isEqualTo(position.outcome());
          assertThat(tracker.stanceGrid(party).outcome(party, proposition))
              .isEqualTo(position.outcome());
          countPosition(position);
        });
  }

  private static void assertAgrees(
      Dossier dossier, Viewpoint viewpoint, String party, String proposition, Position position) {
    assertThat(Answer.of(position))
        .as(
            () ->
                "%s on %s, %s\n%s"
                    .formatted(party, proposition, viewpoint, GeneratedDossiers.print(dossier)))
        .isEqualTo(SimpleReferenceRules.position(dossier, viewpoint, party, proposition));
  }

  private static void countPosition(Position position) {
    Answer answer = Answer.of(position);
    Statistics.collect(answer.kind());
    answer.reason().ifPresent(reason -> Statistics.collect(reason.name()));
    answer.positionEvidence().ifPresent(evidence -> Statistics.collect(evidence.standing().name()));
    position.known().filter(Known::isImplied).ifPresent(known -> Statistics.collect("implied"));
    if (position.hasMorePossibleClaims()) {
      Statistics.collect("more possible claims");
    }
    if (position.hasMoreHints()) {
      Statistics.collect("more hints");
    }
    if (position.hasMoreReports()) {
      Statistics.collect("more reports");
    }
  }

  // Order

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_records_does_not_affect_answers(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Dossier shuffled = GeneratedDossiers.shuffled(dossier, random);
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    Tracker other = GeneratedDossiers.tracker(Tracker.of(shuffled), viewpoint);
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
        GeneratedDossiers.withClaims(
            dossier,
            dossier.claims().stream()
                .map(
                    claim ->
                        claim.withEvidence(GeneratedDossiers.shuffled(claim.evidence(), random)))
                .toList());
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    Tracker other = GeneratedDossiers.tracker(Tracker.of(shuffled), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) ->
            assertThat(Answer.of(other.position(party, proposition)).withoutEvidence())
                .isEqualTo(Answer.of(tracker.position(party, proposition)).withoutEvidence()));
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
    viewpoint.without().forEach(id -> narrowings.add(tracker -> tracker.without(id)));
    viewpoint.withoutRelays().forEach(id -> narrowings.add(tracker -> tracker.withoutRelay(id)));
    viewpoint
        .withoutSpeakers()
        .forEach(id -> narrowings.add(tracker -> tracker.withoutSpeaker(id)));
    Tracker inOrder = narrowed(root, narrowings);
    Tracker shuffled = narrowed(root, GeneratedDossiers.shuffled(narrowings, random));
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
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
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
        GeneratedDossiers.withClaims(
            dossier,
            dossier.claims().stream()
                .filter(claim -> !claim.asserted().after(viewpoint.asOf()))
                .toList());
    Tracker whole = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    Tracker untilThen = GeneratedDossiers.tracker(Tracker.of(until), viewpoint);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Answer answer = Answer.of(whole.position(party, proposition));
          Answer without = Answer.of(untilThen.position(party, proposition));
          assertThat(answer.withoutReason()).isEqualTo(without.withoutReason());
          if (!answer.reason().equals(without.reason())) {
            assertThat(answer.reason().orElseThrow())
                .isIn(Unknown.Reason.ONLY_LATER, Unknown.Reason.NOT_YET_KNOWN);
          }
        });
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void later_publications_affect_only_the_reason_why_a_position_is_unknown(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate known) {
    Dossier published = GeneratedDossiers.publishedBy(dossier, known, viewpoint.without());
    Viewpoint then = AnswerFactory.get().knownAt(viewpoint, known);
    Tracker whole = GeneratedDossiers.tracker(Tracker.of(dossier), then);
    Tracker earlier = GeneratedDossiers.tracker(Tracker.of(published), then);
    forEachPartyAndProposition(
        dossier,
        (party, proposition) -> {
          Answer answer = Answer.of(whole.position(party, proposition));
          Answer without = Answer.of(earlier.position(party, proposition));
          assertThat(answer.withoutReason()).isEqualTo(without.withoutReason());
          if (!answer.reason().equals(without.reason())) {
            assertThat(without.reason()).contains(Unknown.Reason.NO_CLAIMS);
            assertThat(answer.reason()).contains(Unknown.Reason.NOT_YET_KNOWN);
          }
        });
  }

  // Evidence

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void without_the_sources_of_its_claims_a_party_has_no_known_position(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
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
          GeneratedDossiers.withClaims(
              dossier,
              dossier.claims().stream()
                  .filter(
                      claim ->
                          claim.principals().stream()
                              .noneMatch(id -> belongsTo(dossier, id, party.id())))
                  .toList());
      Tracker tracker = GeneratedDossiers.tracker(Tracker.of(others), viewpoint);
      Statistics.collect(tracker.claims().count() > 0 ? "others speak" : "others are silent");
      for (Proposition proposition : dossier.propositions()) {
        assertThat(tracker.position(party.id(), proposition.id())).isInstanceOf(Unknown.class);
      }
    }
    Statistics.coverage(coverage -> coverage.check("others speak").percentage(share -> share > 30));
  }

  private static boolean belongsTo(Dossier dossier, String actor, String party) {
    return actor.equals(party)
        || dossier
            .actor(actor)
            .flatMap(Actor::of)
            .map(of -> belongsTo(dossier, of, party))
            .orElse(false);
  }

  // One more claim

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_further_claim_with_the_same_stance_and_no_lower_rank_never_makes_a_position_contested(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("day") LocalDate day,
      @ForAll("organ") String organ) {
    Tracker tracker = Tracker.of(dossier).asOf(day);
    Authority rank = dossier.actor(organ).orElseThrow().authority();
    for (Proposition proposition : dossier.propositions()) {
      Optional<Known> before = tracker.position("x", proposition.id()).known();
      if (before.isPresent() && before.get().headline().authority().compareTo(rank) <= 0) {
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
    LocalDate last = GeneratedDossiers.END.minusDays(1);
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
    return Arbitraries.of("x-head", "x-ministry", "x-desk");
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
        .addEvidence(
            Evidence.builder().source(GeneratedDossiers.SOURCES.get(0)).mode(Mode.RECORDED).build())
        .build();
  }

  private static Known known(Dossier dossier, Claim claim, LocalDate day) {
    Dossier extended = dossier.plus(claim);
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

  private static List<String> sources(Claim claim) {
    return claim.evidence().stream().map(Evidence::source).toList();
  }
}
