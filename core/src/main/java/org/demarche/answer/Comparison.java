package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.Table;
import org.immutables.value.Value;

/**
 * How the positions of some parties stand to one another: a relation a proposition, and for three
 * parties or more a relation a pair; by issue and proposition. Where both are silent there is no
 * row.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").compare("rok", "prc").label(Relation.Label.DIVERGENCE)
 * }</pre>
 */
@Value.Immutable
public abstract class Comparison {
  Comparison() {}

  /** The ids of the parties, in the order asked. */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** From where the positions are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The relations; none of them is SILENT. */
  @Value.Parameter
  public abstract ImmutableList<Relation> rows();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * A comparison; the dossier tells which proposition is of which issue, and what its parts are.
   */
  public static Comparison of(
      Iterable<String> parties,
      Viewpoint viewpoint,
      Iterable<? extends Relation> rows,
      Dossier dossier) {
    return ImmutableComparison.of(parties, viewpoint, rows, dossier);
  }

  /** Those on some propositions. */
  public final Comparison on(String... propositions) {
    List<String> ids = Arrays.asList(propositions);
    return keep(relation -> ids.contains(relation.proposition()));
  }

  /** Those on a composite and on its parts, and on theirs. */
  public final Comparison opened(String composite) {
    ImmutableSet.Builder<String> open = ImmutableSet.builder();
    open(composite, open);
    ImmutableSet<String> ids = open.build();
    return keep(relation -> ids.contains(relation.proposition()));
  }

  private void open(String composite, ImmutableSet.Builder<String> into) {
    into.add(composite);
    dossier()
        .proposition(composite)
        .ifPresent(whole -> whole.parts().keySet().forEach(part -> open(part, into)));
  }

  /** Those on the propositions of some issues. */
  public final Comparison onIssue(String... issues) {
    List<String> ids = Arrays.asList(issues);
    return keep(
        relation ->
            dossier()
                .proposition(relation.proposition())
                .map(Proposition::issue)
                .filter(ids::contains)
                .isPresent());
  }

  /** Those of some labels. */
  public final Comparison label(Relation.Label... labels) {
    List<Relation.Label> kept = Arrays.asList(labels);
    return keep(relation -> kept.contains(relation.label()));
  }

  /** The propositions of the rows, in order, each once. */
  public final ImmutableSet<String> propositions() {
    return rows().stream().map(Relation::proposition).collect(ImmutableSet.toImmutableSet());
  }

  private Comparison keep(Predicate<Relation> fits) {
    return of(parties(), viewpoint(), rows().stream().filter(fits).toList(), dossier());
  }

  /** Returns the question, the count of each label, and a table, a relation a row. */
  @Override
  public final String toString() {
    boolean pair = parties().size() == 2;
    Table table =
        pair
            ? Table.of(
                ImmutableList.of("proposition", parties().get(0), parties().get(1), "relation"))
            : Table.of(ImmutableList.of("proposition", "first", "second", "relation"));
    for (Relation relation : rows()) {
      String who = pair ? "" : relation.first().party() + ": ";
      String other = pair ? "" : relation.second().party() + ": ";
      table =
          table.row(
              relation.proposition(),
              who + relation.first().brief(),
              other + relation.second().brief(),
              relation.brief());
    }
    String counts =
        rows().stream()
            .collect(Collectors.groupingBy(Relation::label, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return String.join(" and ", parties())
        + ", "
        + viewpoint()
        + ": "
        + (counts.isEmpty() ? "nothing" : counts)
        + "\n\n"
        + table;
  }
}
