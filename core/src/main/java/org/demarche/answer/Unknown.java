package org.demarche.answer;

import org.demarche.model.Dossier;
import org.immutables.value.Value;

/**
 * No known position: a legitimate answer, with its reason. It is never neutrality, never the view
 * of an ally or a paper.
 *
 * <pre>{@code
 * tracker.asOf("2015-02-04").position("prc", "surveils-china")   // no known position: ONLY_POSSIBLY
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Unknown implements Position {
  Unknown() {}

  /**
   * Why no position is known: the first that fits.
   *
   * <pre>{@code
   * unknown.reason() == Unknown.Reason.NO_CLAIMS
   * }</pre>
   */
  public enum Reason {
    /** There are hints, which carry no position. */
    ONLY_HINTS("only hints"),
    /** Claims that would count may or may not have been made by the as-of date. */
    ONLY_POSSIBLY("only claims that were possibly made by then"),
    /** Claims that would count were made later. */
    ONLY_LATER("only claims that were made later"),
    /** Claims that would count at some date were not published by the known-at date. */
    NOT_YET_KNOWN("nothing of it was published by then"),
    /** The record is silent. */
    NO_CLAIMS("the record is silent");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  @Override
  @Value.Auxiliary
  public abstract Dossier dossier();

  /** Why it is unknown. */
  public abstract Reason reason();

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.UNKNOWN;
  }

  @Override
  public final String cellText() {
    return "·";
  }

  @Override
  public final String paragraph() {
    return "No known position: " + reason().words + " (" + reason() + ")";
  }

  @Override
  public final String toString() {
    return page().toString();
  }

  /** A builder; the lists are not required. */
  public static Builder builder() {
    return ImmutableUnknown.builder();
  }

  /** Collects the parts of an unknown position. */
  public interface Builder extends Position.CommonBuilder<Builder> {
    /** Sets {@link Unknown#reason()}. */
    Builder reason(Reason reason);

    /**
     * Builds the position.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Unknown build();
  }
}
