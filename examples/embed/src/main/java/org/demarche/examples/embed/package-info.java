/** An application that answers over HTTP from a record that it loads and adds to. */
@NullMarked
package org.demarche.examples.embed;

import org.jspecify.annotations.NullMarked;
