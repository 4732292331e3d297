package org.demarche.json.snapshots;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.demarche.index.IntReader;

/** Consecutive blocks of a file, each with its length and its checksum (CRC-32C). */
final class Region {
  private final Supplier<MappedFile> file;

  /** The offset of each block in the file, and after them that of the end of the last. */
  private final long[] starts;

  private final int[] checksums;

  /**
   * Reads the place of a region in a directory.
   *
   * @param start the offset of the region in the file
   */
  Region(Supplier<MappedFile> file, long start, IntReader directory) {
    int[] lengths = directory.readArray();
    this.file = file;
    this.checksums = directory.readArray();
    this.starts = new long[lengths.length + 1];
    starts[0] = start;
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + lengths[i];
    }
    if (checksums.length != lengths.length || Arrays.stream(lengths).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("a block without a length or a checksum");
    }
  }

  static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  int blocks() {
    return checksums.length;
  }

  /** Returns the offset in the file at which the region ends. */
  long end() {
    return starts[starts.length - 1];
  }

  /**
   * Returns a block.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  byte[] block(int number) {
    byte[] block = part(number, 0, Math.toIntExact(starts[number + 1] - starts[number]));
    if (checksum(block) != checksums[number]) {
      throw new IllegalArgumentException("a block is not what was written");
    }
    return block;
  }

  /** Returns whether a block is as it was written. */
  boolean isIntact(int number) {
    try {
      block(number);
      return true;
    } catch (IllegalArgumentException damaged) {
      return false;
    }
  }

  /** Returns a part of a block, which is not checked. */
  byte[] part(int block, int from, int to) {
    return file.get().bytes(starts[block] + from, to - from);
  }

  /** Returns a reader of all ints of the region. */
  IntReader ints() {
    return new IntReader() {
      private IntBuffer current = IntBuffer.allocate(0);
      private int next;

      @Override
      public int[] read(int count) {
        // A length that was never written must not take memory.
        long left = (end() - starts[next]) / Integer.BYTES + current.remaining();
        if (count < 0 || count > left) {
          throw new IllegalArgumentException(count + " of " + left + " ints");
        }
        int[] ints = new int[count];
        for (int at = 0; at < count; ) {
          if (!current.hasRemaining()) {
            current = MappedFile.buffer(block(next++)).asIntBuffer();
          }
          int some = Math.min(count - at, current.remaining());
          current.get(ints, at, some);
          at += some;
        }
        return ints;
      }
    };
  }
}
