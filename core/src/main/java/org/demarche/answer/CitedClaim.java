package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * A claim as it bears on the question that was asked: its stance there, whether it bears on it
 * directly or through a composite, how well it is evidenced for the party in question, and the
 * evidence that exists from the viewpoint.
 *
 * <pre>{@code
 * CitedClaim headline = tracker.position("rok", "additional-thaad").known().orElseThrow().headline();
 * headline.claim().id();   // AP22-02
 * headline.grade();        // REPORTED
 * }</pre>
 */
@Value.Immutable
public abstract class CitedClaim implements Printable {
  CitedClaim() {}

  /** The claim. */
  @Value.Parameter
  public abstract Claim claim();

  /**
   * The stance towards the proposition that was asked about: its own, or the one passed on through
   * a composite.
   */
  @Value.Parameter
  public abstract Stance stance();

  /**
   * Whether the stance was passed on through one composite or several, rather than said of the
   * proposition itself.
   */
  @Value.Parameter
  public abstract boolean isImplied();

  /** The grade for the party in question, from the evidence that exists from the viewpoint. */
  @Value.Parameter
  public abstract Grade grade();

  /** The highest authority among those principals who count for the party. */
  @Value.Parameter
  public abstract Authority authority();

  /** The evidence that exists from the viewpoint, in the order of the claim. */
  @Value.Parameter
  public abstract ImmutableList<Evidence> evidence();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * A citation.
   *
   * @param dossier where the names of actors and sources are found for print; no part of equality
   */
  public static CitedClaim of(
      Claim claim,
      Stance stance,
      boolean implied,
      Grade grade,
      Authority authority,
      Iterable<? extends Evidence> evidence,
      Dossier dossier) {
    return ImmutableCitedClaim.of(claim, stance, implied, grade, authority, evidence, dossier);
  }

  /** Returns the claim in one line: id, date, who for whom, stance, force, grade. */
  public final String oneLine() {
    String said = claim().stance() + " " + claim().proposition();
    return claim().id()
        + "  "
        + claim().asserted()
        + "  "
        + CitationText.who(claim(), dossier())
        + ": "
        + (isImplied() ? stance() + ", implied by " + said : said)
        + ", "
        + claim().force()
        + ", "
        + grade();
  }

  /** The line, and under it each piece of evidence with its quotation and its chain. */
  @Override
  public final TextPage page() {
    return page(0);
  }

  final TextPage page(int indent) {
    return CitationText.of(oneLine(), evidence(), dossier(), indent);
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
