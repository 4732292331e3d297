package org.demarche.json.files;

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
import java.util.function.Predicate;

/**
 * An append of lines to a file, under a lock and synced to the disk: one writer at a time, and
 * acknowledged lines survive a crash.
 */
public final class LockedAppend {
  private static final int NAPS = 2_000;
  private static final int NAP_MILLIS = 5;
  private static final int TAIL = 1 << 16;

  private final Path file;
  private final Predicate<byte[]> torn;

  /**
   * Creates an appender.
   *
   * @param torn tests whether a last line without a line feed was cut off while it was written
   */
  public LockedAppend(Path file, Predicate<byte[]> torn) {
    this.file = file;
    this.torn = torn;
  }

  /** An operation on a file while it is locked. */
  private interface Work<V> {
    V on(FileChannel channel, long end) throws IOException;
  }

  /**
   * Appends lines.
   *
   * @param header the lines with which a new file begins
   * @param lines the lines, each with its line feed
   */
  public void append(String header, String lines) throws IOException {
    boolean isNew = !Files.exists(file);
    locked(
        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        (channel, end) -> {
          String text = end == 0 ? header + lines : separator(channel, end) + lines;
          write(end, StandardCharsets.UTF_8.encode(text));
          return text;
        });
    if (isNew) {
      AtomicFile.syncFolder(file.toAbsolutePath());
    }
  }

  /** Returns the line feed that the last line lacks, if it lacks one. */
  private String separator(FileChannel channel, long end) throws IOException {
    byte[] last = lastLine(channel, end);
    if (torn.test(last)) {
      throw failure(
          "the last line is torn, from byte "
              + (end - last.length)
              + " on: remove it with Dossiers.repair(…) before appending");
    }
    return last.length == 0 ? "" : "\n";
  }

  /**
   * Appends at the current end of the file. On failure, truncates the partial write unless another
   * writer has appended since. The system releases the lock once any channel of the file is closed
   * in this process, so this channel is closed last.
   */
  private void write(long end, ByteBuffer bytes) throws IOException {
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

  /** Removes a torn last line, and returns what it held. */
  public Optional<String> repair() throws IOException {
    return locked(
        EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE),
        (channel, end) -> {
          byte[] last = lastLine(channel, end);
          if (!torn.test(last)) {
            return Optional.empty();
          }
          channel.truncate(end - last.length);
          channel.force(false);
          return Optional.of(new String(last, StandardCharsets.UTF_8));
        });
  }

  /** Does the work under the lock of the file, or of the file that replaced it meanwhile. */
  @SuppressWarnings("try") // the lock is held, not used
  private <V> V locked(EnumSet<StandardOpenOption> options, Work<V> work) throws IOException {
    while (true) {
      Optional<Object> before = key();
      try (FileChannel channel = FileChannel.open(file, options);
          FileLock lock = lock(channel)) {
        if (before.isPresent() && !before.equals(key())) {
          continue;
        }
        requireUnpacked(channel);
        return work.on(channel, channel.size());
      }
    }
  }

  /** Returns the system's key of the file, such as its inode. */
  private Optional<Object> key() throws IOException {
    return Files.exists(file)
        ? Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
        : Optional.empty();
  }

  private void requireUnpacked(FileChannel channel) throws IOException {
    byte[] begin = bytes(channel, 0, Math.min(2, channel.size()));
    if (begin.length == 2 && begin[0] == 0x1f && begin[1] == (byte) 0x8b) {
      throw failure("it is packed with gzip; a packed file cannot be appended to");
    }
  }

  private FileSystemException failure(String why) {
    return new FileSystemException(file.toString(), null, why);
  }

  /** Waits for the lock, which a writer in this process or another may hold. */
  private FileLock lock(FileChannel channel) throws IOException {
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
        throw failure(
            "another writer has held its lock for "
                + NAPS * NAP_MILLIS / 1000
                + " seconds; try again");
      }
      try {
        Thread.sleep(NAP_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw failure("interrupted while another writer held its lock");
      }
    }
  }

  /** Returns the bytes after the last line feed. */
  private static byte[] lastLine(FileChannel channel, long end) throws IOException {
    for (long to = end; to > 0; to -= TAIL) {
      long from = Math.max(0, to - TAIL);
      byte[] tail = bytes(channel, from, to);
      for (int i = tail.length - 1; i >= 0; i--) {
        if (tail[i] == '\n') {
          return bytes(channel, from + i + 1, end);
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
