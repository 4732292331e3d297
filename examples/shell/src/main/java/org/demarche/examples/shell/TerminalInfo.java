package org.demarche.examples.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.demarche.text.Style;

/** Facts about the terminal: its width, and whether it supports colour. */
final class TerminalInfo {
  private TerminalInfo() {}

  /** Tests whether output goes to a terminal that supports colour; see no-color.org. */
  static boolean isColourSupported() {
    String noColour = System.getenv().getOrDefault("NO_COLOR", "");
    String kind = System.getenv().getOrDefault("TERM", "dumb");
    return noColour.isEmpty() && !kind.equals("dumb") && isOutputTerminal();
  }

  /** Tests whether standard output is a terminal. */
  static boolean isOutputTerminal() {
    return isTerminal("1", false);
  }

  /** Tests whether standard input is a terminal, rather than a file or a pipe. */
  static boolean isInputTerminal() {
    return isTerminal("0", true);
  }

  private static boolean isTerminal(String descriptor, boolean defaultAnswer) {
    try {
      return new ProcessBuilder("test", "-t", descriptor)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return defaultAnswer;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns the current number of columns; the terminal may have been resized since the last call.
   */
  static int width() {
    if (!isOutputTerminal()) {
      return Style.WIDTH;
    }
    try {
      Process size = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String rowsAndColumns =
          new String(size.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int columns = Integer.parseInt(rowsAndColumns.substring(rowsAndColumns.indexOf(' ') + 1));
      return columns == 0 ? Style.WIDTH : Math.max(columns, Style.NARROWEST);
    } catch (IOException | NumberFormatException notATerminal) {
      return Style.WIDTH;
    }
  }
}
