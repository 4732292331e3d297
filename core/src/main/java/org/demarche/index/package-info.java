/** Flat rows of ints in sorted cells, and postings. What the ints mean is not known here. */
@NullMarked
package org.demarche.index;

import org.jspecify.annotations.NullMarked;
