/**
 * The texts of sources in a folder: {@link org.demarche.json.texts.TextFolder} reads them, each
 * from a file that is named for its source.
 */
@NullMarked
package org.demarche.json.texts;

import org.jspecify.annotations.NullMarked;
