package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
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
public abstract non-sealed class Differences extends FilterableAnswer<Difference, Differences>
    implements Answer {
  Differences() {}

  /** From where the positions here are seen. */
  @Value.Parameter
  public abstract Viewpoint here();

  /** From where the positions there are seen. */
  @Value.Parameter
  public abstract Viewpoint there();

  /** The differences. */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Difference> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> chosen();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Differences between two viewpoints; the dossier tells which proposition is of which issue. */
  public static Differences of(
      Viewpoint here, Viewpoint there, Iterable<? extends Difference> rows, Dossier dossier) {
    return ImmutableDifferences.of(here, there, rows, ImmutableList.of(), dossier);
  }

  /** Those of some labels. */
  public final Differences label(Difference.Label... labels) {
    List<Difference.Label> kept = Arrays.asList(labels);
    return keep(named("label", labels), difference -> kept.contains(difference.label()));
  }

  @Override
  final List<String> partiesOf(Difference row) {
    return List.of(row.party());
  }

  @Override
  final String propositionOf(Difference row) {
    return row.proposition();
  }

  @Override
  final boolean answersFor(String organ) {
    return false;
  }

  @Override
  final Differences with(Iterable<String> chosen, Iterable<Difference> rows) {
    return ImmutableDifferences.of(here(), there(), rows, chosen, dossier());
  }

  /** The question and a table, a difference a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        "Differences between here, %s, and there, %s%s".formatted(here(), there(), narrowed()),
        ImmutableList.of("party", "proposition", "here", "there", "difference"),
        rows(),
        difference ->
            AnswerPages.row(
                difference.party(),
                difference.proposition(),
                difference.here().cellText(),
                difference.there().cellText(),
                difference.cellText()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
