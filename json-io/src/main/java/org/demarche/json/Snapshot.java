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
import java.util.function.Function;
import org.demarche.Tracker;
import org.demarche.json.files.FileErrors;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.snapshots.Origin;
import org.demarche.json.snapshots.RefusedSnapshotException;
import org.demarche.json.snapshots.SnapshotFile;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.demarche.snapshot.IndexedDossier;

/**
 * A Tracker of the dossier in a file, and the snapshot beside the file from which it is opened
 * faster the next time: a dossier of a million claims in a fraction of a second.
 *
 * <p>A snapshot has the records and the index of the dossier. Its records are made when they are
 * first looked at, and made again when their memory was needed, so that it also takes less heap. It
 * is never the only copy: it is made from the file, and made anew when it is not of the file as
 * that is now, when it is damaged, or when another version of the library wrote it.
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
  private final ReadLimits limits;
  private final Tracker tracker;
  private final Optional<String> rebuilt;
  private final Optional<String> unwritten;

  private Snapshot(
      Path origin,
      ReadLimits limits,
      Tracker tracker,
      Optional<String> rebuilt,
      Optional<String> unwritten) {
    this.origin = origin;
    this.limits = limits;
    this.tracker = tracker;
    this.rebuilt = rebuilt;
    this.unwritten = unwritten;
  }

  /**
   * Opens the snapshot of a file, or makes it.
   *
   * @param read reads the dossier of the file, and runs its argument if something is left out
   */
  static Snapshot of(Path origin, ReadLimits limits, Function<Runnable, Dossier> read) {
    if (Files.isDirectory(origin)) {
      throw new IllegalArgumentException(
          origin + " is a folder: a snapshot is of one file; write the dossier to a .jsonl first");
    }
    Path file = beside(origin);
    try {
      SnapshotFile opened = SnapshotFile.open(file, origin, limits);
      Tracker tracker = opened.tracker(() -> readAgain(opened, file, origin, read));
      return new Snapshot(origin, limits, tracker, Optional.empty(), Optional.empty());
    } catch (NoSuchFileException missing) {
      return made(origin, limits, read, "there was no " + file.getFileName());
    } catch (IOException failed) {
      UncheckedIOException unreadable = FileErrors.unreadable(file.toString(), failed);
      return made(origin, limits, read, requireNonNull(unreadable.getMessage()));
    } catch (RefusedSnapshotException refused) {
      return made(origin, limits, read, requireNonNull(refused.getMessage()));
    }
  }

  private static Path beside(Path origin) {
    return origin.resolveSibling(origin.getFileName() + ENDING);
  }

  /** Returns the dossier of the file, since the snapshot was found to be damaged. */
  private static Dossier readAgain(
      SnapshotFile opened, Path file, Path origin, Function<Runnable, Dossier> read) {
    try {
      if (!opened.isOf(origin)) {
        throw new IOException(
            "it is damaged, and " + origin.getFileName() + " was changed: open it again");
      }
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
    return read.apply(() -> {});
  }

  private static Snapshot made(
      Path origin, ReadLimits limits, Function<Runnable, Dossier> read, String why) {
    AtomicBoolean leftOut = new AtomicBoolean();
    Origin.State before;
    try {
      before = Origin.State.of(origin);
    } catch (IOException failed) {
      throw FileErrors.unreadable(origin.toString(), failed);
    }
    IndexedDossier indexed = IndexedDossier.of(read.apply(() -> leftOut.set(true)));
    Optional<String> unwritten =
        leftOut.get()
            ? Optional.of("something was left out of the dossier")
            : write(indexed, origin, before, limits);
    return new Snapshot(origin, limits, indexed.tracker(), Optional.of(why), unwritten);
  }

  /** Writes a snapshot, or returns why there is none. */
  private static Optional<String> write(
      IndexedDossier indexed, Path origin, Origin.State before, ReadLimits limits) {
    Path file = beside(origin);
    try {
      Optional<Origin> unchanged = Origin.of(origin, before);
      if (unchanged.isEmpty()) {
        return Optional.of(origin.getFileName() + " was changed while it was read");
      }
      SnapshotFile.write(file, indexed, origin, unchanged.get(), limits);
      return Optional.empty();
    } catch (UncheckedIOException failed) {
      return Optional.ofNullable(failed.getMessage());
    } catch (IOException failed) {
      return Optional.ofNullable(FileErrors.unreadable(origin.toString(), failed).getMessage());
    }
  }

  /** {@return a Tracker of the whole dossier} */
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
   * Returns why the snapshot that was made could not be kept, as in a folder that may not be
   * written. The Tracker does not depend on it.
   *
   * @return the reason, or empty if there is a snapshot
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
      return SnapshotFile.open(file(), origin, limits).verify(origin);
    } catch (RefusedSnapshotException refused) {
      return ImmutableList.of(SnapshotFile.problem(file(), requireNonNull(refused.getMessage())));
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
