package org.demarche.examples.shell;

import java.awt.AWTError;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;

/** The browser of the desktop, if there is one. */
final class BrowserWindow {
  private BrowserWindow() {}

  /**
   * Opens a file in the browser.
   *
   * @return false if there is no desktop, if this Java cannot use it, or if it has no browser
   */
  static boolean open(Path file) {
    try {
      Desktop.getDesktop().browse(file.toUri());
      return true;
    } catch (IOException | UnsupportedOperationException | LinkageError | AWTError none) {
      return false;
    }
  }
}
