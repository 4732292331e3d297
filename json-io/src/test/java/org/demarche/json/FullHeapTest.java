package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every entry point reports a full heap as a problem of its file, in one process that goes on. */
@Tag("slow")
@Timeout(120)
class FullHeapTest {
  private static final int MEGABYTES = 24;
  private static final int MANY = 30_000;

  /** Makes texts long, so that few of them fill the heap and are soon looked through. */
  private static final String PADDING = "x".repeat(1_000);

  /** More than the heap, and no more than a line may have. */
  private static final int LONG = 60 << 20;

  private static final Pattern FIGURES =
      Pattern.compile(
          "had used all of it after reading (?:(\\d+) (?:records|rows), )?([0-9.]+) MiB of text");

  private static final ImmutableList<String> READINGS =
      ImmutableList.of(
          "read a file of lines",
          "read packed lines",
          "read a packed document",
          "read with bad records left out",
          "read a stream",
          "items",
          "readAppended",
          "readDrafts",
          "snapshot",
          "update",
          "read a table",
          "read a long cell",
          "read a workbook",
          "read an answer",
          "readTexts",
          "annotations",
          "dnaEvents",
          "dna",
          "refiQda");

  /** The readings instead of which records could be read one by one. */
  private static final ImmutableList<String> CAN_STREAM =
      ImmutableList.of(
          "read a file of lines",
          "read packed lines",
          "read with bad records left out",
          "snapshot");

  private static final ImmutableList<String> WRITINGS =
      ImmutableList.of(
          "append", "append many", "write lines", "write a stream", "write to a builder");

  @TempDir Path folder;

  private static Actor actor(int number) {
    return Actor.builder()
        .id("a" + number)
        .name("state " + number + PADDING)
        .kind(ActorKind.STATE)
        .build();
  }

  private static String line(int number) {
    return "{\"actor\":{\"id\":\"a"
        + number
        + "\",\"name\":\"state "
        + number
        + PADDING
        + "\",\"kind\":\"STATE\"}}\n";
  }

  private static String draft(int number) {
    return "{\"claim\":{\"id\":\"c"
        + number
        + "\",\"speakers\":[\"a\"],\"principals\":[\"a\"],\"asserted\":\"2017\",\"proposition\":\"p\",\"stance\":\"FOR\",\"force\":\"ASSERT\",\"gist\":\""
        + PADDING
        + number
        + "\",\"evidence\":[{\"source\":\"S\",\"mode\":\"INDIRECT\",\"quote\":\"words\"}]}}\n";
  }

  // The process with the small heap

  /** Calls every entry point, and prints a line for each: its name, what it threw, and figures. */
  static final class Caller {
    private final Path folder;

    private Caller(Path folder) {
      this.folder = folder;
    }

    private interface Call {
      Object result() throws Exception;
    }

    public static void main(String[] args) {
      Caller caller = new Caller(Path.of(args[0]));
      caller.readDossiers();
      caller.readOthers();
      caller.write();
    }

    private static void call(String name, Call call) {
      call(name, call, () -> "");
    }

    /** Calls an entry point, and prints what it counted of its own accord. */
    private static void call(String name, Call call, Call counted) {
      String thrown;
      String count = "";
      try {
        thrown = "none: " + call.result().getClass().getSimpleName();
      } catch (Throwable failure) {
        thrown = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      }
      try {
        count = counted.result().toString();
      } catch (Exception impossible) {
        throw new AssertionError(impossible);
      }
      System.out.println(name + "\t" + count + "\t" + thrown.replaceAll("\\s+", " "));
    }

    private Path file(String name) {
      return folder.resolve(name);
    }

    private void readDossiers() {
      call("read a file of lines", () -> Dossiers.read(file("lines.jsonl")));
      call("read packed lines", () -> Dossiers.read(file("packed.jsonl.gz")));
      call("read a packed document", () -> Dossiers.read(file("document.json.gz")));
      call(
          "read with bad records left out",
          () -> Dossiers.reader().leaveOutInvalid(p -> {}).read(file("packed.jsonl.gz")));
      AtomicLong bytes = new AtomicLong();
      call(
          "read a stream",
          () -> {
            try (InputStream packed =
                    new BufferedInputStream(Files.newInputStream(file("packed.jsonl.gz")));
                CountingInputStream in = new CountingInputStream(new GZIPInputStream(packed))) {
              try {
                return Dossiers.read(in, "in.jsonl");
              } finally {
                bytes.set(in.getCount());
              }
            }
          },
          () -> bytes);
      AtomicLong records = new AtomicLong();
      call(
          "items",
          () -> {
            try (Stream<DossierRecord> items = Dossiers.items(file("long.jsonl.gz"))) {
              items.forEach(item -> records.incrementAndGet());
              return "";
            }
          },
          () -> records);
      call("readAppended", () -> Dossiers.reader().readAppended(file("lines.jsonl"), 0));
      call("readDrafts", () -> Dossiers.readDrafts(file("drafts.jsonl.gz")));
      call("snapshot", () -> Dossiers.snapshot(file("packed.jsonl.gz")));
      call("update", () -> Dossiers.update(file("lines.jsonl"), dossier -> dossier));
    }

    private ClaimTable table(String name) {
      return ClaimTable.of(file(name))
          .actors(ActorKind.STATE, "{who}")
          .propositions("issue", "It is so that {what}.")
          .id("{id}")
          .principals("{who}")
          .proposition("p-{what}")
          .stance("FOR")
          .force("ASSERT")
          .asserted("2017")
          .source("W1")
          .mode("INDIRECT");
    }

    private void readOthers() {
      AtomicLong rows = new AtomicLong();
      call("read a table", () -> table("rows.csv.gz").progress(rows::set).read(), () -> rows);
      call("read a long cell", () -> table("long.csv.gz").read());
      call("read a workbook", () -> table("rows.xlsx").read());
      call("read an answer", () -> Answers.read(file("document.json.gz")));
      call("readTexts", () -> Dossiers.readTexts(file("texts")));
      call("annotations", () -> Codings.annotations(file("annotations.json.gz")));
      call("dnaEvents", () -> Codings.dnaEvents(file("events.csv.gz")));
      call(
          "dna",
          () -> {
            try (Connection connection = DnaSample.open(file("many.dna"))) {
              return Codings.dna(connection, "many.dna");
            }
          });
      call("refiQda", () -> Codings.refiQda(file("large.qdpx")));
    }

    /** Writes a record of a long text while little of the heap is left. */
    private void write() {
      Source source =
          Source.builder()
              .id("S1")
              .outlet("paper")
              .title("T")
              .published(When.parse("2017"))
              .text("text ".repeat(1 << 19))
              .build();
      Dossier dossier =
          Dossier.of(Actor.builder().id("paper").name("P").kind(ActorKind.MEDIA).build(), source);
      Dossiers.write(dossier, file("kept.jsonl"));
      withLittleHeap("append", () -> Dossiers.append(file("kept.jsonl"), source));
      withLittleHeap("write lines", () -> Dossiers.write(dossier, file("kept.jsonl")));
      withLittleHeap("write a stream", () -> Dossiers.write(Stream.of(source), file("kept.jsonl")));
      withLittleHeap("write to a builder", () -> Dossiers.write(dossier, new StringBuilder()));
      withLittleHeap(
          "append many",
          () ->
              Dossiers.append(
                  file("kept.jsonl"),
                  (Iterable<DossierRecord>)
                      () ->
                          IntStream.range(0, MANY)
                              .<DossierRecord>mapToObj(i -> actor(i))
                              .iterator()));
      call("read what was kept", () -> Dossiers.read(file("kept.jsonl")));
    }

    private static void withLittleHeap(String name, Runnable writing) {
      List<byte[]> ballast = new ArrayList<>();
      try {
        while (true) {
          ballast.add(new byte[100_000]);
        }
      } catch (OutOfMemoryError full) {
        ballast.subList(Math.max(0, ballast.size() - 15), ballast.size()).clear();
      }
      call(
          name,
          () -> {
            try {
              writing.run();
              return "";
            } finally {
              ballast.clear(); // so that the outcome can be printed
            }
          });
    }
  }

  // The files

  private interface Text {
    void write(Writer out) throws IOException;
  }

  private void packed(String name, Text text) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
        OutputStream zip = fastest(out);
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8), 1 << 16)) {
      text.write(writer);
    }
  }

  private static GZIPOutputStream fastest(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 1 << 16) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  private static Text many(String begin, int number, IntFunction<String> item, String end) {
    return out -> {
      out.write(begin);
      for (int i = 0; i < number; i++) {
        out.write(item.apply(i));
      }
      out.write(end);
    };
  }

  private static String letters(int number) {
    return "x".repeat(number);
  }

  private void writeFiles() throws Exception {
    try (Writer out = Files.newBufferedWriter(folder.resolve("lines.jsonl"))) {
      many("", MANY, FullHeapTest::line, "").write(out);
    }
    packed("packed.jsonl.gz", many("", MANY, FullHeapTest::line, ""));
    packed(
        "document.json.gz",
        many("{\"demarche\":1,\"description\":\"", LONG >> 10, i -> letters(1 << 10), "\"}"));
    packed("drafts.jsonl.gz", many("", MANY, FullHeapTest::draft, ""));
    packed(
        "long.jsonl.gz",
        many(
            line(0) + line(1) + line(2) + "{\"actor\":{\"id\":\"long\",\"name\":\"",
            LONG >> 10,
            i -> letters(1 << 10),
            "\",\"kind\":\"STATE\"}}\n"));
    packed(
        "rows.csv.gz",
        many(
            "id,who,what\n", MANY, i -> "row-" + i + ",rok,issue-" + i + "-" + PADDING + "\n", ""));
    packed(
        "long.csv.gz", many("id,who,what\nc1,rok,\"", LONG >> 10, i -> letters(1 << 10), "\"\n"));
    packed(
        "annotations.json.gz",
        many(
            "[",
            MANY,
            i -> "{\"type\":\"Annotation\",\"id\":\"urn:" + i + PADDING + "\"},\n",
            "{}]"));
    packed(
        "events.csv.gz",
        many(
            "statement_id;time;text;organization\n",
            MANY,
            i -> i + ";2005-01-26;words " + i + PADDING + ";organization " + i + "\n",
            ""));
    writeArchives();
    Path texts = Files.createDirectories(folder.resolve("texts"));
    for (int i = 0; i < 4; i++) {
      Files.writeString(texts.resolve(i + ".txt"), letters(12 << 20));
    }
  }

  private void writeArchives() throws Exception {
    RawWorkbook workbook =
        new RawWorkbook()
            .row(RawWorkbook.text("id"), RawWorkbook.text("who"), RawWorkbook.text("what"))
            .row("<c r=\"@\" t=\"s\"><v>" + (MANY - 1) + "</v></c>");
    for (int i = 0; i < MANY; i++) {
      workbook.sharedText("a text that many cells might share, number " + i + PADDING);
    }
    workbook.write(folder.resolve("rows.xlsx"));
    Path dna = DnaSample.create(folder.resolve("many.dna"));
    DnaSample.execute(
        dna,
        List.of(
            "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 30100)"
                + " INSERT INTO DOCUMENTS(ID, Title, Text, Date)"
                + " SELECT i, 'Title ' || i, printf('%.1000c', 'x'), 1106731800 FROM n",
            "INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder)"
                + " SELECT ID, 1, ID, 0, 9, 1 FROM DOCUMENTS WHERE ID >= 100"));
    QdpxSample.ofText(letters(LONG), QdpxSample.selection("k1", "", 0, 9))
        .write(folder.resolve("large.qdpx"));
  }

  /** A line that the process printed. */
  private record Called(String counted, String thrown) {}

  private Map<String, Called> called() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Caller.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Map<String, Called> called = new HashMap<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3) { // others are of the driver of the database
        called.put(parts[0], new Called(parts[1], parts[2]));
      }
    }
    return called;
  }

  @Test
  void every_entry_point_reports_a_full_heap_with_what_had_been_read() throws Exception {
    writeFiles();
    Map<String, Called> called = called();
    assertThat(called.keySet()).containsAll(READINGS).containsAll(WRITINGS);
    for (String reading : READINGS) {
      assertThat(get(called, reading).thrown())
          .as(reading)
          .startsWith("InvalidDossierException: ")
          .containsPattern("too large for the heap: .*Java was given 2[34] MiB and .*-Xmx")
          .containsPattern(FIGURES);
    }
    for (String reading : READINGS) {
      assertThat(get(called, reading).thrown().contains("items(…)"))
          .as(reading)
          .isEqualTo(CAN_STREAM.contains(reading));
    }
    for (String writing : WRITINGS) {
      assertThat(get(called, writing).thrown())
          .as(writing)
          .startsWith("UncheckedIOException: ")
          .containsPattern("cannot be written: the heap is full: Java was given 2[34] MiB; .*-Xmx");
    }
    assertThat(get(called, "read what was kept").thrown()).startsWith("none: ");
    requireFigures(called);
  }

  /** Compares figures in messages with what the caller counted, or with the length of a line. */
  private static void requireFigures(Map<String, Called> called) {
    for (String ofLines : List.of("read a file of lines", "read packed lines")) {
      Matcher figures = figures(get(called, ofLines));
      double megabytes =
          Long.parseLong(figures.group(1)) * line(MANY).length() / (double) (1 << 20);
      assertThat(Double.parseDouble(figures.group(2)) / megabytes)
          .as(ofLines)
          .isBetween(1 / 3.0, 3.0);
    }
    Called stream = get(called, "read a stream");
    assertThat(
            Double.parseDouble(figures(stream).group(2))
                * (1 << 20)
                / Long.parseLong(stream.counted()))
        .isBetween(1 / 3.0, 3.0);
    Called items = get(called, "items");
    assertThat(figures(items).group(1)).isEqualTo(items.counted()).isEqualTo("3");
    Called table = get(called, "read a table");
    assertThat(Long.parseLong(figures(table).group(1)) - Long.parseLong(table.counted()))
        .as("rows since the last progress, which is reported every 10,000")
        .isBetween(0L, 9_999L);
  }

  private static Called get(Map<String, Called> called, String name) {
    return Objects.requireNonNull(called.get(name));
  }

  private static Matcher figures(Called called) {
    Matcher figures = FIGURES.matcher(called.thrown());
    assertThat(figures.find()).as(called.thrown()).isTrue();
    return figures;
  }
}
