package org.demarche.json.sheets;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import org.demarche.suggestion.ShownValue;

/**
 * A sheet of a workbook: a table under a header, with a colour and a note for some of its cells.
 *
 * @param name the name of the sheet, at most 31 characters
 * @param table the header and the rows, all of one length
 * @param fixed the number of columns on the left that stay in sight
 * @param texts the columns that hold text even where it looks like a number or a date
 * @param marks the colours and notes
 */
public record Sheet(
    String name,
    ImmutableList<List<String>> table,
    int fixed,
    ImmutableSet<Integer> texts,
    Marks marks) {

  /** The marks of cells; the header is row 0. */
  public interface Marks {
    /** Returns the background of a cell as six hexadecimal digits. */
    Optional<String> colour(int row, int column);

    /** Returns the note on a cell. */
    Optional<String> note(int row, int column);
  }

  private static final Marks NONE =
      new Marks() {
        @Override
        public Optional<String> colour(int row, int column) {
          return Optional.empty();
        }

        @Override
        public Optional<String> note(int row, int column) {
          return Optional.empty();
        }
      };

  /** Returns the sheet for readers: no character of a cell or a note is hidden. */
  public Sheet shown() {
    Marks given = marks;
    Marks shown =
        new Marks() {
          @Override
          public Optional<String> colour(int row, int column) {
            return given.colour(row, column);
          }

          @Override
          public Optional<String> note(int row, int column) {
            return given.note(row, column).map(ShownValue::inLines);
          }
        };
    return new Sheet(
        name,
        table.stream()
            .map(row -> Lists.transform(row, ShownValue::inLines))
            .collect(ImmutableList.toImmutableList()),
        fixed,
        texts,
        shown);
  }

  /** Returns a sheet without marks, whose first column stays in sight and holds text. */
  public static Sheet of(String name, List<? extends List<String>> table) {
    return new Sheet(name, ImmutableList.copyOf(table), 1, ImmutableSet.of(0), NONE);
  }

  /** Returns a sheet of texts without marks, each cell of which is read again as it is. */
  public static Sheet ofTexts(String name, List<? extends List<String>> table) {
    ImmutableSet<Integer> all =
        ContiguousSet.closedOpen(0, table.get(0).size()); // the header is never missing
    return new Sheet(name, ImmutableList.copyOf(table), 0, all, NONE);
  }
}
