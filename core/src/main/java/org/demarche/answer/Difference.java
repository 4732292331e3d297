package org.demarche.answer;

import com.google.common.collect.ImmutableSortedSet;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * How one position differs between two bodies of evidence, at one date. Dropping a source is not a
 * withdrawal, and learning is not a first statement, so these are no {@linkplain Change changes}.
 *
 * <pre>{@code
 * tracker.differencesTo(tracker.without("ET22")).rows().get(0).label()   // LOST
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Difference implements Answer {
  Difference() {}

  /**
   * The kinds of difference.
   *
   * <pre>{@code
   * difference.label() == Difference.Label.LOST
   * }</pre>
   */
  public enum Label {
    /** Unknown here, known or contested there. */
    GAINED,
    /** Known or contested here, unknown there. */
    LOST,
    /** Carried by both, and not alike. */
    ALTERED
  }

  /**
   * In what two positions can differ.
   *
   * <pre>{@code
   * difference.altered().contains(Difference.Aspect.GRADE)
   * }</pre>
   */
  public enum Aspect {
    /** One is contested, the other not; or other claims stand against one another. */
    CONTEST,
    /** The stance. */
    STANCE,
    /** The force of the headline. */
    FORCE,
    /** The frames of the headline. */
    FRAMES,
    /** The grade of the headline, or of a claim of a contest. */
    GRADE,
    /** Current or inherited. */
    STANDING,
    /** The claim to cite. */
    HEADLINE
  }

  /** What kind of difference it is. */
  @Value.Parameter
  public abstract Label label();

  /** In what the two differ; empty unless ALTERED. */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<Aspect> altered();

  /** The position here. */
  @Value.Parameter
  public abstract Position here();

  /** The position on the other body of evidence. */
  @Value.Parameter
  public abstract Position there();

  /** A difference. */
  public static Difference of(
      Label label, Iterable<? extends Aspect> altered, Position here, Position there) {
    return ImmutableDifference.of(label, altered, here, there);
  }

  /** The id of the party. */
  public final String party() {
    return here().party();
  }

  /** The id of the proposition. */
  public final String proposition() {
    return here().proposition();
  }

  /** The question, the label, and both positions with their evidence. */
  @Override
  public final TextPage page() {
    return TextPage.of(party() + " on " + proposition() + ": " + cellText())
        .gap()
        .page(here().page())
        .gap()
        .page(there().page());
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  final String cellText() {
    return altered().isEmpty() ? label().name() : label() + " " + altered();
  }
}
