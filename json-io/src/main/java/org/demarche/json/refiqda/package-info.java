/**
 * Codings from projects in the exchange format REFI-QDA: {@link
 * org.demarche.json.refiqda.RefiQdaReader} reads a project into a {@link
 * org.demarche.json.tables.CodedTable}, with an account of what was carried over and what was not.
 */
@NullMarked
package org.demarche.json.refiqda;

import org.jspecify.annotations.NullMarked;
