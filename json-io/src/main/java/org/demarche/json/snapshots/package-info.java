/**
 * The file of a snapshot: the records of a dossier as lines, in blocks that are read when one of
 * their records is looked at, and its index as ints.
 *
 * <p>All numbers are in little-endian order. The file consists of
 *
 * <ul>
 *   <li>a mark of eight bytes, and the version of this layout;
 *   <li>the blocks of the {@linkplain org.demarche.json.snapshots.Region regions}: the description,
 *       the sources, the actors, the occasions, the propositions, the claims, the index, and the
 *       words of the quotations;
 *   <li>the directory, one block of ints: the {@linkplain org.demarche.json.snapshots.Origin
 *       origin}, the limits within which that was read, the numbers of records, and the lengths and
 *       checksums of the blocks;
 *   <li>the place of the directory, its checksum, and the mark again.
 * </ul>
 *
 * <p>A block of records begins with the offset of each line in it, and of its end.
 */
@NullMarked
package org.demarche.json.snapshots;

import org.jspecify.annotations.NullMarked;
