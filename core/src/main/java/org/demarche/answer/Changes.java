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
 * What became of positions between two dates, a labelled change a row, by party, issue and
 * proposition.
 *
 * <pre>{@code
 * tracker.asOf("2017-11-24").changesTo(tracker.asOf("2022-08-11")).party("rok").shifts()
 * }</pre>
 */
@Value.Immutable
public abstract class Changes {
  Changes() {}

  /** From where the earlier positions are seen. */
  @Value.Parameter
  public abstract Viewpoint before();

  /** From where the later positions are seen. */
  @Value.Parameter
  public abstract Viewpoint after();

  /** The changes; none of them is SILENT. */
  @Value.Parameter
  public abstract ImmutableList<Change> rows();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Changes between two viewpoints; the dossier tells which proposition is of which issue. */
  public static Changes of(
      Viewpoint before, Viewpoint after, Iterable<? extends Change> rows, Dossier dossier) {
    return ImmutableChanges.of(before, after, rows, dossier);
  }

  /** Those of some parties. */
  public final Changes party(String... ids) {
    List<String> parties = Arrays.asList(ids);
    return keep(change -> parties.contains(change.party()));
  }

  /** Those on some propositions. */
  public final Changes on(String... propositions) {
    List<String> ids = Arrays.asList(propositions);
    return keep(change -> ids.contains(change.proposition()));
  }

  /** Those on the propositions of some issues. */
  public final Changes onIssue(String... issues) {
    List<String> ids = Arrays.asList(issues);
    return keep(
        change ->
            dossier()
                .proposition(change.proposition())
                .map(Proposition::issue)
                .filter(ids::contains)
                .isPresent());
  }

  /** Those of some labels. */
  public final Changes label(Change.Label... labels) {
    List<Change.Label> kept = Arrays.asList(labels);
    return keep(change -> kept.contains(change.label()));
  }

  /** Those in which the position itself moved: FIRST_STATED to REFRAMED. */
  public final Changes shifts() {
    return keep(change -> change.label().isShift());
  }

  private Changes keep(Predicate<Change> fits) {
    return of(before(), after(), rows().stream().filter(fits).toList(), dossier());
  }

  /** Returns the question and a table, a change a row. */
  @Override
  public final String toString() {
    Table table =
        Table.of(
            ImmutableList.of(
                "party",
                "proposition",
                before().asOf().toString(),
                after().asOf().toString(),
                "change"));
    for (Change change : rows()) {
      table =
          table.row(
              change.party(),
              change.proposition(),
              change.before().brief(),
              change.after().brief(),
              change.label() + change.flags());
    }
    return "Changes from "
        + before().asOf()
        + " to "
        + after().asOf()
        + after().restrictions()
        + ": "
        + rows().size()
        + "\n\n"
        + table;
  }
}
