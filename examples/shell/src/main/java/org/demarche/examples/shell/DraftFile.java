package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
  private String known = "";

  DraftFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /**
   * Reads the lines. Each character is a byte of the file, so that a line is written as it was read
   * whatever its encoding.
   */
  ImmutableList<String> read() {
    known = content();
    return known.lines().filter(line -> !line.isBlank()).collect(ImmutableList.toImmutableList());
  }

  private String content() {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  /** Returns the number of a line, from 1, as the file was last read or written. */
  int number(String line) {
    return known.lines().toList().indexOf(line) + 1;
  }

  /**
   * Returns the steps of the draft on a line.
   *
   * @throws IllegalArgumentException if the line is not a draft
   */
  static ImmutableList<ImmutableList<String>> steps(String line) {
    ImmutableList<ImmutableList<String>> steps;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      steps =
          Arrays.stream(JSON.readValue(text, String[][].class))
              .map(ImmutableList::copyOf)
              .collect(ImmutableList.toImmutableList());
    } catch (CharacterCodingException broken) {
      throw new IllegalArgumentException("the line is not in UTF-8", broken);
    } catch (JacksonException | NullPointerException broken) {
      throw new IllegalArgumentException("the line is not a draft", broken);
    }
    boolean isStarted =
        !steps.isEmpty() && steps.get(0).size() == 4 && steps.get(0).get(0).equals("code");
    if (!isStarted || !steps.stream().allMatch(DraftFile::isStep)) {
      throw new IllegalArgumentException("the line is not a draft");
    }
    return steps;
  }

  private static boolean isStep(List<String> step) {
    return !step.isEmpty() && (!step.get(0).equals("quote") || step.size() == 2);
  }

  /** Returns the line of a draft. */
  static String line(List<? extends List<String>> steps) {
    return new String(
        JSON.writeValueAsString(steps).getBytes(StandardCharsets.UTF_8),
        StandardCharsets.ISO_8859_1);
  }

  /**
   * Checks that nobody else has written the file.
   *
   * @throws IllegalStateException if it is not as this object last read or wrote it
   */
  void requireOwn() {
    if (!content().equals(known)) {
      throw changed(file);
    }
  }

  /** Returns the refusal to write a file of a topic over what another program wrote. */
  static IllegalStateException changed(Path file) {
    return new IllegalStateException(
        "another program has changed %s, which stays as it is; open the record again by openRecord(\"%s\")"
            .formatted(file, file.getParent()));
  }

  /** Replaces the lines; they are on the disk when this returns. */
  void write(List<String> lines) {
    requireOwn();
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, text, StandardCharsets.ISO_8859_1);
      try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      known = text;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }
}
