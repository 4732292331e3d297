package org.demarche.examples.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What JShell says, in which a name that the compiler does not know is first said to be unknown,
 * with what may have been meant.
 */
final class Explained extends PrintStream {
  private static final String ERROR = "|  Error:\n";

  Explained(PrintStream out) {
    super(
        new Lines(out), false, StandardCharsets.UTF_8); // a flush comes between line and line feed
  }

  /** Holds back the start of such a report until it names the name. */
  private static final class Lines extends OutputStream {
    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> held = new ArrayList<>();

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      line.write(b);
      if (b == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        int error = held.isEmpty() ? text.lastIndexOf(ERROR) : -1;
        if (error >= 0) {
          out.print(text.substring(0, error)); // a prompt, where nobody pressed Return
          held.add(ERROR);
        } else if (!held.isEmpty() && text.startsWith("|  cannot find symbol")) {
          held.add(text);
        } else {
          Hints.of(text).ifPresent(hint -> out.print("|  " + hint + "\n"));
          release();
          out.print(text);
        }
      }
    }

    private void release() {
      held.forEach(out::print);
      held.clear();
    }

    @Override
    public void flush() {
      if (held.isEmpty() && line.size() > 0) {
        out.print(line.toString(StandardCharsets.UTF_8));
        line.reset();
      }
      out.flush();
    }
  }
}
