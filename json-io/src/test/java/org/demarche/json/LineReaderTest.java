package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Iterables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.RecordType;
import org.demarche.model.*;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of one record per line, and dossiers of several files. */
class LineReaderTest {
  private static final Dossier COMPLETE_DOSSIER = SampleDossiers.completeDossier();
  private static final String LINES = lines(COMPLETE_DOSSIER);

  @TempDir Path folder;

  private static String lines(Dossier dossier) {
    return LineWriter.header()
        + LineWriter.line(dossier.description())
        + String.join(
            "",
            RecordType.byName().values().stream()
                .flatMap(kind -> kind.get().apply(dossier).stream())
                .map(LineWriter::line)
                .toList());
  }

  private static Dossier read(String lines) {
    return Dossiers.read(new ByteArrayInputStream(lines.getBytes(UTF_8)), "d.jsonl");
  }

  private static List<String> messages(String lines) {
    return catchThrowableOfType(InvalidDossierException.class, () -> read(lines))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  // One file

  @Test
  void a_dossier_written_as_lines_is_read_back() throws IOException {
    Path file = folder.resolve("대한민국.jsonl");
    Dossiers.write(COMPLETE_DOSSIER, file);
    assertThat(Files.readString(file))
        .isEqualTo(LINES)
        .startsWith("{\"demarche\":1}\n{\"dossier\":{");
    assertThat(Dossiers.read(file)).isEqualTo(COMPLETE_DOSSIER);
  }

  @Test
  void documents_and_lines_can_be_packed() throws IOException {
    for (String name : List.of("d.json.gz", "d.jsonl.gz")) {
      Path file = folder.resolve(name);
      Dossiers.write(COMPLETE_DOSSIER, file);
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        String text = new String(in.readAllBytes(), UTF_8);
        assertThat(text)
            .isEqualTo(name.contains("jsonl") ? LINES : Dossiers.format(COMPLETE_DOSSIER));
      }
      assertThat(Dossiers.read(file)).isEqualTo(COMPLETE_DOSSIER);
      Path unnamed = Files.copy(file, folder.resolve(name.replace(".gz", "")));
      assertThat(Dossiers.read(unnamed)).isEqualTo(COMPLETE_DOSSIER);
    }
  }

  @Test
  void records_are_read_in_any_order() {
    List<String> lines = new ArrayList<>(LINES.lines().toList());
    Collections.shuffle(lines, new Random(7));
    Dossier shuffled = read(String.join("\n", lines));
    assertThat(shuffled.claims()).containsExactlyInAnyOrderElementsOf(COMPLETE_DOSSIER.claims());
    assertThat(shuffled.actors()).containsExactlyInAnyOrderElementsOf(COMPLETE_DOSSIER.actors());
  }

  @Test
  void blank_lines_byte_order_marks_and_windows_line_ends_are_skipped() {
    assertThat(read("\uFEFF" + LINES.replace("\n", "\r\n\r\n  \r\n"))).isEqualTo(COMPLETE_DOSSIER);
    assertThat(read(LINES.stripTrailing())).isEqualTo(COMPLETE_DOSSIER);
    assertThat(read("")).isEqualTo(Dossier.empty());
  }

  @Test
  void equal_records_are_united_and_the_evidence_of_a_claim_is_combined() {
    Claim claim = COMPLETE_DOSSIER.claims().get(0);
    Evidence more =
        Evidence.builder()
            .source(COMPLETE_DOSSIER.sources().get(0).id())
            .mode(Mode.INDIRECT)
            .quote("once more")
            .build();
    Dossier dossier = read(LINES + LINES + LineWriter.line(claim.withEvidence(List.of(more))));
    assertThat(dossier.sources()).isEqualTo(COMPLETE_DOSSIER.sources());
    assertThat(dossier.claims().get(0).evidence())
        .hasSize(claim.evidence().size() + 1)
        .endsWith(more);
  }

  @Test
  void different_records_with_one_id_are_reported_with_both_places() {
    assertThat(
            messages(
                """
                {"actor":{"id":"a","name":"A","kind":"STATE"}}

                {"actor":{"id":"a","name":"B","kind":"MEDIA"}}
                """))
        .containsExactly(
            "d.jsonl:3:10: actor a: it differs in name and kind from the record with the same id at"
                + " d.jsonl:1:10; a correction is a new record");
  }

  @Test
  void an_error_in_a_line_is_located_and_affects_no_other_line() {
    assertThat(
            messages(
                """
                {"demarche":1}
                {"claim": {"id": "C1", "stanse": "FOR"}}
                {"clam": {"id": "C2"}}
                not json
                {"actor": {"id": "a", "name": "A", "kind": "STATE", "of": "b"}} {"actor": {}}
                {"actor": {"id": "a", "name": "", "kind": "STATE"}}
                []
                {"demarche": 2}
                {"source": {"id": "s", "outlet": "nobody", "title": "T", "published": "2017-02-30"}}
                {"source": {"id": "t", "outlet": "nobody", "title": "T", "published": "2017"}, "x": 1}
                {}
                """))
        .containsExactly(
            "d.jsonl:2:11: claim C1: member 'asserted' is missing",
            "d.jsonl:2:11: claim C1: member 'proposition' is missing",
            "d.jsonl:2:11: claim C1: member 'force' is missing",
            "d.jsonl:2:24: claim C1: there is no member 'stanse' (did you mean 'stance'?)",
            "d.jsonl:3:2: a line holds one record, such as {\"claim\": {…}}, got 'clam' (did you mean"
                + " 'claim'?)",
            "d.jsonl:4:1: not JSON from here on: 'not' is not a value; put text in quotation marks",
            "d.jsonl:5:59: actor a: a STATE cannot have 'of', got 'b'",
            "d.jsonl:5:65: the record of this line ends before this; put each record on its own line",
            "d.jsonl:6:31: actor a: name is blank",
            "d.jsonl:7:1: a line holds one record, such as {\"claim\": {…}}",
            "d.jsonl:8:14: demarche: this is a dossier of format version 2; this library reads version"
                + " 1, a newer release is needed",
            "d.jsonl:9:71: source s: published: when '2017-02-30': February 2017 has 28 days",
            "d.jsonl:10:80: a line holds one record, such as {\"claim\": {…}}, got 'x' too",
            "d.jsonl:11:2: a line holds one record, such as {\"claim\": {…}}");
  }

  @Test
  void problems_of_the_whole_dossier_are_located_at_the_member() {
    assertThat(
            messages(
                """
                {"proposition": {"id": "p", "issue": "i", "text": "P."}}

                {"claim": {"id": "C", "speakers": ["x"], "principals": ["x"], "asserted": "2017", "proposition": "p", "stance": "FOR", "force": "ASSERT", "evidence": [{"source": "s", "mode": "RECORDED"}]}}
                """))
        .containsExactly(
            "d.jsonl:3:35: claim C: speaker 'x' is not in the dossier",
            "d.jsonl:3:56: claim C: principal 'x' is not in the dossier",
            "d.jsonl:3:163: claim C: source 's' is not in the dossier");
  }

  @Test
  void invalid_utf_8_is_reported_with_line_and_offset() {
    byte[] bytes = (LINES + "{\"actor\":{\"id\":\"a?\"}}\n").getBytes(UTF_8);
    bytes[bytes.length - 6] = (byte) 0xE9;
    assertThat(
            catchThrowableOfType(
                    InvalidDossierException.class,
                    () -> Dossiers.read(new ByteArrayInputStream(bytes), "d.jsonl"))
                .problems())
        .extracting(Problem::toString)
        .containsExactly(
            "d.jsonl:%d:17: not UTF-8: the byte 0xE9 at offset %d does not begin a character; save the file as UTF-8"
                .formatted(LINES.lines().count() + 1, bytes.length - 6));
  }

  @Test
  void problems_of_a_record_are_located_even_if_its_line_is_broken() {
    assertThat(
            messages(
                """
                {"actor":{"id":"a","name":"","kind":"STATE"} x}
                """))
        .containsExactly(
            "d.jsonl:1:27: actor a: name is blank",
            "d.jsonl:1:46: not JSON from here on: a comma is missing before 'x'");
    assertThat(
            messages(
                "{\"demarche\":1}\n{\"actor\":{\"id\":\"a\",\"name\":\"\",\"kind\":\"STATE\"}"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("the last line is torn");
  }

  // Torn

  @Test
  void a_torn_last_line_is_reported_with_its_offset() throws IOException {
    Path file = file("torn.jsonl", LINES + "{\"claim\":{\"id\":\"C");
    int offset = LINES.getBytes(UTF_8).length;
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(file));
    assertThat(refused.problems()).extracting(Problem::code).containsExactly(Problem.Code.TORN);
    assertThat(refused)
        .hasMessage(
            file
                + ":"
                + (LINES.lines().count() + 1)
                + ":1: the last line is torn: it begins at byte "
                + offset
                + " and ends after 17 bytes, as if its writer was interrupted; all lines before it are"
                + " complete. Dossiers.repair(…) removes it");
  }

  @Test
  void records_before_a_torn_line_are_kept_on_request() throws IOException {
    Path file = file("torn.jsonl", LINES + "{\"claim\":{\"id\":\"C");
    List<Problem> reported = new ArrayList<>();
    assertThat(Dossiers.reader().keepBeforeTear(reported::add).read(file))
        .isEqualTo(COMPLETE_DOSSIER);
    assertThat(reported).extracting(Problem::code).containsExactly(Problem.Code.TORN);
    try (Stream<DossierRecord> items =
        Dossiers.reader().keepBeforeTear(reported::add).items(file)) {
      assertThat(items).hasSize((int) LINES.lines().count() - 2);
    }
    assertThat(reported).hasSize(2);
  }

  @Test
  void a_line_can_be_torn_within_a_character() throws IOException {
    byte[] bytes = (LINES + "{\"actor\":{\"id\":\"a\",\"name\":\"한").getBytes(UTF_8);
    Path file = Files.write(folder.resolve("torn.jsonl"), Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> Dossiers.read(file)).hasMessageContaining("the last line is torn");
    assertThat(Dossiers.repair(file)).isPresent();
    assertThat(Dossiers.read(file)).isEqualTo(COMPLETE_DOSSIER);
    assertThat(Dossiers.repair(file)).isEmpty();
  }

  // One by one

  @Test
  void records_are_read_one_by_one() throws IOException {
    Path file = file("d.jsonl", LINES);
    try (Stream<DossierRecord> items = Dossiers.items(file)) {
      assertThat(items.filter(item -> item instanceof Claim).toList())
          .isEqualTo(COMPLETE_DOSSIER.claims());
    }
    Path copy = folder.resolve("copy.jsonl");
    try (Stream<DossierRecord> items = Dossiers.items(file)) {
      Dossiers.write(items, copy);
    }
    assertThat(copy).hasContent(LINES.replace(LineWriter.line(COMPLETE_DOSSIER.description()), ""));
  }

  @Test
  void the_first_line_without_a_record_ends_the_stream() throws IOException {
    Path file = file("d.jsonl", LINES + "{\"claim\":{}}\n" + LINES);
    try (Stream<DossierRecord> items = Dossiers.items(file)) {
      List<DossierRecord> before = new ArrayList<>();
      assertThatThrownBy(() -> items.forEach(before::add))
          .isInstanceOf(InvalidDossierException.class)
          .hasMessageContaining("d.jsonl:" + (LINES.lines().count() + 1));
      assertThat(before).hasSize((int) LINES.lines().count() - 2);
    }
    assertThatThrownBy(() -> Dossiers.items(folder.resolve("d.json")))
        .hasMessageEndingWith(
            "d.json: only a .jsonl, one record per line, is read one by one; use read(…) instead");
  }

  // Several files

  @Test
  void a_dossier_can_be_spread_over_files_and_folders() throws IOException {
    Path claims = Files.createDirectories(folder.resolve("all/claims"));
    Dossier others =
        Dossier.of(
            Iterables.concat(
                COMPLETE_DOSSIER.sources(),
                COMPLETE_DOSSIER.actors(),
                COMPLETE_DOSSIER.occasions(),
                COMPLETE_DOSSIER.propositions()));
    Path first = folder.resolve("all/who.json");
    Dossiers.write(others, first);
    for (Claim claim : COMPLETE_DOSSIER.claims()) {
      Dossiers.append(claims.resolve(claim.asserted().latest().getYear() + ".jsonl"), claim);
    }
    assertThat(Dossiers.read(folder.resolve("all")).claims())
        .containsExactlyInAnyOrderElementsOf(COMPLETE_DOSSIER.claims());
    assertThat(Dossiers.read(first, claims)).isEqualTo(Dossiers.read(folder.resolve("all")));
  }

  @Test
  void a_folder_is_read_in_the_order_of_its_paths_and_other_files_are_ignored() throws IOException {
    file(
        "b.jsonl",
        """
        {"actor":{"id":"b","name":"B","kind":"STATE"}}
        """);
    file(
        "a.jsonl",
        """
        {"actor":{"id":"a","name":"A","kind":"STATE"}}
        """);
    file("notes.txt", "not json");
    assertThat(Dossiers.read(folder).actors())
        .extracting(actor -> actor.id())
        .containsExactly("a", "b");
  }

  @Test
  void merge_problems_name_both_places() throws IOException {
    Path one =
        file(
            "a.json",
            """
            {"demarche": 1, "actors": [{"id": "a", "name": "A", "kind": "STATE"}]}""");
    Path two =
        file(
            "b.jsonl",
            """
            {"actor":{"id":"a","name":"B","kind":"STATE"}}
            """);
    assertThatThrownBy(() -> Dossiers.read(one, two))
        .hasMessage(
            two
                + ":1:10: actor a: it differs in name from the record with the same id at "
                + one
                + ":1:28; a correction is a new record");
    assertThat(Dossiers.read(one, one).actors()).hasSize(1);
  }

  @Test
  void problems_of_all_files_are_reported_at_once_in_the_order_of_the_files() throws IOException {
    Path one = file("a.json", "{\"demarche\": 1, \"actors\": [{\"id\": \"a\"}]}");
    Path two =
        file(
            "b.jsonl",
            """
            {"actor":{"id":"a","name":"B","kind":"STATE","of":"c"}}
            """);
    assertThat(
            catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(two, one))
                .problems())
        .extracting(problem -> problem.place().orElseThrow().file())
        .containsExactly(two.toString(), one.toString(), one.toString());
  }

  @Test
  void a_cycle_of_symbolic_links_is_reported() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), folder);
    assertThatThrownBy(() -> Dossiers.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("symbolic links form a cycle, at ")
        .hasMessageEndingWith("up");
  }

  // Bounds

  @Test
  void a_file_that_unpacks_beyond_the_limit_is_refused_early() throws IOException {
    for (String name : List.of("bomb.jsonl.gz", "bomb.json.gz")) {
      Path bomb = folder.resolve(name);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < 64; i++) {
          out.write(blanks);
        }
      }
      assertThat(Files.size(bomb)).isLessThan(1 << 17);
      assertThatThrownBy(() -> Dossiers.reader().maxBytes(1 << 20).read(bomb))
          .isInstanceOf(InvalidDossierException.class)
          .hasMessage(
              bomb
                  + ":1:1: larger than the limit of 1048576 bytes; if the file is trusted, raise"
                  + " maxBytes(…) of the reader");
    }
  }

  @Test
  void text_and_nesting_beyond_the_limits_are_located_at_the_text_or_bracket() throws IOException {
    String record =
        """
        {"source":{"id":"S1","outlet":"o","title":"a long title","published":"2017"}}""";
    Path lines = file("d.jsonl", "{\"demarche\":1}\n" + record + "\n");
    Path document = file("d.json", "{\"demarche\":1,\n\"sources\":[" + record.substring(10) + "]}");
    assertPlaceAndValue(() -> Dossiers.reader().maxText(10).read(lines), "2:56", "\"");
    assertPlaceAndValue(() -> Dossiers.reader().maxText(10).read(document), "2:57", "\"");
    assertPlaceAndValue(() -> Dossiers.reader().maxDepth(1).read(lines), "2:11", "{");
    assertPlaceAndValue(() -> Dossiers.reader().maxDepth(1).read(document), "2:11", "[");
  }

  private static void assertPlaceAndValue(ThrowingCallable read, String place, String value) {
    InvalidDossierException refused = catchThrowableOfType(InvalidDossierException.class, read);
    Problem problem = refused.problems().get(0);
    Problem.Place at = problem.place().orElseThrow();
    assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
    assertThat(at.line() + ":" + at.column()).isEqualTo(place);
    assertThat(problem.value()).isEqualTo(value);
  }

  @Test
  void a_second_byte_order_mark_is_refused_where_it_is() throws IOException {
    Path twice = file("d.json", "\uFEFF\uFEFF{\"demarche\":1}");
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(twice));
    assertThat(refused).hasMessageStartingWith(twice + ":1:1: ");
  }

  @Test
  void text_and_nesting_beyond_the_limits_are_refused() throws IOException {
    Path file = file("d.json", Dossiers.format(COMPLETE_DOSSIER));
    String limit = "; if the file is trusted, raise the limit of the reader";
    assertThatThrownBy(() -> Dossiers.reader().maxText(10).read(file))
        .hasMessageContaining("a text, a name or a number is longer than the limit" + limit);
    assertThatThrownBy(() -> Dossiers.reader().maxDepth(3).read(file))
        .hasMessageContaining("lists and objects are nested deeper than the limit" + limit);
    assertThat(Dossiers.reader().maxDepth(6).maxText(10_000).maxBytes(100_000).read(file))
        .isEqualTo(COMPLETE_DOSSIER);
    assertThatThrownBy(() -> Dossiers.reader().maxBytes(0))
        .hasMessage("a limit must be 1 or more, got 0");
  }

  @Test
  void a_truncated_packed_file_is_reported() throws IOException {
    Path file = folder.resolve("d.jsonl.gz");
    Dossiers.write(COMPLETE_DOSSIER, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Dossiers.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + ": damaged or truncated gzip file");
  }

  // Schema

  @Test
  void a_replaced_document_keeps_its_schema_member() throws IOException {
    Path file = file("d.json", "{ \"demarche\": 1, \"$schema\": \"./dossier.schema.json\" }");
    Dossiers.write(COMPLETE_DOSSIER, file);
    assertThat(Files.readString(file))
        .startsWith("{\n  \"demarche\": 1,\n  \"$schema\": \"./dossier.schema.json\",\n  \"title\"")
        .isEqualTo(
            Dossiers.format(COMPLETE_DOSSIER)
                .replace(
                    "\"demarche\": 1,",
                    "\"demarche\": 1,\n  \"$schema\": \"./dossier.schema.json\","));
    assertThat(Dossiers.read(file)).isEqualTo(COMPLETE_DOSSIER);
  }

  // What would be lost

  private Path packed(String name, byte[]... members) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file)) {
      for (byte[] member : members) {
        if (member.length > 0 && member[0] == 'x') {
          raw.write(member);
          continue;
        }
        GZIPOutputStream out = new GZIPOutputStream(raw);
        out.write(member);
        out.finish();
      }
    }
    return file;
  }

  @Test
  void several_gzip_members_are_read_and_unpacked_bytes_after_them_are_reported()
      throws IOException {
    byte[] one = LINES.substring(0, LINES.indexOf("{\"claim\"")).getBytes(UTF_8);
    byte[] other = LINES.substring(LINES.indexOf("{\"claim\"")).getBytes(UTF_8);
    assertThat(Dossiers.read(packed("two.jsonl.gz", one, other))).isEqualTo(COMPLETE_DOSSIER);
    Path mixed = packed("mixed.jsonl.gz", one, "x{}".getBytes(UTF_8));
    assertThatThrownBy(() -> Dossiers.read(mixed))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the packed bytes are followed by others that are not packed");
  }

  @Test
  void a_packed_file_is_neither_repaired_nor_appended_to() throws IOException {
    byte[] lines = LINES.getBytes(UTF_8);
    Path named = packed("d.jsonl.gz", lines);
    Path unnamed = packed("d.jsonl", lines);
    for (Path file : List.of(named, unnamed)) {
      assertThatThrownBy(() -> Dossiers.repair(file))
          .hasMessageContaining("a packed file cannot be appended to");
      assertThatThrownBy(() -> Dossiers.append(file, COMPLETE_DOSSIER.claims().get(0)))
          .hasMessageContaining("a packed file cannot be appended to");
      assertThat(Dossiers.read(file)).isEqualTo(COMPLETE_DOSSIER);
    }
  }

  @Test
  void a_last_line_with_another_error_is_reported_and_left_unchanged() throws IOException {
    String wrong = "{\"actor\":{\"id\":\"a\" \"name\":\"A\"}}";
    Path file = file("d.jsonl", LINES + wrong);
    assertThatThrownBy(() -> Dossiers.read(file)).hasMessageContaining("a comma is missing before");
    assertThat(Dossiers.repair(file)).isEmpty();
    assertThat(file).hasContent(LINES + wrong);
    Path marked = file("m.jsonl", "\uFEFF{\"demarche\":1}");
    assertThat(Dossiers.repair(marked)).isEmpty();
    Dossiers.append(marked, COMPLETE_DOSSIER.actors().get(0));
    assertThat(Files.readString(marked)).startsWith("\uFEFF{\"demarche\":1}\n{\"actor\"");
    Path unwritten = file("n.jsonl", LINES + "\0\0\0");
    assertThat(Dossiers.repair(unwritten)).contains("\0\0\0");
    assertThat(Dossiers.read(unwritten)).isEqualTo(COMPLETE_DOSSIER);
  }

  @Test
  void a_dangling_link_in_a_folder_is_reported() throws IOException {
    file("a.jsonl", LINES);
    Files.createSymbolicLink(folder.resolve("b.jsonl"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> Dossiers.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("b.jsonl: no such file");
  }

  @Test
  void a_replaced_document_with_a_byte_order_mark_keeps_its_schema_member() throws IOException {
    Path file =
        file("d.json", "\uFEFF{ \"demarche\": 1, \"claims\": [], \"$schema\": \"s.json\" }");
    Dossiers.write(COMPLETE_DOSSIER, file);
    assertThat(Files.readString(file)).contains("\"$schema\": \"s.json\"");
  }

  @Test
  void a_claim_of_another_speaker_under_one_id_is_a_conflict() {
    String claim =
        """
        {"claim":{"id":"C","speakers":["%s"],"principals":["y"],"asserted":"2017",\
        "proposition":"p","stance":"FOR","force":"ASSERT","evidence":[{"source":"s","mode":"RECORDED","via":["%s"]}]}}
        """;
    assertThat(messages(claim.formatted("a", "b") + claim.formatted("b", "a")))
        .anyMatch(problem -> problem.contains("claim C: it differs in speakers from the record"));
  }

  @Test
  @Tag("slow")
  @Timeout(60)
  void many_bad_lines_are_located_quickly() {
    String lines =
        """
        {"actor":{"id":"a","name":"","kind":"STATE"}}
        """
            .repeat(50_000);
    assertThat(messages(lines)).hasSize(50_000);
  }

  @Test
  void a_line_longer_than_the_limit_is_refused() throws IOException {
    Path file = file("d.jsonl", LINES);
    assertThatThrownBy(() -> Dossiers.reader().maxLine(100).read(file))
        .hasMessageContaining(
            "is longer than the limit of 100 bytes; if the file is trusted, raise maxLine(…)");
  }

  @Test
  void a_document_named_jsonl_and_a_record_without_its_envelope_give_one_problem_each() {
    assertThat(messages(Dossiers.format(COMPLETE_DOSSIER)))
        .containsExactly(
            "d.jsonl:1:1: this looks like one document, not one record per line: give it a name that ends"
                + " in .json");
    assertThat(messages("{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\"}\n"))
        .containsExactly(
            "d.jsonl:1:2: a line holds one record, such as {\"claim\": {…}}, got 'id'");
  }
}
