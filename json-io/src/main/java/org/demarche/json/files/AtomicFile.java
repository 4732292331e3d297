package org.demarche.json.files;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * An atomic replacement of a file: the text goes to a temporary file in the same folder, which is
 * then renamed.
 */
public final class AtomicFile {
  /** The number of symbolic links in a row that Linux follows. */
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /**
   * Writes a file in UTF-8, packed with gzip if its name ends in {@code .gz}.
   *
   * @param file is replaced if it exists, and keeps its owner, group and permissions; a symbolic
   *     link is followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void write(Path file, TextOutput.Body body) {
    writeBytes(
        file,
        bytes -> {
          if (FileEndings.isPacked(file.toString())) {
            GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16);
            TextOutput.copy(body, gzip);
            gzip.finish();
          } else {
            TextOutput.copy(body, bytes);
          }
        });
  }

  /** The content of a file. */
  public interface Content {
    /** Writes the content, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param file is replaced if it exists, and keeps its owner, group and permissions; a symbolic
   *     link is followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void writeBytes(Path file, Content content) {
    guarded(
        file,
        () -> {
          Path target = target(file);
          replace(target, target, content, () -> true);
          return true;
        });
  }

  /**
   * Writes a file with the permissions of another, and with its group. If the group cannot be set,
   * no group may read or write the file.
   *
   * @param model the other file, whose permissions are not taken over if it does not exist
   * @param file is replaced if it exists; a symbolic link is followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void writeBytesLike(Path model, Path file, Content content) {
    guarded(file, () -> replace(model, target(file), content, () -> true));
  }

  /**
   * Writes a file of lines in UTF-8. Those who {@linkplain LockedAppend append} to the file wait
   * until it has its name.
   *
   * @param file is replaced if it exists, and keeps its owner, group and permissions; a symbolic
   *     link is followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void writeLines(Path file, TextOutput.Body body) {
    guarded(
        file,
        () -> {
          Path target = target(file);
          while (!Files.exists(target)) {
            if (replace(target, target, out -> TextOutput.copy(body, out), () -> false)) {
              return true;
            }
          }
          return LockedFile.existing(target, locked -> replace(locked, target, now -> body));
        });
  }

  /** The new content of a file, made from the content that it has. */
  public interface Change {
    /** Returns the new content. */
    TextOutput.Body of(ByteSource now) throws IOException;
  }

  /**
   * Reads a file of lines and writes it anew. Those who {@linkplain LockedAppend append} to the
   * file wait from before it is read until it has its name.
   *
   * @param file is replaced, and keeps its owner, group and permissions; a symbolic link is
   *     followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void change(Path file, Change change) {
    guarded(
        file,
        () -> {
          Path target = target(file);
          if (!Files.exists(target)) {
            throw FileErrors.unreadable(
                file.toString(), new NoSuchFileException(target.toString()));
          }
          return LockedFile.existing(target, locked -> replace(locked, target, change));
        });
  }

  /** Replaces a file while it is locked. */
  private static boolean replace(LockedFile locked, Path target, Change change) throws IOException {
    long size = locked.size();
    TextOutput.Body body = change.of(locked.source());
    Content content = out -> TextOutput.copy(body, out);
    return replace(
        target,
        target,
        content,
        () -> {
          if (locked.size() != size || !locked.isCurrent()) {
            throw failure(target, "others wrote to it meanwhile; try again");
          }
          locked.closeToReplace();
          return true;
        });
  }

  private interface Writing {
    boolean run() throws IOException;
  }

  private static void guarded(Path file, Writing writing) {
    try {
      writing.run();
    } catch (IOException failed) {
      throw FileErrors.unwritable(file, failed);
    } catch (OutOfMemoryError full) { // what was written so far is unreachable by now
      throw FileErrors.unwritable(file, HeapBudget.full());
    }
  }

  /**
   * Writes a temporary file beside a file, and gives it its name.
   *
   * @param isReplaced tells, once the temporary file is written, whether it replaces a file of that
   *     name; if not, it gets the name only if no file has it
   * @return whether it got the name
   */
  private static boolean replace(Path model, Path target, Content content, Writing isReplaced)
      throws IOException {
    Path temporary = target.resolveSibling(".demarche-" + UUID.randomUUID() + ".tmp");
    try {
      if (!createLike(model, temporary) && model.equals(target)) {
        throw failure(
            target,
            "it belongs to "
                + Files.getOwner(target).getName()
                + ", who would no longer own it; write another file, or remove this one first");
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        content.writeTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      if (isReplaced.run()) {
        move(temporary, target);
      } else if (!isNamed(temporary, target)) {
        return false;
      }
      syncFolder(target);
      return true;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Gives a file a name, unless another file has it.
   *
   * @return whether it has the name
   */
  private static boolean isNamed(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file); // which replaces nothing, even if another file appears now
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException unknown) {
      move(file, name); // where the system knows no second names
      return true;
    }
  }

  /**
   * Creates a file with the permissions of another from the beginning.
   *
   * @return whether it has the owner of the other
   */
  static boolean createLike(Path model, Path file) throws IOException {
    // A temporary file of the JDK would be readable by its owner only.
    Files.createFile(file, Permissions.untilCopied(model));
    return Permissions.copy(model, file);
  }

  /**
   * Requires that a path names a file that can be replaced, or none.
   *
   * @throws UncheckedIOException if it names a folder, a pipe or a device, may not be written, or
   *     is a symbolic link that leads to itself
   */
  public static void requireReplaceable(Path file) {
    guarded(file, () -> Files.exists(target(file)));
  }

  /** Returns the file to replace: the last target of the path if it is a symbolic link. */
  private static Path target(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw failure(file, "it is a directory");
    }
    Path target = Files.exists(file) ? file.toRealPath() : lastTarget(file.toAbsolutePath());
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw failure(file, "there is no folder " + folder);
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw failure(file, "it is no file, but a pipe or a device");
    }
    Permissions.requireWritable(target);
    return target;
  }

  /** Returns the path to which symbolic links lead that lead to no file. */
  static Path lastTarget(Path link) throws IOException {
    Path target = link;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw failure(link, "symbolic links form a cycle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static FileSystemException failure(Path file, String why) {
    return new FileSystemException(file.toString(), null, why);
  }

  /** Syncs the parent directory, so that a new or renamed file survives a power loss. */
  static void syncFolder(Path file) throws IOException {
    FileChannel folder;
    try {
      folder = FileChannel.open(file.getParent(), StandardOpenOption.READ);
    } catch (IOException notOpened) {
      return; // such a system opens no folders; the file itself is synced, which is all it offers
    }
    try (folder) {
      folder.force(true);
    }
  }
}
