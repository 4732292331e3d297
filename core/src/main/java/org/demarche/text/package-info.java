/**
 * What is printed, and how: a {@link org.demarche.text.Page} in a {@link org.demarche.text.Style};
 * and near misses. It knows no type of the domain.
 */
@NullMarked
package org.demarche.text;

import org.jspecify.annotations.NullMarked;
