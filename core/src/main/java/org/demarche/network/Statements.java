package org.demarche.network;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.demarche.answer.Chronology;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Selector;
import org.demarche.model.Stance;

/**
 * What is counted: a statement an actor and a claim of his, in order of their days.
 *
 * <p>Each pair of a row and a column that occurs is a cell. The cells of one column lie side by
 * side, since what is counted together is what stands in one column: the actors who spoke on one
 * proposition, or where propositions are tied, the propositions on which one actor spoke.
 */
final class Statements {
  /** A statement counts in a cell, by its stance. */
  record Statement(int claim, int day, int cell, Stance stance) {}

  final ImmutableList<String> rows;
  final ImmutableList<String> columns;
  final ImmutableList<Statement> all;

  /** Of each cell its row. */
  final int[] row;

  /** Of each column its first cell, and at the end the number of cells. */
  final int[] start;

  private Statements(List<Said> kept, boolean tiesPropositions) {
    Map<String, Integer> actors = numbers(kept, Said::actor);
    Map<String, Integer> propositions = numbers(kept, Said::proposition);
    Map<String, Integer> down = tiesPropositions ? propositions : actors;
    Map<String, Integer> across = tiesPropositions ? actors : propositions;
    rows = ImmutableList.copyOf(down.keySet());
    columns = ImmutableList.copyOf(across.keySet());
    long[] cells = new long[kept.size()];
    for (int i = 0; i < cells.length; i++) {
      long actor = actors.get(kept.get(i).actor);
      long proposition = propositions.get(kept.get(i).proposition);
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
    ImmutableList.Builder<Statement> statements = ImmutableList.builder();
    for (int i = 0; i < cells.length; i++) {
      Said said = kept.get(i);
      statements.add(
          new Statement(
              said.claim, said.day, Arrays.binarySearch(distinct, cells[i]), said.stance));
    }
    all = statements.build();
  }

  /** The statements of actors, a row an actor, a column a proposition. */
  static Statements byActor(Choice choice, Matters matters) {
    return new Statements(kept(choice, matters), false);
  }

  /** The same, a row a proposition and a column an actor. */
  static Statements byProposition(Choice choice, Matters matters) {
    return new Statements(kept(choice, matters), true);
  }

  /** Whether two claims that differ in their stance alone are duplicates. */
  enum Matters {
    STANCE,
    PROPOSITION_ALONE
  }

  private record Said(int claim, int day, String actor, String proposition, Stance stance) {}

  private record Key(Object period, String actor, String proposition, Object stance) {}

  private static List<Said> kept(Choice choice, Matters matters) {
    List<Chronology.Entry> entries =
        new ArrayList<>(choice.tracker().claims().chronology().entries());
    entries.removeIf(
        entry ->
            choice.uncommitted() == Uncommitted.LEFT_OUT
                && entry.claim().stance() == Stance.UNCOMMITTED);
    entries.sort(
        Comparator.comparing((Chronology.Entry entry) -> entry.claim().asserted().latest())
            .thenComparing(entry -> first(entry).source())
            .thenComparing(entry -> first(entry).selector().map(Selector::startInclusive).orElse(0))
            .thenComparing(entry -> entry.claim().id()));
    List<Said> kept = new ArrayList<>();
    Set<Key> seen = new HashSet<>();
    for (int number = 0; number < entries.size(); number++) {
      Chronology.Entry entry = entries.get(number);
      Claim claim = entry.claim();
      Object period = period(choice.duplicates(), entry);
      Object stance = matters == Matters.STANCE ? claim.stance() : matters;
      for (String actor : choice.actors().of(claim, choice.tracker().dossier())) {
        if (choice.duplicates() == Duplicates.ALL
            || seen.add(new Key(period, actor, claim.proposition(), stance))) {
          int day = (int) claim.asserted().latest().toEpochDay();
          kept.add(new Said(number, day, actor, claim.proposition(), claim.stance()));
        }
      }
    }
    return kept;
  }

  /** A claim that was found has evidence: without, it is not known. */
  private static Evidence first(Chronology.Entry entry) {
    return entry.evidence().get(0);
  }

  private static Object period(Duplicates duplicates, Chronology.Entry entry) {
    LocalDate day = entry.claim().asserted().latest();
    return switch (duplicates) {
      case ALL, ONCE -> duplicates;
      case ONCE_PER_SOURCE -> first(entry).source();
      case ONCE_PER_WEEK ->
          List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case ONCE_PER_MONTH -> List.of(day.getYear(), day.getMonth());
      case ONCE_PER_YEAR -> day.getYear();
    };
  }

  /** The labels in order, each with its number. */
  private static Map<String, Integer> numbers(List<Said> kept, Function<Said, String> label) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    kept.stream().map(label).distinct().sorted().forEach(text -> numbers.put(text, numbers.size()));
    return numbers;
  }
}
