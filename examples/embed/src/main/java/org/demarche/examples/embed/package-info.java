/** A small HTTP application that loads a dossier, answers comparisons, and accepts new claims. */
@NullMarked
package org.demarche.examples.embed;

import org.jspecify.annotations.NullMarked;
