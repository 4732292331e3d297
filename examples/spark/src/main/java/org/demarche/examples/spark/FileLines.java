package org.demarche.examples.spark;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The lines of one file, in order. A file that ends within its gzip gives the lines before its end
 * and a line that says so; a file of another version of the format gives one line that says so.
 */
final class FileLines implements Iterator<Row> {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int next;
  private int end;
  private int number;
  private boolean ended;
  private Optional<Row> row = Optional.empty();

  private FileLines(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** Opens a file, and closes it when the task of this thread ends. */
  static FileLines of(Path file, String name, Configuration hadoop) throws IOException {
    InputStream raw = file.getFileSystem(hadoop).open(file);
    InputStream in = name.endsWith(".gz") ? new UnpackedInput(raw) : raw;
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(in));
    return new FileLines(in, name);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public boolean hasNext() {
    while (row.isEmpty() && !ended) {
      read();
    }
    return row.isPresent();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row read = row.orElseThrow();
    row = Optional.empty();
    return read;
  }

  private void read() {
    number++;
    try {
      boolean isTooLong = !readLine();
      if (isTooLong) {
        row = Optional.of(fault(LineFaults.TOO_LONG));
      } else if (line.size() > 0) {
        String text = decoded();
        if (!text.isBlank()) {
          row = LineFaults.isHeader(text) ? ofHeader(text) : Optional.of(of(text));
        }
      }
    } catch (CharacterCodingException invalid) {
      row = Optional.of(fault("the line is not UTF-8"));
    } catch (EOFException | ZipException cut) {
      row = Optional.of(fault(broken(cut)));
      ended = true;
    } catch (IOException failed) { // the task is run again
      throw new UncheckedIOException(name + ":" + number, failed);
    }
  }

  /** Reads the bytes of a line; returns false if it is too long. */
  private boolean readLine() throws IOException {
    line.reset();
    boolean fits = true;
    while (true) {
      if (next == end) {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
          ended = true;
          return fits;
        }
      }
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      fits &= line.size() + next - from <= LineFaults.MAX_LINE;
      if (fits) {
        line.write(buffer, from, next - from);
      }
      if (next < end) {
        next++;
        return fits;
      }
    }
  }

  private String decoded() throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
    return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Returns nothing if the version can be read; otherwise the file ends here. */
  private Optional<Row> ofHeader(String text) {
    Optional<String> fault = LineFaults.ofHeader(text);
    ended = fault.isPresent();
    return fault.map(this::fault);
  }

  private Row of(String text) {
    return new RowBuilder(CorpusLines.SCHEMA)
        .set("file", name)
        .set("line", number)
        .set("text", text)
        .build();
  }

  private Row fault(String reason) {
    return new RowBuilder(CorpusLines.SCHEMA)
        .set("file", name)
        .set("line", number)
        .set("reason", reason)
        .build();
  }

  private static String broken(IOException cut) {
    return cut instanceof EOFException
        ? "the file ends within its gzip; no line from here on is read"
        : "the gzip is damaged, or other bytes follow it; no line from here on is read";
  }
}
