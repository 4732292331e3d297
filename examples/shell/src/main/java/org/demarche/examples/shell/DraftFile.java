package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of unfinished drafts beside a dossier, from which they are taken up again after a crash.
 * Each line is a draft: a JSON array of its steps, each an array of strings.
 *
 * <pre>{@code
 * [["code","KT17","14","Seoul is not …"],["principals","rok"],["quote","not deploying any"]]
 * }</pre>
 */
final class DraftFile {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  DraftFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /**
   * Reads the steps of each draft.
   *
   * @throws IllegalArgumentException if a line is not a draft; the message has its number
   */
  ImmutableList<ImmutableList<ImmutableList<String>>> read() {
    ImmutableList.Builder<ImmutableList<ImmutableList<String>>> drafts = ImmutableList.builder();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        drafts.add(draft(lines.get(i), i + 1));
      }
      return drafts.build();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  private ImmutableList<ImmutableList<String>> draft(String line, int number) {
    try {
      return Arrays.stream(JSON.readValue(line, String[][].class))
          .map(ImmutableList::copyOf)
          .collect(ImmutableList.toImmutableList());
    } catch (JacksonException | NullPointerException broken) {
      throw new IllegalArgumentException(
          file + ":" + number + ": not a draft; correct the line, or delete it", broken);
    }
  }

  /** Replaces the drafts; they are on the disk when this returns. */
  void write(List<? extends List<? extends List<String>>> drafts) {
    StringBuilder text = new StringBuilder();
    drafts.forEach(draft -> text.append(JSON.writeValueAsString(draft)).append('\n'));
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }
}
