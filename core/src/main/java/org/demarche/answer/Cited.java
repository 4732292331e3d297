package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.text.Page;
import org.demarche.text.Printable;
import org.immutables.value.Value;

/**
 * A claim as it bears on the question that was asked: its stance there, whether it bears on it
 * directly or through a composite, how well it is evidenced for the party in question, and the
 * evidence that exists from the viewpoint.
 *
 * <pre>{@code
 * Cited headline = tracker.position("rok", "additional-thaad").known().orElseThrow().headline();
 * headline.claim().id();   // AP22-02
 * headline.grade();        // REPORTED
 * }</pre>
 */
@Value.Immutable
public abstract class Cited implements Printable {
  Cited() {}

  /** The claim. */
  public abstract Claim claim();

  /**
   * The stance towards the proposition that was asked about: its own, or the one passed on through
   * a composite.
   */
  public abstract Stance stance();

  /**
   * Whether the stance was passed on through one composite or several, rather than said of the
   * proposition itself.
   */
  public abstract boolean implied();

  /** The grade for the party in question, from the evidence that exists from the viewpoint. */
  public abstract Grade grade();

  /** The highest authority among those principals who count for the party. */
  public abstract Authority authority();

  /** The evidence that exists from the viewpoint, in the order of the claim. */
  public abstract ImmutableList<Evidence> evidence();

  @Value.Auxiliary
  abstract Dossier dossier();

  /** A builder; all parts are required but evidence, and the dossier gives names to print. */
  public static Builder builder() {
    return ImmutableCited.builder();
  }

  /** Returns the claim in one line: id, date, who for whom, stance, force, grade. */
  public final String line() {
    String said = claim().stance() + " " + claim().proposition();
    return claim().id()
        + "  "
        + claim().asserted()
        + "  "
        + Citation.who(claim(), dossier())
        + ": "
        + (implied() ? stance() + ", implied by " + said : said)
        + ", "
        + claim().force()
        + ", "
        + grade();
  }

  /** The line, and under it each piece of evidence with its quotation and its chain. */
  @Override
  public final Page page() {
    return page(0);
  }

  final Page page(int indent) {
    return Citation.of(line(), evidence(), dossier(), indent);
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  /** Collects the parts of a citation. */
  public interface Builder {
    /** Sets {@link Cited#claim()}. */
    Builder claim(Claim claim);

    /** Sets {@link Cited#stance()}. */
    Builder stance(Stance stance);

    /** Sets {@link Cited#implied()}. */
    Builder implied(boolean implied);

    /** Sets {@link Cited#grade()}. */
    Builder grade(Grade grade);

    /** Sets {@link Cited#authority()}. */
    Builder authority(Authority authority);

    /** Sets {@link Cited#evidence()}. */
    Builder evidence(Iterable<? extends Evidence> evidence);

    /** Sets where the names of actors and sources are found for print. No part of equality. */
    Builder dossier(Dossier dossier);

    /**
     * Builds the citation.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Cited build();
  }
}
