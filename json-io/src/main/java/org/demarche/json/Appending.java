package org.demarche.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Appends lines to a {@code .jsonl}, under a lock and on to the disk: one writer at a time, and
 * what was acknowledged is there after a crash.
 */
final class Appending {
  private static final int NAPS = 2_000;
  private static final int NAP_MILLIS = 5;
  private static final int TAIL = 1 << 16;

  private Appending() {}

  /** Appends lines, each with its line feed; a new file begins with the version. */
  @SuppressWarnings("try") // the lock is held, not used
  static void append(Path file, String lines) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = lock(channel, file)) {
      long end = channel.size();
      String text = lines;
      if (end == 0) {
        text = Lines.header() + lines;
      } else if (last(channel, end) != '\n') {
        if (!isWhole(channel, end)) {
          throw new FileSystemException(
              file.toString(),
              null,
              "its last line is torn, from byte "
                  + lineStart(channel, end)
                  + " on: nothing is appended to it before Dossiers.mend(…) has cut that off");
        }
        text = "\n" + lines;
      }
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      try {
        channel.position(end);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      } catch (IOException failed) {
        channel.truncate(end); // a part of a line is worse than none
        throw failed;
      }
    }
  }

  /** Cuts off a last line that is torn, and returns what it held. */
  @SuppressWarnings("try") // the lock is held, not used
  static Optional<String> mend(Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = lock(channel, file)) {
      long end = channel.size();
      if (end == 0 || last(channel, end) == '\n' || isWhole(channel, end)) {
        return Optional.empty();
      }
      long start = lineStart(channel, end);
      String torn = new String(bytes(channel, start, end), StandardCharsets.UTF_8);
      channel.truncate(start);
      channel.force(false);
      return Optional.of(torn);
    }
  }

  /** Waits for the lock, which a writer of this process or of another may hold. */
  private static FileLock lock(FileChannel channel, Path file) throws IOException {
    for (int nap = 0; ; nap++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException heldHere) {
        // by another thread of this process: wait as for another process
      }
      if (nap == NAPS) {
        throw new FileSystemException(
            file.toString(),
            null,
            "another writer has held it for " + NAPS * NAP_MILLIS / 1000 + " seconds; try again");
      }
      try {
        Thread.sleep(NAP_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new FileSystemException(
            file.toString(), null, "interrupted while another writer held it");
      }
    }
  }

  private static byte last(FileChannel channel, long end) throws IOException {
    return bytes(channel, end - 1, end)[0];
  }

  /** Whether the last line, which has no line feed, is whole all the same: written by hand. */
  private static boolean isWhole(FileChannel channel, long end) throws IOException {
    long start = lineStart(channel, end);
    String line = new String(bytes(channel, start, end), StandardCharsets.UTF_8);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException broken) {
      return false;
    }
  }

  private static long lineStart(FileChannel channel, long end) throws IOException {
    for (long to = end; to > 0; to -= TAIL) {
      long from = Math.max(0, to - TAIL);
      byte[] tail = bytes(channel, from, to);
      for (int i = tail.length - 1; i >= 0; i--) {
        if (tail[i] == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // reads on
    }
    return bytes.array();
  }
}
