package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;

/**
 * The rows of an answer as they print: the rows that changed by implication alone are folded under
 * the row of the composite that brought them, or are counted below the table if it has no such row.
 *
 * @param <R> the type of a row
 */
final class FoldedRows<R> {
  /** The filter of an answer that shows every row. */
  static final String SHOWN = "with implied";

  /** A party and a proposition, on which there is one row at most. */
  private record Key(String party, String proposition) {}

  private final ImmutableList<R> shown;
  private final Function<R, Key> key;
  private final ImmutableMultiset<Key> folded;

  private FoldedRows(ImmutableList<R> shown, Function<R, Key> key, ImmutableMultiset<Key> folded) {
    this.shown = shown;
    this.key = key;
    this.folded = folded;
  }

  /**
   * Folds rows, except where every row is requested by name.
   *
   * @param composite returns the composite under which a row folds, if it does
   */
  static <R> FoldedRows<R> of(
      List<R> rows,
      List<String> filters,
      Function<R, String> party,
      Function<R, String> proposition,
      Function<R, Optional<String>> composite) {
    Function<R, Key> key = row -> new Key(party.apply(row), proposition.apply(row));
    if (filters.stream().anyMatch(FoldedRows::namesRows)) {
      return new FoldedRows<>(ImmutableList.copyOf(rows), key, ImmutableMultiset.of());
    }
    ImmutableList.Builder<R> shown = ImmutableList.builder();
    ImmutableMultiset.Builder<Key> folded = ImmutableMultiset.builder();
    for (R row : rows) {
      composite
          .apply(row)
          .ifPresentOrElse(
              whole -> folded.add(new Key(party.apply(row), whole)), () -> shown.add(row));
    }
    return new FoldedRows<>(shown.build(), key, folded.build());
  }

  private static boolean namesRows(String filter) {
    return filter.equals(SHOWN) || (filter.startsWith("on ") && !filter.startsWith("on issue "));
  }

  /** Returns the rows that are not folded. */
  ImmutableList<R> shown() {
    return shown;
  }

  /** Returns a text about a row, with the number of rows folded under it. */
  String withCount(String text, R row, Wording wording) {
    int count = folded.count(key.apply(row));
    return count == 0 ? text : wording.text("folded.under", text, wording.count("parts", count));
  }

  /** Returns a number of things, with the number of rows among them that are folded. */
  String counted(String things, Wording wording) {
    String number = AnswerPages.number(things, shown.size() + folded.size(), wording);
    return folded.isEmpty()
        ? number
        : wording.text("folded.of", number, wording.number(folded.size()));
  }

  /** Returns the number of rows folded under each composite that has no row of its own. */
  List<String> alone(Dossier dossier, Wording wording) {
    Set<Key> keys = shown.stream().map(key).collect(ImmutableSet.toImmutableSet());
    return folded.elementSet().stream()
        .filter(whole -> !keys.contains(whole))
        .map(
            whole ->
                wording.text(
                    "folded.alone",
                    wording.party(dossier, whole.party()),
                    wording.count("parts", folded.count(whole)),
                    wording.proposition(dossier, whole.proposition())))
        .toList();
  }

  /** Adds those numbers to a page. */
  TextPage below(TextPage page, Dossier dossier, Wording wording) {
    TextPage longer = page;
    for (String line : alone(dossier, wording)) {
      longer = longer.gap().line(0, 2, line);
    }
    return longer;
  }
}
