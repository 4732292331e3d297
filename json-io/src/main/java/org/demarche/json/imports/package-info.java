/**
 * Codings from other programs, each reader giving a {@link org.demarche.json.tables.CodedTable}
 * with an account of what was carried over and what was not.
 */
@NullMarked
package org.demarche.json.imports;

import org.jspecify.annotations.NullMarked;
