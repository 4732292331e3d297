package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** Laws of what one more claim or source changes in a position, and what it leaves as it is. */
class AddedClaimLawsTest {
  private static final List<String> ATOMS = List.of("a", "b", "c");

  /** A report of independent media. */
  private static final Source NEWS = source("news", "wire").build();

  /** An account that the state y puts out. */
  private static final Source ACCOUNT = source("account", "y-ministry").addIssuedBy("y").build();

  private static Source.Builder source(String id, String outlet) {
    return Source.builder()
        .id(id)
        .outlet(outlet)
        .title("Of " + id)
        .published(When.on(GeneratedCases.END));
  }

  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(GeneratedCases.dossiers(), GeneratedCases.dividedDossiers());
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return GeneratedCases.days();
  }

  @Provide
  Arbitrary<String> organs() {
    return Arbitraries.of("x", "x-head", "x-ministry", "x-leader");
  }

  // What is outweighed

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void an_account_of_another_state_does_not_change_the_stance_that_a_party_states_itself(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("days") LocalDate day,
      @ForAll Stance stance,
      @ForAll Force force) {
    for (Known before : knownByOneOwnWord(dossier, day, GeneratedCases.PROPOSITIONS)) {
      Claim own = before.headline().claim();
      Claim.Builder told =
          claim(counting(dossier, own), before.proposition(), stance, force, day)
              .addEvidence(evidence(ACCOUNT, Mode.INDIRECT));
      if (fits(force, stance) && isUnderOneAdministration(dossier, own, day)) {
        Position after = after(dossier, told.build(), before);
        assertThat(after.outcome()).isEqualTo(before.outcome());
        assertThat(ids(after.support())).contains(own.id());
        if (stance != before.stance() && force.takesPosition()) {
          assertThat(ids(after.disputingClaims())).contains("added");
          Statistics.collect("disputes");
        }
      }
    }
    Statistics.coverage(coverage -> coverage.check("disputes").count(count -> count > 20));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_package_that_merely_implies_another_stance_does_not_change_what_is_said_of_a_part(
      @ForAll("dossiers") Dossier dossier, @ForAll("days") LocalDate day) {
    for (Known before : knownByOneOwnWord(dossier, day, GeneratedCases.PROPOSITIONS)) {
      Claim own = before.headline().claim();
      for (Proposition whole : dossier.propositions()) {
        boolean isUnspoken =
            dossier.claims().stream().noneMatch(c -> c.proposition().equals(whole.id()));
        boolean isContrary = whole.parts().get(before.proposition()) == before.stance().opposite();
        if (isUnspoken && isContrary && isUnderOneAdministration(dossier, own, day)) {
          Claim implying =
              claim(counting(dossier, own), whole.id(), Stance.FOR, Force.ASSERT, day)
                  .addEvidence(evidence(NEWS, Mode.INDIRECT))
                  .build();
          Position after = after(dossier, implying, before);
          assertThat(after.outcome()).isEqualTo(before.outcome());
          assertThat(ids(after.support())).contains(own.id());
          assertThat(ids(after.disputingClaims())).contains("added");
          Statistics.collect("implies another stance");
        }
      }
    }
    Statistics.coverage(
        coverage -> coverage.check("implies another stance").count(count -> count > 5));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_claim_on_a_part_does_not_change_the_position_that_a_party_states_on_the_whole(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("days") LocalDate day,
      @ForAll("organs") String organ,
      @ForAll Stance stance,
      @ForAll Force force) {
    List<String> wholes =
        dossier.propositions().stream()
            .filter(proposition -> !proposition.parts().isEmpty())
            .map(Proposition::id)
            .toList();
    for (Known before : knownByOneOwnWord(dossier, day, wholes)) {
      if (someImpliedClaimSupersedes(Tracker.of(dossier).asOf(day), before)) {
        continue;
      }
      for (String part : ATOMS) {
        if (fits(force, stance) && leadsTo(dossier, before.proposition(), part)) {
          Claim claim =
              claim(Set.of(organ), part, stance, force, day)
                  .addEvidence(evidence(NEWS, Mode.INDIRECT))
                  .build();
          Position after = after(dossier, claim, before);
          assertThat(after.outcome()).isEqualTo(before.outcome());
          assertThat(ids(after.support())).contains(before.headline().claim().id());
          Statistics.collect("a claim was added");
        }
      }
    }
    Statistics.coverage(coverage -> coverage.check("a claim was added").count(count -> count > 20));
  }

  private static boolean leadsTo(Dossier dossier, String whole, String part) {
    return dossier.proposition(whole).orElseThrow().parts().keySet().stream()
        .anyMatch(id -> id.equals(part) || leadsTo(dossier, id, part));
  }

  /**
   * Returns the positions of x that one claim alone carries, which states the proposition and is
   * known better than through another state.
   */
  private static List<Known> knownByOneOwnWord(
      Dossier dossier, LocalDate day, List<String> propositions) {
    Tracker tracker = Tracker.of(dossier).asOf(day);
    return propositions.stream()
        .flatMap(proposition -> tracker.position("x", proposition).known().stream())
        .filter(known -> known.support().size() == 1)
        .filter(known -> !known.isImplied() && known.grade().compareTo(Grade.OTHER_SIDE) > 0)
        .toList();
  }

  /**
   * Tests whether a claim that passes up from a part has superseded another on the whole. If it no
   * longer passes up, since the part becomes contested, the other claim stands again.
   */
  private static boolean someImpliedClaimSupersedes(Tracker tracker, Known known) {
    List<Considered> considered = tracker.explain(known.party(), known.proposition()).considered();
    Set<String> implied =
        considered.stream()
            .map(Considered::cited)
            .filter(CitedClaim::isImplied)
            .map(cited -> cited.claim().id())
            .collect(Collectors.toSet());
    return considered.stream()
        .filter(claim -> claim.ruling() == Ruling.SUPERSEDED)
        .anyMatch(claim -> claim.decidedBy().filter(implied::contains).isPresent());
  }

  /** Returns the principals of a claim that count for x. */
  private static ImmutableSet<String> counting(Dossier dossier, Claim claim) {
    ReferenceActors actors = new ReferenceActors(dossier);
    return actors.countingPrincipals(claim, actors.actor("x"));
  }

  /** Tests whether from a claim up to a day one administration is in office for its principals. */
  private static boolean isUnderOneAdministration(Dossier dossier, Claim claim, LocalDate day) {
    ReferenceActors actors = new ReferenceActors(dossier);
    Actor asked = actors.asked(counting(dossier, claim));
    Optional<Actor> side = actors.base(asked);
    LocalDate latest = claim.asserted().latest();
    LocalDate last = latest.isAfter(day) ? day : latest;
    return side.equals(Optional.of(actors.actor("x")))
        && actors.areCertainlySame(
            asked,
            asked,
            List.of(claim.asserted().earliest().orElse(latest), last),
            List.of(day, day));
  }

  private static boolean fits(Force force, Stance stance) {
    return switch (force) {
      case WITHDRAW -> false;
      case NOTE, DECLINE_TO_COMMENT, WITHHOLD -> stance == Stance.UNCOMMITTED;
      case PROMISE, URGE, DEMAND, HOPE, WELCOME, EXPRESS_DESIRE, AGREE ->
          stance != Stance.UNCOMMITTED;
      default -> true;
    };
  }

  // Retractions

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void what_is_retracted_carries_nothing_and_is_given_back_when_its_retraction_is_retracted(
      @ForAll("dossiers") Dossier dossier, @ForAll("days") LocalDate day) {
    Proposition elsewhere =
        Proposition.builder().id("elsewhere").issue("i").text("It is so elsewhere.").build();
    Tracker before = Tracker.of(plus(dossier, elsewhere)).asOf(day);
    for (String id : ids(before.position("x", "a").support())) {
      Claim claim = dossier.claim(id).orElseThrow();
      Claim.Builder retraction =
          claim(claim.principals(), "elsewhere", Stance.UNCOMMITTED, Force.NOTE, day)
              .addRetracts(id)
              .addEvidence(evidence(ownText(dossier, claim), Mode.RECORDED));
      Claim again = retraction.build();
      if (counting(dossier, again).isEmpty()) {
        continue; // x has continued the state of its principal since
      }
      Tracker taken = before.plus(plus(before.dossier(), ownText(dossier, claim), again));
      Tracker back =
          taken.plus(
              plus(
                  taken.dossier(),
                  Claim.builder().from(again).id("again").retracts(List.of("added")).build()));
      assertThat(ids(taken.position("x", "a").support())).doesNotContain(id);
      assertThat(ids(taken.position("x", "a").retractedClaims())).contains(id);
      for (String party : GeneratedCases.PARTIES) {
        for (String proposition : GeneratedCases.PROPOSITIONS) {
          assertThat(AnswersInFull.of(back.position(party, proposition)))
              .isEqualTo(AnswersInFull.of(before.position(party, proposition)));
          assertThat(back.outcome(party, proposition))
              .isEqualTo(before.outcome(party, proposition));
        }
      }
      Statistics.collect("a claim was retracted");
    }
    Statistics.coverage(
        coverage -> coverage.check("a claim was retracted").count(count -> count > 20));
  }

  /** Returns a text that the first principal of a claim that counts for x put out itself. */
  private static Source ownText(Dossier dossier, Claim claim) {
    String principal = counting(dossier, claim).iterator().next();
    return source("own-text", principal).addIssuedBy(principal).build();
  }

  // Conditions

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void an_answer_has_the_condition_of_its_headline_and_those_of_all_its_support(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("days") LocalDate day) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker earlier = day.isAfter(viewpoint.asOf()) ? tracker : tracker.asOf(day);
    for (String party : GeneratedCases.PARTIES) {
      for (String proposition : GeneratedCases.PROPOSITIONS) {
        Change change = earlier.changeTo(tracker, party, proposition);
        for (Position position : List.of(change.before(), change.after())) {
          position.known().ifPresent(AddedClaimLawsTest::assertKeepsConditions);
        }
        if (change.before() instanceof Known then
            && change.after() instanceof Known now
            && then.stance() == now.stance()
            && !then.isImplied()
            && !now.isImplied()) {
          assertThat(change.label().name().startsWith("CONDITION_"))
              .isEqualTo(!then.condition().equals(now.condition()));
        }
      }
    }
  }

  private static void assertKeepsConditions(Known known) {
    Optional<String> own = known.headline().claim().condition();
    if (own.isPresent() || known.force() != Force.REAFFIRM) {
      assertThat(known.condition()).isEqualTo(own);
    }
    assertThat(known.conditions())
        .containsAll(
            known.support().stream().flatMap(c -> c.claim().condition().stream()).toList());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void to_reaffirm_without_a_condition_keeps_the_condition(
      @ForAll("dossiers") Dossier dossier, @ForAll("days") LocalDate day) {
    for (Known before : knownByOneOwnWord(dossier, day, GeneratedCases.PROPOSITIONS)) {
      Claim own = before.headline().claim();
      if (own.asserted().latest().isBefore(day)
          && own.force() != Force.REAFFIRM
          && before.disputingClaims().isEmpty()) {
        Claim again =
            claim(own.principals(), before.proposition(), before.stance(), Force.REAFFIRM, day)
                .addEvidence(evidence(ownText(dossier, own), Mode.RECORDED))
                .build();
        Known after =
            Tracker.of(plus(dossier, ownText(dossier, own), again))
                .asOf(day)
                .position("x", before.proposition())
                .known()
                .orElseThrow();
        if (after.headline().claim().equals(again) && ids(after.support()).contains(own.id())) {
          assertThat(after.condition()).isEqualTo(own.condition());
          own.condition().ifPresent(condition -> Statistics.collect("a condition was kept"));
        }
      }
    }
    Statistics.coverage(
        coverage -> coverage.check("a condition was kept").count(count -> count > 5));
  }

  // Corrections

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_further_correction_never_brings_back_what_was_corrected(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("days") LocalDate published) {
    Tracker before = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Set<String> existing = existing(before);
    for (Source revised : dossier.sources()) {
      Source correction =
          source("correction", "wire").published(When.on(published)).revises(revised.id()).build();
      Tracker after = before.plus(plus(dossier, correction));
      assertThat(existing).containsAll(existing(after)).containsAll(cited(after));
      Statistics.collect(existing(after).size() < existing.size() ? "removes" : "removes nothing");
    }
    Statistics.coverage(coverage -> coverage.check("removes").count(count -> count > 20));
  }

  /** Returns the evidence that exists, each piece with its claim. */
  private static Set<String> existing(Tracker tracker) {
    return tracker.claims().chronology().entries().stream()
        .flatMap(entry -> entry.evidence().stream().map(piece -> entry.claim().id() + " " + piece))
        .collect(Collectors.toSet());
  }

  /** Returns the evidence that positions cite, each piece with its claim. */
  private static Set<String> cited(Tracker tracker) {
    return GeneratedCases.PARTIES.stream()
        .flatMap(party -> GeneratedCases.PROPOSITIONS.stream().map(p -> tracker.position(party, p)))
        .flatMap(
            position ->
                Stream.of(
                    position.support(),
                    position.disputingClaims(),
                    position.retractedClaims(),
                    position.hints(),
                    position.possibleClaims(),
                    position.reports()))
        .flatMap(List::stream)
        .flatMap(one -> one.evidence().stream().map(piece -> one.claim().id() + " " + piece))
        .collect(Collectors.toSet());
  }

  // Helpers

  private static Claim.Builder claim(
      Set<String> principals, String proposition, Stance stance, Force force, LocalDate day) {
    return Claim.builder()
        .id("added")
        .speakers(principals)
        .principals(principals)
        .proposition(proposition)
        .stance(stance)
        .force(force)
        .asserted(When.on(day));
  }

  private static Evidence evidence(Source source, Mode mode) {
    Evidence.Builder evidence = Evidence.builder().source(source.id()).mode(mode);
    return (mode == Mode.RECORDED ? evidence : evidence.quote("“so it is”")).build();
  }

  private static Position after(Dossier dossier, Claim added, Known before) {
    return Tracker.of(plus(dossier, NEWS, ACCOUNT, added))
        .asOf(before.viewpoint().asOf())
        .position("x", before.proposition());
  }

  private static Dossier plus(Dossier dossier, DossierRecord... more) {
    return Dossier.of(
        Iterables.concat(
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            dossier.claims(),
            List.of(more)));
  }

  private static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
