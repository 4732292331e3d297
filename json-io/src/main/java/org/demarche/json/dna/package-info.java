/**
 * Codings from Discourse Network Analyzer: {@link org.demarche.json.dna.DnaDatabase} reads a
 * database, and {@link org.demarche.json.dna.DnaEventList} an exported list, into a {@link
 * org.demarche.json.tables.CodedTable}, with an account of what was carried over and what was not.
 */
@NullMarked
package org.demarche.json.dna;

import org.jspecify.annotations.NullMarked;
