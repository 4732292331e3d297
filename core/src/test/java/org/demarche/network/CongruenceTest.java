package org.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests congruence and affiliation against formulas worked out by hand. */
class CongruenceTest {
  /**
   * The votes of x: a1 for twice, a2 against; of y: a1 for, a1 uncommitted, a2 for; of z: b1 for.
   */
  private static final Tracker TRACKER =
      new MadeUpAssembly()
          .vote("x", "a1", FOR, "2020-01-01")
          .vote("x", "a1", FOR, "2020-01-08", "other")
          .vote("x", "a2", AGAINST, "2020-01-03")
          .vote("y", "a1", FOR, "2020-01-02")
          .vote("y", "a1", UNCOMMITTED, "2020-01-04")
          .vote("y", "a2", FOR, "2020-01-09")
          .vote("z", "b1", FOR, "2020-01-05")
          .tracker();

  private final CongruenceQuery congruence = CongruenceQuery.of(TRACKER);

  private static double xy(Network network) {
    return network.value("x", "y").orElseThrow();
  }

  @Test
  void uncommitted_claims_count_half_or_are_left_out() {
    // a1: 2·1 and 2·1·½; a2: no congruence
    assertThat(xy(congruence.network())).isEqualTo(3);
    // a1: 2·1·½; a2: 1·1
    assertThat(xy(congruence.conflict().network())).isEqualTo(2);
    assertThat(xy(congruence.subtractingConflict().network())).isEqualTo(1);
    // a1: 2·2; a2: 1·1
    assertThat(xy(congruence.ignoringStance().network())).isEqualTo(5);
    CongruenceQuery decided = congruence.withoutUncommitted();
    assertThat(xy(decided.network())).isEqualTo(2);
    assertThat(xy(decided.conflict().network())).isEqualTo(1);
    assertThat(xy(decided.ignoringStance().network())).isEqualTo(3);
    assertThat(decided.conflict().congruence().network()).isEqualTo(decided.network());
  }

  @Test
  void each_divisor_follows_its_formula() {
    assertThat(xy(congruence.byAverageActivity().network())).isEqualTo(3 / 3.0);
    assertThat(xy(congruence.byProduct().network())).isEqualTo(3 / 9.0);
    // both for a1: 2·1; of x a2 against: 1; of y a1 uncommitted: 1, a2 for: 1
    assertThat(xy(congruence.byJaccard().network())).isEqualTo(3 / 5.0);
    // x with itself: 2·2 + 1·1; y: 1 + 1 + 1 + 2·½
    assertThat(xy(congruence.byNorms().network())).isCloseTo(3 / Math.sqrt(5 * 4), within(1e-12));
  }

  @Test
  void actors_who_speak_in_the_same_proportions_have_a_cosine_of_one() {
    MadeUpAssembly assembly = new MadeUpAssembly();
    for (Stance stance : Stance.values()) {
      assembly.vote("x", "a1", stance, "2020");
      for (int i = 0; i < 3; i++) {
        assembly.vote("y", "a1", stance, "2020");
      }
    }
    for (CongruenceMeasure measure :
        List.of(CongruenceMeasure.CONGRUENCE, CongruenceMeasure.IGNORE)) {
      assertThat(xy(CongruenceQuery.of(assembly.tracker()).measure(measure).byNorms().network()))
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void isolates_are_kept_or_dropped() {
    assertThat(congruence.network().rows()).containsExactly("x", "y", "z");
    Network tied = congruence.withoutIsolates().network();
    assertThat(tied.rows()).containsExactly("x", "y");
    assertThat(xy(tied)).isEqualTo(3);
    assertThat(tied.question()).contains("without isolates");
    assertThat(congruence.network().graph().nodes()).containsExactly("x", "y", "z");
    assertThat(congruence.network().graph().edges()).hasSize(1);
  }

  @Test
  void propositions_are_tied_by_actors_who_speak_on_both() {
    Network network = congruence.ofPropositions().network();
    assertThat(network.rows()).containsExactly("a1", "a2", "b1");
    // x: 2 for a1 against 1 against a2; y: for and uncommitted on a1, for on a2: 1 and ½
    assertThat(network.value("a1", "a2")).hasValue(1.5);
    assertThat(network.question()).contains("among propositions through states, ");
    Network speakers = congruence.ofPropositions().amongSpeakers().network();
    assertThat(speakers.question()).contains("among propositions through speakers, ");
    assertThat(speakers).isEqualTo(congruence.amongSpeakers().ofPropositions().network());
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 3",
    "ONCE_PER_SOURCE, 3",
    "ONCE_PER_WEEK, 3",
    "ONCE_PER_MONTH, 1.5",
    "ONCE_PER_YEAR, 1.5",
    "ONCE, 1.5"
  })
  void duplicates_are_counted_once_per_chosen_period(
      DuplicateCounting duplicates, double expected) {
    // x on a1 twice: in two sources, in two weeks (of 1 and of 8 January 2020), in one month
    assertThat(xy(congruence.duplicates(duplicates).network())).isEqualTo(expected);
  }

  @Test
  void weeks_and_months_of_different_years_are_different_periods() {
    Tracker years =
        new MadeUpAssembly()
            .vote("x", "a1", FOR, "2020-01-01")
            .vote("x", "a1", FOR, "2021-01-06")
            .vote("y", "a1", FOR, "2020-01-01")
            .tracker();
    // both in week 1 and in January, of 2020 and of 2021
    for (DuplicateCounting each :
        List.of(DuplicateCounting.ONCE_PER_WEEK, DuplicateCounting.ONCE_PER_MONTH)) {
      assertThat(xy(CongruenceQuery.of(years).duplicates(each).network())).isEqualTo(2);
    }
    Tracker turn =
        new MadeUpAssembly()
            .vote("x", "a1", FOR, "2019-12-31")
            .vote("x", "a1", FOR, "2020-01-01")
            .vote("y", "a1", FOR, "2020-01-01")
            .tracker();
    // one week, two months, two years
    assertThat(xy(CongruenceQuery.of(turn).duplicates(DuplicateCounting.ONCE_PER_WEEK).network()))
        .isEqualTo(1);
    assertThat(xy(CongruenceQuery.of(turn).duplicates(DuplicateCounting.ONCE_PER_MONTH).network()))
        .isEqualTo(2);
  }

  @Test
  void a_measure_that_ignores_stances_treats_claims_of_different_stances_as_duplicates() {
    Network network =
        congruence.ignoringStance().duplicates(DuplicateCounting.ONCE_PER_SOURCE).network();
    // y on a1 once, for and uncommitted in one source; x on a1 in two sources
    assertThat(xy(network)).isEqualTo(2 * 1 + 1 * 1);
  }

  @Test
  void windows_contain_the_claims_around_a_day() {
    List<Network> windows = congruence.windows(3).toList();
    assertThat(windows).hasSize(7); // of the 9 days from the 1st to the 9th
    assertThat(windows.get(0).day()).hasValue(LocalDate.parse("2020-01-02"));
    assertThat(windows.get(0).window())
        .hasValue(Range.closed(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-01-03")));
    assertThat(windows.get(0).claims()).hasValue(3);
    assertThat(windows.get(0).page().toString())
        .startsWith("2020-01-02, from 2020-01-01 to 2020-01-03: 3 claims\n\nCONGRUENCE of pairs");
    assertThat(windows).extracting(CongruenceTest::xy).containsExactly(1., 0., 0., 0., 0., 0., 0.);
    assertThat(windows.get(6).claims()).hasValue(2);
    assertThat(congruence.windows(9)).hasSize(1);
    assertThat(congruence.windows(1)).hasSize(9);
  }

  @Test
  void a_window_whose_claims_are_unchanged_reuses_the_values_of_the_day_before() {
    List<Network> windows =
        CongruenceQuery.of(
                new MadeUpAssembly()
                    .vote("x", "a1", FOR, "2020-01-01")
                    .vote("y", "a1", FOR, "2020-01-09")
                    .tracker())
            .windows(3)
            .toList();
    // from the 3rd to the 7th of January a window of three days has no claim
    assertThat(windows.get(2).values()).isSameAs(windows.get(1).values());
    assertThat(windows.get(1).values()).isNotSameAs(windows.get(0).values());
  }

  @Test
  void windows_that_are_too_wide_or_empty_are_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> congruence.windows(10))
        .withMessage(
            "a window of 10 days, with 5 on either side of its middle, does not fit into the 9 days from 2020-01-01 to 2020-01-09: give fewer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> congruence.smoothed(Kernel.GAUSSIAN, -1))
        .withMessage("a window of -1 days: give 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> congruence.windows(0))
        .withMessage("a window of 0 days: give 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> congruence.duplicates(DuplicateCounting.ONCE).smoothed(Kernel.UNIFORM, 3))
        .withMessageContaining("leave duplicates(…) out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CongruenceQuery.of(new MadeUpAssembly().state("x").tracker()).windows(1))
        .withMessage("no claim counts, so there is no window of time");
  }

  @Test
  void kernels_follow_the_published_formulas_and_include_their_bounds() {
    assertThat(Kernel.UNIFORM.weight(-1)).isEqualTo(0.5);
    assertThat(Kernel.UNIFORM.weight(1.0001)).isZero();
    assertThat(Kernel.EPANECHNIKOV.weight(0)).isEqualTo(0.75);
    assertThat(Kernel.EPANECHNIKOV.weight(0.5)).isEqualTo(0.5625);
    assertThat(Kernel.TRIANGULAR.weight(-0.25)).isEqualTo(0.75);
    assertThat(Kernel.TRIANGULAR.weight(0.25)).isEqualTo(0.75);
    // tables of the normal distribution: φ(0) = 0.39894, φ(1) = 0.24197, φ(2) = 0.05399
    assertThat(Kernel.GAUSSIAN.weight(0)).isCloseTo(0.39894, within(5e-6));
    assertThat(Kernel.GAUSSIAN.weight(1)).isCloseTo(0.24197, within(5e-6));
    assertThat(Kernel.GAUSSIAN.weight(-2)).isCloseTo(0.05399, within(5e-6));
  }

  @Test
  void actors_who_make_the_same_claims_have_a_normalized_value_of_one_even_for_tiny_weights() {
    MadeUpAssembly twins = new MadeUpAssembly();
    for (String state : List.of("x", "y")) {
      twins.vote(state, "a1", FOR, "2020-01-01").vote(state, "a1", FOR, "2020-03-01");
      twins.vote(state, "a2", AGAINST, "2020-03-01");
    }
    for (CongruenceDivisor divisor : List.of(CongruenceDivisor.COSINE, CongruenceDivisor.JACCARD)) {
      assertThat(CongruenceQuery.of(twins.tracker()).divisor(divisor).smoothed(Kernel.GAUSSIAN, 3))
          .isNotEmpty()
          .allSatisfy(window -> assertThat(xy(window)).isCloseTo(1, within(1e-9)));
    }
  }

  @Test
  void claims_of_an_organ_count_for_its_state_and_joint_claims_count_for_every_principal() {
    Dossier votes =
        new MadeUpAssembly()
            .vote("y", "b2", AGAINST, "2020")
            .vote("x", "b1", FOR, "2020")
            .state("z")
            .dossier();
    Dossier more =
        votes.plus(
            Actor.builder().id("x-mfa").name("X").kind(ActorKind.ORGAN).of("x").build(),
            Actor.builder().id("head").name("Head").kind(ActorKind.PERSON).build(),
            joint("j1", "x-mfa", "z").build(),
            joint("j2", "head").build(),
            joint("j3", "x", "x-mfa").build());
    Tracker tracker = Tracker.of(more);
    Network states = CongruenceQuery.of(tracker).network();
    assertThat(states.rows()).containsExactly("x", "y", "z");
    assertThat(states.value("x", "z")).hasValue(2); // j1 and j3 of x, once each, with j1 of z
    Network principals = CongruenceQuery.of(tracker).amongPrincipals().network();
    assertThat(principals.rows()).containsExactly("head", "x", "x-mfa", "y", "z");
    assertThat(principals.value("head", "x-mfa")).hasValue(2);
    assertThat(CongruenceQuery.of(tracker).amongPrincipals().amongStates().network())
        .isEqualTo(states);
    AffiliationQuery affiliation = AffiliationQuery.of(tracker);
    assertThat(affiliation.network().rows()).containsExactly("x", "y", "z");
    assertThat(affiliation.amongPrincipals().network().rows())
        .containsExactly("head", "x", "x-mfa", "y", "z");
    assertThat(affiliation.amongPrincipals().amongStates().network())
        .isEqualTo(affiliation.network());
  }

  private static Claim.Builder joint(String id, String... principals) {
    return Claim.builder()
        .id(id)
        .addSpeakers(principals)
        .addPrincipals(principals)
        .asserted(When.parse("2020-01-20"))
        .proposition("b2")
        .stance(FOR)
        .force(Force.VOTE)
        .addEvidence(Evidence.builder().source("minutes").mode(Mode.RECORDED).build());
  }

  @Test
  void a_pair_of_claims_counts_by_the_square_root_of_the_product_of_its_weights() {
    // on the 2nd, with a kernel of 4 days, x of the 1st is at u = −½ and y of the 2nd at 0
    Network window =
        CongruenceQuery.of(
                new MadeUpAssembly()
                    .vote("x", "a1", FOR, "2020-01-01")
                    .vote("y", "a1", FOR, "2020-01-02")
                    .vote("z", "b1", FOR, "2019-12-31")
                    .vote("z", "b1", FOR, "2020-01-04")
                    .tracker())
            .smoothed(Kernel.EPANECHNIKOV, 4)
            .findFirst()
            .orElseThrow();
    assertThat(window.day()).hasValue(LocalDate.parse("2020-01-02"));
    assertThat(window.claims()).hasValue(2); // claims at the bounds have a weight of 0
    assertThat(xy(window)).isCloseTo(Math.sqrt(0.5625 * 0.75), within(1e-12));
  }

  @Test
  void a_dossier_without_claims_or_with_one_has_no_tie() {
    Tracker none = new MadeUpAssembly().state("x").tracker();
    assertThat(CongruenceQuery.of(none).network().rows()).isEmpty();
    assertThat(CongruenceQuery.of(none).ofPropositions().byJaccard().network().rows()).isEmpty();
    assertThat(AffiliationQuery.of(none).network().columns()).isEmpty();
    Tracker one = new MadeUpAssembly().vote("x", "a1", FOR, "2020").state("y").tracker();
    for (DuplicateCounting each : DuplicateCounting.values()) {
      Network network = CongruenceQuery.of(one).duplicates(each).network();
      assertThat(network.rows()).containsExactly("x");
      assertThat(network.values().asList()).containsExactly(0.0);
    }
    assertThat(AffiliationQuery.of(one).network().value("x", "a1")).hasValue(1);
  }

  @Test
  void an_undated_claim_counts_on_the_latest_day_on_which_it_may_have_been_made() {
    List<Network> windows =
        CongruenceQuery.of(
                new MadeUpAssembly()
                    .vote("x", "a1", FOR, "[..2020-01-05]")
                    .vote("y", "a1", FOR, "2020-01-05")
                    .vote("z", "b1", FOR, "2020-01-01")
                    .tracker())
            .windows(1)
            .toList();
    assertThat(windows).extracting(CongruenceTest::xy).containsExactly(0., 0., 0., 0., 1.);
  }

  @Test
  void affiliation_values_follow_their_measure_and_divisor() {
    AffiliationQuery affiliation = AffiliationQuery.of(TRACKER);
    Network balance = affiliation.network();
    assertThat(balance.rows()).containsExactly("x", "y", "z");
    assertThat(balance.columns()).containsExactly("a1", "a2", "b1");
    assertThat(balance.value("x", "a1")).hasValue(2);
    assertThat(balance.value("x", "a2")).hasValue(-1);
    assertThat(balance.value("y", "a1")).hasValue(1);
    assertThat(affiliation.ignoringStance().network().value("y", "a1")).hasValue(2);
    assertThat(affiliation.ignoringStance().withoutUncommitted().network().value("y", "a1"))
        .hasValue(1);
    assertThat(affiliation.byActivity().network().value("x", "a1")).hasValue(2 / 3.0);
    assertThat(affiliation.byProminence().network().value("x", "a1")).hasValue(2 / 4.0);
    assertThat(
            affiliation
                .duplicates(DuplicateCounting.ONCE)
                .combiningStances()
                .network()
                .value("x", "a2"))
        .hasValue(2);
    assertThat(affiliation.combiningStances().subtractingAgainst().network()).isEqualTo(balance);
    assertThat(balance.graph().edgeValue("x", "a2")).hasValue(-1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> affiliation.combiningStances().byActivity().network())
        .withMessageContaining("leave byActivity() out");
  }

  @Test
  void a_proposition_with_the_id_of_an_actor_is_a_separate_node() {
    Tracker tracker = new MadeUpAssembly().vote("x", "x", FOR, "2020").tracker();
    assertThat(AffiliationQuery.of(tracker).network().isOneMode()).isFalse();
    assertThat(AffiliationQuery.of(tracker).network().graph().nodes())
        .containsExactly("x", "x (column)");
  }

  @Test
  void the_question_of_a_network_states_every_option() {
    assertThat(
            congruence
                .subtractingConflict()
                .byAverageActivity()
                .duplicates(DuplicateCounting.ONCE_PER_SOURCE)
                .withoutUncommitted()
                .network()
                .question())
        .isEqualTo(
            "SUBTRACT of pairs of claims among states, by average activity, once per source, uncommitted left out");
    assertThat(congruence.windows(3).findFirst().orElseThrow().question())
        .endsWith(", in windows of 3 days");
  }

  @Test
  void a_wide_network_prints_its_strongest_ties_first() {
    MadeUpAssembly many = new MadeUpAssembly();
    for (int i = 10; i < 30; i++) {
      for (int j = 0; j <= i - 10; j++) {
        many.vote("s" + i, "a1", FOR, "2020");
      }
    }
    String printed = CongruenceQuery.of(many.tracker()).network().print();
    assertThat(printed).contains("by 20: 190", "s28    s29     380").endsWith("… and 150 more");
  }
}
