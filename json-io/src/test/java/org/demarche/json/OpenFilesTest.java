package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are closed again, whatever was wrong with them. */
class OpenFilesTest {
  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final String SOUND = "{\"demarche\":1}\n";
  private static final String TABLE = "id,who\nc1,rok\n";

  @TempDir Path folder;

  private final Map<String, ThrowingCallable> failing = new LinkedHashMap<>();

  /** Returns the open files of the folder of this test, and of temporary ones of the library. */
  private List<String> open() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(OPEN)) {
      for (Path each : all.toList()) {
        try {
          String file = Files.readSymbolicLink(each).toString();
          if (file.startsWith(folder.toString())
              || (file.contains("/demarche-") && !file.endsWith(".jar"))) {
            found.add(file);
          }
        } catch (IOException closed) {
          // such as the one by which the folder was listed
        }
      }
    }
    return found;
  }

  @BeforeEach
  void assumeOpenFilesAreKnown() throws IOException {
    assumeTrue(Files.isDirectory(OPEN), "the system does not tell which files are open");
    Path file = Files.createFile(folder.resolve("open"));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.flush();
      assertThat(open()).containsExactly(file.toString());
    }
    Files.delete(file);
    assertThat(open()).isEmpty();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  /** Returns a directory, which some systems open like a file. */
  private Path directory(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static Actor actor(String id) {
    return Actor.builder().id(id).name(id).kind(ActorKind.STATE).build();
  }

  private static ClaimTable claims(Path file) {
    return ClaimTable.of(file).id("{id}").principals("{who}").proposition("p").stance("FOR");
  }

  private static ClaimTable complete(Path file) {
    return claims(file)
        .force("ASSERT")
        .asserted("2017")
        .source("W1")
        .mode("DIRECT")
        .actors(ActorKind.STATE, "{who}")
        .propositions("issue", "P.")
        .onto(Dossier.empty());
  }

  /** Does each of the calls, which fails and leaves no file open. */
  private void assertAllFailAndClose() throws IOException {
    for (Map.Entry<String, ThrowingCallable> each : failing.entrySet()) {
      assertThat(catchThrowable(each.getValue()))
          .as(each.getKey())
          .isInstanceOf(RuntimeException.class);
      assertThat(open()).as(each.getKey()).isEmpty();
    }
  }

  @Test
  void six_hundred_tables_in_another_encoding_leave_no_file_open() throws IOException {
    Path file = file("latin.csv", "id,who\nc1,café\n".getBytes(ISO_8859_1));
    for (int i = 0; i < 600; i++) {
      assertThat(catchThrowable(() -> complete(file).read()))
          .isInstanceOf(InvalidDossierException.class)
          .hasMessageContaining("the byte 0xE9");
    }
    assertThat(open()).isEmpty();
  }

  @Test
  void dossiers_that_are_refused_are_closed() throws IOException {
    byte[] packed = packed(SOUND.repeat(500) + "x");
    Path directory = directory("directory.jsonl");
    directory("directory.json");
    for (String name : List.of("a.json", "a.jsonl", "a.json.gz", "a.jsonl.gz")) {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      contents.put("nothing", new byte[0]);
      contents.put("a tear", (SOUND + "{\"actor\":").getBytes(UTF_8));
      contents.put("no JSON", (SOUND + "x\n".repeat(9)).getBytes(UTF_8));
      contents.put("another encoding", "{\"demarche\":1,\"é\":2}".getBytes(ISO_8859_1));
      contents.put("half of what was packed", half(packed));
      contents.put("the beginning of what was packed", Arrays.copyOf(packed, 5));
      contents.put("bytes after what was packed", Arrays.copyOf(packed, packed.length + 9));
      contents.put("a newer version", "{\"demarche\":9}\n".getBytes(UTF_8));
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        Path file = folder.resolve(failing.size() + name);
        Files.write(file, content.getValue());
        readers(content.getKey() + " in " + name, file);
      }
      failing.put("limit " + name, () -> Dossiers.reader().maxBytes(5).read(file(name, SOUND)));
    }
    readers("directory", directory);
    failing.remove("snapshot directory");
    Path appended = file("appended.jsonl", SOUND);
    failing.put("offset beyond", () -> Dossiers.reader().readAppended(appended, 999));
    failing.put("offset within", () -> Dossiers.reader().readAppended(appended, 5));
    failing.put("folder", () -> Dossiers.read(directory("empty")));
    assertAllFailAndClose();
  }

  private void readers(String what, Path file) {
    failing.put("read " + what, () -> failAfter(Dossiers.read(file)));
    failing.put(
        "items " + what,
        () -> {
          try (Stream<DossierRecord> items = Dossiers.items(file)) {
            failAfter(items.toList());
          }
        });
    failing.put(
        "left out " + what,
        () -> failAfter(Dossiers.reader().leaveOutInvalid(problem -> {}).read(file)));
    failing.put("appended " + what, () -> failAfter(Dossiers.reader().readAppended(file, 0)));
    failing.put("drafts " + what, () -> failAfter(Dossiers.readDrafts(file)));
    failing.put("answer " + what, () -> failAfter(Answers.read(file)));
    failing.put("annotations " + what, () -> failAfter(Codings.annotations(file)));
    failing.put("update " + what, () -> failAfter(Dossiers.update(file, now -> now)));
    failing.put(
        "snapshot " + what,
        () -> {
          Files.write(Path.of(file + ".snapshot"), Files.readAllBytes(file));
          failAfter(Dossiers.snapshot(file));
        });
  }

  /** Fails, so that a reader that accepts what another refuses is checked as well. */
  private static void failAfter(Object result) {
    throw new IllegalStateException("accepted: " + result);
  }

  @Test
  void tables_that_are_refused_are_closed() throws IOException {
    Path sound = file("sound.csv", TABLE);
    Path latin = file("latin.csv", (TABLE + "c2,café\n").getBytes(ISO_8859_1));
    Path twice = file("twice.csv", "id,id\n1,2\n");
    Path same = file("same.csv", "id,who\nc1,a\nc1,b\n");
    Consumer<Path> all =
        file -> {
          failing.put("read " + file, () -> failAfter(complete(file).read()));
          failing.put("strict " + file, () -> failAfter(complete(file).strict().read()));
          failing.put("sheet " + file, () -> failAfter(complete(file).sheet("none").read()));
          failing.put("small " + file, () -> failAfter(complete(file).maxBytes(8).read()));
          failing.put("column " + file, () -> failAfter(complete(file).gist("{none}").read()));
          failing.put("pattern " + file, () -> failAfter(complete(file).asserted("{", "y").read()));
          failing.put("skipped " + file, () -> failAfter(complete(file).skipLines(99).read()));
          failing.put("joined " + file, () -> failAfter(complete(sound).join("id", file).read()));
          failing.put("keyed " + file, () -> failAfter(complete(file).join("id", latin).read()));
          failing.put(
              "mended " + file,
              () -> {
                LoadedClaims load = complete(sound).read();
                complete(file).writeProblems(load, folder.resolve("missing").resolve("m.csv"));
              });
          failing.put("events " + file, () -> failAfter(Codings.dnaEvents(file)));
          failing.put("progress " + file, () -> complete(file).progress(this::stop).read());
        };
    byte[] packed = packed(TABLE.repeat(999));
    Path workbook = new RawWorkbook().row(cells("id", "who")).write(folder.resolve("sound.xlsx"));
    byte[] whole = Files.readAllBytes(workbook);
    List<Path> files =
        List.of(
            sound,
            latin,
            twice,
            same,
            file("empty.csv", ""),
            file("open.csv", TABLE + "\"never closed\nx"),
            file("wide.csv", "x".repeat(70) + ",\n\0"),
            file("half.csv.gz", half(packed)),
            file("begun.csv.gz", Arrays.copyOf(packed, 5)),
            directory("directory.csv"),
            folder.resolve("missing.csv"),
            workbook,
            file("half.xlsx", half(whole)),
            file("begun.xlsx", Arrays.copyOf(whole, 40)),
            file("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
            new RawWorkbook().sheetXml("<worksheet><row>").write(folder.resolve("broken.xlsx")),
            new RawWorkbook()
                .sheetXml("<!DOCTYPE x><worksheet/>")
                .write(folder.resolve("typed.xlsx")),
            new RawWorkbook()
                .row(cells("id", "who"))
                .row("<c r=\"@\" t=\"s\"><v>99</v></c>")
                .write(folder.resolve("shared.xlsx")),
            QdpxSample.empty().withText("x", "y").write(folder.resolve("other.xlsx")));
    files.forEach(all);
    assertAllFailAndClose();
  }

  private void stop(long rows) {
    throw new IllegalStateException("stopped at " + rows);
  }

  private static String[] cells(String... texts) {
    return Stream.of(texts).map(RawWorkbook::text).toArray(String[]::new);
  }

  @Test
  void projects_and_texts_that_are_refused_are_closed() throws IOException {
    byte[] whole =
        Files.readAllBytes(QdpxSample.ofText("A text.").write(folder.resolve("sound.qdpx")));
    List<Path> projects =
        List.of(
            file("half.qdpx", half(whole)),
            file("begun.qdpx", Arrays.copyOf(whole, 10)),
            file("other.qdpx", "not packed"),
            directory("directory.qdpx"),
            folder.resolve("missing.qdpx"),
            QdpxSample.empty().write(folder.resolve("empty.qdpx")),
            QdpxSample.ofXml("<Project>").write(folder.resolve("broken.qdpx")),
            QdpxSample.ofXml("<!DOCTYPE a><a/>").write(folder.resolve("typed.qdpx")),
            QdpxSample.of("").withText("../x", "y").write(folder.resolve("outside.qdpx")),
            QdpxSample.of(
                    "<Sources><TextSource guid='d' plainTextPath='internal://no.txt'/></Sources>")
                .write(folder.resolve("without.qdpx")),
            QdpxSample.ofText("", QdpxSample.selection("g", "", 5, 999))
                .with("Sources/d1.txt", new byte[] {(byte) 0xE9})
                .write(folder.resolve("latin.qdpx")));
    for (Path project : projects) {
      failing.put(project.toString(), () -> failAfter(Codings.refiQda(project)));
    }
    for (String content : List.of("", "no database ".repeat(99))) {
      Path database = file(failing.size() + ".dna", content);
      failing.put(
          "dna " + content,
          () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
              failAfter(Codings.dna(connection, database.toString()));
            }
          });
    }
    Path texts = directory("texts");
    Files.write(texts.resolve("a.txt"), "café".getBytes(ISO_8859_1));
    Files.writeString(texts.resolve("b.txt"), " ");
    Files.writeString(texts.resolve("b.md"), "\0");
    failing.put("texts", () -> Dossiers.readTexts(texts));
    failing.put("no texts", () -> Dossiers.readTexts(directory("none")));
    failing.put("no folder of texts", () -> Dossiers.readTexts(texts.resolve("a.txt")));
    assertAllFailAndClose();
  }

  @Test
  void files_that_cannot_be_written_are_closed() throws IOException {
    Dossier dossier = Dossier.of(actor("rok"));
    Path torn = file("torn.jsonl", SOUND + "{\"actor\":");
    Path packed = file("packed.jsonl", packed(SOUND));
    Path sound = file("sound.jsonl", SOUND);
    Tracker tracker = Tracker.of(dossier);
    for (String ending : List.of("json", "jsonl", "json.gz", "jsonl.gz")) {
      Path directory = directory("directory." + ending);
      Path old = file("old." + ending, half(packed(SOUND.repeat(99))));
      failing.put("write " + directory, () -> Dossiers.write(dossier, directory));
      failing.put(
          "write " + old,
          () -> {
            Dossiers.write(dossier, old); // reads the schema of what was there
            failAfter(old);
          });
      failing.put(
          "items " + ending,
          () -> Dossiers.write(Stream.of(1, 2).map(this::failing), folder.resolve("n." + ending)));
      failing.put("items on " + old, () -> Dossiers.write(Stream.of(1, 2).map(this::failing), old));
    }
    List<Path> links = new ArrayList<>();
    for (String ending : List.of("json", "csv", "xlsx", "html", "md", "txt", "svg", "unknown")) {
      Path missing = folder.resolve("missing").resolve("a." + ending);
      failing.put("answer to " + missing, () -> Answers.write(tracker.claims().find(), missing));
      Path link = folder.resolve("full." + ending);
      Files.createSymbolicLink(link, Path.of("/dev/full"));
      links.add(link);
      failing.put("answer to " + link, () -> Answers.write(tracker.claims().find(), link));
    }
    failing.put("append to a tear", () -> Dossiers.append(torn, actor("a")));
    failing.put("append to packed", () -> Dossiers.append(packed, actor("a")));
    failing.put("repair packed", () -> Dossiers.repair(packed));
    failing.put("repair missing", () -> Dossiers.repair(folder.resolve("missing.jsonl")));
    failing.put("update a tear", () -> Dossiers.update(torn, now -> now));
    failing.put("update with a failure", () -> Dossiers.update(sound, now -> now.plus(failing(2))));
    failing.put("keep a tear nowhere", () -> keptNowhere(torn));
    failing.put(
        "annotations",
        () -> WebAnnotations.write(dossier, folder.resolve("missing").resolve("a.json")));
    assertAllFailAndClose();
    for (Path link : links) {
      Files.delete(link);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(path -> path.getFileName().toString().endsWith(".tmp"));
    }
  }

  private Actor failing(int number) {
    if (number == 2) {
      throw new IllegalStateException("no such actor");
    }
    return actor("a" + number);
  }

  private void keptNowhere(Path torn) throws IOException {
    Files.createDirectory(folder.resolve(torn.getFileName() + ".torn"));
    Dossiers.repair(torn);
  }
}
