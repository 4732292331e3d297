package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that are made to take long to check. Each bound is far above what they take. */
@Timeout(60)
class HostileRecordsTest {
  private static Proposition.Builder proposition(String id) {
    return Proposition.builder().id(id).issue("i").text("It is so.");
  }

  private static Stream<Proposition> chain(int length, Stance stance) {
    return Stream.concat(
        Stream.of(proposition("z").build(), proposition("p" + length).build()),
        IntStream.range(0, length)
            .mapToObj(
                i ->
                    proposition("p" + i)
                        .parts(Map.of("p" + (i + 1), stance, "z", Stance.FOR))
                        .build()));
  }

  private static Proposition withPart(Proposition whole, String part) {
    Map<String, Stance> parts = new HashMap<>(whole.parts());
    parts.put(part, Stance.FOR);
    return Proposition.builder().from(whole).parts(parts).build();
  }

  private static List<Problem> problems(Stream<? extends DossierRecord> records) {
    List<DossierRecord> all = records.collect(Collectors.toList());
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossier.of(all));
    return refused == null ? ImmutableList.of() : refused.problems();
  }

  @Test
  void ids_whose_hashes_are_equal_are_found() {
    int blocks = 15;
    List<Actor> actors =
        IntStream.range(0, 1 << blocks)
            .mapToObj(
                number ->
                    IntStream.range(0, blocks)
                        .mapToObj(block -> (number >> block & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
            .map(id -> Actor.builder().id(id).name("N").kind(ActorKind.STATE).build())
            .toList();
    assertThat(actors.stream().map(actor -> actor.id().hashCode()).distinct()).hasSize(1);

    Dossier dossier = Dossier.of(actors);

    assertThat(dossier.actor(actors.get(4711).id())).contains(actors.get(4711));
    assertThat(dossier.actor("Aa")).isEmpty();
  }

  @Test
  void a_composite_has_bounds_on_its_parts() {
    assertThat(problems(chain(Limits.LEVELS_OF_PARTS, Stance.FOR))).isEmpty();
    for (Stance stance : List.of(Stance.FOR, Stance.AGAINST)) {
      assertThat(problems(chain(Limits.LEVELS_OF_PARTS + 1, stance)))
          .singleElement()
          .hasToString(
              "proposition p0: a composite has at most 1000 parts, with the parts of its parts, on"
                  + " at most 50 levels, this has 51 levels or more; leave parts out, or divide it"
                  + " into several");
    }
    for (int parts : new int[] {Limits.PARTS, Limits.PARTS + 1}) {
      Map<String, Stance> all = new HashMap<>();
      IntStream.range(0, parts).forEach(part -> all.put("p" + part, Stance.FOR));
      List<Proposition> records = new ArrayList<>();
      all.keySet().forEach(part -> records.add(proposition(part).build()));
      records.add(proposition("wide").parts(all).build());
      assertThat(problems(records.stream()).stream().map(Problem::value))
          .containsExactlyElementsOf(
              parts == Limits.PARTS ? List.<String>of() : List.of("1001 parts"));
    }
  }

  @Test
  void a_chain_of_a_hundred_thousand_parts_is_refused() {
    assertThat(problems(chain(100_000, Stance.FOR)))
        .hasSize(100_000 - Limits.LEVELS_OF_PARTS)
        .allMatch(problem -> problem.code() == Problem.Code.BAD_COMPOSITE);
  }

  private static Actor organ(int number) {
    return Actor.builder()
        .id("o" + number)
        .name("N")
        .kind(ActorKind.ORGAN)
        .of(number == 0 ? "s" : "o" + (number - 1))
        .authority(Authority.MINISTRY)
        .build();
  }

  @Test
  void a_chain_of_organs_has_a_bound_and_is_reported_once() {
    Actor state = Actor.builder().id("s").name("N").kind(ActorKind.STATE).build();

    assertThat(problems(Stream.concat(Stream.of(state), range(100).mapToObj(i -> organ(i)))))
        .isEmpty();
    assertThat(problems(Stream.concat(Stream.of(state), range(20_000).mapToObj(i -> organ(i)))))
        .singleElement()
        .hasToString(
            "actor o100: 101 records are above it by 'of', at most 100 may be:"
                + " an organ may be 'of' its state itself");
  }

  private static Source version(int number) {
    Source.Builder version =
        Source.builder().id("r" + number).outlet("s").title("T").published(When.parse("2017"));
    if (number > 0) {
      version.revises("r" + (number - 1));
    }
    return version.build();
  }

  @Test
  void a_page_has_at_most_four_thousand_versions_before_the_last() {
    Actor state = Actor.builder().id("s").name("N").kind(ActorKind.STATE).build();

    assertThat(problems(Stream.concat(Stream.of(state), range(4_001).mapToObj(i -> version(i)))))
        .isEmpty();
    assertThat(problems(Stream.concat(Stream.of(state), range(4_002).mapToObj(i -> version(i)))))
        .singleElement()
        .hasToString(
            "source r4001: 4,001 records are above it by 'revises', at most 4,000 may be:"
                + " record those versions alone that evidence cites");
  }

  private static IntStream range(int end) {
    return IntStream.range(0, end);
  }

  @Test
  void an_actor_has_at_most_a_thousand_terms() {
    LocalDate first = LocalDate.parse("2000-01-01");
    List<TermOfOffice> terms =
        range(1_001)
            .mapToObj(i -> TermOfOffice.of("p", first.plusDays(i)).until(first.plusDays(i + 1)))
            .toList();
    Actor.Builder state = Actor.builder().id("s").name("N").kind(ActorKind.STATE);

    assertThat(state.terms(terms.subList(1, 1_001)).build().terms()).hasSize(1_000);
    assertThatThrownBy(() -> state.terms(terms).build())
        .hasMessage(
            "actor s: an actor has at most 1000 terms of office, this has 1001; leave out terms in"
                + " which no claim was made")
        .extracting(refused -> ((InvalidDossierException) refused).problems().get(0).value())
        .isEqualTo("1001");
  }

  @Test
  void every_claim_of_a_chain_that_fits_no_days_is_found_and_the_chain_abridged() {
    LocalDate first = LocalDate.parse("2016-01-01");
    int length = 20_000;
    Stream<DossierRecord> claims =
        range(length)
            .mapToObj(
                i ->
                    Claim.builder()
                        .id("c" + i)
                        .addSpeakers("s")
                        .addPrincipals("s")
                        .asserted(
                            i == 0
                                ? When.on(first.plusDays(1))
                                : When.notLaterThan(first.plusDays(i == 1 ? 2 : -i)))
                        .proposition("z")
                        .stance(Stance.FOR)
                        .force(Force.ASSERT)
                        .respondsTo(i == 0 ? List.of() : List.of("c" + (i - 1)))
                        .addEvidence(Evidence.builder().source("r").mode(Mode.RECORDED).build())
                        .build());
    Stream<DossierRecord> others =
        Stream.of(
            Actor.builder().id("s").name("N").kind(ActorKind.STATE).build(),
            Source.builder().id("r").outlet("s").title("T").published(When.parse("2017")).build(),
            proposition("z").build());

    // c1 may have been said after c0; all others were said before, yet answer c1
    List<DossierRecord> records = Stream.concat(others, claims).toList();
    for (List<DossierRecord> order : List.of(records, Lists.reverse(records))) {
      assertThat(problems(order.stream()))
          .hasSize(length - 2)
          .allMatch(problem -> problem.code() == Problem.Code.BAD_RESPONSE)
          .allMatch(problem -> problem.message().length() <= 600);
    }
  }

  @Test
  void parts_that_lead_back_to_one_whole_are_one_cycle() {
    Stream<Proposition> back =
        chain(5_000, Stance.FOR)
            .map(
                each ->
                    each.parts().isEmpty() || each.id().equals("p0") ? each : withPart(each, "p0"));
    assertThat(problems(back).stream().filter(each -> each.code() == Problem.Code.CYCLE))
        .singleElement()
        .hasToString("proposition p0: parts forms a cycle: p0 → p1 → p0");
  }

  @Test
  void cycles_without_a_common_record_are_each_reported() {
    List<Proposition> records = new ArrayList<>();
    for (String way : List.of("ab", "bac", "cd", "dc")) {
      Map<String, Stance> parts = new HashMap<>(Map.of("z", Stance.FOR));
      for (char part : way.substring(1).toCharArray()) {
        parts.put(String.valueOf(part), Stance.FOR);
      }
      records.add(proposition(way.substring(0, 1)).parts(parts).build());
    }
    records.add(proposition("z").build());
    List<Problem> cycles = problems(records.stream());
    assertThat(cycles)
        .extracting(Problem::toString)
        .containsExactly(
            "proposition a: parts forms a cycle: a → b → a",
            "proposition c: parts forms a cycle: c → d → c");
  }

  @Test
  void the_way_of_a_long_cycle_is_abridged() {
    int length = 100_000;
    assertThat(
            problems(
                IntStream.range(0, length)
                    .mapToObj(
                        i ->
                            Actor.builder()
                                .id("o" + i)
                                .name("N")
                                .kind(ActorKind.ORGAN)
                                .of("o" + (i + 1) % length)
                                .authority(Authority.MINISTRY)
                                .build())))
        .singleElement()
        .hasToString(
            "actor o0: of forms a cycle: o0 → o1 → o2 → o3 → … (99994 more) → o99998 → o99999 →"
                + " o0");
  }

  @Test
  void a_quotation_that_is_nearly_in_its_text_takes_linear_time() {
    String text = "a".repeat(1_000_000);
    assertThat(Quotation.nearMiss("a".repeat(500_000) + "b", text)).isEmpty();
    assertThat(Quotation.nearMiss("A".repeat(500_000), text))
        .isEqualTo(
            "; it differs only in letter case, quotation marks or white space (U+0061 at offset"
                + " 0)");
    String spaced = "a ".repeat(500_000);
    assertThat(Quotation.nearMiss("a ".repeat(250_000) + " b", spaced)).isEmpty();
  }
}
