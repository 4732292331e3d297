/** Tests that the library and its peers give the same answers. */
@NullMarked
package org.demarche.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
