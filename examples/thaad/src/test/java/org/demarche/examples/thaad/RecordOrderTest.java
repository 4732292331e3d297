package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.related;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Contested;
import org.demarche.answer.Position;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order of records in a dossier never changes an answer, except that the propositions of an
 * issue are listed in the order of the dossier.
 */
class RecordOrderTest {
  private static final List<String> PARTIES =
      List.of(
          "rok",
          "prc",
          "usa",
          "rok-mofa",
          "prc-mfa",
          "rok-presidential-office",
          "yoon-suk-yeol",
          "global-times");

  private static final List<Position> UNSHUFFLED = positions(TRACKER);
  private static final List<Object> OTHER_ANSWERS = otherAnswers(TRACKER);
  private static final Dossier TIES = MadeUpRecords.ties();

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shuffled_records_give_the_same_positions(int seed) {
    Dossier shuffled = shuffled(DOSSIER, new Random(seed));
    assertThat(shuffled).isNotEqualTo(DOSSIER);
    List<Position> positions = positions(Tracker.of(shuffled));
    assertThat(positions).hasSameSizeAs(UNSHUFFLED);
    for (int i = 0; i < positions.size(); i++) {
      if (!positions.get(i).equals(UNSHUFFLED.get(i))) {
        assertThat(positions.get(i)).isEqualTo(UNSHUFFLED.get(i));
      }
      if (!related(positions.get(i)).equals(related(UNSHUFFLED.get(i)))) {
        assertThat(related(positions.get(i))).isEqualTo(related(UNSHUFFLED.get(i)));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shuffled_records_give_the_same_matrices_and_comparisons(int seed) {
    List<Object> answers = otherAnswers(Tracker.of(shuffled(DOSSIER, new Random(seed))));
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).isEqualTo(OTHER_ANSWERS.get(i));
      assertThat(printed(answers.get(i))).isEqualTo(printed(OTHER_ANSWERS.get(i)));
    }
  }

  private static String printed(Object answer) {
    return answer instanceof Optional<?> optional
        ? printed(optional.orElseThrow())
        : ((Printable) answer).print();
  }

  /** Returns one answer of each type other than Position. */
  private static List<Object> otherAnswers(Tracker tracker) {
    Tracker then = tracker.asOf("2017-11-24");
    Tracker now = tracker.asOf("2022-08-11");
    return List.of(
        tracker.matrix("rok", "prc").at("2017-10-31", "2022-08-11"),
        tracker.administrations("rok").at(),
        tracker.propositions("three nos"),
        then.changesTo(now),
        now.differencesTo(now.without("ET22")),
        now.compare("rok", "prc", "usa"),
        now.positionsOf("rok"),
        now.positionsOn("three-nos"),
        now.history("rok", "additional-thaad"),
        now.explain("rok", "three-nos"),
        now.readouts("qingdao-2022-08-09"),
        now.claims().chronology(),
        now.claims().framings(),
        now.claims().mentioning("three nos").firstAttested());
  }

  /** Returns the position of each party on each proposition at each date, in each view. */
  private static List<Position> positions(Tracker tracker) {
    List<Position> positions = new ArrayList<>();
    for (Tracker view : views(tracker)) {
      for (String date : DATES) {
        Tracker then = view.asOf(date);
        for (String party : PARTIES) {
          for (Proposition proposition : DOSSIER.propositions()) {
            positions.add(then.position(party, proposition.id()));
          }
        }
      }
    }
    return positions;
  }

  /** Returns all evidence, the evidence known in 2017, and the evidence without one source. */
  private static List<Tracker> views(Tracker tracker) {
    return List.of(tracker, tracker.knownAt("2017-11-24"), tracker.without("ET22"));
  }

  @Test
  void claims_that_differ_only_by_id_are_cited_in_the_order_of_their_ids() {
    Tracker tracker = Tracker.of(TIES).asOf("2020-06-15");
    assertThat(ids(known(tracker.position("north", "dam")).support()))
        .containsExactly("d-1", "d-2", "d-3");
    assertThat(tracker.position("north", "tariff"))
        .isInstanceOfSatisfying(
            Contested.class,
            contested ->
                assertThat(ids(contested.sides())).containsExactly("t-1", "t-2", "t-3", "t-4"));
  }

  @Test
  void of_equally_near_claims_the_first_sixteen_by_id_are_listed() {
    Position treaty = Tracker.of(TIES).asOf("2020-06-15").position("north", "treaty");
    assertThat(ids(treaty.hints())).isEqualTo(firstSixteen("hint"));
    assertThat(ids(treaty.possibleClaims())).isEqualTo(firstSixteen("possibly"));
    assertThat(ids(treaty.reports())).isEqualTo(firstSixteen("report"));
    assertThat(treaty.hasMoreHints()).isTrue();
    assertThat(treaty.hasMorePossibleClaims()).isTrue();
    assertThat(treaty.hasMoreReports()).isTrue();
  }

  private static List<String> firstSixteen(String prefix) {
    return IntStream.rangeClosed(1, 16)
        .mapToObj(i -> String.format(Locale.ROOT, "%s-%02d", prefix, i))
        .toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shuffled_ties_give_the_same_positions(int seed) {
    Tracker unshuffled = Tracker.of(TIES).asOf("2020-06-15");
    Tracker shuffled = Tracker.of(shuffled(TIES, new Random(seed))).asOf("2020-06-15");
    for (Actor party : TIES.actors()) {
      for (Proposition proposition : TIES.propositions()) {
        Position expected = unshuffled.position(party.id(), proposition.id());
        Position position = shuffled.position(party.id(), proposition.id());
        assertThat(position).isEqualTo(expected);
        assertThat(related(position)).isEqualTo(related(expected));
      }
    }
  }

  private static Dossier shuffled(Dossier dossier, Random random) {
    return Dossier.of(
        Iterables.concat(
            shuffled(dossier.sources(), random),
            shuffled(dossier.actors(), random).stream().map(a -> shuffled(a, random)).toList(),
            shuffled(dossier.occasions(), random),
            shuffledAcrossIssues(dossier.propositions(), random),
            shuffled(dossier.claims(), random)));
  }

  /** Returns the propositions in another order, in which those of each issue keep theirs. */
  private static List<Proposition> shuffledAcrossIssues(
      List<Proposition> propositions, Random random) {
    ListMultimap<String, Proposition> ofIssue = ArrayListMultimap.create();
    propositions.forEach(proposition -> ofIssue.put(proposition.issue(), proposition));
    return shuffled(propositions, random).stream()
        .map(proposition -> ofIssue.get(proposition.issue()).remove(0))
        .toList();
  }

  /** Returns the same actor with its terms of office in another order. */
  private static Actor shuffled(Actor actor, Random random) {
    Actor.Builder shuffled =
        Actor.builder()
            .id(actor.id())
            .name(actor.name())
            .kind(actor.kind())
            .authority(actor.authority())
            .named(actor.isNamed())
            .aliases(actor.aliases())
            .terms(shuffled(actor.terms(), random));
    actor.of().ifPresent(shuffled::of);
    return shuffled.build();
  }

  private static <R> List<R> shuffled(List<R> records, Random random) {
    List<R> shuffled = records.stream().collect(toCollection(ArrayList::new));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
