package org.demarche.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immutables.value.Value;

/**
 * Rows of text under a header, that print in padded columns.
 *
 * <p>Columns are padded by display width, so that Chinese and Korean line up. A table wider than
 * its bound has its widest columns wrapped, at spaces or after a solidus, never inside a word;
 * words that are too wide for it stick out. A no-break space holds its words together and prints as
 * a space.
 *
 * <pre>{@code
 * Table.of(List.of("party", "stance")).row("rok", "AGAINST").row("prc", "FOR").toString()
 * // party  stance
 * // -----  -------
 * // rok    AGAINST
 * // prc    FOR
 * }</pre>
 */
@Value.Immutable
public abstract class Table {
  private static final String GAP = "  ";

  /** The display width that a table keeps to, unless it is told another. */
  public static final int WIDTH = 100;

  Table() {}

  /** The names of the columns. */
  public abstract ImmutableList<String> header();

  /** The rows, each as long as the header. */
  public abstract ImmutableList<ImmutableList<String>> rows();

  /**
   * The display width of a line at most; {@value #WIDTH} unless said. No column is made narrower
   * than its widest word.
   */
  @Value.Default
  public int width() {
    return WIDTH;
  }

  /** A table without rows. */
  public static Table of(List<String> header) {
    return ImmutableTable.builder().header(header).build();
  }

  /**
   * The same table with one more row.
   *
   * @param cells as many as the header has
   */
  public final Table row(String... cells) {
    return rows(ImmutableList.of(ImmutableList.copyOf(cells)));
  }

  /** The same table with more rows. */
  public final Table rows(Iterable<ImmutableList<String>> more) {
    return ImmutableTable.builder().from(this).addAllRows(more).build();
  }

  /** The same table kept to another width. */
  public final Table width(int most) {
    return ImmutableTable.builder().from(this).width(most).build();
  }

  @Value.Check
  void check() {
    for (List<String> row : rows()) {
      if (row.size() != header().size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under a header of " + header().size() + ": " + row);
      }
    }
  }

  /** Returns the lines, each without trailing spaces, joined by line feeds. */
  @Override
  public final String toString() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    print(header(), widths, lines);
    lines.add(String.join(GAP, Arrays.stream(widths).mapToObj(w -> "-".repeat(w)).toList()));
    rows().forEach(row -> print(row, widths, lines));
    return String.join("\n", lines);
  }

  private int[] widths() {
    int[] widths = new int[header().size()];
    int[] least = new int[header().size()];
    for (int i = 0; i < widths.length; i++) {
      measure(header().get(i), i, widths, least);
      for (List<String> row : rows()) {
        measure(row.get(i), i, widths, least);
      }
    }
    int gaps = GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() + gaps > width()) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /**
   * A cell asks for the width of its widest line, and takes no less than that of its widest word.
   */
  private static void measure(String cell, int column, int[] widths, int[] least) {
    for (String line : Wrap.lines(cell, Integer.MAX_VALUE)) {
      widths[column] = Math.max(widths[column], Width.of(line));
    }
    least[column] = Math.max(least[column], Wrap.widestWord(cell));
  }

  private static void print(List<String> row, int[] widths, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      cells.add(Wrap.lines(row.get(i), widths[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < widths.length; x++) {
        String text = y < cells.get(x).size() ? cells.get(x).get(y) : "";
        line.append(text).append(" ".repeat(Math.max(0, widths[x] - Width.of(text)))).append(GAP);
      }
      lines.add(line.toString().replace('\u00A0', ' ').stripTrailing());
    }
  }
}
