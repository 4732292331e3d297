/**
 * How fast it is: every question timed beside peers that are given the same record, over made-up
 * records of several sizes and the votes of the UN General Assembly.
 */
@NullMarked
package org.demarche.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
