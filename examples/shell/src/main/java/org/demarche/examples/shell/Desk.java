package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.demarche.Claims;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
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
              "thaad.asOf(\"2022-08-11\").holders(\"3n-promise\")"),
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
   * Saves an answer or a record.
   *
   * @param what an answer, claims, or a text, as the name of the file says: {@code .json}, {@code
   *     .csv}, {@code .md}, {@code .txt}; a Tracker or a dossier as {@code .json} or {@code
   *     .jsonl}; JSON and CSV packed, where the name goes on with {@code .gz}
   * @return what was written, in words
   * @throws IllegalArgumentException if there is no such form of it
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  public static String save(Object what, String path) {
    Path file = path(path);
    String name = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
    if (what instanceof Tracker tracker) {
      return save(tracker.dossier(), path);
    }
    if (path.endsWith(".md") || path.endsWith(".txt")) {
      write(path.endsWith(".md") ? markdown(what) : Shown.in(Style.whole(), what), file);
    } else if (what instanceof Dossier dossier && name.matches(".*\\.jsonl?")) {
      Dossiers.write(dossier, file);
    } else if (what instanceof Answer answer && name.matches(".*\\.(json|csv)")) {
      Answers.write(answer, file);
    } else if (what instanceof Claims claims && name.matches(".*\\.(json|csv)")) {
      Answers.write(claims.chronology(), file);
    } else {
      throw new IllegalArgumentException(
          "'"
              + path
              + "' names no form of this: an answer is saved as .json, .csv, .md or .txt,"
              + " a record as .json or .jsonl, anything else as .md or .txt");
    }
    return "saved " + file.toAbsolutePath().normalize();
  }

  private static void write(String text, Path file) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path path(String path) {
    return path.startsWith("~/")
        ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
        : Path.of(path);
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
