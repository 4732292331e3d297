package org.demarche.examples.spark;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The bytes of a gzip file, of all its members in turn, up to the place where it is cut or damaged.
 * The stream of Java ends after a member where its source has no bytes at hand, as one from a
 * network may, and ignores what is no member. That of Commons Compress does neither, but fails
 * before it gives the sound bytes in front of the fault.
 */
final class UnpackedInput extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC = 0x1f8b;
  private static final int DEFLATE = 8;
  private static final int CHECKED_HEADER = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private final PushbackInputStream packed;
  private final DataInputStream bytes;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private int filled;
  private boolean isWithinMember;
  private boolean isFirst = true;

  UnpackedInput(InputStream packed) {
    this.packed = new PushbackInputStream(packed, BUFFER);
    this.bytes = new DataInputStream(this.packed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      while (length > 0 && (isWithinMember || begin())) {
        int got = inflater.inflate(into, from, length);
        if (got > 0) {
          sum.update(into, from, got);
          return got;
        }
        if (inflater.finished()) {
          end();
        } else if (inflater.needsInput()) {
          filled = packed.read(buffer);
          if (filled < 0) {
            throw new EOFException();
          }
          inflater.setInput(buffer, 0, filled);
        } else {
          throw new ZipException("a dictionary is asked for");
        }
      }
      return length == 0 ? 0 : -1;
    } catch (DataFormatException damaged) {
      throw (IOException) new ZipException("damaged").initCause(damaged);
    }
  }

  /** Reads the header of a member; returns false at the end of the file. */
  private boolean begin() throws IOException {
    int first = packed.read();
    if (first < 0 && isFirst) {
      throw new EOFException();
    }
    if (first < 0) {
      return false;
    }
    if (first != MAGIC >> 8
        || bytes.readUnsignedByte() != (MAGIC & 0xFF)
        || bytes.readUnsignedByte() != DEFLATE) {
      throw new ZipException(isFirst ? "no gzip" : "other bytes follow");
    }
    int flags = bytes.readUnsignedByte();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("unknown flags");
    }
    skip(6); // the time, the strength and the system
    if ((flags & EXTRA) != 0) {
      skip(bytes.readUnsignedByte() | bytes.readUnsignedByte() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && bytes.readByte() != 0) {
        // skips the text
      }
    }
    skip((flags & CHECKED_HEADER) == 0 ? 0 : 2);
    isFirst = false;
    isWithinMember = true;
    inflater.reset();
    sum.reset();
    return true;
  }

  private void skip(int count) throws IOException {
    bytes.readFully(new byte[count]);
  }

  /** Compares what the member says of its bytes with them. */
  private void end() throws IOException {
    int remaining = inflater.getRemaining();
    packed.unread(buffer, filled - remaining, remaining);
    int expected = Integer.reverseBytes(bytes.readInt());
    int length = Integer.reverseBytes(bytes.readInt());
    if (expected != (int) sum.getValue() || length != (int) inflater.getBytesWritten()) {
      throw new ZipException("another checksum");
    }
    isWithinMember = false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
