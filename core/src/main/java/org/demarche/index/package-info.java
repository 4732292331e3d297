/**
 * Rows of ints in cells, and lists of ints, none ever changed. What they mean is not known here.
 */
@NullMarked
package org.demarche.index;

import org.jspecify.annotations.NullMarked;
