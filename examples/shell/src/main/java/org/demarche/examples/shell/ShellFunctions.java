package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.Wording;
import org.demarche.brief.PartyProfiles;
import org.demarche.json.AnswerWriter;
import org.demarche.json.Answers;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.demarche.text.Printable;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.jspecify.annotations.Nullable;

/**
 * The functions that the shell adds to the library: opening and saving files, the language of
 * answers, and the forms in which answers print.
 *
 * <pre>{@code
 * var tracker = open("claims.jsonl");
 * save(tracker.compare("rok", "prc"), "comparison.csv");
 * }</pre>
 */
public final class ShellFunctions {
  private static final ImmutableList<List<String>> QUESTIONS =
      ImmutableList.of(
          List.of(
              "What was Seoul's position on more THAAD batteries, and on what evidence?",
              "thaad.asOf(\"2022-08-11\").position(\"rok\", \"additional-thaad\")"),
          List.of(
              "What was it five years earlier?",
              "thaad.asOf(\"2017-11-24\").position(\"rok\", \"additional-thaad\")"),
          List.of(
              "On which propositions do Seoul and Beijing agree or disagree?",
              "thaad.asOf(\"2022-08-11\").compare(\"rok\", \"prc\")"),
          List.of(
              "Which parties call the three nos a promise?",
              "thaad.asOf(\"2022-08-11\").positionsOn(\"3n-promise\")"),
          List.of(
              "How did Beijing's position on the three nos change over time?",
              "thaad.history(\"prc\", \"three-nos\")"),
          List.of(
              "How do the positions of successive governments in Seoul compare?",
              "thaad.administrations(\"rok\").onIssue(\"three-nos-content\")"),
          List.of(
              "How did each side describe the meeting?", "thaad.readouts(\"qingdao-2022-08-09\")"),
          List.of(
              "Which findings about Seoul depend on a single source?",
              "thaad.differencesTo(thaad.without(\"ET22\")).party(\"rok\")"),
          List.of(
              "What has Beijing urged others to do?",
              "thaad.claims().party(\"prc\").force(URGE).chronology()"),
          List.of("Which other propositions can I ask about?", "thaad.propositions()"));

  /** The largest number of warnings that open(…) shows. */
  private static final int WARNINGS_SHOWN = 3;

  /** The largest number of letters in the name of a page that show(…) writes. */
  private static final int LONGEST_NAME = 80;

  private static volatile Wording wording = Wording.english();

  private ShellFunctions() {}

  static ImmutableList<List<String>> questions() {
    return QUESTIONS;
  }

  /**
   * Returns the help text: ten questions to try, and the functions that the shell adds.
   *
   * @return the help text, of several lines
   */
  public static String help() {
    StringBuilder text =
        new StringBuilder(
            "Ten questions to try. thaad is a dossier coded from five news articles.\n");
    QUESTIONS.forEach(question -> text.append("\n  %s\n    %s".formatted(question.toArray())));
    return text
        + """


        open("claims.json")     opens your own dossier: .json, .jsonl, either one
                                gzipped (.gz), or a folder of such files
        save(answer, "a.csv")   saves an answer as .json, .csv, .xlsx, .md, .html
                                or .txt, one with a picture as .svg too, and a
                                dossier as .json or .jsonl; a brief as .html or
                                .md, or its sources as .csl.json, and
                                Brief.ofParties(tracker) as pages in a "folder"
        show(answer)            opens it in your browser, as a temporary page
        sentence(answer)        prints it in one line of sentences, to be pasted
        full(answer)            adds the derivation of each position
        codes(answer)           prints constants and ids in place of words
        language("ko")          prints further answers in Korean; also "en", "codes"
        whole(answer)           prints every row and the full quotations
        markdown(answer)        prints it in full as Markdown
        ascii(answer)           prints it in full, with ASCII marks and quotation marks

        Brief.of(thaad).parties("rok", "prc").on("three-nos", "3n-promise")
                                puts the answers on one page, to be saved or shown;
                                .between("2016", "2022") bounds it. With every
                                proposition (without .on) it is long. For PDF, show
                                it and print it from your browser
        Brief.ofParty(thaad, "rok")
                                the profile of one party; for positions on another
                                day, ask Brief.ofParty(thaad.asOf("2018"), "rok")
        open("examples/paris/src/main/resources/paris.json")
                                opens the second sample, on the Paris Agreement

        To code a topic of your own, from texts:

        newRecord("fishing")    makes a folder with states and heads to start from;
                                openRecord("fishing") opens it again, drafts too
        newMedium("wire", "The Wire"), newSource("W15", "wire", "Title", "2015-03-05"),
        newProposition(…), newPerson(…), newOrgan(…), newOccasion(…), add(record)
                                add records; add takes any that a builder makes
        text("W15")             prints its sentences, numbered, with their claims
        code("W15", 3)          starts a draft of a claim from the third
        quote("…"), speaker("…"), role("…"), principal("…"), asserted("…"),
        proposition("…"), stance(FOR), force(URGE), mode(INDIRECT), via("…"),
        due("…"), gist("…"), …
                                set a member, and say what is missing or wrong;
                                without a value they list what they take;
                                draft(stance(FOR), force(URGE)) prints only once
        forces("acknowledged")  says which forces a verb may express, and when
        coder("kim")            names who codes: this draft and those to come
        keep(), undo()          adds the claim; takes the last step back
        drafts()                lists unfinished drafts; resume(1) takes up the
                                first, drop() discards the current one
        importDrafts(FILE, CODER), review(ID, REVIEWER)
                                drafts from elsewhere; what a person has checked
        worklist(), check()     what is left to code; whether quotations are right
        topic()                 asks what you have coded: topic().claims()

        Press Tab to complete a name: thaad.<Tab> lists the questions you can ask.
        thaad.dossier().actors() and thaad.propositions() list the ids to use.
        Type /exit to leave.""";
  }

  /**
   * Opens a dossier. If it has warnings, says on the error stream how many, and the first of them.
   *
   * @param path a file or folder, relative to the working directory; {@code ~/} is the home
   *     directory
   * @param more further files or folders, which are merged with the first
   * @return a tracker over the merged dossier
   * @throws IllegalArgumentException if a path does not exist
   * @throws org.demarche.model.InvalidDossierException if the files do not form a valid dossier; it
   *     lists every problem with its location
   * @throws UncheckedIOException if a file cannot be read
   */
  public static Tracker open(String path, String... more) {
    Path[] files = Arrays.stream(more).map(ShellFunctions::existing).toArray(Path[]::new);
    List<Problem> warnings = new ArrayList<>();
    Dossier dossier = Dossiers.reader().onWarning(warnings::add).read(existing(path), files);
    if (!warnings.isEmpty()) {
      System.err.println(summary(warnings));
    }
    return Tracker.of(dossier);
  }

  /** Returns the number of warnings, the first of them, and how to list all. */
  private static String summary(List<Problem> warnings) {
    StringBuilder text =
        new StringBuilder(warnings.size() == 1 ? "1 warning:" : warnings.size() + " warnings:");
    warnings.stream().limit(WARNINGS_SHOWN).forEach(warning -> text.append("\n  ").append(warning));
    return warnings.size() <= WARNINGS_SHOWN
        ? text.toString()
        : text.append("\n  … and ")
            .append(warnings.size() - WARNINGS_SHOWN)
            .append(" more; for all of them, give the opened tracker a name, such as t, and type")
            .append(" whole(t.dossier().warnings())")
            .toString();
  }

  private static Path existing(String path) {
    Path file = path(path);
    if (!Files.exists(file)) {
      Path folder = Path.of("").toAbsolutePath();
      throw new IllegalArgumentException(
          "file '%s' does not exist in %s; give its full path".formatted(path, folder));
    }
    return file;
  }

  /**
   * Saves an answer or a dossier. The extension of the file name selects the format.
   *
   * @param what an answer, or a claim query for the claims that it finds, as {@code .json}, {@code
   *     .csv}, {@code .xlsx}, {@code .md}, {@code .html} or {@code .txt}; a check, a worklist, a
   *     codebook, a brief or another page likewise, but for JSON; what has a picture also as {@code
   *     .svg}; the sources of a brief as {@code .csl.json}; a dossier, or a Tracker for its whole
   *     dossier, as {@code .json} or {@code .jsonl}; each is compressed if {@code .gz} follows; the
   *     profiles of all parties as pages in a folder
   * @param path the file to write, or the folder; an existing file is replaced
   * @return a confirmation with the absolute path
   * @throws IllegalArgumentException if the value cannot be saved, or not in that format
   * @throws UncheckedIOException if the file cannot be written; an existing file is then unchanged
   */
  public static String save(Object what, String path) {
    if (what instanceof Optional<?> optional && optional.isPresent()) {
      return save(optional.get(), path);
    }
    Path file = path(path).toAbsolutePath().normalize();
    if (what instanceof PartyProfiles profiles && isFolder(file)) {
      Answers.writePages(profiles, file);
      return "saved index.html and %s profiles in %s".formatted(profiles.profiles().size(), file);
    }
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new IllegalArgumentException(
          "there is no folder %s to save '%s' in".formatted(file.getParent(), path));
    }
    if (what instanceof Tracker tracker) {
      Dossiers.write(whole(tracker), dossierFile(file, path));
    } else if (what instanceof Dossier dossier) {
      Dossiers.write(dossier, dossierFile(file, path));
    } else if (what instanceof ClaimQuery query) {
      write(query.find(), file);
    } else if (what instanceof Printable printable) {
      write(printable, file);
    } else {
      throw new IllegalArgumentException(
          "cannot save a value of type %s; save an answer, a brief, a picture, a claim query, a Tracker or a dossier"
              .formatted(what.getClass().getSimpleName()));
    }
    return "saved " + file;
  }

  /** Returns whether a name is of a folder that exists, or has no ending as files do. */
  private static boolean isFolder(Path file) {
    return Files.isDirectory(file) || !String.valueOf(file.getFileName()).contains(".");
  }

  /**
   * Writes an answer as a page of HTML into a temporary folder that only you can read, and opens it
   * in your browser if there is one.
   *
   * @param what an answer, a query, a picture or anything else that prints as a page, among them
   *     the pages of {@link #full} and {@link #codes}
   * @return a confirmation with the path of the page, whose name says the question
   * @throws IllegalArgumentException if the value does not print as a page
   * @throws UncheckedIOException if the page cannot be written
   */
  public static String show(Object what) {
    if (what instanceof Optional<?> optional && optional.isPresent()) {
      return show(optional.get());
    }
    Path file = temporaryFolder().resolve(fileName(what) + ".html");
    write(printable(what), file);
    return BrowserWindow.open(file)
        ? "shown in your browser: " + file
        : "No browser can be opened here; the page is " + file;
  }

  private static Printable printable(Object what) {
    Optional<Answer> answer = ValueFormatter.answer(what);
    if (answer.isPresent()) {
      return answer.get();
    }
    if (what instanceof Printable printable) {
      return printable;
    }
    if (what instanceof TextPage page) {
      return () -> page;
    }
    throw new IllegalArgumentException(
        "cannot show a value of type %s; show an answer, a query, a brief, a picture or a page"
            .formatted(what.getClass().getSimpleName()));
  }

  /** Returns a folder that nobody else can read. */
  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("demarche-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns what a value answers, as far as it says so, in letters that every disk can hold. */
  private static String fileName(Object what) {
    String title =
        what instanceof TextPage page ? page.print(Style.whole()) : printable(what).toString();
    String question = title.lines().findFirst().orElse("").split(": ", 2)[0];
    String name = question.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "page" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /** Writes pages in the language of the session, and data without words. */
  private static void write(Printable printable, Path file) {
    boolean isPage = file.toString().matches(".*\\.(md|txt|html)(\\.gz)?");
    AnswerWriter writer = Answers.writer();
    (isPage && printable instanceof Answer ? writer.words(wording) : writer).write(printable, file);
  }

  private static Path dossierFile(Path file, String path) {
    if (!path.matches(".*\\.jsonl?(\\.gz)?")) {
      throw new IllegalArgumentException(
          "a dossier is saved as .json or .jsonl, not as '%s'".formatted(path));
    }
    return file;
  }

  /** Returns the dossier of a tracker that has not been narrowed. */
  private static Dossier whole(Tracker tracker) {
    Viewpoint whole = Tracker.of(tracker.dossier()).viewpoint();
    if (!tracker.viewpoint().equals(whole)) {
      throw new IllegalArgumentException(
          "this Tracker is narrowed, "
              + tracker.viewpoint()
              + ", and a dossier is saved whole: save its dossier(), or an answer");
    }
    return tracker.dossier();
  }

  static Path path(String path) {
    return path.startsWith("~/")
        ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
        : Path.of(path);
  }

  /**
   * Returns how to leave the shell.
   *
   * @return one line of instruction
   */
  public static String exit() {
    return "To leave, type /exit or press Ctrl-D.";
  }

  /**
   * Returns how to leave the shell.
   *
   * @return the same line as {@link #exit}
   */
  public static String quit() {
    return exit();
  }

  /**
   * Sets the language in which answers print, and are saved as Markdown and text, until the end of
   * the session. A session begins in English.
   *
   * @param language {@code en}, {@code ko}, or {@code codes} for constants and ids
   * @return a confirmation
   * @throws IllegalArgumentException if there are no words for the language
   */
  public static String language(String language) {
    boolean isCodes = language.equals("codes");
    wording = isCodes ? Wording.codes() : Wording.of(language);
    return "answers now print in "
        + (isCodes
            ? "constants and ids"
            : Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH));
  }

  /** Formats a value in a style, with answers in the language of the session. */
  static String format(Style style, @Nullable Object value) {
    return ValueFormatter.format(style, wording, value);
  }

  /**
   * Returns an answer in sentences, without its evidence, in the language of the session.
   *
   * @param answer an answer, a query, or a list of answers
   * @return the sentences in one line, which the screen wraps; a line for each answer of a list
   * @throws IllegalArgumentException if the value is not an answer
   */
  public static String sentence(Object answer) {
    if (answer instanceof Optional<?> optional) {
      return optional.isPresent() ? sentence(optional.get()) : "none";
    }
    if (answer instanceof Collection<?> answers) {
      return answers.stream().map(ShellFunctions::sentence).collect(Collectors.joining("\n"));
    }
    return ValueFormatter.answer(answer)
        .map(given -> given.sentence(wording))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a value of type %s has no sentence; give an answer or a query"
                        .formatted(answer.getClass().getSimpleName())));
  }

  /**
   * Returns the page of an answer with the derivation of each position, in the language of the
   * session.
   *
   * @param answer an answer or any other value
   * @return the page, which {@link #markdown} and the other functions accept
   */
  public static TextPage full(Object answer) {
    return ValueFormatter.page(given -> given.full(wording), answer);
  }

  /**
   * Returns the page of an answer in constants and ids, as code uses them.
   *
   * @param answer an answer or any other value
   * @return the page, which {@link #markdown} and the other functions accept
   */
  public static TextPage codes(Object answer) {
    return ValueFormatter.page(Answer::codes, answer);
  }

  /**
   * Formats a value in full, at the width of the screen: every row, and quotations unabridged.
   *
   * @param answer an answer or any other value
   * @return the text
   */
  public static String whole(Object answer) {
    return format(Style.whole().width(TerminalInfo.width()), answer);
  }

  /**
   * Formats a value in full as Markdown.
   *
   * @param answer an answer or any other value
   * @return the text
   */
  public static String markdown(Object answer) {
    return format(Style.whole().markdown(), answer);
  }

  /**
   * Formats a value in full with ASCII marks and quotation marks, at the width of the screen.
   *
   * @param answer an answer or any other value
   * @return the text
   */
  public static String ascii(Object answer) {
    return format(Style.whole().ascii().width(TerminalInfo.width()), answer);
  }
}
