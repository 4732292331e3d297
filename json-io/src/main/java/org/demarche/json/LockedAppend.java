package org.demarche.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Appends lines to a {@code .jsonl}, under a lock and on to the disk: one writer at a time, and
 * what was acknowledged is there after a crash.
 */
final class LockedAppend {
  private static final int NAPS = 2_000;
  private static final int NAP_MILLIS = 5;
  private static final int TAIL = 1 << 16;

  private LockedAppend() {}

  /** What is done with a file under its lock. */
  private interface Work<V> {
    V on(FileChannel channel, long end) throws IOException;
  }

  /** Appends lines, each with its line feed; a new file begins with the version. */
  static void append(Path file, String lines) throws IOException {
    boolean isNew = !Files.exists(file);
    locked(
        file,
        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        (channel, end) -> {
          String text = lines;
          if (end == 0) {
            text = LineReader.header() + lines;
          } else {
            byte[] last = lastLine(channel, end);
            if (TornLine.isIn(last)) {
              throw new FileSystemException(
                  file.toString(),
                  null,
                  "its last line is torn, from byte "
                      + (end - last.length)
                      + " on: nothing is appended to it before Dossiers.repair(…) has cut that off");
            }
            text = last.length == 0 ? lines : "\n" + lines;
          }
          write(file, end, StandardCharsets.UTF_8.encode(text));
          return text;
        });
    if (isNew) {
      AtomicFile.remember(file.toAbsolutePath());
    }
  }

  /**
   * Writes at the end, wherever that is by now; a part of it is taken back, if nobody went on. The
   * system lets go of the lock once any channel of the file is closed in this process, so this one
   * is closed last.
   */
  private static void write(Path file, long end, ByteBuffer bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      } catch (IOException failed) {
        try {
          if (channel.size() <= end + bytes.position()) {
            channel.truncate(end);
          }
        } catch (IOException worse) {
          failed.addSuppressed(worse);
        }
        throw failed;
      }
    }
  }

  /** Cuts off a last line that is torn, and returns what it held. */
  static Optional<String> repair(Path file) throws IOException {
    return locked(
        file,
        EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE),
        (channel, end) -> {
          byte[] last = lastLine(channel, end);
          if (!TornLine.isIn(last)) {
            return Optional.empty();
          }
          channel.truncate(end - last.length);
          channel.force(false);
          return Optional.of(new String(last, StandardCharsets.UTF_8));
        });
  }

  /**
   * Works on a file under its lock; on that which has taken its place, if it was replaced
   * meanwhile.
   */
  @SuppressWarnings("try") // the lock is held, not used
  private static <V> V locked(Path file, EnumSet<StandardOpenOption> options, Work<V> work)
      throws IOException {
    while (true) {
      Optional<Object> before = key(file);
      try (FileChannel channel = FileChannel.open(file, options);
          FileLock lock = lock(channel, file)) {
        if (before.isPresent() && !before.equals(key(file))) {
          continue;
        }
        requireUnpacked(channel, file);
        return work.on(channel, channel.size());
      }
    }
  }

  /** By what the system knows a file, whatever its name. */
  private static Optional<Object> key(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
        : Optional.empty();
  }

  private static void requireUnpacked(FileChannel channel, Path file) throws IOException {
    byte[] begin = bytes(channel, 0, Math.min(2, channel.size()));
    if (begin.length == 2 && begin[0] == 0x1f && begin[1] == (byte) 0x8b) {
      throw new FileSystemException(
          file.toString(), null, "it is packed with gzip, and what is packed cannot grow");
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

  /** What follows the last line feed. */
  private static byte[] lastLine(FileChannel channel, long end) throws IOException {
    long start = end;
    for (long to = end; to > 0 && start == end; to -= TAIL) {
      byte[] tail = bytes(channel, Math.max(0, to - TAIL), to);
      for (int i = tail.length - 1; i >= 0; i--) {
        if (tail[i] == '\n') {
          return bytes(channel, Math.max(0, to - TAIL) + i + 1, end);
        }
      }
    }
    return bytes(channel, 0, end);
  }

  private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // reads on
    }
    return bytes.array();
  }
}
