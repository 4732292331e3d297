package org.demarche.json.snapshots;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.function.Consumer;

/**
 * A file that is mapped into memory, in overlapping segments, since a buffer has two GiB at most.
 */
final class MappedFile {
  private static final int SEGMENT_BITS = 30;
  private static final long SEGMENT = 1L << SEGMENT_BITS;

  private final ByteBuffer[] segments;
  private final long size;

  private MappedFile(ByteBuffer[] segments, long size) {
    this.segments = segments;
    this.size = size;
  }

  /** Maps a file, which some systems do not replace from then on. */
  static MappedFile of(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer[] segments = new ByteBuffer[(int) ((size + SEGMENT - 1) >> SEGMENT_BITS)];
    for (int i = 0; i < segments.length; i++) {
      long start = i * SEGMENT;
      segments[i] =
          channel.map(MapMode.READ_ONLY, start, Math.min(Integer.MAX_VALUE, size - start));
    }
    return new MappedFile(segments, size);
  }

  /**
   * Reads bytes of a file that is not mapped.
   *
   * @throws IllegalArgumentException if the file has no such bytes
   */
  static byte[] bytes(FileChannel channel, long start, int length) throws IOException {
    require(start, length, channel.size());
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new IllegalArgumentException("the file was truncated");
      }
    }
    return bytes.array();
  }

  private static void require(long start, int length, long size) {
    if (start < 0 || length < 0 || length > SEGMENT || start > size - length) {
      throw new IllegalArgumentException("no " + length + " bytes at " + start);
    }
  }

  /**
   * Copies bytes. If the file was truncated meanwhile, they are 0, or the virtual machine throws an
   * {@link InternalError} soon after.
   *
   * @param start the offset of the first in the file
   * @throws IllegalArgumentException if the file had no such bytes, or was found to be truncated
   */
  byte[] bytes(long start, int length) {
    require(start, length, size);
    byte[] bytes = new byte[length];
    if (length > 0) {
      ByteBuffer segment = segments[(int) (start >> SEGMENT_BITS)];
      try {
        segment.get((int) (start & (SEGMENT - 1)), bytes);
      } catch (InternalError truncated) { // by which the virtual machine says so, at once or later
        throw new IllegalArgumentException("the file was truncated", truncated);
      }
    }
    return bytes;
  }

  /** Returns new bytes, which are put into a buffer in the order of the file. */
  static byte[] bytes(int length, Consumer<ByteBuffer> content) {
    byte[] bytes = new byte[length];
    content.accept(buffer(bytes));
    return bytes;
  }

  /** Returns bytes as a buffer in the order of the file. */
  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
