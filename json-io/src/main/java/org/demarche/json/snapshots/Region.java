package org.demarche.json.snapshots;

import java.nio.IntBuffer;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;

/** Consecutive blocks of a file, each with its length and its checksum (CRC-32C). */
final class Region {
  private final MappedFile file;

  /** The offset of each block in the file, and after them that of the end of the last. */
  private final long[] starts;

  private final int[] checksums;

  private Region(MappedFile file, long[] starts, int[] checksums) {
    this.file = file;
    this.starts = starts;
    this.checksums = checksums;
  }

  /**
   * Reads the place of a region in a directory.
   *
   * @param start the offset of the region in the file
   */
  static Region read(MappedFile file, long start, Ints directory) {
    int[] lengths = directory.array();
    int[] checksums = directory.array();
    long[] starts = new long[lengths.length + 1];
    starts[0] = start;
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + lengths[i];
    }
    if (checksums.length != lengths.length) {
      throw new IllegalArgumentException("a block without a checksum");
    }
    return new Region(file, starts, checksums);
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
      throw new IllegalArgumentException("block " + number + " is damaged");
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
    return file.bytes(starts[block] + from, to - from);
  }

  /** Returns a reader of all ints of the region, as many at a time as it is asked for. */
  IntFunction<int[]> ints() {
    return new IntFunction<>() {
      private IntBuffer current = IntBuffer.allocate(0);
      private int next;

      @Override
      public int[] apply(int count) {
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
