package org.demarche.network;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.demarche.model.Stance;
import org.demarche.rules.ShownClaims;

/**
 * The statements that are counted: one statement per actor and claim.
 *
 * <p>The statements fill a sparse matrix, stored column by column. Each pair of a row and a column
 * for which there are statements is an entry. The entries of one column are adjacent, because they
 * are the ones that are compared: the actors who spoke on one proposition, or in a network of
 * propositions, the propositions on which one actor spoke.
 */
final class CountedStatements {
  final ImmutableList<String> rows;
  final ImmutableList<String> columns;

  /** The row of each entry. */
  final ImmutableIntArray entryRows;

  /** The first entry of each column, followed by the number of entries. */
  final int[] columnStarts;

  private final ShownClaims shown;

  /** The entry of each statement; the statements of one entry are adjacent. */
  private final ImmutableIntArray entries;

  private final ImmutableIntArray claims;

  private CountedStatements(
      CountingOptions options, DuplicateRule.Identity identity, boolean tiesPropositions) {
    shown = ShownClaims.of(TrackerView.of(options.tracker()));
    DuplicateRule duplicates = new DuplicateRule(options, identity, shown);
    Utterances utterances = new Utterances(options, shown);
    rows = tiesPropositions ? utterances.propositions : utterances.actors;
    columns = tiesPropositions ? utterances.actors : utterances.propositions;
    columnStarts = new int[columns.size() + 1];
    ImmutableIntArray.Builder rowOfEntry = ImmutableIntArray.builder();
    ImmutableIntArray.Builder entryOfStatement = ImmutableIntArray.builder();
    ImmutableIntArray.Builder claimOfStatement = ImmutableIntArray.builder();
    int[] sorted = tiesPropositions ? utterances.byActor() : utterances.byProposition();
    int entry = 0;
    for (int start = 0, end; start < sorted.length; start = end) {
      int first = sorted[start];
      for (end = start + 1; end < sorted.length && utterances.isAlike(first, sorted[end]); ) {
        end++;
      }
      int actor = utterances.actor(first);
      int proposition = utterances.proposition(first);
      rowOfEntry.add(tiesPropositions ? proposition : actor);
      int[] all = Arrays.stream(sorted, start, end).map(utterances::claim).toArray();
      for (int claim : duplicates.counted(all)) {
        claimOfStatement.add(claim);
        entryOfStatement.add(entry);
      }
      columnStarts[(tiesPropositions ? actor : proposition) + 1] = ++entry;
    }
    entryRows = rowOfEntry.build();
    entries = entryOfStatement.build();
    claims = claimOfStatement.build();
  }

  /** Returns the statements with one row per actor and one column per proposition. */
  static CountedStatements byActor(CountingOptions options, DuplicateRule.Identity identity) {
    return new CountedStatements(options, identity, false);
  }

  /** Returns the statements with one row per proposition and one column per actor. */
  static CountedStatements byProposition(CountingOptions options, DuplicateRule.Identity identity) {
    return new CountedStatements(options, identity, true);
  }

  /** Returns the number of statements. */
  int size() {
    return entries.length();
  }

  /** Returns the entry in which a statement counts. */
  int entry(int statement) {
    return entries.get(statement);
  }

  /** Returns the claim of a statement. */
  int claim(int statement) {
    return claims.get(statement);
  }

  /** Returns the stance by which a statement counts. */
  Stance stance(int statement) {
    return shown.stance(claim(statement));
  }

  /** Returns the day of a statement, in days since 1970-01-01. */
  int day(int statement) {
    return shown.day(claim(statement));
  }
}
