package org.demarche.json.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.json.SampleDossiers;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.snapshots.RefusedSnapshotException;
import org.demarche.json.snapshots.SnapshotFile;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * Alters a snapshot, or replaces it by any bytes: it is refused, or its records and answers are
 * those of its dossier. If its directory is altered with its checksum, it is only to be opened or
 * refused in time.
 */
public final class SnapshotTarget {
  /** The bytes of an edit: three for the place, counted from the end, and the new byte. */
  private static final int EDIT = 4;

  private static final int TAIL = 24;
  private static final Sample SAMPLE = Sample.write();

  private SnapshotTarget() {}

  /** A file and the bytes of its snapshot. */
  private static final class Sample {
    private final Path file;
    private final Path altered;
    private final Dossier dossier;
    private final String answers;
    private final byte[] bytes;

    private Sample(Path file, Path altered, Dossier dossier, byte[] bytes) {
      this.file = file;
      this.altered = altered;
      this.dossier = dossier;
      this.answers = text(Tracker.of(dossier));
      this.bytes = bytes;
    }

    static Sample write() {
      try {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve("d.jsonl");
        Dossier dossier = SampleDossiers.completeDossier();
        Dossiers.write(dossier, file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        byte[] bytes = Files.readAllBytes(Dossiers.snapshot(file).file());
        return new Sample(file, folder.resolve("altered"), dossier, bytes);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static String text(Tracker tracker) {
    return "%s%n%s".formatted(tracker.claims().list(), tracker.stanceGrid(ActorKind.STATE));
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean isWhole = input.length > 0 && input[0] == 'd';
    byte[] altered = isWhole ? input : SAMPLE.bytes.clone();
    for (int at = 0; !isWhole && at + EDIT <= input.length; at += EDIT) {
      int place = ByteBuffer.wrap(input, at, EDIT).getInt() >>> Byte.SIZE;
      altered[altered.length - 1 - place % altered.length] = input[at + EDIT - 1];
    }
    int rest = isWhole ? 0 : input.length % EDIT;
    if (rest == 1) {
      int most = Byte.toUnsignedInt(input[input.length - 1]) * altered.length / 256;
      altered = Arrays.copyOf(altered, most);
    } else if (rest == 2) {
      checkDirectoryAgain(altered);
    }
    try {
      open(Files.write(SAMPLE.altered, altered), rest == 2);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void checkDirectoryAgain(byte[] bytes) {
    ByteBuffer tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    tail.position(bytes.length - TAIL);
    long start = tail.getLong();
    int length = tail.getInt();
    if (start >= 0 && length >= 0 && start <= bytes.length - length) {
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, (int) start, length);
      tail.putInt((int) checksum.getValue());
    }
  }

  private static void open(Path altered, boolean isOnlyOpened) throws IOException {
    try {
      Tracker tracker =
          SnapshotFile.open(altered, SAMPLE.file, ReadLimits.DEFAULT).tracker(() -> SAMPLE.dossier);
      if (!isOnlyOpened
          && !(tracker.dossier().equals(SAMPLE.dossier) && text(tracker).equals(SAMPLE.answers))) {
        throw new AssertionError("an altered snapshot gives other answers");
      }
    } catch (RefusedSnapshotException refused) {
      if (String.valueOf(refused.getMessage()).isBlank()) {
        throw new AssertionError("a refusal without a reason", refused);
      }
    }
  }
}
