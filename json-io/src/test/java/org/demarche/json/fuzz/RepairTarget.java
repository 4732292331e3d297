package org.demarche.json.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.demarche.json.Dossiers;

/**
 * Repairs a file of altered lines: what is cut off is its end, and is kept beside it to the byte; a
 * second repair finds nothing to do.
 */
public final class RepairTarget {
  private static final Scratch SCRATCH = Scratch.create();

  private RepairTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] before = LinesTarget.ALTERATIONS.apply(input);
    Path file = SCRATCH.write("lines.jsonl", before);
    Path torn = SCRATCH.file("lines.jsonl.torn");
    try {
      Files.deleteIfExists(torn);
      Optional<String> cut;
      try {
        cut = Dossiers.repair(file);
      } catch (UncheckedIOException refused) {
        Printed.requireMessage(refused);
        return;
      }
      byte[] after = Files.readAllBytes(file);
      byte[] kept = Files.exists(torn) ? Files.readAllBytes(torn) : new byte[0];
      byte[] both = Arrays.copyOf(after, after.length + kept.length);
      System.arraycopy(kept, 0, both, after.length, kept.length);
      if (cut.isPresent() ? !Arrays.equals(both, before) : !Arrays.equals(after, before)) {
        throw new AssertionError("bytes were lost or added: " + cut);
      }
      if (Dossiers.repair(file).isPresent()) {
        throw new AssertionError("torn a second time: " + cut);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
