package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
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
public abstract non-sealed class Comparison extends FilterableAnswer<Relation, Comparison>
    implements Answer {
  Comparison() {}

  /** The ids of the parties, in the order asked. */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** From where the positions are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The relations; none of them is SILENT. */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Relation> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> chosen();

  @Override
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
    return ImmutableComparison.of(parties, viewpoint, rows, ImmutableList.of(), dossier);
  }

  /**
   * Those on a composite and on its parts, and on theirs.
   *
   * @throws IllegalArgumentException if it is not a proposition of the dossier; it names the
   *     nearest
   */
  public final Comparison expandParts(String composite) {
    ImmutableSet.Builder<String> open = ImmutableSet.builder();
    open(composite, open);
    return keep("on " + composite + " and its parts", open.build());
  }

  private void open(String composite, ImmutableSet.Builder<String> into) {
    into.add(composite);
    dossier().ids().proposition(composite).parts().keySet().forEach(part -> open(part, into));
  }

  /** Those of some labels. */
  public final Comparison label(Relation.Label... labels) {
    List<Relation.Label> kept = Arrays.asList(labels);
    return keep(named("label", labels), relation -> kept.contains(relation.label()));
  }

  /** The propositions of the rows, in order, each once. */
  public final ImmutableSet<String> propositions() {
    return rows().stream().map(Relation::proposition).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  final List<String> partiesOf(Relation row) {
    return List.of(row.first().party(), row.second().party());
  }

  @Override
  final String propositionOf(Relation row) {
    return row.proposition();
  }

  /** The parties that are compared are named, and no other may be asked for. */
  @Override
  final boolean answersFor(String organ) {
    return parties().contains(organ);
  }

  @Override
  final Comparison with(Iterable<String> chosen, Iterable<Relation> rows) {
    return ImmutableComparison.of(parties(), viewpoint(), rows, chosen, dossier());
  }

  /** The question, the count of each label, and a table, a relation a row. */
  @Override
  public final TextPage page() {
    boolean pair = parties().size() == 2;
    ImmutableList<String> header =
        pair
            ? ImmutableList.of("proposition", parties().get(0), parties().get(1), "relation")
            : ImmutableList.of("proposition", "first", "second", "relation");
    String counts =
        rows().stream()
            .collect(Collectors.groupingBy(Relation::label, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return AnswerPages.of(
        "%s, %s%s: %s"
            .formatted(
                String.join(" and ", parties()),
                viewpoint(),
                narrowed(),
                counts.isEmpty() ? "none" : counts),
        header,
        rows(),
        relation ->
            AnswerPages.row(
                relation.proposition(),
                (pair ? "" : relation.first().party() + ": ") + relation.first().cellText(),
                (pair ? "" : relation.second().party() + ": ") + relation.second().cellText(),
                relation.cellText()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
