/**
 * Pictures of answers, drawn as SVG without scripts, fonts or requests: the same tracker gives the
 * same bytes. Behind each picture is a table with the same facts, and each has a form for a phone.
 *
 * <pre>{@code
 * Files.writeString(
 *     Path.of("three-nos.svg"),
 *     TimelinePicture.of(tracker).parties("rok", "prc").on("three-nos", "3n-promise").svg());
 * }</pre>
 *
 * <p>{@link org.demarche.picture.TimelinePicture} draws positions over time; {@link
 * org.demarche.picture.Pictures} draws relations, agreement, answers and frames.
 */
@NullMarked
package org.demarche.picture;

import org.jspecify.annotations.NullMarked;
