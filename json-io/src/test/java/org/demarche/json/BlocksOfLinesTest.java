package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of lines that are read in many blocks, on several threads: they are read as if line by
 * line.
 */
class BlocksOfLinesTest {
  /** The size of a block, near whose ends something could go wrong. */
  private static final int BLOCK = 1 << 16;

  private static final List<Actor> ACTORS =
      IntStream.range(0, 12_000)
          .mapToObj(
              i ->
                  Actor.builder()
                      .id("a" + i)
                      .name("Actor “" + "x".repeat(i % 50) + "” " + i)
                      .kind(ActorKind.STATE)
                      .build())
          .toList();

  private static final List<String> LINES =
      ACTORS.stream().map(actor -> Dossiers.line(actor) + "\n").toList();

  private static Dossier read(byte[] bytes) {
    return Dossiers.read(new ByteArrayInputStream(bytes), "d.jsonl");
  }

  private static List<Problem> problems(String lines) {
    return catchThrowableOfType(InvalidDossierException.class, () -> read(lines.getBytes(UTF_8)))
        .problems();
  }

  @Test
  void records_keep_their_order() {
    String lines = String.join("", LINES);
    assertThat(lines.length()).isGreaterThan(10 * BLOCK);
    assertThat(read(lines.getBytes(UTF_8)).actors()).isEqualTo(ACTORS);
  }

  @Test
  void packed_lines_blank_lines_and_windows_line_ends_are_read_alike() throws IOException {
    String lines = "\uFEFF" + String.join(" \r\n", LINES).replace("\n", "\r\n");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines.getBytes(UTF_8));
    }
    assertThat(read(lines.getBytes(UTF_8)).actors()).isEqualTo(ACTORS);
    assertThat(read(packed.toByteArray()).actors()).isEqualTo(ACTORS);
  }

  @Test
  void each_bad_line_has_the_problems_that_it_has_alone_at_its_own_place() {
    List<String> lines = new ArrayList<>(LINES);
    List<Problem> expected = new ArrayList<>();
    for (int i = 50; i < lines.size(); i += 97) {
      String line = lines.get(i);
      String bad =
          switch (i % 4) {
            case 0 -> line.replace("STATE", "CITY");
            case 1 -> line.substring(0, line.length() / 2) + "\n";
            case 2 -> line.replace("\"name\"", "\"title\"");
            default -> line.replace("“", "\t");
          };
      lines.set(i, bad);
      for (Problem alone : problems("\n" + bad)) {
        Problem.Place place = alone.place().orElseThrow();
        expected.add(alone.at(new Problem.Place("d.jsonl", i + 1, place.column())));
      }
    }
    assertThat(problems(String.join("", lines))).isEqualTo(expected);
    List<Problem> leftOut = new ArrayList<>();
    Dossier kept =
        Dossiers.reader()
            .leaveOutInvalid(leftOut::add)
            .read(new ByteArrayInputStream(String.join("", lines).getBytes(UTF_8)), "d.jsonl");
    assertThat(leftOut).isEqualTo(expected);
    assertThat(kept.actors())
        .isEqualTo(ACTORS.stream().filter(a -> lines.contains(Dossiers.line(a) + "\n")).toList());
  }

  @Test
  void a_line_torn_near_the_end_of_a_block_is_reported_and_all_before_it_are_kept() {
    byte[] all = String.join("", LINES).getBytes(UTF_8);
    for (int end : new int[] {BLOCK, 3 * BLOCK}) {
      for (int length = end - 60; length < end + 60; length += end / BLOCK) {
        byte[] torn = Arrays.copyOf(all, length);
        String text = new String(torn, UTF_8);
        boolean isTorn = !text.endsWith("\n") && !text.endsWith("}}");
        int whole = text.split("\n", -1).length - 1 + (text.endsWith("}}") ? 1 : 0);
        List<Problem> tears = new ArrayList<>();
        Dossier kept =
            Dossiers.reader()
                .keepBeforeTear(tears::add)
                .read(new ByteArrayInputStream(torn), "d.jsonl");
        assertThat(kept.actors()).isEqualTo(ACTORS.subList(0, whole));
        assertThat(tears).hasSize(isTorn ? 1 : 0);
        if (isTorn) {
          assertThat(tears.get(0).value()).isEqualTo(String.valueOf(start(torn)));
          assertThat(tears.get(0).place()).contains(new Problem.Place("d.jsonl", whole + 1, 1));
        }
      }
    }
  }

  private static int start(byte[] torn) {
    int start = torn.length;
    while (torn[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  @Test
  void records_with_one_id_in_distant_blocks_are_united_or_conflict() {
    Dossier complete = SampleDossiers.completeDossier();
    Claim claim = complete.claims().get(0);
    Evidence more =
        Evidence.builder()
            .source(complete.sources().get(0).id())
            .mode(Mode.INDIRECT)
            .quote("once more")
            .build();
    String records =
        RecordType.records(complete).map(record -> Dossiers.line(record) + "\n").collect(joining());
    String filler = String.join("", LINES);
    String again = Dossiers.line(claim.withEvidence(List.of(more))) + "\n";
    Dossier united = read((records + filler + again).getBytes(UTF_8));
    assertThat(united.claims().get(0).evidence())
        .hasSize(claim.evidence().size() + 1)
        .endsWith(more);
    String other = LINES.get(0).replace("Actor", "Another");
    assertThat(problems(filler + other).stream().map(Problem::toString))
        .containsExactly(
            "d.jsonl:12001:10: actor a0: it differs in name from the record with the same id at"
                + " d.jsonl:1:10; a correction is a new record");
  }

  @Test
  void a_line_longer_than_many_blocks_is_read() {
    Actor longest =
        Actor.builder().id("l").name("\n" + "é".repeat(BLOCK)).kind(ActorKind.STATE).build();
    String lines = LINES.get(0) + Dossiers.line(longest) + "\n" + LINES.get(1);
    assertThat(read(lines.getBytes(UTF_8)).actors())
        .containsExactly(ACTORS.get(0), longest, ACTORS.get(1));
  }

  @Test
  void problems_before_the_largest_size_are_reported_with_it(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("d.jsonl");
    Files.writeString(file, "{\"actor\":{\"id\":\"a\"}}\n" + String.join("", LINES));
    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class, () -> Dossiers.reader().maxBytes(5 * BLOCK).read(file));
    assertThat(refused.problems().stream().map(Problem::code))
        .containsExactlyInAnyOrder(
            Problem.Code.MISSING, Problem.Code.MISSING, Problem.Code.TOO_LARGE);
  }

  @Test
  void an_interrupted_thread_reads_on_and_stays_interrupted() {
    byte[] lines = String.join("", LINES).getBytes(UTF_8);
    Thread.currentThread().interrupt();
    Dossier dossier = read(lines);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(dossier.actors()).isEqualTo(ACTORS);
  }
}
