/**
 * The questions that a Tracker passes on, in files named for them. Here the ids of a question
 * become the numbers of records: {@link org.demarche.questions.AskedIds}.
 */
@NullMarked
package org.demarche.questions;

import org.jspecify.annotations.NullMarked;
