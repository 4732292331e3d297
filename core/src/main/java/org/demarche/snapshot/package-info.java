/** The index of a dossier as ints, from which a Tracker is made without indexing again. */
@NullMarked
package org.demarche.snapshot;

import org.jspecify.annotations.NullMarked;
