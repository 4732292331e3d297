package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * How often two parties held the same position, of the propositions on which both held a known one.
 *
 * <pre>{@code
 * Tally tally = AgreementQuery.of(tracker).between("CN", "KR");
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
    JOINT("propositions on which both are known"),
    /** {@link Tally#same}. */
    SAME("identical positions"),
    /** {@link Tally#opposed}. */
    OPPOSED("opposed positions"),
    /**
     * Same of joint: the agreement score of E. Voeten, <i>Data and Analyses of Voting in the UN
     * General Assembly</i>, 2013.
     */
    IDENTICAL_SHARE("identical positions of joint ones"),
    /**
     * Same and half of the {@linkplain Tally#partial partial} of joint: the voting coincidence of
     * the US Department of State, <i>Voting Practices in the United Nations</i>, since 2017.
     */
    HALF_CREDIT("identical, and half of those where one is uncommitted, of joint ones"),
    /**
     * Same of those on which both are decided, {@code FOR} or {@code AGAINST}: that of the
     * Department of State up to 2016.
     */
    DECIDED_ONLY("identical of decided ones"),
    /** Same and decided, less opposed: the balance of the two. */
    NET("identical decided less opposed");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** What it measures, in words. */
    public String words() {
      return words;
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

  /** What was asked, in words; nothing where it is one of many. No part of equality. */
  @Value.Auxiliary
  @Value.Default
  public String question() {
    return "";
  }

  /** The same tally, with what was asked. */
  public final Tally asked(String question) {
    return ImmutableTally.builder().from(this).question(question).build();
  }

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
    return switch (measure) {
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

  private static OptionalDouble share(double part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  /** The two, and each measure with its value. */
  @Override
  public final TextPage page() {
    String heading = first() + " and " + second() + ": " + joint() + " joint positions";
    return TextPage.of(question().isEmpty() ? heading : heading + ". " + question())
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
