/**
 * The stored data: a {@link org.demarche.model.Dossier} of sources, actors, occasions, propositions
 * and claims.
 *
 * <ul>
 *   <li>Records: a {@link org.demarche.model.Source} reports claims; an {@link
 *       org.demarche.model.Actor} speaks, is spoken for, relays or publishes, and if it is a state
 *       has {@linkplain org.demarche.model.TermOfOffice terms of office}; an {@link
 *       org.demarche.model.Occasion} is a meeting or statement; a {@link
 *       org.demarche.model.Proposition} is a sentence to be for or against; a {@link
 *       org.demarche.model.Claim} takes a stance on one. Each is a {@link
 *       org.demarche.model.DossierRecord}.
 *   <li>Values inside a claim: {@link org.demarche.model.Evidence} with its {@link
 *       org.demarche.model.Mode}, {@link org.demarche.model.Stance}, {@link
 *       org.demarche.model.Force}, and the date, {@link org.demarche.model.When}, with its {@link
 *       org.demarche.model.Basis}.
 *   <li>Values inside an actor: {@link org.demarche.model.ActorKind} and {@link
 *       org.demarche.model.Authority}.
 *   <li>Comparison: the {@link org.demarche.model.DossierDifferences} of two dossiers are the
 *       records added, removed and altered.
 *   <li>Validation: every {@link org.demarche.model.Problem} of a record, dossier or document, and
 *       the {@link org.demarche.model.InvalidDossierException} that reports them.
 *   <li>Invalid questions: {@link org.demarche.model.UnknownIdException}, {@link
 *       org.demarche.model.InvalidDateException}, {@link
 *       org.demarche.model.SwappedArgumentsException} and {@link
 *       org.demarche.model.WidenedTrackerException}, each with the value and what would be valid.
 * </ul>
 *
 * <p>A claim is the unit of record: on one occasion or in one period, on behalf of one principal or
 * of several jointly, it takes one stance on one proposition with one force, with at least one
 * piece of evidence. Everything else (positions, changes, agreements) is derived from claims and
 * never stored.
 *
 * <p>Records are immutable values: two records with the same content are equal. A record checks its
 * own values when it is built, and the dossier checks the references between records when the
 * dossier is built. Either throws an {@code InvalidDossierException} with every problem found.
 */
@NullMarked
package org.demarche.model;

import org.jspecify.annotations.NullMarked;
