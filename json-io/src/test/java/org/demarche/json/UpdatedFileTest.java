package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading, changing and writing a file to which others append. */
class UpdatedFileTest {
  /** The seconds for which processes append and update: {@code -Ddemarche.seconds=15}. */
  private static final long SECONDS = Long.getLong("demarche.seconds", 3);

  @TempDir Path folder;

  private static Actor actor(String id) {
    return Actor.builder().id(id).name("국가 " + id).kind(ActorKind.STATE).build();
  }

  /** Appends records until a file appears, and says which were acknowledged. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) {
      for (int i = 0; !Files.exists(Path.of(args[2])); i++) {
        Dossiers.append(Path.of(args[0]), actor(args[1] + "-" + i));
        System.out.println(args[1] + "-" + i);
      }
    }
  }

  private static Process start(Path file, String name, Path end) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Appender.class.getName(),
            file.toString(),
            name,
            end.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<String> output(Process process) {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      return out.lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean hasActor(Path file, String id) {
    return Dossiers.reader().keepBeforeTear(tear -> {}).read(file).actor(id).isPresent();
  }

  @Test
  @Timeout(1_800)
  void nothing_is_lost_that_others_append_meanwhile() throws Exception {
    Path file = folder.resolve("d.jsonl");
    Path end = folder.resolve("end");
    Dossiers.append(file, actor("counted"));
    ExecutorService outputs = Executors.newFixedThreadPool(2);
    List<Future<List<String>>> acknowledged = new ArrayList<>();
    List<Process> appenders = new ArrayList<>();
    for (String name : List.of("x", "y")) {
      Process appender = start(file, name, end);
      appenders.add(appender);
      acknowledged.add(outputs.submit(() -> output(appender)));
    }
    while (!hasActor(file, "x-0") || !hasActor(file, "y-0")) {
      assertThat(appenders).allMatch(Process::isAlive);
      Thread.sleep(5);
    }
    int updates = 0;
    long start = System.nanoTime();
    while (updates < 4 || System.nanoTime() - start < SECONDS * 1_000_000_000) {
      Actor counted =
          Actor.builder()
              .id("counted")
              .name(String.valueOf(++updates))
              .kind(ActorKind.STATE)
              .build();
      Dossiers.update(file, dossier -> dossier.replace(counted));
    }
    Files.createFile(end);
    outputs.shutdown();

    List<String> said = new ArrayList<>();
    for (Future<List<String>> each : acknowledged) {
      assertThat(each.get()).isNotEmpty();
      said.addAll(each.get());
    }
    Dossier dossier = Dossiers.read(file);
    Set<String> ids = dossier.actors().stream().map(Actor::id).collect(Collectors.toSet());
    assertThat(ids).containsAll(said).hasSize(said.size() + 1);
    assertThat(dossier.actor("counted").orElseThrow().name()).isEqualTo(String.valueOf(updates));
  }

  @Test
  void the_changed_dossier_is_returned_and_written() {
    Path file = folder.resolve("d.jsonl");
    Dossiers.append(file, actor("a"));

    Dossier changed = Dossiers.update(file, dossier -> dossier.plus(actor("b")));

    assertThat(changed.actors()).containsExactly(actor("a"), actor("b"));
    assertThat(Dossiers.read(file)).isEqualTo(changed);
  }

  @Test
  void a_change_that_fails_leaves_the_file_as_it_is() throws IOException {
    Path file = folder.resolve("d.jsonl");
    Dossiers.append(file, actor("a"));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(
            () ->
                Dossiers.update(
                    file,
                    dossier -> {
                      throw new IllegalStateException("changed its mind");
                    }))
        .hasMessage("changed its mind");

    assertThat(file).hasBinaryContent(before);
    Dossiers.append(file, actor("b")); // the lock is free
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
  }

  @Test
  void what_was_written_meanwhile_without_the_lock_is_not_replaced() throws IOException {
    Path file = folder.resolve("d.jsonl");
    Dossiers.append(file, actor("a"));

    assertThatThrownBy(
            () ->
                Dossiers.update(
                    file,
                    dossier -> {
                      write(file, Dossiers.line(actor("b")) + "\n");
                      return dossier.plus(actor("c"));
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be written: others wrote to it meanwhile; try again");

    assertThat(Dossiers.read(file).actors()).containsExactly(actor("a"), actor("b"));
  }

  private static void write(Path file, String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void other_files_are_refused() throws IOException {
    assertThatThrownBy(() -> Dossiers.update(folder.resolve("d.json"), dossier -> dossier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "d.json: a dossier is changed in a file of one record per line; its name must end in"
                + " .jsonl");
    assertThatThrownBy(() -> Dossiers.update(folder.resolve("d.jsonl.gz"), dossier -> dossier))
        .isInstanceOf(IllegalArgumentException.class);
    Path missing = folder.resolve("missing.jsonl");
    assertThatThrownBy(() -> Dossiers.update(missing, dossier -> dossier))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(missing + ": no such file");
    Path torn = Files.writeString(folder.resolve("torn.jsonl"), "{\"demarche\":1}\n{\"actor\":");
    assertThatThrownBy(() -> Dossiers.update(torn, dossier -> dossier))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("the last line is torn");
    assertThat(torn).hasContent("{\"demarche\":1}\n{\"actor\":");
  }
}
