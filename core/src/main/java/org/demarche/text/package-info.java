/**
 * Printing of answers as text. This package knows no type of the domain.
 *
 * <ul>
 *   <li>Pages: a {@link org.demarche.text.TextPage} holds headings, lines, quotations, tables and
 *       lists; a {@link org.demarche.text.Printable} is any value that has such a page.
 *   <li>Styles: a {@link org.demarche.text.Style} decides whether a page prints as text, as ASCII,
 *       as Markdown or as HTML, how wide it is and how many rows are shown.
 * </ul>
 */
@NullMarked
package org.demarche.text;

import org.jspecify.annotations.NullMarked;
