package org.demarche.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.text.Nearest;

/**
 * Dossiers as files: {@code dossier.json}, one document for people and for version control.
 *
 * <p>Nothing is dropped in silence: a member that the format does not have is refused, and all
 * problems of a file are reported at once, each with file, line, column, record, field and
 * offending value. Nothing is half-loaded. Written files are canonical: the same dossier gives the
 * same bytes on every platform.
 *
 * <pre>{@code
 * Dossier dossier = Dossiers.read(Path.of("thaad.json"));
 * Dossiers.write(dossier, Path.of("copy.json"));
 * }</pre>
 */
public final class Dossiers {
  private Dossiers() {}

  /**
   * Reads a dossier from a file in UTF-8.
   *
   * @param file a {@code dossier.json}
   * @throws UncheckedIOException if there is no such file, it is a directory, or it cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public static Dossier read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(
            file.toString(), null, "it is a directory; a dossier.json is wanted");
      }
      return Document.read(text(Files.readAllBytes(file), file.toString()), file.toString());
    } catch (NoSuchFileException missing) {
      throw new UncheckedIOException(file + ": no such file" + nearest(file), missing);
    } catch (FileSystemException failed) {
      String reason = failed.getReason() == null ? "it cannot be read" : failed.getReason();
      throw new UncheckedIOException(file + ": " + reason, failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(file + ": it cannot be read: " + failed.getMessage(), failed);
    }
  }

  /**
   * Reads a dossier from a stream of bytes in UTF-8, to its end. The stream is left open.
   *
   * @param in the bytes of a {@code dossier.json}
   * @param name what to call it where a problem is reported, such as the name of a resource
   * @throws UncheckedIOException if the stream cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public static Dossier read(InputStream in, String name) {
    try {
      return Document.read(text(in.readAllBytes(), name), name);
    } catch (IOException failed) {
      throw new UncheckedIOException(name + ": it cannot be read: " + failed.getMessage(), failed);
    }
  }

  /**
   * Reads a dossier from the text of a {@code dossier.json}.
   *
   * @param json the whole document
   * @throws InvalidDossierException with every problem, if it holds no valid dossier; its places
   *     name the file “text”
   */
  public static Dossier parse(String json) {
    return Document.read(json, "text");
  }

  /**
   * Writes a dossier to a file, whole or not at all: to a temporary file beside it first, which
   * then takes its place.
   *
   * @param file is replaced where it exists, with its permissions kept; of a link, the file to
   *     which it leads
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  public static void write(Dossier dossier, Path file) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(format(dossier));
    try {
      Path target = target(file);
      // Not a temporary file of the JDK, which only its owner may read.
      Path temporary = target.resolveSibling(".demarche-" + UUID.randomUUID() + ".tmp");
      try {
        try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
        keepPermissions(target, temporary);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (AccessDeniedException denied) {
      throw new UncheckedIOException(
          file + ": it cannot be written: no permission to write in its folder", denied);
    } catch (FileSystemException failed) {
      String reason = failed.getReason() == null ? failed.getMessage() : failed.getReason();
      throw new UncheckedIOException(file + ": it cannot be written: " + reason, failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          file + ": it cannot be written: " + failed.getMessage(), failed);
    }
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

  /** The text of a dossier as {@link #write} writes it; {@link #parse} reads it back. */
  public static String format(Dossier dossier) {
    return Document.write(dossier);
  }

  private static String nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
      return "; there is no folder " + folder;
    }
    try (Stream<Path> beside = Files.list(folder)) {
      List<String> names = beside.map(p -> p.getFileName().toString()).sorted().toList();
      return Nearest.hint(file.getFileName().toString(), names, 3);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Decodes UTF-8 strictly. */
  private static String text(byte[] bytes, String file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String shown = text.startsWith(Document.MARK) ? text.substring(1) : text;
      String value = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
      throw new InvalidDossierException(
          List.of(
              Problem.builder()
                  .code(Problem.Code.SYNTAX)
                  .type("document")
                  .id("")
                  .field("")
                  .value(value)
                  .message(
                      "not UTF-8: the byte "
                          + value
                          + " at offset "
                          + in.position()
                          + " begins no character; save the file as UTF-8")
                  .place(Syntax.place(shown, shown.length(), file))
                  .build()));
    }
    return text;
  }
}
