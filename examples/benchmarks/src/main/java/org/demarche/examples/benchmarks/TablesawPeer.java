package org.demarche.examples.benchmarks;

import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.examples.benchmarks.FlatDossier.ClaimRow;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.index.IntIndex;
import tech.tablesaw.selection.Selection;

/**
 * Columns of Tablesaw, with an index on pairs of party and proposition, one on propositions, and
 * one on each attribute of claims. An index selects rows in their order.
 */
final class TablesawPeer implements BenchmarkPeer {
  private final FlatDossier flat;
  private final Supplier<StanceTable> stanceRows;
  private final Supplier<LoadSettings> claims;

  TablesawPeer(FlatDossier flat) {
    this.flat = flat;
    this.stanceRows = Suppliers.memoize(() -> StanceTable.of(flat));
    this.claims = Suppliers.memoize(() -> LoadSettings.of(flat));
  }

  private record StanceTable(
      IntColumn day, IntColumn published, IntColumn stance, IntIndex pairs, IntIndex propositions) {
    static StanceTable of(FlatDossier flat) {
      int propositions = flat.propositions().size();
      List<StanceRow> all = flat.stanceRows();
      return new StanceTable(
          column("day", all.stream().mapToInt(StanceRow::day)),
          column("published", all.stream().mapToInt(StanceRow::published)),
          column("stance", all.stream().mapToInt(StanceRow::stance)),
          new IntIndex(
              column(
                  "pair",
                  all.stream().mapToInt(row -> row.party() * propositions + row.proposition()))),
          new IntIndex(column("proposition", all.stream().mapToInt(StanceRow::proposition))));
    }
  }

  private record LoadSettings(
      IntIndex principals,
      IntIndex propositions,
      IntIndex forces,
      IntIndex stances,
      IntColumn earliest,
      IntColumn latest) {
    static LoadSettings of(FlatDossier flat) {
      List<ClaimRow> all = flat.claims();
      return new LoadSettings(
          new IntIndex(column("principal", all.stream().mapToInt(ClaimRow::principal))),
          new IntIndex(column("proposition", all.stream().mapToInt(ClaimRow::proposition))),
          new IntIndex(column("force", all.stream().mapToInt(ClaimRow::force))),
          new IntIndex(column("stance", all.stream().mapToInt(ClaimRow::stance))),
          column("earliest", all.stream().mapToInt(ClaimRow::earliest)),
          column("latest", all.stream().mapToInt(ClaimRow::latest)));
    }
  }

  private static IntColumn column(String name, IntStream values) {
    return IntColumn.create(name, values.toArray());
  }

  @Override
  public FlatDossier flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return stance(party, proposition, day, Integer.MAX_VALUE);
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    StanceTable table = stanceRows.get();
    int[] rows = table.pairs().get(party * flat.propositions().size() + proposition).toArray();
    for (int i = rows.length - 1; i >= 0; i--) {
      if (table.day().getInt(rows[i]) <= day && table.published().getInt(rows[i]) <= known) {
        return table.stance().getInt(rows[i]);
      }
    }
    return NONE;
  }

  @Override
  public int[] stances(int day) {
    StanceTable table = stanceRows.get();
    int propositions = flat.propositions().size();
    int[] stances = BenchmarkPeer.noStances(flat.parties().size() * propositions);
    for (int row : table.day().isLessThanOrEqualTo(day)) {
      StanceRow stanceRow = flat.stanceRows().get(row);
      stances[stanceRow.party() * propositions + stanceRow.proposition()] =
          table.stance().getInt(row);
    }
    return stances;
  }

  @Override
  public List<StanceChange> stanceChanges(int proposition) {
    int[] rows = stanceRows.get().propositions().get(proposition).toArray();
    return BenchmarkPeer.stanceChanges(
        Arrays.stream(rows).mapToObj(flat.stanceRows()::get).toList());
  }

  @Override
  public int[] claims(SearchTerms search) {
    LoadSettings table = claims.get();
    Selection found =
        table
            .principals()
            .get(search.principal())
            .and(table.propositions().get(search.proposition()))
            .and(table.forces().get(search.force()))
            .and(table.stances().get(search.stance()));
    return Arrays.stream(found.toArray())
        .filter(row -> table.latest().getInt(row) >= search.first())
        .filter(row -> table.earliest().getInt(row) <= search.last())
        .toArray();
  }

  @Override
  public void close() {}
}
