package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Optional;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * How the positions of two parties on one proposition stand to one another, at one date.
 *
 * <pre>{@code
 * Relation relation = tracker.asOf("2017-11-24").relation("rok", "prc", "3n-promise");
 * relation.label();   // CONTRADICTION
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Relation implements Answer {
  Relation() {}

  /**
   * The kinds of relation.
   *
   * <pre>{@code
   * relation.label() == Relation.Label.ONE_SIDED
   * }</pre>
   */
  public enum Label {
    /** Both FOR, or both AGAINST. */
    AGREEMENT,
    /** At least one of the two contradicts itself. */
    CONTESTED,
    /** One FOR, the other AGAINST; or each FOR one of two rivals on which the other is silent. */
    CONTRADICTION,
    /** Both known, one at least UNCOMMITTED. */
    DIVERGENCE,
    /** One known, the other not. An issue of such is one on which the two talk past each other. */
    ONE_SIDED,
    /** Nothing is known of either. Given for a single question; a table has no such row. */
    SILENT
  }

  /** What kind of relation it is. */
  @Value.Parameter
  public abstract Label label();

  /** The position of the party named first. */
  @Value.Parameter
  public abstract Position first();

  /** The position of the other. */
  @Value.Parameter
  public abstract Position second();

  /**
   * The rival proposition through which the two contradict one another, if it is through a rival.
   */
  @Value.Parameter
  public abstract Optional<String> rival();

  /**
   * The claims of either that answer a claim of the other, among those that carry, or hint at, the
   * two positions: a demand and its refusal.
   */
  @Value.Parameter
  public abstract ImmutableList<Exchange> exchanges();

  /**
   * A claim of one party that answers a claim of the other.
   *
   * <pre>{@code
   * exchange.toString()   // AP22-02 REFUSE answers AP22-03 URGE
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Exchange {
    Exchange() {}

    /** The claim that answers. */
    @Value.Parameter
    public abstract CitedClaim answer();

    /** The claim that is answered. */
    @Value.Parameter
    public abstract CitedClaim answered();

    /** An exchange. */
    public static Exchange of(CitedClaim answer, CitedClaim answered) {
      return ImmutableExchange.of(answer, answered);
    }

    /** Returns both ids with their forces. */
    @Override
    public final String toString() {
      return answer().claim().id()
          + " "
          + answer().claim().force()
          + " answers "
          + answered().claim().id()
          + " "
          + answered().claim().force();
    }
  }

  /** A relation. */
  public static Relation of(
      Label label,
      Position first,
      Position second,
      Optional<String> rival,
      Iterable<? extends Exchange> exchanges) {
    return ImmutableRelation.of(label, first, second, rival, exchanges);
  }

  /** The id of the proposition. */
  public final String proposition() {
    return first().proposition();
  }

  /** The question, the label, and both positions with their evidence. */
  @Override
  public final TextPage page() {
    return TextPage.of(
            "%s and %s on %s: %s"
                .formatted(first().party(), second().party(), proposition(), cellText()))
        .list(2, Lists.transform(exchanges(), e -> TextPage.empty().line(2, 4, e.toString())))
        .gap()
        .page(first().page())
        .gap()
        .page(second().page());
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  final String cellText() {
    return label() + rival().map(rival -> " through its rival " + rival).orElse("");
  }
}
