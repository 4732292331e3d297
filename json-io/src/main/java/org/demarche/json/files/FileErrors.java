package org.demarche.json.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/** Words for failures of files: exceptions of input and output, and problems of a whole file. */
public final class FileErrors {
  private static final String INTERRUPTED = "the thread was interrupted";

  private FileErrors() {}

  /** Returns the exception for a file that cannot be read; a mistyped name gets a suggestion. */
  public static UncheckedIOException unreadable(String file, IOException failed) {
    String why;
    if (failed instanceof NoSuchFileException) {
      why = "no such file" + nearest(Path.of(file));
    } else if (failed instanceof FileSystemLoopException loop) {
      why = "symbolic links form a cycle, at " + loop.getFile();
    } else if (failed instanceof ClosedByInterruptException) {
      why = INTERRUPTED;
    } else if (failed instanceof EOFException) {
      why = "damaged or truncated gzip file: it ends too early";
    } else if (failed instanceof ZipException) {
      why = "damaged or truncated gzip file: " + failed.getMessage();
    } else if (failed instanceof FileSystemException system) {
      why = system.getReason() == null ? "cannot be read" : system.getReason();
    } else {
      why = "cannot be read: " + failed.getMessage();
    }
    return new UncheckedIOException(ShownValue.whole(file + ": " + why), failed);
  }

  private static String nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
      return "; there is no folder " + folder;
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      List<String> names = siblings.map(p -> p.getFileName().toString()).sorted().toList();
      return Nearest.hint(file.getFileName().toString(), names, 3);
    } catch (IOException unlisted) {
      return "";
    }
  }

  /** Refuses an empty path, which would be the working directory. */
  public static void requireNamed(Path path) {
    if (path.toString().isEmpty()) {
      throw unreadable(
          "", new FileSystemException("", null, "an empty path names no file; “.” is this folder"));
    }
  }

  /** Returns the exception for a file that cannot be written. */
  public static UncheckedIOException unwritable(Path file, IOException failed) {
    String why = failed.getMessage();
    if (failed instanceof AccessDeniedException denied) {
      why =
          file.toString().equals(denied.getFile()) && Files.exists(file)
              ? "no permission to write it"
              : "no permission to write in its folder";
    } else if (failed instanceof ClosedByInterruptException) {
      why = INTERRUPTED;
    } else if (failed instanceof NoSuchFileException) {
      why = "there is no folder " + file.toAbsolutePath().getParent();
    } else if (failed instanceof FileSystemException system && system.getReason() != null) {
      why = system.getReason();
    }
    return new UncheckedIOException(ShownValue.whole(file + ": cannot be written: " + why), failed);
  }

  /** Returns a problem of a file as a whole, not of a record. */
  public static Problem problem(
      Problem.Code code, String value, String message, Problem.Place place) {
    return Problem.of(code, "document", "", "", value, message).at(place);
  }

  /** Returns the problem of a file with more bytes than its limit. */
  public static Problem tooLarge(BoundedInput.TooLarge large, String file) {
    return problem(
        Problem.Code.TOO_LARGE,
        "",
        Objects.requireNonNull(large.getMessage()),
        new Problem.Place(file, 1, 1));
  }

  /** Returns the exception for a file that is refused because of one problem. */
  public static InvalidDossierException refused(Problem problem) {
    return new InvalidDossierException(List.of(problem));
  }
}
