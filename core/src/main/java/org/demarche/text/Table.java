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
 * its bound has its widest columns wrapped, at spaces or after a solidus, never cut.
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
   * The display width of a line at most; {@value #WIDTH} unless said. Columns narrower than 8 are
   * not made narrower.
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
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Width.of(header().get(i));
      for (List<String> row : rows()) {
        for (String line : row.get(i).split("\n", -1)) {
          widths[i] = Math.max(widths[i], Width.of(line));
        }
      }
    }
    int gaps = GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() + gaps > width()) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        if (widths[i] > widths[widest]) {
          widest = i;
        }
      }
      if (widths[widest] <= 8) {
        break;
      }
      widths[widest]--;
    }
    return widths;
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
      lines.add(line.toString().stripTrailing());
    }
  }
}
