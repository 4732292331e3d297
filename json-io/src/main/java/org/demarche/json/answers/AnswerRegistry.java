package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import org.demarche.answer.Answer;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Timeline;
import org.demarche.answer.Viewpoint;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.DossierDifferences;
import org.demarche.model.Problem;

/**
 * The registry of answers in one form: one entry for each kind that a Tracker or a network query
 * returns.
 */
public final class AnswerRegistry {
  private static final AnswerRegistry PLAIN = new AnswerRegistry(AnswerForm.PLAIN);

  private final ImmutableList<AnswerType<?>> all;
  private final ImmutableMap<String, AnswerType<?>> byName;
  private final ImmutableMap<String, ValueWriter<?>> definitions;
  private final ImmutableList<ValueType<?>> values;

  AnswerRegistry(AnswerForm form) {
    SharedMembers shared = new SharedMembers(form);
    PositionAnswers positions = new PositionAnswers(shared);
    ChangeAndRelationAnswers changes = new ChangeAndRelationAnswers(shared, positions);
    ClaimAnswers claims = new ClaimAnswers(shared);
    NetworkAnswers networks = new NetworkAnswers(shared);
    all =
        ImmutableList.of(
            positions.position,
            changes.change,
            changes.changes,
            changes.difference,
            changes.differences,
            changes.updates,
            changes.relation,
            changes.comparison,
            positions.matrix,
            positions.stanceGrid,
            positions.timeline,
            changes.history,
            changes.histories,
            positions.positions,
            claims.propositions,
            claims.readouts,
            claims.foundClaims,
            claims.chronology,
            claims.framings,
            positions.explanation,
            networks.tally,
            networks.agreementTable,
            networks.network);
    byName = Maps.uniqueIndex(all, AnswerType::name);
    definitions =
        ImmutableMap.<String, ValueWriter<?>>builder()
            .put("viewpoint", shared.viewpointMembers)
            .put("citedClaim", shared.citationOrId())
            .put("position", positions.position.json())
            .put("change", changes.change.json())
            .put("difference", changes.difference.json())
            .put("relation", changes.relation.json())
            .put("claim", RecordCodecs.CLAIM)
            .put("evidence", RecordCodecs.EVIDENCE)
            .put("proposition", RecordCodecs.PROPOSITION)
            .put("term", RecordCodecs.TERM)
            .buildOrThrow();
    values =
        ImmutableList.of(
            new ValueType<>(Viewpoint.class, shared.viewpointMembers),
            new ValueType<>(CitedClaim.class, shared.citedClaimMembers),
            new ValueType<>(Chronology.Entry.class, claims.entryMembers),
            new ValueType<>(Readouts.Point.class, claims.pointMembers),
            new ValueType<>(Relation.Exchange.class, changes.exchangeMembers),
            new ValueType<>(Explanation.Considered.class, positions.consideredMembers),
            new ValueType<>(OtherCapacity.class, positions.otherCapacityMembers),
            new ValueType<>(Timeline.Entry.class, positions.timelineEntryMembers),
            new ValueType<>(Problem.class, ProblemMembers.PROBLEM),
            new ValueType<>(DossierDifferences.class, DossierDifferenceMembers.DIFFERENCES),
            new ValueType<>(
                DossierDifferences.AlteredRecord.class, DossierDifferenceMembers.ALTERED),
            new ValueType<>(Problem.Place.class, ProblemMembers.PLACE));
  }

  /** Returns the registry of the plain form, in which claims are complete. */
  public static AnswerRegistry plain() {
    return PLAIN;
  }

  /**
   * A type of values that are parts of answers, or reports about records.
   *
   * @param type its class
   * @param json writes a value as JSON
   */
  public record ValueType<V>(Class<V> type, ValueWriter<V> json) {}

  /** Returns the types of values that are no answers by themselves. */
  public ImmutableList<ValueType<?>> values() {
    return values;
  }

  /** Returns all kinds of answers, in the order of the schema. */
  public ImmutableList<AnswerType<?>> all() {
    return all;
  }

  /** Returns all kinds of answers, by their names. */
  ImmutableMap<String, AnswerType<?>> byName() {
    return byName;
  }

  /**
   * Returns the definitions of the schema of answers, by name. Only the tests call this method; the
   * definitions are kept here because they are the same objects that write the JSON.
   */
  public ImmutableMap<String, ValueWriter<?>> definitions() {
    return definitions;
  }

  /** Returns the kind of an answer. */
  public AnswerType<?> of(Answer answer) {
    return all.stream().filter(kind -> kind.type().isInstance(answer)).findFirst().orElseThrow();
  }
}
