package org.demarche.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Tally;
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Peer.Terms;
import org.demarche.examples.benchmarks.Peer.Turn;
import org.demarche.examples.benchmarks.Questions.Cell;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.network.AgreementQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every peer and floor answers as the library does, over a record of 10,000 claims.
 *
 * <p>A bare stance is compared with a full position: there is none exactly where the position is
 * unknown, it is the stance of one that is known, and of one that is contested it is that of one of
 * its sides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EqualAnswersTest {
  /** All who are asked for stances. */
  static List<String> peers() {
    return List.of(
        "sqlite", "h2", "duckdb", "duckdb-asof", "cqengine", "tablesaw", "streams", "floor");
  }

  /** All who are asked for claims. */
  static List<String> seekers() {
    return List.of(
        "sqlite", "h2", "duckdb", "cqengine", "cqengine-fit", "tablesaw", "streams", "floor");
  }

  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(1991, 6, 30),
          LocalDate.of(2004, 2, 29),
          LocalDate.of(2017, 10, 31),
          LocalDate.of(2026, 1, 1));

  private final MadeUp record = MadeUp.of(10_000);
  private final Flat flat = Flat.of(record.items());
  private final Tracker tracker = Tracker.of(record.dossier());
  private final Questions questions = Questions.of(flat);

  @ParameterizedTest
  @MethodSource("peers")
  void all_bare_stances_are_those_of_our_positions(String name) {
    try (Peer peer = Peer.of(name, flat)) {
      for (LocalDate date : DATES) {
        Tracker then = tracker.asOf(date);
        int[] stances = peer.stances(Flat.day(date));
        for (int cell = 0; cell < stances.length; cell++) {
          int proposition = cell % flat.propositions().size();
          int party = cell / flat.propositions().size();
          assertStands(stances[cell], position(then, party, proposition));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_bare_stance_is_that_of_our_position(String name) {
    try (Peer peer = Peer.of(name, flat)) {
      for (LocalDate date : DATES) {
        Tracker then = tracker.asOf(date);
        for (Cell cell : someCells()) {
          int day = Flat.day(date);
          assertStands(
              peer.stance(cell.party(), cell.other(), day),
              position(then, cell.party(), cell.other()));
          for (LocalDate known : List.of(date, date.minusYears(1), date.plusDays(40))) {
            assertStands(
                peer.stance(cell.party(), cell.other(), day, Flat.day(known)),
                position(then.knownAt(known), cell.party(), cell.other()));
          }
        }
      }
    }
  }

  @Test
  void a_word_is_that_of_our_position() {
    for (LocalDate date : DATES) {
      Tracker then = tracker.asOf(date);
      StanceGrid stances = then.stanceGrid(ActorKind.STATE);
      for (String party : flat.parties()) {
        for (String proposition : flat.propositions()) {
          PositionOutcome held = then.position(party, proposition).outcome();
          assertThat(then.outcome(party, proposition)).isEqualTo(held);
          assertThat(stances.outcome(party, proposition)).isEqualTo(held);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void two_parties_compare_alike(String name) {
    try (Peer peer = Peer.of(name, flat)) {
      for (LocalDate date : DATES) {
        for (Cell pair : questions.pairs().subList(0, 5)) {
          int[] stances = peer.compare(pair.party(), pair.other(), Flat.day(date));
          Map<String, Relation> relations =
              tracker
                  .asOf(date)
                  .compare(flat.parties().get(pair.party()), flat.parties().get(pair.other()))
                  .rows()
                  .stream()
                  .collect(Collectors.toMap(Relation::proposition, relation -> relation));
          for (int on = 0; on < flat.propositions().size(); on++) {
            Relation relation = relations.get(flat.propositions().get(on));
            if (relation == null) {
              assertThat(stances[2 * on]).isEqualTo(Peer.NONE);
              assertThat(stances[2 * on + 1]).isEqualTo(Peer.NONE);
            } else {
              assertStands(stances[2 * on], relation.first());
              assertStands(stances[2 * on + 1], relation.second());
            }
          }
        }
      }
    }
  }

  /** Over the cells in which we are not contested, since agreement leaves out those that are. */
  @ParameterizedTest
  @MethodSource("peers")
  void pairs_agree_as_often(String name) {
    for (LocalDate date : DATES) {
      Tracker then = tracker.asOf(date);
      List<Bearing> known =
          flat.bearings().stream()
              .filter(b -> position(then, b.party(), b.proposition()).outcome() != PositionOutcome.CONTESTED)
              .toList();
      Flat ofKnown =
          new Flat(flat.parties(), flat.propositions(), flat.principals(), known, flat.claims());
      Map<String, Tally> tallies = new HashMap<>();
      for (Tally tally : AgreementQuery.of(then).all().pairs()) {
        tallies.put(tally.first() + " " + tally.second(), tally);
        tallies.put(tally.second() + " " + tally.first(), tally);
      }
      try (Peer peer = Peer.of(name, ofKnown)) {
        int[] counts = peer.agreement(Flat.day(date));
        int at = 0;
        for (int first = 0; first < flat.parties().size(); first++) {
          for (int second = first + 1; second < flat.parties().size(); second++) {
            Tally tally = tallies.get(flat.parties().get(first) + " " + flat.parties().get(second));
            assertThat(counts[at++]).isEqualTo(tally == null ? 0 : tally.joint());
            assertThat(counts[at++]).isEqualTo(tally == null ? 0 : tally.same());
          }
        }
      }
    }
  }

  /** At each day on which either of the two turns, and for every party. */
  @ParameterizedTest
  @MethodSource("peers")
  void parties_turn_on_the_same_days(String name) {
    try (Peer peer = Peer.of(name, flat)) {
      for (int on : List.of(0, 1, 2, 3, 4, 70, 111, 200, 499)) {
        List<Turn> turns = peer.turns(on);
        for (int number = 0; number < flat.parties().size(); number++) {
          int party = number;
          List<Turn> own = turns.stream().filter(turn -> turn.party() == party).toList();
          List<Change> changes =
              tracker.history(flat.parties().get(party), flat.propositions().get(on)).changes();
          Set<Integer> days = new TreeSet<>();
          own.forEach(turn -> days.add(turn.day()));
          changes.forEach(change -> days.add(day(change)));
          for (int day : days) {
            int bare =
                own.stream()
                    .filter(turn -> turn.day() <= day)
                    .reduce((earlier, later) -> later)
                    .map(Turn::stance)
                    .orElse(Peer.NONE);
            Set<Stance> ours =
                changes.stream()
                    .filter(change -> day(change) <= day)
                    .reduce((earlier, later) -> later)
                    .map(change -> standing(change.after()))
                    .orElse(Set.of());
            assertThat(ours.stream().map(Stance::ordinal)).contains(bare);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seekers")
  void five_terms_find_the_same_claims(String name) {
    try (Peer peer = Peer.of(name, flat)) {
      for (Terms terms : questions.terms().subList(0, 500)) {
        List<String> found =
            tracker
                .claims()
                .principal(flat.principals().get(terms.principal()))
                .on(flat.propositions().get(terms.proposition()))
                .force(Force.values()[terms.force()])
                .stance(Stance.values()[terms.stance()])
                .between(
                    LocalDate.ofEpochDay(terms.first()).toString(),
                    LocalDate.ofEpochDay(terms.last()).toString())
                .list()
                .stream()
                .map(claim -> claim.id())
                .toList();
        assertThat(
                Arrays.stream(peer.claims(terms))
                    .mapToObj(number -> tracker.dossier().claims().get(number).id()))
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(found);
      }
    }
  }

  @Test
  void what_is_written_is_what_peers_are_given() {
    assertThat(Sample.of("10000").flat()).isEqualTo(flat);
  }

  @Test
  void the_record_is_as_it_is_described() {
    assertThat(tracker.dossier().claims()).hasSize(10_000);
    assertThat(flat.parties()).hasSize(MadeUp.STATES);
    assertThat(flat.propositions()).hasSize(MadeUp.PROPOSITIONS);
    assertThat(share(c -> c.asserted().earliest().isEmpty())).isBetween(0.04, 0.06);
    assertThat(share(c -> c.asserted().isThroughout())).isBetween(0.015, 0.025);
    assertThat(share(c -> Integer.parseInt(c.proposition().substring(1)) < 70))
        .isBetween(0.09, 0.11);
    assertThat(tracker.dossier().warnings()).isEmpty();
    assertThat(tracker.stanceGrid(ActorKind.STATE).cells())
        .contains(PositionOutcome.FOR, PositionOutcome.AGAINST, PositionOutcome.UNCOMMITTED, PositionOutcome.CONTESTED, PositionOutcome.UNKNOWN);
  }

  private double share(Predicate<Claim> those) {
    return tracker.dossier().claims().stream().filter(those).count() / 10_000.0;
  }

  private List<Cell> someCells() {
    SplittableRandom chance = new SplittableRandom(3);
    List<Cell> cells = new ArrayList<>(questions.cells().subList(0, 300));
    cells.addAll(questions.crowded());
    IntStream.range(0, 50)
        .mapToObj(i -> new Cell(chance.nextInt(MadeUp.STATES), chance.nextInt(70)))
        .forEach(cells::add);
    return cells;
  }

  private Position position(Tracker then, int party, int proposition) {
    return then.position(flat.parties().get(party), flat.propositions().get(proposition));
  }

  private static int day(Change change) {
    return Flat.day(change.after().viewpoint().asOf());
  }

  private static void assertStands(int bare, Position position) {
    Set<Stance> standing = standing(position);
    assertThat(bare == Peer.NONE ? standing.isEmpty() : standing.contains(Stance.values()[bare]))
        .as(() -> "bare " + bare + ", ours " + position)
        .isTrue();
  }

  /** The stances that stand. */
  private static Set<Stance> standing(Position position) {
    if (position instanceof Known known) {
      return EnumSet.of(known.stance());
    }
    return position instanceof Contested contested
        ? contested.sides().stream().map(side -> side.stance()).collect(Collectors.toSet())
        : Set.of();
  }
}
