package org.demarche.json;

import com.google.common.collect.ImmutableList;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;

/**
 * The claims of a table, with all that became of its rows.
 *
 * <pre>{@code
 * load.problems().size()   // so many of load.rows() rows gave no claim
 * }</pre>
 *
 * @param dossier the claims, and everything the load was to add and to build on
 * @param problems the rows that gave no claim, each with its line and the reason; in the order of
 *     the table
 * @param rows the number of rows of the table, without its header and blank rows; with {@link
 *     ClaimTable#unpivot}, each of its columns makes a row
 * @param leftOut the number of rows that were {@linkplain ClaimTable#leaveOut left out} on purpose
 * @param united the number of rows that repeat the claim of an earlier row, with the same or with
 *     other evidence
 * @param unusedColumns the columns of the table that nothing names, so that their cells are in no
 *     claim; in the order of the table
 * @since 0.1
 */
public record LoadedClaims(
    Dossier dossier,
    ImmutableList<Problem> problems,
    long rows,
    long leftOut,
    long united,
    ImmutableList<String> unusedColumns) {
  private static final int SHOWN = 20;

  /** {@return the number of claims and of rows, the unused columns, and the first problems} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, from %d rows, of which %d gave no claim".formatted(dossier, rows, problems.size()));
    if (leftOut > 0) {
      text.append(", %d were left out".formatted(leftOut));
    }
    if (united > 0) {
      text.append(", %d repeat a claim".formatted(united));
    }
    if (!unusedColumns.isEmpty()) {
      text.append("\ncolumns not used: ").append(String.join(", ", unusedColumns));
    }
    problems.stream().limit(SHOWN).forEach(problem -> text.append('\n').append(problem));
    if (problems.size() > SHOWN) {
      text.append("\n… and ").append(problems.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
