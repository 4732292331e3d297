package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.RawWorkbook.text;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells of workbooks, as programs of all kinds write them, and workbooks that are hostile. */
class ExcelCellsTest {
  @TempDir Path folder;

  private static ClaimTable table(Path file) {
    return ClaimTable.of(file)
        .onto(
            Dossier.of(
                Actor.builder().id("x").name("X").kind(ActorKind.STATE).build(),
                Source.builder()
                    .id("s")
                    .outlet("x")
                    .title("S")
                    .published(When.parse("2020"))
                    .build()))
        .id("r{#}")
        .principals("x")
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("FOR")
        .force("ASSERT")
        .source("s")
        .mode("RECORDED")
        .asserted("2017")
        .gist("{cell}");
  }

  private LoadedClaims load(String cell) throws IOException {
    return table(
            new RawWorkbook()
                .row(text("cell"), text("other"))
                .row(cell, text("y"))
                .write(folder.resolve("cells.xlsx")))
        .read();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='@' t='str'><f>x</f><v>007</v></c>                    | 007",
        "<c r='@' t='str'><v>1E5</v></c>                            | 1E5",
        "<c r='@' t='str'><f>x</f><v>2017.10</v></c>                | 2017.10",
        "<c r='@'><f>1+1</f><v>2</v></c>                            | 2",
        "<c r='@'><v>2.50</v></c>                                   | 2.5",
        "<c r='@'><v>1.1000000000000001</v></c>                     | 1.1",
        "<c r='@'><v>1E15</v></c>                                   | 1000000000000000",
        "<c r='@'><v>12345678901234567890</v></c>                   | 12345678901234567890",
        "<c r='@' t='b'><f>x</f><v>1</v></c>                        | true",
        "<c r='@' t='b'><v>1</v></c>                                | true",
        "<c r='@' s='1'><v>43039</v></c>                            | 2017-10-31",
        "<c r='@' s='2'><v>43039.75</v></c>                         | 2017-10-31",
        "<c r='@' s='2'><v>61</v></c>                               | 1900-03-01",
        "<c r='@' t='inlineStr'><is><t>a_x000D_</t></is></c>        | a",
        "<c r='@' t='inlineStr'><is><t>a_x0041_b</t></is></c>       | aAb",
        "<c r='@' t='inlineStr'><is><r><t>ri</t></r><r><t>ch</t></r></is></c> | rich"
      })
  void a_cell_is_read_as_excel_shows_it(String cell, String expected) throws IOException {
    LoadedClaims load = load(cell);
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims().get(0).gist()).contains(expected);
  }

  @Test
  void days_of_the_second_system_begin_in_1904() throws IOException {
    Path file =
        new RawWorkbook()
            .from1904()
            .row(text("cell"))
            .row("<c r='@' s='2'><v>0</v></c>")
            .row("<c r='@' s='2'><v>41577</v></c>")
            .write(folder.resolve("mac.xlsx"));
    assertThat(table(file).read().dossier().claims())
        .extracting(claim -> claim.gist().orElse(""))
        .containsExactly("1904-01-01", "2017-10-31");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='@' t='e'><f>1/0</f><v>#DIV/0!</v></c> | cell A2 holds the error #DIV/0!",
        "<c r='@' t='e'><v>#N/A</v></c>              | cell A2 holds the error #N/A",
        "<c r='@'><f>A1</f></c>                      | cell A2 holds the formula =A1 without a value; open and save the workbook in Excel",
        "<c r='@' s='2'><v>0</v></c>  | cell A2 holds the date number 0, from before March 1900, which programs count differently; write the date as a text",
        "<c r='@' s='2'><v>60</v></c> | cell A2 holds the date number 60, from before March 1900, which programs count differently; write the date as a text",
        "<c r='@' s='2'><v>3000000</v></c>           | cell A2 holds the date number 3000000, which is after the year 9999",
        "<c r='@'><v>1E999</v></c>                   | cell A2 holds a number that is too large",
        "<c r='@'><v>1E999999999</v></c>             | cell A2 holds a number that is too large"
      })
  void a_cell_without_a_value_costs_its_row(String cell, String message) throws IOException {
    LoadedClaims load = load(cell);
    assertThat(load.dossier().claims()).isEmpty();
    assertThat(load.problems()).extracting(problem -> problem.message()).containsExactly(message);
    assertThat(load.problems().get(0).place().orElseThrow().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='@' t='str'><f>IF(B2=\"\",\"\",B2)</f><v></v></c>",
        "<c r='@' t='str'><v></v></c>",
        "<c r='@'/>"
      })
  void a_cell_whose_value_is_an_empty_text_is_empty(String cell) throws IOException {
    LoadedClaims load = load(cell);
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims().get(0).gist()).isEmpty();
  }

  @Test
  void cells_beyond_the_header_are_reported_unless_they_are_empty() throws IOException {
    Path file =
        new RawWorkbook()
            .row(text("cell"))
            .row(text("a"), text("b"))
            .row(text("c"), text(" "), "<c r='@' s='1'/>")
            .write(folder.resolve("wide.xlsx"));
    LoadedClaims load = table(file).read();
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("r3");
    assertThat(load.problems())
        .extracting(problem -> problem.message())
        .containsExactly("a row of 2 cells under a header of 1");
  }

  @Test
  void rows_above_the_header_are_skipped_on_request() throws IOException {
    Path file =
        new RawWorkbook()
            .row(text("Coded by Anna"))
            .row()
            .row(text("cell"), text("other"))
            .row(text("a"), text("b"))
            .write(folder.resolve("titled.xlsx"));
    assertThatThrownBy(() -> table(file).read())
        .hasMessageContaining(
            "if the names of the columns are in a line further down, say skipLines(…)");
    assertThat(table(file).skipLines(1).read().dossier().claims())
        .extracting(claim -> claim.gist().orElse(""))
        .containsExactly("a");
  }

  @Test
  void an_error_in_a_joined_table_costs_the_rows_that_need_it() throws IOException {
    Path codes =
        new RawWorkbook()
            .row(text("key"), text("name"))
            .row(text("a"), text("Anna"))
            .row(text("b"), "<c r='@' t='e'><f>1/0</f><v>#DIV/0!</v></c>")
            .row(text(" "), text("nobody"))
            .row(text(" "), text("nobody either"))
            .write(folder.resolve("codes.xlsx"));
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "cell,other\na,1\nb,1\n,1\nc,1\n");
    LoadedClaims load = table(file).join("cell", codes, "key").gist("{name}").read();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.gist().orElse(""))
        .containsExactly("Anna");
    assertThat(load.problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "codes.xlsx: cell B3 holds the error #DIV/0!",
            "cell is empty: nothing to look up in codes.xlsx",
            "cell 'c' is not in column key of codes.xlsx");
  }

  @Test
  void a_key_that_several_columns_have_is_refused() throws IOException {
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "cell,name\na,Anna\n");
    Path file = folder.resolve("twice.csv");
    Files.writeString(file, "cell,cell,vote\na,a,1\n");
    assertThatThrownBy(() -> table(file).gist("{name}").join("cell", other).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file + ":1:1: several columns are named 'cell'");
  }

  @Test
  void new_columns_must_be_new_and_columns_turned_into_rows_have_no_meanings() throws IOException {
    Path file = folder.resolve("wide.csv");
    Files.writeString(file, "cell,q1,q2\na,1,2\n");
    assertThatThrownBy(() -> table(file).unpivot("cell", "vote", "q1", "q2").read())
        .hasMessage(
            "unpivot: " + file + " has a column 'cell' already; name the new column otherwise");
    assertThatThrownBy(() -> table(file).unpivot("q", "q", "q1", "q2").read())
        .hasMessage("unpivot: two new columns are named 'q'");
    assertThatThrownBy(
            () ->
                table(file)
                    .unpivot("q", "vote", "q1", "q2")
                    .values("q1", Map.of("1", "FOR"))
                    .read())
        .hasMessage(
            "'q1' is turned into rows: values(…) and emptyFrom(…) name the new column 'vote'");
  }

  private void assertRefused(RawWorkbook workbook, String message) throws IOException {
    Path file = workbook.write(folder.resolve("hostile.xlsx"));
    assertThatThrownBy(() -> table(file).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_workbook_that_goes_beyond_the_bounds_of_a_sheet_is_refused() throws IOException {
    assertRefused(
        new RawWorkbook().row(text("cell")).row("<c r='ZZZZZZ1'><v>1</v></c>"),
        "has a cell 'ZZZZZZ1', which no sheet has: the last one is XFD1048576");
    assertRefused(
        new RawWorkbook().sharedText("cell").row("<c r='@' t='s'><v>2000000000</v></c>"),
        "xl/worksheets/sheet1.xml names the shared text '2000000000' in cell A1, and there are 1");
    assertRefused(
        new RawWorkbook().sheetXml("<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet/>"),
        "xl/worksheets/sheet1.xml has a document type");
    assertRefused(
        new RawWorkbook().sheetXml("<worksheet xmlns='http://schemas.openxmlformats.org/"),
        "xl/worksheets/sheet1.xml is not well-formed, at line 1: ");
  }

  @Test
  void elements_nested_too_deep_are_named_with_the_limit() throws IOException {
    String deep = "<worksheet>" + "<a>".repeat(199);
    String closed = "</a>".repeat(199) + "</worksheet>";
    assertRefused(new RawWorkbook().sheetXml(deep + closed), "the sheet is empty");
    for (String text : List.of("<bb/>", "<bb>" + "<c>".repeat(100_000))) {
      assertRefused(
          new RawWorkbook().sheetXml(deep + text + closed),
          "xl/worksheets/sheet1.xml has elements nested more than 200 deep, at line 1: <bb>");
    }
  }

  @Test
  void a_sheet_under_any_name_is_checked() throws IOException {
    RawWorkbook elsewhere =
        new RawWorkbook()
            .sheetPart("xl/media/picture.svg")
            .row(text("cell"))
            .row("<c r='ZZZZZZ1'><v>1</v></c>");
    assertRefused(elsewhere, "xl/media/picture.svg has a cell 'ZZZZZZ1', which no sheet has");
    assertRefused(
        new RawWorkbook()
            .sheetPart("xl/media/picture.svg")
            .sheetXml("<!DOCTYPE svg><worksheet><sheetData/></worksheet>"),
        "xl/media/picture.svg has a document type");
    Path sound =
        new RawWorkbook()
            .sheetPart("xl/elsewhere.xml")
            .sharedText("cell")
            .row("<c r='@' t='s'><v>0</v></c>")
            .row(text("a"))
            .with("xl/media/picture.png", "\u0089PNG")
            .with("xl/media/picture.svg", "<!DOCTYPE svg><svg><c r='none'/></svg>")
            .with("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>")
            .write(folder.resolve("sound.xlsx"));
    assertThat(table(sound).read().dossier().claims()).hasSize(1);
  }

  @Test
  void parts_that_another_reader_might_take_for_each_other_are_refused() throws IOException {
    assertRefused(
        new RawWorkbook().row(text("cell")).with("xl/WORKSHEETS/sheet1.xml", "<worksheet/>"),
        "xl/WORKSHEETS/sheet1.xml is there twice");
    assertRefused(
        new RawWorkbook().row(text("cell")).with("xl/work\u017Fheets/sheet1.xml", "<worksheet/>"),
        "sheet1.xml is there twice");
  }

  @Test
  void a_part_is_checked_under_the_name_that_a_field_of_the_zip_file_gives_it() throws IOException {
    Map<String, String> parts =
        new RawWorkbook().row(text("cell")).row("<c r='ZZZZZZ1'><v>1</v></c>").parts();
    Path file = folder.resolve("renamed.xlsx");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      zip.setUseLanguageEncodingFlag(false);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry("other/" + part.getKey());
        entry.addExtraField(
            new UnicodePathExtraField(part.getKey(), entry.getName().getBytes(UTF_8)));
        zip.putArchiveEntry(entry);
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeArchiveEntry();
      }
    }
    assertThatThrownBy(() -> table(file).read())
        .hasMessageContaining("xl/worksheets/sheet1.xml has a cell 'ZZZZZZ1', which no sheet has");
  }

  @ParameterizedTest
  @CsvSource({
    "1,    method 1 (UNSHRINKING) of zip files",
    "6,    method 6 (IMPLODING) of zip files",
    "9,    method 9 (ENHANCED_DEFLATED) of zip files",
    "12,   method 12 (BZIP2) of zip files",
    "14,   method 14 (LZMA) of zip files",
    "20,   method 20 (ZSTD_DEPRECATED) of zip files",
    "77,   method 77 of zip files",
    "93,   method 93 (ZSTD) of zip files",
    "95,   method 95 (XZ) of zip files",
    "65535, method 65535 of zip files"
  })
  void a_part_that_is_packed_as_no_part_of_a_workbook_is_refused(int method, String shown)
      throws IOException {
    Path file = new RawWorkbook().row(text("cell")).write(folder.resolve("packed.xlsx"));
    repack(file, "xl/worksheets/sheet1.xml", method);
    assertThatThrownBy(() -> table(file).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(
            "a damaged workbook: xl/worksheets/sheet1.xml is packed by %s, but a part of a workbook is stored or deflated; save it as .xlsx again"
                .formatted(shown));
  }

  @Test
  void a_part_that_is_not_read_may_be_packed_in_any_way() throws IOException {
    Path file =
        new RawWorkbook()
            .row(text("cell"))
            .row(text("a"))
            .with("xl/media/picture.svg", "<svg/>")
            .write(folder.resolve("picture.xlsx"));
    repack(file, "xl/media/picture.svg", 95);
    assertThat(table(file).read().dossier().claims()).hasSize(1);
  }

  /** Says in the directory of a zip file that an entry is packed by another method. */
  private static void repack(Path file, String entry, int method) throws IOException {
    byte[] name = entry.getBytes(UTF_8);
    byte[] bytes = Files.readAllBytes(file);
    int header = Bytes.indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    while (!Arrays.equals(
        Arrays.copyOfRange(bytes, header + 46, header + 46 + name.length), name)) {
      header++;
    }
    bytes[header + 10] = (byte) method;
    bytes[header + 11] = (byte) (method >> Byte.SIZE);
    Files.write(file, bytes);
  }

  @Test
  void very_many_namespaces_are_refused_since_parsers_look_through_them_all() throws IOException {
    for (Map.Entry<Integer, String> declared :
        Map.of(
                251, "sheet1.xml has 251 namespaces in scope at line 1, more than the limit of 250",
                300_000,
                    "sheet1.xml has more than 10000 namespaces in one element; the limit is 250")
            .entrySet()) {
      StringBuilder all = new StringBuilder("<worksheet");
      for (int i = 0; i < declared.getKey(); i++) {
        all.append(" xmlns:a").append(i).append("='>'");
      }
      assertRefused(
          new RawWorkbook().sheetXml(all.append("><sheetData/></worksheet>").toString()),
          declared.getValue());
    }
  }

  @Test
  void rows_and_cells_without_an_address_are_counted() throws IOException {
    assertRefused(
        new RawWorkbook()
            .sheetXml(
                "<worksheet><sheetData>" + "<row/>".repeat(1_048_577) + "</sheetData></worksheet>"),
        "has a row at line 1 beyond the limit of 1048576 rows");
    assertRefused(
        new RawWorkbook().row("<c/>".repeat(16_385)),
        "has a cell beyond column XFD, which no sheet has");
  }

  @Test
  void a_number_whose_format_is_too_long_is_a_fault_of_its_cell() throws IOException {
    RawWorkbook workbook =
        new RawWorkbook()
            .style("0&quot;" + "metric ton dry ".repeat(20) + "&quot;")
            .row(text("cell"))
            .row("<c r='@' s='3'><v>43101</v></c>");
    assertThat(table(workbook.write(folder.resolve("long.xlsx"))).read().problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "cell A2 has a number format of 303 characters, more than the 255 that Excel allows");
  }

  @ParameterizedTest
  @CsvSource({
    "<c r='XFD#'/>,                         16384",
    "<c r='A#' t='s'><v>0</v></c>,          20000",
    "<c r='A#'><f t='shared' si='0'/></c>,  20000"
  })
  void what_a_few_bytes_stand_for_counts_like_bytes(String cell, int each) throws IOException {
    RawWorkbook workbook =
        new RawWorkbook()
            .sharedText("x".repeat(20_000))
            .row("<c r='@'><f t='shared' si='0' ref='A1:A1'>" + "A".repeat(20_000) + "</f></c>");
    for (int row = 2; row < 102; row++) {
      workbook.row(cell.replace("#", Integer.toString(row)));
    }
    Path file = workbook.write(folder.resolve("dense.xlsx"));
    for (int limit : List.of(100 * each, 30_000)) {
      assertThatThrownBy(() -> table(file).maxBytes(limit).read())
          .hasMessageContaining(
              "more than the limit of "
                  + limit
                  + " bytes, counting empty cells, and shared texts and formulas in each cell");
    }
    assertThatThrownBy(() -> table(file).maxBytes(100 * each + 90_000).read())
        .hasMessageContaining("no column 'cell'");
  }

  @Test
  void array_formulas_count_for_each_cell_since_they_are_looked_through() throws IOException {
    RawWorkbook workbook = new RawWorkbook().row(text("cell"));
    for (int row = 2; row < 1_002; row++) {
      workbook.row("<c r='@'><f t='array' ref='A%1$s:A%1$s'>B1</f><v>1</v></c>".formatted(row));
    }
    for (int row = 1_002; row < 2_002; row++) {
      workbook.row("<c r='@'><v>1</v></c>");
    }
    Path file = workbook.write(folder.resolve("arrays.xlsx"));
    assertThatThrownBy(() -> table(file).maxBytes(1_500_000).read())
        .hasMessageContaining("more than the limit of 1500000 bytes");
    assertThat(table(file).maxBytes(2_000_000).read().dossier().claims()).hasSize(2_000);
  }

  @Test
  void a_number_of_very_many_digits_is_refused() throws IOException {
    String digits = "1".repeat(1_000);
    assertThat(load("<c r='@'><v>" + digits + "</v></c>").problems())
        .extracting(problem -> problem.message())
        .containsExactly("cell A2 holds a number that is too large");
    assertRefused(
        new RawWorkbook().row(text("cell")).row("<c r='@'><v>1" + digits + "</v></c>"),
        "has a number of 1001 characters in cell A2, more than the limit of 1000");
    assertThat(load("<c r='@' t='str'><v>1" + digits + "</v></c>").problems()).isEmpty();
  }

  @Test
  void an_exception_of_the_library_becomes_a_refusal_of_the_file() throws IOException {
    assertRefused(
        new RawWorkbook().row(text("cell")).row("<c r='@' t='d'><v>2017-10-31</v></c>"),
        "a damaged workbook: ");
  }

  @Test
  void a_truncated_workbook_is_refused_as_one() throws IOException {
    Path whole = new RawWorkbook().row(text("cell")).row(text("a")).write(folder.resolve("w.xlsx"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.xlsx");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> table(half).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("a damaged or truncated workbook: ");
  }

  @Test
  void the_same_workbook_gives_the_same_claims_each_time() throws IOException {
    Path file =
        new RawWorkbook()
            .row(text("cell"))
            .row(text("a"))
            .row(text("b"))
            .write(folder.resolve("w"));
    List<Claim> first = table(file).read().dossier().claims();
    assertThat(table(file).read().dossier().claims()).isEqualTo(first);
  }
}
