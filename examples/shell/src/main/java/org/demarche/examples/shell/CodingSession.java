package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Texts;
import org.demarche.json.Dossiers;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;

/**
 * The coding of a topic: a folder with a dossier, the texts of its sources, and unfinished drafts.
 * Every change is on the disk when the method that makes it returns. What another shell has written
 * meanwhile is never written over.
 */
final class CodingSession {
  private static final String ACTORS = "actors.json";
  private static final String DOSSIER = "dossier.jsonl";
  private static final String DRAFTS = "drafts.txt";
  private static final String TEXTS = "texts";

  private final Path folder;
  private final DraftFile draftFile;
  private final Deque<State> past = new ArrayDeque<>();
  private final ImmutableList<Refused> refused;
  private State now;

  /** A draft, and the steps by which it was made. */
  private record Unfinished(ImmutableList<ImmutableList<String>> steps, ClaimDraft draft) {
    Unfinished and(ImmutableList<String> step) {
      return new Unfinished(
          ImmutableList.<ImmutableList<String>>builder().addAll(steps).add(step).build(),
          take(draft, step));
    }
  }

  /** A line of the file of drafts that was not taken up, and why. */
  private record Refused(String line, String why) {}

  /**
   * The state after a change.
   *
   * @param drafts the drafts, the current one last
   * @param length the length of the file to which records are appended
   * @param coder the coder of the drafts that are started
   */
  private record State(
      ImmutableList<Unfinished> drafts, Dossier dossier, long length, Optional<String> coder) {
    State with(ImmutableList<Unfinished> others) {
      return new State(others, dossier, length, coder);
    }
  }

  private CodingSession(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.draftFile = new DraftFile(this.folder.resolve(DRAFTS));
    this.now =
        new State(ImmutableList.of(), Dossiers.read(this.folder), length(), Optional.empty());
    ImmutableList.Builder<Refused> notTakenUp = ImmutableList.builder();
    this.now = now.with(readDrafts(notTakenUp));
    this.refused = notTakenUp.build();
  }

  /**
   * Starts a topic in a folder that is new or has only texts, with the states, organs and heads of
   * the starter file.
   */
  static CodingSession create(Path folder) throws IOException {
    if (Files.exists(folder) && !hasOnlyTexts(folder)) {
      throw new IllegalArgumentException(
          "%s is not empty; give a new folder, or one with only a folder texts, or open it by openRecord(\"%s\")"
              .formatted(folder.toAbsolutePath(), folder));
    }
    Files.createDirectories(folder.resolve(TEXTS));
    Dossiers.write(starter(), folder.resolve(ACTORS));
    return new CodingSession(folder);
  }

  /** Returns the states and organisations, their organs and heads that a new topic starts with. */
  static Dossier starter() {
    return Dossiers.read(CodingSession.class.getResourceAsStream("starter.json"), "starter.json");
  }

  /** Opens the folder of a topic, with its unfinished drafts. */
  static CodingSession open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there is no folder %s; newRecord(\"%s\") makes it"
              .formatted(folder.toAbsolutePath(), folder));
    }
    return new CodingSession(folder);
  }

  private static boolean hasOnlyTexts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.equals(folder.resolve(TEXTS)) && Files.isDirectory(file));
    }
  }

  Path folder() {
    return folder;
  }

  Path file() {
    return folder.resolve(DOSSIER);
  }

  private long length() throws IOException {
    return Files.exists(file()) ? Files.size(file()) : 0;
  }

  Path draftFile() {
    return draftFile.path();
  }

  Path textFile(String source) {
    return folder.resolve(TEXTS).resolve(source + ".txt");
  }

  Dossier dossier() {
    return now.dossier;
  }

  /** Reads the texts in the folder, among them those saved since it was opened. */
  TopicTexts texts() {
    return TopicTexts.read(folder.resolve(TEXTS));
  }

  /** Reads the texts, which must have that of a source. */
  Texts textsWith(String source) {
    TopicTexts read = texts();
    read.requireNotRefused(source);
    Texts texts = read.texts();
    if (texts.text(source).isEmpty() && dossier().source(source).flatMap(Source::text).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no text of '%s': save it in UTF-8 as %s; there are texts of %s"
              .formatted(
                  source,
                  textFile(source),
                  texts.sources().isEmpty() ? "no source" : String.join(", ", texts.sources())));
    }
    return texts;
  }

  // Drafts

  private ImmutableList<Unfinished> readDrafts(ImmutableList.Builder<Refused> notTakenUp) {
    ImmutableList.Builder<Unfinished> drafts = ImmutableList.builder();
    for (String line : draftFile.read()) {
      try {
        Unfinished draft = replayed(DraftFile.steps(line));
        if (!isKept(draft.draft)) { // the shell ended between the two files
          drafts.add(draft);
        }
      } catch (IllegalArgumentException | UncheckedIOException why) {
        notTakenUp.add(new Refused(line, String.valueOf(why.getMessage())));
      }
    }
    return drafts.build();
  }

  private boolean isKept(ClaimDraft draft) {
    Optional<Claim> saved = dossier().claim(draft.id());
    if (saved.isEmpty() || !draft.missing().isEmpty()) {
      return false;
    }
    try {
      return saved.get().equals(draft.claim());
    } catch (InvalidDossierException wrong) { // so it cannot have been kept
      return false;
    }
  }

  /** Returns which drafts were not taken up, each with its place in the file, and why. */
  ImmutableList<String> refused() {
    return refused.stream()
        .map(
            it ->
                "%s:%s: %s"
                    .formatted(draftFile.path().getFileName(), draftFile.number(it.line), it.why))
        .collect(ImmutableList.toImmutableList());
  }

  private Unfinished replayed(ImmutableList<ImmutableList<String>> steps) {
    ImmutableList<String> code = steps.get(0);
    Unfinished draft = started(code.get(1), Integer.parseInt(code.get(2)));
    if (!draft.steps.get(0).equals(code)) {
      throw new IllegalArgumentException(
          "sentence %s of %s has changed; it was “%s”"
              .formatted(code.get(2), code.get(1), CodingPages.visible(code.get(3))));
    }
    for (ImmutableList<String> step : steps.subList(1, steps.size())) {
      draft = draft.and(step);
    }
    return draft;
  }

  /** Starts a draft; its first step has the words of the sentence, so that a change is noticed. */
  private Unfinished started(String source, int sentence) {
    ClaimDraft draft = ClaimDraft.of(dossier(), textsWith(source), source, sentence);
    return new Unfinished(
        ImmutableList.of(
            ImmutableList.of("code", source, String.valueOf(sentence), draft.sentence().words())),
        draft);
  }

  private static ClaimDraft take(ClaimDraft draft, ImmutableList<String> step) {
    String[] values = step.subList(1, step.size()).toArray(String[]::new);
    return step.get(0).equals("quote") ? draft.quote(values[0]) : draft.with(step.get(0), values);
  }

  /** Returns the drafts, the current one last. */
  ImmutableList<ClaimDraft> drafts() {
    return now.drafts.stream().map(Unfinished::draft).collect(ImmutableList.toImmutableList());
  }

  private Unfinished last() {
    if (now.drafts.isEmpty()) {
      throw new IllegalStateException(
          "there is no draft: code(\"SOURCE\", 14) starts one from sentence 14 of a text");
    }
    return now.drafts.get(now.drafts.size() - 1);
  }

  ClaimDraft current() {
    return last().draft;
  }

  /** Starts a draft from a sentence, which becomes the current one. */
  ClaimDraft start(String source, int sentence) {
    Unfinished bare = started(source, sentence);
    Unfinished started =
        now.coder.map(name -> bare.and(ImmutableList.of("coder", name))).orElse(bare);
    become(with(now.drafts, started));
    return started.draft;
  }

  /** Sets the coder of the current draft, if there is one, and of those that are started. */
  void coder(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of the coder is blank; give a name");
    }
    ImmutableList<Unfinished> drafts =
        now.drafts.isEmpty()
            ? now.drafts
            : with(withoutLast(), last().and(ImmutableList.of("coder", name)));
    become(new State(drafts, now.dossier, now.length, Optional.of(name)));
  }

  /** Sets a member of the current draft, or quotes other words. */
  ClaimDraft step(String member, String... values) {
    Unfinished next = last().and(ImmutableList.<String>builder().add(member).add(values).build());
    become(with(withoutLast(), next));
    return next.draft;
  }

  /** Makes the draft of a number, from 1, the current one. */
  ClaimDraft resume(int number) {
    if (number < 1 || number > now.drafts.size()) {
      throw new IllegalArgumentException(
          "there is no draft %s; there are %s, which drafts() lists"
              .formatted(number, now.drafts.size()));
    }
    Unfinished resumed = now.drafts.get(number - 1);
    become(
        ImmutableList.<Unfinished>builder()
            .addAll(now.drafts.subList(0, number - 1))
            .addAll(now.drafts.subList(number, now.drafts.size()))
            .add(resumed)
            .build());
    return resumed.draft;
  }

  /** Discards the current draft. */
  ClaimDraft drop() {
    ClaimDraft dropped = current();
    become(withoutLast());
    return dropped;
  }

  private ImmutableList<Unfinished> withoutLast() {
    last();
    return now.drafts.subList(0, now.drafts.size() - 1);
  }

  private static ImmutableList<Unfinished> with(List<Unfinished> drafts, Unfinished last) {
    return ImmutableList.<Unfinished>builder().addAll(drafts).add(last).build();
  }

  private void become(ImmutableList<Unfinished> drafts) {
    become(now.with(drafts));
  }

  /** Moves to the next state, whose dossier is already in the file. */
  private void become(State next) {
    written(next);
    past.push(now);
    now = next;
  }

  /** Writes the drafts of a state, and returns the state. */
  private State written(State state) {
    draftFile.write(
        Stream.concat(
                refused.stream().map(Refused::line),
                state.drafts.stream().map(it -> DraftFile.line(it.steps)))
            .toList());
    return state;
  }

  // Records

  /**
   * Adds the claim of the current draft to the dossier, and ends the draft. The text is read again,
   * since it may have changed.
   */
  Claim keep() {
    requireOwnFiles();
    Unfinished reread = reread();
    ClaimDraft draft = reread.draft;
    if (!draft.missing().isEmpty() || !draft.problems().isEmpty()) {
      throw new IllegalStateException(
          "the draft is not complete, and stays as it is; "
              + (draft.missing().isEmpty()
                  ? String.join("; ", draft.problems().stream().map(Problem::message).toList())
                  : "missing: " + String.join(", ", draft.missing())));
    }
    // If the shell ends before the draft is removed, it is known by its id as kept.
    become(with(withoutLast(), reread.and(ImmutableList.of("id", draft.id()))));
    Claim claim = current().claim();
    now = written(appended(claim, withoutLast())); // one undo takes back both
    return claim;
  }

  private Unfinished reread() {
    try {
      return replayed(last().steps);
    } catch (IllegalArgumentException changed) {
      throw new IllegalStateException(
          "the draft is not kept, and stays as it is: %s; mend the text, or drop() the draft and code the sentence again"
              .formatted(changed.getMessage()));
    }
  }

  /** Adds a record to the dossier. */
  void add(DossierRecord record) {
    become(appended(record, now.drafts));
  }

  private State appended(DossierRecord record, ImmutableList<Unfinished> drafts) {
    try {
      requireOwnFiles();
      Dossier dossier = Dossiers.append(file(), now.dossier, record);
      return new State(
          drafts.stream()
              .map(it -> new Unfinished(it.steps, it.draft.in(dossier)))
              .collect(ImmutableList.toImmutableList()),
          dossier,
          length(),
          now.coder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file(), failed);
    }
  }

  /** Checks that nobody else has appended to the dossier, or written the drafts. */
  private void requireOwnFiles() {
    draftFile.requireOwn();
    try {
      if (length() != now.length) {
        throw DraftFile.changed(file());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file(), failed);
    }
  }

  /**
   * Takes back the last change of this session: a step of a draft, or a record that was added. In a
   * new session, takes back the last step of the current draft.
   *
   * @return whether there was anything to take back
   */
  boolean undo() {
    if (past.isEmpty()) {
      if (now.drafts.isEmpty()) {
        return false;
      }
      ImmutableList<ImmutableList<String>> steps = last().steps;
      become(
          steps.size() == 1
              ? withoutLast()
              : with(withoutLast(), replayed(steps.subList(0, steps.size() - 1))));
      past.clear();
      return true;
    }
    State before = past.element();
    try {
      if (before.length != now.length) {
        requireOwnFiles();
        truncate(before.length);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file(), failed);
    }
    now = written(before);
    past.pop();
    return true;
  }

  private void truncate(long length) throws IOException {
    if (length == 0) {
      Files.delete(file());
      return;
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }
}
