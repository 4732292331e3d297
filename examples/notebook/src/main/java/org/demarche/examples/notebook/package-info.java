/** Answers and pictures in notebooks of Jupyter. */
@NullMarked
package org.demarche.examples.notebook;

import org.jspecify.annotations.NullMarked;
