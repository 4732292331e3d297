package org.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.Tally;
import org.demarche.model.Stance;

/** Tests properties that every network has. */
class NetworkLawsTest {
  record Vote(int state, int proposition, Stance stance, int day, int source) {}

  @Provide
  Arbitrary<List<Vote>> votes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Stance.class),
            Arbitraries.integers().between(1, 28),
            Arbitraries.integers().between(0, 2))
        .as(Vote::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static Tracker tracker(List<Vote> votes, UnaryOperator<String> named) {
    MadeUpAssembly assembly = new MadeUpAssembly();
    for (Vote vote : votes) {
      assembly.vote(
          named.apply("s" + vote.state),
          "p" + vote.proposition,
          vote.stance,
          "2020-02-%02d".formatted(vote.day),
          "source" + vote.source);
    }
    return assembly.tracker();
  }

  private static List<CongruenceQuery> questions(Tracker tracker) {
    List<CongruenceQuery> questions = new ArrayList<>();
    for (CongruenceMeasure measure : CongruenceMeasure.values()) {
      for (CongruenceDivisor divisor : CongruenceDivisor.values()) {
        for (DuplicateCounting duplicates : DuplicateCounting.values()) {
          questions.add(
              CongruenceQuery.of(tracker).measure(measure).divisor(divisor).duplicates(duplicates));
        }
      }
    }
    return questions;
  }

  @Property(tries = 100)
  void one_mode_networks_are_symmetric_with_0_on_the_diagonal(@ForAll("votes") List<Vote> votes) {
    for (CongruenceQuery question : questions(tracker(votes, name -> name))) {
      Network network = question.network();
      for (String row : network.rows()) {
        assertThat(network.value(row, row)).hasValue(0);
        for (String column : network.columns()) {
          assertThat(network.value(row, column)).isEqualTo(network.value(column, row));
        }
      }
    }
  }

  @Property(tries = 100)
  void congruence_plus_conflict_equals_the_measure_that_ignores_stances(
      @ForAll("votes") List<Vote> votes) {
    CongruenceQuery question = CongruenceQuery.of(tracker(votes, name -> name));
    Network congruence = question.network();
    Network conflict = question.conflict().network();
    Network subtract = question.subtractingConflict().network();
    Network ignore = question.ignoringStance().network();
    Network cosine = question.byNorms().network();
    for (int index = 0; index < congruence.values().length(); index++) {
      double alike = congruence.values().get(index);
      double opposed = conflict.values().get(index);
      assertThat(alike).isNotNegative();
      assertThat(opposed).isNotNegative();
      assertThat(alike + opposed).isEqualTo(ignore.values().get(index));
      assertThat(alike - opposed).isEqualTo(subtract.values().get(index));
      assertThat(cosine.values().get(index)).isBetween(0.0, 1 + 1e-12);
    }
  }

  @Property(tries = 100)
  void agreement_measures_are_within_their_bounds(@ForAll("votes") List<Vote> votes) {
    AgreementTable all = AgreementQuery.of(tracker(votes, name -> name)).all();
    for (Tally tally : all.pairs()) {
      assertThat(tally.same() + tally.partial() + tally.opposed()).isEqualTo(tally.joint());
      for (Tally.Measure share :
          List.of(
              Tally.Measure.IDENTICAL_SHARE,
              Tally.Measure.HALF_CREDIT,
              Tally.Measure.DECIDED_ONLY)) {
        tally.measure(share).ifPresent(value -> assertThat(value).isBetween(0.0, 1.0));
      }
      assertThat(tally.measure(Tally.Measure.IDENTICAL_SHARE).isEmpty())
          .isEqualTo(tally.joint() == 0);
    }
  }

  @Property(tries = 50)
  void values_do_not_depend_on_names_or_the_order_of_records(
      @ForAll("votes") List<Vote> votes, @ForAll Random chance) {
    List<Vote> shuffled = new ArrayList<>(votes);
    Collections.shuffle(shuffled, chance);
    UnaryOperator<String> renamed = name -> "r" + (char) ('z' - name.charAt(1) + '0');
    Tracker one = tracker(votes, name -> name);
    Tracker other = tracker(shuffled, renamed);
    for (CongruenceMeasure measure : CongruenceMeasure.values()) {
      for (DuplicateCounting duplicates : DuplicateCounting.values()) {
        Network here = CongruenceQuery.of(one).measure(measure).duplicates(duplicates).network();
        Network there = CongruenceQuery.of(other).measure(measure).duplicates(duplicates).network();
        for (String row : here.rows()) {
          for (String column : here.columns()) {
            assertThat(there.value(renamed.apply(row), renamed.apply(column)))
                .isEqualTo(here.value(row, column));
          }
        }
      }
    }
    // positions follow the latest claim, whatever the order of the records
    AgreementQuery here = AgreementQuery.of(one);
    AgreementQuery there = AgreementQuery.of(other);
    for (Tally tally : here.all().pairs()) {
      Tally same = there.between(renamed.apply(tally.first()), renamed.apply(tally.second()));
      assertThat(same.joint()).isEqualTo(tally.joint());
      assertThat(same.same()).isEqualTo(tally.same());
      assertThat(same.opposed()).isEqualTo(tally.opposed());
    }
  }

  @Property(tries = 100)
  void a_window_over_the_whole_range_gives_the_network_of_all_claims(
      @ForAll("votes") List<Vote> votes) {
    int first = votes.stream().mapToInt(Vote::day).min().orElseThrow();
    int last = votes.stream().mapToInt(Vote::day).max().orElseThrow();
    if ((last - first) % 2 == 0) {
      Tracker tracker = tracker(votes, name -> name);
      for (CongruenceMeasure measure : CongruenceMeasure.values()) {
        CongruenceQuery question = CongruenceQuery.of(tracker).measure(measure);
        List<Network> windows = question.windows(last - first + 1).toList();
        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).values()).isEqualTo(question.network().values());
      }
    }
  }

  @Property(tries = 100)
  void incrementally_updated_windows_equal_networks_of_their_claims(
      @ForAll("votes") List<Vote> votes) {
    CongruenceQuery question = CongruenceQuery.of(tracker(votes, name -> name));
    int first = votes.stream().mapToInt(Vote::day).min().orElseThrow();
    int last = votes.stream().mapToInt(Vote::day).max().orElseThrow();
    int days = Math.min(5, last - first + 1);
    if (2 * Math.round((days - 1) / 2.0) <= last - first) {
      question
          .windows(days)
          .forEach(
              window -> {
                Range<LocalDate> range = window.window().orElseThrow();
                List<Vote> inside =
                    votes.stream()
                        .filter(
                            vote ->
                                vote.day >= range.lowerEndpoint().getDayOfMonth()
                                    && vote.day <= range.upperEndpoint().getDayOfMonth())
                        .toList();
                assertThat(window.claims()).hasValue(inside.size());
                double expected =
                    inside.isEmpty()
                        ? 0
                        : CongruenceQuery.of(tracker(inside, name -> name))
                            .network()
                            .values()
                            .stream()
                            .sum();
                assertThat(window.values().stream().sum()).isCloseTo(expected, within(1e-9));
              });
    }
  }

  @Property(tries = 100)
  void a_graph_has_exactly_one_edge_per_tie(@ForAll("votes") List<Vote> votes) {
    Network network = CongruenceQuery.of(tracker(votes, name -> name)).network();
    assertThat(network.graph().nodes()).containsExactlyElementsOf(network.rows());
    for (String row : network.rows()) {
      for (String column : network.columns()) {
        OptionalDouble value = network.value(row, column);
        assertThat(network.graph().edgeValueOrDefault(row, column, 0.0)).isEqualTo(value.orElse(0));
      }
    }
  }
}
