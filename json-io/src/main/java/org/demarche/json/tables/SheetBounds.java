package org.demarche.json.tables;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.Limits;
import org.demarche.suggestion.ShownValue;

/**
 * A check of the bounds of a sheet: the columns of its cells, the numbers of its shared texts, the
 * lengths of its numbers. What a few bytes of a sheet stand for is counted like bytes: the empty
 * cells in front of a cell, a shared text or formula, and the array formulas, which the library
 * looks through for each cell.
 */
final class SheetBounds implements PartEvents {
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  private final ImmutableIntArray texts;
  private final Spending spending;
  private final Map<String, Integer> sharedFormulas = new HashMap<>();
  private final StringBuilder value = new StringBuilder();
  private int arrays;
  private int columns;
  private String address = "";
  private String type = "";
  private String formula = "";

  /** Takes bytes from a limit. */
  interface Spending {
    /** Takes some bytes. */
    void spend(long bytes) throws IOException;
  }

  SheetBounds(SharedTexts texts, Spending spending) {
    this.texts = texts.lengths();
    this.spending = spending;
  }

  @Override
  public void read(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    switch (xml.getEventType()) {
      case XMLStreamReader.START_ELEMENT -> start(xml);
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
          value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
      default -> {
        // no cell
      }
    }
  }

  private void start(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    value.setLength(0);
    switch (xml.getLocalName()) {
      case "row" -> columns = 0;
      case "c" -> {
        address = attribute(xml, "r");
        type = attribute(xml, "t");
        int column = address.isEmpty() ? columns + 1 : column();
        spending.spend(Math.max(0, column - columns) + (type.equals("s") ? 0L : arrays));
        columns = Math.max(columns, column);
      }
      case "f" -> {
        boolean isBase = !attribute(xml, "ref").isEmpty();
        String shared = attribute(xml, "t").equals("shared") ? attribute(xml, "si") : "";
        arrays += isBase && attribute(xml, "t").equals("array") ? 1 : 0;
        formula = isBase ? shared : "";
        spending.spend(isBase ? 0 : sharedFormulas.getOrDefault(shared, 0));
      }
      default -> {
        // no bound
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
  }

  private void end(String element) throws IOException, PartEvents.OutOfBounds {
    if (element.equals("f") && !formula.isEmpty()) {
      sharedFormulas.put(formula, value.length());
    } else if (element.equals("v") && type.equals("s") && !value.isEmpty()) {
      spending.spend(texts.get(text()));
    } else if (element.equals("v") && value.length() > Limits.NUMBER_CHARS && isNumber()) {
      throw new PartEvents.OutOfBounds(
          "has a number of %s characters in cell %s, more than the limit of %s"
              .formatted(value.length(), ShownValue.of(address), Limits.NUMBER_CHARS));
    }
    value.setLength(0);
  }

  private boolean isNumber() {
    return type.isEmpty() || type.equals("n");
  }

  /** Returns the number of the column of a cell, from 1. */
  private int column() throws PartEvents.OutOfBounds {
    Matcher parts = ADDRESS.matcher(address);
    int column = parts.matches() ? column(parts.group(1)) : Integer.MAX_VALUE;
    if (column > Limits.SHEET_COLUMNS || Integer.parseInt(parts.group(2)) > Limits.SHEET_ROWS) {
      throw new PartEvents.OutOfBounds(
          "has a cell '%s', which no sheet has: the last one is XFD1048576"
              .formatted(ShownValue.of(address)));
    }
    return column;
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, letter) -> 26 * number + letter - 'A' + 1);
  }

  /** Returns the number of the shared text of a cell. */
  private int text() throws PartEvents.OutOfBounds {
    String number = value.toString();
    try {
      return Objects.checkIndex(Integer.parseInt(number.strip()), texts.length());
    } catch (NumberFormatException | IndexOutOfBoundsException none) {
      throw new PartEvents.OutOfBounds(
          "names the shared text '%s' in cell %s, and there are %s"
              .formatted(ShownValue.of(number), ShownValue.of(address), texts.length()));
    }
  }
}
