package org.demarche.network;

import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
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

/**
 * The statements that are counted, in chronological order: one statement per actor and claim.
 *
 * <p>The statements fill a sparse matrix, stored column by column. Each pair of a row and a column
 * for which there are statements is an entry. The entries of one column are adjacent, because they
 * are the ones that are compared: the actors who spoke on one proposition, or in a network of
 * propositions, the propositions on which one actor spoke.
 */
final class CountedStatements {
  /** A statement, which counts in one entry by its stance. */
  record Statement(int claim, int day, int entry, Stance stance) {}

  final ImmutableList<String> rows;
  final ImmutableList<String> columns;
  final ImmutableList<Statement> statements;

  /** The row of each entry. */
  final int[] entryRows;

  /** The first entry of each column, followed by the number of entries. */
  final int[] columnStarts;

  private static final long STANCES = Stance.values().length;

  private CountedStatements(CountingOptions options, Identity identity, boolean tiesPropositions) {
    List<Dated> claims = claims(options);
    Map<String, Integer> actors = new HashMap<>();
    Map<String, Integer> propositions = new HashMap<>();
    List<Utterance> utterances = new ArrayList<>();
    for (int claimNumber = 0; claimNumber < claims.size(); claimNumber++) {
      Claim claim = claims.get(claimNumber).claim;
      for (String actor : options.actors().of(claim, options.tracker().dossier())) {
        utterances.add(
            new Utterance(
                claimNumber, number(actor, actors), number(claim.proposition(), propositions)));
      }
    }
    rows = labels(tiesPropositions ? propositions : actors);
    columns = labels(tiesPropositions ? actors : propositions);

    long[] keys = entryKeys(utterances, ranks(actors), ranks(propositions), tiesPropositions);
    long[] entries = Arrays.stream(keys).sorted().distinct().toArray();
    entryRows = new int[entries.length];
    columnStarts = new int[columns.size() + 1];
    for (int i = 0; i < entries.length; i++) {
      entryRows[i] = (int) (entries[i] % rows.size());
      columnStarts[(int) (entries[i] / rows.size()) + 1] = i + 1;
    }

    ToIntFunction<Dated> periodOf = periodOf(options.duplicates());
    Set<Long> seen = new HashSet<>();
    ImmutableList.Builder<Statement> kept = ImmutableList.builder();
    for (int i = 0; i < keys.length; i++) {
      Dated dated = claims.get(utterances.get(i).claim);
      int entry = Arrays.binarySearch(entries, keys[i]);
      int stance = identity == Identity.PROPOSITION_AND_STANCE ? dated.claim.stance().ordinal() : 0;
      if (options.duplicates() == DuplicateCounting.ALL
          || seen.add(
              (STANCES * entry + stance) << Integer.SIZE
                  | Integer.toUnsignedLong(periodOf.applyAsInt(dated)))) {
        kept.add(new Statement(utterances.get(i).claim, dated.day, entry, dated.claim.stance()));
      }
    }
    statements = kept.build();
  }

  /** Returns the statements with one row per actor and one column per proposition. */
  static CountedStatements byActor(CountingOptions options, Identity identity) {
    return new CountedStatements(options, identity, false);
  }

  /** Returns the statements with one row per proposition and one column per actor. */
  static CountedStatements byProposition(CountingOptions options, Identity identity) {
    return new CountedStatements(options, identity, true);
  }

  /** The attributes in which two claims of one actor must agree to be duplicates. */
  enum Identity {
    PROPOSITION,
    PROPOSITION_AND_STANCE
  }

  /** A claim by an actor on a proposition, each by its number. */
  private record Utterance(int claim, int actor, int proposition) {}

  /** A claim with the values by which it is sorted. */
  private record Dated(int day, String source, int position, Claim claim) {
    static final Comparator<Dated> ORDER =
        Comparator.comparingInt(Dated::day)
            .thenComparing(Dated::source)
            .thenComparingInt(Dated::position)
            .thenComparing(dated -> dated.claim.id());

    static Dated of(Chronology.Entry entry) {
      Evidence first = entry.evidence().get(0); // a claim that was found has some evidence
      return new Dated(
          (int) entry.claim().asserted().latest().toEpochDay(),
          first.source(),
          first.selector().map(Range::lowerEndpoint).orElse(0),
          entry.claim());
    }
  }

  private static List<Dated> claims(CountingOptions options) {
    List<Dated> claims = new ArrayList<>();
    for (Chronology.Entry entry : options.tracker().claims().chronology().entries()) {
      if (!options.leavesOutUncommitted() || entry.claim().stance() != Stance.UNCOMMITTED) {
        claims.add(Dated.of(entry));
      }
    }
    claims.sort(Dated.ORDER);
    return claims;
  }

  /** Returns for each utterance the key of its entry, which sorts by column, then by row. */
  private static long[] entryKeys(
      List<Utterance> utterances,
      int[] actorRanks,
      int[] propositionRanks,
      boolean tiesPropositions) {
    long height = tiesPropositions ? propositionRanks.length : actorRanks.length;
    return utterances.stream()
        .mapToLong(
            utterance -> {
              int actor = actorRanks[utterance.actor];
              int proposition = propositionRanks[utterance.proposition];
              return tiesPropositions ? actor * height + proposition : proposition * height + actor;
            })
        .toArray();
  }

  /** Returns a function that gives the number of the period of a claim. */
  private static ToIntFunction<Dated> periodOf(DuplicateCounting duplicates) {
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

  /** Returns for each number the rank of its label in sorted order. */
  private static int[] ranks(Map<String, Integer> numbers) {
    int[] ranks = new int[numbers.size()];
    int rank = 0;
    for (String label : labels(numbers)) {
      ranks[requireNonNull(numbers.get(label))] = rank++;
    }
    return ranks;
  }
}
