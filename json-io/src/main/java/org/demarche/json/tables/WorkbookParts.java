package org.demarche.json.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;

/**
 * The names of the parts of a workbook that the library opens, as its types and relations give them
 * (ECMA-376, part 2). Where several parts could be meant, all are named.
 */
final class WorkbookParts {
  /** The part with the types of the others. */
  static final String TYPES = "[Content_Types].xml";

  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String WORKBOOK = EXCEL + "sheet.main+xml";
  private static final String MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  private static final String TEXTS = EXCEL + "sharedStrings+xml";
  private static final String STYLES = EXCEL + "styles+xml";

  private static final Pattern FOLDER = Pattern.compile("^(.*/)([^/]+)$");

  private final List<String> workbooks = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();
  private final Set<String> sheets = new HashSet<>();
  private final Map<String, List<String>> targets = new HashMap<>();

  /** Reads the types of parts. */
  void types(XMLStreamReader xml) {
    if (!xml.isStartElement() || !xml.getLocalName().equals("Override")) {
      return;
    }
    String type = XmlAttributes.of(xml, "ContentType").orElse("");
    String name = XmlAttributes.of(xml, "PartName").orElse("");
    switch (type) {
      case WORKBOOK, MACROS -> workbooks.add(name);
      case TEXTS -> texts.add(name);
      case STYLES -> styles.add(name);
      default -> {
        // not opened
      }
    }
  }

  /** Reads which sheets a workbook has. */
  void workbook(XMLStreamReader xml) {
    if (!xml.isStartElement() || !xml.getLocalName().equals("sheet")) {
      return;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")) {
        sheets.add(xml.getAttributeValue(i));
      }
    }
  }

  /** Returns what reads the relations of a workbook. */
  PartEvents relations(String workbook) {
    String folder = relationsOf(workbook).replaceFirst("(?s)_rel.*", "");
    return xml -> {
      if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
        String target = XmlAttributes.of(xml, "Target").orElse("");
        targets
            .computeIfAbsent(XmlAttributes.of(xml, "Id").orElse(""), id -> new ArrayList<>())
            .add(target.startsWith("/") ? target : folder + target);
      }
    };
  }

  /** Returns the name of the relations of a workbook. */
  static String relationsOf(String workbook) {
    return FOLDER.matcher(workbook).replaceFirst("$1_rels/$2.rels");
  }

  /** Returns the names of workbooks; there is one, unless the types are wrong. */
  List<String> workbooks() {
    return workbooks.isEmpty() ? List.of("/xl/workbook.xml") : workbooks;
  }

  /** Returns the names of the parts with shared texts. */
  List<String> texts() {
    return texts;
  }

  /** Returns the names of the parts with styles. */
  List<String> styles() {
    return styles;
  }

  /** Returns the names of the sheets that the workbooks name. */
  Stream<String> sheets() {
    return sheets.stream().flatMap(id -> targets.getOrDefault(id, List.of()).stream());
  }
}
