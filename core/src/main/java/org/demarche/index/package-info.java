/**
 * Immutable storage of rows of ints, of lists of ints, and of elements in order. Adding to a store
 * creates another store, which shares nearly all data with the old store.
 *
 * <p>This package uses no other type of the library. {@link org.demarche.index.RowStore} holds rows
 * under two keys; {@link org.demarche.index.DayRows} are the rows of one pair of keys, by day;
 * {@link org.demarche.index.Postings} and {@link org.demarche.index.IntLists} hold lists of ints.
 * All of them, and the records of a dossier, are in {@linkplain org.demarche.index.PersistentList
 * lists} of chunks, of which only those are copied in which something changes.
 */
@NullMarked
package org.demarche.index;

import org.jspecify.annotations.NullMarked;
