package org.demarche.lookup;

import static java.util.Objects.requireNonNull;

import org.demarche.suggestion.ShownValue;

/** The checks of arguments that queries and answers share. */
public final class Arguments {
  private Arguments() {}

  /**
   * Refuses null as an array or as an element of it, with the name of the parameter.
   *
   * @param values the values of a parameter
   * @param name the name of the parameter
   */
  public static void requireEach(Object[] values, String name) {
    for (Object value : requireNonNull(values, name)) {
      requireNonNull(value, name);
    }
  }

  /**
   * Returns the number of values in a matrix.
   *
   * @param rows the number of rows, 0 or more
   * @param columns the number of columns, 0 or more
   * @return rows times columns
   * @throws IllegalArgumentException if there are more values than an array can hold: the largest
   *     square matrix is 46,340 by 46,340
   */
  public static int matrixSize(int rows, int columns) {
    long size = (long) rows * columns;
    if (size > Integer.MAX_VALUE) {
      throw ShownValue.refused(
          "a matrix of %s by %s has %s values, more than the maximum of %s: take fewer rows or columns (at most 46340 by 46340)"
              .formatted(rows, columns, size, Integer.MAX_VALUE));
    }
    return (int) size;
  }
}
