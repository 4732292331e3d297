/**
 * Dossiers and their records as JSON: how each record is read and written, documents and lines, the
 * assembly of records into a dossier, and where each problem is. The package knows the model and
 * {@link org.demarche.json.files}; it knows no answer and no table.
 */
@NullMarked
package org.demarche.json.records;

import org.jspecify.annotations.NullMarked;
