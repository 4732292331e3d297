package org.demarche.examples.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Texts;
import org.demarche.json.Dossiers;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Source;

/**
 * The coding of a topic: a folder with a dossier, the texts of its sources, and unfinished drafts.
 * Every change is on the disk when the method that makes it returns. One shell at a time may code
 * in a folder.
 */
final class CodingSession {
  private static final String ACTORS = "actors.json";
  private static final String DOSSIER = "dossier.jsonl";
  private static final String DRAFTS = "drafts.txt";
  private static final String TEXTS = "texts";

  private final Path folder;
  private final DraftFile draftFile;
  private final Deque<State> past = new ArrayDeque<>();
  private State now;
  private Optional<String> coder = Optional.empty();

  /** A draft, and the steps by which it was made. */
  private record Unfinished(ImmutableList<ImmutableList<String>> steps, ClaimDraft draft) {
    Unfinished and(ImmutableList<String> step) {
      return new Unfinished(
          ImmutableList.<ImmutableList<String>>builder().addAll(steps).add(step).build(),
          take(draft, step));
    }
  }

  /**
   * The state after a change.
   *
   * @param drafts the drafts, the current one last
   * @param length the length of the file to which records are appended
   */
  private record State(ImmutableList<Unfinished> drafts, Dossier dossier, long length) {}

  private CodingSession(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.draftFile = new DraftFile(this.folder.resolve(DRAFTS));
    this.now = new State(ImmutableList.of(), Dossiers.read(this.folder), length());
    this.now = new State(readDrafts(), now.dossier, now.length);
  }

  /** Starts a topic in a new folder, with the states, organs and heads of the starter file. */
  static CodingSession create(Path folder) throws IOException {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new IllegalArgumentException(
          "%s is not empty; give a new folder, or open it by openRecord(\"%s\")"
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

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
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
  Texts texts() {
    Path of = folder.resolve(TEXTS);
    try {
      return Files.isDirectory(of) && !isEmpty(of) ? Dossiers.readTexts(of) : Texts.of(Map.of());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + of, failed);
    }
  }

  /** Reads the texts, which must have that of a source. */
  Texts textsWith(String source) {
    Texts texts = texts();
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

  private ImmutableList<Unfinished> readDrafts() {
    ImmutableList.Builder<Unfinished> drafts = ImmutableList.builder();
    int line = 0;
    for (ImmutableList<ImmutableList<String>> steps : draftFile.read()) {
      line++;
      try {
        Unfinished draft = replayed(steps);
        if (!isKept(draft.draft)) { // the shell ended between the two files
          drafts.add(draft);
        }
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(
            "%s:%d: the draft cannot be taken up: %s; correct the line or delete it"
                .formatted(draftFile.path(), line, refused.getMessage()),
            refused);
      }
    }
    return drafts.build();
  }

  private boolean isKept(ClaimDraft draft) {
    return draft.missing().isEmpty()
        && dossier().claim(draft.id()).equals(Optional.of(draft.claim()));
  }

  private Unfinished replayed(ImmutableList<ImmutableList<String>> steps) {
    ImmutableList<String> code = steps.get(0);
    Unfinished draft = started(code.get(1), Integer.parseInt(code.get(2)));
    if (!draft.steps.get(0).equals(code)) {
      throw new IllegalArgumentException(
          "sentence %s of %s has changed; it was “%s”"
              .formatted(code.get(2), code.get(1), Iterables.getLast(code)));
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
    Unfinished started = coder.map(name -> bare.and(ImmutableList.of("coder", name))).orElse(bare);
    become(with(now.drafts, started));
    return started.draft;
  }

  /** Sets the coder of the current draft, if there is one, and of those that are started. */
  void coder(String name) {
    if (!now.drafts.isEmpty()) {
      step("coder", name);
    }
    coder = Optional.of(name);
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
          "there is no draft %d; there are %d, which drafts() lists"
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
    become(new State(drafts, now.dossier, now.length));
  }

  /** Moves to the next state, whose dossier is already in the file. */
  private void become(State next) {
    written(next);
    past.push(now);
    now = next;
  }

  /** Writes the drafts of a state, and returns the state. */
  private State written(State state) {
    draftFile.write(state.drafts.stream().map(Unfinished::steps).toList());
    return state;
  }

  // Records

  /** Adds the claim of the current draft to the dossier, and ends the draft. */
  Claim keep() {
    ClaimDraft draft = current();
    if (!draft.missing().isEmpty() || !draft.problems().isEmpty()) {
      throw new IllegalStateException(
          "the draft is not complete, and stays as it is; "
              + (draft.missing().isEmpty()
                  ? String.join("; ", draft.problems().stream().map(Problem::message).toList())
                  : "missing: " + String.join(", ", draft.missing())));
    }
    step("id", draft.id()); // if the shell ends before the draft is removed, it is known as kept
    Claim claim = current().claim();
    now = written(appended(claim, withoutLast())); // one undo takes back both
    return claim;
  }

  /** Adds a record to the dossier. */
  void add(DossierRecord record) {
    become(appended(record, now.drafts));
  }

  private State appended(DossierRecord record, ImmutableList<Unfinished> drafts) {
    try {
      requireOwnEnd();
      Dossier dossier = Dossiers.append(file(), now.dossier, record);
      return new State(
          drafts.stream()
              .map(it -> new Unfinished(it.steps, it.draft.in(dossier)))
              .collect(ImmutableList.toImmutableList()),
          dossier,
          length());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file(), failed);
    }
  }

  /** Checks that nobody else has appended to the file. */
  private void requireOwnEnd() throws IOException {
    if (length() != now.length) {
      throw new IllegalStateException(
          "another program has changed %s; open the record again by openRecord(\"%s\")"
              .formatted(file(), folder));
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
    State before = past.pop();
    try {
      if (before.length != now.length) {
        requireOwnEnd();
        truncate(before.length);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file(), failed);
    }
    now = written(before);
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
