/**
 * The answers of a {@link org.demarche.Tracker}: immutable values that state their question, cite
 * their evidence and print themselves. Where no claim supports an answer, the answer says so, with
 * the reason.
 *
 * <h2>Positions and comparisons</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.answer.Position} is the position of one party on one proposition.
 *   <li>{@link org.demarche.answer.EvidencedPosition} is a position that is supported by claims:
 *       known or contested.
 *   <li>{@link org.demarche.answer.Known} is a position on which the supporting claims agree.
 *   <li>{@link org.demarche.answer.Contested} is a position on which the party contradicts itself.
 *   <li>{@link org.demarche.answer.Unknown} is the absence of a known position, with its reason.
 *   <li>{@link org.demarche.answer.Positions} lists the positions of one party, or of all parties
 *       on one proposition.
 *   <li>{@link org.demarche.answer.Matrix} has the positions of several parties on several
 *       propositions at several dates.
 *   <li>{@link org.demarche.answer.StanceGrid} has only the outcomes of the positions of parties on
 *       propositions.
 *   <li>{@link org.demarche.answer.Explanation} shows every claim that was considered for a
 *       position, with the ruling on it.
 *   <li>{@link org.demarche.answer.Change} is the change of one position between two dates.
 *   <li>{@link org.demarche.answer.Changes} lists the changes of positions between two dates.
 *   <li>{@link org.demarche.answer.History} lists the successive changes of one position.
 *   <li>{@link org.demarche.answer.Timeline} lists the days on which each party changed its
 *       position on one proposition.
 *   <li>{@link org.demarche.answer.Difference} is the difference between one position derived from
 *       two bodies of evidence.
 *   <li>{@link org.demarche.answer.Differences} lists the differences between two bodies of
 *       evidence.
 *   <li>{@link org.demarche.answer.Relation} is the relation between the positions of two parties
 *       on one proposition.
 *   <li>{@link org.demarche.answer.Comparison} lists the relations between the positions of several
 *       parties.
 * </ul>
 *
 * <h2>Claims</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.answer.CitedClaim} is a claim as it bears on a question, ready to be
 *       cited.
 *   <li>{@link org.demarche.answer.FoundClaims} lists the claims that a query found.
 *   <li>{@link org.demarche.answer.Chronology} lists claims in chronological order with their
 *       evidence.
 *   <li>{@link org.demarche.answer.Framings} shows the frames in which speakers put a matter.
 *   <li>{@link org.demarche.answer.Readouts} shows what each participant of an occasion reports.
 *   <li>{@link org.demarche.answer.Propositions} lists the propositions on which claims are made.
 * </ul>
 *
 * <h2>Networks</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.answer.Network} is a labelled matrix of ties among actors or
 *       propositions.
 *   <li>{@link org.demarche.answer.AgreementTable} has the agreement of each pair of parties.
 *   <li>{@link org.demarche.answer.Tally} counts how often two parties held the same position.
 * </ul>
 *
 * <h2>Shared terms</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.answer.Answer} is the common type of all answers.
 *   <li>{@link org.demarche.answer.Viewpoint} states the dates and the evidence that limit an
 *       answer.
 *   <li>{@link org.demarche.answer.PositionOutcome} is the outcome of a position: its stance, or
 *       contested, or unknown.
 *   <li>{@link org.demarche.answer.Standing} says whether a position is current or inherited from
 *       an earlier administration.
 *   <li>{@link org.demarche.answer.Grade} is the proximity of evidence to a principal's own words.
 * </ul>
 */
@NullMarked
package org.demarche.answer;

import org.jspecify.annotations.NullMarked;
