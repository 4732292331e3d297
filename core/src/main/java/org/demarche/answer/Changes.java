package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.lookup.Arguments;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The changes of positions between two dates, one labelled change per row, sorted by party, issue
 * and proposition.
 *
 * <pre>{@code
 * tracker.asOf("2017-11-24").changesTo(tracker.asOf("2022-08-11")).party("rok").shifts()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Changes extends FilterableAnswer<Change, Changes>
    implements Answer {
  Changes() {}

  /** {@return the viewpoint from which the earlier positions are derived} */
  @Value.Parameter
  public abstract Viewpoint before();

  /** {@return the viewpoint from which the later positions are derived} */
  @Value.Parameter
  public abstract Viewpoint after();

  /** {@return the changes; no change is SILENT} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Change> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Keeps only the changes with one of the given labels.
   *
   * @param labels the labels to keep; at least one
   * @return the filtered changes
   * @throws IllegalArgumentException if no label is given
   */
  public final Changes label(Change.Label... labels) {
    Arguments.requireEach(labels, "labels");
    List<Change.Label> kept = Arrays.asList(labels);
    return filter(filterText("label", labels), change -> kept.contains(change.label()));
  }

  /**
   * Keeps only the shifts: changes in which the position itself moved, {@linkplain
   * Change.Label#isShift() as their label tells}. That a party begins or ceases to contradict
   * itself is no shift; the filter says how many such changes it leaves out.
   *
   * @return the filtered changes
   */
  public final Changes shifts() {
    long contests = rows().stream().filter(Changes::isOfContest).count();
    return filter(
        contests == 0 ? "shifts" : "shifts, %s contested left out".formatted(contests),
        change -> change.label().isShift());
  }

  private static boolean isOfContest(Change change) {
    return switch (change.label()) {
      case BECAME_CONTESTED, STILL_CONTESTED, SETTLED -> true;
      default -> false;
    };
  }

  /**
   * Shows the rows that changed by implication alone. In print they are otherwise folded under the
   * composite that brought them, and counted. All {@link #rows()} are there in any case.
   *
   * @return the answer that prints every row
   */
  public final Changes withImplied() {
    return filters().contains(FoldedRows.SHOWN) ? this : filter(FoldedRows.SHOWN, row -> true);
  }

  @Override
  final List<String> partiesOf(Change row) {
    return List.of(row.party());
  }

  @Override
  final Optional<String> foldsUnder(Change row) {
    return row.foldsUnder();
  }

  @Override
  final Optional<TextPage> pageOf(Change row, Wording wording) {
    return Optional.of(row.page(wording));
  }

  @Override
  final String propositionOf(Change row) {
    return row.proposition();
  }

  @Override
  final boolean mayHaveRowsOf(String organ) {
    return false;
  }

  @Override
  final Changes withRows(Iterable<String> filters, Iterable<Change> rows) {
    return ImmutableChanges.of(before(), after(), rows, filters, dossier());
  }

  private String heading(Wording wording) {
    return wording.text(
        "changes.heading",
        wording.date(before().asOf()),
        wording.date(after().asOf()),
        after().restrictions(wording, dossier()) + filtersText(wording));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return summary(
        wording, heading(wording), "changes", Change::party, row -> row.verbWithCaveats(wording));
  }

  /** {@return the question and a table with one row per change} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    FoldedRows<Change> folded = folded();
    return withParties(
        AnswerPages.counted(
            "changes",
            heading(wording),
            columns(folded, wording).ids(Change::proposition),
            folded,
            dossier()),
        wording);
  }

  /**
   * Returns the table with one row per change alone, for a page that states the question.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the table, without ids; an empty page without rows
   */
  public final TextPage sideBySide(Wording wording) {
    requireNonNull(wording, "wording");
    FoldedRows<Change> folded = folded();
    return AnswerPages.withSigns(
        folded.below(
            columns(folded, wording).below(TextPage.empty(), folded.shown()), dossier(), wording),
        wording);
  }

  private AnswerTable<Change> columns(FoldedRows<Change> folded, Wording wording) {
    return tableByParty(wording, Change::party)
        .column("proposition", row -> wording.proposition(dossier(), row.proposition()))
        .titled(
            before().asOf().toString(),
            row -> PositionContext.of(row.before()).cell(wording),
            row -> PositionContext.of(row.before()).anchor())
        .titled(
            after().asOf().toString(),
            row -> PositionContext.of(row.after()).cell(wording),
            row -> PositionContext.of(row.after()).anchor())
        .column("change", row -> folded.withCount(row.verb(wording), row, wording));
  }

  /** {@return the question and the number of changes, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes()) + ": " + AnswerPages.count(rows().size(), "change", "changes"));
  }
}
