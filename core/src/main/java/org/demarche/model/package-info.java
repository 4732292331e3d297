/**
 * What is stored: a {@link org.demarche.model.Dossier} of sources, actors, occasions, propositions
 * and claims.
 *
 * <p>A {@link org.demarche.model.Claim} is the unit of record: on one occasion, or in one period,
 * on behalf of one principal or jointly of several, one stance towards one proposition with one
 * force, under at least one piece of evidence. Everything else (positions, changes, agreements) is
 * derived from claims and never stored.
 *
 * <p>Records are values: two with the same content are equal, none can be changed, and none can be
 * built in a state that contradicts itself. What one record can know it checks when it is built;
 * what needs the others is checked when the dossier is built. Either throws {@link
 * org.demarche.model.InvalidDossierException} with every problem found.
 */
@NullMarked
package org.demarche.model;

import org.jspecify.annotations.NullMarked;
