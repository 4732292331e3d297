package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.OneLine;

/**
 * A claim that a person or a program submits as a draft, with the problems found so far. {@code
 * Dossiers.readDrafts} of demarche-json-io reads one from each line of a file.
 *
 * <pre>{@code
 * SubmittedDraft draft = SubmittedDraft.of(claim);
 * DraftImport.of(dossier, texts, List.of(draft)).drafts().get(0).isRefused();
 * }</pre>
 *
 * @param claim the claim; once it is accepted, as it is in the dossier; empty if it could not be
 *     read
 * @param place the place in the file from which it was read
 * @param problems the errors, for which it is refused, and warnings
 * @since 0.1
 */
public record SubmittedDraft(
    Optional<Claim> claim, Optional<Problem.Place> place, ImmutableList<Problem> problems) {
  /**
   * Creates a draft.
   *
   * @param claim the claim
   * @param place the place in the file from which it was read
   * @param problems the errors and warnings; at least one error if there is no claim
   * @throws IllegalArgumentException if there is neither a claim nor an error
   */
  public SubmittedDraft {
    requireNonNull(claim, "claim");
    requireNonNull(place, "place");
    if (requireNonNull(problems, "problems").stream().allMatch(Problem::isWarning)
        && claim.isEmpty()) {
      throw ShownValue.refused(
          "a draft has a claim, or the errors for which it has none; got neither"
              + (problems.isEmpty() ? "" : ", but the warning: " + problems.get(0).message()));
    }
  }

  /**
   * Creates a draft that was not read from a file.
   *
   * @param claim the claim
   * @return a draft without problems
   */
  public static SubmittedDraft of(Claim claim) {
    return new SubmittedDraft(
        Optional.of(requireNonNull(claim, "claim")), Optional.empty(), ImmutableList.of());
  }

  /** {@return the id of the claim; empty if it could not be read} */
  public String id() {
    return claim.map(Claim::id).orElseGet(() -> problems.get(0).id());
  }

  /** {@return whether there is an error, so that the draft is not in the dossier} */
  public boolean isRefused() {
    return problems.stream().anyMatch(problem -> !problem.isWarning());
  }

  /** {@return whether the draft is refused because a quotation is not in the text of its source} */
  public boolean isInvented() {
    return problems.stream()
        .anyMatch(
            problem -> !problem.isWarning() && problem.code() == Problem.Code.QUOTE_NOT_FOUND);
  }

  /** {@return the place, the id and the first problem, in one line} */
  @Override
  public String toString() {
    return OneLine.of(
        place.map(at -> at + ": ").orElse("")
            + "draft "
            + id()
            + problems.stream().findFirst().map(first -> ": " + first.message()).orElse(""));
  }
}
