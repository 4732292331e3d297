/** A dossier of claims on the Paris Agreement from 2014 to 2025, in four languages. */
@NullMarked
package org.demarche.examples.paris;

import org.jspecify.annotations.NullMarked;
