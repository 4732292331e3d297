package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.QdpxSample.selection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that only look like projects in the format REFI-QDA. */
class RefiQdaHostileTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private Problem firstProblem(Path file) {
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Codings.refiQda(file));
    assertThat(refused).isNotNull();
    return refused.problems().get(0);
  }

  private Problem firstProblem(QdpxSample sample) {
    return firstProblem(sample.write(folder.resolve("study.qdpx")));
  }

  @Test
  void a_document_type_is_refused_with_its_line_and_no_entity_is_expanded() {
    StringBuilder laughs = new StringBuilder("<?xml version='1.0'?>\n<!DOCTYPE Project [\n");
    laughs.append("<!ENTITY l0 'ha'>\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '%s'>\n".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    laughs.append("]>\n<Project xmlns='urn:QDA-XML:project:1.0' name='&l29;'>&l29;</Project>");
    Problem problem = firstProblem(QdpxSample.ofXml(laughs.toString()));
    assertThat(problem.message())
        .isEqualTo(
            "a document type declaration (<!DOCTYPE …>), which a project does not need; remove it");
    assertThat(problem.place().orElseThrow().line()).isBetween(2, 34);
  }

  @Test
  void no_other_file_is_opened() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    for (String doctype :
        new String[] {
          "<!DOCTYPE Project SYSTEM '%s'>".formatted(secret.toUri()),
          "<!DOCTYPE Project [<!ENTITY s SYSTEM '%s'>]>".formatted(secret.toUri()),
          "<!DOCTYPE Project [<!ENTITY %% s SYSTEM '%s'> %%s;]>".formatted(secret.toUri())
        }) {
      assertThat(
              firstProblem(
                      QdpxSample.ofXml(
                          doctype + "<Project xmlns='urn:QDA-XML:project:1.0'>&s;</Project>"))
                  .message())
          .startsWith("a document type declaration");
    }
    assertThat(firstProblem(QdpxSample.ofBare("&s;")).message())
        .isEqualTo("not well-formed XML: The entity \"s\" was referenced, but not declared.");
  }

  @Test
  void elements_nested_too_deep_are_refused() {
    int depth = 100_000;
    assertThat(firstProblem(QdpxSample.ofBare("<a>".repeat(depth) + "</a>".repeat(depth))))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
              assertThat(problem.message())
                  .isEqualTo("elements are nested more than 200 deep, here <a>");
            });
  }

  @Test
  void too_many_elements_are_refused() {
    assertThat(firstProblem(QdpxSample.ofBare("<a/>".repeat(5_000_001))).message())
        .isEqualTo("more than 5000000 elements and attributes; split the project");
  }

  @Test
  void entries_that_climb_out_of_the_file_are_all_refused() {
    QdpxSample sample = QdpxSample.of("");
    String[] names = {"../up.txt", "/root.txt", "Sources/../../up.txt", "a\\b.txt", "C:/c.txt"};
    for (String name : names) {
      sample.withText(name, "x");
    }
    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () -> Codings.refiQda(sample.write(folder.resolve("study.qdpx"))));
    assertThat(refused.problems().stream().map(Problem::value)).containsExactly(names);
    assertThat(refused.problems().get(0).message())
        .isEqualTo(
            "the entry '../up.txt' names a file outside of the project; its path must be relative,"
                + " with '/' and without '..'");
  }

  @Test
  void a_path_that_climbs_out_of_the_file_is_refused() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "SECRET");
    assertThat(
            firstProblem(
                    QdpxSample.of(
                        "<Sources><TextSource guid='1' name='D'"
                            + " plainTextPath='internal://../secret.txt'/></Sources>"))
                .message())
        .isEqualTo(
            "plainTextPath 'internal://../secret.txt' names a file outside of the project; it must"
                + " be relative, with '/' and without '..'");
  }

  @Test
  void duplicate_entries_are_refused() throws IOException {
    Path file =
        QdpxSample.of("")
            .withText("Sources/1.txt", "x")
            .withText("Sources/2.txt", "y")
            .write(folder.resolve("study.qdpx"));
    // ISO 8859-1 gives each byte a character, so that a name can be replaced.
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replace("Sources/2.txt", "Sources/1.txt"), StandardCharsets.ISO_8859_1);
    assertThat(firstProblem(file).message()).isEqualTo("duplicate entry 'Sources/1.txt'");
  }

  @Test
  void too_many_entries_are_refused() {
    QdpxSample sample = QdpxSample.of("");
    for (int i = 0; i < 100_000; i++) {
      sample.with("Sources/" + i, new byte[0]);
    }
    assertThat(firstProblem(sample).message())
        .isEqualTo("100001 entries, more than the limit of 100000");
  }

  /** Writes a file with an entry of many equal bytes, which takes little space when packed. */
  private Path bomb(String entry, byte content, int megabytes, String project) throws IOException {
    Path file = folder.resolve("bomb.qdpx");
    byte[] megabyte = new byte[MEGABYTE];
    Arrays.fill(megabyte, content);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      if (!project.isEmpty()) {
        zip.putNextEntry(new ZipEntry("project.qde"));
        zip.write(project.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(entry));
      for (int i = 0; i < megabytes; i++) {
        zip.write(megabyte);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(10 * MEGABYTE);
    return file;
  }

  private static final String ONE_SOURCE =
      "<Project xmlns='urn:QDA-XML:project:1.0'><Sources>"
          + "<TextSource guid='1' name='D' plainTextPath='internal://1.txt'/>"
          + "</Sources></Project>";

  @Test
  void a_text_of_a_gigabyte_of_zeros_is_refused_quickly() throws IOException {
    Path file = bomb("Sources/1.txt", (byte) 0, 1024, ONE_SOURCE);
    Problem problem = Assertions.assertTimeout(Duration.ofSeconds(20), () -> firstProblem(file));
    assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
    assertThat(problem.message())
        .isEqualTo(
            "the project and its texts are larger than 268435456 bytes when unpacked, at the entry"
                + " 'Sources/1.txt'; split the project");
  }

  @Test
  void the_size_that_an_entry_states_is_not_trusted() throws IOException {
    Path file = bomb("Sources/1.txt", (byte) ' ', 300, ONE_SOURCE);
    byte[] bytes = Files.readAllBytes(file);
    String chars = new String(bytes, StandardCharsets.ISO_8859_1);
    int header = chars.lastIndexOf("PK\u0001\u0002");
    Arrays.fill(bytes, header + 24, header + 28, (byte) 0);
    bytes[header + 24] = 5;
    Files.write(file, bytes);
    assertThat(firstProblem(file).code()).isEqualTo(Problem.Code.TOO_LARGE);
  }

  @Test
  void a_project_that_is_too_large_when_unpacked_is_refused() throws IOException {
    assertThat(firstProblem(bomb("project.qde", (byte) ' ', 300, "")).message())
        .contains("larger than 268435456 bytes when unpacked, at the entry 'project.qde'");
  }

  @Test
  void recordings_are_not_unpacked() throws IOException {
    Path file = bomb("Sources/film.mp4", (byte) 0, 300, ONE_SOURCE.replace("1.txt", "2.txt"));
    assertThat(Codings.refiQda(file).rows()).isEmpty();
  }

  @Test
  void passages_that_repeat_a_long_text_are_refused() {
    StringBuilder selections = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      selections.append(selection("g" + i, "", 0, MEGABYTE));
    }
    assertThat(
            firstProblem(QdpxSample.ofText("x".repeat(MEGABYTE), selections.toString())).message())
        .isEqualTo(
            "the passages and their remarks have more than 268435456 characters together; split the"
                + " project");
  }

  @Test
  void a_file_with_any_byte_changed_is_read_or_refused() throws IOException {
    Path file =
        QdpxSample.ofText("One two", selection("1", "two", 4, 7)).write(folder.resolve("f.qdpx"));
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (i % 2 == 0 ? 0xFF : 0x10);
      Files.write(file, changed);
      try {
        assertThat(Codings.refiQda(file).rows()).hasSize(1);
      } catch (InvalidDossierException refused) {
        assertThat(refused.problems()).isNotEmpty();
      }
    }
  }

  @Test
  void a_project_with_any_byte_changed_is_read_or_refused() {
    String xml =
        ONE_SOURCE.replace(
            " plainTextPath='internal://1.txt'/>",
            "><PlainTextContent>One two</PlainTextContent>"
                + selection("1", "two", 4, 7)
                + "</TextSource>");
    byte[] whole = xml.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (i % 2 == 0 ? 0x81 : 0x11);
      Path file = QdpxSample.empty().with("project.qde", changed).write(folder.resolve("f.qdpx"));
      try {
        assertThat(Codings.refiQda(file).account()).isNotEmpty();
      } catch (InvalidDossierException refused) {
        assertThat(refused.problems()).isNotEmpty();
      }
    }
  }

  @Test
  void a_damaged_entry_is_refused() throws IOException {
    Path file = folder.resolve("study.qdpx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      zip.putNextEntry(new ZipEntry("project.qde"));
      zip.write(
          "<Project xmlns='urn:QDA-XML:project:1.0' name='one'/>".getBytes(StandardCharsets.UTF_8));
    }
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("'one'", "'two'"), StandardCharsets.ISO_8859_1);
    assertThat(firstProblem(file).message())
        .isEqualTo("a damaged zip file: the entry 'project.qde' does not have its checksum");
    assertThatThrownBy(() -> Codings.refiQda(file)).isInstanceOf(InvalidDossierException.class);
  }
}
