/**
 * Dossiers, answers and tables as files: {@link org.demarche.json.Dossiers} reads, writes and
 * appends dossiers, {@link org.demarche.json.Answers} writes answers as JSON, CSV, Markdown and
 * text, {@link org.demarche.json.ClaimTable} makes claims of tables, and {@link
 * org.demarche.json.DemarcheModule} extends an application's own Jackson mapper. Jackson is used in
 * this module only.
 *
 * <p>The work is done in four packages that are not exported. Imports run one way: {@code files}
 * below {@code records} and {@code tables}, {@code records} below {@code answers}, and all of them
 * below this package.
 */
@NullMarked
package org.demarche.json;

import org.jspecify.annotations.NullMarked;
