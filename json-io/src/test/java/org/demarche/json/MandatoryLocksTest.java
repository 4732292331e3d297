package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Appending, repairing and writing where locks are those of Windows. */
class MandatoryLocksTest {
  @TempDir Path real;

  private Path folder;
  private Path file;

  private static Actor actor(String id) {
    return Actor.builder().id(id).name("국가 " + id).kind(ActorKind.STATE).build();
  }

  @BeforeEach
  void wrap() {
    folder = new MandatoryLocks().path(real);
    file = folder.resolve("d.jsonl");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(real)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void such_a_file_system_keeps_others_out() throws IOException {
    Files.writeString(file, "abc");
    try (FileChannel one = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = one.tryLock();
        FileChannel other =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> other.read(ByteBuffer.allocate(1)))
          .hasMessage("another process has locked a portion of the file");
      assertThatThrownBy(() -> other.write(UTF_8.encode("x")))
          .hasMessage("another process has locked a portion of the file");
      assertThat(one.write(UTF_8.encode("x"))).isEqualTo(1);
    }
    Path other = Files.writeString(folder.resolve("other"), "other");
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
      assertThatThrownBy(() -> Files.delete(file)).hasMessageContaining("being used");
      assertThatThrownBy(() -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING))
          .hasMessageContaining("being used");
      assertThat(open.read(ByteBuffer.allocate(9))).isEqualTo(3);
    }
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(file).hasContent("other");
    assertThat(Files.readAttributes(file, "basic:*")).containsKey("size");
  }

  @Test
  void records_are_appended_and_a_torn_line_is_repaired() throws IOException {
    Dossiers.append(file, actor("a"));
    Dossiers.append(file, actor("b"));
    assertThat(Dossiers.read(file).actors()).containsExactly(actor("a"), actor("b"));

    Files.writeString(file, "{\"actor\":", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Dossiers.append(file, actor("c")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the last line is torn");
    assertThat(Dossiers.repair(file)).contains("{\"actor\":");
    Dossiers.append(file, actor("c"));

    assertThat(Dossiers.read(file).actors()).containsExactly(actor("a"), actor("b"), actor("c"));
    assertThat(real.resolve("d.jsonl.torn")).hasContent("{\"actor\":");
    assertThat(names()).containsExactly(".d.jsonl.lock", "d.jsonl", "d.jsonl.torn");
  }

  @Test
  void a_file_of_lines_is_written_and_updated() throws IOException {
    Dossiers.write(Dossier.of(actor("a")), file);
    Dossiers.write(Dossier.of(actor("b")), file);
    assertThat(Dossiers.update(file, now -> now.plus(actor("c"))).actors())
        .containsExactly(actor("b"), actor("c"));
    assertThat(Dossiers.read(file).actors()).containsExactly(actor("b"), actor("c"));
    assertThat(names()).containsExactly(".d.jsonl.lock", "d.jsonl");
    assertThat(real.resolve(".d.jsonl.lock")).isEmptyFile();
    assertThat(Dossiers.read(folder).actors()).hasSize(2);

    for (String name : List.of("d.json", "d.jsonl.gz")) {
      for (Actor each : List.of(actor("a"), actor("b"))) {
        Dossiers.write(Dossier.of(each), folder.resolve(name));
        assertThat(Dossiers.read(folder.resolve(name)).actors()).containsExactly(each);
      }
    }
  }

  @Test
  void a_file_that_another_program_has_open_is_left_as_it_is() throws IOException {
    Dossiers.append(file, actor("a"));
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
      assertThatThrownBy(() -> Dossiers.update(file, now -> now.plus(actor("b"))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("d.jsonl: cannot be written: ")
          .hasMessageContaining("being used by another process");
      assertThat(open.isOpen()).isTrue();
    }
    assertThat(Dossiers.read(file).actors()).containsExactly(actor("a"));
    Dossiers.update(file, now -> now.plus(actor("b")));
    assertThat(Dossiers.read(file).actors()).hasSize(2);
    assertThat(names()).containsExactly(".d.jsonl.lock", "d.jsonl");
  }

  @Test
  void a_missing_file_gets_no_lock() throws IOException {
    assertThatThrownBy(() -> Dossiers.repair(file)).hasMessage(file + ": no such file");
    assertThatThrownBy(() -> Dossiers.update(file, now -> now)).hasMessage(file + ": no such file");
    assertThat(names()).isEmpty();
  }

  @Test
  @Timeout(600)
  void nothing_is_lost_that_others_append_while_one_updates() throws Exception {
    Dossiers.append(file, actor("counted"));
    ExecutorService appenders = Executors.newFixedThreadPool(2);
    List<Future<?>> done = new ArrayList<>();
    for (String name : List.of("x", "y")) {
      done.add(
          appenders.submit(
              () ->
                  IntStream.range(0, 25)
                      .forEach(i -> Dossiers.append(file, actor(name + "-" + i)))));
    }
    int updates = 0;
    while (updates < 3 || !done.stream().allMatch(Future::isDone)) {
      String name = String.valueOf(++updates);
      Actor counted = Actor.builder().from(actor("counted")).name(name).build();
      Dossiers.update(file, now -> now.replace(counted));
    }
    appenders.shutdown();
    for (Future<?> each : done) {
      each.get();
    }
    Dossier dossier = Dossiers.read(file);
    Set<String> ids = dossier.actors().stream().map(Actor::id).collect(Collectors.toSet());
    assertThat(ids).hasSize(51);
    assertThat(dossier.actor("counted").orElseThrow().name()).isEqualTo(String.valueOf(updates));
  }

  @Test
  void a_snapshot_is_made_and_opened_and_made_anew_once_no_tracker_has_it_open()
      throws IOException {
    Dossiers.append(file, actor("a"));
    Snapshot made = Dossiers.snapshot(file);
    assertThat(made.rebuilt()).isPresent();
    assertThat(made.unwritten()).isEmpty();

    Dossiers.append(file, actor("b"));
    Snapshot again = Dossiers.snapshot(file);
    assertThat(again.rebuilt()).isPresent();
    assertThat(again.unwritten()).isEmpty();
    assertThat(again.tracker().dossier().actors()).hasSize(2);

    Snapshot opened = Dossiers.snapshot(file);
    assertThat(opened.rebuilt()).isEmpty();
    assertThat(opened.verify()).isEmpty();
    Dossiers.append(file, actor("c"));
    Snapshot kept = Dossiers.snapshot(file);
    assertThat(kept.tracker().dossier().actors()).hasSize(3);
    assertThat(kept.unwritten())
        .hasValueSatisfying(why -> assertThat(why).contains("being used by another process"));
  }

  @Test
  void a_torn_snapshot_is_made_anew() throws IOException {
    Dossiers.append(file, actor("a"));
    Path snapshot = Dossiers.snapshot(file).file();
    byte[] whole = Files.readAllBytes(snapshot);
    for (int length : List.of(0, 5, 12, whole.length / 2, whole.length - 1)) {
      Files.write(snapshot, Arrays.copyOf(whole, length));
      Snapshot again = Dossiers.snapshot(file);
      assertThat(again.rebuilt()).as("%d bytes", length).isPresent();
      assertThat(again.unwritten()).as("%d bytes", length).isEmpty();
      assertThat(Files.readAllBytes(snapshot)).isEqualTo(whole);
    }
  }
}
