package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers are equal to those of one Tracker in memory, however the lines are divided. */
class SparkAnswersTest {
  private static final AskedDays THAAD_DAYS =
      AskedDays.asOf(LocalDate.parse("2022-08-11")).since(LocalDate.parse("2017-01-01"));

  @TempDir private Path folder;

  private void assertEqual(Dossier dossier, AskedDays days, int partitions) throws IOException {
    Path input = ShuffledLines.write(dossier, folder.resolve("in-" + partitions), partitions);
    AllAnswers.assertEqual(input, dossier, days, partitions);
  }

  @Test
  void the_answers_on_the_thaad_dispute_are_equal_at_1_2_and_7_partitions() throws IOException {
    for (int partitions : List.of(1, 2, 7)) {
      assertEqual(ExampleDossiers.thaad(), THAAD_DAYS, partitions);
    }
  }

  @Test
  void positions_of_which_only_some_evidence_was_known_are_equal() throws IOException {
    assertEqual(ExampleDossiers.thaad(), THAAD_DAYS.knownAt(LocalDate.parse("2018-01-01")), 2);
  }

  @Test
  void the_answers_on_paris_are_equal() throws IOException {
    assertEqual(ExampleDossiers.paris(), AskedDays.asOf(LocalDate.parse("2020-01-01")), 2);
  }

  @Test
  void the_answers_on_generated_claims_of_every_kind_are_equal() throws IOException {
    Path input =
        ShuffledLines.write(
            new GeneratedCorpus(2000, 12, 40, 10).records(), folder.resolve("generated"), 7);
    AskedDays days =
        AskedDays.asOf(LocalDate.parse("2015-06-30")).since(LocalDate.parse("2005-01-01"));
    AllAnswers.assertEqual(input, Dossiers.read(input), days, 7);
  }

  @Test
  void a_slice_read_into_memory_compares_its_parties_as_the_whole_does() throws IOException {
    Tracker whole = Tracker.of(ExampleDossiers.thaad()).asOf("2022-08-11");
    Path input = ShuffledLines.write(whole.dossier(), folder.resolve("slice"), 2);
    try (ClaimsOnSpark claims = ClaimsOnSpark.read(SparkSessions.local(2), input.toString())) {
      Tracker slice =
          Tracker.of(claims.slice(Set.of("rok", "prc"), Set.of("three-nos"))).asOf("2022-08-11");
      assertThat(slice.dossier().claims().size()).isLessThan(whole.dossier().claims().size());
      assertThat(slice.relation("rok", "prc", "three-nos"))
          .isEqualTo(whole.relation("rok", "prc", "three-nos"));
      assertThat(slice.history("rok", "three-nos").print())
          .isEqualTo(whole.history("rok", "three-nos").print());
    }
  }

  @Test
  void a_slice_of_a_party_without_claims_has_what_media_report() throws IOException {
    Tracker whole = Tracker.of(ExampleDossiers.thaad()).asOf("2022-08-11");
    Path input = ShuffledLines.write(whole.dossier(), folder.resolve("reports"), 2);
    try (ClaimsOnSpark claims = ClaimsOnSpark.read(SparkSessions.local(2), input.toString())) {
      Tracker slice =
          Tracker.of(claims.slice(Set.of("usa", "rok"), Set.of("3n-promise"))).asOf("2022-08-11");
      assertThat(whole.claims().party("usa").on("3n-promise").list()).isEmpty();
      assertThat(slice.explain("usa", "3n-promise").page().print())
          .isEqualTo(whole.explain("usa", "3n-promise").page().print())
          .contains("ET22-08");
      assertThat(slice.relation("usa", "rok", "3n-promise"))
          .isEqualTo(whole.relation("usa", "rok", "3n-promise"));
    }
  }

  @Test
  void slices_of_generated_claims_explain_and_compare_as_the_whole_does() throws IOException {
    Path input =
        ShuffledLines.write(
            new GeneratedCorpus(600, 8, 20, 0).records(), folder.resolve("generated"), 2);
    Tracker whole = Tracker.of(Dossiers.read(input)).asOf("2015-06-30");
    try (ClaimsOnSpark claims = ClaimsOnSpark.read(SparkSessions.local(2), input.toString())) {
      for (String proposition : List.of("p1", "p10", "p19")) {
        Tracker slice =
            Tracker.of(claims.slice(Set.of("s3", "s5", "o1"), Set.of(proposition)))
                .asOf("2015-06-30");
        for (String party : List.of("s3", "s5", "o1")) {
          assertThat(slice.explain(party, proposition).page().print())
              .isEqualTo(whole.explain(party, proposition).page().print());
          assertThat(slice.history(party, proposition).print())
              .isEqualTo(whole.history(party, proposition).print());
        }
        assertThat(slice.relation("s3", "s5", proposition))
            .isEqualTo(whole.relation("s3", "s5", proposition));
        assertThat(slice.relation("o1", "s5", proposition))
            .isEqualTo(whole.relation("o1", "s5", proposition));
      }
    }
  }

  @Test
  void what_does_not_fit_is_left_out_as_in_memory() throws IOException {
    List<DossierRecord> sound = new ArrayList<>(new GeneratedCorpus(1000, 8, 30, 0).records());
    Collections.shuffle(sound, new Random(1));
    List<DossierRecord> torn = sound.subList(sound.size() / 40, sound.size());
    Path input = ShuffledLines.write(torn, folder.resolve("torn"), 3);
    Set<String> places = new TreeSet<>();
    Dossier left = inMemory(input, places);
    AskedDays days =
        AskedDays.asOf(LocalDate.parse("2015-06-30")).since(LocalDate.parse("2005-01-01"));
    for (int claimsPerBatch : List.of(10, 10_000)) {
      assertLeftOut(input, claimsPerBatch, days, List.copyOf(places), AllAnswers.of(left, days));
    }
    assertThat(places).hasSizeGreaterThan(20);
  }

  /** Reads what fits, and adds the file and line of each record that does not. */
  private static Dossier inMemory(Path input, Collection<String> places) {
    return Dossiers.reader()
        .leaveOutInvalid(
            problem -> {
              Problem.Place at = problem.place().orElseThrow();
              places.add(Path.of(at.file()).getFileName() + ":" + at.line());
            })
        .read(input);
  }

  private static void assertLeftOut(
      Path input, int claimsPerBatch, AskedDays days, List<String> places, AllAnswers expected) {
    try (ClaimsOnSpark claims =
            ClaimsOnSpark.read(SparkSessions.local(3), input.toString(), claimsPerBatch);
        DerivedAnswers derived = claims.derive(days)) {
      List<String> rejects =
          derived.rejects().collectAsList().stream()
              .map(row -> row.getString(0) + ":" + row.getInt(1))
              .sorted()
              .toList();
      assertThat(rejects).isEqualTo(places);
      assertThat(AllAnswers.of(derived)).isEqualTo(expected);
    }
  }

  /** Of two different lines with one id the first counts, whatever groups they would go to. */
  @Test
  void of_two_lines_of_one_id_the_first_by_the_bytes_of_the_names_of_files_counts()
      throws IOException {
    List<DossierRecord> records =
        List.of(
            Actor.builder().id("m").name("M").kind(ActorKind.MEDIA).build(),
            state("a"),
            state("y"),
            state("n"),
            Actor.builder()
                .id("o")
                .name("O")
                .kind(ActorKind.ORGANISATION)
                .addMembers(Membership.of("n"))
                .build(),
            Source.builder().id("s").outlet("m").title("T").published(When.parse("2017")).build(),
            Proposition.builder().id("p").issue("i").text("It is so.").build());
    Path input = Files.createDirectories(folder.resolve("twice"));
    Dossiers.write(records.stream(), input.resolve("a.jsonl"));
    Dossiers.write(Stream.of(claim(List.of("o", "y"), "a")), input.resolve("\uFF41.jsonl"));
    Dossiers.write(Stream.of(claim(List.of("y"), "a", "o")), input.resolve("\uD83D\uDE00.jsonl"));
    List<String> places = new ArrayList<>();
    Dossier left = inMemory(input, places);
    AskedDays days = AskedDays.asOf(LocalDate.parse("2018-01-01"));
    assertThat(left.claim("c").orElseThrow().principals()).containsExactly("a");
    assertThat(places).containsExactly("\uD83D\uDE00.jsonl:2");
    assertLeftOut(input, 1, days, places, AllAnswers.of(left, days));
    assertLeftOut(input, 10, days, places, AllAnswers.of(left, days));
    try (ClaimsOnSpark claims = ClaimsOnSpark.read(SparkSessions.local(2), input.toString())) {
      assertThat(
              Tracker.of(claims.slice(Set.of("n"), Set.of("p"))).explain("n", "p").page().print())
          .isEqualTo(Tracker.of(left).explain("n", "p").page().print());
    }
  }

  private static Actor state(String id) {
    return Actor.builder().id(id).name(id).kind(ActorKind.STATE).build();
  }

  private static Claim claim(List<String> speakers, String... principals) {
    return Claim.builder()
        .id("c")
        .speakers(speakers)
        .principals(List.of(principals))
        .asserted(When.parse("2017"))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("s").mode(Mode.RECORDED).build())
        .build();
  }
}
