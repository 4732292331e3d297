package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The absence of a known position: a legitimate answer, with its reason. It is never neutrality and
 * never the view of an ally or a newspaper.
 *
 * <pre>{@code
 * tracker.asOf("2015-02-04").position("prc", "surveils-china")   // no known position: ONLY_POSSIBLY
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@SuppressWarnings("immutables:subtype") // a change of the order does not compile in AnswerMaker
public abstract non-sealed class Unknown extends PositionContext implements Position {
  Unknown() {}

  /**
   * The reason why no position is known: the first that applies.
   *
   * <pre>{@code
   * unknown.reason() == Unknown.Reason.NO_CLAIMS
   * }</pre>
   *
   * @since 0.1
   */
  public enum Reason {
    /** Parts of the composite are held, explicitly and as the composite has them. */
    ONLY_PARTS,
    /** The claims that would count have been taken back. */
    RETRACTED,
    /** A claim that implies the position does not, or no longer, pass on from its proposition. */
    NO_LONGER_IMPLIED,
    /** There are only hints, which do not support a position. */
    ONLY_HINTS,
    /** Claims that would count may or may not have been made by the as-of date. */
    ONLY_POSSIBLY,
    /** The only evidence of what would count was in sources that have since been revised. */
    CORRECTED,
    /** Claims that would count were made after the as-of date. */
    ONLY_LATER,
    /** Claims that would count at some date were not published by the known-at date. */
    NOT_YET_KNOWN,
    /** No claim that would count is on record. */
    NO_CLAIMS
  }

  /** {@return the reason why the position is unknown} */
  @Value.Parameter
  public abstract Reason reason();

  /**
   * Returns the claims that would count, had the only sources of their evidence not been revised.
   *
   * @return the claims, the newest first, each with the sources that revised its own; empty unless
   *     the reason is {@link Reason#CORRECTED}
   */
  public final ImmutableList<CitedClaim> correctedClaims() {
    return related().qualifying().corrected();
  }

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.UNKNOWN;
  }

  @Override
  public final String cellText(Wording wording) {
    return outcome().cellText(requireNonNull(wording, "wording"));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    if (wording.isCodes()) {
      return "No known position: " + reason() + qualifyingCodes();
    }
    boolean isSilent = otherCapacities().isEmpty();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        firstSentence(
            wording.text("outcome.on.UNKNOWN", wording.proposition(dossier(), proposition())),
            wording));
    sentences.add(
        wording.text(
            reason() == Reason.NO_CLAIMS && !isSilent
                ? "unknown.NO_CLAIMS.ofItsOwn"
                : "unknown." + reason()));
    if (!partsHeld().isEmpty()) {
      sentences.add(parts(wording));
    }
    sentences.addAll(qualifyingSentences(wording));
    correctedClaims().forEach(cited -> sentences.addAll(corrected(cited, wording)));
    if (!isSilent) {
      sentences.add(
          wording.text(
              "unknown.elsewhere",
              otherCapacities().stream()
                  .map(other -> elsewhere(other, wording))
                  .collect(Collectors.joining(wording.text("list.semicolon")))));
    }
    return OneLine.whole(String.join(wording.text("sentences.between"), sentences));
  }

  /** Returns how many parts are held of how many, and each with its grade; empty if none is. */
  final Optional<String> partsInShort(Wording wording) {
    if (partsHeld().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        wording.text(
            "cell.parts",
            partsHeld().size(),
            numberOfParts(),
            partsHeld().stream()
                .map(
                    cited ->
                        wording.text(
                            "cell.part", cited.claim().proposition(), gradeOf(cited, wording)))
                .collect(Collectors.joining(wording.text("list.comma")))));
  }

  private int numberOfParts() {
    return dossier().proposition(proposition()).map(whole -> whole.parts().size()).orElse(0);
  }

  /** Returns how a claim is known, and its condition if it has one. */
  private String gradeOf(CitedClaim cited, Wording wording) {
    String grade =
        ClaimText.grade(cited.grade(), cited.evidence(), Set.of(party()), dossier(), wording);
    return cited
        .claim()
        .condition()
        .map(
            words ->
                grade
                    + wording.text("details.between")
                    + wording.text("details.condition", OneLine.whole(words)))
        .orElse(grade);
  }

  /** Returns the sentence on the parts that are held. */
  private String parts(Wording wording) {
    return wording.text(
        "unknown.parts",
        wording.number(partsHeld().size()),
        wording.number(numberOfParts()),
        wording.list(
            partsHeld().stream()
                .map(
                    cited ->
                        wording.text(
                            "unknown.part",
                            ClaimText.stance(
                                cited.stance(), dossier(), cited.claim().proposition(), wording),
                            gradeOf(cited, wording)))
                .toList()));
  }

  private List<String> corrected(CitedClaim cited, Wording wording) {
    return cited.revisedSources().entrySet().stream()
        .map(
            revised ->
                wording.text(
                    "unknown.corrected",
                    cited.claim().id(),
                    CitationText.source(revised.getKey(), dossier(), wording),
                    CitationText.source(revised.getValue(), dossier(), wording)))
        .toList();
  }

  /** {@return the question and the reason why the position is unknown, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(question(this) + ": " + outcome() + ", " + reason());
  }
}
