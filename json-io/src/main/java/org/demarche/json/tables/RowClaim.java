package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;

/**
 * A claim and the rows that give it, each with a piece of evidence. A coded row replaces rows that
 * are drafts.
 */
final class RowClaim {
  private Claim first;
  private int line;
  private List<Row> more = ImmutableList.of();
  private Optional<Claim> united = Optional.empty();

  /** A row of a claim. */
  record Row(int line, Evidence evidence, boolean isDraft) {}

  RowClaim(Claim first, int line) {
    this.first = first;
    this.line = line;
  }

  /**
   * Adds a row.
   *
   * @throws RowError if its claim differs in more than evidence
   */
  void add(Claim other, int otherLine) {
    if (first.corroborated(other).isEmpty()) {
      throw new RowError(
          "id",
          other.id(),
          "claim '%s' is in line %s already, and differs from it in more than evidence"
              .formatted(other.id(), line));
    }
    if (more.isEmpty()) {
      more = new ArrayList<>();
    }
    if (first.isDraft() && !other.isDraft()) {
      more.add(0, row(first, line));
      first = other;
      line = otherLine;
    } else {
      more.add(row(other, otherLine));
    }
    united = Optional.empty();
  }

  private static Row row(Claim claim, int line) {
    return new Row(line, claim.evidence().get(0), claim.isDraft());
  }

  /** Returns the line of the row whose claim this is. */
  int line() {
    return line;
  }

  /** Returns the number of other rows. */
  int others() {
    return more.size();
  }

  /** Returns the lines of the other rows. */
  List<Integer> otherLines() {
    return more.stream().map(Row::line).toList();
  }

  /** Returns the lines of the drafts that another row replaces. */
  List<Integer> replacedLines() {
    return more.stream().filter(row -> row.isDraft() != first.isDraft()).map(Row::line).toList();
  }

  /** Returns the rows that give the claim or evidence. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>(List.of(row(first, line)));
    more.stream().filter(row -> row.isDraft() == first.isDraft()).forEach(rows::add);
    return rows;
  }

  /** Returns the claim with the evidence of its rows. */
  Claim claim() {
    if (more.isEmpty()) {
      return first;
    }
    if (united.isEmpty()) {
      united =
          Optional.of(
              first.withEvidence(
                  rows().stream().map(Row::evidence).collect(ImmutableSet.toImmutableSet())));
    }
    return united.get();
  }

  /** Returns this claim without some of its evidence; empty if no other row gives it. */
  Optional<RowClaim> without(Predicate<Evidence> fault) {
    List<Row> left = rows().stream().filter(row -> !fault.test(row.evidence())).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    RowClaim rest =
        new RowClaim(first.withEvidence(List.of(left.get(0).evidence())), left.get(0).line());
    rest.more = new ArrayList<>(left.subList(1, left.size()));
    more.stream().filter(row -> row.isDraft() != first.isDraft()).forEach(rest.more::add);
    return Optional.of(rest);
  }
}
