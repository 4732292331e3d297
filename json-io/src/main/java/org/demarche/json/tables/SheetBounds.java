package org.demarche.json.tables;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.demarche.json.files.Limits;
import org.demarche.suggestion.ShownValue;

/**
 * A check of the bounds of a sheet: its rows, the columns of its cells, the numbers of its shared
 * texts and formulas, the lengths of its numbers. What a few bytes of a sheet stand for is counted
 * like bytes: the empty cells in front of a cell, and of a row under a wider one, a shared text or
 * formula, and the array formulas, which the library looks through for each cell.
 */
final class SheetBounds implements PartEvents {
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  /** An address within a formula, or the name of a function. */
  private static final Pattern CELLS = Pattern.compile("[A-Z$][A-Z]*+[0-9$]*+");

  /** The characters that are copied in the time that the library takes to look at one. */
  private static final int COPIED = 64;

  /** Stands for the number of no shared formula, which {@link #formula} never returns. */
  private static final int NONE = Integer.MIN_VALUE;

  private final ImmutableIntArray texts;
  private final Spending spending;
  private final Map<Integer, Long> sharedFormulas = new HashMap<>();
  private final StringBuilder value = new StringBuilder();

  private boolean inRow;
  private boolean inCell;
  private String inValue = ""; // v, f, or neither
  private int rows;
  private int widest;
  private int arrays;
  private int columns;
  private String address = "";
  private String type = "";
  private int base = NONE;

  /** Takes bytes from a limit. */
  interface Spending {
    /** Takes some bytes. */
    void spend(long bytes) throws IOException;
  }

  SheetBounds(ImmutableIntArray texts, Spending spending) {
    this.texts = texts;
    this.spending = spending;
  }

  @Override
  public void read(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    switch (xml.getEventType()) {
      case XMLStreamReader.START_ELEMENT -> start(xml);
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
        if (!inValue.isEmpty()) {
          value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
      case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
      default -> {
        // no cell
      }
    }
  }

  private void start(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    if (!inValue.isEmpty()) {
      throw misplaced(xml, inValue, "there can be text only");
    }
    switch (xml.getLocalName()) {
      case "row" -> row(xml);
      case "c" -> cell(xml);
      case "v" -> inValue = "v";
      case "f" -> {
        inValue = "f";
        formula(xml);
      }
      default -> {
        // no bound
      }
    }
  }

  private void row(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    if (inRow) {
      throw misplaced(xml, "row", "there can be cells only");
    }
    inRow = true;
    columns = 0;
    if (++rows > Limits.SHEET_ROWS) {
      throw new PartEvents.OutOfBounds(
          "has a row at line %s beyond the limit of %s rows"
              .formatted(xml.getLocation().getLineNumber(), Limits.SHEET_ROWS));
    }
    spending.spend(widest);
  }

  private void cell(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    if (inCell) {
      throw misplaced(xml, "c", "there can be a value and a formula only");
    }
    inCell = true;
    address = XmlAttributes.of(xml, "r").orElse("");
    type = XmlAttributes.of(xml, "t").orElse("n");
    int column = column();
    spending.spend(Math.max(0, column - widest) + (type.equals("s") ? 0L : arrays));
    columns = Math.max(columns, column);
    widest = Math.max(widest, column);
  }

  private void formula(XMLStreamReader xml) throws IOException, PartEvents.OutOfBounds {
    if (type.equals("s") || type.equals("inlineStr")) {
      return; // the library takes it for no formula
    }
    String kind = XmlAttributes.of(xml, "t").orElse("");
    boolean isBase = XmlAttributes.of(xml, "ref").isPresent();
    if (kind.equals("array") && isBase) {
      arrays++;
    } else if (kind.equals("shared")) {
      String named = XmlAttributes.of(xml, "si").orElse("");
      int number = formula(named);
      if (isBase) {
        base = number;
      } else if (sharedFormulas.containsKey(number)) {
        spending.spend(sharedFormulas.get(number));
      } else {
        throw noFormula(named, "which no cell before it has");
      }
    }
  }

  private int formula(String named) throws PartEvents.OutOfBounds {
    try {
      int number = Integer.parseInt(named);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // refused like a negative number
    }
    throw noFormula(named, "which is no number from 0");
  }

  private PartEvents.OutOfBounds noFormula(String named, String why) {
    return new PartEvents.OutOfBounds(
        "names the shared formula '%s' in cell %s, %s"
            .formatted(ShownValue.of(named), ShownValue.of(address), why));
  }

  private PartEvents.OutOfBounds misplaced(XMLStreamReader xml, String within, String right) {
    return new PartEvents.OutOfBounds(
        "has <%s> within <%s>%s at line %s, where %s"
            .formatted(
                ShownValue.of(xml.getLocalName()),
                within,
                address.isEmpty() ? "" : " of cell " + ShownValue.of(address),
                xml.getLocation().getLineNumber(),
                right));
  }

  private void end(String element) throws IOException, PartEvents.OutOfBounds {
    switch (element) {
      case "row" -> inRow = false;
      case "c" -> {
        inCell = false;
        address = "";
        type = "n";
      }
      case "f" -> {
        if (base != NONE) {
          sharedFormulas.put(base, cost(value));
          base = NONE;
        }
        endValue();
      }
      case "v" -> {
        value();
        endValue();
      }
      default -> {
        // no bound
      }
    }
  }

  private void endValue() {
    value.setLength(0);
    inValue = "";
  }

  private void value() throws IOException, PartEvents.OutOfBounds {
    if (type.equals("s") && !value.isEmpty()) {
      spending.spend(texts.get(text()));
    } else if (type.equals("n") && value.length() > Limits.NUMBER_CHARS) {
      throw new PartEvents.OutOfBounds(
          "has a number of %s characters in cell %s, more than the limit of %s"
              .formatted(value.length(), ShownValue.of(address), Limits.NUMBER_CHARS));
    }
  }

  /**
   * Returns what it takes to move a shared formula: the library looks at each character, and copies
   * what it has so far at each beginning of an address.
   */
  private static long cost(CharSequence formula) {
    return formula.length() + CELLS.matcher(formula).results().count() * formula.length() / COPIED;
  }

  /** Returns the number of the column of a cell, from 1. */
  private int column() throws PartEvents.OutOfBounds {
    if (address.isEmpty()) {
      if (columns == Limits.SHEET_COLUMNS) {
        throw noCell("beyond column XFD");
      }
      return columns + 1;
    }
    Matcher parts = ADDRESS.matcher(address);
    int column = parts.matches() ? column(parts.group(1)) : Integer.MAX_VALUE;
    if (column > Limits.SHEET_COLUMNS || Integer.parseInt(parts.group(2)) > Limits.SHEET_ROWS) {
      throw noCell("'%s'".formatted(ShownValue.of(address)));
    }
    return column;
  }

  private static PartEvents.OutOfBounds noCell(String where) {
    return new PartEvents.OutOfBounds(
        "has a cell %s, which no sheet has: the last one is XFD1048576".formatted(where));
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, letter) -> 26 * number + letter - 'A' + 1);
  }

  /** Returns the number of the shared text of a cell. */
  private int text() throws PartEvents.OutOfBounds {
    String number = value.toString();
    try {
      int index = Integer.parseInt(number);
      if (index >= 0 && index < texts.length()) {
        return index;
      }
    } catch (NumberFormatException none) {
      // refused like a number that there is not
    }
    throw new PartEvents.OutOfBounds(
        "names the shared text '%s' in cell %s, and there are %s"
            .formatted(ShownValue.of(number), ShownValue.of(address), texts.length()));
  }
}
