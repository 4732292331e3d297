/**
 * Benchmarks of the library: every question is timed next to peers that hold the same dossier, on
 * generated dossiers of several sizes and on the votes of the UN General Assembly.
 */
@NullMarked
package org.demarche.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
