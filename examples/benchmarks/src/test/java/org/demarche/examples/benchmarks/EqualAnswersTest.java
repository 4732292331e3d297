package org.demarche.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Tally;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.examples.benchmarks.BenchmarkPeer.StanceChange;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyAndProposition;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyPair;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Force;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.network.AgreementQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that every peer and the floor give the same answers as the library, on a dossier of 10,000
 * claims. The peers know the dates, ranks and administrations of claims, but not how claims that
 * are implied, told by another state, or answered are weighed. Therefore the dossier has none.
 *
 * <p>A bare stance is compared with a full position. It must be absent exactly where the position
 * is unknown; it must be the stance of a known position, and the stance of one of the sides of a
 * contested position.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EqualAnswersTest {
  /** Returns the names of the peers that answer with stances. */
  static List<String> peers() {
    return List.of(
        "sqlite", "h2", "duckdb", "duckdb-asof", "cqengine", "tablesaw", "streams", "floor");
  }

  /** Returns the names of the peers that search claims. */
  static List<String> claimPeers() {
    return List.of(
        "sqlite", "h2", "duckdb", "cqengine", "cqengine-fit", "tablesaw", "streams", "floor");
  }

  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(1991, 6, 30),
          LocalDate.of(2004, 2, 29),
          LocalDate.of(2017, 10, 31),
          LocalDate.of(2026, 1, 1));

  private final GeneratedDossier generated = GeneratedDossier.of(10_000);
  private final List<DossierRecord> records =
      generated.records().map(EqualAnswersTest::unweighed).toList();
  private final FlatDossier flat = FlatDossier.of(records.stream());
  private final Tracker tracker = Tracker.of(Dossier.of(records));
  private final BenchmarkQuestions questions = BenchmarkQuestions.of(flat);

  /** Returns a record without what makes claims be weighed against one another. */
  private static DossierRecord unweighed(DossierRecord record) {
    if (record instanceof Source source) {
      return Source.builder()
          .id(source.id())
          .outlet("agency-0")
          .title(source.title())
          .published(source.published())
          .build();
    }
    if (record instanceof Proposition proposition) {
      return Proposition.builder()
          .id(proposition.id())
          .issue(proposition.issue())
          .text(proposition.text())
          .build();
    }
    return record instanceof Claim claim
        ? Claim.builder().from(claim).respondsTo(List.of()).build()
        : record;
  }

  @ParameterizedTest
  @MethodSource("peers")
  void all_bare_stances_at_a_date_agree_with_the_positions_of_the_library(String name) {
    try (BenchmarkPeer peer = BenchmarkPeer.of(name, flat)) {
      for (LocalDate date : DATES) {
        Tracker then = tracker.asOf(date);
        int[] stances = peer.stances(FlatDossier.day(date));
        for (int i = 0; i < stances.length; i++) {
          int proposition = i % flat.propositions().size();
          int party = i / flat.propositions().size();
          assertAgrees(stances[i], position(then, party, proposition));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_bare_stance_agrees_with_the_position_of_the_library(String name) {
    try (BenchmarkPeer peer = BenchmarkPeer.of(name, flat)) {
      for (LocalDate date : DATES) {
        Tracker then = tracker.asOf(date);
        for (PartyAndProposition pair : somePairs()) {
          int day = FlatDossier.day(date);
          assertAgrees(
              peer.stance(pair.party(), pair.proposition(), day),
              position(then, pair.party(), pair.proposition()));
          for (LocalDate known : List.of(date, date.minusYears(1), date.plusDays(40))) {
            assertAgrees(
                peer.stance(pair.party(), pair.proposition(), day, FlatDossier.day(known)),
                position(then.knownAt(known), pair.party(), pair.proposition()));
          }
        }
      }
    }
  }

  @Test
  void outcomes_and_stance_grids_agree_with_full_positions() {
    for (LocalDate date : DATES) {
      Tracker then = tracker.asOf(date);
      StanceGrid stances = then.stanceGrid(ActorKind.STATE);
      for (String party : flat.parties()) {
        for (String proposition : flat.propositions()) {
          PositionOutcome expected = then.position(party, proposition).outcome();
          assertThat(then.outcome(party, proposition)).isEqualTo(expected);
          assertThat(stances.outcome(party, proposition)).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_comparison_of_two_parties_agrees_with_the_comparison_of_the_library(String name) {
    try (BenchmarkPeer peer = BenchmarkPeer.of(name, flat)) {
      for (LocalDate date : DATES) {
        for (PartyPair pair : questions.pairs().subList(0, 5)) {
          int[] stances = peer.compare(pair.first(), pair.second(), FlatDossier.day(date));
          Map<String, Relation> relations =
              tracker
                  .asOf(date)
                  .compare(flat.parties().get(pair.first()), flat.parties().get(pair.second()))
                  .rows()
                  .stream()
                  .collect(Collectors.toMap(Relation::proposition, relation -> relation));
          for (int on = 0; on < flat.propositions().size(); on++) {
            Relation relation = relations.get(flat.propositions().get(on));
            if (relation == null) {
              assertThat(stances[2 * on]).isEqualTo(BenchmarkPeer.NONE);
              assertThat(stances[2 * on + 1]).isEqualTo(BenchmarkPeer.NONE);
            } else {
              assertAgrees(stances[2 * on], relation.first());
              assertAgrees(stances[2 * on + 1], relation.second());
            }
          }
        }
      }
    }
  }

  /**
   * Compares without the contested positions, because the agreement of the library leaves them out.
   */
  @ParameterizedTest
  @MethodSource("peers")
  void the_agreement_of_all_pairs_equals_the_agreement_of_the_library(String name) {
    for (LocalDate date : DATES) {
      Tracker then = tracker.asOf(date);
      List<StanceRow> rows =
          flat.stanceRows().stream()
              .filter(
                  b ->
                      position(then, b.party(), b.proposition()).outcome()
                          != PositionOutcome.CONTESTED)
              .toList();
      FlatDossier uncontested =
          new FlatDossier(
              flat.parties(), flat.propositions(), flat.principals(), rows, flat.claims());
      Map<String, Tally> tallies = new HashMap<>();
      for (Tally tally : AgreementQuery.of(then).all().pairs()) {
        tallies.put(tally.first() + " " + tally.second(), tally);
        tallies.put(tally.second() + " " + tally.first(), tally);
      }
      try (BenchmarkPeer peer = BenchmarkPeer.of(name, uncontested)) {
        int[] counts = peer.agreement(FlatDossier.day(date));
        int next = 0;
        for (int first = 0; first < flat.parties().size(); first++) {
          for (int second = first + 1; second < flat.parties().size(); second++) {
            Tally tally = tallies.get(flat.parties().get(first) + " " + flat.parties().get(second));
            assertThat(counts[next++]).isEqualTo(tally == null ? 0 : tally.joint());
            assertThat(counts[next++]).isEqualTo(tally == null ? 0 : tally.same());
          }
        }
      }
    }
  }

  /** Compares, for every party, at each day on which the peer or the library has a change. */
  @ParameterizedTest
  @MethodSource("peers")
  void changes_of_stance_agree_with_the_histories_of_the_library(String name) {
    try (BenchmarkPeer peer = BenchmarkPeer.of(name, flat)) {
      for (int on : List.of(0, 1, 2, 3, 4, 70, 111, 200, 499)) {
        List<StanceChange> bareChanges = peer.stanceChanges(on);
        for (int number = 0; number < flat.parties().size(); number++) {
          int party = number;
          List<StanceChange> own =
              bareChanges.stream().filter(change -> change.party() == party).toList();
          List<Change> changes =
              tracker.history(flat.parties().get(party), flat.propositions().get(on)).changes();
          Set<Integer> days = new TreeSet<>();
          own.forEach(change -> days.add(change.day()));
          changes.forEach(change -> days.add(day(change)));
          for (int day : days) {
            int bare =
                own.stream()
                    .filter(change -> change.day() <= day)
                    .reduce((earlier, later) -> later)
                    .map(StanceChange::stance)
                    .orElse(BenchmarkPeer.NONE);
            Set<Stance> ours =
                changes.stream()
                    .filter(change -> day(change) <= day)
                    .reduce((earlier, later) -> later)
                    .map(change -> unsuperseded(change.after()))
                    .orElse(Set.of());
            assertThat(ours.stream().map(Stance::ordinal)).contains(bare);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("claimPeers")
  void a_search_by_five_terms_finds_the_same_claims_as_the_library(String name) {
    try (BenchmarkPeer peer = BenchmarkPeer.of(name, flat)) {
      for (SearchTerms search : questions.searches().subList(0, 500)) {
        List<String> found =
            tracker
                .claims()
                .principal(flat.principals().get(search.principal()))
                .on(flat.propositions().get(search.proposition()))
                .force(Force.values()[search.force()])
                .stance(Stance.values()[search.stance()])
                .between(
                    LocalDate.ofEpochDay(search.first()).toString(),
                    LocalDate.ofEpochDay(search.last()).toString())
                .list()
                .stream()
                .map(claim -> claim.id())
                .toList();
        assertThat(
                Arrays.stream(peer.claims(search))
                    .mapToObj(number -> tracker.dossier().claims().get(number).id()))
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(found);
      }
    }
  }

  @Test
  void a_search_finds_the_same_claims_as_lucene() {
    try (LucenePeer lucene = LucenePeer.of(records.stream())) {
      for (String phrase : phrases()) {
        assertThat(
                Arrays.stream(lucene.claims(phrase))
                    .mapToObj(number -> tracker.dossier().claims().get(number).id()))
            .as(phrase)
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(mentioning(phrase));
      }
    }
  }

  /** The words of generated quotations are ASCII, so their letters tell where words end. */
  @Test
  void a_search_finds_the_same_claims_as_plain_text_search() {
    for (String phrase : phrases()) {
      Pattern words = Pattern.compile("(?<![a-z])" + phrase + "(?![a-z])");
      List<String> found =
          tracker.dossier().claims().stream()
              .filter(
                  claim ->
                      claim.evidence().stream()
                          .flatMap(evidence -> evidence.quote().stream())
                          .anyMatch(quote -> words.matcher(lowerCase(quote)).find()))
              .map(Claim::id)
              .toList();
      assertThat(mentioning(phrase)).as(phrase).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<String> mentioning(String phrase) {
    return tracker.claims().mentioning(phrase).list().stream().map(Claim::id).toList();
  }

  /**
   * Returns common phrases, and one to four words in a row from some quotations. None continues
   * across the quotation mark after "said that", which Lucene ignores and the library does not.
   */
  private List<String> phrases() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> phrases =
        new ArrayList<>(
            List.of(
                Vocabulary.commonPhrase(0), Vocabulary.commonPhrase(3), "it was said that", "we"));
    List<List<String>> quoted =
        tracker.dossier().claims().stream()
            .flatMap(claim -> claim.evidence().stream())
            .flatMap(evidence -> evidence.quote().stream())
            .map(quote -> List.of(lowerCase(quote).split("[^a-z]+")))
            .toList();
    while (phrases.size() < 40) {
      List<String> words = quoted.get(random.nextInt(quoted.size()));
      int first = random.nextInt(4, words.size() - 4);
      String phrase = String.join(" ", words.subList(first, first + random.nextInt(1, 5)));
      if (!phrase.startsWith("that ")) {
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  @Test
  void the_tables_read_from_a_file_equal_the_tables_that_were_written() {
    assertThat(BenchmarkDossier.of("10000").flat()).isEqualTo(FlatDossier.of(generated.records()));
  }

  @Test
  void the_generated_dossier_is_as_described() {
    assertThat(tracker.dossier().claims()).hasSize(10_000);
    assertThat(flat.parties()).hasSize(GeneratedDossier.STATES);
    assertThat(flat.propositions()).hasSize(GeneratedDossier.PROPOSITIONS);
    assertThat(share(c -> c.asserted().earliest().isEmpty())).isBetween(0.04, 0.06);
    assertThat(share(c -> c.asserted().isThroughout())).isBetween(0.015, 0.025);
    assertThat(share(c -> Integer.parseInt(c.proposition().substring(1)) < 70))
        .isBetween(0.09, 0.11);
    assertThat(tracker.dossier().warnings())
        .extracting(Problem::code)
        .containsOnly(Problem.Code.PERSON_IN_OFFICE, Problem.Code.UNCERTAIN_ADMINISTRATION);
    assertThat(tracker.stanceGrid(ActorKind.STATE).cells())
        .contains(
            PositionOutcome.FOR,
            PositionOutcome.AGAINST,
            PositionOutcome.UNCOMMITTED,
            PositionOutcome.CONTESTED,
            PositionOutcome.UNKNOWN);
  }

  private double share(Predicate<Claim> condition) {
    return tracker.dossier().claims().stream().filter(condition).count() / 10_000.0;
  }

  private List<PartyAndProposition> somePairs() {
    SplittableRandom random = new SplittableRandom(3);
    List<PartyAndProposition> pairs = new ArrayList<>(questions.typical().subList(0, 300));
    pairs.addAll(questions.withManyClaims());
    IntStream.range(0, 50)
        .mapToObj(
            i ->
                new PartyAndProposition(
                    random.nextInt(GeneratedDossier.STATES), random.nextInt(70)))
        .forEach(pairs::add);
    return pairs;
  }

  private Position position(Tracker then, int party, int proposition) {
    return then.position(flat.parties().get(party), flat.propositions().get(proposition));
  }

  private static int day(Change change) {
    return FlatDossier.day(change.after().viewpoint().asOf());
  }

  private static void assertAgrees(int bare, Position position) {
    Set<Stance> stances = unsuperseded(position);
    assertThat(
            bare == BenchmarkPeer.NONE
                ? stances.isEmpty()
                : stances.contains(Stance.values()[bare]))
        .as(() -> "bare " + bare + ", library " + position)
        .isTrue();
  }

  /** Returns the stances of the unsuperseded claims: one if known, several if contested. */
  private static Set<Stance> unsuperseded(Position position) {
    if (position instanceof Known known) {
      return EnumSet.of(known.stance());
    }
    return position instanceof Contested contested
        ? contested.sides().stream().map(side -> side.stance()).collect(Collectors.toSet())
        : Set.of();
  }
}
