package org.demarche.examples.benchmarks;

import static com.googlecode.cqengine.query.QueryFactory.and;
import static com.googlecode.cqengine.query.QueryFactory.attribute;
import static com.googlecode.cqengine.query.QueryFactory.equal;
import static com.googlecode.cqengine.query.QueryFactory.greaterThanOrEqualTo;
import static com.googlecode.cqengine.query.QueryFactory.lessThanOrEqualTo;

import com.google.common.base.Suppliers;
import com.googlecode.cqengine.ConcurrentIndexedCollection;
import com.googlecode.cqengine.IndexedCollection;
import com.googlecode.cqengine.attribute.SimpleAttribute;
import com.googlecode.cqengine.index.compound.CompoundIndex;
import com.googlecode.cqengine.index.hash.HashIndex;
import com.googlecode.cqengine.index.navigable.NavigableIndex;
import com.googlecode.cqengine.query.Query;
import com.googlecode.cqengine.resultset.ResultSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.demarche.examples.benchmarks.FlatDossier.ClaimRow;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;

/**
 * Indexed collections of CQEngine. Rows are indexed by party and proposition together, and the
 * newest is then found by a scan. Claims are indexed by each attribute, or by the four attributes
 * of the benchmark together.
 */
@SuppressWarnings("unchecked") // CQEngine takes generic varargs
final class CqEnginePeer implements BenchmarkPeer {
  private static final SimpleAttribute<StanceRow, Integer> PARTY =
      attribute(StanceRow.class, Integer.class, "party", StanceRow::party);
  private static final SimpleAttribute<StanceRow, Integer> ROW_PROPOSITION =
      attribute(StanceRow.class, Integer.class, "proposition", StanceRow::proposition);
  private static final SimpleAttribute<ClaimRow, Integer> PRINCIPAL =
      attribute(ClaimRow.class, Integer.class, "principal", ClaimRow::principal);
  private static final SimpleAttribute<ClaimRow, Integer> PROPOSITION =
      attribute(ClaimRow.class, Integer.class, "proposition", ClaimRow::proposition);
  private static final SimpleAttribute<ClaimRow, Integer> FORCE =
      attribute(ClaimRow.class, Integer.class, "force", ClaimRow::force);
  private static final SimpleAttribute<ClaimRow, Integer> STANCE =
      attribute(ClaimRow.class, Integer.class, "stance", ClaimRow::stance);
  private static final SimpleAttribute<ClaimRow, Integer> EARLIEST =
      attribute(ClaimRow.class, Integer.class, "earliest", ClaimRow::earliest);
  private static final SimpleAttribute<ClaimRow, Integer> LATEST =
      attribute(ClaimRow.class, Integer.class, "latest", ClaimRow::latest);

  private final FlatDossier flat;
  private final boolean isTuned;
  private final Supplier<IndexedCollection<StanceRow>> stanceRows =
      Suppliers.memoize(this::stanceRows);
  private final Supplier<IndexedCollection<ClaimRow>> claims = Suppliers.memoize(this::claims);

  private CqEnginePeer(FlatDossier flat, boolean isTuned) {
    this.flat = flat;
    this.isTuned = isTuned;
  }

  /** Creates a peer with an index on each attribute of claims, for searches by any of them. */
  static CqEnginePeer of(FlatDossier flat) {
    return new CqEnginePeer(flat, false);
  }

  /** Creates a peer with one index on exactly the four attributes of the benchmark. */
  static CqEnginePeer tuned(FlatDossier flat) {
    return new CqEnginePeer(flat, true);
  }

  private IndexedCollection<StanceRow> stanceRows() {
    IndexedCollection<StanceRow> stanceRows = new ConcurrentIndexedCollection<>();
    stanceRows.addIndex(CompoundIndex.onAttributes(PARTY, ROW_PROPOSITION));
    stanceRows.addIndex(HashIndex.onAttribute(ROW_PROPOSITION));
    stanceRows.addAll(flat.stanceRows());
    return stanceRows;
  }

  private IndexedCollection<ClaimRow> claims() {
    IndexedCollection<ClaimRow> claims = new ConcurrentIndexedCollection<>();
    if (isTuned) {
      claims.addIndex(CompoundIndex.onAttributes(PRINCIPAL, PROPOSITION, FORCE, STANCE));
    } else {
      claims.addIndex(HashIndex.onAttribute(PRINCIPAL));
      claims.addIndex(HashIndex.onAttribute(PROPOSITION));
      claims.addIndex(HashIndex.onAttribute(FORCE));
      claims.addIndex(HashIndex.onAttribute(STANCE));
      claims.addIndex(NavigableIndex.onAttribute(EARLIEST));
      claims.addIndex(NavigableIndex.onAttribute(LATEST));
    }
    claims.addAll(flat.claims());
    return claims;
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
    int last = NONE;
    int stance = NONE;
    try (ResultSet<StanceRow> rows =
        stanceRows.get().retrieve(and(equal(PARTY, party), equal(ROW_PROPOSITION, proposition)))) {
      for (StanceRow row : rows) {
        if (row.number() > last && row.day() <= day && row.published() <= known) {
          last = row.number();
          stance = row.stance();
        }
      }
    }
    return stance;
  }

  @Override
  public int[] stances(int day) {
    int propositions = flat.propositions().size();
    int[] last = BenchmarkPeer.noStances(flat.parties().size() * propositions);
    int[] stances = last.clone();
    for (StanceRow row : stanceRows.get()) {
      int pair = row.party() * propositions + row.proposition();
      if (row.number() > last[pair] && row.day() <= day) {
        last[pair] = row.number();
        stances[pair] = row.stance();
      }
    }
    return stances;
  }

  @Override
  public List<StanceChange> stanceChanges(int proposition) {
    try (ResultSet<StanceRow> rows =
        stanceRows.get().retrieve(equal(ROW_PROPOSITION, proposition))) {
      return BenchmarkPeer.stanceChanges(
          rows.stream().sorted(Comparator.comparingInt(StanceRow::number)).toList());
    }
  }

  @Override
  public int[] claims(SearchTerms search) {
    Query<ClaimRow> principal = equal(PRINCIPAL, search.principal());
    Query<ClaimRow> proposition = equal(PROPOSITION, search.proposition());
    Query<ClaimRow> force = equal(FORCE, search.force());
    Query<ClaimRow> stance = equal(STANCE, search.stance());
    Query<ClaimRow> query =
        isTuned
            ? and(principal, proposition, force, stance)
            : and(
                principal,
                proposition,
                force,
                stance,
                greaterThanOrEqualTo(LATEST, search.first()),
                lessThanOrEqualTo(EARLIEST, search.last()));
    try (ResultSet<ClaimRow> found = claims.get().retrieve(query)) {
      return found.stream()
          .filter(claim -> claim.isBetween(search.first(), search.last()))
          .mapToInt(ClaimRow::number)
          .toArray();
    }
  }

  @Override
  public void close() {}
}
