/** A network of ours in the hands of a library of graphs. */
@NullMarked
package org.demarche.examples.networks;

import org.jspecify.annotations.NullMarked;
