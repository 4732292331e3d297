package org.demarche.json.snapshots;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;

/**
 * The file from which a snapshot was made, as it was then.
 *
 * @param state its size, and the time of its last change
 * @param checksum its SHA-256
 */
public record Origin(State state, HashCode checksum) {
  /** The coarsest time that a file system notes: that of FAT. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** The size of a file in bytes, and the time of its last change. */
  public record State(long size, Instant modified) {
    /** Returns the state of a file. */
    public static State of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Returns a file as it is now. */
  public static Origin of(Path file) throws IOException {
    return new Origin(State.of(file), checksum(file));
  }

  private static HashCode checksum(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256());
  }

  static Origin read(IntReader directory) {
    State state =
        new State(
            directory.readLong(), Instant.ofEpochSecond(directory.readLong(), directory.readInt()));
    return new Origin(state, HashCode.fromBytes(directory.readBytes()));
  }

  void writeTo(IntWriter directory) {
    Instant modified = state.modified();
    directory.writeLong(state.size());
    directory.writeLong(modified.getEpochSecond());
    directory.write(modified.getNano());
    directory.writeBytes(checksum.asBytes());
  }

  /**
   * Returns how a file differs from this one, if it does. A file of the same size and time is taken
   * to be the same, if the snapshot is younger by more than the tick of a clock; of a file of
   * another time, the checksum tells.
   *
   * @param snapshot the time of the last change of the snapshot
   */
  Optional<String> difference(Path file, Instant snapshot) throws IOException {
    State now = State.of(file);
    if (now.size() != state.size()) {
      return Optional.of(
          "%s has %s bytes, and had %s when the snapshot was made"
              .formatted(file.getFileName(), now.size(), state.size()));
    }
    boolean isSettled = now.equals(state) && state.modified().plus(TICK).isBefore(snapshot);
    return isSettled ? Optional.empty() : differenceInContent(file);
  }

  /** Returns how the content of a file differs from this one, if it does. */
  Optional<String> differenceInContent(Path file) throws IOException {
    return checksum(file).equals(checksum)
        ? Optional.empty()
        : Optional.of(file.getFileName() + " was changed since the snapshot was made");
  }
}
