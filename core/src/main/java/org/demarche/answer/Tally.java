package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The agreement of two parties: how often they held the same position, among the propositions on
 * which both held a known position.
 *
 * <pre>{@code
 * Tally tally = AgreementQuery.of(tracker).between("CN", "KR");
 * tally.joint();                                    // 69
 * tally.same();                                     // 51
 * tally.measure(Tally.Measure.IDENTICAL_SHARE);     // OptionalDouble[0.739…]
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Tally implements Answer {
  Tally() {}

  /**
   * A measure of the agreement of two parties in one number. Where two parties have no proposition
   * in common, every measure except the counts is empty, never 0.
   *
   * <pre>{@code
   * agreements.network(Tally.Measure.HALF_CREDIT)
   * }</pre>
   *
   * @since 0.1
   */
  public enum Measure {
    /** The number of joint positions, {@link Tally#joint}. */
    JOINT("propositions on which both positions are known"),
    /** The number of identical positions, {@link Tally#same}. */
    SAME("identical positions"),
    /** The number of opposed positions, {@link Tally#opposed}. */
    OPPOSED("opposed positions"),
    /**
     * Identical positions divided by joint positions: the agreement score of E. Voeten, <i>Data and
     * Analyses of Voting in the UN General Assembly</i>, 2013.
     */
    IDENTICAL_SHARE("share of identical positions"),
    /**
     * Identical positions and half of the {@linkplain Tally#partial partial} ones, divided by joint
     * positions: the voting coincidence of the US Department of State, <i>Voting Practices in the
     * United Nations</i>, since 2017.
     */
    HALF_CREDIT("share of identical positions, with half credit where one side is uncommitted"),
    /**
     * Identical positions divided by joint positions, counting only propositions on which both are
     * decided, {@code FOR} or {@code AGAINST}: the measure of the Department of State up to 2016.
     */
    DECIDED_ONLY("share of identical positions among jointly decided ones"),
    /** Identical decided positions minus opposed positions: the balance of the two. */
    NET("identical decided positions minus opposed positions");

    private final String description;

    Measure(String description) {
      this.description = description;
    }

    /** {@return what the measure is, in words} */
    public String description() {
      return description;
    }
  }

  /** {@return the question, in words; empty if the tally is one of many; not part of equality} */
  @Value.Auxiliary
  @Value.Parameter
  public abstract String question();

  /** {@return the id of the first party} */
  @Value.Parameter
  public abstract String first();

  /** {@return the id of the second party} */
  @Value.Parameter
  public abstract String second();

  /** {@return the number of propositions on which both parties held a known position} */
  @Value.Parameter
  public abstract int joint();

  /** {@return the number of joint propositions on which the two stances were identical} */
  @Value.Parameter
  public abstract int same();

  /**
   * {@return the number of joint propositions on which both were {@code FOR}, or both {@code
   * AGAINST}}
   */
  @Value.Parameter
  public abstract int sameDecided();

  /**
   * {@return the number of joint propositions on which one was {@code FOR} and the other {@code
   * AGAINST}}
   */
  @Value.Parameter
  public abstract int opposed();

  @Value.Check
  void check() {
    if (sameDecided() < 0
        || opposed() < 0
        || sameDecided() > same()
        || same() + opposed() > joint()) {
      throw ShownValue.refused(
          "inconsistent counts: %s joint, %s same, %s of these decided, %s opposed; same and opposed must not exceed joint, nor decided exceed same"
              .formatted(joint(), same(), sameDecided(), opposed()));
    }
  }

  /**
   * {@return the number of joint propositions on which exactly one of the two was {@code
   * UNCOMMITTED}}
   */
  public final int partial() {
    return joint() - same() - opposed();
  }

  /**
   * Returns the value of a measure.
   *
   * @param measure the measure
   * @return the value; empty if there is no position on which the measure could be based
   */
  public final OptionalDouble measure(Measure measure) {
    return switch (requireNonNull(measure, "measure")) {
      case JOINT -> OptionalDouble.of(joint());
      case SAME -> OptionalDouble.of(same());
      case OPPOSED -> OptionalDouble.of(opposed());
      case IDENTICAL_SHARE -> share(same(), joint());
      case HALF_CREDIT -> share(same() + partial() / 2.0, joint());
      case DECIDED_ONLY -> share(sameDecided(), sameDecided() + opposed());
      case NET ->
          joint() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sameDecided() - opposed());
    };
  }

  private static OptionalDouble share(double count, int total) {
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(count / total);
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(
        "%s and %s%s: %s joint positions, %s same, %s opposed"
            .formatted(
                first(),
                second(),
                question().isEmpty() ? "" : ", " + question(),
                joint(),
                same(),
                opposed()));
  }

  /** {@return the two parties, and each measure with its value} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    String heading = first() + " and " + second() + ": " + joint() + " joint positions";
    return AnswerTable.<Measure>in(wording)
        .titled("measure", Measure::name)
        .titled("value", measure -> Network.number(measure(measure)))
        .titled("meaning", Measure::description)
        .below(
            TextPage.of(question().isEmpty() ? heading : heading + ". " + question()),
            ImmutableList.copyOf(Measure.values()));
  }

  /** {@return the two parties, the question and the counts, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(sentence(Wording.codes()));
  }
}
