package org.demarche.json;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.demarche.model.Problem;

/** The bytes of a file, unpacked where they are gzip, and no more of them than a bound. */
final class BoundedInput extends FilterInputStream {
  /** A byte order mark, which stands in no column. */
  static final String MARK = "\uFEFF";

  private static final int GZIP = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final long most;
  private long read;

  private BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** More bytes than the bound. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(String why) {
      super(why);
    }
  }

  /** The bytes of a stream, unpacked. */
  static BoundedInput of(InputStream raw, long most) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    int magic = (in.read() << 8) | in.read();
    in.reset();
    try {
      return new BoundedInput(magic == GZIP ? new Unpacked(in) : in, most);
    } catch (IOException damaged) {
      in.close();
      throw damaged;
    }
  }

  /** What is packed, whole: where something else follows, that is told rather than left out. */
  private static final class Unpacked extends GZIPInputStream {
    private static final int TRAILER = 8;

    Unpacked(InputStream packed) throws IOException {
      super(packed, BUFFER);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      if (got < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
        throw new ZipException("something follows that is not packed");
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
    if (read > most) {
      throw new TooLarge(
          "it holds more than %d bytes, the bound; give the reader a greater maxBytes where it is to be trusted"
              .formatted(most));
    }
  }

  /** A problem of a file as a whole. */
  static Problem problem(Problem.Code code, String value, String why, Problem.Place place) {
    return Problem.builder()
        .code(code)
        .type("document")
        .id("")
        .field("")
        .value(value)
        .message(why)
        .place(place)
        .build();
  }
}
