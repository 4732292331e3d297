/** A server of the Model Context Protocol, by which language models ask a dossier. */
@NullMarked
package org.demarche.examples.mcp;

import org.jspecify.annotations.NullMarked;
