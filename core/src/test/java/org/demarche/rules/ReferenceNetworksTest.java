package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Tally;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.network.DuplicateCounting;
import org.demarche.network.Kernel;
import org.demarche.rules.ReferenceNetworks.Divisor;
import org.demarche.rules.ReferenceNetworks.Measure;
import org.demarche.rules.ReferenceNetworks.Role;
import org.demarche.rules.ReferenceNetworks.Utterance;

/** Laws that networks from any viewpoint equal those of the reference implementation. */
class ReferenceNetworksTest {
  private static final double NEAR = 1e-9;
  private static final String QUOTE = "It is so.";

  /** The options of a query for congruence. */
  record Options(
      Role role,
      boolean tiesPropositions,
      Measure measure,
      Divisor divisor,
      DuplicateCounting duplicates,
      boolean leavesOutUncommitted) {
    CongruenceQuery of(Tracker tracker) {
      CongruenceQuery query = CongruenceQuery.of(tracker).duplicates(duplicates);
      query =
          switch (role) {
            case STATES -> query.amongStates();
            case PRINCIPALS -> query.amongPrincipals();
            case SPEAKERS -> query.amongSpeakers();
          };
      query =
          switch (measure) {
            case CONGRUENCE -> query.congruence();
            case CONFLICT -> query.conflict();
            case SUBTRACT -> query.subtractingConflict();
            case IGNORE -> query.ignoringStance();
          };
      query =
          switch (divisor) {
            case NONE -> query;
            case AVERAGE -> query.byAverageActivity();
            case PRODUCT -> query.byProduct();
            case JACCARD -> query.byJaccard();
            case COSINE -> query.byNorms();
          };
      query = tiesPropositions ? query.ofPropositions() : query;
      return leavesOutUncommitted ? query.withoutUncommitted() : query;
    }

    AffiliationQuery affiliation(Tracker tracker) {
      AffiliationQuery query = AffiliationQuery.of(tracker).duplicates(duplicates);
      query =
          switch (role) {
            case STATES -> query.amongStates();
            case PRINCIPALS -> query.amongPrincipals();
            case SPEAKERS -> query.amongSpeakers();
          };
      return leavesOutUncommitted ? query.withoutUncommitted() : query;
    }

    /** Returns the utterances of which the network consists, duplicates included. */
    List<Utterance> all(Dossier dossier, Viewpoint viewpoint) {
      return ReferenceNetworks.utterances(dossier, ReferenceView.of(viewpoint), role).stream()
          .filter(u -> !leavesOutUncommitted || u.claim().stance() != Stance.UNCOMMITTED)
          .map(utterance -> tiesPropositions ? utterance.transposed() : utterance)
          .toList();
    }

    /** Returns the utterances that count in a network of a measure. */
    List<Utterance> counted(List<Utterance> all) {
      return ReferenceNetworks.withoutDuplicates(all, duplicates, measure == Measure.IGNORE);
    }
  }

  @Provide
  Arbitrary<Options> options() {
    return Combinators.combine(
            Arbitraries.of(Role.class),
            Arbitraries.of(true, false),
            Arbitraries.of(Measure.class),
            Arbitraries.of(Divisor.class),
            Arbitraries.of(DuplicateCounting.class),
            Arbitraries.of(true, false, false))
        .as(Options::new);
  }

  @Provide
  Arbitrary<Viewpoint> viewpoints() {
    return GeneratedCases.viewpoints();
  }

  /**
   * Returns dossiers in which the places of quotations are noted, so that order depends on them.
   */
  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(
            GeneratedCases.dossiers(),
            GeneratedCases.manyRankedClaimsDossiers(),
            GeneratedCases.rivalDossiers())
        .map(ReferenceNetworksTest::withSelectors);
  }

  private static Dossier withSelectors(Dossier dossier) {
    return DossierVariants.withClaims(
        dossier,
        dossier.claims().stream()
            .map(
                claim ->
                    Claim.builder()
                        .from(claim)
                        .evidence(
                            claim.evidence().stream()
                                .map(piece -> withSelector(piece, claim.id().hashCode() % 3))
                                .toList())
                        .build())
            .toList());
  }

  private static Evidence withSelector(Evidence piece, int start) {
    Evidence.Builder noted =
        Evidence.builder()
            .source(piece.source())
            .mode(piece.mode())
            .via(piece.via())
            .selector(start, start + QUOTE.length());
    return piece.quote().isPresent() ? noted.quote(QUOTE).build() : piece;
  }

  private static void assertClose(ImmutableDoubleArray values, List<Double> expected) {
    assertThat(values.length()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(values.get(i)).isCloseTo(expected.get(i), within(NEAR));
    }
  }

  @Property(tries = 400)
  void congruence_sums_over_the_pairs_of_claims_that_a_viewpoint_shows(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("options") Options options) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    assertSums(options.of(tracker).network(), options, options.all(dossier, viewpoint));
  }

  private static void assertSums(Network network, Options options, List<Utterance> all) {
    List<String> nodes = ReferenceNetworks.ids(all, Utterance::node);
    assertThat(network.rows()).isEqualTo(nodes);
    assertClose(
        network.values(),
        ReferenceNetworks.oneMode(
            nodes, options.counted(all), options.measure(), options.divisor(), u -> 1));
  }

  @Property(tries = 100)
  void congruence_of_selected_claims_sums_over_the_pairs_of_these(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("options") Options options) {
    Tracker whole = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    Tracker tracker = whole.only(whole.claims().on("a").find());
    assertSums(options.of(tracker).network(), options, options.all(dossier, tracker.viewpoint()));
  }

  @Property(tries = 60)
  void each_window_sums_over_the_pairs_of_claims_in_it(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("options") Options options) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    List<Utterance> all = options.all(dossier, viewpoint);
    List<Utterance> counted = options.counted(all);
    if (!counted.isEmpty()) {
      int width = Math.max(1, (int) days(counted) / 2);
      List<String> nodes = ReferenceNetworks.ids(all, Utterance::node);
      List<Network> windows = options.of(tracker).windows(width).toList();
      assertThat(windows).hasSize((int) days(counted) - 2 * half(width));
      for (int i = 0; i < windows.size(); i += 20) {
        LocalDate middle = first(counted).plusDays(half(width) + i);
        assertThat(windows.get(i).day()).hasValue(middle);
        List<Utterance> inside = around(middle, half(width), counted);
        assertThat(windows.get(i).claims()).hasValue(claims(inside));
        assertClose(
            windows.get(i).values(),
            ReferenceNetworks.oneMode(nodes, inside, options.measure(), options.divisor(), u -> 1));
      }
    }
  }

  @Property(tries = 60)
  void each_smoothed_network_weights_the_claims_by_their_distance(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("options") Options options,
      @ForAll Kernel kernel) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    List<Utterance> all = options.all(dossier, viewpoint);
    if (!all.isEmpty()) {
      int width = Math.max(1, (int) days(all) / 2);
      List<String> nodes = ReferenceNetworks.ids(all, Utterance::node);
      List<Network> windows =
          options.of(tracker).duplicates(DuplicateCounting.ALL).smoothed(kernel, width).toList();
      assertThat(windows).hasSize((int) days(all) - 2 * half(width));
      for (int i = 0; i < windows.size(); i += 20) {
        LocalDate middle = first(all).plusDays(half(width) + i);
        List<Utterance> weighted =
            all.stream().filter(u -> weight(kernel, width, middle, u) > 0).toList();
        assertThat(windows.get(i).claims()).hasValue(claims(weighted));
        assertClose(
            windows.get(i).values(),
            ReferenceNetworks.oneMode(
                nodes,
                weighted,
                options.measure(),
                options.divisor(),
                u -> weight(kernel, width, middle, u)));
      }
    }
  }

  private static double weight(Kernel kernel, int width, LocalDate middle, Utterance utterance) {
    return kernel.weight(2.0 * ChronoUnit.DAYS.between(utterance.day(), middle) / width);
  }

  private static LocalDate first(List<Utterance> all) {
    return all.stream().map(Utterance::day).min(LocalDate::compareTo).orElseThrow();
  }

  private static long days(List<Utterance> all) {
    LocalDate last = all.stream().map(Utterance::day).max(LocalDate::compareTo).orElseThrow();
    return ChronoUnit.DAYS.between(first(all), last) + 1;
  }

  private static int half(int width) {
    return (int) Math.round((width - 1) / 2.0);
  }

  private static List<Utterance> around(LocalDate middle, int half, List<Utterance> all) {
    Range<LocalDate> days = Range.closed(middle.minusDays(half), middle.plusDays(half));
    return all.stream().filter(utterance -> days.contains(utterance.day())).toList();
  }

  private static int claims(List<Utterance> all) {
    return (int) all.stream().map(utterance -> utterance.claim().id()).distinct().count();
  }

  @Property(tries = 200)
  void affiliation_counts_the_claims_of_each_actor_on_each_proposition(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll("options") Options any) {
    Options options =
        new Options(
            any.role,
            false,
            Measure.CONGRUENCE,
            any.divisor,
            any.duplicates,
            any.leavesOutUncommitted);
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    List<Utterance> all = options.all(dossier, viewpoint);
    List<Utterance> counted = options.counted(all);
    List<Utterance> ofAnyStance =
        ReferenceNetworks.withoutDuplicates(all, options.duplicates, true);
    AffiliationQuery query = options.affiliation(tracker);
    Network balance = query.network();
    Network codes = query.combiningStances().network();
    Network counts = query.ignoringStance().network();
    Network shares = query.byActivity().network();
    Network ofProminence = query.ignoringStance().byProminence().network();
    assertThat(balance.rows()).isEqualTo(ReferenceNetworks.ids(all, Utterance::node));
    assertThat(balance.columns()).isEqualTo(ReferenceNetworks.ids(all, Utterance::matter));
    for (String row : balance.rows()) {
      for (String column : balance.columns()) {
        long pro = ReferenceNetworks.count(row, column, Stance.FOR, counted);
        long contra = ReferenceNetworks.count(row, column, Stance.AGAINST, counted);
        assertThat(balance.value(row, column)).hasValue((double) (pro - contra));
        assertThat(codes.value(row, column))
            .hasValue(pro > 0 && contra > 0 ? 3 : pro > 0 ? 1 : contra > 0 ? 2 : 0);
        long activity = counted.stream().filter(u -> u.node().equals(row)).count();
        assertThat(shares.value(row, column).orElseThrow())
            .isCloseTo((double) (pro - contra) / (double) activity, within(NEAR));
        long count =
            ofAnyStance.stream()
                .filter(u -> u.node().equals(row) && u.matter().equals(column))
                .count();
        long prominence = ofAnyStance.stream().filter(u -> u.matter().equals(column)).count();
        assertThat(counts.value(row, column)).hasValue((double) count);
        assertThat(ofProminence.value(row, column).orElseThrow())
            .isCloseTo((double) count / (double) prominence, within(NEAR));
      }
    }
  }

  private static List<PositionOutcome> held(
      Map<String, List<PositionOutcome>> outcomes, String party) {
    return outcomes.getOrDefault(party, List.of());
  }

  @Property(tries = 100)
  void agreement_counts_the_propositions_on_which_two_outcomes_are_the_same(
      @ForAll("dossiers") Dossier dossier,
      @ForAll("viewpoints") Viewpoint viewpoint,
      @ForAll ActorKind kind) {
    Tracker tracker = DossierVariants.tracker(Tracker.of(dossier), viewpoint);
    List<String> parties =
        dossier.actors().stream().filter(a -> a.kind() == kind).map(Actor::id).sorted().toList();
    AgreementQuery query = AgreementQuery.of(tracker, kind);
    Map<String, List<PositionOutcome>> outcomes = new TreeMap<>();
    for (String party : parties) {
      outcomes.put(
          party, GeneratedCases.PROPOSITIONS.stream().map(p -> tracker.outcome(party, p)).toList());
    }
    for (String one : parties) {
      for (String other : parties) {
        if (!one.equals(other)) {
          assertTally(query.between(one, other), held(outcomes, one), held(outcomes, other));
        }
      }
    }
    query
        .all()
        .pairs()
        .forEach(
            tally ->
                assertTally(tally, held(outcomes, tally.first()), held(outcomes, tally.second())));
    Set<String> holding =
        parties.stream()
            .filter(
                party -> held(outcomes, party).stream().anyMatch(ReferenceNetworksTest::isKnown))
            .collect(Collectors.toSet());
    assertThat(query.all().parties()).containsExactlyInAnyOrderElementsOf(holding);
    long contested =
        IntStream.range(0, GeneratedCases.PROPOSITIONS.size())
            .filter(
                i ->
                    outcomes.values().stream()
                            .map(ofParty -> ofParty.get(i))
                            .filter(ReferenceNetworksTest::isKnown)
                            .distinct()
                            .count()
                        > 1)
            .count();
    assertThat(query.contestedOnly().all().propositions()).isEqualTo((int) contested);
  }

  private static boolean isKnown(PositionOutcome outcome) {
    return outcome != PositionOutcome.CONTESTED && outcome != PositionOutcome.UNKNOWN;
  }

  private static void assertTally(
      Tally tally, List<PositionOutcome> one, List<PositionOutcome> other) {
    int joint = 0;
    int same = 0;
    int opposed = 0;
    for (int i = 0; i < one.size(); i++) {
      if (isKnown(one.get(i)) && isKnown(other.get(i))) {
        joint++;
        same += one.get(i) == other.get(i) ? 1 : 0;
        opposed +=
            EnumSet.of(one.get(i), other.get(i))
                    .equals(Set.of(PositionOutcome.FOR, PositionOutcome.AGAINST))
                ? 1
                : 0;
      }
    }
    assertThat(tally.joint()).isEqualTo(joint);
    assertThat(tally.same()).isEqualTo(same);
    assertThat(tally.opposed()).isEqualTo(opposed);
  }
}
