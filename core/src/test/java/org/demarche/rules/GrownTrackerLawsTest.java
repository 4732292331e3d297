package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.demarche.Tracker;
import org.demarche.answer.Viewpoint;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;

/**
 * Laws of a tracker that grows by records of all types in any order that fits: claims given twice
 * with different evidence, drafts that are coded later, composites of propositions and successors
 * of states about which there are claims already.
 */
class GrownTrackerLawsTest {
  /** More outcomes than a state has rows, in the dossiers drawn here. */
  private static final int MANY = 150;

  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiersOfSeveralKinds();
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void a_tracker_that_grew_answers_like_one_of_all_records_at_once(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll long seed) {
    Random random = new Random(seed);
    boolean isWithDrafts = random.nextInt(4) == 0;
    Tracker grown = grown(dossier, isWithDrafts, random);
    assertThat(grown.dossier().claims()).hasSameSizeAs(dossier.claims());
    Tracker fresh = withDrafts(isWithDrafts, Tracker.of(grown.dossier()));
    assertThat(grown.viewpoint()).isEqualTo(fresh.viewpoint());
    assertSameOutcomes(grown, fresh);
    for (String day : GeneratedCases.DAYS) {
      assertSameOutcomes(grown.asOf(day), fresh.asOf(day));
    }
    AnswersInFull.assertSame(
        DossierVariants.tracker(grown, viewpoint), DossierVariants.tracker(fresh, viewpoint));
    Statistics.coverage(
        coverage -> coverage.check("reaches earlier claims").count(count -> count > 10));
  }

  private static void assertSameOutcomes(Tracker grown, Tracker fresh) {
    for (String party : GeneratedCases.PARTIES) {
      for (String proposition : GeneratedCases.PROPOSITIONS) {
        assertThat(grown.outcome(party, proposition)).isEqualTo(fresh.outcome(party, proposition));
      }
    }
    assertThat(grown.stanceGrid(ActorKind.STATE)).isEqualTo(fresh.stanceGrid(ActorKind.STATE));
  }

  private static Tracker withDrafts(boolean included, Tracker tracker) {
    return included ? tracker.withDrafts() : tracker;
  }

  /** Returns a tracker to which the records are added some at a time. */
  private static Tracker grown(Dossier dossier, boolean isWithDrafts, Random random) {
    List<DossierRecord> open = new ArrayList<>(records(dossier, random));
    Collections.shuffle(open, random);
    Tracker tracker = withDrafts(isWithDrafts, Tracker.of(Dossier.of()));
    while (!open.isEmpty()) {
      List<DossierRecord> fitting = new ArrayList<>();
      int most = 1 + random.nextInt(random.nextBoolean() ? 2 : 12);
      for (int i = 0; i < open.size() && fitting.size() < most; i++) {
        if (fits(tracker.dossier(), fitting, open.get(i))) {
          fitting.add(open.get(i));
        }
      }
      if (fitting.isEmpty()) { // two sources may refer to each other
        open.stream().filter(record -> !(record instanceof Claim)).forEach(fitting::add);
      }
      assertThat(fitting).isNotEmpty();
      fitting.forEach(open::remove);
      boolean reaches =
          !tracker.dossier().claims().isEmpty()
              && DossierIndex.reachesEarlierClaims(tracker.dossier(), fitting);
      Statistics.collect(reaches ? "reaches earlier claims" : "adds");
      Tracker before = tracker;
      askSome(before, random);
      tracker = before.plus(fitting);
      if (random.nextInt(8) == 0) { // what was asked of the larger one is not known to the smaller
        askSome(tracker, random);
        assertThat(before.stanceGrid(ActorKind.STATE))
            .isEqualTo(
                withDrafts(isWithDrafts, Tracker.of(before.dossier())).stanceGrid(ActorKind.STATE));
      }
    }
    return tracker;
  }

  /** Asks for the outcomes of some states so often that all of them are noted. */
  private static void askSome(Tracker tracker, Random random) {
    tracker.dossier().actors().stream()
        .filter(actor -> actor.kind() == ActorKind.STATE && random.nextInt(3) == 0)
        .forEach(
            state -> {
              for (int i = 0; i < MANY; i++) {
                assertThat(tracker.stanceGrid(state.id())).isNotNull();
              }
            });
  }

  private static boolean fits(Dossier dossier, List<DossierRecord> others, DossierRecord record) {
    try {
      dossier.plus(Iterables.concat(others, List.of(record)));
      return true;
    } catch (InvalidDossierException refersToLaterRecords) {
      return false;
    }
  }

  /** Returns the records, some claims in several: with single pieces of evidence, and as drafts. */
  private static List<DossierRecord> records(Dossier dossier, Random random) {
    List<DossierRecord> records = new ArrayList<>();
    Iterables.addAll(
        records,
        Iterables.concat(
            dossier.sources(), dossier.actors(), dossier.occasions(), dossier.propositions()));
    for (Claim claim : dossier.claims()) {
      if (!claim.isDraft() && random.nextInt(4) == 0) {
        Claim.Builder draft = Claim.builder().from(claim).draft(true);
        records.add((random.nextBoolean() ? draft : draft.proposition("c")).build());
      }
      for (Evidence piece : claim.evidence()) {
        records.add(claim.withEvidence(List.of(piece)));
      }
    }
    return records;
  }
}
