/**
 * Storage of rows of ints, and of lists of ints, that are never changed: what is added makes
 * another store, which shares with the old one what it does not touch.
 *
 * <p>It knows no type of this library. {@link org.demarche.index.RowStore} holds rows under two
 * keys; {@link org.demarche.index.DayRows} are the rows of one pair of keys, by day; {@link
 * org.demarche.index.Postings} and {@link org.demarche.index.IntLists} hold lists.
 */
@NullMarked
package org.demarche.index;

import org.jspecify.annotations.NullMarked;
