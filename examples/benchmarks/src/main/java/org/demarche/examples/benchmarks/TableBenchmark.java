package org.demarche.examples.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.demarche.json.ClaimTable;
import org.demarche.json.LoadedClaims;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Times reading a table of 870,000 votes, about as many as the UN General Assembly has cast, in a
 * heap of 1.5 GB. Each measurement has a process of its own, as a table is usually read once.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    warmups = 1,
    jvmArgsAppend = {"-Xms1500m", "-Xmx1500m"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class TableBenchmark {
  /** A table of generated votes. */
  @State(Scope.Benchmark)
  public static class VoteTable {
    private static final int VOTES = 870_000;
    private static final int STATES = 200;

    private final Path file = Path.of("target", "votes.csv");

    /**
     * Generates the table on first use, and keeps it until a clean build: a process that writes it
     * has warmed up, and would measure less than the first reading of a table takes.
     */
    @Setup
    public void generate() throws IOException {
      if (Files.exists(file)) {
        return;
      }
      Path part = Path.of("target", "votes.part");
      Random random = new Random(1);
      try (BufferedWriter table = Files.newBufferedWriter(part)) {
        table.write("rcid,country_code,country,vote,date,short\n");
        for (int i = 0; i < VOTES; i++) {
          int roll = i / STATES;
          int state = i % STATES;
          table.write(
              "%s,C%s,\"Country number %s\",%s,%s,Resolution %s on disarmament\n"
                  .formatted(
                      roll,
                      state,
                      state,
                      1 + random.nextInt(3),
                      LocalDate.of(1985, 1, 1).plusDays(3L * roll),
                      roll));
        }
      }
      Files.move(part, file);
    }

    private ClaimTable table() {
      return ClaimTable.of(file)
          .values("vote", Map.of("1", "FOR", "2", "UNCOMMITTED", "3", "AGAINST"))
          .onto(
              Dossier.of(
                  Actor.builder().id("unga").name("UN").kind(ActorKind.MEDIA).build(),
                  Source.builder()
                      .id("roll-calls")
                      .outlet("unga")
                      .title("Roll calls")
                      .published(When.parse("2025-12-31"))
                      .build()))
          .actors(ActorKind.STATE, "{country}")
          .propositions("votes", "{short}")
          .id("{rcid}/{country_code}")
          .principals("{country_code}")
          .proposition("rc-{rcid}")
          .stance("{vote}")
          .force("VOTE")
          .asserted("{date}")
          .source("roll-calls")
          .mode("RECORDED");
    }
  }

  /** Times reading the table into a dossier of 870,000 claims. */
  @Benchmark
  public LoadedClaims load(VoteTable votes) {
    return votes.table().read();
  }

  /** Times parsing the table with Jackson, a map for each row, none of which is kept. */
  @Benchmark
  public int rowsAsMaps(VoteTable votes) throws IOException {
    int cells = 0;
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(votes.file)) {
      while (rows.hasNext()) {
        cells += rows.next().size();
      }
    }
    return cells;
  }

  /** Times parsing the table with the library itself, which is told to leave out each row. */
  @Benchmark
  public LoadedClaims rowsLeftOut(VoteTable votes) {
    return votes.table().leaveOut("vote", "1", "2", "3").read();
  }
}
