/** Tests of written pages in a browser: that they are safe, accessible and quick. */
@NullMarked
package org.demarche.examples.pages;

import org.jspecify.annotations.NullMarked;
