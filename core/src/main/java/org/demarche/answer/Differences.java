package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.text.Table;
import org.immutables.value.Value;

/**
 * How positions differ between two bodies of evidence at one date, a difference a row, by party,
 * issue and proposition. Positions that are alike have no row.
 *
 * <pre>{@code
 * Tracker then = tracker.asOf("2017-11-01");
 * then.knownAt("2017-11-01").differencesTo(then)   // what has been learned since about that day
 * }</pre>
 */
@Value.Immutable
public abstract class Differences {
  Differences() {}

  /** From where the positions here are seen. */
  @Value.Parameter
  public abstract Viewpoint here();

  /** From where the positions there are seen. */
  @Value.Parameter
  public abstract Viewpoint there();

  /** The differences. */
  @Value.Parameter
  public abstract ImmutableList<Difference> rows();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Differences between two viewpoints; the dossier tells which proposition is of which issue. */
  public static Differences of(
      Viewpoint here, Viewpoint there, Iterable<? extends Difference> rows, Dossier dossier) {
    return ImmutableDifferences.of(here, there, rows, dossier);
  }

  /** Those of some parties. */
  public final Differences party(String... ids) {
    List<String> parties = Arrays.asList(ids);
    return keep(difference -> parties.contains(difference.party()));
  }

  /** Those on some propositions. */
  public final Differences on(String... propositions) {
    List<String> ids = Arrays.asList(propositions);
    return keep(difference -> ids.contains(difference.proposition()));
  }

  /** Those on the propositions of some issues. */
  public final Differences onIssue(String... issues) {
    List<String> ids = Arrays.asList(issues);
    return keep(
        difference ->
            dossier()
                .proposition(difference.proposition())
                .map(Proposition::issue)
                .filter(ids::contains)
                .isPresent());
  }

  /** Those of some labels. */
  public final Differences label(Difference.Label... labels) {
    List<Difference.Label> kept = Arrays.asList(labels);
    return keep(difference -> kept.contains(difference.label()));
  }

  private Differences keep(Predicate<Difference> fits) {
    return of(here(), there(), rows().stream().filter(fits).toList(), dossier());
  }

  /** Returns the question and a table, a difference a row. */
  @Override
  public final String toString() {
    Table table = Table.of(ImmutableList.of("party", "proposition", "here", "there", "difference"));
    for (Difference difference : rows()) {
      table =
          table.row(
              difference.party(),
              difference.proposition(),
              difference.here().brief(),
              difference.there().brief(),
              difference.brief());
    }
    return "Differences between here, "
        + here()
        + ", and there, "
        + there()
        + ": "
        + rows().size()
        + "\n\n"
        + table;
  }
}
