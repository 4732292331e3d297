/**
 * The rules by which a position is derived from claims.
 *
 * <p>{@link org.demarche.rules.EvidenceView} bounds what exists from a viewpoint. {@code
 * VisibleRows} judges each row by itself, {@code NewestFirstWalk} walks from the newest row back,
 * and {@code Supersession} finds which rows are superseded. {@code GradeRules} grade evidence, and
 * {@code CitationRules} order the claims to cite. From these are derived the outcome and its
 * timeline ({@link org.demarche.rules.OutcomeRules}), the position and its support ({@link
 * org.demarche.rules.PositionRules}), the claims related to it ({@code RelatedClaimRules}), and its
 * explanation ({@link org.demarche.rules.ExplanationRules}). {@link org.demarche.rules.ChangeRules}
 * and {@link org.demarche.rules.RelationRules} label pairs of positions.
 *
 * <p>All records are identified by numbers here; the ids of a question become numbers in {@code
 * org.demarche.questions}, and only the ids inside a record, such as its outlet and relays, are
 * looked up here. The rules, by the numbers under which the code and its tests refer to them:
 *
 * <ol>
 *   <li>Whose claims count: claims of the party itself, and for a state or organ also claims of its
 *       organs. A medium never speaks for a state. Persons without a stated capacity only hint.
 *   <li>What counts: claims of at least the minimum grade, with a force that takes a position.
 *       Other claims are hints.
 *   <li>When it was said: certainly by the as-of date. A claim repeated throughout a period counts
 *       from the first day of the period.
 *   <li>When it was known: evidence that was published after the known-at date, or left out, does
 *       not exist.
 *   <li>The latest claim wins if it is certainly later.
 *   <li>Unsuperseded claims that disagree make the position contested.
 *   <li>A lower organ does not supersede a higher one of the same administration.
 *   <li>Holding a composite is holding its parts; holding a part otherwise is being against the
 *       whole.
 *   <li>No position lapses with an administration; a position from an earlier one is inherited.
 *   <li>Of the claims that carry the position one is the headline, by a fixed order.
 *   <li>Denying a name for something is not denying the thing: a stance on a proposition about
 *       another proposition is no stance on the other.
 *   <li>Words known only through the other side are evidence, and labelled.
 *   <li>Deeds are not words: no deed gives a stance.
 *   <li>Without evidence there is no position: it is unknown, with the reason.
 *   <li>Confidence is shown by its components: grade, independent roots, basis of the date,
 *       implied, contested.
 * </ol>
 */
@NullMarked
package org.demarche.rules;

import org.jspecify.annotations.NullMarked;
