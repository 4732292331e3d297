package org.demarche.json.files;

import static java.util.Objects.requireNonNull;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file while this process holds its lock. Those who append to a file and those who replace it
 * take the same lock, so that each sees what the others have written.
 *
 * <p>The system releases the lock of a process once any channel of the file is closed in it, for
 * example by a thread that reads the file. What is appended therefore goes to the end of the file,
 * wherever that is by then, and {@link #isCurrent} tells whether the file still has its name.
 *
 * <p>A system that gives files no keys, such as Windows, cannot tell that, lets only the channel
 * that holds the lock read what is locked, and replaces no file that is open. There a file beside
 * this one is locked instead, which stays, empty.
 */
final class LockedFile {
  private static final int NAPS = 2_000;
  private static final int NAP_MILLIS = 5;

  private final Path file;
  private final Optional<Object> key;
  private final FileChannel reading;
  private final FileChannel appending;

  private LockedFile(Path file, Optional<Object> key, FileChannel reading, FileChannel appending) {
    this.file = file;
    this.key = key;
    this.reading = reading;
    this.appending = appending;
  }

  /** An operation on a file while it is locked. */
  interface Work<V> {
    V on(LockedFile locked) throws IOException;
  }

  /** Does the work on a file, which is created if it does not exist. */
  static <V> V creating(Path file, Work<V> work) throws IOException {
    return locked(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), work);
  }

  /** Does the work on a file, which exists. */
  static <V> V existing(Path file, Work<V> work) throws IOException {
    return locked(file, EnumSet.of(StandardOpenOption.APPEND), work);
  }

  private static <V> V locked(Path file, Set<StandardOpenOption> options, Work<V> work)
      throws IOException {
    Permissions.requireWritable(file);
    if (Permissions.isPipe(file)) {
      throw failure(file, "it is a named pipe");
    }
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && Files.exists(folder) && key(folder).isEmpty()
        ? lockedBeside(file, options, work)
        : lockedItself(file, options, work);
  }

  /** Does the work under the lock of the file, or of the file that replaced it meanwhile. */
  @SuppressWarnings("try") // the lock is held, not used
  private static <V> V lockedItself(Path file, Set<StandardOpenOption> options, Work<V> work)
      throws IOException {
    while (true) {
      boolean isNew = !Files.exists(file);
      Optional<Object> key = key(file);
      // Closing any of the channels releases the lock, so that both are open until the end.
      try (FileChannel appending = FileChannel.open(file, options);
          FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
        LockedFile locked = new LockedFile(file, key, reading, appending);
        if (!isNew && locked.isCurrent()) {
          try (FileLock lock = lock(file, appending)) {
            if (locked.isCurrent()) { // twice: a later file may have got the key of an earlier one
              return work.on(locked);
            }
          }
        }
      }
    }
  }

  /** Does the work under the lock of a file beside the file. */
  @SuppressWarnings("try") // the lock is held, not used
  private static <V> V lockedBeside(Path file, Set<StandardOpenOption> options, Work<V> work)
      throws IOException {
    if (!options.contains(StandardOpenOption.CREATE) && !Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (FileChannel beside =
            FileChannel.open(beside(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(file, beside);
        FileChannel appending = FileChannel.open(file, options);
        FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
      return work.on(new LockedFile(file, Optional.empty(), reading, appending));
    }
  }

  /** Returns the file that is locked instead of a file, the same for all links to that. */
  private static Path beside(Path file) throws IOException {
    Path target = AtomicFile.lastTarget(file.toAbsolutePath());
    Path folder = requireNonNull(target.getParent()).toRealPath();
    return folder.resolve("." + target.getFileName() + ".lock");
  }

  /** Waits for the lock, which a writer in this process or another may hold. */
  private static FileLock lock(Path file, FileChannel channel) throws IOException {
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
            file,
            "another writer has held its lock for "
                + NAPS * NAP_MILLIS / 1000
                + " seconds; try again");
      }
      try {
        Thread.sleep(NAP_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw failure(file, "interrupted while another writer held its lock");
      }
    }
  }

  /** Returns the system's key of a file, such as its inode. */
  private static Optional<Object> key(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
        : Optional.empty();
  }

  /** Returns whether the file still has its name, which another may have got meanwhile. */
  boolean isCurrent() throws IOException {
    return key.equals(key(file));
  }

  long size() throws IOException {
    return appending.size();
  }

  /** Returns the bytes between two offsets. */
  byte[] bytes(long from, long to) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (bytes.hasRemaining() && reading.read(bytes, from + bytes.position()) >= 0) {
      // reads on
    }
    return bytes.array();
  }

  /**
   * Appends at the current end of the file, and syncs it to the disk. On failure, cuts off what was
   * written unless another writer has appended since.
   */
  void append(ByteBuffer bytes) throws IOException {
    append(appending, bytes);
  }

  /** Appends to a file that nobody else writes, as to one that is locked. */
  static void append(FileChannel appending, ByteBuffer bytes) throws IOException {
    long end = appending.size();
    try {
      while (bytes.hasRemaining()) {
        appending.write(bytes);
      }
      appending.force(false);
    } catch (IOException failed) {
      try {
        if (appending.size() <= end + bytes.position()) {
          appending.truncate(end);
        }
      } catch (IOException worse) {
        failed.addSuppressed(worse);
      }
      throw failed;
    }
  }

  /** Cuts off all bytes from an offset on. */
  void truncate(long end) throws IOException {
    appending.truncate(end);
    appending.force(false);
  }

  /** Closes the file where it is not itself locked, so that it can be replaced. */
  void closeToReplace() throws IOException {
    if (key.isEmpty()) {
      appending.close();
      reading.close();
    }
  }

  /** Returns the bytes of the file, which can be read without giving up the lock. */
  ByteSource source() {
    return new ByteSource() {
      @Override
      public InputStream openStream() {
        return new FromStart();
      }
    };
  }

  /** The bytes of the file from its start; the channel stays open. */
  private final class FromStart extends InputStream {
    private long at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = length == 0 ? 0 : reading.read(ByteBuffer.wrap(into, from, length), at);
      at += Math.max(0, got);
      return got;
    }
  }

  private static FileSystemException failure(Path file, String why) {
    return new FileSystemException(file.toString(), null, why);
  }
}
