package org.demarche.json.answers;

import static org.demarche.json.answers.PositionAnswers.FACTS;
import static org.demarche.json.answers.PositionAnswers.POSITION_VALUE;
import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.VIEWPOINT;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.stream.Stream;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Comparison;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Updates;
import org.demarche.json.records.Codec;
import org.demarche.json.records.ValueWriter;

/** Answers that compare positions: over time, between bodies of evidence, or between parties. */
final class ChangeAndRelationAnswers {
  private ChangeAndRelationAnswers() {}

  private static final MemberWriter<Change> CHANGE_MEMBERS =
      new MemberWriter<Change>()
          .and("label", Codec.oneOf(Change.Label.class), Change::label)
          .and("administrationChanged", BOOLEAN, Change::hasAdministrationChanged)
          .and("unlikeEvidence", BOOLEAN, Change::hasUnlikeEvidence)
          .and("before", POSITION_VALUE, Change::before)
          .and("after", POSITION_VALUE, Change::after);

  private static final CsvColumns<Change> CHANGE_COLUMNS =
      new CsvColumns<Change>()
          .and("party", Change::party)
          .and("proposition", Change::proposition)
          .and("change", Change::label)
          .and("administration_changed", Change::hasAdministrationChanged)
          .and("unlike_evidence", Change::hasUnlikeEvidence)
          .and("before_as_of", change -> change.before().viewpoint().asOf())
          .and("after_as_of", change -> change.after().viewpoint().asOf())
          .and("", SharedColumns.EVIDENCE, change -> change.after().viewpoint())
          .and("before_", FACTS, Change::before)
          .and("after_", FACTS, Change::after);

  private static final ValueWriter<Change> CHANGE_VALUE =
      ValueWriter.defined("change", () -> CHANGE_MEMBERS);

  static final AnswerType<Change> CHANGE =
      new AnswerType<>(
          "change",
          Change.class,
          CHANGE_MEMBERS,
          change -> CHANGE_COLUMNS.table(ImmutableList.of(change)));

  static final AnswerType<Changes> CHANGES =
      new AnswerType<>(
          "changes",
          Changes.class,
          new MemberWriter<Changes>()
              .and("before", VIEWPOINT, Changes::before)
              .and("after", VIEWPOINT, Changes::after)
              .and("filters", TEXTS, Changes::filters)
              .and("rows", ValueWriter.list(CHANGE_VALUE), Changes::rows),
          changes -> CHANGE_COLUMNS.table(changes.rows()));

  static final AnswerType<History> HISTORY =
      new AnswerType<>(
          "history",
          History.class,
          new MemberWriter<History>()
              .and("party", TEXT, History::party)
              .and("proposition", TEXT, History::proposition)
              .and("viewpoint", VIEWPOINT, History::viewpoint)
              .and("drifted", BOOLEAN, History::hasDrifted)
              .and("changes", ValueWriter.list(CHANGE_VALUE), History::changes),
          history -> CHANGE_COLUMNS.table(history.changes()));

  private static final MemberWriter<Difference> DIFFERENCE_MEMBERS =
      new MemberWriter<Difference>()
          .and("label", Codec.oneOf(Difference.Label.class), Difference::label)
          .and(
              "altered",
              ValueWriter.list(Codec.oneOf(Difference.Aspect.class)),
              Difference::altered)
          .and("here", POSITION_VALUE, Difference::here)
          .and("there", POSITION_VALUE, Difference::there);

  private static final CsvColumns<Difference> DIFFERENCE_COLUMNS =
      new CsvColumns<Difference>()
          .and("party", Difference::party)
          .and("proposition", Difference::proposition)
          .and("difference", Difference::label)
          .and("altered", difference -> CsvColumns.joined(difference.altered()))
          .and("as_of", difference -> difference.here().viewpoint().asOf())
          .and("here_", SharedColumns.EVIDENCE, difference -> difference.here().viewpoint())
          .and("there_", SharedColumns.EVIDENCE, difference -> difference.there().viewpoint())
          .and("here_", FACTS, Difference::here)
          .and("there_", FACTS, Difference::there);

  static final AnswerType<Difference> DIFFERENCE =
      new AnswerType<>(
          "difference",
          Difference.class,
          DIFFERENCE_MEMBERS,
          difference -> DIFFERENCE_COLUMNS.table(ImmutableList.of(difference)));

  static final AnswerType<Differences> DIFFERENCES =
      new AnswerType<>(
          "differences",
          Differences.class,
          new MemberWriter<Differences>()
              .and("here", VIEWPOINT, Differences::here)
              .and("there", VIEWPOINT, Differences::there)
              .and("filters", TEXTS, Differences::filters)
              .and(
                  "rows",
                  ValueWriter.list(ValueWriter.defined("difference", () -> DIFFERENCE_MEMBERS)),
                  Differences::rows),
          differences -> DIFFERENCE_COLUMNS.table(differences.rows()));

  /** A row of the table of updates: a difference or a change. */
  private record Update(
      String update,
      Enum<?> label,
      Collection<Difference.Aspect> altered,
      Position before,
      Position after) {
    static Update of(Difference difference) {
      return new Update(
          "difference",
          difference.label(),
          difference.altered(),
          difference.here(),
          difference.there());
    }

    static Update of(Change change) {
      return new Update(
          "change", change.label(), ImmutableList.of(), change.before(), change.after());
    }
  }

  private static final CsvColumns<Update> UPDATE_COLUMNS =
      new CsvColumns<Update>()
          .and("update", Update::update)
          .and("party", update -> update.after().party())
          .and("proposition", update -> update.after().proposition())
          .and("label", Update::label)
          .and("altered", update -> CsvColumns.joined(update.altered()))
          .and("before_", FACTS, Update::before)
          .and("after_", FACTS, Update::after);

  static final AnswerType<Updates> UPDATES =
      new AnswerType<>(
          "updates",
          Updates.class,
          new MemberWriter<Updates>()
              .and("differences", DIFFERENCES.json(), Updates::differences)
              .and("changes", CHANGES.json(), Updates::changes),
          updates ->
              UPDATE_COLUMNS.table(
                  Stream.concat(
                          updates.differences().rows().stream().map(Update::of),
                          updates.changes().rows().stream().map(Update::of))
                      .toList()));

  static final ValueWriter<Relation.Exchange> EXCHANGE_MEMBERS =
      new MemberWriter<Relation.Exchange>()
          .and("answer", TEXT, exchange -> exchange.answer().claim().id())
          .and("answered", TEXT, exchange -> exchange.answered().claim().id());

  private static final MemberWriter<Relation> RELATION_MEMBERS =
      new MemberWriter<Relation>()
          .and("label", Codec.oneOf(Relation.Label.class), Relation::label)
          .maybe("rival", TEXT, Relation::rival)
          .and("first", POSITION_VALUE, Relation::first)
          .and("second", POSITION_VALUE, Relation::second)
          .and("exchanges", ValueWriter.list(EXCHANGE_MEMBERS), Relation::exchanges);

  private static final CsvColumns<Relation> RELATION_COLUMNS =
      new CsvColumns<Relation>()
          .and("proposition", Relation::proposition)
          .and("first", relation -> relation.first().party())
          .and("second", relation -> relation.second().party())
          .and("relation", Relation::label)
          .and("rival", relation -> relation.rival().orElse(""))
          .and("", SharedColumns.VIEWPOINT, relation -> relation.first().viewpoint())
          .and("first_", FACTS, Relation::first)
          .and("second_", FACTS, Relation::second);

  static final AnswerType<Relation> RELATION =
      new AnswerType<>(
          "relation",
          Relation.class,
          RELATION_MEMBERS,
          relation -> RELATION_COLUMNS.table(ImmutableList.of(relation)));

  static final AnswerType<Comparison> COMPARISON =
      new AnswerType<>(
          "comparison",
          Comparison.class,
          new MemberWriter<Comparison>()
              .and("parties", TEXTS, Comparison::parties)
              .and("viewpoint", VIEWPOINT, Comparison::viewpoint)
              .and("filters", TEXTS, Comparison::filters)
              .and(
                  "rows",
                  ValueWriter.list(ValueWriter.defined("relation", () -> RELATION_MEMBERS)),
                  Comparison::rows),
          comparison -> RELATION_COLUMNS.table(comparison.rows()));
}
