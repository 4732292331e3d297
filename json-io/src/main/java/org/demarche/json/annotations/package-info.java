/**
 * Codings from annotations of the W3C (Web Annotation Data Model) and of the service Hypothesis:
 * {@link org.demarche.json.annotations.AnnotationReader} reads a file into a {@link
 * org.demarche.json.tables.CodedTable}, with an account of what was carried over and what was not.
 */
@NullMarked
package org.demarche.json.annotations;

import org.jspecify.annotations.NullMarked;
