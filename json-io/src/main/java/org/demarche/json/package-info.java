/**
 * Dossiers, answers and tables as files: {@link org.demarche.json.Dossiers} reads, writes and
 * appends dossiers, {@link org.demarche.json.Answers} writes answers as JSON and CSV, {@link
 * org.demarche.json.CsvClaims} makes claims of tables, and {@link org.demarche.json.DemarcheModule}
 * serves an application's own Jackson mapper. Jackson is used here and nowhere else.
 */
@NullMarked
package org.demarche.json;

import org.jspecify.annotations.NullMarked;
