package org.demarche.json.snapshots;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.demarche.index.IntWriter;

/** The blocks of a {@link Region}, as they are written. */
final class RegionOutput {
  private static final int INTS = 1 << 18;

  private final OutputStream out;
  private final ImmutableIntArray.Builder lengths = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder checksums = ImmutableIntArray.builder();
  private final ByteBuffer ints = MappedFile.buffer(new byte[Integer.BYTES * INTS]);
  private long size;

  RegionOutput(OutputStream out) {
    this.out = out;
  }

  /** Adds a block. */
  void add(byte[] block) throws IOException {
    out.write(block);
    lengths.add(block.length);
    checksums.add(Region.checksum(block));
    size += block.length;
  }

  /** Adds ints, which make up blocks of equal length; the last ones are added at the end. */
  void add(int... values) {
    for (int value : values) {
      if (!ints.hasRemaining()) {
        flush();
      }
      ints.putInt(value);
    }
  }

  private void flush() {
    byte[] block = new byte[ints.position()];
    ints.flip().get(block).clear();
    try {
      add(block);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes the ints that are left, and adds the place of the region to a directory. */
  void end(IntWriter directory) {
    if (ints.position() > 0) {
      flush();
    }
    directory.writeArray(lengths.build().toArray());
    directory.writeArray(checksums.build().toArray());
  }

  /** Returns the number of bytes that were written. */
  long size() {
    return size;
  }
}
