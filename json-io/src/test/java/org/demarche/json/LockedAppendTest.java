package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Appending: acknowledged records are on the disk, and lines are never mixed. */
class LockedAppendTest {
  @TempDir Path folder;

  private static Actor actor(String id) {
    return Actor.builder().id(id).name("국가 " + id).kind(ActorKind.STATE).build();
  }

  private static String line(String id) {
    return "{\"actor\":{\"id\":\"" + id + "\",\"name\":\"국가 " + id + "\",\"kind\":\"STATE\"}}\n";
  }

  @Test
  void a_file_begins_with_the_version_and_grows_by_lines() throws IOException {
    Path file = folder.resolve("d.jsonl");
    Dossiers.append(file, actor("a"));
    Dossiers.append(file, actor("b"), actor("c"));
    Dossiers.append(file);
    assertThat(file).hasContent("{\"demarche\":1}\n" + line("a") + line("b") + line("c"));
    assertThat(Dossiers.read(file).actors()).containsExactly(actor("a"), actor("b"), actor("c"));
  }

  @Test
  void appending_first_ends_a_last_line_without_a_line_feed() throws IOException {
    Path file = Files.writeString(folder.resolve("d.jsonl"), line("a").stripTrailing());
    Dossiers.append(file, actor("b"));
    assertThat(file).hasContent(line("a") + line("b"));
  }

  @Test
  void nothing_is_appended_to_a_torn_line() throws IOException {
    Path file = Files.writeString(folder.resolve("d.jsonl"), line("a") + "{\"actor\":{\"id\"");
    int offset = line("a").getBytes(UTF_8).length;
    assertThatThrownBy(() -> Dossiers.append(file, actor("b")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            file
                + ": cannot be written: the last line is torn, from byte "
                + offset
                + " on: remove it with Dossiers.repair(…) before appending");
    assertThat(Dossiers.repair(file)).contains("{\"actor\":{\"id\"");
    Dossiers.append(file, actor("b"));
    assertThat(file).hasContent(line("a") + line("b"));
  }

  @Test
  void a_torn_line_longer_than_the_buffer_is_found() throws IOException {
    String torn = "{\"actor\":{\"id\":\"" + "b".repeat(200_000);
    Path file = Files.writeString(folder.resolve("d.jsonl"), line("a") + torn);
    assertThat(Dossiers.repair(file)).contains(torn);
    assertThat(file).hasContent(line("a"));
  }

  @Test
  void only_unpacked_files_of_lines_are_appended_to() {
    assertThatThrownBy(() -> Dossiers.append(folder.resolve("d.json"), actor("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "d.json: records are appended to a file of one record per line; its name must end in .jsonl");
    assertThatThrownBy(() -> Dossiers.append(folder.resolve("d.jsonl.gz"), actor("a")))
        .hasMessageEndingWith(
            "a packed file cannot be appended to; append to a .jsonl, and pack it when it is complete");
    assertThatThrownBy(() -> Dossiers.repair(folder.resolve("nothing.jsonl")))
        .hasMessageEndingWith("nothing.jsonl: no such file");
  }

  @Test
  @Timeout(60)
  void concurrent_writers_append_one_after_another()
      throws InterruptedException, ExecutionException {
    Path file = folder.resolve("d.jsonl");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      String writer = "w" + w;
      done.add(
          writers.submit(
              () ->
                  IntStream.range(0, 25)
                      .forEach(i -> Dossiers.append(file, actor(writer + "-" + i)))));
    }
    for (Future<?> each : done) {
      each.get();
    }
    writers.shutdown();
    assertThat(Dossiers.read(file).actors()).hasSize(100);
  }

  @Test
  void a_full_disk_is_reported() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "there is no /dev/full here");
    Path link = folder.resolve("full.jsonl");
    assertThatThrownBy(
            () -> {
              Files.createSymbolicLink(link, full);
              Dossiers.append(link, actor("a"));
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("full.jsonl: cannot be written: ")
        .hasMessageContaining("No space left on device");
  }
}
