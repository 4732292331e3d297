package org.demarche.json.files;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A splitter of bytes into lines that end in a line feed, with one line in memory at a time. A line
 * that is wholly within a block of bytes is not copied.
 */
public final class LineSplitter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Blocks blocks;
  private final int maxLine;
  private byte[] buffer = {};
  private int from;
  private int to;
  private long offset;
  private boolean ended;
  private int number;
  private long start;

  /** The array that holds the current line. */
  private byte[] array = {};

  private int first;
  private int length;

  /** Bytes that come in blocks. */
  public interface Blocks extends Closeable {
    /** Returns the next bytes, from the beginning of an array; none at the end. */
    ByteBuffer next() throws IOException;
  }

  /** The blocks of a stream, in one array. */
  private static final class StreamBlocks implements Blocks {
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];

    StreamBlocks(InputStream in) {
      this.in = in;
    }

    @Override
    public ByteBuffer next() throws IOException {
      return ByteBuffer.wrap(buffer, 0, Math.max(0, in.read(buffer)));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * Creates a splitter of a stream, which it closes.
   *
   * @param maxLine the largest length of a line in bytes
   */
  public LineSplitter(InputStream in, int maxLine) {
    this(new StreamBlocks(in), maxLine, 0, 0);
  }

  /**
   * Creates a splitter of the rest of a file, whose blocks it closes.
   *
   * @param maxLine the largest length of a line in bytes
   * @param linesBefore the number of lines that precede the rest
   * @param bytesBefore the number of bytes that precede the rest
   */
  public LineSplitter(Blocks blocks, int maxLine, int linesBefore, long bytesBefore) {
    this.blocks = blocks;
    this.maxLine = maxLine;
    this.number = linesBefore;
    this.offset = bytesBefore;
    this.start = bytesBefore;
  }

  /**
   * Reads the next line, without its line feed.
   *
   * @return false at the end of the stream
   */
  public boolean next() throws IOException {
    if (ended) {
      return false;
    }
    ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
    start = offset;
    while (true) {
      if (from == to && !fill()) {
        set(gathered.toByteArray(), 0, gathered.size());
        number += length > 0 ? 1 : 0;
        return length > 0;
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      if (gathered.size() + end - from > maxLine) {
        throw new BoundedInput.TooLarge(
            "line %s is longer than the limit of %s bytes; if the file is trusted, raise maxLine(…) of the reader"
                .formatted(number + 1, maxLine));
      }
      boolean whole = end < to && gathered.size() == 0;
      if (whole) {
        set(buffer, from, end - from);
      } else {
        gathered.write(buffer, from, end - from);
      }
      offset += end - from;
      from = end;
      if (end < to) {
        from++;
        offset++;
        number++;
        if (!whole) {
          set(gathered.toByteArray(), 0, gathered.size());
        }
        return true;
      }
    }
  }

  /** Takes the next block; returns false at the end. */
  private boolean fill() throws IOException {
    ByteBuffer block = blocks.next();
    buffer = block.array();
    from = block.arrayOffset();
    to = from + block.limit();
    ended = from == to;
    return !ended;
  }

  private void set(byte[] bytes, int begin, int count) {
    array = bytes;
    first = begin;
    length = count;
  }

  /** Ends the lines: {@link #next()} returns false from now on. */
  public void stop() {
    ended = true;
  }

  /** Returns the number of the current line, from 1. */
  public int number() {
    return number;
  }

  /** Returns how many bytes precede the current line. */
  public long start() {
    return start;
  }

  /** Returns whether the current line is the last one and does not end in a line feed. */
  public boolean isUnfinished() {
    return ended;
  }

  /** Returns whether the current line is wholly within a block. */
  @SuppressWarnings("ReferenceEquality") // any other array is a copy
  public boolean isWithinBlock() {
    return array == buffer;
  }

  /** Returns a copy of the current line. */
  public byte[] bytes() {
    return Arrays.copyOfRange(array, first, first + length);
  }

  /** Returns the array that holds the current line, until the next line is read. */
  public byte[] array() {
    return array;
  }

  /** Returns the index of the first byte of the current line in its {@link #array()}. */
  public int first() {
    return first;
  }

  /** Returns the number of bytes in the current line. */
  public int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
