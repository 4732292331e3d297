/**
 * The way from a text to a checked claim.
 *
 * <ul>
 *   <li>{@link org.demarche.coding.Texts} holds the texts of sources and finds quotations in them.
 *   <li>{@link org.demarche.coding.QuotationCheck} compares every quotation of a dossier with the
 *       text of its source.
 * </ul>
 */
@NullMarked
package org.demarche.coding;

import org.jspecify.annotations.NullMarked;
