package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The import of drafts from elsewhere, such as a model or a student, into a dossier. Each quotation
 * is checked against the text of its source. It prints as a table in English, with the refused
 * drafts first.
 *
 * <pre>{@code
 * List<SubmittedDraft> drafts = Dossiers.readDrafts(Path.of("drafts.jsonl"));
 * DraftImport imported = DraftImport.of(dossier, texts, drafts, "model-7");
 * System.out.println(imported.print());    // each refused draft, with its line and the reason
 * Dossier more = imported.dossier();       // the accepted ones have the status DRAFT
 * more.review("D-04", "park");             // coded, once a person has checked it
 * }</pre>
 *
 * <p>A draft is accepted or refused as a whole:
 *
 * <ul>
 *   <li>A quotation to the letter is accepted. If the text has it in one place, the selector is set
 *       to that place.
 *   <li>A quotation with tolerated {@linkplain Variant variants} is replaced by the passage to the
 *       letter, with a warning that names the variants.
 *   <li>An invented quotation, which the text does not have, is refused with the nearest passages.
 *       So is a quotation that cannot be checked, because there is no text of its source, or
 *       another than the one that was coded.
 *   <li>A draft without a coder, with a reviewer, or with the id of a claim of the dossier or of an
 *       earlier draft is refused; a draft that is in the dossier already is accepted.
 *   <li>A draft that the dossier would refuse is refused, and so are those that answer or retract a
 *       refused draft.
 * </ul>
 *
 * @since 0.1
 */
public final class DraftImport implements Printable {
  private static final ImmutableList<String> HEADER =
      ImmutableList.of("draft", "claim", "result", "field", "problem");

  private final Dossier dossier;
  private final ImmutableList<SubmittedDraft> drafts;

  private DraftImport(Dossier dossier, ImmutableList<SubmittedDraft> drafts) {
    this.dossier = dossier;
    this.drafts = drafts;
  }

  /**
   * Imports drafts that name their coders.
   *
   * @param dossier the dossier to which they are added
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @param drafts the drafts; those with errors stay refused
   * @return the outcome
   */
  public static DraftImport of(Dossier dossier, Texts texts, Iterable<SubmittedDraft> drafts) {
    return of(dossier, texts, drafts, Optional.empty());
  }

  /**
   * Imports drafts of one coder.
   *
   * @param dossier the dossier to which they are added
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @param drafts the drafts; those with errors stay refused
   * @param coder the coder of each draft that names none, not blank
   * @return the outcome
   * @throws IllegalArgumentException if the coder is blank
   */
  public static DraftImport of(
      Dossier dossier, Texts texts, Iterable<SubmittedDraft> drafts, String coder) {
    if (requireNonNull(coder, "coder").isBlank()) {
      throw ShownValue.refused(
          "coder '%s' is blank; name the person or program that made the drafts".formatted(coder));
    }
    return of(dossier, texts, drafts, Optional.of(coder));
  }

  private static DraftImport of(
      Dossier dossier, Texts texts, Iterable<SubmittedDraft> drafts, Optional<String> coder) {
    requireNonNull(dossier, "dossier");
    requireNonNull(texts, "texts");
    DraftChecks checks = new DraftChecks(dossier, requireNonNull(drafts, "drafts"), coder);
    checks.checkQuotations(texts);
    checks.checkAgainstDossier();
    return new DraftImport(dossier.plus(checks.accepted()), checks.drafts());
  }

  /** {@return the dossier with the accepted drafts} */
  public Dossier dossier() {
    return dossier;
  }

  /** {@return every draft in the order given, each with its problems; refused or accepted} */
  public ImmutableList<SubmittedDraft> drafts() {
    return drafts;
  }

  private long count(Predicate<SubmittedDraft> some) {
    return drafts.stream().filter(some).count();
  }

  /** {@return the number of drafts that were accepted and refused, in a sentence} */
  public String sentence() {
    long refused = count(SubmittedDraft::isRefused);
    long invented = count(SubmittedDraft::isInvented);
    long corrected = count(draft -> !draft.isRefused() && !draft.problems().isEmpty());
    return "%s: %s accepted%s, %s refused%s."
        .formatted(
            drafts.size() == 1 ? "1 draft" : drafts.size() + " drafts",
            drafts.size() - refused,
            corrected == 0 ? "" : " (" + corrected + " with remarks)",
            refused,
            invented == 0 ? "" : " (" + invented + " with an invented quotation)");
  }

  /**
   * {@return the counts and a table with one row for each problem of a draft, and one for each
   * draft without problems; the refused drafts first, then those with remarks}
   */
  @Override
  public TextPage page() {
    TextPage page = TextPage.of(sentence());
    return drafts.isEmpty()
        ? page
        : page.table(
            HEADER,
            IntStream.range(0, drafts.size())
                .boxed()
                .sorted(Comparator.comparing(index -> rank(drafts.get(index))))
                .flatMap(index -> rows(index).stream())
                .collect(ImmutableList.toImmutableList()));
  }

  /** Returns 0 for a refused draft, 1 for one with remarks, and 2 for any other. */
  private static int rank(SubmittedDraft draft) {
    return draft.isRefused() ? 0 : draft.problems().isEmpty() ? 2 : 1;
  }

  private List<ImmutableList<String>> rows(int index) {
    SubmittedDraft draft = drafts.get(index);
    String number =
        draft.place().map(place -> place.file() + ":" + place.line()).orElse("" + (index + 1));
    String id = draft.id();
    return draft.problems().isEmpty()
        ? List.of(ImmutableList.of(number, id, "accepted", "", ""))
        : draft.problems().stream()
            .map(
                problem ->
                    ImmutableList.of(
                        number,
                        id,
                        result(draft, problem),
                        problem.field(),
                        DraftText.withoutId(problem)))
            .toList();
  }

  private static String result(SubmittedDraft draft, Problem problem) {
    if (problem.isWarning()) {
      return draft.isRefused() ? "refused, remark" : "accepted, remark";
    }
    return problem.code() == Problem.Code.QUOTE_NOT_FOUND ? "refused, invented" : "refused";
  }

  /** {@return the number of drafts that were accepted and refused, in one line} */
  @Override
  public String toString() {
    return "DraftImport: " + sentence();
  }
}
