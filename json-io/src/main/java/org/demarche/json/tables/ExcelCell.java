package org.demarche.json.tables;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * A cell of a workbook as text. A date is given as {@code 2017-10-31}, whatever its format in
 * Excel; a formula as the value that was stored with it; a number with the digits that Excel shows.
 *
 * @param text the text; empty if the cell has none
 * @param fault why the cell has no value; empty if it has one, or is empty
 */
record ExcelCell(String text, String fault) {
  /** The parts of a format of numbers besides days, months and years; found in linear time. */
  private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\[\\]]*\\]");

  /** The greatest length of a format in Excel. */
  private static final int LONGEST_FORMAT = 255;

  /** The values of formulas that have failed (ECMA-376, part 1, 18.17.3). */
  private static final ImmutableSet<String> ERRORS =
      ImmutableSet.of(
          "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA");

  /** The formats of dates that Chinese, Japanese and Korean versions have (18.8.30). */
  private static final ImmutableSet<Integer> EAST_ASIAN_DATES =
      ImmutableSet.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

  /** 1 March 1900: days before it have other numbers in spreadsheets of different makers. */
  private static final int FIRST_ALIKE = 61;

  /** A character that XML cannot hold, as workbooks write it (22.9.2.19). */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final int LONGEST_FORMULA = 80;

  static ExcelCell of(Cell cell, boolean isFrom1904) {
    String raw = Strings.nullToEmpty(cell.getRawValue());
    boolean isFormula = cell.getType() == CellType.FORMULA;
    if (cell.getType() == CellType.ERROR || (isFormula && ERRORS.contains(raw))) {
      return fault("cell %s holds the error %s".formatted(cell.getAddress(), raw));
    }
    if (isFormula && cell.getRawValue() == null) {
      return fault(
          "cell %s holds the formula =%s without a value; open and save the workbook in Excel"
              .formatted(cell.getAddress(), abridged(Strings.nullToEmpty(cell.getFormula()))));
    }
    if (cell.getValue() instanceof BigDecimal) {
      return number(cell, raw, isFrom1904);
    }
    if (cell.getValue() instanceof Boolean value) {
      return new ExcelCell(value.toString(), "");
    }
    String text = isFormula ? raw : Strings.nullToEmpty(cell.getText());
    return new ExcelCell(
        ESCAPED
            .matcher(text)
            .replaceAll(
                code ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(code.group(1), 16)))),
        "");
  }

  private static ExcelCell fault(String why) {
    return new ExcelCell("", why);
  }

  private static String abridged(String formula) {
    return formula.length() <= LONGEST_FORMULA
        ? formula
        : formula.substring(0, LONGEST_FORMULA) + "…";
  }

  private static ExcelCell number(Cell cell, String raw, boolean isFrom1904) {
    double value = Double.parseDouble(raw);
    if (Double.isInfinite(value)) {
      return fault("cell %s holds a number that is too large".formatted(cell.getAddress()));
    }
    int format = Strings.nullToEmpty(cell.getDataFormatString()).length();
    if (format > LONGEST_FORMAT) {
      return fault(
          "cell %s has a number format of %s characters, more than the %s that Excel allows"
              .formatted(cell.getAddress(), format, LONGEST_FORMAT));
    }
    if (isDate(cell)) {
      return date(cell, (long) value, isFrom1904);
    }
    boolean isWritten = raw.chars().allMatch(c -> c >= '0' && c <= '9');
    return new ExcelCell(
        isWritten ? raw : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), "");
  }

  /** Returns whether the format of a number shows days or years. */
  private static boolean isDate(Cell cell) {
    String format = Strings.nullToEmpty(cell.getDataFormatString());
    if (format.isEmpty()) {
      return EAST_ASIAN_DATES.contains(Objects.requireNonNullElse(cell.getDataFormatId(), 0));
    }
    String letters = NO_DATE.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    return letters.indexOf('d') >= 0 || letters.indexOf('y') >= 0;
  }

  private static ExcelCell date(Cell cell, long serial, boolean isFrom1904) {
    if (serial < (isFrom1904 ? 0 : FIRST_ALIKE)) {
      return fault(
          "cell %s holds the date number %s, from before March 1900, which programs count differently; write the date as a text"
              .formatted(cell.getAddress(), serial));
    }
    LocalDate start = isFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    LocalDate latest = LocalDate.of(9999, 12, 31);
    return serial > latest.toEpochDay() - start.toEpochDay()
        ? fault(
            "cell %s holds the date number %s, which is after the year 9999"
                .formatted(cell.getAddress(), serial))
        : new ExcelCell(start.plusDays(serial).toString(), "");
  }
}
