package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.demarche.text.Page;
import org.immutables.value.Value;

/**
 * How often two parties held the same position, of the propositions on which both held a known one.
 *
 * <pre>{@code
 * Tally tally = Agreement.of(tracker).between("CN", "KR");
 * tally.joint();                                    // 69
 * tally.same();                                     // 51
 * tally.measure(Tally.Measure.IDENTICAL_SHARE);     // OptionalDouble[0.739…]
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Tally implements Answer {
  Tally() {}

  /**
   * What can be said of a pair in one number. Where two parties have nothing in common, each but
   * the counts is empty, never 0.
   *
   * <pre>{@code
   * agreements.network(Tally.Measure.HALF_CREDIT)
   * }</pre>
   */
  public enum Measure {
    /** {@link Tally#joint}. */
    JOINT("propositions on which both are known", Tally::joint),
    /** {@link Tally#same}. */
    SAME("identical positions", Tally::same),
    /** {@link Tally#opposed}. */
    OPPOSED("opposed positions", Tally::opposed),
    /**
     * Same of joint: the agreement score of E. Voeten, <i>Data and Analyses of Voting in the UN
     * General Assembly</i>, 2013.
     */
    IDENTICAL_SHARE("identical positions of joint ones", t -> share(t.same(), t.joint())),
    /**
     * Same and half of the {@linkplain Tally#partial partial} of joint: the voting coincidence of
     * the US Department of State, <i>Voting Practices in the United Nations</i>, since 2017.
     */
    HALF_CREDIT(
        "identical and half of the partial of joint",
        t -> share(t.same() + t.partial() / 2.0, t.joint())),
    /**
     * Same of those on which both are decided, {@code FOR} or {@code AGAINST}: that of the
     * Department of State up to 2016.
     */
    DECIDED_ONLY(
        "identical of decided ones", t -> share(t.sameDecided(), t.sameDecided() + t.opposed())),
    /** Same and decided, less opposed: the balance of the two. */
    NET("identical decided less opposed", t -> t.sameDecided() - t.opposed());

    private final String words;
    private final ToDoubleFunction<Tally> formula;

    Measure(String words, ToDoubleFunction<Tally> formula) {
      this.words = words;
      this.formula = formula;
    }

    /** What it measures, in words. */
    public String words() {
      return words;
    }

    private static double share(double part, int whole) {
      return whole == 0 ? Double.NaN : part / whole;
    }
  }

  /** The id of the one party. */
  @Value.Parameter
  public abstract String first();

  /** The id of the other. */
  @Value.Parameter
  public abstract String second();

  /** On how many propositions both held a known position. */
  @Value.Parameter
  public abstract int joint();

  /** On how many of them the two stances were identical. */
  @Value.Parameter
  public abstract int same();

  /** On how many of them both were {@code FOR}, or both {@code AGAINST}. */
  @Value.Parameter
  public abstract int sameDecided();

  /** On how many of them the one was {@code FOR} and the other {@code AGAINST}. */
  @Value.Parameter
  public abstract int opposed();

  /** A tally. */
  public static Tally of(
      String first, String second, int joint, int same, int sameDecided, int opposed) {
    return ImmutableTally.of(first, second, joint, same, sameDecided, opposed);
  }

  @Value.Check
  void check() {
    if (sameDecided() < 0
        || opposed() < 0
        || sameDecided() > same()
        || same() + opposed() > joint()) {
      throw new IllegalArgumentException(
          "of %d joint positions %d are the same, %d of them decided, and %d opposed: the parts do not make the whole"
              .formatted(joint(), same(), sameDecided(), opposed()));
    }
  }

  /** On how many of them exactly one was {@code UNCOMMITTED}. */
  public final int partial() {
    return joint() - same() - opposed();
  }

  /** One number; empty where the two have nothing of the kind in common. */
  public final OptionalDouble measure(Measure measure) {
    double value = measure.formula.applyAsDouble(this);
    boolean isCount =
        measure == Measure.JOINT || measure == Measure.SAME || measure == Measure.OPPOSED;
    return Double.isNaN(value) || joint() == 0 && !isCount
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }

  /** The two, and each measure with its value. */
  @Override
  public final Page page() {
    return Page.of(first() + " and " + second() + ": " + joint() + " joint positions")
        .table(
            ImmutableList.of("measure", "value", "which is"),
            ImmutableList.copyOf(Measure.values()).stream()
                .map(
                    measure ->
                        ImmutableList.of(
                            measure.name(), Network.number(measure(measure)), measure.words()))
                .toList());
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
