package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed at random moments while they append or write: {@code
 * -Ddemarche.kills=300 -Ddemarche.seed=1} sets how often and the seed of the moments.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("demarche.kills", 6);
  private static final long SEED = Long.getLong("demarche.seed", 1L);

  @TempDir Path folder;

  private static Actor actor(String id) {
    // Long enough for a write to be caught in the middle.
    return Actor.builder().id(id).name("국가 ".repeat(2_000) + id).kind(ActorKind.STATE).build();
  }

  /** Appends records and says which are on the disk, until it is killed. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) {
      for (int i = 0; ; i++) {
        String id = args[1] + "-" + i;
        Dossiers.append(Path.of(args[0]), actor(id), actor(id + "b"));
        System.out.println(id);
        System.out.flush();
      }
    }
  }

  /** Writes dossiers one after the other and says which are on the disk, until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      for (int i = 0; ; i++) {
        Dossiers.write(dossier(Integer.parseInt(args[1]) + i), Path.of(args[0]));
        System.out.println(Integer.parseInt(args[1]) + i);
        System.out.flush();
      }
    }
  }

  private static Dossier dossier(int generation) {
    return Dossier.of(
        IntStream.range(0, 50).mapToObj(i -> actor("g" + generation + "-" + i)).toList());
  }

  private static Process start(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Starts a process, kills it a while after it first speaks, and gives what it said. */
  private static List<String> killed(Class<?> main, Random random, String... args)
      throws IOException, InterruptedException {
    Process process = start(main, args);
    List<String> said = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String first = out.readLine();
      assertThat(first).isNotNull();
      said.add(first);
      Thread.sleep(0, random.nextInt(1_000_000));
      Thread.sleep(random.nextInt(60));
      process.toHandle().destroyForcibly(); // as kill -9; what it said stays to be read
      out.lines().forEach(said::add);
    }
    process.waitFor();
    return said;
  }

  @Test
  @Timeout(300)
  void concurrent_appending_processes_lose_no_line_and_tear_no_line()
      throws IOException, InterruptedException {
    Path file = folder.resolve("shared.jsonl");
    List<Process> writers = new ArrayList<>();
    for (String name : List.of("one", "two", "three")) {
      writers.add(start(Appender.class, file.toString(), name));
    }
    List<BufferedReader> outs = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Process writer : writers) {
      BufferedReader out =
          new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8));
      outs.add(out);
      for (int i = 0; i < 10; i++) {
        said.add(out.readLine());
        // Read in this process, which opens and closes channels on the file.
        assertThat(Dossiers.reader().keepBeforeTear(torn -> {}).read(file).actors()).isNotEmpty();
      }
    }
    writers.forEach(writer -> writer.toHandle().destroyForcibly());
    for (int i = 0; i < writers.size(); i++) {
      outs.get(i).lines().forEach(said::add);
      writers.get(i).waitFor();
    }
    Dossier dossier = Dossiers.reader().keepBeforeTear(torn -> {}).read(file);
    assertThat(dossier.actors()).extracting(Actor::id).containsAll(said);
  }

  @Test
  @Timeout(1_800)
  void acknowledged_lines_survive_when_an_appending_process_is_killed()
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    int torn = 0;
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = folder.resolve("appended-" + kill / 20 + ".jsonl");
      List<String> said = killed(Appender.class, random, file.toString(), "k" + kill);
      List<Problem> tears = new ArrayList<>();
      Dossier dossier = Dossiers.reader().keepBeforeTear(tears::add).read(file);
      Set<String> there =
          dossier.actors().stream().map(Actor::id).collect(Collectors.toCollection(HashSet::new));
      for (String id : said) {
        assertThat(there).contains(id, id + "b");
      }
      acknowledged += said.size();
      assertThat(tears.size()).isLessThan(2);
      torn += tears.size();
      assertThat(Dossiers.repair(file).isPresent()).isEqualTo(!tears.isEmpty());
      assertThat(Dossiers.read(file)).isEqualTo(dossier);
    }
    System.out.printf(
        "appending: seed %d, %d kills, %d appends acknowledged and read back, %d torn tails named%n",
        SEED, KILLS, acknowledged, torn);
  }

  @Test
  @Timeout(1_800)
  void a_file_is_complete_after_a_replacing_process_is_killed()
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    Path file = folder.resolve("written.json");
    int generation = 0;
    int left = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> said = killed(Writer.class, random, file.toString(), String.valueOf(generation));
      Dossier dossier = Dossiers.read(file);
      int read = Integer.parseInt(dossier.actors().get(0).id().replaceAll("g(\\d+)-.*", "$1"));
      int last = Integer.parseInt(said.get(said.size() - 1));
      assertThat(read).isBetween(last, last + 1);
      assertThat(dossier).isEqualTo(dossier(read));
      generation = read + 1;
      try (var files = Files.list(folder)) {
        for (Path temporary :
            files.filter(path -> path.getFileName().toString().endsWith(".tmp")).toList()) {
          Files.delete(temporary);
          left++;
        }
      }
    }
    System.out.printf(
        "writing: seed %d, %d kills, %d dossiers written, the file whole each time, %d temporary files left%n",
        SEED, KILLS, generation, left);
  }
}
