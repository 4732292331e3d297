package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.coding.Texts;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of sources in a folder. */
class TextFolderTest {
  @TempDir Path folder;

  private void write(String name, String text, Charset charset) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text, charset);
  }

  private void write(String name, String text) throws IOException {
    write(name, text, StandardCharsets.UTF_8);
  }

  private List<String> problems() {
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.readTexts(folder));
    return refused.problems().stream()
        .map(Problem::toString)
        .map(problem -> problem.replace(folder + java.io.File.separator, ""))
        .toList();
  }

  @Test
  void each_text_is_named_for_its_source() throws IOException {
    write("KT17.txt", "One.");
    write("press/UPI17.md", "# Two");
    write("dossier.json", "{}");
    write(".hidden.txt", "x");
    assertThat(Dossiers.readTexts(folder))
        .isEqualTo(Texts.of(Map.of("KT17", "One.", "UPI17", "# Two")));
  }

  @Test
  void line_ends_and_a_byte_order_mark_are_the_same_on_every_platform() throws IOException {
    write("A.txt", "\uFEFFone\r\ntwo\rthree\n\fé😀");
    assertThat(Dossiers.readTexts(folder).text("A")).contains("one\ntwo\nthree\n\fé😀");
  }

  @Test
  void every_text_in_another_encoding_is_reported_at_its_byte() throws IOException {
    write("A.txt", "one\r\ntwo\nthe café", StandardCharsets.ISO_8859_1);
    write("B.txt", "so it is", StandardCharsets.UTF_16);
    write("C.txt", "ab", StandardCharsets.UTF_16LE);
    write("D.txt", " \n");
    write("E.md", "x");
    write("E.txt", "y");
    assertThat(problems())
        .containsExactly(
            "A.txt:3:8: the byte 0xE9 is not part of a character in UTF-8; save the text in UTF-8: in windows-1252 it is 'é'",
            "B.txt:1:1: the text is in UTF-16; save it in UTF-8",
            "C.txt:1:2: it has the character U+0000, so it is no text in UTF-8; save it in UTF-8",
            "D.txt:1:1: the text is blank",
            "E.txt:1:1: a second text of source 'E'; the first is E.md");
  }

  @Test
  void a_text_beyond_the_limit_is_refused() throws IOException {
    write("A.txt", "x".repeat((16 << 20) + 1));
    assertThat(problems())
        .containsExactly(
            "A.txt:1:1: larger than the limit of 16777216 bytes for one text; split the source");
  }

  @Test
  void a_folder_without_texts_is_refused() throws IOException {
    write("a.pdf", "x");
    assertThatThrownBy(() -> Dossiers.readTexts(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageEndingWith("the folder has no .txt or .md file");
    assertThatThrownBy(() -> Dossiers.readTexts(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such file");
  }
}
