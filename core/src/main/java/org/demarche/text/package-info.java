/** Rows into text, and near misses: helpers of print that know no type of the domain. */
@NullMarked
package org.demarche.text;

import org.jspecify.annotations.NullMarked;
