/**
 * Dossiers, answers and tables as files: {@link org.demarche.json.Dossiers} reads, writes and
 * appends dossiers, {@link org.demarche.json.Answers} writes answers as JSON, CSV, Markdown and
 * text or workbooks, {@link org.demarche.json.ClaimTable} makes claims of tables and of the {@link
 * org.demarche.json.Codings} of other programs, and {@link org.demarche.json.DemarcheModule}
 * extends an application's own Jackson mapper. Jackson is used in this module only.
 *
 * <p>Input that does not fit into the heap is refused with an {@link
 * org.demarche.model.InvalidDossierException} that says how much had been read. If the heap is full
 * while something is written, an {@link java.io.UncheckedIOException} says so. The program can go
 * on in both cases.
 *
 * <p>The work is done in packages that are not exported. Imports run one way: {@code files} below
 * {@code records}, {@code tables} and {@code sheets}; {@code records} and {@code sheets} below
 * {@code answers}; {@code tables} below {@code dna}, {@code refiqda} and {@code annotations}, one
 * for each program or format, and below {@code texts}; and all of them below this package.
 */
@NullMarked
package org.demarche.json;

import org.jspecify.annotations.NullMarked;
