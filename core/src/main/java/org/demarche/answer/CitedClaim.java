package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.factory.Aftermath;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A claim as it bears on the question: its stance towards the proposition in question, whether it
 * bears on that proposition directly or through a composite, its grade for the party in question,
 * and the evidence that exists from the viewpoint.
 *
 * <pre>{@code
 * CitedClaim headline = tracker.position("rok", "additional-thaad").known().orElseThrow().headline();
 * headline.claim().id();   // AP22-02
 * headline.grade();        // REPORTED
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class CitedClaim implements Printable {
  CitedClaim() {}

  /** {@return the claim} */
  @Value.Parameter
  public abstract Claim claim();

  /**
   * {@return the stance towards the proposition in question: the stance of the claim, or the stance
   * passed on through a composite}
   */
  @Value.Parameter
  public abstract Stance stance();

  /**
   * Returns whether the stance is only implied.
   *
   * @return true if the stance was passed on through at least one composite, false if the claim is
   *     about the proposition itself
   */
  @Value.Parameter
  public abstract boolean isImplied();

  /**
   * {@return the grade for the party in question, from the evidence that exists from the viewpoint}
   */
  @Value.Parameter
  public abstract Grade grade();

  /** {@return the highest authority among the principals who count for the party} */
  @Value.Parameter
  public abstract Authority authority();

  /** {@return the evidence that exists from the viewpoint, in the order of the claim} */
  @Value.Parameter
  public abstract ImmutableList<Evidence> evidence();

  @Value.Auxiliary
  @Value.Parameter
  abstract Aftermath aftermath();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Returns the claims that respond to the claim or take it back, as far as they have evidence from
   * the viewpoint and were not certainly made after the as-of date. They are searched for on first
   * access, and are no part of equality.
   *
   * @return the claims, the oldest first, each with its best grade for one of its own principals;
   *     of the responses to them only the one that takes them back is listed
   */
  public final ImmutableList<CitedClaim> responses() {
    return aftermath().responses().get();
  }

  /**
   * Returns the response that takes the claim back, so that the claim does not count.
   *
   * @return the id of one of the {@link #responses()}; empty if the claim is not taken back, or
   *     would not count anyway
   */
  public final Optional<String> retractedBy() {
    return aftermath().retractedBy();
  }

  /**
   * Returns the sources whose evidence for the claim exists no longer, because they were revised.
   *
   * @return the ids of the sources, each with the id of the source that revised it
   */
  public final ImmutableSortedMap<String, String> revisedSources() {
    return aftermath().revisedSources();
  }

  /**
   * Returns the claim in one line: id, date, speakers and principals, stance, force, grade.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return text without line feeds
   */
  public final String line(Wording wording) {
    requireNonNull(wording, "wording");
    Claim claim = claim();
    String said =
        isImplied() && !wording.isCodes()
            ? ClaimText.stance(claim.stance(), dossier(), claim.proposition(), wording)
            : ClaimText.stance(
                claim.stance(), claim.force(), dossier(), claim.proposition(), wording);
    return wording.text(
        wording.isCodes() ? "code.claim" : "claim.line",
        ClaimText.id(claim, wording),
        wording.isoDate(claim.asserted()),
        CitationText.speakersAndPrincipals(claim, dossier(), wording),
        isImplied()
            ? wording.text(
                wording.isCodes() ? "code.implied" : "claim.implied", wording.word(stance()), said)
            : said,
        wording.act(claim.force(), claim.stance()),
        ClaimText.grade(grade(), evidence(), claim.principals(), dossier(), wording));
  }

  /**
   * Returns the grade, the speakers and the date of the claim in a few phrases.
   *
   * @param party the party in question
   */
  final String details(String party, List<String> more, Wording wording) {
    List<String> details =
        new ArrayList<>(ClaimText.details(claim(), grade(), evidence(), party, dossier(), wording));
    details.addAll(more);
    return String.join(wording.text("details.between"), details);
  }

  /**
   * Returns the anchor of the place where a page lists the claim with its evidence, to which the
   * cells of tables lead.
   *
   * @return such as {@code claim-ET22-02}
   */
  public final String anchor() {
    return CitationText.anchor(claim());
  }

  /**
   * {@return the claim in one line, followed by each piece of evidence with its quotation and
   * relays; in English}
   */
  @Override
  public final TextPage page() {
    return page(0, Wording.english());
  }

  /**
   * Returns the claim in one line, followed by each piece of evidence.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the page
   */
  public final TextPage page(Wording wording) {
    return page(0, requireNonNull(wording, "wording"));
  }

  final TextPage page(int indent, Wording wording) {
    return CitationText.of(line(wording), this, indent, wording);
  }

  /** Returns a line about the claim, followed by what it depends on and what became of it. */
  final TextPage lines(String firstLine, int indent, int hanging, Wording wording) {
    return CitationText.of(
        TextPage.empty().line(indent, hanging, firstLine), this, hanging, wording);
  }

  /** {@return the claim in one line} */
  @Override
  public final String toString() {
    return OneLine.of(line(Wording.codes()));
  }
}
