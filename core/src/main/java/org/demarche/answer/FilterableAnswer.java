package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/**
 * An answer of many rows, each about one proposition and one or two parties. The rows can be
 * filtered, and the answer states the filters that were applied.
 *
 * <p>Its public methods are not final, so that the compiler repeats them in the public subclasses,
 * where they can be called by reflection too. No caller can override them, since no caller can
 * extend an answer.
 *
 * @param <R> the type of a row
 * @param <A> the type of the answer itself
 */
abstract class FilterableAnswer<R, A extends FilterableAnswer<R, A>> {
  /** The largest number of rows that a sentence lists. */
  private static final int MOST_ROWS = 8;

  FilterableAnswer() {}

  /** {@return the filters that were applied, in words and in order; empty if all rows are kept} */
  public abstract ImmutableList<String> filters();

  /** {@return the rows} */
  public abstract ImmutableList<R> rows();

  abstract Dossier dossier();

  abstract List<String> partiesOf(R row);

  abstract String propositionOf(R row);

  /** Returns the page of a row, if it has one with evidence. */
  Optional<TextPage> pageOf(R row, Wording wording) {
    return Optional.empty();
  }

  /** Returns the rows to print, with the number of those that are folded under each. */
  FoldedRows<R> folded() {
    Set<String> parts =
        dossier().propositions().stream()
            .flatMap(proposition -> proposition.parts().keySet().stream())
            .collect(ImmutableSet.toImmutableSet());
    return FoldedRows.of(
        rows(),
        filters(),
        row -> partiesOf(row).get(0),
        this::propositionOf,
        row -> parts.contains(propositionOf(row)) ? foldsUnder(row) : Optional.empty());
  }

  /**
   * Returns the composite under which a row is folded in print, if it is: one of which the
   * proposition of the row is a part.
   */
  Optional<String> foldsUnder(R row) {
    return Optional.empty();
  }

  /** Returns this answer with other filters and rows. */
  abstract A withRows(Iterable<String> filters, Iterable<R> rows);

  /**
   * Returns whether there may be rows of an organ; otherwise filtering by the organ is an error.
   */
  abstract boolean mayHaveRowsOf(String organ);

  /**
   * Keeps only the rows of some parties.
   *
   * @param ids the ids of the parties; at least one
   * @return the filtered answer
   * @throws IllegalArgumentException if no id is given; if an id is not a party of the dossier, in
   *     which case the message suggests the nearest id; or if it is an organ, and the answer has
   *     rows of states, persons and media only
   */
  public A party(String... ids) {
    Arguments.requireEach(ids, "ids");
    for (String id : ids) {
      IdLookup lookup = new IdLookup(dossier());
      if (lookup.party(id).kind() == ActorKind.ORGAN && !mayHaveRowsOf(id)) {
        lookup.partyWithOrgans(id);
      }
    }
    Set<String> parties = ImmutableSet.copyOf(ids);
    return filter(filterText("party", ids), row -> !Collections.disjoint(partiesOf(row), parties));
  }

  /**
   * Keeps only the rows on some propositions.
   *
   * @param propositions the ids of the propositions; at least one
   * @return the filtered answer
   * @throws IllegalArgumentException if no id is given, or an id is not a proposition of the
   *     dossier, in which case the message suggests the nearest id
   */
  public A on(String... propositions) {
    Arguments.requireEach(propositions, "propositions");
    for (String id : propositions) {
      new IdLookup(dossier()).proposition(id);
    }
    return filter(filterText("on", propositions), ImmutableSet.copyOf(propositions));
  }

  /**
   * Keeps only the rows on the propositions of some issues.
   *
   * @param issues the issues; at least one
   * @return the filtered answer
   * @throws IllegalArgumentException if no issue is given, or the dossier has no proposition of an
   *     issue
   */
  public A onIssue(String... issues) {
    Arguments.requireEach(issues, "issues");
    Set<String> propositions = new HashSet<>();
    for (String issue : issues) {
      propositions.addAll(new IdLookup(dossier()).issue(issue));
    }
    return filter(filterText("on issue", issues), propositions);
  }

  /**
   * Returns the page of this answer in a wording.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the question and a table
   */
  public abstract TextPage page(Wording wording);

  /**
   * Returns the table, followed by the page of each row with its evidence.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the page
   */
  public TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return page(wording)
        .passages(
            rows().stream().flatMap(row -> pageOf(row, wording.withoutNote()).stream()).toList());
  }

  /**
   * Returns a table with a column of parties. In a language, the column is left out if the rows are
   * all of one party, which the line below the table names.
   */
  final AnswerTable<R> tableByParty(Wording wording, Function<R, String> party) {
    AnswerTable<R> table = AnswerTable.in(wording);
    return !wording.isCodes() && rows().size() > 1 && partiesOfRows().size() == 1
        ? table
        : table.column("party", row -> wording.party(dossier(), party.apply(row)));
  }

  /** Returns a page with the ids of the parties of the rows below it. */
  final TextPage withParties(TextPage page, Wording wording) {
    return AnswerPages.withParties(page, partiesOfRows(), dossier(), wording);
  }

  private Set<String> partiesOfRows() {
    return rows().stream()
        .flatMap(row -> partiesOf(row).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  final A filter(String filter, Set<String> propositions) {
    return filter(filter, row -> propositions.contains(propositionOf(row)));
  }

  final A filter(String filter, Predicate<R> condition) {
    List<String> filters = ImmutableList.<String>builder().addAll(filters()).add(filter).build();
    return withRows(filters, rows().stream().filter(condition).toList());
  }

  /**
   * Returns the question with what was found, in a sentence: each row if there are few, otherwise
   * their number.
   *
   * @param things the key of the rows in the catalogue
   */
  final String summary(
      Wording wording,
      String question,
      String things,
      Function<R, String> party,
      Function<R, String> said) {
    FoldedRows<R> folded = folded();
    if (wording.isCodes() || rows().isEmpty() || folded.shown().size() > MOST_ROWS) {
      return wording.summary(
          question,
          wording.isCodes()
              ? wording.count(things, rows().size())
              : folded.counted(things, wording));
    }
    Function<R, String> saidOfAll = row -> folded.withCount(said.apply(row), row, wording);
    return OneLine.whole(
        wording.text(
            "summary",
            question,
            Stream.concat(
                    folded.shown().stream()
                        .map(row -> wording.text(key(), said(row, party, saidOfAll, wording))),
                    folded.alone(dossier(), wording).stream())
                .collect(Collectors.joining(wording.text("list.semicolon")))));
  }

  /** Returns the key of the phrase about a row, which repeats nothing that the question names. */
  private String key() {
    boolean isPartyGiven =
        partiesOfRows().size() == 1 && isGiven("party", partiesOfRows().iterator().next());
    boolean isPropositionGiven =
        rows().stream().map(this::propositionOf).distinct().count() == 1
            && isGiven("on", propositionOf(rows().get(0)));
    if (isPartyGiven) {
      return isPropositionGiven ? "row.alone" : "row.ofProposition";
    }
    return isPropositionGiven ? "row.ofParty" : "row.of";
  }

  private boolean isGiven(String filter, String id) {
    return filters().contains(filter + " " + id) || isNamed(id);
  }

  /** Returns whether the question itself names a party or a proposition. */
  boolean isNamed(String id) {
    return false;
  }

  private Object[] said(
      R row, Function<R, String> party, Function<R, String> said, Wording wording) {
    return new Object[] {
      wording.party(dossier(), party.apply(row)),
      wording.proposition(dossier(), propositionOf(row)),
      said.apply(row)
    };
  }

  /** Returns the filters that were applied, each preceded by a comma. */
  final String filtersText() {
    return filters().stream().map(filter -> ", " + filter).collect(Collectors.joining());
  }

  /** Returns the filters in a wording, with names and labels. */
  final String filtersText(Wording wording) {
    return wording.isCodes()
        ? filtersText()
        : filters().stream().map(filter -> inWords(filter, wording)).collect(Collectors.joining());
  }

  private String inWords(String filter, Wording wording) {
    int space = filter.indexOf(' ');
    String name = space < 0 ? filter : filter.substring(0, space);
    List<String> values = Splitter.on(" or ").splitToList(filter.substring(space + 1));
    if (name.equals("party")) {
      return wording.text(
          "filter.party", wording.list(names(values, id -> wording.name(dossier(), id))));
    }
    if (name.equals("on")
        && values.stream().allMatch(id -> dossier().proposition(id).isPresent())) {
      return wording.text(
          "filter.on", wording.list(names(values, id -> wording.proposition(dossier(), id))));
    }
    if (name.equals("label")) {
      return wording.text(
          "filter.label",
          wording.list(names(values, label -> label.toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
    return filter.equals(FoldedRows.SHOWN) ? wording.text("filter.withImplied") : ", " + filter;
  }

  private static List<String> names(List<String> values, UnaryOperator<String> name) {
    return values.stream().map(name).toList();
  }

  /**
   * Returns a filter in words.
   *
   * @throws IllegalArgumentException if no value is given
   */
  static String filterText(String name, Object[] values) {
    if (values.length == 0) {
      throw ShownValue.refused(
          "'" + name + "' needs at least one value; leave the step out to keep all rows");
    }
    return name + " " + String.join(" or ", Arrays.stream(values).map(Object::toString).toList());
  }
}
