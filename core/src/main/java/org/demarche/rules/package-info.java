/**
 * How a position is derived. {@link org.demarche.rules.DossierIndex} lays a dossier out as rows;
 * {@link org.demarche.rules.VisibleRows} says what each row is by itself, {@link
 * org.demarche.rules.NewestFirst} goes through those that count and stand, from the newest back,
 * and {@link org.demarche.rules.Derivation} finds where the party stood.
 *
 * <p>The rules, by the numbers under which the code and its tests refer to them:
 *
 * <ol>
 *   <li>Whose claims count: those of the party itself, and for a state or organ those of its
 *       organs. A medium never speaks for a state. Persons without a stated capacity only hint.
 *   <li>What counts: a grade at the floor or above, and a force that takes a position. The rest
 *       hints.
 *   <li>When it was said: certainly by the as-of date. What was repeated throughout a period counts
 *       from its first day.
 *   <li>When it was known: evidence published after the known-at date, or left out, does not exist.
 *   <li>The latest wins, if it is certainly later.
 *   <li>What stands and disagrees makes the position contested.
 *   <li>A lower organ does not supersede a higher one of the same administration.
 *   <li>Holding a composite is holding its parts; holding a part otherwise is being against the
 *       whole.
 *   <li>Nothing lapses with an administration; what stays from an earlier one is inherited.
 *   <li>Of the claims that carry the position one is the headline, by a fixed order.
 *   <li>To deny what something is called is not to deny the thing: a stance on what is about a
 *       proposition says nothing of it.
 *   <li>What is known through the other side is evidence, and labelled.
 *   <li>What is done is not what is said: no deed gives a stance.
 *   <li>No evidence, no position: unknown, with the reason.
 *   <li>Confidence is shown as what it is made of: grade, independent roots, basis of the date,
 *       implied, contested.
 * </ol>
 */
@NullMarked
package org.demarche.rules;

import org.jspecify.annotations.NullMarked;
