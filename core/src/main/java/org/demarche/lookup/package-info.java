/**
 * The lookup of the records of a dossier by id. {@link org.demarche.lookup.IdLookup} refuses an
 * unknown id and suggests valid ids.
 */
@NullMarked
package org.demarche.lookup;

import org.jspecify.annotations.NullMarked;
