package org.demarche.json.files;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The list of the dossier files in a folder and its subfolders. */
public final class DossierFolder {
  private DossierFolder() {}

  /**
   * Returns the path itself if it is not a folder; otherwise the dossier files in the folder, in
   * the order of their paths.
   *
   * @throws UncheckedIOException if the folder cannot be listed or has no such file
   */
  public static List<Path> files(Path path) {
    FileErrors.requireNamed(path);
    if (!Files.isDirectory(path)) {
      return ImmutableList.of(path);
    }
    try (Stream<Path> within = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          within
              .filter(file -> FileEndings.isDossier(file.toString()))
              .filter(file -> !Files.isDirectory(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new UncheckedIOException(
            new FileSystemException(
                path.toString(), null, "the folder has no .json or .jsonl file, packed or not"));
      }
      return files;
    } catch (UncheckedIOException failed) {
      throw FileErrors.unreadable(path.toString(), Objects.requireNonNull(failed.getCause()));
    } catch (IOException failed) {
      throw FileErrors.unreadable(path.toString(), failed);
    }
  }
}
