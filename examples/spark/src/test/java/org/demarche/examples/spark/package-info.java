/** Tests that Spark gives the answers of one machine. */
@NullMarked
package org.demarche.examples.spark;

import org.jspecify.annotations.NullMarked;
