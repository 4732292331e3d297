package org.demarche.json.annotations;

import com.google.common.collect.ImmutableMap;

/**
 * A target of an annotation: one row of the table to be.
 *
 * @param annotation the id of the annotation
 * @param number the number of the target among those of its annotation, from 1; 0 if it is the only
 *     one
 * @param source the address of the document
 * @param coder who coded it; of an empty name if nobody is named
 * @param cells the other cells, by column
 */
record AnnotatedPassage(
    String annotation,
    int number,
    String source,
    Agent coder,
    ImmutableMap<String, String> cells) {}
