/**
 * The lookup of the records of a dossier by id. {@link org.demarche.lookup.IdLookup} refuses an
 * unknown id and suggests valid ids. {@link org.demarche.lookup.ReadDay} words the day that was
 * read from a date.
 */
@NullMarked
package org.demarche.lookup;

import org.jspecify.annotations.NullMarked;
