package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The histories of the positions of some parties, one per row, sorted by party in the order
 * requested, then by issue and proposition. A position that was never known has no row.
 *
 * <pre>{@code
 * tracker.histories("rok", "prc").on("three-nos").rows()   // the history of each of the two
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Histories extends FilterableAnswer<History, Histories>
    implements Answer {
  Histories() {}

  /** {@return the ids of the parties, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /**
   * {@return the viewpoint from which the positions are derived; the histories end on its as-of
   * date}
   */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the histories; each has at least one change} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<History> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  @Value.Check
  void check() {
    for (History row : rows()) {
      if (row.changes().isEmpty()) {
        throw ShownValue.refused(
            "the history of %s on %s has no changes; leave the row out"
                .formatted(row.party(), row.proposition()));
      }
    }
  }

  /**
   * Shows the rows that changed by implication alone. In print they are otherwise folded under the
   * composite that brought them, and counted. All {@link #rows()} are there in any case.
   *
   * @return the answer that prints every row
   */
  public final Histories withImplied() {
    return filters().contains(FoldedRows.SHOWN) ? this : filter(FoldedRows.SHOWN, row -> true);
  }

  @Override
  final List<String> partiesOf(History row) {
    return List.of(row.party());
  }

  /** Returns the composite under which every change of a history folds, if it is one. */
  @Override
  final Optional<String> foldsUnder(History row) {
    Set<Optional<String>> composites =
        row.changes().stream().map(Change::foldsUnder).collect(ImmutableSet.toImmutableSet());
    return composites.size() == 1 ? composites.iterator().next() : Optional.empty();
  }

  @Override
  final Optional<TextPage> pageOf(History row, Wording wording) {
    return Optional.of(row.page(wording));
  }

  @Override
  final String propositionOf(History row) {
    return row.proposition();
  }

  @Override
  final boolean mayHaveRowsOf(String organ) {
    return parties().contains(organ);
  }

  @Override
  final Histories withRows(Iterable<String> filters, Iterable<History> rows) {
    return ImmutableHistories.of(parties(), viewpoint(), rows, filters, dossier());
  }

  private String heading(Wording wording) {
    return wording.text(
        "histories.heading",
        wording.parties(dossier(), parties()),
        viewpoint().text(wording, dossier()),
        filtersText(wording));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(
        heading(wording),
        wording.isCodes()
            ? wording.count("histories", rows().size())
            : folded().counted("histories", wording));
  }

  /** {@return the question and a table with one row per history} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    FoldedRows<History> folded = folded();
    return withParties(
        AnswerPages.counted(
            "histories",
            heading(wording),
            tableByParty(wording, History::party)
                .column("proposition", row -> wording.proposition(dossier(), row.proposition()))
                .column("changes", row -> folded.withCount(changes(row, wording), row, wording))
                .column(
                    "position",
                    row -> PositionContext.of(last(row).after()).cell(wording),
                    row -> PositionContext.of(last(row).after()).anchor())
                .ids(History::proposition),
            folded,
            dossier()),
        wording);
  }

  private static Change last(History history) {
    return history.changes().get(history.changes().size() - 1);
  }

  private static String changes(History history, Wording wording) {
    return history.changes().stream()
            .map(change -> wording.word(change.label()) + " " + change.after().viewpoint().asOf())
            .collect(Collectors.joining(", "))
        + (history.hasDrifted() ? wording.text("history.drifted") : "");
  }

  /** {@return the question and the number of histories, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes()) + ": " + AnswerPages.count(rows().size(), "history", "histories"));
  }
}
