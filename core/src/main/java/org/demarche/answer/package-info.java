/**
 * What is answered: positions with the claims that carry them, and tables of positions. Every
 * answer is a value, knows the question that it answers and cites its evidence; where the record is
 * silent it says so, with the reason.
 */
@NullMarked
package org.demarche.answer;

import org.jspecify.annotations.NullMarked;
