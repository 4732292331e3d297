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
 * The differences between positions derived from two bodies of evidence at one date, one per row,
 * sorted by party, issue and proposition. Equal positions have no row. In print the two bodies of
 * evidence are called A and B.
 *
 * <pre>{@code
 * Tracker then = tracker.asOf("2017-11-01");
 * then.knownAt("2017-11-01").differencesTo(then)   // what has been learned since about that day
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Differences extends FilterableAnswer<Difference, Differences>
    implements Answer {
  Differences() {}

  /** {@return the viewpoint on the first body of evidence, A in print} */
  @Value.Parameter
  public abstract Viewpoint here();

  /** {@return the viewpoint on the other body of evidence, B in print} */
  @Value.Parameter
  public abstract Viewpoint there();

  /** {@return the differences} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Difference> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Keeps only the differences with one of the given labels.
   *
   * @param labels the labels to keep; at least one
   * @return the filtered differences
   * @throws IllegalArgumentException if no label is given
   */
  public final Differences label(Difference.Label... labels) {
    Arguments.requireEach(labels, "labels");
    List<Difference.Label> kept = Arrays.asList(labels);
    return filter(filterText("label", labels), difference -> kept.contains(difference.label()));
  }

  @Override
  final List<String> partiesOf(Difference row) {
    return List.of(row.party());
  }

  @Override
  final Optional<TextPage> pageOf(Difference row, Wording wording) {
    return Optional.of(row.page(wording));
  }

  @Override
  final String propositionOf(Difference row) {
    return row.proposition();
  }

  @Override
  final boolean mayHaveRowsOf(String organ) {
    return false;
  }

  @Override
  final Differences withRows(Iterable<String> filters, Iterable<Difference> rows) {
    return ImmutableDifferences.of(here(), there(), rows, filters, dossier());
  }

  private String heading(Wording wording) {
    return wording.text(
        "differences.heading",
        here().text(wording, dossier()) + whole(here(), there(), wording),
        there().text(wording, dossier()) + whole(there(), here(), wording),
        filtersText(wording));
  }

  /** Returns that a viewpoint leaves nothing out, beside another that does. */
  static String whole(Viewpoint viewpoint, Viewpoint other, Wording wording) {
    return !wording.isCodes()
            && viewpoint.restrictions().isEmpty()
            && !other.restrictions().isEmpty()
        ? wording.text("viewpoint.whole")
        : "";
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return summary(
        wording,
        heading(wording),
        "differences",
        Difference::party,
        row -> row.textWithOutcomes(wording));
  }

  /** {@return the question and a table with one row per difference} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return page(heading(wording), "A", "B", wording);
  }

  /** Returns a page with another heading and other names for the two bodies of evidence. */
  final TextPage page(String heading, String nameOfHere, String nameOfThere, Wording wording) {
    return withParties(
        AnswerPages.counted(
            "differences",
            heading,
            tableByParty(wording, Difference::party)
                .column("proposition", row -> wording.proposition(dossier(), row.proposition()))
                .titled(
                    nameOfHere,
                    row -> PositionContext.of(row.here()).datedCell(wording),
                    row -> PositionContext.of(row.here()).anchor())
                .titled(
                    nameOfThere,
                    row -> PositionContext.of(row.there()).datedCell(wording),
                    row -> PositionContext.of(row.there()).anchor())
                .column("difference", row -> row.text(wording))
                .ids(Difference::proposition),
            rows()),
        wording);
  }

  /** {@return the question and the number of differences, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        heading(Wording.codes())
            + ": "
            + AnswerPages.count(rows().size(), "difference", "differences"));
  }
}
