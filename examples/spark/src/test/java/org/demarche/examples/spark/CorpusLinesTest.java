package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line of a folder is read with its place, or is named with what is wrong. */
class CorpusLinesTest {
  private static final String CUT = "the file ends within its gzip; no line from here on is read";
  private static final String DAMAGED =
      "the gzip is damaged, or other bytes follow it; no line from here on is read";

  @TempDir private Path folder;

  private final SparkSession session = SparkSessions.local(1);

  /** Returns the lines of the folder as file:line text, or as file:line - reason. */
  private List<String> lines() {
    return CorpusLines.of(session, folder.toString()).collectAsList().stream()
        .map(
            row ->
                "%s:%d %s"
                    .formatted(
                        row.getString(0),
                        row.getInt(1),
                        row.isNullAt(2) ? "- " + row.getString(3) : row.getString(2)))
        .sorted()
        .toList();
  }

  private void write(String file, byte[]... parts) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    Files.write(path, bytes.toByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  // Folders

  @Test
  void names_may_have_any_characters_and_hidden_files_are_left_out() throws IOException {
    write("a b%20[1].jsonl", bytes("one"));
    write("x.jsonl/in.jsonl", bytes("two"));
    write("x.json/also.jsonl", bytes("three"));
    write(".hidden.jsonl", bytes("no"));
    write("_begun.jsonl", bytes("no"));
    write("_temporary/0/part-0.jsonl", bytes("no"));
    write(".git/part-0.jsonl", bytes("no"));
    write("copied.jsonl.part", bytes("no"));
    assertThat(lines())
        .containsExactly(
            "a b%20[1].jsonl:1 one", "x.json/also.jsonl:1 three", "x.jsonl/in.jsonl:1 two");
  }

  // Gzip

  @Test
  void every_member_of_a_packed_file_is_read() throws IOException {
    write("a.jsonl.gz", packed("one\ntw"), packed(""), packed("o\nthree\n"));
    assertThat(lines())
        .containsExactly("a.jsonl.gz:1 one", "a.jsonl.gz:2 two", "a.jsonl.gz:3 three");
  }

  @Test
  void lines_count_up_to_the_place_where_the_gzip_is_cut_or_damaged() throws IOException {
    byte[] whole = packed("one\ntwo\n");
    byte[] otherSum = whole.clone();
    otherSum[whole.length - 8] ^= 1;
    write("cut.jsonl.gz", Arrays.copyOf(whole, whole.length - 1));
    write("empty.jsonl.gz", new byte[0]);
    write("garbage.jsonl.gz", whole, bytes("x"));
    write("none.jsonl.gz", bytes("{}"));
    write("padded.jsonl.gz", whole, new byte[512]);
    write("second.jsonl.gz", whole, Arrays.copyOf(whole, 5));
    write("sum.jsonl.gz", otherSum);
    assertThat(lines())
        .containsExactly(
            "cut.jsonl.gz:1 one",
            "cut.jsonl.gz:2 two",
            "cut.jsonl.gz:3 - " + CUT,
            "empty.jsonl.gz:1 - " + CUT,
            "garbage.jsonl.gz:1 one",
            "garbage.jsonl.gz:2 two",
            "garbage.jsonl.gz:3 - " + DAMAGED,
            "none.jsonl.gz:1 - " + DAMAGED,
            "padded.jsonl.gz:1 one",
            "padded.jsonl.gz:2 two",
            "padded.jsonl.gz:3 - " + DAMAGED,
            "second.jsonl.gz:1 one",
            "second.jsonl.gz:2 two",
            "second.jsonl.gz:3 - " + CUT,
            "sum.jsonl.gz:1 one",
            "sum.jsonl.gz:2 two",
            "sum.jsonl.gz:3 - " + DAMAGED);
  }

  /** Packed with a name, a comment, more and a sum of the header: RFC 1952 has them all. */
  @Test
  void a_packed_file_may_have_every_part_of_a_header() throws IOException {
    byte[] whole = packed("one\n");
    byte[] head = Arrays.copyOf(whole, 10);
    head[3] = 0b11110;
    byte[] parts = bytes("\u0002\u0000xyname\u0000comment\u0000##");
    write("a.jsonl.gz", head, parts, Arrays.copyOfRange(whole, 10, whole.length));
    assertThat(lines()).containsExactly("a.jsonl.gz:1 one");
  }

  /**
   * As many streams from a network do, this one has a byte at a time, and says that it has none.
   */
  @Test
  void members_are_read_from_a_stream_that_has_nothing_at_hand() throws IOException {
    byte[] two = Arrays.copyOf(packed("one"), packed("one").length * 2);
    System.arraycopy(two, 0, two, two.length / 2, two.length / 2);
    int[] at = {0};
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            return at[0] < two.length ? two[at[0]++] & 0xFF : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int one = read();
            into[from] = (byte) one;
            return one < 0 ? -1 : 1;
          }
        };
    assertThat(new UnpackedInput(slow).readAllBytes()).isEqualTo(bytes("oneone"));
  }

  // Versions

  private static final String NEWER =
      "- demarche: this is a dossier of format version 2; this library reads version 1, a newer"
          + " release is needed; no line of the file after this one is read";

  @Test
  void a_newer_version_ends_a_file_however_its_header_is_spaced() throws IOException {
    write("a.jsonl", bytes(" { \"demarche\" : 2 }\none\n"));
    write("b.jsonl", bytes("one\n{\t\"demarche\":2}\ntwo\n"));
    write("c.jsonl", bytes("{ \"demarche\" : 1 }\n{\"$schema\": \"x\"}\none\n"));
    List<String> expected =
        List.of("a.jsonl:1 " + NEWER, "b.jsonl:1 one", "b.jsonl:2 " + NEWER, "c.jsonl:3 one");
    assertThat(lines()).isEqualTo(expected);
  }

  private static final StructType ROWS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("text", DataTypes.StringType);

  private void writeParquet(Row... rows) {
    session.createDataFrame(List.of(rows), ROWS).write().parquet(folder + "/rows [1]%20");
  }

  @Test
  void a_newer_version_ends_a_file_in_parquet_too_whatever_the_order_of_rows() {
    writeParquet(
        RowFactory.create("b", 3L, "two"),
        RowFactory.create("b", 2L, "{ \"demarche\": 2}"),
        RowFactory.create("b", 1L, "one"),
        RowFactory.create("c", 4L, "three"));
    assertThat(lines()).containsExactly("b:1 one", "b:2 " + NEWER, "c:4 three");
  }

  // Parquet

  @Test
  void rows_of_parquet_without_a_place_of_their_own_are_refused() throws IOException {
    assertRefused("file null, line 1, once", RowFactory.create(null, 1L, "x"));
    assertRefused("file a, line null, once", RowFactory.create("a", null, "x"));
    assertRefused("file a, line 0, once", RowFactory.create("a", 0L, "x"));
    assertRefused("file a, line 4294967297, once", RowFactory.create("a", (1L << 32) + 1, "x"));
    assertRefused(
        "file a, line 7, 2 times",
        RowFactory.create("a", 7L, "x"),
        RowFactory.create("b", 7L, "x"),
        RowFactory.create("a", 7L, "y"));
  }

  private void assertRefused(String got, Row... rows) throws IOException {
    Path one = Files.createTempDirectory(folder, "refused");
    session.createDataFrame(List.of(rows), ROWS).write().parquet(one + "/rows");
    assertThatThrownBy(() -> CorpusLines.of(session, one.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("each line of the Parquet files needs a file, and a line from 1 to")
        .hasMessageEndingWith("got " + got);
  }

  @Test
  void columns_of_parquet_of_another_type_are_refused() {
    for (DataType type : List.of(DataTypes.StringType, DataTypes.DoubleType)) {
      Path one = folder.resolve(type.typeName());
      session
          .createDataFrame(List.of(RowFactory.create("a", 1L, "x")), ROWS)
          .withColumn("line", org.apache.spark.sql.functions.col("line").cast(type))
          .write()
          .parquet(one.toString());
      assertThatThrownBy(() -> CorpusLines.of(session, one.toString()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("line a whole number, got file STRING,line " + type.sql());
    }
  }

  @Test
  void texts_of_parquet_that_are_no_line_are_rejected() {
    writeParquet(
        RowFactory.create("a", 1L, null),
        RowFactory.create("a", 2L, "{}\n{}"),
        RowFactory.create("a", 3L, " "),
        RowFactory.create("a", 4L, "{\"dossier\": {\"title\": \"A title\"}}"),
        RowFactory.create("a", 5L, "{\"claim\": ".repeat(600)));
    LongAccumulator counter = session.sparkContext().longAccumulator();
    List<String> rejects =
        ParsedLines.of(CorpusLines.of(session, folder.toString()), counter)
            .orderBy("line")
            .collectAsList()
            .stream()
            .map(row -> row.getAs("line") + " " + row.getAs("kind") + " " + row.getAs("reason"))
            .toList();
    assertThat(rejects).hasSize(3);
    assertThat(rejects.get(0)).isEqualTo("1 reject the line has no text");
    assertThat(rejects.get(1)).isEqualTo("2 reject the text is more than one line");
    assertThat(rejects.get(2)).startsWith("5 reject ").contains("nested deeper than the limit");
  }

  @Test
  void a_line_is_measured_in_bytes() {
    assertThat(LineFaults.isTooLong("é".repeat(32 << 20))).isFalse();
    assertThat(LineFaults.isTooLong("é".repeat(32 << 20) + "e")).isTrue();
  }

  // A full heap

  private static InvalidDossierException tooLarge(String message) {
    return new InvalidDossierException(
        List.of(
            Problem.of(Problem.Code.TOO_LARGE, "document", "", "", "", message)
                .at(new Problem.Place("line.jsonl", 1, 1))));
  }

  @Test
  void a_full_heap_is_no_fault_of_a_line_but_its_own_size_is() {
    InvalidDossierException full = tooLarge("too large for the heap");
    assertThatThrownBy(() -> LineFaults.ofLine(full, Optional.empty())).isSameAs(full);
    InvalidDossierException deep = tooLarge("nested deeper than the limit");
    assertThat(LineFaults.ofLine(deep, Optional.of(deep)))
        .isEqualTo("nested deeper than the limit");
  }
}
