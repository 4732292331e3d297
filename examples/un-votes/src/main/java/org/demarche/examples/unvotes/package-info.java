/** Roll calls of the UN General Assembly as claims, and who votes with whom. */
@NullMarked
package org.demarche.examples.unvotes;

import org.jspecify.annotations.NullMarked;
