package org.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.Tally;
import org.demarche.answer.Tally.Measure;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.Arguments;
import org.demarche.model.ActorKind;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/** Tests agreement against formulas worked out by hand. */
class AgreementTest {
  private static final String DAY = "2020-01-01";

  /**
   * The votes: on a1 all are for; on a2 x and y are opposed; on a3 y is uncommitted; on b1 both are
   * uncommitted; on b2 both are against. z speaks on a1 only, and v never speaks.
   */
  private static final Tracker TRACKER =
      new MadeUpAssembly()
          .vote("x", "a1", FOR, DAY)
          .vote("y", "a1", FOR, DAY)
          .vote("z", "a1", FOR, DAY)
          .vote("x", "a2", FOR, DAY)
          .vote("y", "a2", AGAINST, DAY)
          .vote("x", "a3", FOR, DAY)
          .vote("y", "a3", UNCOMMITTED, DAY)
          .vote("x", "b1", UNCOMMITTED, DAY)
          .vote("y", "b1", UNCOMMITTED, DAY)
          .vote("x", "b2", AGAINST, DAY)
          .vote("y", "b2", AGAINST, DAY)
          .vote("y", "b3", AGAINST, DAY)
          .state("v")
          .tracker();

  private final AgreementQuery agreement = AgreementQuery.of(TRACKER);

  @Test
  void each_measure_of_a_pair_follows_its_formula() {
    Tally tally = agreement.between("x", "y");
    assertThat(tally).isEqualTo(tally("x", "y", 5, 3, 2, 1));
    assertThat(tally.partial()).isEqualTo(1);
    assertThat(tally.measure(Measure.JOINT)).hasValue(5);
    assertThat(tally.measure(Measure.SAME)).hasValue(3);
    assertThat(tally.measure(Measure.OPPOSED)).hasValue(1);
    assertThat(tally.measure(Measure.IDENTICAL_SHARE)).hasValue(3.0 / 5);
    assertThat(tally.measure(Measure.HALF_CREDIT)).hasValue(3.5 / 5);
    assertThat(tally.measure(Measure.DECIDED_ONLY)).hasValue(2.0 / 3);
    assertThat(tally.measure(Measure.NET)).hasValue(1);
  }

  @Test
  void parties_without_joint_positions_have_empty_shares_instead_of_0() {
    Tally none = agreement.between("x", "v");
    assertThat(none.joint()).isZero();
    for (Measure measure : Measure.values()) {
      boolean isCount =
          measure == Measure.JOINT || measure == Measure.SAME || measure == Measure.OPPOSED;
      assertThat(none.measure(measure))
          .as(measure.name())
          .isEqualTo(isCount ? OptionalDouble.of(0) : OptionalDouble.empty());
    }
    Tally bothUncommitted = agreement.on("b1").between("x", "y");
    assertThat(bothUncommitted.measure(Measure.IDENTICAL_SHARE)).hasValue(1);
    assertThat(bothUncommitted.measure(Measure.DECIDED_ONLY)).isEmpty();
  }

  @Test
  void more_propositions_than_a_word_has_bits_are_compared() {
    // s of number i is on proposition j for, against, uncommitted or silent, by i · j modulo 4
    MadeUpAssembly assembly = new MadeUpAssembly();
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 130; j++) {
        if (i * j % 4 < 3) {
          assembly.vote("s" + i, "p" + j, Stance.values()[i * j % 4], DAY);
        }
      }
    }
    AgreementQuery many = AgreementQuery.of(assembly.tracker());
    for (int i = 1; i < 60; i++) {
      Tally tally = many.between("s0", "s" + i);
      int number = i;
      assertThat(tally.joint()).isEqualTo(count(j -> number * j % 4 < 3));
      assertThat(tally.same()).isEqualTo(count(j -> number * j % 4 == 0));
      assertThat(tally.opposed()).isEqualTo(count(j -> number * j % 4 == 1));
    }
    assertThat(many.all().pairs()).hasSize(60 * 59 / 2);
    assertThat(many.all().propositions()).isEqualTo(130);
  }

  private static int count(IntPredicate propositions) {
    return (int) IntStream.range(0, 130).filter(propositions).count();
  }

  @Test
  void contested_propositions_have_at_least_two_stances() {
    assertThat(agreement.contestedOnly().between("x", "y")).isEqualTo(tally("x", "y", 2, 0, 0, 1));
    assertThat(agreement.contestedOnly().all().propositions()).isEqualTo(2);
  }

  @Test
  void agreement_can_be_narrowed_by_proposition_issue_and_party() {
    assertThat(agreement.on("a1", "b1").between("x", "y")).isEqualTo(tally("x", "y", 2, 2, 1, 0));
    assertThat(agreement.onIssue("b").between("x", "y")).isEqualTo(tally("x", "y", 2, 2, 1, 0));
    assertThat(agreement.onIssue("b").on("a1").between("x", "y").joint()).isZero();
    AgreementTable two = agreement.parties("y", "x").all();
    assertThat(two.question())
        .isEqualTo("Agreement of 2 STATE actors on 6 propositions, of y and x");
    assertThat(two.parties()).containsExactly("y", "x");
    assertThat(two.pairs()).containsExactly(tally("y", "x", 5, 3, 2, 1));
  }

  @Test
  void the_agreement_of_all_parties_with_a_position_is_a_matrix_with_joint_counts() {
    AgreementTable all = agreement.all();
    assertThat(all.parties()).containsExactly("x", "y", "z");
    assertThat(all.question()).isEqualTo("Agreement of 3 STATE actors on 6 propositions");
    Network network = all.network(Measure.IDENTICAL_SHARE);
    assertThat(network.value("x", "y")).hasValue(0.6);
    assertThat(network.value("y", "x")).hasValue(0.6);
    assertThat(network.value("x", "x")).isEmpty();
    assertThat(network.value("z", "x")).hasValue(1);
    assertThat(network.graph().edgeValue("x", "y")).hasValue(0.6);
    assertThat(network)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            share of identical positions: Agreement of 3 STATE actors on 6 propositions, as of 2030-12-31

               x        y        z
            -  -------  -------  -----
            x           0.6 (5)  1 (1)
            y  0.6 (5)           1 (1)
            z  1 (1)    1 (1)""");
    assertThat(all.print()).contains("x      y       5      3     1        0.6        0.7");
  }

  @Test
  void an_absent_value_is_printed_as_a_dot_and_is_not_an_edge() {
    Network network =
        agreement.onIssue("b").parties("x", "y").all().network(Measure.IDENTICAL_SHARE);
    assertThat(network.graph().edges()).hasSize(1);
    Tracker apart =
        new MadeUpAssembly().vote("x", "a1", FOR, DAY).vote("y", "a2", FOR, DAY).tracker();
    Network empty = AgreementQuery.of(apart).all().network(Measure.IDENTICAL_SHARE);
    assertThat(empty.value("x", "y")).isEmpty();
    assertThat(empty.graph().edges()).isEmpty();
    assertThat(empty.graph().nodes()).containsExactly("x", "y");
    assertThat(empty.print()).endsWith("· nothing to compare").contains("x     ·");
  }

  @Test
  void named_parties_are_kept_without_positions_and_a_tally_states_its_question() {
    AgreementTable named = agreement.parties("x", "v").all();
    assertThat(named.parties()).containsExactly("x", "v");
    assertThat(named.pairs()).containsExactly(tally("x", "v", 0, 0, 0, 0));
    assertThat(agreement.contestedOnly().between("x", "y").question())
        .isEqualTo("Agreement on 2 propositions, contested among these parties, as of 2030-12-31");
    assertThat(agreement.contestedOnly().between("x", "y").print())
        .startsWith("x and y: 2 joint positions. Agreement on 2 propositions, contested");
    assertThat(agreement)
        .hasToString(
            "Agreement of STATE actors on 6 propositions; call between(…) or all() for the answer");
    assertThatIllegalArgumentException()
        .isThrownBy(agreement::on)
        .withMessage("'on' needs at least one id; leave the step out to keep all");
    assertThatIllegalArgumentException().isThrownBy(agreement::onIssue);
    assertThatIllegalArgumentException().isThrownBy(agreement::parties);
  }

  @Test
  void inconsistent_networks_and_tables_are_rejected() {
    List<String> labels = List.of("a", "b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(labels, 0, 0, 5, 0))
        .withMessageContaining("the same value in both directions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(labels, 0, 0, 0))
        .withMessage("a matrix of 2 rows and 2 columns needs 4 values, got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(labels, 0, 1 / 0.0, 1 / 0.0, 0))
        .withMessageContaining("is Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(List.of("a", "a"), 0, 0, 0, 0))
        .withMessage("duplicate row 'a': give each label once");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AnswerFactory.get()
                    .agreementTable(
                        "made up",
                        TRACKER.viewpoint(),
                        List.of("a", "b"),
                        1,
                        List.of(tally("x", "y", 0, 0, 0, 0))))
        .withMessage("pair 1 must be of a and b, got x and y");
  }

  @Test
  void fewer_than_two_actors_have_no_pairs() {
    Tracker one = new MadeUpAssembly().vote("x", "a1", FOR, DAY).tracker();
    assertThat(AgreementQuery.of(one).all().pairs()).isEmpty();
    assertThat(AgreementQuery.of(one).all().print()).endsWith("pairs: none");
    assertThat(AgreementQuery.of(one, ActorKind.ORGAN).all().parties()).isEmpty();
    assertThat(AgreementQuery.of(one).all().network(Measure.NET).rows()).containsExactly("x");
  }

  @Test
  void invalid_queries_are_rejected_with_a_suggestion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreement.between("x", "x"))
        .withMessage("'x' is compared with itself; give two parties");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreement.between("x", "press"))
        .withMessageContaining("is of kind MEDIA")
        .withMessageContaining("AgreementQuery.of(tracker, MEDIA)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreement.parties("x", "y").between("x", "z"))
        .withMessage("'z' was left out by parties(x, y)");
    assertThatIllegalArgumentException().isThrownBy(() -> agreement.on("a9"));
    assertThatIllegalArgumentException().isThrownBy(() -> agreement.onIssue("c"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreement.all().network(Measure.NET).value("w", "x"))
        .withMessageStartingWith("the network has no row 'w'");
  }

  @Test
  void a_matrix_with_more_values_than_an_array_can_hold_is_rejected() {
    assertThat(Arguments.matrixSize(46_340, 46_340)).isEqualTo(2_147_395_600);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.matrixSize(46_341, 46_341))
        .withMessageContaining("46341 by 46341 has 2147488281 values")
        .withMessageContaining("take fewer rows or columns");
    MadeUpAssembly many = new MadeUpAssembly();
    for (int i = 0; i <= 46_340; i++) {
      many.vote("s" + i, "a1", FOR, DAY);
    }
    Tracker tracker = many.tracker();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgreementQuery.of(tracker).all())
        .withMessageContaining("46341 by 46341");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CongruenceQuery.of(tracker).network())
        .withMessageContaining("46341 by 46341");
  }

  @Test
  void agreement_uses_the_dates_and_the_evidence_of_its_tracker() {
    Tracker turning =
        new MadeUpAssembly()
            .vote("x", "a1", FOR, "2020-01-01", "early")
            .vote("y", "a1", AGAINST, "2020-01-01", "early")
            .vote("y", "a1", FOR, "2021-01-01", "late")
            .tracker();
    assertThat(AgreementQuery.of(turning.asOf("2020")).between("x", "y").opposed()).isEqualTo(1);
    assertThat(AgreementQuery.of(turning).between("x", "y").same()).isEqualTo(1);
    assertThat(AgreementQuery.of(turning.without("late")).between("x", "y").opposed()).isEqualTo(1);
    assertThat(AgreementQuery.of(turning.without("late")).all().print()).contains("without late");
  }

  @Test
  void a_tally_with_inconsistent_counts_is_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally("x", "y", 3, 2, 3, 0))
        .withMessageContaining(
            "inconsistent counts: 3 joint, 2 same, 3 of these decided, 0 opposed");
    assertThatIllegalArgumentException().isThrownBy(() -> tally("x", "y", 3, 2, 1, 2));
    assertThat(tally("x", "y", 3, 1, 1, 1).measure(Measure.HALF_CREDIT).orElseThrow())
        .isCloseTo(0.5, within(1e-12));
  }

  private static Network network(List<String> labels, double... values) {
    return AnswerFactory.get()
        .oneModeNetwork(
            "made up",
            TRACKER.viewpoint(),
            labels,
            ImmutableDoubleArray.copyOf(values),
            Optional.empty(),
            Optional.empty());
  }

  private static Tally tally(
      String first, String second, int joint, int same, int sameDecided, int opposed) {
    return AnswerFactory.get().tally("", first, second, joint, same, sameDecided, opposed);
  }
}
