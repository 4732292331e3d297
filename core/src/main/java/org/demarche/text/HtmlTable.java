package org.demarche.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.typography.OneLine;
import org.demarche.typography.SignColour;

/**
 * A table of HTML. The first cell of a row is its heading. A cell that begins with a sign has its
 * colour, and one that ends with a lozenge is hatched. Neighbouring columns whose titles have the
 * same first line are grouped below it, except the first column. Groups that are too wide together
 * are in several tables, and each group is a table of its own in a narrow window.
 *
 * @param words returns a cell as HTML, with a link to its target
 * @param silence the meaning of a dot, which is read aloud in its place; may be empty
 */
record HtmlTable(
    List<String> header,
    List<? extends List<Cell>> rows,
    Function<Cell, String> words,
    String silence) {
  private static final Pattern SIGN = Pattern.compile("^([+−?±])(?=[\\u00A0 ]|$)");
  private static final Pattern INHERITED = Pattern.compile("[\\u00A0 ][†‡≠]*◊[†‡≠]*$");

  /** A date or an id, which is not broken at its hyphens. */
  private static final Pattern UNBROKEN = Pattern.compile("[^\\s]{1,9}(?:-[^\\s]{1,6}){1,2}");

  private static final String SILENT = "·";

  /** The largest number of columns of groups that are shown beside each other. */
  private static final int WIDE = 8;

  /** The largest number of columns of a group that are shown beside each other when narrow. */
  private static final int NARROW = 2;

  /** The number of characters from which a cell is not to be squeezed by its neighbours. */
  private static final int LONG = 60;

  /** Neighbouring columns below one title. */
  private record Group(String title, List<Integer> columns) {}

  /** Returns the lines of the table, in a box that scrolls if the table is too wide. */
  List<String> lines() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      all.add(i);
    }
    List<Group> groups = groups(all);
    List<String> lines = new ArrayList<>();
    if (groups.stream().allMatch(group -> group.columns().size() == 1)) {
      lines.add("<div class=\"table\"" + region(all) + "><table>");
      lines.add("<thead><tr>" + titles(all, title -> title) + "</tr></thead>");
      lines.add("<tbody>");
      rows.forEach(row -> lines.add(row(row, all)));
      lines.add("</tbody>");
      lines.add("</table></div>");
    } else {
      sideBySide(groups).forEach(some -> addGrouped(lines, some));
      lines.add("<div class=\"grouped narrow\">");
      groups.stream().skip(1).forEach(group -> addNarrow(lines, group));
      lines.add("</div>");
    }
    return lines;
  }

  /** Returns the attributes by which the keyboard scrolls the box, named after its columns. */
  private String region(List<Integer> columns) {
    String name =
        columns.stream()
            .map(header::get)
            .map(title -> title.lines().findFirst().orElse("").strip())
            .filter(title -> !title.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return name.isEmpty()
        ? ""
        : " tabindex=\"0\" role=\"region\" aria-label=\""
            + HtmlRenderer.attribute(OneLine.of(name))
            + "\"";
  }

  /**
   * Returns the columns in groups. The first column and each whose title has no second line are
   * groups of their own.
   */
  private List<Group> groups(List<Integer> all) {
    List<Group> groups = new ArrayList<>();
    for (int column : all) {
      String title = header.get(column);
      int end = title.indexOf('\n');
      Group last = groups.size() < 2 ? null : groups.get(groups.size() - 1);
      if (last != null && end >= 0 && last.title().equals(title.substring(0, end))) {
        last.columns().add(column);
      } else {
        groups.add(new Group(end < 0 ? "" : title.substring(0, end), Lists.newArrayList(column)));
      }
    }
    return groups;
  }

  /** Returns the groups in tables that are not too wide, each with the first column. */
  private static List<List<Group>> sideBySide(List<Group> groups) {
    List<List<Group>> tables = new ArrayList<>();
    int width = WIDE;
    for (Group group : groups.subList(1, groups.size())) {
      width += group.columns().size();
      if (width > WIDE) {
        tables.add(Lists.newArrayList(groups.get(0)));
        width = group.columns().size();
      }
      tables.get(tables.size() - 1).add(group);
    }
    return tables;
  }

  private void addGrouped(List<String> lines, List<Group> groups) {
    List<Integer> columns = groups.stream().flatMap(group -> group.columns().stream()).toList();
    lines.add("<div class=\"table grouped wide\"" + region(columns) + "><table>");
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    for (Group group : groups) {
      if (group.title().isEmpty()) {
        String title = HtmlRenderer.escaped(header.get(group.columns().get(0)));
        above.append("<th scope=\"col\" rowspan=\"2\">").append(title).append("</th>");
      } else {
        above
            .append("<th scope=\"colgroup\" colspan=\"")
            .append(group.columns().size())
            .append("\">")
            .append(HtmlRenderer.escaped(group.title()))
            .append("</th>");
        below.append(titles(group.columns(), HtmlTable::withoutGroup));
      }
    }
    lines.add("<thead><tr>" + above + "</tr><tr>" + below + "</tr></thead>");
    addShortBody(lines, columns);
    lines.add("</table></div>");
  }

  private void addNarrow(List<String> lines, Group group) {
    for (List<Integer> columns : Lists.partition(group.columns(), NARROW)) {
      lines.add("<table>");
      if (!group.title().isEmpty()) {
        lines.add("<caption>" + HtmlRenderer.escaped(group.title()) + "</caption>");
      }
      List<Integer> shown = ImmutableList.<Integer>builder().add(0).addAll(columns).build();
      lines.add("<thead><tr>" + titles(shown, HtmlTable::withoutGroup) + "</tr></thead>");
      addShortBody(lines, shown);
      lines.add("</table>");
    }
  }

  private static String withoutGroup(String title) {
    return title.substring(title.indexOf('\n') + 1);
  }

  private String titles(List<Integer> columns, Function<String, String> shown) {
    return columns.stream()
        .map(column -> "<th scope=\"col\">" + title(shown.apply(header.get(column))) + "</th>")
        .collect(Collectors.joining());
  }

  /** Returns a title whose lines after the first are small. */
  private static String title(String title) {
    int end = title.indexOf('\n');
    return end < 0
        ? HtmlRenderer.escaped(title)
        : HtmlRenderer.escaped(title.substring(0, end))
            + "<br/><small>"
            + HtmlRenderer.escaped(title.substring(end + 1))
            + "</small>";
  }

  /**
   * Adds the rows of a grouped table, with those that are silent in all its columns in one cell.
   */
  private void addShortBody(List<String> lines, List<Integer> columns) {
    lines.add("<tbody>");
    List<String> silent = new ArrayList<>();
    for (List<Cell> row : rows) {
      if (columns.stream().skip(1).allMatch(column -> row.get(column).text().equals(SILENT))) {
        silent.add(row.get(0).text());
      } else {
        lines.add(row(row, columns));
      }
    }
    if (!silent.isEmpty()) {
      lines.add(
          "<tr><td class=\"dot\" colspan=\"%s\">%s</td></tr>"
              .formatted(
                  columns.size(), HtmlRenderer.escaped(SILENT + " " + String.join("; ", silent))));
    }
    lines.add("</tbody>");
  }

  private String row(List<Cell> row, List<Integer> columns) {
    StringBuilder cells = new StringBuilder("<tr>");
    for (int column : columns) {
      Cell cell = row.get(column);
      cells.append(
          column == 0 && header.size() > 1
              ? "<th scope=\"row\">" + words.apply(cell) + "</th>"
              : "<td" + style(cell.text()) + ">" + words.apply(cell) + "</td>");
    }
    return cells.append("</tr>").toString();
  }

  /** Returns the attributes for the colour of a cell, and for what is read aloud for a dot. */
  private String style(String text) {
    Matcher sign = SIGN.matcher(text);
    boolean isLong = text.length() >= LONG;
    if (sign.find()) {
      String colour = HtmlStyles.styleClass(SignColour.of(sign.group(1)));
      return " class=\""
          + colour
          + (INHERITED.matcher(text).find() ? " hatched" : "")
          + (isLong ? " long\"" : "\"");
    }
    if (text.equals(SILENT) && !silence.isEmpty()) {
      return " class=\"dot\" aria-label=\"" + HtmlRenderer.attribute(silence) + "\"";
    }
    if (text.startsWith(SILENT)) {
      return " class=\"dot\"";
    }
    if (isLong) {
      return " class=\"long\"";
    }
    return UNBROKEN.matcher(text).matches() ? " class=\"unbroken\"" : "";
  }
}
