/**
 * The characters of print that have a plain counterpart on a keyboard: quotation marks, hyphens,
 * dashes and spaces. {@link org.demarche.typography.TypographicMarks} is the only table of them, so
 * that checking a quotation, searching for a phrase and printing in ASCII agree. {@link
 * org.demarche.typography.Letters} compares words without case and accents, and {@link
 * org.demarche.typography.VisibleText} shows the characters that print does not. Not exported.
 */
@NullMarked
package org.demarche.typography;

import org.jspecify.annotations.NullMarked;
