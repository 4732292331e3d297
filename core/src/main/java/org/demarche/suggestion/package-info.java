/**
 * Suggestions for mistyped words: {@link org.demarche.suggestion.Nearest} finds the nearest of the
 * words that would be valid.
 */
@NullMarked
package org.demarche.suggestion;

import org.jspecify.annotations.NullMarked;
