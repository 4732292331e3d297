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
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Flat.Spoken;

/**
 * Collections with indexes by CQEngine: bearings by party and proposition together, of which the
 * newest is then sought; claims by each of their attributes, or by the four that are sought
 * together.
 */
@SuppressWarnings("unchecked") // CQEngine takes generic varargs
final class CqEnginePeer implements Peer {
  private static final SimpleAttribute<Bearing, Integer> PARTY =
      attribute(Bearing.class, Integer.class, "party", Bearing::party);
  private static final SimpleAttribute<Bearing, Integer> ON =
      attribute(Bearing.class, Integer.class, "on", Bearing::proposition);
  private static final SimpleAttribute<Spoken, Integer> PRINCIPAL =
      attribute(Spoken.class, Integer.class, "principal", Spoken::principal);
  private static final SimpleAttribute<Spoken, Integer> PROPOSITION =
      attribute(Spoken.class, Integer.class, "proposition", Spoken::proposition);
  private static final SimpleAttribute<Spoken, Integer> FORCE =
      attribute(Spoken.class, Integer.class, "force", Spoken::force);
  private static final SimpleAttribute<Spoken, Integer> STANCE =
      attribute(Spoken.class, Integer.class, "stance", Spoken::stance);
  private static final SimpleAttribute<Spoken, Integer> EARLIEST =
      attribute(Spoken.class, Integer.class, "earliest", Spoken::earliest);
  private static final SimpleAttribute<Spoken, Integer> LATEST =
      attribute(Spoken.class, Integer.class, "latest", Spoken::latest);

  private final Flat flat;
  private final boolean fit;
  private final Supplier<IndexedCollection<Bearing>> bearings = Suppliers.memoize(this::bearings);
  private final Supplier<IndexedCollection<Spoken>> claims = Suppliers.memoize(this::claims);

  private CqEnginePeer(Flat flat, boolean fit) {
    this.flat = flat;
    this.fit = fit;
  }

  /** With an index on each attribute of claims, for terms of any sort. */
  static CqEnginePeer of(Flat flat) {
    return new CqEnginePeer(flat, false);
  }

  /** With an index fit for the very four terms that are asked. */
  static CqEnginePeer fit(Flat flat) {
    return new CqEnginePeer(flat, true);
  }

  private IndexedCollection<Bearing> bearings() {
    IndexedCollection<Bearing> bearings = new ConcurrentIndexedCollection<>();
    bearings.addIndex(CompoundIndex.onAttributes(PARTY, ON));
    bearings.addIndex(HashIndex.onAttribute(ON));
    bearings.addAll(flat.bearings());
    return bearings;
  }

  private IndexedCollection<Spoken> claims() {
    IndexedCollection<Spoken> claims = new ConcurrentIndexedCollection<>();
    if (fit) {
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
  public Flat flat() {
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
    try (ResultSet<Bearing> cell =
        bearings.get().retrieve(and(equal(PARTY, party), equal(ON, proposition)))) {
      for (Bearing bearing : cell) {
        if (bearing.number() > last && bearing.day() <= day && bearing.published() <= known) {
          last = bearing.number();
          stance = bearing.stance();
        }
      }
    }
    return stance;
  }

  @Override
  public int[] stances(int day) {
    int propositions = flat.propositions().size();
    int[] last = Peer.none(flat.parties().size() * propositions);
    int[] stances = last.clone();
    for (Bearing bearing : bearings.get()) {
      int cell = bearing.party() * propositions + bearing.proposition();
      if (bearing.number() > last[cell] && bearing.day() <= day) {
        last[cell] = bearing.number();
        stances[cell] = bearing.stance();
      }
    }
    return stances;
  }

  @Override
  public List<Turn> turns(int proposition) {
    try (ResultSet<Bearing> said = bearings.get().retrieve(equal(ON, proposition))) {
      return Peer.turns(said.stream().sorted(Comparator.comparingInt(Bearing::number)).toList());
    }
  }

  @Override
  public int[] claims(Terms terms) {
    Query<Spoken> who = equal(PRINCIPAL, terms.principal());
    Query<Spoken> what = equal(PROPOSITION, terms.proposition());
    Query<Spoken> how = equal(FORCE, terms.force());
    Query<Spoken> where = equal(STANCE, terms.stance());
    Query<Spoken> asked =
        fit
            ? and(who, what, how, where)
            : and(
                who,
                what,
                how,
                where,
                greaterThanOrEqualTo(LATEST, terms.first()),
                lessThanOrEqualTo(EARLIEST, terms.last()));
    try (ResultSet<Spoken> found = claims.get().retrieve(asked)) {
      return found.stream()
          .filter(claim -> claim.isBetween(terms.first(), terms.last()))
          .mapToInt(Spoken::number)
          .toArray();
    }
  }

  @Override
  public void close() {}
}
