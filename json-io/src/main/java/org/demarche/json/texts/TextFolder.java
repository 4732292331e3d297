package org.demarche.json.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.tables.StrictText;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** A reader of the texts in a folder and its subfolders. All problems are collected. */
public final class TextFolder {
  private static final ImmutableList<String> ENDINGS = ImmutableList.of(".txt", ".md");
  private static final int BUFFER = 1 << 13;

  private final Path folder;
  private final HeapBudget budget;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Path> files = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private TextFolder(Path folder, HeapBudget budget) {
    this.folder = folder;
    this.budget = budget;
  }

  /**
   * Reads the texts of a folder.
   *
   * @return each text by the name of its file without the ending, in the order of the paths
   * @throws UncheckedIOException if the folder or a file cannot be read, or if it has no text
   * @throws InvalidDossierException with every problem of the texts
   */
  public static ImmutableMap<String, String> read(Path folder) {
    return HeapBudget.within(folder.toString(), budget -> read(folder, budget));
  }

  private static ImmutableMap<String, String> read(Path folder, HeapBudget budget) {
    TextFolder reader = new TextFolder(folder, budget);
    reader.read();
    if (!reader.problems.isEmpty()) {
      throw new InvalidDossierException(reader.problems);
    }
    return ImmutableMap.copyOf(reader.texts);
  }

  private void read() {
    long total = 0;
    for (Path file : list()) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      String id = name.substring(0, name.lastIndexOf('.'));
      Path other = files.putIfAbsent(id, file);
      if (other != null) {
        report(
            file,
            Problem.Code.DUPLICATE_ID,
            id,
            "a second text of source '" + id + "'; the first is " + other,
            1,
            1);
      } else {
        try {
          total += Files.size(file);
          if (total > Limits.TEXTS_BYTES) {
            String message =
                "the texts up to this one are larger than the limit of %s bytes together; read several folders"
                    .formatted(Limits.TEXTS_BYTES);
            report(file, Problem.Code.TOO_LARGE, id, message, 1, 1);
            return;
          }
          read(file, id);
        } catch (IOException failed) {
          throw FileErrors.unreadable(file.toString(), failed);
        }
      }
    }
  }

  private List<Path> list() {
    FileErrors.requireNamed(folder);
    try (Stream<Path> within = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found =
          within.filter(TextFolder::isText).filter(Files::isRegularFile).sorted().toList();
      if (found.isEmpty()) {
        throw new FileSystemException(
            folder.toString(), null, "the folder has no .txt or .md file");
      }
      return found;
    } catch (UncheckedIOException failed) {
      throw FileErrors.unreadable(folder.toString(), Objects.requireNonNull(failed.getCause()));
    } catch (IOException failed) {
      throw FileErrors.unreadable(folder.toString(), failed);
    }
  }

  private static boolean isText(Path file) {
    String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private void read(Path file, String id) throws IOException {
    StringBuilder text = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new StrictText(
                BoundedInput.ofUnpacked(Files.newInputStream(file), Limits.TEXT_BYTES, budget),
                StandardCharsets.UTF_8,
                "save the text in UTF-8"))) {
      ByteOrderMark.skip(reader);
      char[] buffer = new char[BUFFER];
      for (int got = reader.read(buffer); got >= 0; got = reader.read(buffer)) {
        text.append(buffer, 0, got);
      }
    } catch (StrictText.BadByte bad) {
      badByte(file, text, bad);
      return;
    } catch (BoundedInput.TooLarge large) {
      String message =
          "larger than the limit of %s bytes for one text; split the source"
              .formatted(Limits.TEXT_BYTES);
      report(file, Problem.Code.TOO_LARGE, id, message, 1, 1);
      return;
    }
    if (text.indexOf("\0") >= 0) {
      String message = "it has the character U+0000, so it is no text in UTF-8; save it in UTF-8";
      report(file, Problem.Code.SYNTAX, text, text.indexOf("\0"), message);
    } else if (text.toString().isBlank()) {
      report(file, Problem.Code.BLANK, id, "the text is blank", 1, 1);
    } else {
      texts.put(id, text.toString().replace("\r\n", "\n").replace('\r', '\n'));
    }
  }

  /** Reports a byte after the text that was decoded. */
  private void badByte(Path file, StringBuilder before, StrictText.BadByte bad) {
    String message = Objects.toString(bad.getMessage(), "");
    boolean isUtf16 =
        before.isEmpty() && (message.contains("byte 0xFF") || message.contains("byte 0xFE"));
    report(
        file,
        Problem.Code.SYNTAX,
        before,
        before.length(),
        isUtf16 ? "the text is in UTF-16; save it in UTF-8" : message);
  }

  private void report(Path file, Problem.Code code, CharSequence text, int offset, String message) {
    String before =
        text.subSequence(0, offset).toString().replace("\r\n", "\n").replace('\r', '\n');
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    report(
        file,
        code,
        "",
        message,
        line,
        offset == 0 ? 1 : before.length() - before.lastIndexOf('\n'));
  }

  private void report(
      Path file, Problem.Code code, String value, String message, int line, int column) {
    problems.add(
        FileErrors.problem(code, value, message, new Problem.Place(file.toString(), line, column)));
  }
}
