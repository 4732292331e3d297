package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.Updates;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/** Laws that every comparison of positions obeys, checked on generated dossiers. */
@Tag("slow")
class ComparisonLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  /** Dossiers of which half have many changes of every sort. */
  @Provide
  Arbitrary<Dossier> changing() {
    return Arbitraries.oneOf(GeneratedCases.dossiers(), GeneratedCases.dividedDossiers());
  }

  @Provide
  Arbitrary<Dossier> rivals() {
    return GeneratedCases.rivalDossiers();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoint() {
    return GeneratedCases.viewpoints();
  }

  @Provide
  Arbitrary<LocalDate> day() {
    return GeneratedCases.days();
  }

  @Provide
  Arbitrary<String> party() {
    return GeneratedCases.parties();
  }

  // Comparisons of a tracker with itself

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_tracker_compared_with_itself_shows_no_change(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    for (Actor party : dossier.actors()) {
      for (Proposition proposition : dossier.propositions()) {
        Change change = tracker.changeTo(tracker, party.id(), proposition.id());
        assertThat(change.label())
            .isIn(Change.Label.SILENT, Change.Label.UNCHANGED, Change.Label.STILL_CONTESTED);
        assertThat(change.hasAdministrationChanged()).isFalse();
        assertThat(change.hasUnlikeEvidence()).isFalse();
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_tracker_compared_with_itself_shows_no_difference(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    assertThat(tracker.differencesTo(tracker).rows()).isEmpty();
  }

  // Comparisons of two sides, in either order

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void swapping_the_sides_of_a_comparison_swaps_gained_and_lost(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("viewpoint") Viewpoint other) {
    Tracker root = Tracker.of(dossier);
    Tracker here = DossierVariants.tracker(root, viewpoint);
    Tracker there =
        DossierVariants.tracker(root, AnswerFactory.get().asOf(other, viewpoint.asOf()));
    List<Difference> forth = here.differencesTo(there).rows();
    List<Difference> back = there.differencesTo(here).rows();
    assertThat(back).hasSameSizeAs(forth);
    for (int i = 0; i < forth.size(); i++) {
      assertThat(AnswersInFull.of(back.get(i).here()))
          .isEqualTo(AnswersInFull.of(forth.get(i).there()));
      assertThat(AnswersInFull.of(back.get(i).there()))
          .isEqualTo(AnswersInFull.of(forth.get(i).here()));
      assertThat(back.get(i).altered()).isEqualTo(forth.get(i).altered());
      assertThat(back.get(i).label())
          .isEqualTo(
              switch (forth.get(i).label()) {
                case GAINED -> Difference.Label.LOST;
                case LOST -> Difference.Label.GAINED;
                case ALTERED -> Difference.Label.ALTERED;
              });
    }
  }

  @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void evidence_that_is_left_out_makes_the_differences_that_a_look_at_all_pairs_finds(
      @ForAll("changing") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll Random random) {
    Tracker more = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker less = narrowed(more, random);
    List<Difference> expected = new ArrayList<>();
    for (Actor party :
        dossier.actors().stream()
            .filter(ComparisonLawsTest::isListed)
            .sorted(Comparator.comparing(Actor::id))
            .toList()) {
      for (String proposition : more.propositions().ids()) {
        ChangeRules.difference(
                more.position(party.id(), proposition), less.position(party.id(), proposition))
            .ifPresent(expected::add);
      }
    }
    assertThat(more.differencesTo(less).rows()).containsExactlyElementsOf(expected);
    expected.forEach(difference -> Statistics.collect(difference.label().name()));
    Statistics.coverage(
        coverage -> {
          for (Difference.Label label : Difference.Label.values()) {
            coverage.check(label.name()).count(n -> n > 5);
          }
        });
  }

  /** Returns a tracker without some sources or speakers, or as of an earlier state of knowledge. */
  private static Tracker narrowed(Tracker tracker, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        LocalDate day =
            LocalDate.parse(GeneratedCases.DAYS.get(random.nextInt(GeneratedCases.DAYS.size())));
        yield tracker.viewpoint().knownAt().filter(day::isAfter).isPresent()
            ? tracker
            : tracker.knownAt(day);
      }
      case 1 -> tracker.withoutSpeaker(List.of("x", "x-ministry", "ann").get(random.nextInt(3)));
      default -> tracker.without(source(random), source(random));
    };
  }

  private static String source(Random random) {
    return GeneratedCases.SOURCES.get(random.nextInt(GeneratedCases.SOURCES.size()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void the_relation_of_two_parties_does_not_depend_on_their_order(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    assertOrderOfPartiesIsIrrelevant(DossierVariants.tracker(Tracker.of(dossier), viewpoint));
    Statistics.coverage(
        coverage -> {
          for (Relation.Label label : Relation.Label.values()) {
            coverage.check(label.name()).count(n -> n > 5 || label == Relation.Label.SILENT);
          }
          coverage.check("exchange").count(n -> n > 0);
        });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_contradiction_through_rival_propositions_does_not_depend_on_the_order_of_the_parties(
      @ForAll("rivals") Dossier dossier) {
    assertOrderOfPartiesIsIrrelevant(Tracker.of(dossier));
    Statistics.coverage(coverage -> coverage.check("rival").count(n -> n > 0));
  }

  private static void assertOrderOfPartiesIsIrrelevant(Tracker tracker) {
    List<Relation> forth = tracker.compare("x", "y").rows();
    List<Relation> back = tracker.compare("y", "x").rows();
    assertThat(back).hasSameSizeAs(forth);
    for (int i = 0; i < forth.size(); i++) {
      Statistics.collect(forth.get(i).label().name());
      forth.get(i).rival().ifPresent(rival -> Statistics.collect("rival"));
      forth.get(i).exchanges().forEach(exchange -> Statistics.collect("exchange"));
      assertThat(forth.get(i).exchanges()).containsExactlyElementsOf(exchanges(forth.get(i)));
      assertThat(back.get(i).label()).isEqualTo(forth.get(i).label());
      assertThat(back.get(i).rival()).isEqualTo(forth.get(i).rival());
      assertThat(AnswersInFull.of(back.get(i).first()))
          .isEqualTo(AnswersInFull.of(forth.get(i).second()));
      assertThat(AnswersInFull.of(back.get(i).second()))
          .isEqualTo(AnswersInFull.of(forth.get(i).first()));
      assertThat(back.get(i).exchanges())
          .containsExactlyInAnyOrderElementsOf(forth.get(i).exchanges());
    }
  }

  /** Returns each cited claim of a party that responds to a cited claim of the other. */
  private static List<Relation.Exchange> exchanges(Relation relation) {
    return Stream.concat(
            exchanges(relation.first(), relation.second()),
            exchanges(relation.second(), relation.first()))
        .toList();
  }

  private static Stream<Relation.Exchange> exchanges(Position answering, Position answered) {
    return cited(answering)
        .flatMap(
            answer ->
                cited(answered)
                    .filter(other -> answer.claim().respondsTo().contains(other.claim().id()))
                    .map(other -> AnswerFactory.get().exchange(answer, other)));
  }

  private static Stream<CitedClaim> cited(Position position) {
    return Stream.concat(position.support().stream(), position.hints().stream());
  }

  // Changes over time

  @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_table_of_changes_lists_every_change_that_is_not_silent(
      @ForAll("changing") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate day) {
    Tracker later = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker earlier = day.isAfter(viewpoint.asOf()) ? later : later.asOf(day);
    List<Change> expected = new ArrayList<>();
    for (Actor party : dossier.actors()) {
      for (Proposition proposition : dossier.propositions()) {
        Change change = earlier.changeTo(later, party.id(), proposition.id());
        assertThat(AnswersInFull.of(change.before()))
            .isEqualTo(AnswersInFull.of(earlier.position(party.id(), proposition.id())));
        assertThat(AnswersInFull.of(change.after()))
            .isEqualTo(AnswersInFull.of(later.position(party.id(), proposition.id())));
        Statistics.collect(change.label().name());
        if (change.label() == Change.Label.SILENT) {
          assertThat(change.before()).isInstanceOf(Unknown.class);
          assertThat(change.after()).isInstanceOf(Unknown.class);
        } else if (isListed(party)) {
          expected.add(change);
        }
      }
    }
    assertThat(earlier.changesTo(later).rows().stream().map(AnswersInFull::of))
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(AnswersInFull::of).toList());
    Statistics.coverage(
        coverage -> {
          for (Change.Label label : Change.Label.values()) {
            // These need two claims that differ in frames, conditions or force only, which are
            // rare.
            boolean rare =
                label == Change.Label.REFRAMED
                    || label == Change.Label.CONDITION_CHANGED
                    || label == Change.Label.HARDENED
                    || label == Change.Label.SOFTENED;
            coverage.check(label.name()).count(n -> n > 0 || rare);
          }
        });
  }

  /** Tests whether tables list the party: any but organs. */
  private static boolean isListed(Actor party) {
    return party.kind() != ActorKind.ORGAN;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_history_lists_every_day_on_which_a_position_changed(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("party") String party) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    for (Proposition proposition : dossier.propositions()) {
      History history = tracker.history(party, proposition.id());
      List<LocalDate> listed = new ArrayList<>();
      for (Change change : history.changes()) {
        LocalDate day = change.after().viewpoint().asOf();
        assertThat(AnswersInFull.of(change.after()))
            .isEqualTo(AnswersInFull.of(tracker.asOf(day).position(party, proposition.id())));
        if (change.label() != Change.Label.REAFFIRMED) {
          listed.add(day);
        }
      }
      assertThat(listed).isSorted().doesNotHaveDuplicates();
      assertThat(listed)
          .as(() -> history + "\n" + DossierVariants.print(dossier))
          .isEqualTo(changedDays(tracker, party, proposition.id()));
    }
  }

  /** Returns the days on which a position changed, by comparing each day with the day before. */
  private static List<LocalDate> changedDays(Tracker tracker, String party, String proposition) {
    List<LocalDate> changedDays = new ArrayList<>();
    LocalDate end = tracker.viewpoint().asOf();
    for (LocalDate day = LocalDate.of(2014, 12, 31); !day.isAfter(end); day = day.plusDays(1)) {
      Change change =
          tracker.asOf(day.minusDays(1)).changeTo(tracker.asOf(day), party, proposition);
      boolean hasChanged =
          switch (change.label()) {
            case SILENT, UNCHANGED, REAFFIRMED -> false;
            case STILL_CONTESTED -> !sides(change.before()).equals(sides(change.after()));
            default -> true;
          };
      if (hasChanged) {
        changedDays.add(day);
      }
    }
    return changedDays;
  }

  private static List<String> sides(Position position) {
    return position instanceof Contested contested
        ? contested.sides().stream()
            .map(side -> side.claim().id() + " " + side.stance())
            .sorted()
            .toList()
        : List.of();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void later_claims_do_not_affect_comparisons(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate day,
      @ForAll("party") String party) {
    Dossier until =
        DossierVariants.withClaims(
            dossier,
            DossierVariants.withTakenBack(
                dossier,
                dossier.claims().stream()
                    .filter(claim -> !claim.asserted().after(viewpoint.asOf()))
                    .toList()));
    assertThat(compared(until, viewpoint, day, party))
        .isEqualTo(compared(dossier, viewpoint, day, party));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void later_publications_do_not_affect_comparisons(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate day,
      @ForAll("day") LocalDate known,
      @ForAll("party") String party) {
    Viewpoint then = AnswerFactory.get().knownAt(viewpoint, known);
    Dossier published = DossierVariants.publishedBy(dossier, known, viewpoint.without());
    assertThat(compared(published, then, day, party))
        .isEqualTo(compared(dossier, then, day, party));
  }

  /** Returns the positions in tables as text, without the reasons of unknown positions. */
  private static List<List<String>> compared(
      Dossier dossier, Viewpoint viewpoint, LocalDate day, String party) {
    Tracker root = Tracker.of(dossier);
    Tracker later = DossierVariants.tracker(root, viewpoint);
    Tracker earlier = day.isAfter(viewpoint.asOf()) ? later : later.asOf(day);
    List<List<String>> tables = new ArrayList<>();
    tables.add(
        earlier.changesTo(later).rows().stream()
            .map(c -> c.label() + " " + line(c.before()) + " " + line(c.after()))
            .toList());
    tables.add(
        later.compare("x", "y", "x-ministry", "x-desk").rows().stream()
            .map(r -> r.label() + " " + line(r.first()) + " " + line(r.second()))
            .toList());
    tables.add(later.positionsOf(party).rows().stream().map(ComparisonLawsTest::line).toList());
    for (Proposition proposition : root.propositions().rows()) {
      tables.add(
          later.positionsOn(proposition.id()).rows().stream()
              .map(ComparisonLawsTest::line)
              .toList());
      tables.add(
          later.history(party, proposition.id()).changes().stream()
              .map(c -> c.label() + " " + line(c.after()))
              .toList());
    }
    return tables;
  }

  private static String line(Position position) {
    String outcome = position.evidenced().map(evidenced -> position.cellText()).orElse("unknown");
    String lists =
        Stream.of(
                position.support(), position.possibleClaims(), position.hints(), position.reports())
            .map(list -> list.stream().map(cited -> cited.claim().id()).toList().toString())
            .collect(Collectors.joining());
    return position.party() + " " + position.proposition() + " " + outcome + lists;
  }

  // Timelines

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_timeline_lists_the_days_on_which_outcome_or_condition_differ_from_the_day_before(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    for (Proposition proposition : dossier.propositions()) {
      List<Timeline.Entry> entries = new ArrayList<>();
      for (Actor actor : dossier.actors()) {
        if (actor.kind() != ActorKind.ORGAN) { // timelines do not list organs
          entries.addAll(timelineDayByDay(tracker, actor.id(), proposition.id()));
        }
      }
      entries.sort(Comparator.comparing(Timeline.Entry::party));
      List<Timeline.Entry> rows = tracker.timeline(proposition.id()).rows();
      assertThat(rows).containsExactlyElementsOf(entries);
      assertThat(rows)
          .extracting(Timeline.Entry::position)
          .containsExactlyElementsOf(Lists.transform(entries, Timeline.Entry::position));
    }
  }

  private static List<Timeline.Entry> timelineDayByDay(
      Tracker tracker, String party, String proposition) {
    List<Timeline.Entry> entries = new ArrayList<>();
    PositionOutcome before = PositionOutcome.UNKNOWN;
    Optional<String> conditionBefore = Optional.empty();
    LocalDate end = tracker.viewpoint().asOf();
    for (LocalDate day = LocalDate.of(2014, 12, 31); !day.isAfter(end); day = day.plusDays(1)) {
      Position position = tracker.asOf(day).position(party, proposition);
      PositionOutcome outcome = position.outcome();
      Optional<String> condition = position.known().flatMap(Known::condition);
      if (outcome != before || !condition.equals(conditionBefore)) {
        entries.add(
            AnswerFactory.get().timelineEntry(proposition, party, day, outcome, () -> position));
      }
      before = outcome;
      conditionBefore = condition;
    }
    return entries;
  }

  // Added claims

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void adding_claims_gives_the_answers_of_a_new_tracker_and_leaves_the_old_tracker_unchanged(
      @ForAll("dossiers") Dossier dossier, @ForAll("viewpoint") Viewpoint viewpoint) {
    Dossier first = DossierVariants.withHalfOfClaims(dossier);
    Tracker old = DossierVariants.tracker(Tracker.of(first), viewpoint);
    List<Object> before = AnswersInFull.of(everything(old, dossier));
    Tracker both = old.plus(dossier);
    Tracker rebuilt = DossierVariants.tracker(Tracker.of(first.plus(dossier)), viewpoint);
    assertThat(both.viewpoint()).isEqualTo(rebuilt.viewpoint());
    assertThat(both.dossier()).isEqualTo(rebuilt.dossier());
    assertThat(AnswersInFull.of(everything(both, dossier)))
        .isEqualTo(AnswersInFull.of(everything(rebuilt, dossier)));
    assertThat(AnswersInFull.of(everything(old, dossier))).isEqualTo(before);
    for (Proposition proposition : dossier.propositions()) {
      assertThat(both.timeline(proposition.id())).isEqualTo(rebuilt.timeline(proposition.id()));
      for (Actor party : dossier.actors()) {
        assertThat(both.outcome(party.id(), proposition.id()))
            .isEqualTo(rebuilt.outcome(party.id(), proposition.id()));
      }
    }
  }

  private static List<Position> everything(Tracker tracker, Dossier dossier) {
    List<Position> positions = new ArrayList<>();
    for (Actor party : dossier.actors()) {
      for (Proposition proposition : dossier.propositions()) {
        positions.add(tracker.position(party.id(), proposition.id()));
      }
    }
    return positions;
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void adding_claims_and_evidence_one_by_one_gives_the_answers_of_adding_all_at_once(
      @ForAll("dossiers") Dossier dossier) {
    Tracker grown = Tracker.of(DossierVariants.withClaims(dossier, List.of()));
    for (Claim claim : DossierVariants.inOrderOfReference(dossier)) {
      for (Evidence evidence : claim.evidence()) {
        Claim partial = claim.withEvidence(List.of(evidence));
        List<Claim> known = new ArrayList<>(grown.dossier().claims());
        known.removeIf(other -> other.id().equals(partial.id()));
        known.add(partial);
        grown = grown.plus(DossierVariants.withClaims(dossier, known));
      }
    }
    assertThat(AnswersInFull.of(everything(grown, dossier)))
        .isEqualTo(AnswersInFull.of(everything(Tracker.of(grown.dossier()), dossier)));
  }

  // Limits to some claims

  /** A query, worded by one of its steps. */
  @Provide
  Arbitrary<UnaryOperator<ClaimQuery>> query() {
    return Arbitraries.of(
        query -> query,
        query -> query.party("x").grade(Grade.OWN_WORDS, Grade.REPORTED),
        query -> query.stance(Stance.FOR).or(query.speaker("x-ministry")),
        query -> query.touching("a"),
        query -> query.onIssue("of-all").source("s1", "s2", "s3"),
        query -> query.certainlyBetween("2016-01", "2016-02"),
        query -> query.mutual());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void limiting_to_a_query_and_then_adding_claims_equals_adding_them_first(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("viewpoint") Viewpoint asked,
      @ForAll("query") UnaryOperator<ClaimQuery> query,
      @ForAll boolean isDateGiven) {
    Tracker root = Tracker.of(DossierVariants.withHalfOfClaims(dossier));
    UnaryOperator<Tracker> narrowed = tracker -> DossierVariants.tracker(tracker, viewpoint);
    UnaryOperator<Tracker> asking =
        tracker -> isDateGiven ? DossierVariants.tracker(tracker, asked) : tracker;
    Tracker limited = narrowed.apply(root).only(query.apply(asking.apply(root).claims()));
    Tracker both = root.plus(dossier);
    Tracker expected = narrowed.apply(both).only(query.apply(asking.apply(both).claims()));
    assertThat(limited.plus(dossier)).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(limited.plus(dossier).viewpoint()).hasToString(expected.viewpoint().toString());
    assertThat(everything(limited.plus(dossier), dossier)).isEqualTo(everything(expected, dossier));
    assertThat(pages(limited.plus(dossier), dossier)).isEqualTo(pages(expected, dossier));
    Statistics.collect(
        expected.claims().count() > 0, expected.claims().count() > limited.claims().count());
    Statistics.coverage(coverage -> coverage.check(true, true).count(n -> n > 5));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_tracker_limited_to_found_claims_keeps_their_ids_whatever_is_added(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("query") UnaryOperator<ClaimQuery> query) {
    Tracker root =
        DossierVariants.tracker(Tracker.of(DossierVariants.withHalfOfClaims(dossier)), viewpoint);
    FoundClaims found = query.apply(root.claims()).find();
    Tracker limited = root.only(found).plus(dossier);
    assertThat(limited.viewpoint()).isEqualTo(root.only(found).viewpoint());
    assertThat(limited).isEqualTo(root.plus(dossier).only(found));
    assertThat(limited.claims().list().stream().map(Claim::id))
        .isSubsetOf(found.claims().stream().map(Claim::id).toList());
    assertThat(everything(limited, dossier))
        .isEqualTo(everything(root.plus(dossier).only(found), dossier));
  }

  private static List<String> pages(Tracker tracker, Dossier dossier) {
    return everything(tracker, dossier).stream()
        .map(position -> position.page().toString())
        .toList();
  }

  // Updates

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void updates_list_every_difference_and_every_change_that_added_records_brought(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate day,
      @ForAll boolean isWhole,
      @ForAll boolean isFileReordered,
      @ForAll Random random) {
    Tracker root = Tracker.of(earlierRecord(dossier, random));
    Tracker longer =
        isFileReordered
            ? Tracker.of(
                DossierVariants.shuffledButPropositions(root.plus(dossier).dossier(), random))
            : root.plus(dossier);
    Tracker before =
        isWhole ? root : DossierVariants.tracker(root, known(viewpoint, root.dossier()));
    Tracker after =
        isWhole ? longer : DossierVariants.tracker(longer, known(viewpoint, root.dossier()));
    if (before.viewpoint().asOf().isAfter(day)) {
      before = before.asOf(day);
    }
    Updates updates = after.changesSince(before);
    assertThat(updates.before()).isEqualTo(before.viewpoint());
    assertThat(updates.after()).isEqualTo(after.viewpoint());
    Tracker then = after.asOf(before.viewpoint().asOf());
    DossierIndex index = RowValueRules.index(longer.dossier());
    List<Difference> differences = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Actor party :
        longer.dossier().actors().stream().filter(ComparisonLawsTest::isListed).toList()) {
      for (Proposition proposition : longer.dossier().propositions()) {
        Position middle = then.position(party.id(), proposition.id());
        Position later = after.position(party.id(), proposition.id());
        Optional<Position> earlier = earlier(before, party.id(), proposition.id());
        if (earlier.isPresent()) {
          ChangeRules.difference(earlier.get(), middle).ifPresent(differences::add);
        } else if (!(middle instanceof Unknown)) {
          assertThat(updates.differences().rows())
              .anySatisfy(
                  difference -> {
                    assertThat(difference.there()).isEqualTo(middle);
                    assertThat(difference.label()).isEqualTo(Difference.Label.GAINED);
                    differences.add(difference);
                  });
        }
        Change change = ChangeRules.change(index, middle, later);
        boolean isNew =
            switch (change.label()) {
              case SILENT, UNCHANGED -> false;
              case STILL_CONTESTED -> !sides(middle).equals(sides(later));
              default -> true;
            };
        if (isNew) {
          changes.add(change);
        }
      }
    }
    assertThat(updates.differences().rows()).containsExactlyInAnyOrderElementsOf(differences);
    assertThat(updates.changes().rows()).containsExactlyInAnyOrderElementsOf(changes);
    assertThat(updates.isEmpty()).isEqualTo(differences.isEmpty() && changes.isEmpty());
    Statistics.collect(!differences.isEmpty(), !changes.isEmpty());
    Statistics.coverage(
        coverage -> {
          coverage.check(true, true).count(n -> n > 5);
          coverage.check(true, false).count(n -> n > 5);
          coverage.check(false, true).count(n -> n > 5);
        });
  }

  private static Optional<Position> earlier(Tracker before, String party, String proposition) {
    return before.dossier().proposition(proposition).map(p -> before.position(party, proposition));
  }

  /** Returns the viewpoint without limits by sources that a dossier does not have. */
  private static Viewpoint known(Viewpoint viewpoint, Dossier dossier) {
    AnswerFactory answers = AnswerFactory.get();
    Viewpoint known = answers.viewpoint(viewpoint.asOf());
    known = viewpoint.includesDrafts() ? answers.withDrafts(known) : known;
    known =
        viewpoint.knownAt().isEmpty() ? known : answers.knownAt(known, viewpoint.knownAt().get());
    known =
        answers.without(
            known,
            viewpoint.without().stream().filter(id -> dossier.source(id).isPresent()).toList());
    known = answers.withoutRelays(known, viewpoint.withoutRelays());
    known = answers.withoutSpeakers(known, viewpoint.withoutSpeakers());
    return answers.minGrade(known, viewpoint.minGrade());
  }

  /**
   * Returns a part of a dossier: the first claims, some with the first piece of their evidence
   * only, and the sources and propositions that these need.
   */
  private static Dossier earlierRecord(Dossier dossier, Random random) {
    List<Claim> inOrder = DossierVariants.inOrderOfReference(dossier);
    Dossier earlier =
        DossierVariants.withClaims(
            dossier,
            inOrder.subList(0, random.nextInt(inOrder.size() + 1)).stream()
                .map(
                    claim ->
                        random.nextInt(4) == 0
                            ? claim.withEvidence(claim.evidence().subList(0, 1))
                            : claim)
                .toList());
    Set<String> needed = new HashSet<>(Set.of("a", "b"));
    earlier.claims().forEach(claim -> needed.add(claim.proposition()));
    for (int size = 0; size != needed.size(); ) {
      size = needed.size();
      for (Proposition proposition : dossier.propositions()) {
        if (needed.contains(proposition.id())) {
          needed.addAll(proposition.parts().keySet());
          needed.addAll(proposition.excludes());
        }
      }
    }
    return DossierVariants.withSources(
        Dossier.of(
            Iterables.concat(
                earlier.sources(),
                earlier.actors(),
                earlier.occasions(),
                Iterables.filter(earlier.propositions(), other -> needed.contains(other.id())),
                earlier.claims())),
        Set.of());
  }

  // Order of records

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_records_other_than_propositions_does_not_affect_comparisons(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoint") Viewpoint viewpoint,
      @ForAll("day") LocalDate day,
      @ForAll("party") String party,
      @ForAll Random random) {
    assertThat(
            answers(
                DossierVariants.shuffledButPropositions(dossier, random), viewpoint, day, party))
        .isEqualTo(answers(dossier, viewpoint, day, party));
  }

  /** Returns one answer of each type. */
  private static List<Object> answers(
      Dossier dossier, Viewpoint viewpoint, LocalDate day, String party) {
    Tracker root = Tracker.of(dossier);
    Tracker later = DossierVariants.tracker(root, viewpoint);
    Tracker earlier = day.isAfter(viewpoint.asOf()) ? later : later.asOf(day);
    List<Object> answers = new ArrayList<>();
    answers.add(earlier.changesTo(later));
    answers.add(later.differencesTo(root.asOf(viewpoint.asOf())));
    answers.add(later.compare("x", "y", "x-ministry"));
    answers.add(later.positionsOf(party));
    answers.add(later.matrix("x", party.equals("x") ? "y" : party).at());
    answers.add(later.claims().list());
    answers.add(later.claims().chronology());
    answers.add(later.claims().party("x").framings());
    for (Proposition proposition : root.propositions().rows()) {
      answers.add(later.positionsOn(proposition.id()));
      answers.add(later.history(party, proposition.id()));
      answers.add(later.explain(party, proposition.id()));
    }
    return answers.stream().map(answer -> (Object) AnswersInFull.of(answer)).toList();
  }
}
