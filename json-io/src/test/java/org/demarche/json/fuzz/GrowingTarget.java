package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.json.DossierReader;
import org.demarche.json.DossierReader.Appended;
import org.demarche.json.Dossiers;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/**
 * Follows a file that grows by pieces: the records and problems are the same as if it had been read
 * at once. The first byte of an input says how long the pieces are.
 */
public final class GrowingTarget {
  private static final Scratch SCRATCH = Scratch.create();
  private static final int LEAST_PIECES = 2;

  private GrowingTarget() {}

  /** The records and problems of a file, as far as it was read. */
  private static final class Reading {
    private final List<DossierRecord> records = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long offset;

    private void read() {
      DossierReader reader =
          Dossiers.reader()
              .leaveOutInvalid(
                  problem -> {
                    Printed.requireMessage(problem);
                    problems.add(problem.toString());
                  });
      Appended appended = reader.readAppended(SCRATCH.file("feed.jsonl"), offset);
      if (appended.offset() < offset) {
        throw new AssertionError("the offset went back to " + appended.offset());
      }
      records.addAll(appended.records());
      offset = appended.offset();
    }
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < LEAST_PIECES) {
      return;
    }
    byte[] feed = LinesTarget.ALTERATIONS.apply(Arrays.copyOfRange(input, 1, input.length));
    SCRATCH.write("feed.jsonl", feed);
    Reading whole = new Reading();
    try {
      whole.read();
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    }
    int pieces = LEAST_PIECES + Byte.toUnsignedInt(input[0]) % 4;
    Reading grown = new Reading();
    for (int i = 1; i <= pieces; i++) {
      SCRATCH.write("feed.jsonl", Arrays.copyOf(feed, (int) ((long) feed.length * i / pieces)));
      try {
        grown.read();
      } catch (InvalidDossierException refused) {
        ImmutableList<Problem> problems = refused.problems();
        throw new AssertionError("read at once, and yet refused: " + problems, refused);
      }
    }
    if (!grown.records.equals(whole.records)
        || !grown.problems.equals(whole.problems)
        || grown.offset != whole.offset) {
      throw new AssertionError(
          "followed: %s %s %s%nat once: %s %s %s"
              .formatted(
                  grown.offset,
                  grown.records,
                  grown.problems,
                  whole.offset,
                  whole.records,
                  whole.problems));
    }
  }
}
