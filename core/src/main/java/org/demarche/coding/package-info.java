/**
 * The work of coders, who turn texts into claims.
 *
 * <p>{@link org.demarche.coding.CodingComparison} compares the codings of several coders: which
 * claims all of them found, how far they agree, and in what they differ. An {@link
 * org.demarche.coding.Adjudication} decides the differences and merges the codings. {@link
 * org.demarche.coding.CoderRatings} computes the coefficients of agreement, also for values from
 * elsewhere.
 */
@NullMarked
package org.demarche.coding;

import org.jspecify.annotations.NullMarked;
