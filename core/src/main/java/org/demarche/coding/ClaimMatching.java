package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.When;
import org.demarche.typography.TypographicMarks;

/**
 * The matching of the claims of coders into units. Pairs are joined greedily, the best first, as
 * long as a unit has at most one claim of each coder.
 */
final class ClaimMatching {
  /** A possible match of two claims, by their indexes, with the evidence by which they match. */
  private record Pair(
      int first,
      int second,
      boolean samePassage,
      double overlap,
      int sameContent,
      int firstEvidence,
      int secondEvidence) {}

  private record Passage(int claim, int evidence) {}

  private final ImmutableList<ImmutableList<CodedClaim>> claims;
  private final ImmutableMap<String, ImmutableSortedSet<String>> sources;

  private ClaimMatching(ComparedCodings codings) {
    // By coder and id, so that the order of the records of a dossier does not matter.
    this.claims =
        ImmutableList.sortedCopyOf(
            Comparator.<ImmutableList<CodedClaim>, String>comparing(c -> c.get(0).coder())
                .thenComparing(c -> c.get(0).claim().id()),
            codings.claims());
    this.sources = codings.sources();
  }

  /** Returns the units, each with the codings by coder, sorted by the first coder and claim. */
  static ImmutableList<ImmutableSortedMap<String, CodedClaim>> units(ComparedCodings codings) {
    ClaimMatching matching = new ClaimMatching(codings);
    Map<Long, Pair> pairs = new LinkedHashMap<>();
    matching.addPassages(pairs);
    matching.addContents(pairs);
    return matching.joined(
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Pair::samePassage)
                .thenComparing(Pair::overlap)
                .thenComparing(Pair::sameContent)
                .reversed()
                .thenComparing(pair -> matching.claim(pair.first).id())
                .thenComparing(pair -> matching.claim(pair.second).id())
                .thenComparing(Pair::first)
                .thenComparing(Pair::second),
            pairs.values()));
  }

  private Claim claim(int index) {
    return claims.get(index).get(0).claim();
  }

  private String coder(int index) {
    return claims.get(index).get(0).coder();
  }

  private void addPassages(Map<Long, Pair> pairs) {
    ListMultimap<String, Passage> bySource = ArrayListMultimap.create();
    for (int i = 0; i < claims.size(); i++) {
      for (int e = 0; e < claim(i).evidence().size(); e++) {
        bySource.put(claim(i).evidence().get(e).source(), new Passage(i, e));
      }
    }
    for (String source : ImmutableSortedSet.copyOf(bySource.keySet())) {
      List<Passage> passages = bySource.get(source);
      for (int i = 0; i < passages.size(); i++) {
        for (int j = i + 1; j < passages.size(); j++) {
          addPassage(passages.get(i), passages.get(j), pairs);
        }
      }
    }
  }

  private void addPassage(Passage first, Passage second, Map<Long, Pair> pairs) {
    if (coder(first.claim).equals(coder(second.claim))) {
      return;
    }
    double overlap =
        overlap(
            claim(first.claim).evidence().get(first.evidence),
            claim(second.claim).evidence().get(second.evidence));
    if (overlap > 0) {
      Pair pair =
          new Pair(
              first.claim,
              second.claim,
              true,
              overlap,
              sameContent(claim(first.claim), claim(second.claim)),
              first.evidence,
              second.evidence);
      pairs.merge(key(pair), pair, (a, b) -> b.overlap > a.overlap ? b : a);
    }
  }

  private static long key(Pair pair) {
    return ((long) pair.first << Integer.SIZE) + pair.second;
  }

  /**
   * Returns the part of two passages of one source that they have in common, from 0 to 1: the
   * Jaccard index of their spans, or 1 for equal quotations of which one has no span.
   */
  private static double overlap(Evidence one, Evidence other) {
    if (one.selector().isEmpty() || other.selector().isEmpty()) {
      return one.quote().isPresent()
              && other.quote().isPresent()
              && plain(one.quote().get()).equals(plain(other.quote().get()))
          ? 1
          : 0;
    }
    Range<Integer> a = one.selector().get();
    Range<Integer> b = other.selector().get();
    if (!a.isConnected(b)) {
      return 0;
    }
    double common = length(a.intersection(b));
    return common / (length(a) + length(b) - common);
  }

  private static int length(Range<Integer> span) {
    return span.upperEndpoint() - span.lowerEndpoint();
  }

  private static String plain(String quote) {
    StringBuilder spaced = new StringBuilder();
    quote
        .codePoints()
        .map(c -> TypographicMarks.isSpace(c) ? ' ' : c)
        .forEach(spaced::appendCodePoint);
    return TypographicMarks.withPlainQuotationMarks(
        spaced.toString().strip().replaceAll(" +", " "));
  }

  /** Returns how many of proposition, principals and date two claims share. */
  private static int sameContent(Claim one, Claim other) {
    return (one.proposition().equals(other.proposition()) ? 1 : 0)
        + (one.principals().equals(other.principals()) ? 1 : 0)
        + (overlap(one.asserted(), other.asserted()) ? 1 : 0);
  }

  private static boolean overlap(When one, When other) {
    return !one.earliest().orElse(LocalDate.MIN).isAfter(other.latest())
        && !other.earliest().orElse(LocalDate.MIN).isAfter(one.latest());
  }

  private void addContents(Map<Long, Pair> pairs) {
    ListMultimap<List<Object>, Integer> byContent = ArrayListMultimap.create();
    for (int i = 0; i < claims.size(); i++) {
      byContent.put(List.of(claim(i).principals(), claim(i).proposition()), i);
    }
    for (List<Object> content : byContent.keySet()) {
      List<Integer> alike = byContent.get(content);
      for (int i = 0; i < alike.size(); i++) {
        for (int j = i + 1; j < alike.size(); j++) {
          addContent(alike.get(i), alike.get(j), pairs);
        }
      }
    }
  }

  private void addContent(int first, int second, Map<Long, Pair> pairs) {
    Claim one = claim(first);
    Claim other = claim(second);
    boolean haveTexts =
        !Sets.intersection(
                requireNonNull(sources.get(coder(first))),
                requireNonNull(sources.get(coder(second))))
            .isEmpty();
    if (coder(first).equals(coder(second))
        || !haveTexts
        || !overlap(one.asserted(), other.asserted())) {
      return;
    }
    Pair pair =
        new Pair(
            first,
            second,
            false,
            one.asserted().hasSameMeaning(other.asserted()) ? 1 : 0.5,
            3,
            evidenceSharedWith(other, one),
            evidenceSharedWith(one, other));
    pairs.putIfAbsent(key(pair), pair);
  }

  /** Returns the index of the first evidence of a claim from a source that another cites too. */
  private static int evidenceSharedWith(Claim other, Claim claim) {
    for (int i = 0; i < claim.evidence().size(); i++) {
      String source = claim.evidence().get(i).source();
      if (other.evidence().stream().anyMatch(piece -> piece.source().equals(source))) {
        return i;
      }
    }
    return 0;
  }

  private ImmutableList<ImmutableSortedMap<String, CodedClaim>> joined(List<Pair> bestFirst) {
    List<Map<String, CodedClaim>> units = new ArrayList<>();
    List<Optional<Integer>> evidence = new ArrayList<>();
    for (ImmutableList<CodedClaim> codings : claims) {
      Map<String, CodedClaim> unit = new LinkedHashMap<>();
      codings.forEach(coded -> unit.put(coded.coder(), coded));
      units.add(unit);
      evidence.add(
          codings.stream().filter(CodedClaim::readsEvidence).map(CodedClaim::evidence).findFirst());
    }
    int[] unitOf = new int[claims.size()];
    for (int i = 0; i < unitOf.length; i++) {
      unitOf[i] = i;
    }
    for (Pair pair : bestFirst) {
      int kept = unitOf[pair.first];
      int absorbed = unitOf[pair.second];
      if (kept == absorbed
          || !Sets.intersection(units.get(kept).keySet(), units.get(absorbed).keySet()).isEmpty()) {
        continue;
      }
      evidence.set(pair.first, evidence.get(pair.first).or(() -> Optional.of(pair.firstEvidence)));
      evidence.set(
          pair.second, evidence.get(pair.second).or(() -> Optional.of(pair.secondEvidence)));
      units.get(kept).putAll(units.get(absorbed));
      units.get(absorbed).clear();
      for (int i = 0; i < unitOf.length; i++) {
        unitOf[i] = unitOf[i] == absorbed ? kept : unitOf[i];
      }
    }
    for (int i = 0; i < unitOf.length; i++) {
      int at = evidence.get(i).orElse(0);
      for (CodedClaim coded : claims.get(i)) {
        units.get(unitOf[i]).put(coded.coder(), coded.at(at));
      }
    }
    return units.stream()
        .filter(unit -> !unit.isEmpty())
        .map(ImmutableSortedMap::copyOf)
        .sorted(
            Comparator.comparing((ImmutableSortedMap<String, CodedClaim> u) -> u.firstKey())
                .thenComparing(u -> requireNonNull(u.firstEntry()).getValue().claim().id()))
        .collect(ImmutableList.toImmutableList());
  }
}
