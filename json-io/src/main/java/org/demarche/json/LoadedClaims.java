package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.json.tables.TableClaims;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

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
 * @param added the actors, propositions and sources that the dossier lacked: one that is there
 *     twice was written in two ways
 * @since 0.1
 */
public record LoadedClaims(
    Dossier dossier,
    ImmutableList<Problem> problems,
    long rows,
    long leftOut,
    long united,
    ImmutableList<String> unusedColumns,
    ImmutableList<DossierRecord> added) {
  private static final int SHOWN = 20;
  private static final int SHOWN_NAMES = 40;
  private static final int SHORTEST_ALIKE = 5;
  private static final long MOST_COMPARISONS = 300_000;
  private static final Pattern OF_CLAIM = Pattern.compile("claim \\S+: ");

  static LoadedClaims of(TableClaims read) {
    return new LoadedClaims(
        read.dossier(),
        read.problems(),
        read.rows(),
        read.leftOut(),
        read.united(),
        read.unusedColumns(),
        read.added());
  }

  /**
   * {@return the number of claims and of rows, what was added, names that may be slips for others,
   * the unused columns, and the first problems, of which those that are equal are counted}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, from %s rows, of which %s gave no claim".formatted(dossier, rows, problems.size()));
    if (leftOut > 0) {
      text.append(", %s were left out".formatted(leftOut));
    }
    if (united > 0) {
      text.append(", %s repeat a claim".formatted(united));
    }
    if (!added.isEmpty()) {
      text.append("\nadded: ").append(ShownValue.whole(describedAdded()));
    }
    String alike = alike();
    if (!alike.isEmpty()) {
      text.append("\nnames that differ in one letter: ").append(ShownValue.whole(alike));
    }
    if (!unusedColumns.isEmpty()) {
      text.append("\ncolumns not used: ")
          .append(ShownValue.whole(String.join(", ", unusedColumns)));
    }
    appendProblems(text);
    return text.toString();
  }

  private String describedAdded() {
    List<String> actors = named(Actor.class, Actor::name);
    int propositions = named(Proposition.class, Proposition::id).size();
    int sources = named(Source.class, Source::id).size();
    return "actors %s%s%s; propositions %s; sources %s"
        .formatted(
            actors.size(),
            actors.isEmpty() ? "" : ": ",
            actors.stream().limit(SHOWN_NAMES).collect(Collectors.joining(", "))
                + (actors.size() > SHOWN_NAMES ? " …" : ""),
            propositions,
            sources);
  }

  /** Returns the pairs of names of which one was added, and one may be a slip for the other. */
  private String alike() {
    List<String> added = named(Actor.class, Actor::name);
    List<String> all = dossier.actors().stream().map(Actor::name).toList();
    if ((long) added.size() * all.size() > MOST_COMPARISONS) {
      return "not looked for among so many names";
    }
    Set<Set<String>> pairs = new LinkedHashSet<>();
    for (String name : added) {
      all.stream()
          .filter(other -> Math.min(name.length(), other.length()) >= SHORTEST_ALIKE)
          .filter(other -> Nearest.isOneEdit(name, other))
          .forEach(other -> pairs.add(ImmutableSortedSet.of(name, other)));
    }
    return pairs.stream().map(pair -> String.join(" and ", pair)).collect(Collectors.joining("; "));
  }

  private <R extends DossierRecord> List<String> named(Class<R> type, Function<R, String> name) {
    return added.stream().filter(type::isInstance).map(type::cast).map(name).toList();
  }

  /** Appends the first problems; those that differ only in the claim are counted as one. */
  private void appendProblems(StringBuilder text) {
    Map<String, List<Problem>> alike =
        problems.stream()
            .collect(
                Collectors.groupingBy(
                    problem -> OF_CLAIM.matcher(problem.message()).replaceFirst(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    long shown = 0;
    for (List<Problem> group : Iterables.limit(alike.values(), SHOWN)) {
      text.append('\n').append(group.get(0));
      if (group.size() > 1) {
        text.append(
            " (in %s rows, the first in line %s)"
                .formatted(group.size(), group.get(0).place().map(Problem.Place::line).orElse(0)));
      }
      shown += group.size();
    }
    if (problems.size() > shown) {
      text.append("\n… and ").append(problems.size() - shown).append(" more");
    }
  }
}
