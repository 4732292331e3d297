package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.examples.benchmarks.FlatDossier.ClaimRow;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;

/**
 * Questions drawn at random, always the same for the same dossier, so that the library and its
 * peers answer the same ones.
 *
 * @param dates the dates of the questions
 * @param typical parties and propositions with at least one claim
 * @param withManyClaims the ten parties and propositions with the most claims
 * @param pairs pairs of parties
 * @param propositions numbers of propositions
 * @param searches the terms of searches, each of which finds at least one claim
 */
record BenchmarkQuestions(
    List<LocalDate> dates,
    List<PartyAndProposition> typical,
    List<PartyAndProposition> withManyClaims,
    List<PartyPair> pairs,
    List<Integer> propositions,
    List<SearchTerms> searches) {
  private static final int DATE_COUNT = 16;
  private static final int QUESTION_COUNT = 4096;
  private static final int MANY_CLAIMS_COUNT = 10;
  private static final int HALF_YEAR = 180;

  /** A party and a proposition by their numbers. */
  record PartyAndProposition(int party, int proposition) {}

  /** Two parties by their numbers. */
  record PartyPair(int first, int second) {}

  /** Draws the questions for a dossier. */
  static BenchmarkQuestions of(FlatDossier flat) {
    SplittableRandom random = new SplittableRandom(17);
    List<PartyAndProposition> all = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int firstDay = Integer.MAX_VALUE;
    int lastDay = Integer.MIN_VALUE;
    for (StanceRow row : flat.stanceRows()) {
      PartyAndProposition pair = new PartyAndProposition(row.party(), row.proposition());
      if (all.isEmpty() || !all.get(all.size() - 1).equals(pair)) {
        all.add(pair);
        sizes.add(0);
      }
      sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
      firstDay = Math.min(firstDay, row.day());
      lastDay = Math.max(lastDay, row.day());
    }
    List<Integer> bySize = new ArrayList<>(sizes.size());
    for (int i = 0; i < sizes.size(); i++) {
      bySize.add(i);
    }
    bySize.sort(Comparator.comparing((Integer i) -> sizes.get(i)).reversed());
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < DATE_COUNT; i++) {
      dates.add(LocalDate.ofEpochDay(random.nextInt(firstDay, lastDay + 1)));
    }
    List<PartyPair> pairs = new ArrayList<>();
    List<Integer> propositions = new ArrayList<>();
    List<SearchTerms> searches = new ArrayList<>();
    List<PartyAndProposition> typical = new ArrayList<>();
    int parties = flat.parties().size();
    for (int i = 0; i < QUESTION_COUNT; i++) {
      typical.add(all.get(random.nextInt(all.size())));
      int first = random.nextInt(parties);
      pairs.add(new PartyPair(first, (first + random.nextInt(1, parties)) % parties));
      propositions.add(random.nextInt(flat.propositions().size()));
      ClaimRow claim = flat.claims().get(random.nextInt(flat.claims().size()));
      searches.add(
          new SearchTerms(
              claim.principal(),
              claim.proposition(),
              claim.force(),
              claim.stance(),
              claim.latest() - random.nextInt(HALF_YEAR),
              claim.latest() + random.nextInt(HALF_YEAR)));
    }
    return new BenchmarkQuestions(
        dates,
        typical,
        bySize.subList(0, MANY_CLAIMS_COUNT).stream().map(all::get).toList(),
        pairs,
        propositions,
        searches);
  }
}
