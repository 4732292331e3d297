package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what their names say: one problem tells what they are. */
class OtherFormatsTest {
  private static final Actor ROK =
      Actor.builder().id("rok").name("대한민국").kind(ActorKind.STATE).build();
  private static final String LINES =
      "{\"demarche\":1}\n" + Dossiers.line(ROK) + "\n" + Dossiers.line(ROK) + "\n";

  @TempDir Path folder;

  private void assertRefused(String name, byte[] bytes, String problem) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(file));
    assertThat(refused.problems()).singleElement().hasToString(file + ":" + problem);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void lines_in_another_encoding_are_one_problem() throws IOException {
    String problem = "1:1: not UTF-8 but UTF-16 or UTF-32; save the file as UTF-8";
    assertRefused("le.jsonl", LINES.getBytes(UTF_16LE), problem);
    assertRefused("be.jsonl", LINES.getBytes(UTF_16BE), problem);
    assertRefused("marked.jsonl", ("\uFEFF" + LINES).getBytes(UTF_16LE), problem);
    assertRefused("marked-be.jsonl", ("\uFEFF" + LINES).getBytes(UTF_16BE), problem);
  }

  @Test
  void a_document_in_another_encoding_is_one_problem() throws IOException {
    String problem = "1:1: not UTF-8 but UTF-16 or UTF-32; save the file as UTF-8";
    String document = SampleDossiers.VALID_DOCUMENT;
    assertRefused("le.json", document.getBytes(UTF_16LE), problem);
    assertRefused("be.json", document.getBytes(UTF_16BE), problem);
    assertRefused("marked.json", ("\uFEFF" + document).getBytes(UTF_16LE), problem);
    assertRefused("packed.json.gz", packed(document.getBytes(UTF_16LE)), problem);
  }

  @Test
  void lines_that_end_in_a_carriage_return_are_one_problem() throws IOException {
    assertRefused(
        "cr.jsonl",
        LINES.replace('\n', '\r').getBytes(UTF_8),
        "1:1: its lines end in a carriage return alone; save it with line feeds");
    Path file = folder.resolve("crlf.jsonl");
    Files.writeString(file, LINES.replace("\n", "\r\n"));
    assertThat(Dossiers.read(file).actors()).containsExactly(ROK);
  }

  @Test
  void a_carriage_return_within_a_record_is_white_space() throws IOException {
    String spaced = Dossiers.line(ROK).replace("{", "{\r").replace("}", "\r}").strip();
    for (String mark : List.of("", "\uFEFF")) { // after a mark, a parser reads the line
      Path file = Files.writeString(folder.resolve("spaced.jsonl"), mark + spaced + "\n");
      assertThat(Dossiers.read(file).actors()).containsExactly(ROK);
    }
  }

  @Test
  void a_document_in_one_line_is_told_from_lines() throws IOException {
    assertRefused(
        "document.jsonl",
        "{\"demarche\": 1, \"actors\": []}".getBytes(UTF_8),
        "1:17: this looks like one document, not one record per line: give it a name that ends in"
            + " .json");
  }

  @Test
  void a_file_that_was_packed_twice_is_told() throws IOException {
    byte[] lines = packed(packed(LINES.getBytes(UTF_8)));
    assertRefused("d.jsonl.gz", lines, "1:1: still packed with gzip: it was packed twice");
    byte[] document = packed(packed(Dossiers.format(Dossier.of(ROK)).getBytes(UTF_8)));
    assertRefused(
        "d.json.gz", document, "1:2: not UTF-8 but still packed with gzip: it was packed twice");
  }

  @Test
  void a_packed_file_that_is_cut_off_ends_too_early() throws IOException {
    byte[] packed = packed(LINES.getBytes(UTF_8));
    for (int length = 0; length < packed.length; length++) {
      Path file = Files.write(folder.resolve("d.jsonl.gz"), Arrays.copyOf(packed, length));
      List<ThrowingCallable> readings =
          List.of(
              () -> Dossiers.read(file),
              () -> Dossiers.read(Files.newInputStream(file), file.toString()),
              () -> Dossiers.items(file).toList());
      for (ThrowingCallable reading : readings) {
        assertThat(catchThrowableOfType(UncheckedIOException.class, reading))
            .as("the first %s bytes", length)
            .hasMessage(file + ": damaged or truncated gzip file: it ends too early");
      }
    }
  }

  @Test
  void an_empty_path_is_not_the_working_directory() {
    List<ThrowingCallable> readings =
        List.of(() -> Dossiers.read(Path.of("")), () -> Dossiers.readTexts(Path.of("")));
    for (ThrowingCallable reading : readings) {
      assertThat(catchThrowableOfType(UncheckedIOException.class, reading))
          .hasMessageContaining("an empty path names no file");
    }
  }

  @Test
  void the_name_of_a_file_is_shown_without_characters_that_are_not_seen() {
    Path file = folder.resolve("a\u001B[2J\n.jsonl");
    assertThat(catchThrowableOfType(UncheckedIOException.class, () -> Dossiers.read(file)))
        .hasMessageContaining("a[U+001B][2J[U+000A].jsonl: no such file");
  }
}
