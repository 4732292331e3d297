package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of Excel workbooks as tables of claims. */
class ExcelTableTest {
  private static final Dossier BASE =
      Dossier.of(
          Actor.builder().id("un").name("United Nations record").kind(ActorKind.MEDIA).build(),
          Source.builder().id("s").outlet("un").title("S").published(When.parse("2020")).build());

  @TempDir Path folder;

  private Path workbook(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("votes.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    }
    return file;
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof LocalDate day) {
        sheet.value(row, i, day);
        sheet.style(row, i).format("d. MMMM yyyy").set();
      } else if (cells[i] instanceof LocalDateTime time) {
        sheet.value(row, i, time);
        sheet.style(row, i).format("yyyy-mm-dd h:mm").set();
      } else if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else {
        sheet.value(row, i, cells[i].toString());
      }
    }
  }

  private static ClaimTable votes(Path file) {
    return ClaimTable.of(file)
        .onto(BASE)
        .id("r-{id}")
        .principals("{code}")
        .actors(ActorKind.STATE, "{country}")
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{vote}")
        .force("VOTE")
        .source("s")
        .mode("RECORDED")
        .asserted("{day}");
  }

  private static void header(Worksheet sheet) {
    row(sheet, 0, "id", "code", "country", "vote", "day");
  }

  @Test
  void dates_numbers_and_texts_are_read_as_excel_has_them() throws IOException {
    Path file =
        workbook(
            it -> {
              Worksheet sheet = it.newWorksheet("Votes");
              header(sheet);
              row(sheet, 1, 1, "US", "United States", "FOR", LocalDate.of(2017, 10, 31));
              row(
                  sheet,
                  2,
                  2.0,
                  "FR",
                  "\u00A0France ",
                  "AGAINST",
                  LocalDateTime.of(2017, 11, 1, 9, 30));
              row(sheet, 4, 3, "IT", "Italy", "FOR", "2017-11");
            });
    LoadedClaims load = votes(file).read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.id() + " " + claim.asserted())
        .containsExactly("r-1 2017-10-31", "r-2 2017-11-01", "r-3 2017-11");
    assertThat(load.dossier().actor("FR").orElseThrow().name()).isEqualTo("France");
  }

  @Test
  void a_cell_with_an_error_or_a_formula_without_a_value_costs_its_row_if_it_is_used()
      throws IOException {
    Path file =
        workbook(
            it -> {
              Worksheet sheet = it.newWorksheet("Votes");
              row(sheet, 0, "id", "code", "country", "vote", "day", "other");
              row(sheet, 1, 1, "US", "United States", "FOR", "2017");
              sheet.formula(1, 5, "1/0");
              row(sheet, 2, 2, "FR", "France", "", "2017");
              sheet.formula(2, 3, "IF(1=1,\"FOR\",\"AGAINST\")");
            });
    LoadedClaims load = votes(file).read();
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("r-1");
    assertThat(messages(load))
        .containsExactly(
            "3: cell D3 holds the formula =IF(1=1,\"FOR\",\"AGAINST\") without a value; open and"
                + " save the workbook in Excel");
  }

  @Test
  void the_first_sheet_that_is_not_hidden_is_read_unless_one_is_named() throws IOException {
    Path file =
        workbook(
            it -> {
              Worksheet hidden = it.newWorksheet("Old");
              header(hidden);
              row(hidden, 1, 1, "US", "United States", "FOR", "2016");
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              Worksheet sheet = it.newWorksheet("New");
              header(sheet);
              row(sheet, 1, 1, "US", "United States", "FOR", "2017");
            });
    assertThat(votes(file).read().dossier().claims().get(0).asserted()).hasToString("2017");
    assertThat(votes(file).sheet("Old").read().dossier().claims().get(0).asserted())
        .hasToString("2016");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes(file).sheet("Nwe").read())
        .withMessage(file + ": there is no sheet 'Nwe' (did you mean 'New'?); there are Old, New");
  }

  @Test
  void a_workbook_whose_sheets_are_all_hidden_is_refused_with_their_names() throws IOException {
    Path file =
        workbook(
            it -> {
              Worksheet hidden = it.newWorksheet("Old\u202Ename");
              header(hidden);
              hidden.setVisibilityState(VisibilityState.HIDDEN);
            });
    assertThatThrownBy(() -> votes(file).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("all sheets are hidden; name one with sheet(…): Old[U+202E]name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes(file).sheet("New").read())
        .withMessage(file + ": there is no sheet 'New'; there are Old[U+202E]name");
  }

  @Test
  void a_file_that_is_no_workbook_says_so() throws IOException {
    Path zip = folder.resolve("other.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write('a');
    }
    assertThatThrownBy(() -> votes(zip).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("a zip file, but no workbook of Excel");
    Path old = folder.resolve("old.xls");
    Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    assertThatThrownBy(() -> votes(old).read())
        .hasMessageContaining("a workbook of Excel 97 to 2003, or one with a password");
  }

  @Test
  void a_workbook_larger_than_its_limit_is_refused() throws IOException {
    Path zeros = folder.resolve("zeros.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zeros))) {
      out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      out.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(new byte[1 << 20]);
    }
    assertThatThrownBy(() -> votes(zeros).maxBytes(1 << 16).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("its parts have more than the limit of 65536 bytes");
  }
}
