package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.demarche.Tracker;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.snapshots.Origin;
import org.demarche.json.snapshots.RefusedSnapshotException;
import org.demarche.json.snapshots.SnapshotFile;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.demarche.snapshot.IndexedDossier;
import org.demarche.suggestion.ShownValue;

/**
 * A Tracker of the dossier in a file, and the snapshot beside the file from which it is opened
 * faster the next time: a dossier of a million claims in a fraction of a second.
 *
 * <p>A snapshot has the records and the index of the dossier. Its records are made when they are
 * first looked at, and made again when their memory was needed, so that it also takes less heap. It
 * is never the only copy: it is made from the file, and made anew when it is not of the file as
 * that is now, when it is damaged, or when another version of the library wrote it. Open only
 * snapshots that you or your programs made: checksums guard against damage, not against forgery.
 *
 * <p>Making a snapshot takes two to three times as long as reading the file, since it also lists
 * the words for searches. It has the permissions that the file had then.
 *
 * <pre>{@code
 * Snapshot snapshot = Dossiers.snapshot(Path.of("claims.jsonl"));
 * snapshot.tracker().asOf("2017-11-24").position("rok", "three-nos");
 * snapshot.rebuilt();   // Optional[there was no claims.jsonl.snapshot], and empty the next time
 * }</pre>
 *
 * @since 0.1
 */
public final class Snapshot {
  private static final String ENDING = ".snapshot";

  private final Path origin;
  private final DossierReader reader;
  private final Tracker tracker;
  private final Optional<String> rebuilt;
  private final Optional<String> unwritten;

  private Snapshot(
      Path origin,
      DossierReader reader,
      Tracker tracker,
      Optional<String> rebuilt,
      Optional<String> unwritten) {
    this.origin = origin;
    this.reader = reader;
    this.tracker = tracker;
    this.rebuilt = rebuilt;
    this.unwritten = unwritten;
  }

  /** Opens the snapshot of a file, or makes it. */
  static Snapshot of(Path origin, DossierReader reader) {
    if (Files.exists(origin) && !Files.isRegularFile(origin)) {
      throw ShownValue.refused(
          origin
              + " is no file: a snapshot is of one file; write the dossier of a folder to a .jsonl");
    }
    return HeapBudget.within(origin.toString(), budget -> opened(origin, reader));
  }

  private static Snapshot opened(Path origin, DossierReader reader) {
    Path file = beside(origin);
    try {
      SnapshotFile opened = SnapshotFile.open(file, origin, reader.limits());
      Tracker tracker = opened.tracker(() -> readAgain(opened, origin, reader));
      return new Snapshot(origin, reader, tracker, Optional.empty(), Optional.empty());
    } catch (NoSuchFileException missing) {
      return made(origin, reader, "there was no " + file.getFileName());
    } catch (IOException failed) {
      return made(origin, reader, message(FileErrors.unreadable(file.toString(), failed)));
    } catch (RefusedSnapshotException refused) {
      return made(origin, reader, message(refused));
    }
  }

  private static Path beside(Path origin) {
    return origin.resolveSibling(origin.getFileName() + ENDING);
  }

  private static String message(Exception failed) {
    return requireNonNull(failed.getMessage());
  }

  /** Returns the dossier of the file, since the snapshot was found to be damaged. */
  private static Dossier readAgain(SnapshotFile opened, Path origin, DossierReader reader) {
    requireUnchanged(opened, origin);
    Dossier dossier = reader.withoutReceivers().read(origin);
    requireUnchanged(opened, origin);
    return dossier;
  }

  private static void requireUnchanged(SnapshotFile opened, Path origin) {
    try {
      if (!opened.isOf(origin)) {
        throw new IOException("it was changed, and its snapshot is damaged: open it again");
      }
    } catch (IOException failed) {
      throw FileErrors.unreadable(origin.toString(), failed);
    }
  }

  private static Snapshot made(Path origin, DossierReader reader, String why) {
    AtomicBoolean leftOut = new AtomicBoolean();
    DossierReader noting = reader.noting(() -> leftOut.set(true));
    Origin before = asItIs(origin);
    IndexedDossier indexed = IndexedDossier.of(noting.read(origin));
    Optional<String> unwritten = Optional.empty();
    if (leftOut.get()) {
      unwritten = Optional.of("something was left out of the dossier");
    } else if (!asItIs(origin).equals(before)) {
      unwritten = Optional.of(origin.getFileName() + " was changed while it was read");
    } else {
      try {
        SnapshotFile.write(beside(origin), indexed, origin, before, reader.limits());
      } catch (UncheckedIOException failed) {
        unwritten = Optional.of(message(failed));
      }
    }
    return new Snapshot(origin, reader, indexed.tracker(), Optional.of(why), unwritten);
  }

  private static Origin asItIs(Path origin) {
    try {
      return Origin.of(origin);
    } catch (IOException failed) {
      throw FileErrors.unreadable(origin.toString(), failed);
    }
  }

  /**
   * Returns a Tracker of the whole dossier. Of a snapshot that was opened, it reads records when it
   * is asked. If these turn out to be damaged, it reads the file, in its usual time and memory, and
   * deletes the snapshot. If the file was changed in the meantime, or is gone, the question fails
   * with an {@link UncheckedIOException}. Replace a snapshot, but never write into it: an open
   * Tracker may then fail with an {@link InternalError} of the virtual machine.
   *
   * @return the Tracker
   */
  public Tracker tracker() {
    return tracker;
  }

  /** {@return the path of the snapshot: that of the file, followed by {@code .snapshot}} */
  public Path file() {
    return beside(origin);
  }

  /**
   * Returns why the file was read, and the snapshot made anew.
   *
   * @return the reason, in a sentence without an initial capital; or empty if the snapshot was
   *     opened
   */
  public Optional<String> rebuilt() {
    return rebuilt;
  }

  /**
   * Returns why the snapshot that was made could not be kept: in a folder that may not be written,
   * for example, or on Windows while another Tracker has the earlier snapshot open. The Tracker
   * does not depend on it.
   *
   * @return the reason; or empty if the snapshot was opened, or was made and kept
   */
  public Optional<String> unwritten() {
    return unwritten;
  }

  /**
   * Checks the snapshot as it is now: reads all of it, and the file from which it was made, and
   * compares their checksums. Without this, the index is checked when the snapshot is opened, and
   * each block of records when one of them is first looked at; if it is damaged, the file is read
   * instead, and the snapshot is deleted.
   *
   * @return the problems, all of code {@link Problem.Code#DAMAGED}: each damaged block, or one
   *     problem if there is no snapshot of the file as it is now; empty if the snapshot is sound
   * @throws UncheckedIOException if one of the two files exists but cannot be read
   */
  public ImmutableList<Problem> verify() {
    try {
      return SnapshotFile.open(file(), origin, reader.limits()).verify(origin);
    } catch (RefusedSnapshotException refused) {
      return ImmutableList.of(SnapshotFile.problem(file(), message(refused)));
    } catch (NoSuchFileException missing) {
      String name = String.valueOf(Path.of(missing.getFile()).getFileName());
      return ImmutableList.of(SnapshotFile.problem(file(), "there is no " + name));
    } catch (IOException failed) {
      throw FileErrors.unreadable(file().toString(), failed);
    }
  }

  /** {@return the path of the snapshot, and whether it was opened, made or not kept} */
  @Override
  public String toString() {
    return file()
        + unwritten
            .map(why -> " is not kept: " + why)
            .or(() -> rebuilt.map(why -> " was made: " + why))
            .orElse(" was opened");
  }
}
