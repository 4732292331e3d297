package org.demarche.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A file being replaced, whole or not at all: what is written goes to a temporary file beside it
 * first, which then takes its place.
 */
final class AtomicFile {
  private AtomicFile() {}

  /** What writes the text of a file. */
  interface Body {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes a file in UTF-8, packed with gzip where its name ends in {@code .gz}.
   *
   * @param file is replaced where it exists, with its permissions kept; of a link, the file to
   *     which it leads
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  static void write(Path file, Body body) {
    try {
      Path target = target(file);
      // Not a temporary file of the JDK, which only its owner may read.
      Path temporary = target.resolveSibling(".demarche-" + UUID.randomUUID() + ".tmp");
      try {
        try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          write(channel, file.toString().toLowerCase(Locale.ROOT).endsWith(".gz"), body);
          channel.force(true);
        }
        keepPermissions(target, temporary);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        remember(target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw unwritable(file, failed);
    }
  }

  private static void write(FileChannel channel, boolean packed, Body body) throws IOException {
    OutputStream bytes = Channels.newOutputStream(channel);
    if (packed) {
      GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16);
      body(gzip, body);
      gzip.finish();
    } else {
      body(bytes, body);
    }
  }

  private static void body(OutputStream out, Body body) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    try {
      body.write(text);
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
    text.flush();
  }

  /** The file itself, where what is given is a link to it. */
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

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from)
        && Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /** Has the folder know its new file before a loss of power; not every system opens folders. */
  static void remember(Path file) throws IOException {
    FileChannel folder;
    try {
      folder = FileChannel.open(file.getParent(), StandardOpenOption.READ);
    } catch (IOException notOpened) {
      return; // the file itself is on the disk, which is all that such a system promises
    }
    try (folder) {
      folder.force(true);
    }
  }

  static UncheckedIOException unwritable(Path file, IOException failed) {
    String why = failed.getMessage();
    if (failed instanceof AccessDeniedException denied) {
      why =
          file.toString().equals(denied.getFile()) && Files.exists(file)
              ? "no permission to write it"
              : "no permission to write in its folder";
    } else if (failed instanceof NoSuchFileException) {
      why = "there is no folder " + file.toAbsolutePath().getParent();
    } else if (failed instanceof FileSystemException system && system.getReason() != null) {
      why = system.getReason();
    }
    return new UncheckedIOException(file + ": it cannot be written: " + why, failed);
  }
}
