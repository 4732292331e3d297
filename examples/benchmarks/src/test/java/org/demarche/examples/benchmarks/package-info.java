/** That what is timed is the same answer. */
@NullMarked
package org.demarche.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
