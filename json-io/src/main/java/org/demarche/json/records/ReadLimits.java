package org.demarche.json.records;

import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.Limits;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The limits within which files are read.
 *
 * @param maxBytes the size of a file in bytes, counted after unpacking
 * @param maxDepth the nesting depth of lists and objects
 * @param maxText the length of a text, name or number in UTF-16 code units
 * @param maxLine the length of a line of a {@code .jsonl} in bytes
 */
public record ReadLimits(long maxBytes, int maxDepth, int maxText, int maxLine) {
  /** The default limits. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(Limits.FILE_BYTES, Limits.JSON_DEPTH, Integer.MAX_VALUE, Limits.LINE_BYTES);

  /** Returns the limit of a file that is read into one array. */
  public long maxBytesAtOnce() {
    return Math.min(maxBytes, BoundedInput.MAX_ARRAY);
  }

  /** Returns a factory of parsers that keep these limits. */
  public JsonFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(maxText)
                .maxNameLength(maxText)
                .maxNumberLength(maxText)
                .build())
        .build();
  }
}
