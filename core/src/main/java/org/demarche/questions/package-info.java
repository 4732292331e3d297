/**
 * The questions that a Tracker passes on, one class for each subject. This package turns the ids of
 * a question into the numbers of records ({@link org.demarche.questions.AskedIds}); no package
 * below it does.
 */
@NullMarked
package org.demarche.questions;

import org.jspecify.annotations.NullMarked;
