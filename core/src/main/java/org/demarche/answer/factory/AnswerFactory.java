package org.demarche.answer.factory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Comparison;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.Histories;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Network;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Standing;
import org.demarche.answer.Tally;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.Updates;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;

/**
 * Makes the answers. The constructors of answers are package-private, and so is the only
 * implementation of this factory.
 *
 * <p>The parameters of a method are the members of the answer, in the order of their declaration. A
 * dossier has the names and texts to print; it is no part of equality. Filters are in words and in
 * order, without elements for an answer to which no filter was applied.
 */
public interface AnswerFactory {
  /** Returns the factory. */
  static AnswerFactory get() {
    return FactoryLookup.FACTORY;
  }

  /**
   * Returns the dossier with which an answer, or a value in one, prints.
   *
   * @return the dossier, or empty if the value needs none
   */
  Optional<Dossier> dossier(Object value);

  // Viewpoints

  /** Makes the viewpoint as of a day, with all evidence. */
  Viewpoint viewpoint(LocalDate asOf);

  /** Makes a viewpoint with another as-of date. */
  Viewpoint asOf(Viewpoint from, LocalDate day);

  /** Makes a viewpoint with another known-at date. */
  Viewpoint knownAt(Viewpoint from, LocalDate day);

  /** Makes a viewpoint that leaves out more sources. */
  Viewpoint without(Viewpoint from, Iterable<String> sources);

  /** Makes a viewpoint that leaves out more relays. */
  Viewpoint withoutRelays(Viewpoint from, Iterable<String> actors);

  /** Makes a viewpoint that leaves out more speakers. */
  Viewpoint withoutSpeakers(Viewpoint from, Iterable<String> actors);

  /** Makes a viewpoint that is limited to the claims selected by other questions, in words. */
  Viewpoint only(Viewpoint from, Iterable<String> questions);

  /** Makes a viewpoint that is limited to other claims, by their ids. */
  Viewpoint onlyClaims(Viewpoint from, ImmutableSortedSet<String> ids);

  /** Makes a viewpoint with another minimum grade. */
  Viewpoint minGrade(Viewpoint from, Grade minimum);

  /** Makes a viewpoint that includes drafts. */
  Viewpoint withDrafts(Viewpoint from);

  // Positions

  /**
   * The facts that positions of all kinds have.
   *
   * @param party the id of the party
   * @param proposition the id of the proposition
   * @param viewpoint the viewpoint from which the position is derived
   * @param related the claims that bear on the question without supporting the position
   * @param dossier the dossier that has the names and texts to print
   */
  record PositionFacts(
      String party,
      String proposition,
      Viewpoint viewpoint,
      RelatedClaims related,
      Dossier dossier) {}

  /**
   * The facts that a position has if claims support it.
   *
   * @param support the claims that support the position, in the order of citation; at least one
   * @param decisiveCount the number of these, in order, that decide the headline and the dates
   * @param standing whether the position is current or inherited
   * @param administration the administration of the last evidence
   * @param lastEvidenced the day of the newest evidence, not after the as-of date
   * @param independentRoots the number of sources that draw on no common source
   */
  record EvidenceFacts(
      ImmutableList<CitedClaim> support,
      int decisiveCount,
      Standing standing,
      Optional<TermOfOffice> administration,
      LocalDate lastEvidenced,
      int independentRoots) {}

  /**
   * Makes a known position.
   *
   * @throws IllegalArgumentException if the support is empty
   */
  Known known(PositionFacts facts, EvidenceFacts evidence, Stance stance);

  /**
   * Makes a contested position.
   *
   * @param sides the conflicting claims, in the order of citation
   * @throws IllegalArgumentException if the support is empty
   */
  Contested contested(PositionFacts facts, EvidenceFacts evidence, ImmutableList<CitedClaim> sides);

  /** Makes an unknown position. */
  Unknown unknown(PositionFacts facts, Unknown.Reason reason);

  /** Makes a list of positions. */
  Positions positions(
      String question,
      Viewpoint viewpoint,
      Iterable<? extends Position> rows,
      Iterable<String> filters,
      Dossier dossier);

  /**
   * Makes a matrix.
   *
   * @throws IllegalArgumentException if the number of positions is not the number of cells, if the
   *     number of titles is not the number of viewpoints, or if the viewpoints differ in more than
   *     the as-of date
   */
  Matrix matrix(
      Iterable<String> parties,
      Iterable<String> propositions,
      Iterable<String> columns,
      Iterable<? extends Viewpoint> viewpoints,
      Iterable<? extends Position> positions,
      Dossier dossier);

  /**
   * Makes a stance grid.
   *
   * @throws IllegalArgumentException if the number of cells is not the number of parties times the
   *     number of propositions
   */
  StanceGrid stanceGrid(
      Viewpoint viewpoint,
      Iterable<String> parties,
      Iterable<String> propositions,
      Iterable<? extends PositionOutcome> cells,
      Dossier dossier);

  /** Makes an explanation. */
  Explanation explanation(
      Position position,
      Iterable<? extends Explanation.Considered> considered,
      Iterable<String> uncountedDrafts,
      Dossier dossier);

  /** Makes a claim of an explanation. */
  Explanation.Considered considered(
      CitedClaim cited,
      Explanation.Ruling ruling,
      Optional<String> decidedBy,
      Optional<String> notSupersededBy,
      Optional<Explanation.Reason> reason);

  /** Makes the party that answers for claims which a party made in another capacity. */
  OtherCapacity otherCapacity(String party, Iterable<? extends CitedClaim> claims);

  // Comparisons

  /**
   * Makes the change of one position.
   *
   * @throws IllegalArgumentException if the label does not fit the positions
   */
  Change change(Change.Label label, Position before, Position after, boolean administrationChanged);

  /** Makes the change of one position, of which the parts are asked for when they are needed. */
  Change change(ChangeParts parts);

  /** Makes a list of changes, none of which is SILENT. */
  Changes changes(
      Viewpoint before,
      Viewpoint after,
      Iterable<? extends Change> rows,
      Iterable<String> filters,
      Dossier dossier);

  /** Makes a history. */
  History history(
      String party,
      String proposition,
      Viewpoint viewpoint,
      Iterable<? extends Change> changes,
      Dossier dossier);

  /** Makes a list of histories, each with at least one change. */
  Histories histories(
      Iterable<String> parties,
      Viewpoint viewpoint,
      Iterable<? extends History> rows,
      Iterable<String> filters,
      Dossier dossier);

  /** Makes a timeline. */
  Timeline timeline(
      Iterable<String> propositions,
      Viewpoint viewpoint,
      Iterable<? extends Timeline.Entry> rows,
      Iterable<String> filters,
      Dossier dossier);

  /** Makes an entry of a timeline, whose position is derived on first access. */
  Timeline.Entry timelineEntry(
      String proposition,
      String party,
      LocalDate day,
      PositionOutcome outcome,
      Supplier<Position> position);

  /** Makes the difference between two positions; its aspects are empty unless it is ALTERED. */
  Difference difference(
      Difference.Label label,
      Iterable<? extends Difference.Aspect> altered,
      Position here,
      Position there);

  /** Makes a list of differences. */
  Differences differences(
      Viewpoint here,
      Viewpoint there,
      Iterable<? extends Difference> rows,
      Iterable<String> filters,
      Dossier dossier);

  /** Makes the updates that added records bring; the two answers have the same filters. */
  Updates updates(Differences differences, Changes changes);

  /** Makes the relation between two positions. */
  Relation relation(
      Relation.Label label,
      Position first,
      Position second,
      Optional<Position> rivalPosition,
      Iterable<? extends Relation.Exchange> exchanges);

  /** Makes an exchange of a relation. */
  Relation.Exchange exchange(CitedClaim answer, CitedClaim answered);

  /** Makes a list of relations, none of which is SILENT. */
  Comparison comparison(
      Iterable<String> parties,
      Viewpoint viewpoint,
      Iterable<? extends Relation> rows,
      Iterable<String> filters,
      Dossier dossier);

  // Claims

  /** Makes a cited claim. */
  CitedClaim citedClaim(
      Claim claim,
      Stance stance,
      boolean implied,
      Grade grade,
      Authority authority,
      Iterable<? extends Evidence> evidence,
      Aftermath aftermath,
      Dossier dossier);

  /**
   * Makes a list of found claims.
   *
   * @param question the steps of the query, in words; empty for a query without steps
   * @param claims the claims, which may be a view: they are not copied, and must not change
   */
  FoundClaims foundClaims(
      String question,
      Viewpoint viewpoint,
      List<Claim> claims,
      FoundParticulars particulars,
      Dossier dossier);

  /**
   * Makes a chronology.
   *
   * @param entries the entries, which may be a view: they are not copied, and must not change
   */
  Chronology chronology(String question, List<Chronology.Entry> entries);

  /** Makes an entry of a chronology. */
  Chronology.Entry chronologyEntry(
      Claim claim,
      Iterable<? extends Evidence> evidence,
      Map<String, ? extends Grade> grades,
      Aftermath aftermath,
      Dossier dossier);

  /** Makes framings. */
  Framings framings(String question, Iterable<? extends Claim> claims, Dossier dossier);

  /** Makes read-outs. */
  Readouts readouts(
      String occasion,
      Viewpoint viewpoint,
      Iterable<String> states,
      Iterable<? extends Readouts.Point> points,
      Dossier dossier);

  /**
   * Makes a point of read-outs.
   *
   * @param mutual whether the claim is a joint claim that each of its states reports
   */
  Readouts.Point readoutPoint(
      Claim claim, Iterable<String> reportedBy, boolean mutual, Iterable<String> answeredBy);

  /** Makes a list of propositions. */
  Propositions propositions(String question, Iterable<? extends Proposition> rows);

  // Networks

  /**
   * The time window of a network.
   *
   * @param days the days of the window, from the first to the last
   * @param day the day in the middle
   * @param claims the number of claims that count in the window
   */
  record WindowFacts(Range<LocalDate> days, LocalDate day, int claims) {}

  /**
   * Makes a network with the same rows and columns.
   *
   * @param values the values, row by row; each finite, or NaN if absent
   * @param joint the number of joint positions on which each value is based, row by row
   * @param window the time window to which the claims are limited
   * @throws IllegalArgumentException if a label is duplicated, if the number of values or counts is
   *     not the square of the number of labels, if a value is infinite, or if the values are not
   *     symmetric
   */
  Network oneModeNetwork(
      String question,
      Viewpoint viewpoint,
      Iterable<String> labels,
      ImmutableDoubleArray values,
      Optional<ImmutableIntArray> joint,
      Optional<WindowFacts> window);

  /**
   * Makes a network of rows tied with columns.
   *
   * @param values the values, row by row; each finite, or NaN if absent
   * @throws IllegalArgumentException if a label is duplicated, if the number of values is not the
   *     number of rows times the number of columns, or if a value is infinite
   */
  Network twoModeNetwork(
      String question,
      Viewpoint viewpoint,
      Iterable<String> rows,
      Iterable<String> columns,
      ImmutableDoubleArray values);

  /**
   * Makes an agreement table.
   *
   * @param pairs the tally of each party with each later party, in the order of the parties
   * @throws IllegalArgumentException if the tallies do not match the pairs of parties
   */
  AgreementTable agreementTable(
      String question,
      Viewpoint viewpoint,
      Iterable<String> parties,
      int propositions,
      Iterable<? extends Tally> pairs);

  /**
   * Makes a tally.
   *
   * @param question the question, in words; empty if the tally is one of many
   * @throws IllegalArgumentException if the counts are inconsistent
   */
  Tally tally(
      String question,
      String first,
      String second,
      int joint,
      int same,
      int sameDecided,
      int opposed);
}
