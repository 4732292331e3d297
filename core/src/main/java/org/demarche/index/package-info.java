/**
 * Immutable storage of rows of ints, and of lists of ints. Adding to a store creates another store,
 * which shares all unchanged data with the old store.
 *
 * <p>This package uses no other type of the library. {@link org.demarche.index.RowStore} holds rows
 * under two keys; {@link org.demarche.index.DayRows} are the rows of one pair of keys, by day;
 * {@link org.demarche.index.Postings} and {@link org.demarche.index.IntLists} hold lists.
 */
@NullMarked
package org.demarche.index;

import org.jspecify.annotations.NullMarked;
