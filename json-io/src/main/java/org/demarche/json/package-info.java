/**
 * Dossiers as files. {@link org.demarche.json.Dossiers} reads and writes {@code dossier.json}: one
 * document for people and for version control, in which the same dossier always has the same bytes.
 * Jackson stays inside this package.
 */
@NullMarked
package org.demarche.json;

import org.jspecify.annotations.NullMarked;
