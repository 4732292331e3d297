package org.demarche.examples.benchmarks;

import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Flat.Spoken;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.index.IntIndex;
import tech.tablesaw.selection.Selection;

/**
 * Columns of Tablesaw: an index on the cell, one on the proposition and one on each term of claims;
 * what an index selects is in order of the rows.
 */
final class TablesawPeer implements Peer {
  private final Flat flat;
  private final Supplier<Bearings> bearings;
  private final Supplier<Claims> claims;

  TablesawPeer(Flat flat) {
    this.flat = flat;
    this.bearings = Suppliers.memoize(() -> Bearings.of(flat));
    this.claims = Suppliers.memoize(() -> Claims.of(flat));
  }

  private record Bearings(
      IntColumn day, IntColumn published, IntColumn stance, IntIndex cells, IntIndex matters) {
    static Bearings of(Flat flat) {
      int propositions = flat.propositions().size();
      List<Bearing> all = flat.bearings();
      return new Bearings(
          column("day", all.stream().mapToInt(Bearing::day)),
          column("published", all.stream().mapToInt(Bearing::published)),
          column("stance", all.stream().mapToInt(Bearing::stance)),
          new IntIndex(
              column(
                  "cell", all.stream().mapToInt(b -> b.party() * propositions + b.proposition()))),
          new IntIndex(column("proposition", all.stream().mapToInt(Bearing::proposition))));
    }
  }

  private record Claims(
      IntIndex principals,
      IntIndex propositions,
      IntIndex forces,
      IntIndex stances,
      IntColumn earliest,
      IntColumn latest) {
    static Claims of(Flat flat) {
      List<Spoken> all = flat.claims();
      return new Claims(
          new IntIndex(column("principal", all.stream().mapToInt(Spoken::principal))),
          new IntIndex(column("proposition", all.stream().mapToInt(Spoken::proposition))),
          new IntIndex(column("force", all.stream().mapToInt(Spoken::force))),
          new IntIndex(column("stance", all.stream().mapToInt(Spoken::stance))),
          column("earliest", all.stream().mapToInt(Spoken::earliest)),
          column("latest", all.stream().mapToInt(Spoken::latest)));
    }
  }

  private static IntColumn column(String name, IntStream values) {
    return IntColumn.create(name, values.toArray());
  }

  @Override
  public Flat flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return stance(party, proposition, day, Integer.MAX_VALUE);
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    Bearings table = bearings.get();
    int[] rows = table.cells().get(party * flat.propositions().size() + proposition).toArray();
    for (int i = rows.length - 1; i >= 0; i--) {
      if (table.day().getInt(rows[i]) <= day && table.published().getInt(rows[i]) <= known) {
        return table.stance().getInt(rows[i]);
      }
    }
    return NONE;
  }

  @Override
  public int[] stances(int day) {
    Bearings table = bearings.get();
    int propositions = flat.propositions().size();
    int[] stances = Peer.none(flat.parties().size() * propositions);
    for (int row : table.day().isLessThanOrEqualTo(day)) {
      Bearing bearing = flat.bearings().get(row);
      stances[bearing.party() * propositions + bearing.proposition()] = table.stance().getInt(row);
    }
    return stances;
  }

  @Override
  public List<Turn> turns(int proposition) {
    int[] rows = bearings.get().matters().get(proposition).toArray();
    return Peer.turns(Arrays.stream(rows).mapToObj(flat.bearings()::get).toList());
  }

  @Override
  public int[] claims(Terms terms) {
    Claims table = claims.get();
    Selection found =
        table
            .principals()
            .get(terms.principal())
            .and(table.propositions().get(terms.proposition()))
            .and(table.forces().get(terms.force()))
            .and(table.stances().get(terms.stance()));
    return Arrays.stream(found.toArray())
        .filter(row -> table.latest().getInt(row) >= terms.first())
        .filter(row -> table.earliest().getInt(row) <= terms.last())
        .toArray();
  }

  @Override
  public void close() {}
}
