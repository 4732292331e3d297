package org.demarche.examples.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A print stream for the output of JShell that adds a hint to error reports: where the compiler
 * cannot find a name, a line with the nearest known names is printed first.
 */
final class ErrorHintStream extends PrintStream {
  private static final String ERROR = "|  Error:\n";

  ErrorHintStream(PrintStream out) {
    // Without automatic flushing, which would separate a line from its line feed.
    super(new HintingOutputStream(out), false, StandardCharsets.UTF_8);
  }

  /** Holds back the start of an error report until the line that names the unknown name. */
  private static final class HintingOutputStream extends OutputStream {
    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> held = new ArrayList<>();

    HintingOutputStream(PrintStream out) {
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
          out.print(text.substring(0, error)); // a prompt, when input is not echoed
          held.add(ERROR);
        } else if (!held.isEmpty() && text.startsWith("|  cannot find symbol")) {
          held.add(text);
        } else {
          CompilerErrorHints.of(text).ifPresent(hint -> out.print("|  " + hint + "\n"));
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
