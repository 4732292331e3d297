package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they write, on a file system that takes its time: {@code
 * -Ddemarche.kills=300 -Ddemarche.seed=1} sets how many of each kind, and the seed of the moments.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("demarche.kills", 4);
  private static final long SEED = Long.getLong("demarche.seed", 1L);

  /** The number of kills after which another file is begun, so that files stay small. */
  private static final int PER_FILE = 25;

  /** The actor whose name counts the updates. */
  private static final String COUNTER = "counter";

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<WritingProcess> started = new ArrayList<>();
  private int kills;
  private int inside;
  private int torn;
  private int temporary;

  private static Actor actor(String id, String name) {
    return Actor.builder().id(id).name(name).kind(ActorKind.STATE).build();
  }

  private static Actor actor(String id) {
    return actor(id, "국가 ".repeat(20) + id);
  }

  private static Dossier dossier(int generation) {
    return Dossier.of(
        IntStream.range(0, 50).mapToObj(i -> actor("g" + generation + "-" + i)).toList());
  }

  private static int generation(Dossier dossier) {
    return Integer.parseInt(dossier.actors().get(0).id().replaceAll("g(\\d+)-.*", "$1"));
  }

  /** Appends records, and says which were acknowledged, until it is killed. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws InterruptedException {
      Path file = SlowFiles.path(args[0]);
      for (int i = 0; ; i++) {
        String id = args[1] + "-" + i;
        repairedIfTorn(file, () -> Dossiers.append(file, actor(id), actor(id + "b")));
        WritingProcess.acknowledge(id);
        Thread.sleep(5); // others have their turn
      }
    }
  }

  /** Reads a file, counts on and writes it back, until it is killed. */
  static final class Rewriter {
    private Rewriter() {}

    public static void main(String[] args) throws InterruptedException {
      Path file = SlowFiles.path(args[0]);
      while (true) {
        repairedIfTorn(
            file,
            () -> {
              Dossier now =
                  Dossiers.update(
                      file,
                      before -> before.replace(actor(COUNTER, String.valueOf(count(before) + 1))));
              WritingProcess.acknowledge(String.valueOf(count(now)));
            });
        Thread.sleep(5);
      }
    }
  }

  private static int count(Dossier dossier) {
    return Integer.parseInt(dossier.actor(COUNTER).orElseThrow().name());
  }

  /** Does what another process may have to leave undone, because a third was killed. */
  private static void repairedIfTorn(Path file, Runnable action) {
    while (true) {
      try {
        action.run();
        return;
      } catch (UncheckedIOException | InvalidDossierException refused) {
        if (!String.valueOf(refused.getMessage()).contains("line is torn")) {
          throw refused;
        }
        if (Dossiers.repair(file).isPresent()) { // else another process was faster
          WritingProcess.say(WritingProcess.REPAIRED);
        }
      }
    }
  }

  /** Writes dossiers one after the other, and says which were acknowledged. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      for (int i = Integer.parseInt(args[1]); ; i++) {
        Dossiers.write(dossier(i), SlowFiles.path(args[0]));
        WritingProcess.acknowledge(String.valueOf(i));
      }
    }
  }

  /** Writes dossiers, at once, and makes a snapshot of each. */
  static final class SnapshotWriter {
    private SnapshotWriter() {}

    public static void main(String[] args) {
      for (int i = Integer.parseInt(args[1]); ; i++) {
        Dossiers.write(dossier(i), Path.of(args[0]));
        Snapshot made = Dossiers.snapshot(SlowFiles.path(args[0]));
        if (made.unwritten().isPresent() || generation(made.tracker().dossier()) != i) {
          throw new IllegalStateException(made.toString());
        }
        WritingProcess.acknowledge(String.valueOf(i));
      }
    }
  }

  private WritingProcess start(Class<?> main, Path file, String arg) throws IOException {
    WritingProcess process = WritingProcess.start(main, file.toString(), arg);
    started.add(process);
    return process;
  }

  /** Kills a process at a moment of its next writes. */
  private void kill(WritingProcess process) throws InterruptedException {
    kills++;
    if (process.kill(1 + random.nextInt(6), random.nextInt(WritingProcess.LONGEST_DELAY))) {
      inside++;
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    for (WritingProcess process : started) {
      process.end();
    }
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.getFileName().toString().endsWith(".tmp")).toList();
    }
  }

  private void removeTemporaryFiles() throws IOException {
    for (Path file : temporaryFiles()) {
      Files.delete(file);
      temporary++;
    }
  }

  private void report(String kind, String result) {
    System.out.printf(
        "%s: seed %d, %d kills, %d inside a write, %d torn lines, %d temporary files left; %s%n",
        kind, SEED, kills, inside, torn, temporary, result);
    assertThat(inside).as("kills inside a write").isGreaterThan(kills / 2);
  }

  private static Set<String> ids(Dossier dossier) {
    return dossier.actors().stream().map(Actor::id).collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void acknowledged_lines_survive_when_an_appending_process_is_killed()
      throws IOException, InterruptedException {
    int acknowledged = 0;
    while (kills < KILLS) {
      Path file = folder.resolve("appended-" + kills / PER_FILE + ".jsonl");
      WritingProcess appender = start(Appender.class, file, "k" + kills);
      kill(appender);
      if (!Files.exists(file)) {
        assertThat(appender.acknowledged()).isEmpty();
        continue;
      }
      List<Problem> tears = new ArrayList<>();
      Dossier dossier = Dossiers.reader().keepBeforeTear(tears::add).read(file);
      for (String id : appender.acknowledged()) {
        assertThat(ids(dossier)).contains(id, id + "b");
      }
      assertThat(tears).hasSizeLessThan(2);
      assertThat(Dossiers.repair(file).isPresent()).isEqualTo(!tears.isEmpty());
      assertThat(Dossiers.read(file)).isEqualTo(dossier);
      acknowledged += appender.acknowledged().size();
      torn += tears.size();
    }
    report("appending", acknowledged + " appends acknowledged and read back");
    assertThat(torn).isPositive();
  }

  @Test
  void acknowledged_lines_survive_when_appending_and_rewriting_processes_are_killed()
      throws IOException, InterruptedException {
    int acknowledged = 0;
    int updates = 0;
    while (kills < KILLS) {
      Path file = folder.resolve("changed-" + kills / PER_FILE + ".jsonl");
      Dossiers.append(file, actor(COUNTER, "0"));
      int first = started.size();
      int last = Math.min(KILLS, kills + PER_FILE);
      WritingProcess appender = start(Appender.class, file, "k" + kills);
      WritingProcess rewriter = start(Rewriter.class, file, "");
      while (kills < last) {
        kill(kills % 2 == 0 ? appender : rewriter);
        if (kills < last) {
          if (kills % 2 == 1) {
            appender = start(Appender.class, file, "k" + kills);
          } else {
            rewriter = start(Rewriter.class, file, "");
          }
        }
      }
      List<WritingProcess> all = started.subList(first, started.size());
      for (WritingProcess process : all) {
        process.end();
      }
      if (Dossiers.repair(file).isPresent()) {
        torn++;
      }
      Dossier dossier = Dossiers.read(file);
      Set<String> ids = ids(dossier);
      int counted = 0;
      for (WritingProcess process : all) {
        torn += process.repairs();
        for (String said : process.acknowledged()) {
          if (said.startsWith("k")) {
            assertThat(ids).contains(said, said + "b");
            acknowledged++;
          } else {
            assertThat(Integer.parseInt(said)).isGreaterThan(counted);
            counted = Integer.parseInt(said);
          }
        }
      }
      assertThat(count(dossier)).isGreaterThanOrEqualTo(counted);
      updates += counted;
      removeTemporaryFiles();
    }
    report(
        "appending beside rewriting",
        "%d appends and %d updates acknowledged and read back".formatted(acknowledged, updates));
    assertThat(torn).isPositive();
    assertThat(updates).isPositive();
  }

  @Test
  void a_file_is_complete_after_a_replacing_process_is_killed()
      throws IOException, InterruptedException {
    List<String> endings = List.of("json", "jsonl", "jsonl.gz");
    int generation = 0;
    while (kills < KILLS) {
      Path file = folder.resolve("written." + endings.get(kills % endings.size()));
      Dossiers.write(dossier(generation), file);
      WritingProcess writer = start(Writer.class, file, String.valueOf(generation + 1));
      kill(writer);
      Dossier dossier = Dossiers.read(file);
      int read = generation(dossier);
      generation += writer.acknowledged().size();
      assertThat(read).isBetween(generation, generation + 1);
      assertThat(dossier).isEqualTo(dossier(read));
      generation = read + 1;
      removeTemporaryFiles();
    }
    report("writing", generation + " dossiers written, the file whole each time");
  }

  @Test
  void a_torn_snapshot_is_refused_and_made_anew() throws IOException, InterruptedException {
    Path file = folder.resolve("claims.jsonl");
    int generation = 0;
    int refused = 0;
    Dossiers.write(dossier(generation), file);
    while (kills < KILLS) {
      WritingProcess writer = start(SnapshotWriter.class, file, String.valueOf(generation + 1));
      kill(writer);
      Dossier dossier = Dossiers.read(file);
      generation += writer.acknowledged().size();
      assertThat(generation(dossier)).isBetween(generation, generation + 1);
      generation = generation(dossier);

      assertThat(Dossiers.snapshot(file).tracker().dossier()).isEqualTo(dossier);
      for (Path half : temporaryFiles()) {
        // What the process left, where it would be on a system that renames before it writes.
        Path snapshot = folder.resolve("claims.jsonl.snapshot");
        Files.move(half, snapshot, StandardCopyOption.REPLACE_EXISTING);
        temporary++;
        Snapshot again = Dossiers.snapshot(file);
        assertThat(again.tracker().dossier()).isEqualTo(dossier);
        if (again.rebuilt().isPresent()) {
          refused++;
        }
      }
      Snapshot opened = Dossiers.snapshot(file);
      assertThat(opened.rebuilt()).isEmpty();
      assertThat(opened.verify()).isEmpty();
      assertThat(opened.tracker().dossier()).isEqualTo(dossier);
    }
    report(
        "snapshots", "%d made, %d torn ones refused and made anew".formatted(generation, refused));
    assertThat(refused).isGreaterThanOrEqualTo(inside).isPositive();
  }

  @Test
  void concurrent_appending_processes_lose_no_line_and_tear_no_line()
      throws IOException, InterruptedException {
    Path file = folder.resolve("shared.jsonl");
    for (String name : List.of("one", "two", "three")) {
      start(Appender.class, file, name);
    }
    for (WritingProcess appender : started) {
      appender.awaitAcknowledged(1);
    }
    for (int round = 1; round <= 10; round++) {
      for (WritingProcess appender : started) {
        appender.awaitAcknowledged(round);
        // Read in this process, which opens and closes channels on the file.
        assertThat(Dossiers.reader().keepBeforeTear(tear -> {}).read(file).actors()).isNotEmpty();
      }
    }
    for (WritingProcess appender : started) {
      appender.end();
    }
    Dossier dossier = Dossiers.reader().keepBeforeTear(tear -> {}).read(file);
    for (WritingProcess appender : started) {
      assertThat(ids(dossier)).containsAll(appender.acknowledged());
    }
  }
}
