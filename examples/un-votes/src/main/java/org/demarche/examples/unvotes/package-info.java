/** Votes in the UN General Assembly as claims, and reports of which states vote alike. */
@NullMarked
package org.demarche.examples.unvotes;

import org.jspecify.annotations.NullMarked;
