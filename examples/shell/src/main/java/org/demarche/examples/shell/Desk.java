package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Viewpoint;
import org.demarche.json.Answers;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.text.Style;

/**
 * What the shell has beside the library: files in and out, and answers whole, as Markdown or in
 * plain signs.
 *
 * <pre>{@code
 * var record = open("claims.jsonl");
 * save(record.compare("rok", "prc"), "comparison.csv");
 * }</pre>
 */
public final class Desk {
  private static final ImmutableList<List<String>> QUESTIONS =
      ImmutableList.of(
          List.of(
              "Where did Seoul stand, and on what evidence?",
              "thaad.asOf(\"2022-08-11\").position(\"rok\", \"additional-thaad\")"),
          List.of(
              "And five years before?",
              "thaad.asOf(\"2017-11-24\").position(\"rok\", \"additional-thaad\")"),
          List.of(
              "Where do Seoul and Beijing agree, and where not?",
              "thaad.asOf(\"2022-08-11\").compare(\"rok\", \"prc\")"),
          List.of(
              "Who calls the three nos a promise?",
              "thaad.asOf(\"2022-08-11\").positionsOn(\"3n-promise\")"),
          List.of(
              "How did Beijing's position on them change?",
              "thaad.history(\"prc\", \"three-nos\")"),
          List.of(
              "How do three governments of Seoul compare?",
              "thaad.administrations(\"rok\").onIssue(\"three-nos-content\")"),
          List.of(
              "What did each side tell of one meeting?", "thaad.readouts(\"qingdao-2022-08-09\")"),
          List.of(
              "What hangs on one source?",
              "thaad.differencesTo(thaad.without(\"ET22\")).party(\"rok\")"),
          List.of(
              "What did Beijing urge?", "thaad.claims().party(\"prc\").force(URGE).chronology()"),
          List.of("What else can be asked about?", "thaad.propositions()"));

  private Desk() {}

  static ImmutableList<List<String>> questions() {
    return QUESTIONS;
  }

  /** Ten questions to try, and what else there is. */
  public static String help() {
    StringBuilder text =
        new StringBuilder("Ten questions to try; thaad is a record of five articles:\n");
    QUESTIONS.forEach(question -> text.append("\n  %s\n    %s".formatted(question.toArray())));
    return text
        + """


        open("claims.json")     your own record: .json, .jsonl or .gz, or a folder
        save(answer, "a.csv")   an answer as .json, .csv, .md or .txt, a record as
                                .json or .jsonl
        whole(answer)           every row and every word of it
        markdown(answer)        for a brief, whole; ascii(answer) in plain signs

        Tab completes: thaad.<Tab> shows what can be asked. Who and what is on
        record: thaad.dossier().actors(), thaad.propositions(). /exit leaves.""";
  }

  /**
   * Opens a record.
   *
   * @param path a file or folder
   * @param more others, to be put together with it
   * @throws org.demarche.model.InvalidDossierException if they do not hold a record; it says what
   *     is wrong, and where
   * @throws UncheckedIOException if one cannot be read
   */
  public static Tracker open(String path, String... more) {
    Path[] files = Arrays.stream(more).map(Desk::existing).toArray(Path[]::new);
    return Tracker.of(Dossiers.read(existing(path), files));
  }

  private static Path existing(String path) {
    Path file = path(path);
    if (!Files.exists(file)) {
      Path folder = Path.of("").toAbsolutePath();
      throw new IllegalArgumentException(
          "there is no file '%s' in %s; give its whole path".formatted(path, folder));
    }
    return file;
  }

  /**
   * Saves an answer or a record to a file, in the form that the ending of its name states.
   *
   * @param what an answer or claims, as {@code .json}, {@code .csv}, {@code .md} or {@code .txt}; a
   *     Tracker or a dossier, as {@code .json} or {@code .jsonl}; or any other value, as {@code
   *     .md} or {@code .txt}; answers and records are packed if the name ends in {@code .gz}
   * @param path the name of the file
   * @return what was written, in words
   * @throws IllegalArgumentException if the ending states no form of the value
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static String save(Object what, String path) {
    if (what instanceof Optional<?> optional && optional.isPresent()) {
      return save(optional.get(), path);
    }
    Path file = path(path).toAbsolutePath().normalize();
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new IllegalArgumentException(
          "there is no folder %s to save '%s' in".formatted(file.getParent(), path));
    }
    if (what instanceof Tracker tracker) {
      Dossiers.write(whole(tracker), record(file, path));
    } else if (what instanceof Dossier dossier) {
      Dossiers.write(dossier, record(file, path));
    } else if (what instanceof Answer answer) {
      Answers.write(answer, file);
    } else if (what instanceof ClaimQuery claims && !isText(path)) {
      Answers.write(claims.chronology(), file);
    } else if (isText(path)) {
      write(path.endsWith(".md") ? markdown(what) : Shown.in(Style.whole(), what), file);
    } else {
      throw new IllegalArgumentException(
          "a text is saved as .md or .txt, not as '%s'".formatted(path));
    }
    return "saved " + file;
  }

  private static Path record(Path file, String path) {
    if (!path.matches(".*\\.jsonl?(\\.gz)?")) {
      throw new IllegalArgumentException(
          "a record is saved as .json or .jsonl, not as '%s'".formatted(path));
    }
    return file;
  }

  private static boolean isText(String path) {
    return path.matches(".*\\.(md|txt)");
  }

  /** The record of a Tracker, if it looks at all of it. */
  private static Dossier whole(Tracker tracker) {
    Viewpoint whole = Tracker.of(tracker.dossier()).viewpoint();
    if (!tracker.viewpoint().equals(whole)) {
      throw new IllegalArgumentException(
          "this Tracker looks at its record "
              + tracker.viewpoint()
              + ", and a record is saved whole: save its dossier(), or an answer");
    }
    return tracker.dossier();
  }

  /** Writes a text to a temporary file in the same folder, which is then renamed. */
  private static void write(String text, Path file) {
    try {
      Path temporary = Files.createTempFile(file.getParent(), ".demarche-", ".tmp");
      try {
        Files.writeString(temporary, text + "\n");
        Files.move(
            temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path path(String path) {
    return path.startsWith("~/")
        ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
        : Path.of(path);
  }

  /** How to leave. */
  public static String exit() {
    return "To leave, type /exit or Ctrl-D.";
  }

  /** How to leave. */
  public static String quit() {
    return exit();
  }

  /** Every row of an answer, and every quotation in full, in the width of the screen. */
  public static String whole(Object answer) {
    return Shown.in(Style.whole().width(Terminal.width()), answer);
  }

  /** An answer as Markdown, whole. */
  public static String markdown(Object answer) {
    return Shown.in(Style.whole().form(Style.Form.MARKDOWN), answer);
  }

  /** An answer in plain signs and quotation marks, whole. */
  public static String ascii(Object answer) {
    return Shown.in(Style.whole().form(Style.Form.ASCII).width(Terminal.width()), answer);
  }
}
