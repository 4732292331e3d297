package org.demarche.json.fuzz;

import java.util.Arrays;
import java.util.Optional;
import org.demarche.json.records.LineReadings;
import org.demarche.model.DossierRecord;

/**
 * Reads any bytes as lines in both ways: what is read straight from bytes is what a parser reads,
 * without any problem.
 */
public final class LineReadingsTarget {
  private LineReadingsTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    int first = 0;
    for (int i = 0; i <= input.length; i++) {
      if (i == input.length || input[i] == '\n') {
        requireAlike(Arrays.copyOfRange(input, first, i));
        first = i + 1;
      }
    }
  }

  private static void requireAlike(byte[] line) {
    Optional<DossierRecord> read = LineReadings.ofBytes(line);
    if (read.isPresent() && !read.equals(LineReadings.ofParser(line))) {
      throw new AssertionError("a parser reads another record, or none: " + read.get());
    }
  }
}
