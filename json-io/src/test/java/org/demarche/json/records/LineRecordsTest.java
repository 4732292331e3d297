package org.demarche.json.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.DossierArbitraries;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are read straight from the bytes of their lines, beside what a parser reads. */
class LineRecordsTest {
  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  private static byte[] line(DossierRecord record) {
    return LineWriter.line(record).stripTrailing().getBytes(UTF_8);
  }

  private static List<byte[]> lines(Dossier dossier) {
    return RecordType.records(dossier).map(LineRecordsTest::line).toList();
  }

  private static void assertReadAlike(byte[] line) {
    Optional<DossierRecord> read = LineReadings.ofBytes(line);
    if (read.isPresent()) {
      assertThat(LineReadings.ofParser(line)).as(new String(line, UTF_8)).isEqualTo(read);
    }
  }

  @Property(tries = 300)
  void a_record_as_it_is_written_is_read_from_its_bytes(@ForAll("dossiers") Dossier dossier) {
    RecordType.records(dossier)
        .forEach(record -> assertThat(LineReadings.ofBytes(line(record))).contains(record));
  }

  @Test
  void every_member_of_every_record_is_read_from_bytes() {
    RecordType.records(SampleDossiers.completeDossier())
        .forEach(record -> assertThat(LineReadings.ofBytes(line(record))).contains(record));
  }

  @Property(tries = 300)
  void a_line_with_any_change_is_read_as_a_parser_reads_it_or_left_to_the_parser(
      @ForAll("dossiers") Dossier dossier, @ForAll Random random) {
    List<byte[]> lines = lines(dossier);
    for (byte[] line : lines) {
      assertReadAlike(changed(line, lines, random));
    }
  }

  @Test
  void a_byte_of_any_value_at_any_place_of_a_text_is_read_as_a_parser_reads_it() {
    String name = "twenty-four signs in all";
    byte[] line = line(Actor.builder().id("rok").name(name).kind(ActorKind.STATE).build());
    int first = Bytes.indexOf(line, name.getBytes(UTF_8));
    for (int at = first; at < first + name.length(); at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = line.clone();
        changed[at] = (byte) value;
        assertReadAlike(changed);
      }
    }
  }

  private static final List<String> PIECES =
      List.of(
          "\\\"",
          "\\n",
          "\\u0041",
          "\\uD83D\\uDE00",
          "\\uD800",
          "\\x",
          "\u00e9",
          "\u4e2d",
          " ",
          "\t",
          "\r",
          ",",
          ":",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "null",
          "true",
          "-1",
          "0",
          "01",
          "1.5",
          "1e3",
          "\"id\":\"x\",",
          "\"note\":\"\",",
          "\u0000",
          "\uFEFF",
          "\\",
          "2017-13-01",
          "X");

  private static byte[] changed(byte[] line, List<byte[]> lines, Random random) {
    int at = random.nextInt(line.length);
    byte[] before = Arrays.copyOf(line, at);
    byte[] after = Arrays.copyOfRange(line, at, line.length);
    byte[] other = lines.get(random.nextInt(lines.size()));
    byte[] end = Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    return switch (random.nextInt(9)) {
      case 0 -> before;
      case 1 -> Bytes.concat(before, new byte[] {(byte) random.nextInt(256)}, after);
      case 2 -> Bytes.concat(before, Arrays.copyOfRange(line, at + 1, line.length));
      case 3 -> flipped(line, at, random.nextInt(8));
      case 4 -> Bytes.concat(before, end);
      case 5 -> Bytes.concat(line, end);
      case 6 -> swapped(line, random).getBytes(UTF_8);
      case 7 -> spaced(line, random).getBytes(UTF_8);
      default -> {
        byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
        yield Bytes.concat(before, piece, after);
      }
    };
  }

  private static byte[] flipped(byte[] line, int at, int bit) {
    byte[] flipped = line.clone();
    flipped[at] ^= (byte) (1 << bit);
    return flipped;
  }

  /** Swaps two pieces between commas, which are often members. */
  private static String swapped(byte[] line, Random random) {
    String[] pieces = new String(line, UTF_8).split(",", -1);
    int one = random.nextInt(pieces.length);
    int other = random.nextInt(pieces.length);
    String first = pieces[one];
    pieces[one] = pieces[other];
    pieces[other] = first;
    return String.join(",", pieces);
  }

  /** Adds spaces around signs, also within texts. */
  private static String spaced(byte[] line, Random random) {
    String space = List.of(" ", "\t", "\r", "  ").get(random.nextInt(4));
    String sign = List.of(",", ":", "{", "}", "[", "]").get(random.nextInt(6));
    return new String(line, UTF_8).replace(sign, space + sign + space);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"actor\":{\"id\":\"a\",\"name\":\"A \\u00e9\\n\\\"\\/\\b\\f\\r\\t\\\\\",\"kind\":\"STATE\"}}",
        "{ \"actor\" : {\"kind\":\"STATE\", \"name\":\"A\\uD83D\\uDE00\", \"id\":\"a\" }\t}\r",
        "{\"actor\":{\"id\":\"a\",\"name\":\"\uD83D\uDE00 \u4e2d\u56fd\",\"kind\":\"PERSON\",\"named\":false}}"
      })
  void other_ways_to_write_a_record_are_read_from_bytes_too(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(LineReadings.ofBytes(bytes)).isPresent().isEqualTo(LineReadings.ofParser(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"demarche\":1}",
        "{\"dossier\":{\"title\":\"T\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\"}} x",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\"},\"actor\":{}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"name\":\"A\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"of\":null}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"aliases\":[\"x\",\"x\"]}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"aliases\":[\"x\",]}}",
        "{\"actor\":{\"id\":\"a b\",\"name\":\"A\",\"kind\":\"STATE\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"from\":\"2017-02-30\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"CITY\"}}",
        "{\"actor\":{\"id\":\"a\",\"kind\":\"STATE\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\" \",\"kind\":\"STATE\"}}",
        "{\"actor\":{\"id\":\"a\",\"name\":\"A\",\"kind\":\"STATE\",\"size\":1}}"
      })
  void a_line_with_a_problem_or_without_a_record_is_left_to_the_parser(String line) {
    assertThat(LineReadings.ofBytes(line.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void bytes_that_are_no_utf_8_are_left_to_the_parser() {
    byte[] line = line(Actor.builder().id("a").name("A\u00e9").kind(ActorKind.STATE).build());
    for (int i = 0; i < line.length; i++) {
      for (byte wrong : new byte[] {(byte) 0x80, (byte) 0xC0, (byte) 0xED, (byte) 0xFF}) {
        byte[] damaged = line.clone();
        damaged[i] = wrong;
        assertReadAlike(damaged);
      }
    }
  }

  @Test
  void a_text_or_nesting_beyond_the_limits_is_left_to_the_parser() {
    byte[] line = line(Actor.builder().id("a").name("1234567890").kind(ActorKind.STATE).build());
    for (int limit = 1; limit < 20; limit++) {
      ReadLimits ofText = new ReadLimits(1 << 20, 500, limit, 1 << 20);
      assertThat(LineReadings.ofBytes(line, ofText).isPresent()).isEqualTo(limit >= 10);
      assertThat(LineReadings.ofParser(line, ofText).isPresent()).isEqualTo(limit >= 10);
      ReadLimits ofDepth = new ReadLimits(1 << 20, limit, 500, 1 << 20);
      assertThat(LineReadings.ofBytes(line, ofDepth).isPresent()).isEqualTo(limit >= 2);
      assertThat(LineReadings.ofParser(line, ofDepth).isPresent()).isEqualTo(limit >= 2);
    }
  }

  @Test
  void the_seeds_of_fuzzing_are_read_alike() throws IOException {
    Path seeds = Path.of("src/test/resources/fuzz/lines");
    try (Stream<Path> files = Files.list(seeds)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file, ISO_8859_1)) {
          assertReadAlike(line.getBytes(ISO_8859_1));
        }
      }
    }
  }
}
