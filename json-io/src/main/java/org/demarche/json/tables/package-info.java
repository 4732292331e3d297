/**
 * Claims from tables in text, in workbooks of Excel, and of codings: reading a table row by row,
 * joining tables, filling templates, and building one claim per row. The package knows the model
 * and {@link org.demarche.json.files}; it does not use JSON.
 */
@NullMarked
package org.demarche.json.tables;

import org.jspecify.annotations.NullMarked;
