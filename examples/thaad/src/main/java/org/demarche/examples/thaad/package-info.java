/** The claims of five articles on THAAD, and the positions that they show. */
@NullMarked
package org.demarche.examples.thaad;

import org.jspecify.annotations.NullMarked;
