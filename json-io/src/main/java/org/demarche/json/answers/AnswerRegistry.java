package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.demarche.answer.Answer;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Timeline;
import org.demarche.answer.Viewpoint;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.Problem;

/** The registry of answers: one entry for each kind that a Tracker or a network query returns. */
public final class AnswerRegistry {
  private static final ImmutableList<AnswerType<?>> ALL =
      ImmutableList.of(
          PositionAnswers.POSITION,
          ChangeAndRelationAnswers.CHANGE,
          ChangeAndRelationAnswers.CHANGES,
          ChangeAndRelationAnswers.DIFFERENCE,
          ChangeAndRelationAnswers.DIFFERENCES,
          ChangeAndRelationAnswers.UPDATES,
          ChangeAndRelationAnswers.RELATION,
          ChangeAndRelationAnswers.COMPARISON,
          PositionAnswers.MATRIX,
          PositionAnswers.STANCE_GRID,
          PositionAnswers.TIMELINE,
          ChangeAndRelationAnswers.HISTORY,
          PositionAnswers.POSITIONS,
          ClaimAnswers.PROPOSITIONS,
          ClaimAnswers.READOUTS,
          ClaimAnswers.FOUND_CLAIMS,
          ClaimAnswers.CHRONOLOGY,
          ClaimAnswers.FRAMINGS,
          PositionAnswers.EXPLANATION,
          NetworkAnswers.TALLY,
          NetworkAnswers.AGREEMENT_TABLE,
          NetworkAnswers.NETWORK);

  private static final ImmutableMap<String, ValueWriter<?>> DEFINITIONS =
      ImmutableMap.<String, ValueWriter<?>>builder()
          .put("viewpoint", SharedMembers.VIEWPOINT_MEMBERS)
          .put("citedClaim", SharedMembers.CITED_CLAIM_MEMBERS)
          .put("position", PositionAnswers.POSITION.json())
          .put("change", ChangeAndRelationAnswers.CHANGE.json())
          .put("difference", ChangeAndRelationAnswers.DIFFERENCE.json())
          .put("relation", ChangeAndRelationAnswers.RELATION.json())
          .put("claim", RecordCodecs.CLAIM)
          .put("evidence", RecordCodecs.EVIDENCE)
          .put("proposition", RecordCodecs.PROPOSITION)
          .buildOrThrow();

  /** The types of values that are no answers by themselves, each with its writer. */
  private static final ImmutableList<ValueType<?>> VALUES =
      ImmutableList.of(
          new ValueType<>(Viewpoint.class, SharedMembers.VIEWPOINT_MEMBERS),
          new ValueType<>(CitedClaim.class, SharedMembers.CITED_CLAIM_MEMBERS),
          new ValueType<>(Chronology.Entry.class, ClaimAnswers.ENTRY_MEMBERS),
          new ValueType<>(Readouts.Point.class, ClaimAnswers.POINT_MEMBERS),
          new ValueType<>(Relation.Exchange.class, ChangeAndRelationAnswers.EXCHANGE_MEMBERS),
          new ValueType<>(Explanation.Considered.class, PositionAnswers.CONSIDERED_MEMBERS),
          new ValueType<>(Timeline.Entry.class, PositionAnswers.TIMELINE_ENTRY_MEMBERS),
          new ValueType<>(Problem.class, ProblemMembers.PROBLEM),
          new ValueType<>(Problem.Place.class, ProblemMembers.PLACE));

  private AnswerRegistry() {}

  /**
   * A type of values that are parts of answers, or reports about records.
   *
   * @param type its class
   * @param json writes a value as JSON
   */
  public record ValueType<V>(Class<V> type, ValueWriter<V> json) {}

  /** Returns the types of values that are no answers by themselves. */
  public static ImmutableList<ValueType<?>> values() {
    return VALUES;
  }

  /**
   * Returns all kinds of answers, in the order of the schema. Only the tests call this method: they
   * write the shipped schema of answers from the same entries that write the JSON.
   */
  public static ImmutableList<AnswerType<?>> all() {
    return ALL;
  }

  /**
   * Returns the definitions of the schema of answers, by name. Only the tests call this method; the
   * definitions are kept here because they are the same objects that write the JSON.
   */
  public static ImmutableMap<String, ValueWriter<?>> definitions() {
    return DEFINITIONS;
  }

  /** Returns the kind of an answer. */
  public static AnswerType<?> of(Answer answer) {
    return ALL.stream().filter(kind -> kind.type().isInstance(answer)).findFirst().orElseThrow();
  }
}
