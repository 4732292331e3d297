/**
 * What governments are reported to have said, and where they therefore stood.
 *
 * <p>{@link org.demarche.Tracker} is the front door: a dossier indexed for questions. The house
 * behind it:
 *
 * <ul>
 *   <li>{@link org.demarche.model}: what is stored. A {@link org.demarche.model.Dossier} of
 *       sources, actors, occasions, propositions and claims, checked as one.
 *   <li>{@link org.demarche.answer}: what is answered. A {@link org.demarche.answer.Position} with
 *       the claims that carry it, a {@link org.demarche.answer.Matrix} of positions.
 *   <li>{@code org.demarche.rules} (hidden): how claims bear on propositions and how a position is
 *       derived.
 *   <li>{@code org.demarche.index} (hidden): rows of ints in cells, on which the rules walk.
 *   <li>{@link org.demarche.network}: who sides with whom, over many parties at once.
 *   <li>{@link org.demarche.text}: pages, how they are set, and near misses; it knows nothing of
 *       the domain.
 * </ul>
 *
 * <p>Imports run one way: model, answer, rules, this package, network. Everything is immutable and
 * may be shared between threads.
 */
@NullMarked
@ImmutablesStyle
package org.demarche;

import org.jspecify.annotations.NullMarked;
