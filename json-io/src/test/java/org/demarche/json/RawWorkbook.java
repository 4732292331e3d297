package org.demarche.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written as XML (ECMA-376, part 1), with cells that no well-behaved program writes. */
public final class RawWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<String> rows = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private String workbookPr = "";
  private String sheetXml = "";
  private String sheetPart = "xl/worksheets/sheet1.xml";
  private String style = "";
  private int hiddenSheets;
  private final Map<String, String> others = new LinkedHashMap<>();

  /** Adds a row of cells in XML; {@code @} stands for the address of a cell. */
  public RawWorkbook row(String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + (rows.size() + 1) + "\">");
    for (int i = 0; i < cells.length; i++) {
      row.append(cells[i].replace("@", (char) ('A' + i) + Integer.toString(rows.size() + 1)));
    }
    rows.add(row.append("</row>").toString());
    return this;
  }

  /** Returns a cell with a text of its own. */
  public static String text(String text) {
    return "<c r=\"@\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  public RawWorkbook from1904() {
    workbookPr = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  public RawWorkbook sharedText(String text) {
    shared.add("<si><t>" + text + "</t></si>");
    return this;
  }

  public RawWorkbook sheetXml(String xml) {
    sheetXml = xml;
    return this;
  }

  /** Gives the part of the sheet another name, below {@code xl/}. */
  public RawWorkbook sheetPart(String name) {
    sheetPart = name;
    return this;
  }

  /** Gives cells of style 3 a format of their own. */
  public RawWorkbook style(String format) {
    style = format;
    return this;
  }

  /** Names the sheet again that many times, as hidden sheets behind it. */
  public RawWorkbook hiddenSheets(int number) {
    hiddenSheets = number;
    return this;
  }

  /** Adds a part that the workbook does not name. */
  public RawWorkbook with(String name, String content) {
    others.put(name, content);
    return this;
  }

  /** Writes the workbook. */
  public Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /**
   * Returns the parts of the workbook by their names; cells of style 1 have the Chinese format of
   * dates 31, of style 2 14.
   */
  public Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='%scontent-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/><Override PartName='/xl/styles.xml' ContentType='%sstyles+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='%ssharedStrings+xml'/></Types>"
            .formatted(PACKAGE, TYPES, TYPES, TYPES));
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='%srelationships'><Relationship Id='rId1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(PACKAGE, RELATIONS));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets><sheet name='S' sheetId='1' r:id='rId1'/>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, workbookPr, hidden()));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='%1$srelationships'><Relationship Id='rId1' Type='%2$s/worksheet' Target='%3$s'/><Relationship Id='rId2' Type='%2$s/styles' Target='styles.xml'/><Relationship Id='rId3' Type='%2$s/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
            .formatted(PACKAGE, RELATIONS, sheetPart.substring("xl/".length())));
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'><numFmts><numFmt numFmtId='164' formatCode='%s'/></numFmts><cellXfs count='4'><xf numFmtId='0'/><xf numFmtId='31'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>"
            .formatted(MAIN, style));
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns='%s'>%s</sst>".formatted(MAIN, String.join("", shared)));
    parts.put(
        sheetPart,
        sheetXml.isEmpty()
            ? "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
                .formatted(MAIN, String.join("", rows))
            : sheetXml);
    parts.putAll(others);
    return parts;
  }

  private String hidden() {
    return IntStream.rangeClosed(2, hiddenSheets + 1)
        .mapToObj(
            i -> "<sheet name='S%1$s' sheetId='%1$s' state='hidden' r:id='rId1'/>".formatted(i))
        .collect(Collectors.joining());
  }
}
