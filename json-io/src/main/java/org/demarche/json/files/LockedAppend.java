package org.demarche.json.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * An append of lines to a file, under a lock and synced to the disk: one writer at a time, and
 * acknowledged lines survive a crash.
 */
public final class LockedAppend {
  /** The ending of the file beside a file, which has what a repair cut off. */
  private static final String TORN = ".torn";

  private static final int TAIL = 1 << 16;

  /** The number of bytes by which a file of lines is told from another file. */
  private static final int BEGINNING = 64;

  private final Path file;
  private final LastLine lastLine;

  /** A judgement on a last line without a line feed. */
  public interface LastLine {
    /**
     * Tests whether the line was cut off while it was written.
     *
     * @param start how many bytes of the file precede it
     */
    boolean isTorn(byte[] line, long start);

    /** Tests whether a file that begins with some bytes has lines at all. */
    boolean isOfLines(byte[] beginning);

    /** Tests whether the line lacks nothing but its line feed. */
    boolean isWhole(byte[] line);
  }

  /** Creates an appender. */
  public LockedAppend(Path file, LastLine lastLine) {
    this.file = file;
    this.lastLine = lastLine;
  }

  /**
   * Appends lines.
   *
   * @param header the lines with which a new file begins
   * @param lines the lines, each with its line feed
   */
  public void append(String header, String lines) throws IOException {
    boolean isNew = !Files.exists(file);
    while (!LockedFile.creating(file, locked -> append(locked, header, lines))) {
      // the file was replaced although it was locked, and the lines went to the old one
    }
    if (isNew) {
      AtomicFile.syncFolder(file.toAbsolutePath());
    }
  }

  private boolean append(LockedFile locked, String header, String lines) throws IOException {
    requireUnpacked(locked);
    String begin = locked.size() == 0 ? header : separator(locked);
    locked.append(StandardCharsets.UTF_8.encode(begin + lines));
    return locked.isCurrent();
  }

  /** Returns the line feed that the last line lacks, if it lacks one. */
  private String separator(LockedFile locked) throws IOException {
    byte[] last = lastLine(locked);
    long start = locked.size() - last.length;
    if (isTorn(locked, last)) {
      throw failure(
          "the last line is torn, from byte "
              + start
              + " on: remove it with Dossiers.repair(…) before appending");
    }
    if (!lastLine.isWhole(last)) {
      throw failure(
          "the last line, from byte " + start + " on, is no whole record: correct it first");
    }
    return last.length == 0 ? "" : "\n";
  }

  /**
   * Removes a torn last line, and returns what it held. Its bytes are added to a file beside this
   * one first, whose name ends in {@code .torn}.
   */
  public Optional<String> repair() throws IOException {
    return LockedFile.existing(
        file,
        locked -> {
          requireUnpacked(locked);
          byte[] last = lastLine(locked);
          if (!isTorn(locked, last)) {
            return Optional.empty();
          }
          keep(last);
          locked.truncate(locked.size() - last.length);
          return Optional.of(new String(last, StandardCharsets.UTF_8));
        });
  }

  private boolean isTorn(LockedFile locked, byte[] last) throws IOException {
    long start = locked.size() - last.length;
    return lastLine.isOfLines(locked.bytes(0, Math.min(BEGINNING, start)))
        && lastLine.isTorn(last, start);
  }

  private void keep(byte[] torn) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + TORN);
    if (Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
        throw failure("the torn line cannot be kept: " + beside.getFileName() + " is no file");
      }
    } else {
      AtomicFile.createLike(file, beside);
    }
    Permissions.requireWritable(beside);
    try (FileChannel kept = FileChannel.open(beside, StandardOpenOption.APPEND)) {
      LockedFile.append(kept, ByteBuffer.wrap(torn)); // under the lock of the file itself
    }
    AtomicFile.syncFolder(beside.toAbsolutePath());
  }

  private void requireUnpacked(LockedFile locked) throws IOException {
    byte[] begin = locked.bytes(0, Math.min(2, locked.size()));
    if (begin.length == 2 && begin[0] == 0x1f && begin[1] == (byte) 0x8b) {
      throw failure("it is packed with gzip; a packed file cannot be appended to");
    }
  }

  private FileSystemException failure(String why) {
    return new FileSystemException(file.toString(), null, why);
  }

  /** Returns the bytes after the last line feed. */
  private static byte[] lastLine(LockedFile locked) throws IOException {
    long end = locked.size();
    for (long to = end; to > 0; to -= TAIL) {
      long from = Math.max(0, to - TAIL);
      byte[] tail = locked.bytes(from, to);
      for (int i = tail.length - 1; i >= 0; i--) {
        if (tail[i] == '\n') {
          return locked.bytes(from + i + 1, end);
        }
      }
    }
    return locked.bytes(0, end);
  }
}
