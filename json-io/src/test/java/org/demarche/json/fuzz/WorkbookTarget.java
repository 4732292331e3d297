package org.demarche.json.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.json.RawWorkbook;
import org.demarche.model.InvalidDossierException;

/**
 * Reads a workbook as a table of claims: one with an altered part, packed soundly, one whose bytes
 * are altered, or any bytes in place of one. Each row gives a claim or a problem, or the table is
 * refused.
 */
public final class WorkbookTarget {
  private static final Scratch SCRATCH = Scratch.create();
  private static final RawWorkbook SAMPLE =
      new RawWorkbook()
          .sharedText("id")
          .sharedText("no")
          .row(
              "<c r=\"@\" t=\"s\"><v>0</v></c>",
              RawWorkbook.text("who"),
              RawWorkbook.text("what"),
              RawWorkbook.text("view"),
              RawWorkbook.text("day"),
              RawWorkbook.text("words"))
          .row(
              RawWorkbook.text("c1"),
              RawWorkbook.text("a"),
              "<c r=\"@\"><v>17</v></c>",
              "<c r=\"@\" t=\"s\"><v>1</v></c>",
              "<c r=\"@\" s=\"2\"><v>43101</v></c>",
              RawWorkbook.text("It said no."))
          .row(
              "<c r=\"@\"><v>1.5E3</v></c>",
              RawWorkbook.text("b"),
              "<c r=\"@\" t=\"b\"><v>1</v></c>",
              "<c r=\"@\" t=\"str\"><f>A1</f><v>yes</v></c>",
              "<c r=\"@\" s=\"1\"><v>43102.25</v></c>",
              "<c r=\"@\" t=\"e\"><v>#N/A</v></c>");
  private static final Map<String, String> PARTS = SAMPLE.parts();
  private static final ByteEdits PACKED = ByteEdits.of(sample());
  private static final Alterations ALTERATIONS =
      Alterations.ofXml(PARTS.values().toArray(String[]::new));

  private WorkbookTarget() {}

  private static Path sample() {
    try {
      return SAMPLE.write(SCRATCH.file("sample.xlsx"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Path file =
        SCRATCH.write(
            "fuzzed.xlsx", Alterations.areIn(input) ? packed(input) : PACKED.apply(input));
    try {
      CsvTarget.read(file);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException unreadable) {
      Printed.requireMessage(unreadable);
    } catch (IllegalArgumentException noColumn) {
      CsvTarget.requireColumns(noColumn);
    }
  }

  private static byte[] packed(byte[] input) {
    int altered = Byte.toUnsignedInt(input[1]) % PARTS.size();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(
            altered-- == 0
                ? ALTERATIONS.apply(input)
                : part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }
}
