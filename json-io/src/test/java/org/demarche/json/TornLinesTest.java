package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Last lines that were cut off while they were written, and others that were not. */
class TornLinesTest {
  private static final Actor ROK =
      Actor.builder().id("rok").name("대한민국").kind(ActorKind.STATE).build();
  private static final String SOUND = "{\"demarche\":1}\n" + Dossiers.line(ROK) + "\n";
  private static final Actor LATER =
      Actor.builder().id("later").name("Later").kind(ActorKind.STATE).build();

  /** Lines with words, with numbers, and with characters of several bytes. */
  private static final List<String> LINES =
      List.of(
          "{\"actor\":{\"id\":\"x\",\"name\":\"한 \\u00e9"
              + " \\\"\\\\\",\"kind\":\"PERSON\",\"named\":false}}",
          "{\"source\":{\"id\":\"s\",\"outlet\":\"x\",\"title\":\"😀\",\"published\":\"2017\","
              + "\"reliableQuotes\":true,\"textHash\":null}}",
          "{ \"claim\" :"
              + " {\"id\":\"c\",\"evidence\":[{\"source\":\"s\",\"start\":-1.25e+3,\"end\":1.5E-2}]}}",
          "{\"dossier\":{\"title\":\"false\",\"version\":1.5e10}}",
          "{\"demarche\":1}");

  @TempDir Path folder;

  private Path file(byte[]... parts) throws IOException {
    return Files.write(folder.resolve("d.jsonl"), Bytes.concat(parts));
  }

  @Test
  void every_beginning_of_a_line_is_torn() throws IOException {
    byte[] sound = SOUND.getBytes(UTF_8);
    Path kept = folder.resolve("d.jsonl.torn");
    int beginnings = 0;
    for (String line : LINES) {
      byte[] bytes = line.getBytes(UTF_8);
      for (int length = 1; length < bytes.length; length++) {
        byte[] torn = Arrays.copyOf(bytes, length);
        Path file = file(sound, torn);
        List<Problem> tears = new ArrayList<>();
        Dossier before = Dossiers.reader().keepBeforeTear(tears::add).read(file);
        assertThat(before.actors()).as(line.substring(0, 9) + length).containsExactly(ROK);
        assertThat(tears)
            .singleElement()
            .satisfies(tear -> assertThat(tear.value()).isEqualTo(String.valueOf(sound.length)));
        assertThatThrownBy(() -> Dossiers.append(file, LATER))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("the last line is torn, from byte " + sound.length + " on");
        assertThat(file).hasBinaryContent(Bytes.concat(sound, torn));

        Dossiers.repair(file);
        assertThat(file).hasBinaryContent(sound);
        assertThat(kept).hasBinaryContent(torn);
        Files.delete(kept);
        beginnings++;
      }
    }
    assertThat(beginnings).isGreaterThan(300);
  }

  @Test
  void a_header_that_was_cut_off_is_removed() throws IOException {
    for (int length = 1; length < "{\"demarche\":1}".length(); length++) {
      Path file = file("{\"demarche\":1}".substring(0, length).getBytes(UTF_8));
      assertThat(Dossiers.repair(file)).isPresent();
      Dossiers.append(file, ROK);
      assertThat(Dossiers.read(file).actors()).containsExactly(ROK);
    }
  }

  @Test
  void zero_bytes_at_the_end_were_never_written() throws IOException {
    byte[] sound = SOUND.getBytes(UTF_8);
    for (String begun : List.of("", "{\"actor\":{\"id\":", "{\"actor\":{\"id\":\"x\"}}")) {
      byte[] torn = Bytes.concat(begun.getBytes(UTF_8), new byte[50]);
      Path file = file(sound, torn);
      assertThat(Dossiers.repair(file)).isPresent();
      assertThat(file).hasBinaryContent(sound);
    }
  }

  @Test
  void what_several_repairs_remove_is_kept_in_one_file() throws IOException {
    for (int repair = 0; repair < 2; repair++) {
      assertThat(Dossiers.repair(file((SOUND + "{\"actor\":{\"id\":\"" + repair).getBytes(UTF_8))))
          .isPresent();
    }
    assertThat(folder.resolve("d.jsonl.torn"))
        .hasContent("{\"actor\":{\"id\":\"0{\"actor\":{\"id\":\"1");
  }

  @Test
  void nothing_is_removed_if_it_cannot_be_kept() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "another file");
    Files.createSymbolicLink(folder.resolve("d.jsonl.torn"), other);
    byte[] all = (SOUND + "{\"actor\":{").getBytes(UTF_8);
    Path file = file(all);
    assertThatThrownBy(() -> Dossiers.repair(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the torn line cannot be kept: d.jsonl.torn is no file");
    assertThat(file).hasBinaryContent(all);
    assertThat(other).hasContent("another file");
  }

  static Stream<byte[]> othersThanTornLines() {
    String document = Dossiers.format(Dossier.of(ROK));
    String oneLine = document.replace("\n", "");
    return Stream.of(
        Bytes.concat(document.getBytes(UTF_8), new byte[20]),
        Bytes.concat(oneLine.getBytes(UTF_8), new byte[20]),
        oneLine.substring(0, oneLine.length() / 2).getBytes(UTF_8),
        ("\n" + oneLine.substring(0, oneLine.length() - 1)).getBytes(UTF_8),
        "{\"actor\":{\"id\":\"x".getBytes(UTF_8),
        ("{\"claim\":{\"id\":\"" + "b".repeat(200_000)).getBytes(UTF_8),
        new byte[50],
        Bytes.concat("PK".getBytes(UTF_8), new byte[] {3, 4, 10, 0, 7, 0}),
        Bytes.concat("SQLite format 3".getBytes(UTF_8), new byte[39]),
        SOUND.getBytes(UTF_16LE),
        SOUND.stripTrailing().getBytes(UTF_16LE),
        SOUND.getBytes(UTF_16BE),
        ("\uFEFF" + SOUND).getBytes(UTF_16LE),
        (SOUND + "{\"clam\":{\"id\":\"C").getBytes(UTF_8),
        (SOUND + "{\"actor\":{\"named\":fax").getBytes(UTF_8),
        (SOUND + "{\"actor\":{\"named\":nul}").getBytes(UTF_8),
        (SOUND + "{\"actor\":{\"named\"]").getBytes(UTF_8),
        (SOUND + "code;name;kind").getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("othersThanTornLines")
  void a_file_that_ends_in_anything_else_stays_as_it_is(byte[] bytes) throws IOException {
    Path file = file(bytes);
    assertThat(Dossiers.repair(file)).isEmpty();
    assertThat(file).hasBinaryContent(bytes);
    assertThat(folder.resolve("d.jsonl.torn")).doesNotExist();
    if (bytes[bytes.length - 1] != '\n') {
      assertThatThrownBy(() -> Dossiers.append(file, LATER))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(file).hasBinaryContent(bytes);
    }
  }
}
