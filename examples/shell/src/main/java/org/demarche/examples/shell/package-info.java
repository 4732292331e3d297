/** JShell with Demarche loaded: for questions typed one by one, and for scripts. */
@NullMarked
package org.demarche.examples.shell;

import org.jspecify.annotations.NullMarked;
