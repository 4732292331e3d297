package org.demarche.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file system that writes in pieces, with a pause after each, and says when it is inside. */
final class SlowFiles extends WrappedFiles {
  private static final int PIECES = 12;
  private static final int PAUSE_MILLIS = 2;

  private SlowFiles() {}

  /** Returns a path of a new such file system. */
  static Path path(String real) {
    return new SlowFiles().path(Path.of(real));
  }

  @Override
  FileChannel opened(Path file, FileChannel channel) {
    return new Channel(channel) {
      @Override
      public int write(ByteBuffer from) throws IOException {
        int start = from.position();
        int end = from.limit();
        int piece = Math.max(1, (end - start) / PIECES);
        try {
          while (from.position() < end) {
            from.limit(Math.min(end, from.position() + piece));
            to.write(from);
            if (from.position() < end) {
              if (from.position() <= start + piece) {
                WritingProcess.say(WritingProcess.INSIDE);
              }
              pause();
            }
          }
        } finally {
          from.limit(end);
        }
        WritingProcess.say(WritingProcess.OUTSIDE);
        return end - start;
      }
    };
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
