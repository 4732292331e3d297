package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.FeedLines.P;
import static org.demarche.json.FeedLines.PAPER;
import static org.demarche.json.FeedLines.ROK;
import static org.demarche.json.FeedLines.claim;
import static org.demarche.json.FeedLines.source;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.json.DossierReader.Appended;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that grows is followed from an offset. */
class GrowingFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("feed.jsonl");
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Appended read(long offset) {
    return Dossiers.reader().readAppended(file, offset);
  }

  @Test
  void new_records_are_read_and_added_to_a_tracker() throws IOException {
    Dossiers.append(file, Dossiers.record(ROK), Dossiers.record(PAPER), Dossiers.record(P));

    Appended first = read(0);
    Tracker tracker = Tracker.of(Dossier.empty()).plus(first.records());
    assertThat(first.offset()).isEqualTo(Files.size(file));
    assertThat(read(first.offset())).isEqualTo(new Appended(ImmutableList.of(), first.offset()));

    Dossiers.append(file, Dossiers.record(source("S")), Dossiers.record(claim("C", "S")));
    Appended second = read(first.offset());
    assertThat(second.records()).extracting(DossierRecord::id).containsExactly("S", "C");
    assertThat(second.offset()).isEqualTo(Files.size(file));
    assertThat(tracker.plus(second.records()).dossier()).isEqualTo(Dossiers.read(file));
  }

  @Test
  void a_last_line_without_a_line_feed_is_left_for_the_next_call() throws IOException {
    append(ROK + "\n{\"actor\": {\"id\": \"pa");
    long end = ROK.length() + 1L;
    assertThat(read(0)).isEqualTo(new Appended(ImmutableList.of(Dossiers.record(ROK)), end));
    assertThat(read(end)).isEqualTo(new Appended(ImmutableList.of(), end));

    append("per\", \"name\": \"한\", \"kind\": \"MEDIA\"}}");
    assertThat(read(end).records()).isEmpty();

    append("\n");
    assertThat(read(end).records()).extracting(DossierRecord::id).containsExactly("paper");
    assertThat(read(end).offset()).isEqualTo(Files.size(file));
  }

  @Test
  void a_byte_order_mark_a_version_and_a_description_are_passed() throws IOException {
    append("\uFEFF{\"demarche\":1}\n{\"dossier\": {\"title\": \"T\"}}\n\n" + ROK + "\r\n");
    assertThat(read(0))
        .isEqualTo(new Appended(ImmutableList.of(Dossiers.record(ROK)), Files.size(file)));
    append("");
    assertThat(read(Files.size(file)).records()).isEmpty();
  }

  @Test
  void bad_lines_are_refused_with_their_numbers_in_the_file() throws IOException {
    append(ROK + "\n\n" + PAPER + "\n");
    long offset = Files.size(file);
    append("oops\n" + P + "\n{\"actor\": {\"id\": \"a\", \"name\": \"\", \"kind\": \"STATE\"}}\n");

    assertThat(catchThrowableOfType(InvalidDossierException.class, () -> read(offset)).problems())
        .extracting(Problem::toString)
        .containsExactly(
            file
                + ":4:1: not JSON from here on: 'oops' is not a value; put text in quotation marks",
            file + ":6:31: actor a: name is blank");
  }

  @Test
  void bad_lines_are_left_out_on_request() throws IOException {
    append(ROK + "\n");
    long offset = Files.size(file);
    append("oops\n" + P + "\n" + PAPER.replace("}}", "}, \"x\": 1}") + "\n");
    Files.write(
        file,
        "{\"actor\": \"?\"}\n".replace('?', 'é').getBytes(ISO_8859_1),
        StandardOpenOption.APPEND);
    long bad = Files.size(file) - 4;
    List<Problem> problems = new ArrayList<>();

    Appended appended = Dossiers.reader().leaveOutInvalid(problems::add).readAppended(file, offset);

    assertThat(appended)
        .isEqualTo(new Appended(ImmutableList.of(Dossiers.record(P)), Files.size(file)));
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            file
                + ":2:1: not JSON from here on: 'oops' is not a value; put text in quotation marks",
            file
                + ":4:"
                + (PAPER.length() + 2)
                + ": a line holds one record, such as {\"claim\": {…}}, got 'x' too",
            file
                + ":5:12: not UTF-8: the byte 0xE9 at offset "
                + bad
                + " does not begin a character; save the file as UTF-8");
  }

  @Test
  void a_newer_version_refuses_what_was_appended_even_if_lines_are_left_out() throws IOException {
    append(ROK + "\n");
    long offset = Files.size(file);
    append("{\"demarche\": 2}\n");
    assertThatThrownBy(() -> Dossiers.reader().leaveOutInvalid(p -> {}).readAppended(file, offset))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(
            file
                + ":2:14: demarche: this is a dossier of format version 2; this library reads version"
                + " 1, a newer release is needed");
  }

  @Test
  void a_file_that_shrank_is_refused() throws IOException {
    append(ROK + "\n" + PAPER + "\n");
    long offset = Files.size(file);
    Files.writeString(file, ROK + "\n");
    assertThatThrownBy(() -> read(offset))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(
            file
                + ":1:1: offset %d is beyond the end of the file, which has %d bytes: the file was truncated or replaced; read it again from 0"
                    .formatted(offset, ROK.length() + 1));
  }

  @Test
  void a_file_that_was_replaced_is_refused_if_no_line_begins_at_the_offset() throws IOException {
    append(ROK + "\n");
    long offset = Files.size(file);
    Files.writeString(file, PAPER + "\n" + ROK + "\n");
    assertThatThrownBy(() -> read(offset))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(
            file
                + ":1:1: offset %d is not the beginning of a line: give the offset that the call before returned; if it is, the file was replaced, so read it again from 0"
                    .formatted(offset));
  }

  @Test
  void packed_files_and_documents_cannot_be_followed() throws IOException {
    for (String name : List.of("d.jsonl.gz", "d.json", "d.JSONL.GZ")) {
      assertThatThrownBy(() -> Dossiers.reader().readAppended(folder.resolve(name), 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              folder.resolve(name)
                  + ": only a .jsonl that is not packed is read from an offset; use read(…) instead");
    }
    Path packed = folder.resolve("d.jsonl.gz");
    Dossiers.write(Dossier.empty(), packed);
    Files.move(packed, file);
    assertThatThrownBy(() -> read(0))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(
            file + ":1:1: it is packed with gzip; a packed file cannot be read from an offset");
  }

  @Test
  void a_missing_file_a_negative_offset_and_limits_are_reported() throws IOException {
    assertThatThrownBy(() -> read(0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + ": no such file");
    append(ROK + "\n");
    assertThatThrownBy(() -> read(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an offset must be 0 or more, got -1");
    assertThatThrownBy(() -> Dossiers.reader().maxLine(10).readAppended(file, 0))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("line 1 is longer than the limit of 10 bytes");
    assertThatThrownBy(() -> Dossiers.reader().maxBytes(10).readAppended(file, 0))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("larger than the limit of 10 bytes");
    assertThat(ROK.getBytes(UTF_8)).hasSize(ROK.length());
  }
}
