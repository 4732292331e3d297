/**
 * Answers as JSON and CSV: one entry per kind of answer, with both forms side by side, from which
 * documents, tables and the schema of answers are produced. The package knows answers and {@link
 * org.demarche.json.records}, whose claims and propositions are part of answers; it opens no file.
 */
@NullMarked
package org.demarche.json.answers;

import org.jspecify.annotations.NullMarked;
