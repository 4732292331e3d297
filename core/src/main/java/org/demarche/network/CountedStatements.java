package org.demarche.network;

import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.demarche.answer.Chronology;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.model.TextSpan;

/**
 * What is counted: a statement an actor and a claim of his, in order of their days.
 *
 * <p>Each pair of a row and a column that occurs is a cell. The cells of one column lie side by
 * side, since what is counted together is what stands in one column: the actors who spoke on one
 * proposition, or where propositions are tied, the propositions on which one actor spoke.
 */
final class CountedStatements {
  /** A statement counts in a cell, by its stance. */
  record Statement(int claim, int day, int cell, Stance stance) {}

  final ImmutableList<String> rows;
  final ImmutableList<String> columns;
  final ImmutableList<Statement> all;

  /** Of each cell its row. */
  final int[] row;

  /** Of each column its first cell, and at the end the number of cells. */
  final int[] start;

  private static final long STANCES = Stance.values().length;

  private CountedStatements(CountingOptions choice, Matters matters, boolean tiesPropositions) {
    List<Dated> claims = claims(choice);
    Map<String, Integer> actors = new HashMap<>();
    Map<String, Integer> propositions = new HashMap<>();
    List<Said> said = new ArrayList<>();
    for (int number = 0; number < claims.size(); number++) {
      Claim claim = claims.get(number).claim;
      for (String actor : choice.actors().of(claim, choice.tracker().dossier())) {
        said.add(
            new Said(number, number(actor, actors), number(claim.proposition(), propositions)));
      }
    }
    int[] actorAt = sorted(actors);
    int[] propositionAt = sorted(propositions);
    rows = labels(tiesPropositions ? propositions : actors);
    columns = labels(tiesPropositions ? actors : propositions);

    long[] cells = new long[said.size()];
    for (int i = 0; i < cells.length; i++) {
      long actor = actorAt[said.get(i).actor];
      long proposition = propositionAt[said.get(i).proposition];
      cells[i] =
          tiesPropositions ? actor * rows.size() + proposition : proposition * rows.size() + actor;
    }
    long[] distinct = Arrays.stream(cells).sorted().distinct().toArray();
    row = new int[distinct.length];
    start = new int[columns.size() + 1];
    for (int i = 0; i < distinct.length; i++) {
      row[i] = (int) (distinct[i] % rows.size());
      start[(int) (distinct[i] / rows.size()) + 1] = i + 1;
    }

    ToIntFunction<Dated> period = periods(choice.duplicates());
    Set<Long> seen = new HashSet<>();
    ImmutableList.Builder<Statement> kept = ImmutableList.builder();
    for (int i = 0; i < cells.length; i++) {
      Dated dated = claims.get(said.get(i).claim);
      int cell = Arrays.binarySearch(distinct, cells[i]);
      int stance = matters == Matters.STANCE ? dated.claim.stance().ordinal() : 0;
      if (choice.duplicates() == DuplicateCounting.ALL
          || seen.add(
              (STANCES * cell + stance) << Integer.SIZE
                  | Integer.toUnsignedLong(period.applyAsInt(dated)))) {
        kept.add(new Statement(said.get(i).claim, dated.day, cell, dated.claim.stance()));
      }
    }
    all = kept.build();
  }

  /** The statements of actors, a row an actor, a column a proposition. */
  static CountedStatements byActor(CountingOptions choice, Matters matters) {
    return new CountedStatements(choice, matters, false);
  }

  /** The same, a row a proposition and a column an actor. */
  static CountedStatements byProposition(CountingOptions choice, Matters matters) {
    return new CountedStatements(choice, matters, true);
  }

  /** Whether two claims that differ in their stance alone are duplicates. */
  enum Matters {
    STANCE,
    PROPOSITION_ALONE
  }

  /** That an actor, by his number, made a claim on a proposition, by its number. */
  private record Said(int claim, int actor, int proposition) {}

  /** A claim with what it is sorted by. */
  private record Dated(int day, String source, int position, Claim claim) {
    static final Comparator<Dated> ORDER =
        Comparator.comparingInt(Dated::day)
            .thenComparing(Dated::source)
            .thenComparingInt(Dated::position)
            .thenComparing(dated -> dated.claim.id());

    static Dated of(Chronology.Entry entry) {
      Evidence first = entry.evidence().get(0); // what was found has some
      return new Dated(
          (int) entry.claim().asserted().latest().toEpochDay(),
          first.source(),
          first.selector().map(TextSpan::startInclusive).orElse(0),
          entry.claim());
    }
  }

  private static List<Dated> claims(CountingOptions choice) {
    List<Dated> claims = new ArrayList<>();
    for (Chronology.Entry entry : choice.tracker().claims().chronology().entries()) {
      if (choice.uncommitted() == UncommittedWeight.HALFWAY
          || entry.claim().stance() != Stance.UNCOMMITTED) {
        claims.add(Dated.of(entry));
      }
    }
    claims.sort(Dated.ORDER);
    return claims;
  }

  /** The number of the period of a claim. */
  private static ToIntFunction<Dated> periods(DuplicateCounting duplicates) {
    Map<String, Integer> sources = new HashMap<>();
    return switch (duplicates) {
      case ALL, ONCE -> dated -> 0;
      case ONCE_PER_SOURCE -> dated -> number(dated.source, sources);
      case ONCE_PER_WEEK ->
          dated -> {
            LocalDate day = LocalDate.ofEpochDay(dated.day);
            return day.get(IsoFields.WEEK_BASED_YEAR) * 100
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
          };
      case ONCE_PER_MONTH ->
          dated -> (int) YearMonth.from(LocalDate.ofEpochDay(dated.day)).getLong(PROLEPTIC_MONTH);
      case ONCE_PER_YEAR -> dated -> LocalDate.ofEpochDay(dated.day).getYear();
    };
  }

  private static int number(String label, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(label, l -> numbers.size());
  }

  private static ImmutableList<String> labels(Map<String, Integer> numbers) {
    return ImmutableList.sortedCopyOf(numbers.keySet());
  }

  /** Of each number the place of its label among all in order. */
  private static int[] sorted(Map<String, Integer> numbers) {
    int[] places = new int[numbers.size()];
    int place = 0;
    for (String label : labels(numbers)) {
      places[requireNonNull(numbers.get(label))] = place++;
    }
    return places;
  }
}
