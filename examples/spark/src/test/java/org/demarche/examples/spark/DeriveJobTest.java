package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.demarche.json.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job writes whole folders of equal bytes, and names each line that it leaves out. */
class DeriveJobTest {
  private static final String AS_OF = "2022-08-11";

  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(SparkSession session, Path input, Path out, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of("--input", input.toString(), "--out", out.toString(), "--as-of", AS_OF));
    options.addAll(List.of(more));
    return DeriveJob.run(
        session,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        options.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  // Output

  @Test
  void the_bytes_are_equal_at_any_partitioning_and_after_a_run_that_was_killed()
      throws IOException {
    Path lines = ShuffledLines.write(ExampleDossiers.thaad(), folder.resolve("in"), 3);
    SparkSession one = SparkSessions.local(1);
    assertThat(run(one, lines, folder.resolve("out"), "--files", "2")).isZero();
    assertThat(printed()).contains("rejects 0");
    assertThat(files(folder.resolve("out")).keySet())
        .contains("positions/jsonl/part-00000.jsonl", "turns/parquet/part-00001.parquet");

    Path parquet = folder.resolve("parquet");
    CorpusLines.of(one, lines.toString()).write().parquet(parquet.toString());
    Path left = Files.createDirectories(folder.resolve("again.unfinished/positions/jsonl"));
    Files.writeString(left.resolve("part-00000.jsonl"), "of the run that was killed");
    Files.writeString(folder.resolve("again.lock"), lockOfEndedProcess());
    SparkSession seven = SparkSessions.local(7);
    Map<String, String> others =
        Map.of(
            "spark.sql.files.maxRecordsPerFile", "5",
            "spark.sql.parquet.compression.codec", "gzip",
            "spark.sql.jsonGenerator.ignoreNullFields", "false");
    others.forEach((name, value) -> seven.conf().set(name, value));
    assertThat(run(seven, parquet, folder.resolve("again"), "--files", "2")).isZero();
    others.keySet().forEach(seven.conf()::unset);
    assertThat(printed())
        .contains("again: replaces what a run that did not end left in again.unfinished");

    assertThat(files(folder.resolve("again"))).isEqualTo(files(folder.resolve("out")));
    assertThat(folder.resolve("again.unfinished")).doesNotExist();
    assertThat(folder.resolve("again.lock")).doesNotExist();
  }

  private static String lockOfEndedProcess() throws IOException {
    Process process = new ProcessBuilder("true").start();
    RunningProcess here = RunningProcess.ofThis();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    return new RunningProcess(here.host(), process.pid(), here.start()).text();
  }

  @Test
  void a_folder_that_another_run_is_writing_is_left_to_it() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    Path begun = Files.createDirectories(folder.resolve("out.unfinished"));
    RunningProcess here = RunningProcess.ofThis();
    for (String text :
        List.of(
            here.text(),
            new RunningProcess("elsewhere", 1, "unknown").text(),
            "")) { // created, but not written yet
      Files.writeString(folder.resolve("out.lock"), text);
      assertThat(run(SparkSessions.local(1), input, folder.resolve("out"))).isEqualTo(1);
      assertThat(printed()).contains("out: another run is writing it, process ");
      assertThat(folder.resolve("out.lock")).hasContent(text);
      assertThat(begun).exists();
      printed.reset();
    }
  }

  @Test
  void a_folder_that_has_come_to_be_meanwhile_is_not_replaced() throws IOException {
    SparkSession session = SparkSessions.local(1);
    String to = folder.resolve("out").toString();
    try (OutputFolder out = OutputFolder.create(session, to, 1, "in", text -> {})) {
      out.write("numbers", session.range(2).selectExpr("id", "id AS same"), new ArrayList<>());
      Files.createDirectories(folder.resolve("out"));
      assertThatThrownBy(out::finish).hasMessageContaining("out");
      assertThat(folder.resolve("out")).isEmptyDirectory();
    }
    assertThat(folder.resolve("out.unfinished")).doesNotExist();
    assertThat(folder.resolve("out.lock")).doesNotExist();
  }

  @Test
  void a_failure_of_a_job_is_told_and_nothing_is_left() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    Files.writeString(input.resolve("a.parquet"), "not Parquet");
    assertThat(run(SparkSessions.local(1), input, folder.resolve("out"))).isEqualTo(1);
    assertThat(printed()).contains("the job failed: ").contains("a.parquet");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(input);
    }
  }

  @Test
  void output_and_input_must_be_apart() throws IOException {
    for (String[] pair :
        new String[][] {
          {"in", "in/out"}, {"in/out", "in"}, {"a/b", "a/b"}, {"x.unfinished", "x"}
        }) {
      Path input = Files.createDirectories(folder.resolve(pair[0]));
      Files.writeString(input.resolve("kept.txt"), "");
      assertThat(run(SparkSessions.local(1), input, folder.resolve(pair[1]))).isEqualTo(1);
      assertThat(printed()).contains("the output folder and the input folder", "must be apart");
      assertThat(input.resolve("kept.txt")).exists();
      printed.reset();
    }
  }

  /** Returns the hash of the bytes of each file, but for the checksums that Hadoop adds. */
  private static Map<String, Integer> files(Path folder) throws IOException {
    TreeMap<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".crc")) {
          hashes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }

  @Test
  void the_sample_of_the_readme_is_the_thaad_dossier() {
    assertThat(Dossiers.read(Path.of("sample", "thaad.jsonl.gz")))
        .isEqualTo(ExampleDossiers.thaad());
  }

  // Bad input

  @Test
  void an_output_folder_that_exists_is_left_as_it_is() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    Path out = Files.createDirectories(folder.resolve("out"));
    assertThat(run(SparkSessions.local(1), input, out)).isEqualTo(1);
    assertThat(printed()).contains("out: the output folder exists; choose another");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void a_folder_without_lines_or_no_folder_is_refused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(run(SparkSessions.local(1), empty, folder.resolve("out"))).isEqualTo(1);
    assertThat(printed()).contains("empty: the folder has no file that ends in .jsonl");
    Path absent = folder.resolve("absent");
    assertThat(run(SparkSessions.local(1), absent, folder.resolve("out"))).isEqualTo(1);
    assertThat(printed()).contains("absent: the input folder does not exist");
    SparkSession session = SparkSessions.local(1);
    Path other = folder.resolve("other");
    session.range(1).write().parquet(other.toString());
    assertThat(run(session, other, folder.resolve("out"))).isEqualTo(1);
    assertThat(printed()).contains("need the columns file, line and text, got [id]");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void options_that_are_missing_or_wrong_are_refused() {
    SparkSession session = SparkSessions.local(1);
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(DeriveJob.run(session, out, "--input", "in")).isEqualTo(1);
    assertThat(printed()).contains("--as-of is missing");
    assertThat(DeriveJob.run(session, out, "--inptu", "in")).isEqualTo(1);
    assertThat(printed()).contains("got [--inptu, in]");
    assertThat(run(session, folder, folder.resolve("out"), "--since", "yesterday")).isEqualTo(1);
    assertThat(printed()).contains("--since must be a day such as 2022-08-11, got 'yesterday'");
    assertThat(run(session, folder, folder.resolve("out"), "--known-at", "+10000-01-01"))
        .isEqualTo(1);
    assertThat(printed())
        .contains("--known-at must be a day such as 2022-08-11, got '+10000-01-01");
    assertThat(run(session, folder, folder.resolve("out"), "--since", "2022-08-12")).isEqualTo(1);
    assertThat(printed()).contains("--since must not be after --as-of, got 2022-08-12 and 2022-08");
    assertThat(run(session, folder, folder.resolve("out"), "--as-of", "2022-08-12")).isEqualTo(1);
    assertThat(printed()).contains("--as-of is given twice");
    assertThat(folder).isEmptyDirectory();
  }

  private static final String CLAIM =
      "{\"claim\": {\"id\": \"%s\", \"speakers\": [\"x\"], \"principals\": [\"x\"], \"asserted\":"
          + " \"2020-01-01\", \"proposition\": \"%s\", \"stance\": \"FOR\", \"force\": \"ASSERT\","
          + " \"evidence\": [{\"source\": \"%s\", \"mode\": \"RECORDED\"}]%s}}";

  private static String claim(String id, String proposition, String source, String more) {
    return CLAIM.formatted(id, proposition, source, more);
  }

  private static String actor(String id, String name, String kind) {
    return "{\"actor\": {\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"%s\"}}"
        .formatted(id, name, kind);
  }

  @Test
  void lines_that_cannot_be_read_or_refer_to_nothing_are_rejected_with_their_place()
      throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    Files.write(
        input.resolve("a.jsonl"),
        List.of(
            "{\"demarche\": 1}",
            actor("x", "The X", "STATE"),
            actor("wire", "The Wire", "MEDIA"),
            "{\"source\": {\"id\": \"s\", \"outlet\": \"wire\", \"title\": \"T\", \"published\":"
                + " \"2020-02-01\"}}",
            "{\"proposition\": {\"id\": \"p\", \"issue\": \"i\", \"text\": \"It is so.\"}}",
            claim("c1", "p", "s", ""),
            claim("c2", "unheard", "s", ""),
            claim("c3", "p", "s", ", \"respondsTo\": [\"c2\"]"),
            claim("c4", "p", "lost", ""),
            "not JSON",
            claim("c7", "unheard", "s", ", \"status\": \"DRAFT\""),
            claim("c7", "p", "s", ""),
            claim("c8", "unheard", "s", ", \"status\": \"DRAFT\""),
            claim("c8", "unheard", "s", "")));
    Files.write(input.resolve("b.jsonl"), List.of("{\"demarche\": 2}", claim("c5", "p", "s", "")));
    Files.write(input.resolve("c.jsonl"), List.of(actor("x", "Another X", "STATE")));
    Files.write(input.resolve("d.jsonl"), new byte[] {'{', (byte) 0xC3, '}', '\n'});
    byte[] packed = packed(claim("c6", "p", "s", "") + "\n");
    Files.write(input.resolve("e.jsonl.gz"), Arrays.copyOf(packed, packed.length / 2));

    assertThat(run(SparkSessions.local(2), input, folder.resolve("out"))).isEqualTo(2);
    assertThat(printed()).contains("positions 1", "rejects 9");
    TreeMap<String, String> rejects = new TreeMap<>();
    for (Row row : table("rejects")) {
      rejects.put(row.getAs("file") + ":" + row.getAs("line"), row.getAs("reason"));
    }
    assertThat(rejects)
        .contains(
            entry(
                "a.jsonl:7",
                "claim c2: proposition 'unheard' is in no file, or its line was left out"),
            entry("d.jsonl:1", "the line is not UTF-8"),
            entry("e.jsonl.gz:1", "the file ends within its gzip; no line from here on is read"));
    assertThat(rejects.keySet())
        .containsExactly(
            "a.jsonl:10",
            "a.jsonl:14",
            "a.jsonl:7",
            "a.jsonl:8",
            "a.jsonl:9",
            "b.jsonl:1",
            "c.jsonl:1",
            "d.jsonl:1",
            "e.jsonl.gz:1");
    assertThat(rejects.get("a.jsonl:8")).contains("c3", "c2");
    assertThat(rejects.get("a.jsonl:9")).contains("c4", "lost");
    assertThat(rejects.get("b.jsonl:1")).contains("2", "no line of the file after this one");
    assertThat(rejects.get("c.jsonl:1")).contains("x", "a.jsonl:2");
    Row position = table("positions").get(0);
    assertThat(position.<String>getAs("party")).isEqualTo("x");
    assertThat(position.<String>getAs("claim")).isIn("c1", "c7"); // both of one day and grade
    assertThat(position.<String>getAs("outcome")).isEqualTo("FOR");
  }

  private List<Row> table(String name) {
    String path = folder.resolve("out").resolve(name).resolve("parquet").toString();
    return SparkSessions.local(1).read().parquet(path).collectAsList();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
