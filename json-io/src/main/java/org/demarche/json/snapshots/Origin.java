package org.demarche.json.snapshots;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file from which a snapshot was made, as it was then.
 *
 * @param size in bytes
 * @param modified the time of its last change
 * @param checksum its SHA-256
 */
public record Origin(long size, Instant modified, HashCode checksum) {
  /** The coarsest time that a file system notes: that of FAT. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private static final int CHECKSUM_INTS = 8;

  /**
   * Returns a file as it is, unless it changes in the meantime.
   *
   * @param since the state of the file before it was read for some other purpose
   */
  public static Optional<Origin> of(Path file, State since) throws IOException {
    HashCode checksum = checksum(file);
    return State.of(file).equals(since)
        ? Optional.of(new Origin(since.size(), since.modified(), checksum))
        : Optional.empty();
  }

  /** The size of a file, and the time of its last change. */
  public record State(long size, Instant modified) {
    /** Returns the state of a file. */
    public static State of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  private static HashCode checksum(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256());
  }

  static Origin read(Ints directory) {
    long size = directory.two();
    Instant modified = Instant.ofEpochSecond(directory.two(), directory.one());
    ByteBuffer checksum = ByteBuffer.allocate(Integer.BYTES * CHECKSUM_INTS);
    checksum.asIntBuffer().put(directory.next().apply(CHECKSUM_INTS));
    return new Origin(size, modified, HashCode.fromBytes(checksum.array()));
  }

  void writeTo(ImmutableIntArray.Builder directory) {
    add(size, directory);
    add(modified.getEpochSecond(), directory);
    directory.add(modified.getNano());
    ByteBuffer bytes = ByteBuffer.wrap(checksum.asBytes());
    while (bytes.hasRemaining()) {
      directory.add(bytes.getInt());
    }
  }

  static void add(long value, ImmutableIntArray.Builder directory) {
    directory.add((int) (value >>> Integer.SIZE)).add((int) value);
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
    if (now.size() != size) {
      return Optional.of(
          "%s has %d bytes, and had %d when the snapshot was made"
              .formatted(file.getFileName(), now.size(), size));
    }
    boolean isSettled = now.modified().equals(modified) && modified.plus(TICK).isBefore(snapshot);
    return isSettled ? Optional.empty() : differenceInContent(file);
  }

  /** Returns how the content of a file differs from this one, if it does. */
  Optional<String> differenceInContent(Path file) throws IOException {
    return checksum(file).equals(checksum)
        ? Optional.empty()
        : Optional.of(file.getFileName() + " was changed since the snapshot was made");
  }
}
