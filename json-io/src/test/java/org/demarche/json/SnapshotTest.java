package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that are made, opened, refused, damaged and checked. */
@Timeout(120)
class SnapshotTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path file;
  private Dossier dossier;

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("claims.jsonl");
    dossier = SampleDossiers.completeDossier();
    write(dossier);
  }

  private void write(Dossier other) throws IOException {
    Dossiers.write(other, file);
    setTime(LONG_AGO);
  }

  private void setTime(Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private static Source source(String id) {
    return Source.builder()
        .id(id)
        .outlet(SampleDossiers.completeDossier().sources().get(0).outlet())
        .title("Title of " + id)
        .published(When.parse("2018"))
        .build();
  }

  /** Returns what a Tracker answers about each party and proposition, and its claims. */
  private static List<Object> answers(Tracker tracker) {
    List<Object> answers = new ArrayList<>();
    for (Actor actor : tracker.dossier().actors()) {
      if (actor.kind() == ActorKind.STATE) {
        for (Proposition proposition : tracker.dossier().propositions()) {
          answers.add(tracker.position(actor.id(), proposition.id()));
          answers.add(tracker.explain(actor.id(), proposition.id()).toString());
        }
      }
    }
    answers.add(tracker.viewpoint());
    answers.add(tracker.claims().list());
    answers.add(tracker.claims().mentioning("the").list());
    answers.add(tracker.dossier());
    answers.add(tracker.dossier().warnings());
    return answers;
  }

  private void assertAnswersOf(Dossier expected, Snapshot snapshot) {
    assertThat(answers(snapshot.tracker())).isEqualTo(answers(Tracker.of(expected)));
  }

  private Snapshot opened() {
    Snapshot opened = Dossiers.snapshot(file);
    assertThat(opened.rebuilt()).isEmpty();
    return opened;
  }

  private void assertRebuilt(String reason) throws IOException {
    Snapshot snapshot = Dossiers.snapshot(file);
    assertThat(snapshot.rebuilt()).hasValueSatisfying(why -> assertThat(why).contains(reason));
    assertAnswersOf(Dossiers.read(file), snapshot);
    assertThat(opened().verify()).isEmpty();
  }

  @Test
  void a_snapshot_is_made_once_and_then_opened() throws IOException {
    Snapshot made = Dossiers.snapshot(file);
    assertThat(made.rebuilt()).contains("there was no claims.jsonl.snapshot");
    assertThat(made.unwritten()).isEmpty();
    assertThat(made.file()).isEqualTo(folder.resolve("claims.jsonl.snapshot")).exists();
    assertThat(made).hasToString(made.file() + " was made: there was no claims.jsonl.snapshot");
    assertAnswersOf(dossier, made);
    Snapshot opened = opened();
    assertThat(opened).hasToString(made.file() + " was opened");
    assertAnswersOf(dossier, opened);
    assertThat(opened.verify()).isEmpty();
    assertThat(made.verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.json", "d.jsonl.gz", "d.json.gz"})
  void a_file_of_any_format_has_a_snapshot(String name) {
    file = folder.resolve(name);
    Dossiers.write(dossier, file);
    assertAnswersOf(dossier, Dossiers.snapshot(file));
    assertAnswersOf(dossier, opened());
  }

  @Test
  void an_empty_dossier_has_a_snapshot() throws IOException {
    write(Dossier.empty());
    Dossiers.snapshot(file);
    assertThat(opened().tracker().dossier()).isEqualTo(Dossier.empty());
  }

  @Test
  void records_are_added_to_a_snapshot() {
    Dossiers.snapshot(file);
    List<DossierRecord> more = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> more.add(source("S" + i)));
    dossier.claims().stream()
        .filter(claim -> !claim.isDraft())
        .forEach(claim -> more.add(Claim.builder().from(claim).id(claim.id() + "-more").build()));
    Tracker longer = opened().tracker().plus(more);
    assertThat(answers(longer)).isEqualTo(answers(Tracker.of(dossier.plus(more))));
  }

  @Test
  void a_snapshot_has_the_permissions_of_its_file() throws IOException {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(file, owner);
    Snapshot made = Dossiers.snapshot(file);
    assertThat(Files.getPosixFilePermissions(made.file())).isEqualTo(owner);
  }

  @Test
  void the_same_file_gives_the_same_snapshot() throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] first = Files.readAllBytes(snapshot);
    Files.delete(snapshot);
    Dossiers.snapshot(file);
    assertThat(snapshot).hasBinaryContent(first);
  }

  // Recognised

  @Test
  void a_file_that_grew_is_read_again() throws IOException {
    Dossiers.snapshot(file);
    long before = Files.size(file);
    Dossiers.append(file, source("later"));
    assertRebuilt(
        "claims.jsonl has %d bytes, and had %d when the snapshot was made"
            .formatted(Files.size(file), before));
  }

  @Test
  void a_file_of_another_time_but_the_same_content_is_recognised() throws IOException {
    Dossiers.snapshot(file);
    setTime(LONG_AGO.plusSeconds(60));
    assertAnswersOf(dossier, opened());
  }

  private void changeOneLetter() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"title\":\"(.)", "\"title\":\"Q"));
    assertThat(Files.readString(file)).hasSameSizeAs(text);
  }

  @Test
  void a_file_of_the_same_size_but_other_content_is_read_again() throws IOException {
    Dossiers.snapshot(file);
    changeOneLetter();
    setTime(LONG_AGO.plusSeconds(60));
    assertRebuilt("claims.jsonl was changed since the snapshot was made");
  }

  @Test
  void a_change_right_after_the_snapshot_is_noticed_although_the_clock_did_not_move_on()
      throws IOException {
    Instant written = Files.getLastModifiedTime(Dossiers.snapshot(file).file()).toInstant();
    setTime(written.minusSeconds(1));
    Files.delete(Dossiers.snapshot(file).file());
    Dossiers.snapshot(file);
    changeOneLetter();
    setTime(written.minusSeconds(1));
    assertRebuilt("claims.jsonl was changed since the snapshot was made");
  }

  @Test
  void a_snapshot_of_another_file_is_refused() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Dossiers.write(dossier.plus(source("other")), other);
    Files.move(Dossiers.snapshot(other).file(), folder.resolve("claims.jsonl.snapshot"));
    assertRebuilt("when the snapshot was made");
  }

  @Test
  void a_snapshot_without_its_file_is_no_dossier() throws IOException {
    Dossiers.snapshot(file);
    Files.delete(file);
    assertThatThrownBy(() -> Dossiers.snapshot(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + ": no such file");
  }

  @Test
  void an_invalid_file_is_refused_as_when_it_is_read() throws IOException {
    Dossiers.snapshot(file);
    Files.writeString(file, "{\"actor\":{}}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Dossiers.snapshot(file)).isInstanceOf(InvalidDossierException.class);
  }

  @Test
  void a_folder_has_no_snapshot() {
    assertThatThrownBy(() -> Dossiers.snapshot(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no file: a snapshot is of one file");
  }

  @Test
  void a_file_that_was_read_within_wider_limits_is_read_again() {
    Dossiers.snapshot(file);
    DossierReader narrow = Dossiers.reader().maxBytes(10_000_000);
    assertThat(narrow.snapshot(file).rebuilt())
        .contains("claims.jsonl was read within wider limits");
    assertThat(narrow.snapshot(file).rebuilt()).isEmpty();
    assertThat(opened().rebuilt()).isEmpty();
    DossierReader tooNarrow = Dossiers.reader().maxBytes(100);
    assertThatThrownBy(() -> tooNarrow.snapshot(file)).isInstanceOf(InvalidDossierException.class);
  }

  // Kept or not

  @Test
  void a_dossier_of_which_something_was_left_out_is_not_kept() throws IOException {
    Files.writeString(file, "{\"actor\":{}}\n{\"act", StandardOpenOption.APPEND);
    List<Problem> problems = new ArrayList<>();
    DossierReader lenient =
        Dossiers.reader().leaveOutInvalid(problems::add).keepBeforeTear(problems::add);
    for (int i = 0; i < 2; i++) {
      Snapshot snapshot = lenient.snapshot(file);
      assertThat(snapshot.unwritten()).contains("something was left out of the dossier");
      assertThat(snapshot.file()).doesNotExist();
      assertAnswersOf(dossier, snapshot);
    }
    assertThat(problems).hasSizeGreaterThan(2);
  }

  @Test
  void a_file_that_grows_while_it_is_read_is_not_kept() throws IOException {
    assertThat(dossier.warnings()).isNotEmpty();
    boolean[] grown = {false};
    DossierReader slow =
        Dossiers.reader()
            .onWarning(
                warning -> {
                  if (!grown[0]) {
                    Dossiers.append(file, source("meanwhile"));
                    grown[0] = true;
                  }
                });
    Snapshot snapshot = slow.snapshot(file);
    assertThat(snapshot.unwritten()).contains("claims.jsonl was changed while it was read");
    assertThat(snapshot)
        .hasToString(snapshot.file() + " is not kept: claims.jsonl was changed while it was read");
    assertThat(snapshot.file()).doesNotExist();
    assertAnswersOf(dossier, snapshot);
    assertRebuilt("there was no claims.jsonl.snapshot");
  }

  @Test
  void a_file_that_is_edited_while_it_is_read_is_not_kept_although_its_size_and_time_are_the_same()
      throws IOException {
    DossierReader slow =
        Dossiers.reader()
            .onWarning(
                warning -> {
                  try {
                    changeOneLetter();
                    setTime(LONG_AGO);
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                });
    Snapshot snapshot = slow.snapshot(file);
    assertThat(snapshot.unwritten()).contains("claims.jsonl was changed while it was read");
    assertThat(snapshot.file()).doesNotExist();
  }

  @Test
  void a_snapshot_that_cannot_be_written_is_not_needed() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("claims.jsonl.snapshot"));
    for (int i = 0; i < 2; i++) {
      Snapshot snapshot = Dossiers.snapshot(file);
      assertThat(snapshot.rebuilt()).isPresent();
      assertThat(snapshot.unwritten())
          .contains(inTheWay + ": cannot be written: it is no snapshot, so it is left as it is");
      assertAnswersOf(dossier, snapshot);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void a_file_or_a_link_that_only_has_the_name_of_a_snapshot_is_left_as_it_is() throws IOException {
    Path named = folder.resolve("claims.jsonl.snapshot");
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "Three years of work.");
    Files.copy(file, named);
    assertThat(Dossiers.snapshot(file).unwritten()).isPresent();
    assertThat(named).hasSameBinaryContentAs(file);
    for (Path target : List.of(file, thesis, folder.resolve("nothing"))) {
      Files.delete(named);
      Files.createSymbolicLink(named, target);
      Snapshot snapshot = Dossiers.snapshot(file);
      assertThat(snapshot.unwritten())
          .contains(named + ": cannot be written: it is no snapshot, so it is left as it is");
      assertAnswersOf(dossier, snapshot);
    }
    assertThat(thesis).hasContent("Three years of work.");
    assertThat(Dossiers.read(file)).isEqualTo(dossier);
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @Test
  void a_file_whose_permissions_were_narrowed_has_another_snapshot() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Dossiers.snapshot(file);
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(file, owner);
    Snapshot snapshot = Dossiers.snapshot(file);
    assertThat(snapshot.rebuilt()).contains("the snapshot had wider permissions than claims.jsonl");
    assertThat(Files.getPosixFilePermissions(snapshot.file())).isEqualTo(owner);
  }

  @Test
  void a_thread_that_is_interrupted_reads_the_file() {
    Dossiers.snapshot(file);
    Thread.currentThread().interrupt();
    Snapshot snapshot = Dossiers.snapshot(file);
    assertThat(Thread.interrupted()).isTrue();
    assertAnswersOf(dossier, snapshot);
    assertThat(snapshot.rebuilt().orElseThrow()).endsWith("the thread was interrupted");
    assertThat(snapshot.unwritten().orElseThrow()).endsWith("the thread was interrupted");
  }

  // Damaged

  @Test
  void a_snapshot_that_is_cut_is_refused() throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] whole = Files.readAllBytes(snapshot);
    for (int length = 0; length < whole.length; length += 1 + length / 20) {
      Files.write(snapshot, Arrays.copyOf(whole, length));
      assertRebuilt("the snapshot is damaged");
    }
  }

  @Test
  void a_snapshot_of_another_version_is_refused() throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[9] = 1;
    Files.write(snapshot, bytes);
    assertRebuilt("the snapshot is of version 259, and this library reads version 3");
  }

  @Test
  void a_byte_that_was_flipped_anywhere_alters_no_answer() throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] whole = Files.readAllBytes(snapshot);
    List<Object> expected = answers(Tracker.of(dossier));
    for (int at = 0; at < whole.length; at += isAtEnd(at, whole.length) ? 1 : 31) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % Byte.SIZE);
      Files.write(snapshot, flipped);
      Snapshot opened = Dossiers.snapshot(file);
      if (opened.rebuilt().isEmpty()) {
        assertThat(opened.verify()).isNotEmpty();
        assertThat(answers(opened.tracker())).isEqualTo(expected);
        assertThat(snapshot).doesNotExist();
      } else {
        assertThat(answers(opened.tracker())).isEqualTo(expected);
      }
    }
  }

  private static boolean isAtEnd(int at, int length) {
    return at < 16 || at >= length - 48;
  }

  private Path damagedInClaims() throws IOException {
    return damagedAt("{\"claim\":");
  }

  private Path damagedAt(String text) throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[new String(bytes, ISO_8859_1).lastIndexOf(text)]++;
    return Files.write(snapshot, bytes);
  }

  @Test
  void damaged_blocks_are_named() throws IOException {
    Path snapshot = damagedInClaims();
    Snapshot opened = opened();
    assertThat(opened.verify())
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            tuple(Problem.Code.DAMAGED, "block 1 of 1 of the claim region is damaged"));
    assertAnswersOf(dossier, opened);
    assertThat(snapshot).doesNotExist();
    assertThat(opened.verify())
        .extracting(Problem::message)
        .containsExactly("there is no claims.jsonl.snapshot");
  }

  @Test
  void a_damaged_snapshot_of_a_file_that_changed_says_so() throws IOException {
    damagedInClaims();
    Tracker tracker = opened().tracker();
    Dossiers.append(file, source("later"));
    assertThatThrownBy(() -> tracker.claims().list().toString())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            file + ": cannot be read: it was changed, and its snapshot is damaged: open it again");
  }

  @Test
  void a_snapshot_that_is_truncated_while_it_is_open_alters_no_answer() throws IOException {
    List<Object> expected = answers(Tracker.of(dossier));
    Path snapshot = Dossiers.snapshot(file).file();
    Tracker tracker = opened().tracker();
    try (RandomAccessFile open = new RandomAccessFile(snapshot.toFile(), "rw")) {
      open.setLength(100);
    }
    try {
      assertThat(answers(tracker)).isEqualTo(expected);
    } catch (InternalError unmapped) { // by which the virtual machine says so, or not
      assertThat(unmapped).hasMessageContaining("unsafe memory access");
    }
  }

  @Test
  void a_snapshot_that_is_replaced_while_it_is_open_alters_no_answer() throws IOException {
    Dossiers.snapshot(file);
    Tracker before = opened().tracker();
    Dossiers.append(file, source("later"));
    Tracker after = Dossiers.snapshot(file).tracker();
    assertThat(answers(before)).isEqualTo(answers(Tracker.of(dossier)));
    assertThat(answers(after)).isEqualTo(answers(Tracker.of(Dossiers.read(file))));
  }

  @Test
  void a_damaged_record_that_is_needed_at_once_has_the_snapshot_made_anew() throws IOException {
    damagedAt("{\"actor\":");
    assertRebuilt("the snapshot is damaged: a record is not what was written");
  }

  @Test
  void two_trackers_of_one_damaged_snapshot_both_answer() throws IOException {
    Path snapshot = damagedInClaims();
    Tracker first = opened().tracker();
    Tracker second = opened().tracker();
    List<Object> expected = answers(Tracker.of(dossier));
    assertThat(answers(first)).isEqualTo(expected);
    assertThat(snapshot).doesNotExist();
    Dossiers.snapshot(file);
    assertThat(answers(second)).isEqualTo(expected);
    assertThat(snapshot).exists(); // it is not the one that was found to be damaged
  }

  @Test
  void damaged_words_are_listed_again() throws IOException {
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] bytes = Files.readAllBytes(snapshot);
    Path sound = Files.write(folder.resolve("sound"), bytes);
    List<Object> expected = answers(Tracker.of(dossier));
    int found = 0;
    for (int at = bytes.length - 1; at > 0 && found == 0; at--) {
      bytes = Files.readAllBytes(sound);
      bytes[at]++;
      Files.write(snapshot, bytes);
      Snapshot opened = Dossiers.snapshot(file);
      if (opened.rebuilt().isEmpty()
          && opened.verify().toString().contains("of the words region is damaged")) {
        found = at;
        Tracker tracker = opened.tracker();
        assertThat(tracker.claims().mentioning("the").list())
            .isEqualTo(Tracker.of(dossier).claims().mentioning("the").list());
        assertThat(snapshot).doesNotExist();
        assertThat(answers(tracker)).isEqualTo(expected);
      }
    }
    assertThat(found).isPositive();
  }

  /** Returns a dossier of as many sources and claims, in several blocks. */
  private static Dossier larger(int records) {
    Dossier sample = SampleDossiers.completeDossier();
    Claim claim = sample.claims().get(0);
    List<DossierRecord> more = new ArrayList<>();
    IntStream.range(0, records - sample.sources().size()).forEach(i -> more.add(source("S" + i)));
    IntStream.range(0, records - sample.claims().size())
        .forEach(i -> more.add(Claim.builder().from(claim).id(claim.id() + "-" + i).build()));
    return sample.plus(more);
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128, 129, 300})
  void records_in_several_blocks_are_opened_and_added_to(int records) throws IOException {
    Dossier larger = larger(records);
    write(larger);
    Dossiers.snapshot(file);
    assertThat(opened().tracker().dossier()).isEqualTo(larger);
    Tracker grown = opened().tracker();
    Tracker fresh = Tracker.of(larger);
    for (int i = 0; i < 200; i++) {
      grown = grown.plus(source("M" + i));
      fresh = fresh.plus(source("M" + i));
    }
    assertThat(grown.dossier()).isEqualTo(fresh.dossier());
    assertThat(grown.claims().list()).isEqualTo(fresh.claims().list());
    for (Source source : grown.dossier().sources()) {
      assertThat(grown.dossier().source(source.id())).contains(source);
    }
    assertThat(opened().tracker().dossier()).isEqualTo(larger);
  }

  @Test
  void one_damaged_block_of_several_is_read_from_the_file() throws IOException {
    Dossier larger = larger(300);
    write(larger);
    damagedInClaims();
    Snapshot opened = opened();
    assertThat(opened.verify())
        .extracting(Problem::message)
        .containsExactly("block 3 of 3 of the claim region is damaged");
    assertThat(opened.tracker().dossier()).isEqualTo(larger);
  }

  // Several at once

  @Test
  void threads_that_ask_and_add_to_one_tracker_get_the_same_answers() throws Exception {
    Dossier larger = larger(300);
    write(larger);
    Dossiers.snapshot(file);
    List<Object> expected = answers(Tracker.of(larger));
    Tracker shared = opened().tracker();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        Source more = source("T" + i);
        tasks.add(() -> shared.plus(more).dossier().source(more.id()).equals(Optional.of(more)));
        tasks.add(() -> answers(shared).equals(expected));
      }
      for (Future<Boolean> answered : threads.invokeAll(tasks)) {
        assertThat(answered.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(answers(shared)).isEqualTo(expected);
  }

  @Test
  void threads_that_open_and_ask_at_once_get_the_same_answers() throws Exception {
    List<Object> expected = answers(Tracker.of(dossier));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<List<Object>> asking = () -> answers(Dossiers.snapshot(file).tracker());
      for (Future<List<Object>> answered :
          threads.invokeAll(Stream.generate(() -> asking).limit(64).toList())) {
        assertThat(answered.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
