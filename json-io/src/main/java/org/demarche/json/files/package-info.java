/**
 * Bytes in and out of files: replacing a file atomically, appending to it under a lock, reading it
 * within limits, decoding it strictly, and how failures are worded. The package knows paths, bytes,
 * lines and {@link org.demarche.model.Problem}; it knows neither JSON nor any record.
 */
@NullMarked
package org.demarche.json.files;

import org.jspecify.annotations.NullMarked;
