/**
 * Briefs: answers to several questions on one page that can be sent on, printed and cited.
 *
 * <pre>{@code
 * Brief brief = Brief.of(tracker).parties("rok", "prc").on("three-nos", "additional-thaad");
 * Answers.write(brief, Path.of("brief.html"));   // of demarche-json-io
 * }</pre>
 */
@NullMarked
package org.demarche.brief;

import org.jspecify.annotations.NullMarked;
