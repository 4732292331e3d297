package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.answer.factory.Aftermath;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.ChangeParts;
import org.demarche.answer.factory.FoundParticulars;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/**
 * The implementation of the factory of answers, which creates the generated values. {@link
 * AnswerFactory} finds it by its name.
 */
final class AnswerMaker implements AnswerFactory {
  AnswerMaker() {}

  @Override
  public Optional<Dossier> dossier(Object value) {
    if (value instanceof Position position) {
      return Optional.of(PositionContext.of(position).dossier());
    }
    if (value instanceof CitedClaim cited) {
      return Optional.of(cited.dossier());
    }
    if (value instanceof FilterableAnswer<?, ?> answer) {
      return Optional.of(answer.dossier());
    }
    if (value instanceof Matrix matrix) {
      return Optional.of(matrix.dossier());
    }
    if (value instanceof Explanation explanation) {
      return Optional.of(explanation.dossier());
    }
    if (value instanceof Readouts readouts) {
      return Optional.of(readouts.dossier());
    }
    if (value instanceof Framings framings) {
      return Optional.of(framings.dossier());
    }
    return value instanceof Chronology.Entry entry
        ? Optional.of(entry.dossier())
        : Optional.empty();
  }

  @Override
  public Viewpoint viewpoint(LocalDate asOf) {
    return ImmutableViewpoint.of(
        asOf,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Grade.OTHER_SIDE,
        false);
  }

  @Override
  public Viewpoint asOf(Viewpoint from, LocalDate day) {
    return generated(from).replaceAsOf(day);
  }

  @Override
  public Viewpoint knownAt(Viewpoint from, LocalDate day) {
    return generated(from).replaceKnownAt(day);
  }

  @Override
  public Viewpoint without(Viewpoint from, Iterable<String> sources) {
    return generated(from).replaceWithout(union(from.without(), sources));
  }

  @Override
  public Viewpoint withoutRelays(Viewpoint from, Iterable<String> actors) {
    return generated(from).replaceWithoutRelays(union(from.withoutRelays(), actors));
  }

  @Override
  public Viewpoint withoutSpeakers(Viewpoint from, Iterable<String> actors) {
    return generated(from).replaceWithoutSpeakers(union(from.withoutSpeakers(), actors));
  }

  @Override
  public Viewpoint only(Viewpoint from, Iterable<String> questions) {
    return generated(from).replaceOnly(questions);
  }

  @Override
  public Viewpoint onlyClaims(Viewpoint from, ImmutableSortedSet<String> ids) {
    return generated(from).replaceOnlyClaims(ids);
  }

  @Override
  public Viewpoint minGrade(Viewpoint from, Grade minimum) {
    return generated(from).replaceMinGrade(minimum);
  }

  @Override
  public Viewpoint withDrafts(Viewpoint from) {
    return generated(from).replaceIncludesDrafts(true);
  }

  /** Returns a viewpoint as the type that it has, as no other can be made. */
  private static ImmutableViewpoint generated(Viewpoint viewpoint) {
    return (ImmutableViewpoint) viewpoint;
  }

  private static ImmutableSortedSet<String> union(Set<String> ids, Iterable<String> more) {
    return ImmutableSortedSet.<String>naturalOrder().addAll(ids).addAll(more).build();
  }

  @Override
  public Known known(PositionFacts facts, EvidenceFacts evidence, Stance stance) {
    return ImmutableKnown.of(
        facts.party(),
        facts.proposition(),
        facts.viewpoint(),
        evidence.decisiveCount(),
        evidence.standing(),
        evidence.administration(),
        evidence.lastEvidenced(),
        evidence.independentRoots(),
        facts.related(),
        facts.dossier(),
        stance,
        evidence.support());
  }

  @Override
  public Contested contested(
      PositionFacts facts, EvidenceFacts evidence, ImmutableList<CitedClaim> sides) {
    return ImmutableContested.of(
        facts.party(),
        facts.proposition(),
        facts.viewpoint(),
        evidence.decisiveCount(),
        evidence.standing(),
        evidence.administration(),
        evidence.lastEvidenced(),
        evidence.independentRoots(),
        facts.related(),
        facts.dossier(),
        sides,
        evidence.support());
  }

  @Override
  public Unknown unknown(PositionFacts facts, Unknown.Reason reason) {
    return ImmutableUnknown.of(
        facts.party(),
        facts.proposition(),
        facts.viewpoint(),
        facts.related(),
        facts.dossier(),
        reason);
  }

  @Override
  public Positions positions(
      String question,
      Viewpoint viewpoint,
      Iterable<? extends Position> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutablePositions.of(question, viewpoint, rows, filters, dossier);
  }

  @Override
  public Matrix matrix(
      Iterable<String> parties,
      Iterable<String> propositions,
      Iterable<String> columns,
      Iterable<? extends Viewpoint> viewpoints,
      Iterable<? extends Position> positions,
      Dossier dossier) {
    return ImmutableMatrix.of(parties, propositions, columns, viewpoints, positions, dossier);
  }

  @Override
  public StanceGrid stanceGrid(
      Viewpoint viewpoint,
      Iterable<String> parties,
      Iterable<String> propositions,
      Iterable<? extends PositionOutcome> cells,
      Dossier dossier) {
    return ImmutableStanceGrid.of(viewpoint, parties, propositions, cells, dossier);
  }

  @Override
  public Explanation explanation(
      Position position,
      Iterable<? extends Explanation.Considered> considered,
      Iterable<String> uncountedDrafts,
      Dossier dossier) {
    return ImmutableExplanation.of(position, considered, uncountedDrafts, dossier);
  }

  @Override
  public Explanation.Considered considered(
      CitedClaim cited,
      Explanation.Ruling ruling,
      Optional<String> decidedBy,
      Optional<String> notSupersededBy,
      Optional<Explanation.Reason> reason) {
    return ImmutableConsidered.of(cited, ruling, decidedBy, notSupersededBy, reason);
  }

  @Override
  public OtherCapacity otherCapacity(String party, Iterable<? extends CitedClaim> claims) {
    return ImmutableOtherCapacity.of(party, claims);
  }

  @Override
  public Change change(
      Change.Label label, Position before, Position after, boolean administrationChanged) {
    return change(new Change.KnownParts(label, before, after, administrationChanged));
  }

  @Override
  public Change change(ChangeParts parts) {
    return ImmutableChange.of(parts);
  }

  @Override
  public Changes changes(
      Viewpoint before,
      Viewpoint after,
      Iterable<? extends Change> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutableChanges.of(before, after, rows, filters, dossier);
  }

  @Override
  public History history(
      String party,
      String proposition,
      Viewpoint viewpoint,
      Iterable<? extends Change> changes,
      Dossier dossier) {
    return ImmutableHistory.of(party, proposition, viewpoint, changes, dossier);
  }

  @Override
  public Histories histories(
      Iterable<String> parties,
      Viewpoint viewpoint,
      Iterable<? extends History> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutableHistories.of(parties, viewpoint, rows, filters, dossier);
  }

  @Override
  public Timeline timeline(
      Iterable<String> propositions,
      Viewpoint viewpoint,
      Iterable<? extends Timeline.Entry> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutableTimeline.of(propositions, viewpoint, rows, filters, dossier);
  }

  @Override
  public Timeline.Entry timelineEntry(
      String proposition,
      String party,
      LocalDate day,
      PositionOutcome outcome,
      Supplier<Position> position) {
    return ImmutableTimeline.Entry.of(proposition, party, day, outcome, position);
  }

  @Override
  public Difference difference(
      Difference.Label label,
      Iterable<? extends Difference.Aspect> altered,
      Position here,
      Position there) {
    return ImmutableDifference.of(label, altered, here, there);
  }

  @Override
  public Differences differences(
      Viewpoint here,
      Viewpoint there,
      Iterable<? extends Difference> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutableDifferences.of(here, there, rows, filters, dossier);
  }

  @Override
  public Updates updates(Differences differences, Changes changes) {
    return ImmutableUpdates.of(differences, changes);
  }

  @Override
  public Relation relation(
      Relation.Label label,
      Position first,
      Position second,
      Optional<Position> rivalPosition,
      Iterable<? extends Relation.Exchange> exchanges) {
    return ImmutableRelation.of(label, first, second, rivalPosition, exchanges);
  }

  @Override
  public Relation.Exchange exchange(CitedClaim answer, CitedClaim answered) {
    return ImmutableExchange.of(answer, answered);
  }

  @Override
  public Comparison comparison(
      Iterable<String> parties,
      Viewpoint viewpoint,
      Iterable<? extends Relation> rows,
      Iterable<String> filters,
      Dossier dossier) {
    return ImmutableComparison.of(parties, viewpoint, rows, filters, dossier);
  }

  @Override
  public CitedClaim citedClaim(
      Claim claim,
      Stance stance,
      boolean implied,
      Grade grade,
      Authority authority,
      Iterable<? extends Evidence> evidence,
      Aftermath aftermath,
      Dossier dossier) {
    return ImmutableCitedClaim.of(
        claim, stance, implied, grade, authority, evidence, aftermath, dossier);
  }

  @Override
  public FoundClaims foundClaims(
      String question,
      Viewpoint viewpoint,
      List<Claim> claims,
      FoundParticulars particulars,
      Dossier dossier) {
    return ImmutableFoundClaims.of(question, viewpoint, new Listed<>(claims), particulars, dossier);
  }

  @Override
  public Chronology chronology(String question, List<Chronology.Entry> entries) {
    return ImmutableChronology.of(question, new Listed<>(entries));
  }

  @Override
  public Chronology.Entry chronologyEntry(
      Claim claim,
      Iterable<? extends Evidence> evidence,
      Map<String, ? extends Grade> grades,
      Aftermath aftermath,
      Dossier dossier) {
    return ImmutableEntry.of(claim, evidence, grades, aftermath, dossier);
  }

  @Override
  public Framings framings(String question, Iterable<? extends Claim> claims, Dossier dossier) {
    return ImmutableFramings.of(question, claims, dossier);
  }

  @Override
  public Readouts readouts(
      String occasion,
      Viewpoint viewpoint,
      Iterable<String> states,
      Iterable<? extends Readouts.Point> points,
      Dossier dossier) {
    return ImmutableReadouts.of(occasion, viewpoint, states, points, dossier);
  }

  @Override
  public Readouts.Point readoutPoint(
      Claim claim, Iterable<String> reportedBy, boolean mutual, Iterable<String> answeredBy) {
    return ImmutablePoint.of(claim, reportedBy, mutual, answeredBy);
  }

  @Override
  public Propositions propositions(String question, Iterable<? extends Proposition> rows) {
    return ImmutablePropositions.of(question, rows);
  }

  @Override
  public Network oneModeNetwork(
      String question,
      Viewpoint viewpoint,
      Iterable<String> labels,
      ImmutableDoubleArray values,
      Optional<ImmutableIntArray> joint,
      Optional<WindowFacts> window) {
    return ImmutableNetwork.of(
        true,
        question,
        viewpoint,
        labels,
        labels,
        values,
        joint,
        window.map(WindowFacts::days),
        window.map(WindowFacts::day),
        window.map(facts -> OptionalInt.of(facts.claims())).orElseGet(OptionalInt::empty));
  }

  @Override
  public Network twoModeNetwork(
      String question,
      Viewpoint viewpoint,
      Iterable<String> rows,
      Iterable<String> columns,
      ImmutableDoubleArray values) {
    return ImmutableNetwork.of(
        false,
        question,
        viewpoint,
        rows,
        columns,
        values,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  @Override
  public AgreementTable agreementTable(
      String question,
      Viewpoint viewpoint,
      Iterable<String> parties,
      int propositions,
      Iterable<? extends Tally> pairs) {
    return ImmutableAgreementTable.of(question, viewpoint, parties, propositions, pairs);
  }

  @Override
  public Tally tally(
      String question,
      String first,
      String second,
      int joint,
      int same,
      int sameDecided,
      int opposed) {
    return ImmutableTally.of(question, first, second, joint, same, sameDecided, opposed);
  }
}
