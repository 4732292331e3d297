package org.demarche.examples.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.demarche.answer.Position;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyAndProposition;
import org.demarche.json.Dossiers;
import org.demarche.json.Snapshot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times opening a file that was written before, up to the first answer. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReopenBenchmark {
  /** A file of a database, and the question to ask. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class DatabaseFile {
    /** The number of claims. */
    @Param("10000")
    public String claims;

    /** The name of the database. */
    @Param({"sqlite", "duckdb"})
    public String peer;

    private Path file;
    private PartyAndProposition question;
    private int day;

    /** Writes the file if it does not exist yet, and draws the question. */
    @Setup
    public void write() {
      GeneratedDossier generated = GeneratedDossier.of(Integer.parseInt(claims));
      FlatDossier flat = new BenchmarkDossier.Generated(generated).flat();
      file = generated.written(peer, path -> SqlPeers.write(peer, flat, path));
      BenchmarkQuestions questions = BenchmarkQuestions.of(flat);
      question = questions.typical().get(0);
      day = FlatDossier.day(questions.dates().get(0));
    }
  }

  /** A file of a dossier with its snapshot, and a question. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class SnapshotOfFile {
    /** The number of claims. */
    @Param("10000")
    public String claims;

    private Path file;
    private LocalDate date;
    private String party;
    private String proposition;

    /** Makes the snapshot if there is none yet, and draws the question. */
    @Setup
    public void make() {
      GeneratedDossier generated = GeneratedDossier.of(Integer.parseInt(claims));
      file = generated.file();
      Snapshot made = Dossiers.snapshot(file);
      if (made.unwritten().isPresent()) {
        throw new IllegalStateException(made.toString());
      }
      FlatDossier flat = new BenchmarkDossier.Generated(generated).flat();
      BenchmarkQuestions questions = BenchmarkQuestions.of(flat);
      date = questions.dates().get(0);
      party = flat.parties().get(questions.typical().get(0).party());
      proposition = flat.propositions().get(questions.typical().get(0).proposition());
    }
  }

  /** Times opening the snapshot of a file, and one position. */
  @Benchmark
  public Position reopen(SnapshotOfFile snapshot) {
    return Dossiers.snapshot(snapshot.file)
        .tracker()
        .asOf(snapshot.date)
        .position(snapshot.party, snapshot.proposition);
  }

  /** Times opening the file of a database, and one bare stance. */
  @Benchmark
  public int peerReopen(DatabaseFile database) {
    return SqlPeers.stance(
        database.peer,
        database.file,
        database.question.party(),
        database.question.proposition(),
        database.day);
  }
}
