/** Coalitions in a discourse network, found with the graph library JGraphT. */
@NullMarked
package org.demarche.examples.networks;

import org.jspecify.annotations.NullMarked;
