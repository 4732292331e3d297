/**
 * The questions that a Tracker passes on, in files named for them. {@code AskedIds} turns the ids
 * of a question into the numbers of records.
 */
@NullMarked
package org.demarche.questions;

import org.jspecify.annotations.NullMarked;
