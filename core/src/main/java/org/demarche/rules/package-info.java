/**
 * The rules by which a position is derived from claims.
 *
 * <p>{@link org.demarche.rules.EvidenceView} bounds what exists from a viewpoint. {@code
 * VisibleRows} judges each row by itself, and {@code CarryingClaims} finds the rows that carry a
 * position. In most cells {@code NewestFirstWalk} and {@code Supersession} do so in one walk from
 * the newest row back. {@code Weighing} takes over where a claim is implied, answered, taken back,
 * known only through another state, or of an acting head; {@code Retractions} and {@code Passing}
 * tell it what is taken back and what still passes on. {@code GradeRules} grade evidence, {@code
 * Administrations} compare administrations, and {@code CitationRules} order the claims to cite.
 * From these are derived the outcome ({@link org.demarche.rules.OutcomeRules}) and the days on
 * which it changes ({@link org.demarche.rules.TimelineRules}), the position and its support ({@link
 * org.demarche.rules.PositionRules}), the claims related to it ({@code RelatedClaimRules}), and its
 * explanation ({@link org.demarche.rules.ExplanationRules}). Where a position is asked for on many
 * days, {@code DailyWeighing} goes from each day to the next. {@link
 * org.demarche.rules.ShownClaims} lists the claims that a view shows by numbers alone. {@link
 * org.demarche.rules.ChangeRules} and {@link org.demarche.rules.RelationRules} label pairs of
 * positions.
 *
 * <p>All records are identified by numbers here; the ids of a question become numbers in {@code
 * org.demarche.questions}, and only the ids inside a record, such as its outlet and relays, are
 * looked up here. The rules, by the numbers under which the code and its tests refer to them:
 *
 * <ol>
 *   <li><b>Whose claims count.</b> Those of the party itself, and for a state, organisation or
 *       organ those of its organs. A state also has the claims made for the state that it succeeds,
 *       before it succeeded. Other claims can only hint: those of an organ of authority NONE, of an
 *       organisation for its members, of a head in no stated capacity, and of an unnamed official.
 *       A medium speaks for itself alone.
 *   <li><b>What counts.</b> Claims of at least the minimum grade, with a force that takes a
 *       position. Other claims hint. Drafts do neither.
 *   <li><b>When it was said.</b> A claim counts once it was certainly made. If it was repeated
 *       throughout a period, it counts from the first day of the period.
 *   <li><b>When it was known.</b> Evidence does not exist if its source was not yet published, is
 *       left out, or had been revised by a source that exists. Grades are of the evidence that
 *       exists.
 *   <li><b>What is later.</b> A claim is later than another if it certainly was made later, or if
 *       it answers or retracts the other and was not certainly made earlier.
 *   <li><b>What is outweighed or taken back.</b> Unsuperseded claims of several stances make a
 *       position contested, unless some are outweighed. Within one administration, a claim known
 *       only through another state yields to a better known one that is no less explicit, and of
 *       two that are known alike an implied claim yields to a more explicit one of no lower
 *       authority. Under any administration, an objection to a part yields to a word that states
 *       the whole or binds to it, and another state's account yields to a better known commitment.
 *       What is outweighed is <i>disputing</i>: it carries nothing, and every answer shows it. What
 *       its own side has <i>retracted</i> does not count from that day on, and neither does what it
 *       implied; the authority of the retraction does not matter.
 *   <li><b>What supersedes.</b> A later claim supersedes an earlier one if its authority is no
 *       lower, or if the two were not certainly made under one administration. It does not where
 *       the earlier one outweighs it under any administration; nor, under one administration, where
 *       it is known only through another state and the earlier one better, or where it is merely
 *       implied, the earlier one is explicit, and its authority is not higher. An administration is
 *       the time of one head in the terms of office nearest above the principal; where an acting
 *       head's term overlaps another, the acting head's holds. Predecessor and successor never
 *       share an administration.
 *   <li><b>Composites.</b> To be for a whole is to be for its pattern on every part; to hold a part
 *       otherwise is to be against the whole. To be against a whole says nothing of its parts. To
 *       be uncommitted passes both ways. A claim passes on only while it supports the position on
 *       its own proposition, and upwards only if that is not contested. An abstention stays where
 *       it is, and a withdrawal goes down only.
 *   <li><b>What lasts.</b> No position lapses with an administration: one that was last evidenced
 *       under an earlier administration, or by the state that the party succeeds, is inherited. A
 *       promise or agreement in the support makes the position a commitment, with its due day.
 *   <li><b>Support and headline.</b> The support is the unsuperseded claims and those of their
 *       stance that are newer than every claim of another stance. One is the headline, by a fixed
 *       order. A claim known only through another state decides nothing beside a better known one
 *       of its administration.
 *   <li><b>Names are not things.</b> A stance on a proposition about another is no stance on the
 *       other.
 *   <li><b>The other side.</b> Evidence is of the other side if a relay is of another state or
 *       organisation, or every issuer of the source is, or its outlet where no issuer is named. It
 *       counts, and says by whose account. What several issued together is the word of each, and
 *       what an organisation put out is no other side to its members.
 *   <li><b>Deeds are not words.</b> No deed gives a stance.
 *   <li><b>No evidence, no position.</b> The position is unknown, with the first {@linkplain
 *       org.demarche.answer.Unknown.Reason reason} that applies and what bears on the question.
 *   <li><b>Confidence is shown by its components:</b> grade, independent roots, basis of the date,
 *       condition, implied, contested.
 * </ol>
 */
@NullMarked
package org.demarche.rules;

import org.jspecify.annotations.NullMarked;
