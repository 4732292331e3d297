/** JShell with Demarche loaded, for interactive use and for scripts. */
@NullMarked
package org.demarche.examples.shell;

import org.jspecify.annotations.NullMarked;
