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
import org.demarche.rules.NaivePosition.Answer;

/** What holds of every position, whatever the record. */
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
  Arbitrary<Dossier> talkative() {
    return GeneratedDossiers.talkativeDossiers();
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

  // The rules read aloud

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void every_position_is_what_the_rules_read_aloud_give(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoints") List<Viewpoint> viewpoints) {
    viewpoints.forEach(viewpoint -> agree(dossier, viewpoint));
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
  void of_many_claims_the_nearest_sixteen_are_listed_and_that_there_are_more(
      @ForAll("crowded") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("plain") Viewpoint plain) {
    agree(dossier, viewpoint);
    agree(dossier, plain);
    Statistics.coverage(
        coverage -> {
          for (String list : List.of("more possibly", "more hints", "more reports")) {
            coverage.check(list).count(count -> count > 0);
          }
        });
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void of_organs_that_speak_past_one_another_what_stands_is_what_every_pair_of_claims_leaves(
      @ForAll("divided") Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    for (String day : GeneratedDossiers.DAYS) {
      Viewpoint viewpoint = Viewpoint.builder().asOf(LocalDate.parse(day)).build();
      agree(dossier, viewpoint, "x", "a", tracker.asOf(day).position("x", "a"));
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void where_all_ranks_say_very_much_what_is_passed_over_could_not_stand(
      @ForAll("talkative") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = Tracker.of(dossier);
    for (String day : GeneratedDossiers.DAYS) {
      Viewpoint then = Viewpoint.builder().asOf(LocalDate.parse(day)).build();
      agree(dossier, then, "x", "a", tracker.asOf(day).position("x", "a"));
      assertThat(tracker.asOf(day).outcome("x", "a"))
          .isEqualTo(tracker.asOf(day).position("x", "a").outcome());
    }
    Tracker narrowed = GeneratedDossiers.tracker(tracker, viewpoint);
    for (String party : List.of("x", "x-ministry")) {
      agree(dossier, viewpoint, party, "a", narrowed.position(party, "a"));
      assertThat(narrowed.outcome(party, "a")).isEqualTo(narrowed.position(party, "a").outcome());
    }
  }

  private static void agree(Dossier dossier, Viewpoint viewpoint) {
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    everywhere(
        dossier,
        (party, proposition) -> {
          Position position = tracker.position(party, proposition);
          agree(dossier, viewpoint, party, proposition, position);
          assertThat(tracker.outcome(party, proposition)).isEqualTo(position.outcome());
          assertThat(tracker.stanceGrid(party).outcome(party, proposition))
              .isEqualTo(position.outcome());
          collect(position);
        });
  }

  private static void agree(
      Dossier dossier, Viewpoint viewpoint, String party, String proposition, Position position) {
    assertThat(Answer.of(position))
        .as(
            () ->
                "%s on %s, %s\n%s"
                    .formatted(party, proposition, viewpoint, GeneratedDossiers.print(dossier)))
        .isEqualTo(NaivePosition.of(dossier, viewpoint, party, proposition));
  }

  private static void collect(Position position) {
    Answer answer = Answer.of(position);
    Statistics.collect(answer.kind());
    answer.reason().ifPresent(reason -> Statistics.collect(reason.name()));
    answer.carried().ifPresent(carried -> Statistics.collect(carried.standing().name()));
    position.known().filter(Known::isImplied).ifPresent(known -> Statistics.collect("implied"));
    if (position.hasMorePossibleClaims()) {
      Statistics.collect("more possibly");
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
  void the_order_of_records_changes_no_answer(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Dossier shuffled = GeneratedDossiers.shuffled(dossier, random);
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    Tracker other = GeneratedDossiers.tracker(Tracker.of(shuffled), viewpoint);
    everywhere(
        dossier,
        (party, proposition) ->
            assertThat(other.position(party, proposition))
                .isEqualTo(tracker.position(party, proposition)));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_the_evidence_of_a_claim_changes_neither_stance_nor_support_nor_grade(
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
    everywhere(
        dossier,
        (party, proposition) ->
            assertThat(Answer.of(other.position(party, proposition)).whateverTheEvidence())
                .isEqualTo(Answer.of(tracker.position(party, proposition)).whateverTheEvidence()));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void narrowings_commute(
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
    Tracker one = narrowed(root, narrowings);
    Tracker other = narrowed(root, GeneratedDossiers.shuffled(narrowings, random));
    assertThat(other.viewpoint()).isEqualTo(one.viewpoint());
    assertThat(other.claims().list()).isEqualTo(one.claims().list());
    everywhere(
        dossier,
        (party, proposition) ->
            assertThat(other.position(party, proposition))
                .isEqualTo(one.position(party, proposition)));
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
  void what_was_said_later_changes_nothing_but_why_a_position_is_unknown(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Dossier until =
        GeneratedDossiers.withClaims(
            dossier,
            dossier.claims().stream()
                .filter(claim -> !claim.asserted().after(viewpoint.asOf()))
                .toList());
    Tracker whole = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    Tracker then = GeneratedDossiers.tracker(Tracker.of(until), viewpoint);
    everywhere(
        dossier,
        (party, proposition) -> {
          Answer answer = Answer.of(whole.position(party, proposition));
          Answer before = Answer.of(then.position(party, proposition));
          assertThat(answer.whateverTheReason()).isEqualTo(before.whateverTheReason());
          if (!answer.reason().equals(before.reason())) {
            assertThat(answer.reason().orElseThrow())
                .isIn(Unknown.Reason.ONLY_LATER, Unknown.Reason.NOT_YET_KNOWN);
          }
        });
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void what_was_published_later_changes_nothing_but_why_a_position_is_unknown(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate known) {
    Dossier published = GeneratedDossiers.publishedBy(dossier, known, viewpoint.without());
    Viewpoint then = Viewpoint.builder().from(viewpoint).knownAt(known).build();
    Tracker whole = GeneratedDossiers.tracker(Tracker.of(dossier), then);
    Tracker earlier = GeneratedDossiers.tracker(Tracker.of(published), then);
    everywhere(
        dossier,
        (party, proposition) -> {
          Answer answer = Answer.of(whole.position(party, proposition));
          Answer before = Answer.of(earlier.position(party, proposition));
          assertThat(answer.whateverTheReason()).isEqualTo(before.whateverTheReason());
          if (!answer.reason().equals(before.reason())) {
            assertThat(before.reason()).contains(Unknown.Reason.NO_CLAIMS);
            assertThat(answer.reason()).contains(Unknown.Reason.NOT_YET_KNOWN);
          }
        });
  }

  // Evidence

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void without_the_sources_of_its_claims_no_position_of_a_party_is_known(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = GeneratedDossiers.tracker(Tracker.of(dossier), viewpoint);
    everywhere(
        dossier,
        (party, proposition) -> {
          String[] sources =
              dossier.claims().stream()
                  .filter(
                      claim -> claim.principals().stream().anyMatch(id -> isOf(dossier, id, party)))
                  .flatMap(claim -> sources(claim).stream())
                  .toArray(String[]::new);
          assertThat(tracker.without(sources).position(party, proposition))
              .isInstanceOf(Unknown.class);
        });
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void without_its_own_claims_no_position_of_a_party_is_known_whatever_others_say(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    for (Actor party : dossier.actors()) {
      Dossier others =
          GeneratedDossiers.withClaims(
              dossier,
              dossier.claims().stream()
                  .filter(
                      claim ->
                          claim.principals().stream()
                              .noneMatch(id -> isOf(dossier, id, party.id())))
                  .toList());
      Tracker tracker = GeneratedDossiers.tracker(Tracker.of(others), viewpoint);
      Statistics.collect(tracker.claims().count() > 0 ? "others speak" : "silence");
      for (Proposition proposition : dossier.propositions()) {
        assertThat(tracker.position(party.id(), proposition.id())).isInstanceOf(Unknown.class);
      }
    }
    Statistics.coverage(coverage -> coverage.check("others speak").percentage(share -> share > 30));
  }

  private static boolean isOf(Dossier dossier, String actor, String party) {
    return actor.equals(party)
        || dossier
            .actor(actor)
            .flatMap(Actor::of)
            .map(of -> isOf(dossier, of, party))
            .orElse(false);
  }

  // One more word

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_further_word_of_the_same_stance_and_no_lower_rank_never_contests_a_position(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("day") LocalDate day,
      @ForAll("organ") String organ) {
    Tracker tracker = Tracker.of(dossier).asOf(day);
    Authority rank = dossier.actor(organ).orElseThrow().authority();
    for (Proposition proposition : dossier.propositions()) {
      Optional<Known> before = tracker.position("x", proposition.id()).known();
      if (before.isPresent() && before.get().headline().authority().compareTo(rank) <= 0) {
        Statistics.collect("a word more");
        Claim word = word(organ, proposition.id(), before.get().stance(), day);
        Known after = known(dossier, word, day);
        assertThat(after.stance()).isEqualTo(before.get().stance());
        assertThat(after.lastEvidenced()).isEqualTo(day);
        assertThat(after.support()).anyMatch(cited -> cited.claim().equals(word));
      }
    }
    Statistics.coverage(coverage -> coverage.check("a word more").count(count -> count > 20));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_last_word_on_record_of_the_state_itself_is_the_position(
      @ForAll("dossiers") Dossier dossier, @ForAll Stance stance) {
    LocalDate last = GeneratedDossiers.END.minusDays(1);
    for (Proposition proposition : dossier.propositions()) {
      Claim word = word("x", proposition.id(), stance, last);
      Known after = known(dossier, word, last);
      assertThat(after.stance()).isEqualTo(stance);
      assertThat(after.headline().claim()).isEqualTo(word);
      assertThat(after.headline().authority()).isEqualTo(Authority.HEAD);
      assertThat(after.standing()).isEqualTo(Standing.CURRENT);
    }
  }

  @Provide
  Arbitrary<String> organ() {
    return Arbitraries.of("x-head", "x-ministry", "x-desk");
  }

  private static Claim word(String principal, String proposition, Stance stance, LocalDate day) {
    return Claim.builder()
        .id("the-word")
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

  private static Known known(Dossier dossier, Claim word, LocalDate day) {
    Dossier more = Dossier.builder().from(dossier).addClaims(word).build();
    return Tracker.of(more).asOf(day).position("x", word.proposition()).known().orElseThrow();
  }

  // Asking

  private static void everywhere(Dossier dossier, BiConsumer<String, String> question) {
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
