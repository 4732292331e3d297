package org.demarche.examples.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.demarche.text.Style;

/** How wide the screen is, and whether it takes colour. */
final class Terminal {
  private Terminal() {}

  /** Whether what is printed goes to a screen that takes colour; see no-color.org. */
  static boolean takesColour() {
    String noColour = System.getenv().getOrDefault("NO_COLOR", "");
    String kind = System.getenv().getOrDefault("TERM", "dumb");
    return noColour.isEmpty() && !kind.equals("dumb") && isScreen();
  }

  /** Whether what is printed goes to a screen at all. */
  static boolean isScreen() {
    return isTerminal("1", false);
  }

  /** Whether somebody types, rather than a file or another program. */
  static boolean isKeyboard() {
    return isTerminal("0", true);
  }

  private static boolean isTerminal(String descriptor, boolean unlessKnown) {
    try {
      return new ProcessBuilder("test", "-t", descriptor)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return unlessKnown;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The columns of the screen, asked for each time since it may be resized. */
  static int width() {
    if (!isScreen()) {
      return Style.WIDTH;
    }
    try {
      Process size = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String rowsAndColumns =
          new String(size.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int columns = Integer.parseInt(rowsAndColumns.substring(rowsAndColumns.indexOf(' ') + 1));
      return columns == 0 ? Style.WIDTH : Math.max(columns, Style.NARROWEST);
    } catch (IOException | NumberFormatException noScreen) {
      return Style.WIDTH;
    }
  }
}
