/**
 * The way from a text to a checked claim, by one coder or several.
 *
 * <ul>
 *   <li>{@link org.demarche.coding.Texts} holds the texts of sources and finds quotations in them.
 *   <li>{@link org.demarche.coding.QuotationCheck} compares every quotation of a dossier with the
 *       text of its source.
 *   <li>{@link org.demarche.coding.DraftImport} adds the drafts of a program or a person to a
 *       dossier, and refuses those with an invented quotation.
 *   <li>{@link org.demarche.coding.Sentences} numbers the sentences of a text, with the claims that
 *       quote each.
 *   <li>{@link org.demarche.coding.ClaimDraft} turns a sentence into a claim, step by step.
 *   <li>{@link org.demarche.coding.VocabularyGuide} says when to choose which force, mode or
 *       stance.
 *   <li>{@link org.demarche.coding.Worklist} lists what is left to code and to mend.
 *   <li>{@link org.demarche.coding.CodingComparison} compares the codings of several coders: which
 *       claims all of them found, how far they agree, and in what they differ.
 *   <li>{@link org.demarche.coding.Adjudication} decides the differences and merges the codings.
 *   <li>{@link org.demarche.coding.CoderRatings} computes the coefficients of agreement, also for
 *       values from elsewhere.
 *   <li>{@link org.demarche.coding.Codebook} shows coders each proposition with its parts and
 *       quoted examples.
 * </ul>
 */
@NullMarked
package org.demarche.coding;

import org.jspecify.annotations.NullMarked;
