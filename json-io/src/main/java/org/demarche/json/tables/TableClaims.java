package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;

/**
 * The result of a load.
 *
 * @param dossier the claims, and everything the load was to add and to build on
 * @param problems the rows that gave no claim
 * @param rows the number of rows
 * @param leftOut the number of rows that were left out on purpose
 * @param united the number of rows that added evidence to the claim of an earlier row, or repeated
 *     it
 * @param unusedColumns the columns of the table that no template and no setting names
 * @param added the actors, propositions and sources that the dossier lacked
 */
public record TableClaims(
    Dossier dossier,
    ImmutableList<Problem> problems,
    long rows,
    long leftOut,
    long united,
    ImmutableList<String> unusedColumns,
    ImmutableList<DossierRecord> added) {}
