package org.demarche.json.files;

import com.google.common.io.CharStreams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.exc.JacksonIOException;

/** The output of a text to the stream or appendable of a caller, which is left open. */
public final class TextOutput {
  private TextOutput() {}

  /** A writer of a text. */
  public interface Body {
    /** Writes the text; the writer is flushed by the caller. */
    void write(Writer out) throws IOException;
  }

  /**
   * Writes a text in UTF-8 to a stream, which is flushed and left open.
   *
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(OutputStream out, Body body) {
    try {
      copy(body, out);
    } catch (IOException failed) {
      throw failure(failed);
    } catch (OutOfMemoryError full) {
      throw failure(HeapBudget.full());
    }
  }

  /**
   * Appends a text to an appendable, which is flushed if it is a writer, and left open.
   *
   * @throws UncheckedIOException if the appendable refuses it
   */
  public static void write(Appendable out, Body body) {
    try {
      Writer text = CharStreams.asWriter(out);
      write(body, text);
      text.flush();
    } catch (IOException failed) {
      throw failure(failed);
    } catch (OutOfMemoryError full) {
      throw failure(HeapBudget.full());
    }
  }

  /** Writes a text in UTF-8 to a stream, which is flushed and left open. */
  static void copy(Body body, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    write(body, text);
    text.flush();
  }

  private static void write(Body body, Writer text) throws IOException {
    try {
      body.write(text);
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
  }

  private static UncheckedIOException failure(IOException failed) {
    return new UncheckedIOException("the output cannot be written: " + failed.getMessage(), failed);
  }
}
