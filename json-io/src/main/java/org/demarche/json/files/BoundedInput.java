package org.demarche.json.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A stream that unpacks gzip, whatever the name of its file, and fails beyond a limit. */
public final class BoundedInput extends FilterInputStream {
  /** The largest number of bytes that one array can hold. */
  public static final int MAX_ARRAY = Integer.MAX_VALUE - 16;

  private static final int GZIP = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final long maxBytes;
  private final HeapBudget budget;
  private long read;

  private BoundedInput(InputStream in, long maxBytes, HeapBudget budget) {
    super(in);
    this.maxBytes = maxBytes;
    this.budget = budget;
  }

  /** The failure of a file that has more bytes than its limit. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
      super(message);
    }

    /** Returns the failure beyond a limit. */
    public static TooLarge than(long maxBytes) {
      return new TooLarge(
          "larger than the limit of %s bytes; if the file is trusted, raise maxBytes(…) of the reader"
              .formatted(maxBytes));
    }
  }

  /**
   * Returns the unpacked bytes of a stream.
   *
   * @param maxBytes the limit, counted after unpacking
   */
  public static BoundedInput of(InputStream raw, long maxBytes) throws IOException {
    return of(raw, maxBytes, HeapBudget.ofUnknownSize());
  }

  /**
   * Returns the unpacked bytes of a stream.
   *
   * @param maxBytes the limit, counted after unpacking
   * @param budget counts the bytes too
   */
  public static BoundedInput of(InputStream raw, long maxBytes, HeapBudget budget)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    try {
      in.mark(2);
      int first = in.read();
      int magic = (first << 8) | in.read();
      in.reset();
      if (magic == -1 && first == GZIP >> 8) {
        throw new EOFException();
      }
      return new BoundedInput(magic == GZIP ? new Unpacked(in) : in, maxBytes, budget);
    } catch (IOException damaged) {
      in.close();
      throw damaged;
    }
  }

  /**
   * Returns the unpacked bytes of a stream that its owner closes; closing these frees only what
   * unpacks them.
   *
   * @param maxBytes the limit, counted after unpacking
   * @param budget counts the bytes too
   */
  public static BoundedInput leavingOpen(InputStream raw, long maxBytes, HeapBudget budget)
      throws IOException {
    return of(
        new FilterInputStream(raw) {
          @Override
          public void close() {
            // left to the owner, also if the first bytes are damaged
          }
        },
        maxBytes,
        budget);
  }

  /** Returns the bytes of a stream as they are, which are never unpacked. */
  public static BoundedInput ofUnpacked(InputStream raw, long maxBytes) {
    return ofUnpacked(raw, maxBytes, HeapBudget.ofUnknownSize());
  }

  /** Returns the bytes of a stream as they are, which a budget counts. */
  public static BoundedInput ofUnpacked(InputStream raw, long maxBytes, HeapBudget budget) {
    return new BoundedInput(raw, maxBytes, budget);
  }

  /** Unpacked bytes; anything after the packed bytes is an error and is not ignored. */
  private static final class Unpacked extends GZIPInputStream {
    private static final int TRAILER = 8;

    Unpacked(InputStream packed) throws IOException {
      super(packed, BUFFER);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      if (got < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
        throw new ZipException("the packed bytes are followed by others that are not packed");
      }
      return got;
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int more) throws IOException {
    read += more;
    budget.countBytes(more);
    if (read > maxBytes) {
      throw TooLarge.than(maxBytes);
    }
  }
}
