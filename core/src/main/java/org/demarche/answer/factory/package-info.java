/**
 * The only way to make answers: {@link org.demarche.answer.factory.AnswerFactory}. The package is
 * not exported, except to the module that reads answers back from files, so that callers of the
 * library cannot forge an answer.
 */
@NullMarked
package org.demarche.answer.factory;

import org.jspecify.annotations.NullMarked;
