package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Position;
import org.demarche.answer.Updates;

/** A row of the table of updates: a difference or a change. */
record UpdateRow(
    String update,
    Enum<?> label,
    Collection<Difference.Aspect> altered,
    Object impliedBy,
    Position before,
    Position after) {
  private static final CsvColumns<UpdateRow> COLUMNS =
      new CsvColumns<UpdateRow>()
          .and("update", UpdateRow::update)
          .and("party", row -> row.after().party())
          .and("proposition", row -> row.after().proposition())
          .and("label", UpdateRow::label)
          .and("altered", row -> CsvColumns.joined(row.altered()))
          .and("implied_by", UpdateRow::impliedBy)
          .and("before_as_of", row -> row.before().viewpoint().asOf())
          .and("after_as_of", row -> row.after().viewpoint().asOf())
          .and("", SharedColumns.EVIDENCE, row -> row.after().viewpoint())
          .and("before_", PositionColumns.FACTS, UpdateRow::before)
          .and("after_", PositionColumns.FACTS, UpdateRow::after);

  private static UpdateRow of(Difference difference) {
    return new UpdateRow(
        "difference",
        difference.label(),
        difference.altered(),
        "",
        difference.here(),
        difference.there());
  }

  private static UpdateRow of(Change change) {
    return new UpdateRow(
        "change",
        change.label(),
        ImmutableList.of(),
        PositionColumns.impliedBy(change),
        change.before(),
        change.after());
  }

  /** Returns the table of updates, under a header. */
  static List<List<String>> table(Updates updates) {
    return COLUMNS.table(
        Stream.concat(
                updates.differences().rows().stream().map(UpdateRow::of),
                updates.changes().rows().stream().map(UpdateRow::of))
            .toList());
  }
}
