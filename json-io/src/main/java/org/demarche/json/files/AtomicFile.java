package org.demarche.json.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
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
  private AtomicFile() {}

  /**
   * Writes a file in UTF-8, packed with gzip if its name ends in {@code .gz}.
   *
   * @param file is replaced if it exists, and keeps its permissions; a symbolic link is followed
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
   * @param file is replaced if it exists, and keeps its permissions; a symbolic link is followed
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void writeBytes(Path file, Content content) {
    writeBytesLike(file, file, content);
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
    try {
      Path target = target(file);
      // A temporary file of the JDK would be readable by its owner only.
      Path temporary = target.resolveSibling(".demarche-" + UUID.randomUUID() + ".tmp");
      try {
        try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          Permissions.copy(model, temporary);
          content.writeTo(Channels.newOutputStream(channel));
          channel.force(true);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw FileErrors.unwritable(file, failed);
    }
  }

  /** Returns the file to replace: the target of the path if it is a symbolic link. */
  private static Path target(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    Path target = file.toAbsolutePath();
    if (Files.exists(file)) {
      target = file.toRealPath();
    } else if (Files.isSymbolicLink(file)) {
      target = target.resolveSibling(Files.readSymbolicLink(file));
    }
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileSystemException(file.toString(), null, "there is no folder " + folder);
    }
    return target;
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
