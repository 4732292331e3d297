package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.answer.factory.FoundParticulars;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.When;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The claims that a query found, in chronological order, without their evidence. A {@link
 * Chronology} has the same claims with their quotations, sources and grades.
 *
 * <p>The claims are sorted by earliest day, latest day and id. An undated claim is sorted by its
 * latest day, so a claim listed before another was not necessarily made before it.
 *
 * <pre>{@code
 * FoundClaims found = tracker.claims().on("three-nos").find();
 * found.count();   // the number of claims on the three nos
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class FoundClaims implements Answer {
  FoundClaims() {}

  /**
   * {@return the steps of the query, in words; empty for a query without steps, which found every
   * claim}
   */
  @Value.Parameter
  public abstract String question();

  /** {@return the viewpoint that limits the claims} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  @Value.Parameter
  abstract Listed<Claim> listed();

  @Value.Auxiliary
  @Value.Parameter
  abstract FoundParticulars particulars();

  /** {@return the claims, in chronological order; the list cannot be modified} */
  public final List<Claim> claims() {
    return listed().elements();
  }

  /**
   * {@return the ids of the claims that respond to a claim found or take it back, by its id; they
   * have evidence from the viewpoint, and were not certainly made after the as-of date}
   */
  public final ImmutableSetMultimap<String, String> answeredBy() {
    return particulars().answeredBy();
  }

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** {@return the number of claims} */
  public final int count() {
    return claims().size();
  }

  private String heading(Wording wording) {
    return wording.text(
        "claims.heading",
        viewpoint().text(wording, dossier()),
        question().isEmpty() ? "" : ", " + question());
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(heading(wording), wording.count("claims", count()));
  }

  /** {@return the question and a table with one row per claim} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.counted(
        "claims",
        heading(wording),
        AnswerTable.<Claim>in(wording)
            .column("id", row -> ClaimText.id(row, wording), CitationText::anchor)
            .column("asserted", row -> row.asserted().toString())
            .column("who", row -> who(row, wording))
            .column("stance", row -> wording.word(row.stance()))
            .column("force", row -> wording.word(row.force()))
            .column("proposition", row -> wording.proposition(dossier(), row.proposition()))
            .columnIf(
                particulars().mayHaveConditions() && has(Claim::condition),
                "condition",
                row -> row.condition().orElse(""))
            .columnIf(
                particulars().mayHaveDueDays() && has(Claim::due),
                "due",
                row -> row.due().map(When::toString).orElse(""))
            .columnIf(
                particulars().isAnyAnswered(),
                "answeredBy",
                row -> String.join(", ", particulars().answeredBy(row))),
        claims());
  }

  private boolean has(Function<Claim, Optional<?>> member) {
    return claims().stream().anyMatch(claim -> member.apply(claim).isPresent());
  }

  private String who(Claim claim, Wording wording) {
    return wording.isCodes()
        ? who(claim)
        : CitationText.speakersAndPrincipals(claim, dossier(), wording);
  }

  /** {@return the question and the number of claims, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes()) + ": " + AnswerPages.count(count(), "claim", "claims"));
  }

  /** Returns the ids of the speakers, and of the principals if these are others. */
  private static String who(Claim claim) {
    String speakers = String.join(", ", claim.speakers());
    return claim.speakers().equals(claim.principals())
        ? speakers
        : speakers + " for " + String.join(", ", claim.principals());
  }
}
