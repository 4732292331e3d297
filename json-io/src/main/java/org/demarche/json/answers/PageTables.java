package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.json.sheets.Sheet;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Style;
import org.demarche.text.TextPage;

/** The tables of a page that is no answer, as the sheets of a workbook or as CSV. */
public final class PageTables {
  private static final int LONGEST_NAME = 31;

  /** The end of a title behind its first phrase, and the signs that no name of a sheet has. */
  private static final Pattern DETAILS = Pattern.compile("[:;,.(].*", Pattern.DOTALL);

  private static final Pattern FORBIDDEN = Pattern.compile("[\\[\\]*?/\\\\'\\p{Cntrl}\\s]+");

  private PageTables() {}

  /** Returns a sheet for each table, and one with the rest of the page. */
  public static List<Sheet> sheets(TextPage page) {
    ImmutableList.Builder<Sheet> sheets = ImmutableList.builder();
    Set<String> taken = new HashSet<>(Set.of("about"));
    for (TextPage.Table table : page.tables()) {
      sheets.add(Sheet.of(name(table.title(), taken), rows(table)));
    }
    List<List<String>> rest = new ArrayList<>(List.of(List.of("text")));
    String text = page.withoutTables().print(Style.whole().width(Integer.MAX_VALUE));
    text.lines().filter(line -> !line.isBlank()).forEach(line -> rest.add(List.of(line)));
    return sheets.add(Sheet.ofTexts("About", rest)).build();
  }

  /** Returns a name for a sheet that no other has: the first phrase of a title, if it has one. */
  private static String name(String title, Set<String> taken) {
    String phrase =
        FORBIDDEN.matcher(DETAILS.matcher(title).replaceFirst("")).replaceAll(" ").strip();
    String name = phrase.isEmpty() ? "Table" : cut(phrase, LONGEST_NAME);
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      String end = " " + number;
      name = cut(phrase.isEmpty() ? "Table" : phrase, LONGEST_NAME - end.length()) + end;
    }
    return name;
  }

  private static String cut(String phrase, int longest) {
    if (phrase.length() <= longest) {
      return phrase;
    }
    int space = phrase.lastIndexOf(' ', longest);
    int end = space > 0 ? space : longest;
    return phrase.substring(0, Character.isLowSurrogate(phrase.charAt(end)) ? end - 1 : end);
  }

  private static List<List<String>> rows(TextPage.Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.header());
    rows.addAll(table.rows());
    return rows;
  }

  /**
   * Returns the header and the rows of the only table of a page.
   *
   * @throws IllegalArgumentException if the page has no table, or several
   */
  public static List<List<String>> only(TextPage page, Path file) {
    ImmutableList<TextPage.Table> tables = page.tables();
    if (tables.size() == 1) {
      return rows(tables.get(0));
    }
    throw ShownValue.refused(
        tables.isEmpty()
            ? file + ": there is no table to be written; use .md, .txt or .html"
            : "%s: a .csv holds one table, the page has %s (%s); use .xlsx, or write one of page().tables()"
                .formatted(
                    file,
                    tables.size(),
                    tables.stream().map(TextPage.Table::title).collect(Collectors.joining("; "))));
  }
}
