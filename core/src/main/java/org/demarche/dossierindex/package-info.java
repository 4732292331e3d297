/**
 * The index of a dossier: its claims as rows of ints, one for each party family and proposition on
 * which a claim bears.
 *
 * <p>Records are identified here by their numbers, which are their indices in the dossier; {@link
 * org.demarche.dossierindex.RecordNumbers} finds the number of an id. All numbers are ints, so the
 * compiler does not notice if the number of a party is passed for the number of a proposition;
 * {@code RecordNumbersOfEachKindTest} does, and asks every question. {@link
 * org.demarche.dossierindex.PartyIndex} says which actors belong together, of which organisations
 * they are members, which state continues which, and with what authority they speak; {@link
 * org.demarche.dossierindex.AdministrationIndex} which head was in office, acting or not; {@link
 * org.demarche.dossierindex.SourceIndex} when a source was published, on what it draws and what
 * revises it; and {@link org.demarche.dossierindex.Implications} on which other propositions a
 * stance bears, and {@linkplain org.demarche.dossierindex.Bearing how}. {@link
 * org.demarche.dossierindex.DossierIndex} also finds the claims that retract a claim. {@link
 * org.demarche.dossierindex.ClaimRowBuilder} turns a claim into rows, whose columns are laid out by
 * {@link org.demarche.dossierindex.RowBits} and {@link org.demarche.dossierindex.EvidenceBits}.
 *
 * <p>The index has no viewpoint and derives no positions. The two values that rules compute for
 * each row are passed in as {@link org.demarche.dossierindex.RowValues}.
 */
@NullMarked
package org.demarche.dossierindex;

import org.jspecify.annotations.NullMarked;
