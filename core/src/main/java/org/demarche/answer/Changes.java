package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
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
public abstract non-sealed class Changes extends FilterableAnswer<Change, Changes>
    implements Answer {
  Changes() {}

  /** From where the earlier positions are seen. */
  @Value.Parameter
  public abstract Viewpoint before();

  /** From where the later positions are seen. */
  @Value.Parameter
  public abstract Viewpoint after();

  /** The changes; none of them is SILENT. */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Change> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> chosen();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Changes between two viewpoints; the dossier tells which proposition is of which issue. */
  public static Changes of(
      Viewpoint before, Viewpoint after, Iterable<? extends Change> rows, Dossier dossier) {
    return ImmutableChanges.of(before, after, rows, ImmutableList.of(), dossier);
  }

  /** Those of some labels. */
  public final Changes label(Change.Label... labels) {
    List<Change.Label> kept = Arrays.asList(labels);
    return keep(named("label", labels), change -> kept.contains(change.label()));
  }

  /** Those in which the position itself moved: FIRST_STATED to REFRAMED. */
  public final Changes shifts() {
    return keep("shifts", change -> change.label().isShift());
  }

  @Override
  final List<String> partiesOf(Change row) {
    return List.of(row.party());
  }

  @Override
  final String propositionOf(Change row) {
    return row.proposition();
  }

  @Override
  final boolean answersFor(String organ) {
    return false;
  }

  @Override
  final Changes with(Iterable<String> chosen, Iterable<Change> rows) {
    return ImmutableChanges.of(before(), after(), rows, chosen, dossier());
  }

  /** The question and a table, a change a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        "Changes from %s to %s%s%s"
            .formatted(before().asOf(), after().asOf(), after().restrictions(), narrowed()),
        ImmutableList.of(
            "party",
            "proposition",
            before().asOf().toString(),
            after().asOf().toString(),
            "change"),
        rows(),
        change ->
            AnswerPages.row(
                change.party(),
                change.proposition(),
                change.before().cellText(),
                change.after().cellText(),
                change.label() + change.flags()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
