/** A dossier of claims on THAAD coded from five articles, and a report of the positions in it. */
@NullMarked
package org.demarche.examples.thaad;

import org.jspecify.annotations.NullMarked;
