package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The days on which each party changed its position on some propositions, or the condition on which
 * it depends, with one outcome per entry: a compact alternative to the {@link Histories} of every
 * party. {@code Tracker.history} cites the claims of a single party.
 *
 * <pre>{@code
 * tracker.timeline("three-nos", "3n-promise").party("prc").rows().get(0).outcome();   // FOR
 * }</pre>
 *
 * @since 0.1
 */
@Value.Enclosing
@Value.Immutable
public abstract non-sealed class Timeline extends FilterableAnswer<Timeline.Entry, Timeline>
    implements Answer {
  Timeline() {}

  /**
   * A day from which a party's position had another outcome than before, or another condition.
   *
   * <pre>{@code
   * entry.party() + " has been " + entry.outcome() + " since " + entry.day()
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class Entry {
    Entry() {}

    /** {@return the id of the proposition} */
    @Value.Parameter
    public abstract String proposition();

    /** {@return the id of the party} */
    @Value.Parameter
    public abstract String party();

    /** {@return the first day of the outcome} */
    @Value.Parameter
    public abstract LocalDate day();

    /** {@return the outcome of the position from that day until the party's next entry} */
    @Value.Parameter
    public abstract PositionOutcome outcome();

    @Value.Auxiliary
    @Value.Parameter
    abstract Supplier<Position> derivation();

    /**
     * Returns the position on that day, which has the claim to cite. It is derived on first access,
     * and is no part of equality.
     *
     * @return the position as of {@link #day()}
     */
    @Value.Lazy
    public Position position() {
      return derivation().get();
    }

    /** {@return the party, the proposition, the day and the outcome, in one line} */
    @Override
    public final String toString() {
      return party() + " on " + proposition() + " from " + day() + ": " + outcome();
    }
  }

  /** {@return the ids of the propositions, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> propositions();

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the entries of states, persons and media, by proposition, party and day} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Entry> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  @Override
  final List<String> partiesOf(Entry row) {
    return List.of(row.party());
  }

  @Override
  final String propositionOf(Entry row) {
    return row.proposition();
  }

  @Override
  final boolean mayHaveRowsOf(String organ) {
    return false;
  }

  @Override
  final Timeline withRows(Iterable<String> filters, Iterable<Entry> rows) {
    return ImmutableTimeline.of(propositions(), viewpoint(), rows, filters, dossier());
  }

  @Override
  final boolean isNamed(String id) {
    return propositions().equals(ImmutableList.of(id));
  }

  private String heading(Wording wording) {
    return wording.text(
        "timeline.heading",
        wording.list(
            propositions().stream().map(id -> wording.proposition(dossier(), id)).toList()),
        viewpoint().text(wording, dossier()),
        filtersText(wording));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return summary(
        wording,
        heading(wording),
        "entries",
        Entry::party,
        row ->
            cited(
                wording.text(
                    "timeline.entry",
                    PositionContext.of(row.position()).phrase(wording),
                    wording.date(row.day())),
                row,
                wording));
  }

  private static String cited(String text, Entry row, Wording wording) {
    return cite(row).isEmpty() ? text : wording.text("timeline.cited", text, cite(row));
  }

  /**
   * Returns the id of the claim to cite, or of each conflicting claim; an empty text if no claim
   * carries the outcome.
   */
  private static String cite(Entry row) {
    return row.position().headlines().stream()
        .map(one -> one.claim().id())
        .collect(Collectors.joining(", "));
  }

  private static String asserted(Entry row, Wording wording) {
    return row.position().support().stream()
        .findFirst()
        .map(cited -> wording.isoDate(cited.claim().asserted()))
        .orElse("");
  }

  /**
   * Returns the claims that were taken back on the day of an entry, each with the claim that did.
   */
  private static String takenBack(Entry row, Wording wording) {
    return row.position().retractedClaims().stream()
        .filter(
            cited ->
                PositionContext.retraction(cited)
                    .filter(by -> by.claim().asserted().latest().equals(row.day()))
                    .isPresent())
        .map(cited -> ClaimText.takenBack(cited, wording))
        .collect(Collectors.joining(wording.text("list.semicolon")));
  }

  private static String account(Entry row, Wording wording) {
    return PositionContext.of(row.position()).byWhoseAccount(wording);
  }

  /**
   * {@return the question and a table with one row per entry; it names the proposition of each
   * entry if there are several}
   */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return withParties(
        AnswerPages.counted(
            "entries",
            heading(wording),
            byProposition(wording)
                .column("party", row -> wording.party(dossier(), row.party()))
                .titled(
                    wording.text(wording.isCodes() ? "code.from" : "column.from"),
                    row -> row.day().toString())
                .column(
                    "outcome",
                    row -> PositionContext.of(row.position()).outcomeCell(wording),
                    row -> PositionContext.of(row.position()).anchor())
                .column("cite", Timeline::cite)
                .column("asserted", row -> asserted(row, wording))
                .columnIf(
                    rows().stream().anyMatch(row -> !takenBack(row, wording).isEmpty()),
                    "takenBack",
                    row -> takenBack(row, wording))
                .columnIf(
                    rows().stream().anyMatch(row -> !account(row, wording).isEmpty()),
                    "reportedBy",
                    row -> account(row, wording))
                .ids(Entry::proposition),
            rows()),
        wording);
  }

  private AnswerTable<Entry> byProposition(Wording wording) {
    AnswerTable<Entry> table = AnswerTable.in(wording);
    return propositions().size() == 1
        ? table
        : table.column("proposition", row -> wording.proposition(dossier(), row.proposition()));
  }

  /** {@return the question and the number of entries, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes()) + ": " + AnswerPages.count(rows().size(), "entry", "entries"));
  }
}
