package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.demarche.picture.Svg.images;
import static org.demarche.picture.Svg.parsed;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests that a picture shows what the positions and claims of a tracker are. */
class TimelinePictureTest {
  private static Claim claim(String id, String day, Stance stance, Force force) {
    return Claim.builder()
        .id(id)
        .speakers(List.of("x"))
        .principals(List.of("x"))
        .asserted(When.parse(day))
        .proposition("p")
        .stance(stance)
        .force(force)
        .addEvidence(Evidence.builder().source("s").mode(Mode.INDIRECT).quote("said so").build())
        .build();
  }

  private static Dossier dossier(String name, String label, Claim... claims) {
    Stream<DossierRecord> others =
        Stream.of(
            Source.builder().id("s").outlet("m").title("T").published(When.parse("2021")).build(),
            Actor.builder().id("m").name("Gazette").kind(ActorKind.MEDIA).build(),
            Actor.builder().id("a").name("Anna").kind(ActorKind.PERSON).build(),
            Actor.builder().id("b").name("Bert").kind(ActorKind.PERSON).build(),
            Actor.builder()
                .id("x")
                .name(name)
                .kind(ActorKind.STATE)
                .authority(Authority.UNSPECIFIED)
                .addTerms(
                    TermOfOffice.of("a", LocalDate.of(2017, 1, 1)).until(LocalDate.of(2019, 1, 1)),
                    TermOfOffice.of("b", LocalDate.of(2019, 1, 1)))
                .build(),
            Actor.builder().id("y").name("Yland").kind(ActorKind.STATE).build(),
            Proposition.builder().id("p").issue("i").text("P is so.").label(label).build());
    return Dossier.of(Stream.concat(others, Stream.of(claims)).toArray(DossierRecord[]::new));
  }

  private static TimelinePicture picture(Dossier dossier) {
    return TimelinePicture.of(Tracker.of(dossier).asOf("2020-12-31")).parties("x", "y").on("p");
  }

  private static final TimelinePicture TURN =
      picture(
          dossier(
              "Xland",
              "the plan",
              claim("c1", "2018-03-01", Stance.FOR, Force.PROMISE),
              claim("c2", "2020-06-01", Stance.AGAINST, Force.REFUSE),
              claim("c3", "[2020-06-01..2020-09-30]", Stance.AGAINST, Force.REFUSE)));

  @Test
  void bands_run_from_change_to_change_and_are_inherited_from_a_change_of_administration() {
    assertThat(images(TURN.svg()))
        .containsExactly(
            "Xland, the plan: for, + promises, from 2018-03-01 to 2019-01-01, cites c1",
            "Xland, the plan: for, + promises ◊, from 2019-01-01 to 2020-06-01, inherited, cites"
                + " c1",
            "Xland, the plan: against, − refuses, from 2020-06-01 to 2020-12-31, cites c2",
            "c1: 2018-03-01",
            "c2: 2020-06-01",
            "c3: from 2020-06-01 to 2020-09-30");
  }

  @Test
  void a_band_is_inherited_after_the_last_administration_on_record() {
    Dossier whole =
        dossier("Xland", "the plan", claim("c1", "2018-03-01", Stance.FOR, Force.PROMISE));
    Stream<DossierRecord> actors =
        whole.actors().stream()
            .map(
                actor ->
                    Actor.builder()
                        .from(actor)
                        .terms(actor.terms().stream().limit(1).toList())
                        .build());
    Dossier ended =
        Dossier.of(
                Stream.of(whole.sources().stream(), actors, whole.propositions().stream())
                    .flatMap(records -> records)
                    .toArray(DossierRecord[]::new))
            .plus(whole.claims().toArray(Claim[]::new));

    assertThat(images(picture(ended).svg()))
        .startsWith(
            "Xland, the plan: for, + promises, from 2018-03-01 to 2019-01-01, cites c1",
            "Xland, the plan: for, + promises ◊, from 2019-01-01 to 2020-12-31, inherited, cites"
                + " c1");
  }

  @Test
  void the_tables_have_the_facts_of_the_picture() {
    assertThat(TURN.page().print(Style.whole().width(200)))
        .isEqualTo(
            """
            Xland, Yland: positions as of 2020-12-31

            proposition  party  stance             words         from        to          inherited  due  cites
            -----------  -----  -----------------  ------------  ----------  ----------  ---------  ---  -----
            the plan     Xland  for                + promises    2018-03-01  2019-01-01                  c1
            the plan     Xland  for                + promises ◊  2019-01-01  2020-06-01  yes             c1
            the plan     Xland  against            − refuses     2020-06-01  2020-12-31                  c2
            the plan     Yland  no known position

            ◊ inherited

            proposition  party  not before  not after   claims
            -----------  -----  ----------  ----------  ------
            the plan     Xland  2018-03-01  2018-03-01  c1
            the plan     Xland  2020-06-01  2020-06-01  c2
            the plan     Xland  2020-06-01  2020-09-30  c3

            party  administration  from        to
            -----  --------------  ----------  ----------
            Xland  Anna            2017-01-01  2019-01-01
            Xland  Bert            2019-01-01\
            """);
  }

  @Test
  void a_band_ends_when_other_words_or_another_day_are_to_be_cited() {
    Claim due =
        Claim.builder()
            .from(claim("c2", "2018-05-01", Stance.FOR, Force.PROMISE))
            .due(When.parse("2020-02-01"))
            .build();
    Claim later =
        Claim.builder()
            .from(due)
            .id("c3")
            .asserted(When.parse("2018-07-01"))
            .due(When.parse("2030-01-01"))
            .build();
    TimelinePicture picture =
        picture(
            dossier(
                "Xland",
                "the plan",
                claim("c1", "2018-03-01", Stance.FOR, Force.HOPE),
                due,
                later));

    assertThat(images(picture.svg()))
        .startsWith(
            "Xland, the plan: for, + hopes, from 2018-03-01 to 2018-05-01, cites c1",
            "Xland, the plan: for, + promises, from 2018-05-01 to 2018-07-01, cites c2",
            "Xland, the plan: for, + promises, from 2018-07-01 to 2019-01-01, cites c3")
        // What was due in 2020 was promised anew, and the new day is after the picture.
        .noneMatch(label -> label.startsWith("due"));
    assertThat(picture.print()).contains("2020-02-01").contains("2030-01-01");
  }

  @Test
  void a_band_cites_each_claim_that_said_the_same_anew() {
    TimelinePicture picture =
        picture(
            dossier(
                "Xland",
                "the plan",
                claim("c1", "2019-03-01", Stance.FOR, Force.PROMISE),
                claim("c2", "2020-03-01", Stance.FOR, Force.PROMISE)));

    assertThat(images(picture.svg()))
        .first()
        .isEqualTo("Xland, the plan: for, + promises, from 2019-03-01 to 2020-12-31, cites c1, c2");
  }

  @Test
  void a_flag_is_a_day_on_which_something_that_is_held_was_due() {
    Claim due =
        Claim.builder()
            .from(claim("c1", "2018-05-01", Stance.FOR, Force.PROMISE))
            .due(When.parse("2020-02-01"))
            .build();

    assertThat(images(picture(dossier("Xland", "the plan", due)).svg())).contains("due 2020-02-01");
  }

  @Test
  void a_claim_that_was_taken_back_is_crossed_out_on_that_day() {
    Claim back =
        Claim.builder()
            .from(claim("c2", "2020-06-01", Stance.UNCOMMITTED, Force.REFUSE))
            .force(Force.WITHDRAW)
            .retracts(List.of("c1"))
            .build();
    TimelinePicture picture =
        picture(
            dossier(
                "Xland", "the plan", claim("c1", "2018-03-01", Stance.FOR, Force.PROMISE), back));

    assertThat(images(picture.svg())).contains("a claim taken back on 2020-06-01");
    assertThat(picture.print()).contains("taken back on").contains("2020-06-01");
  }

  @Test
  void a_claim_that_may_be_later_than_the_picture_keeps_its_days() {
    TimelinePicture picture =
        picture(
            dossier("Xland", "the plan", claim("c1", "[2019..2025]", Stance.FOR, Force.PROMISE)));

    assertThat(images(picture.svg())).containsExactly("c1: from 2019-01-01 to 2025-12-31");
  }

  @Test
  void a_party_that_said_nothing_keeps_its_empty_lane() {
    assertThat(TURN.svg()).contains("aria-label=\"Yland\"");
  }

  @Test
  void the_order_of_claims_in_a_dossier_changes_no_byte() {
    TimelinePicture reversed =
        picture(
            dossier(
                "Xland",
                "the plan",
                claim("c3", "[2020-06-01..2020-09-30]", Stance.AGAINST, Force.REFUSE),
                claim("c2", "2020-06-01", Stance.AGAINST, Force.REFUSE),
                claim("c1", "2018-03-01", Stance.FOR, Force.PROMISE)));

    assertThat(reversed.svg()).isEqualTo(TURN.svg());
  }

  @Test
  void a_linear_axis_is_said() {
    assertThat(TURN.svg()).contains("The axis is stretched where much is said");
    assertThat(TURN.linear().svg()).contains("Each day is as long as any other.");
  }

  private static Claim[] daily(int claims, IntFunction<Stance> stance) {
    return IntStream.range(0, claims)
        .mapToObj(
            i -> {
              String day = LocalDate.of(1990, 1, 1).plusDays(i).toString();
              return claim("c" + i, day, stance.apply(i), Force.ASSERT);
            })
        .toArray(Claim[]::new);
  }

  @Test
  void ten_thousand_claims_of_one_lane_are_few_marks_that_count_all_of_them() {
    String svg = picture(dossier("Xland", "the plan", daily(10_000, i -> Stance.FOR))).svg();

    List<String> marks = images(svg).stream().filter(label -> label.startsWith("c")).toList();
    int counted =
        Svg.texts(svg).stream()
            .filter(text -> text.startsWith("×"))
            .mapToInt(text -> Integer.parseInt(text.substring(1)))
            .sum();
    long single =
        marks.stream().filter(label -> !label.contains(" more: ") && !label.contains(",")).count();
    assertThat(counted + single).isEqualTo(10_000);
    assertThat(marks).hasSizeBetween(2, 60);
    assertThat(svg.length()).isLessThan(300_000);
    assertThat(svg).contains("more than 50 claims");
  }

  @Test
  void thousands_of_turns_are_one_band_that_refers_to_the_table() {
    TimelinePicture picture =
        picture(
            dossier(
                "Xland", "the plan", daily(4_000, i -> i % 2 == 0 ? Stance.FOR : Stance.AGAINST)));

    assertThat(Svg.elements(picture.svg(), "rect")).hasSizeLessThan(100);
    assertThat(Svg.texts(picture.svg())).contains("⋯ many changes: see the table");
    assertThat(images(picture.svg()).get(0)).matches("\\d+ bands from .* see the table");
    assertThat(picture.page().tables().get(0).rows()).hasSizeGreaterThan(4_000);
  }

  @Test
  void two_hundred_turns_are_two_hundred_bands() {
    String svg =
        picture(
                dossier(
                    "Xland", "the plan", daily(200, i -> i % 2 == 0 ? Stance.FOR : Stance.AGAINST)))
            .svg();

    // The last of them is inherited from two administrations in turn: no term was current in 1990.
    assertThat(images(svg).stream().filter(label -> label.contains("cites")))
        .hasSizeGreaterThanOrEqualTo(200);
    assertThat(Svg.rects(svg, "many")).isEmpty();
  }

  @Test
  void a_phone_shows_one_picture_for_each_proposition() {
    ImmutableList<String> narrow = TURN.narrow();

    assertThat(narrow).hasSize(1);
    assertThat(Svg.width(narrow.get(0))).isEqualTo(360);
    assertThat(images(narrow.get(0))).isEqualTo(images(TURN.svg()));
    assertThat(Svg.texts(narrow.get(0)))
        .startsWith("the plan")
        .contains("Xland", "Yland", "Anna", "Bert")
        .filteredOn(text -> text.matches("\\d{4}-\\d\\d-\\d\\d"))
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void a_picture_of_no_claims_has_one_day() {
    String svg = picture(dossier("Xland", "the plan")).svg();

    assertThat(images(svg)).isEmpty();
    assertThat(svg).contains("2020-12-31").doesNotContain("NaN");
  }

  @Test
  void names_that_hold_markup_are_text() {
    String svg =
        picture(
                dossier(
                    "<script>alert(1)</script>\u202E&\"'",
                    "]]> </text> <a href='javascript:1'>",
                    claim("c1", "2018-03-01", Stance.FOR, Force.PROMISE)))
            .svg();

    assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(parsed(svg).getElementsByTagName("a").getLength()).isZero();
    assertThat(svg).doesNotContain("\u202E").contains("[U+202E]");
  }

  @Test
  void a_picture_refers_to_nothing_outside_itself() {
    String svg = TURN.svg();

    assertThat(svg).doesNotContainPattern("<script|<image|@import|@font-face|href=");
    assertThat(Pattern.compile("url\\(([^)]*)\\)").matcher(svg).results())
        .isNotEmpty()
        .allMatch(match -> match.group(1).startsWith("#"));
    assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @Test
  void ids_of_two_pictures_differ() {
    Pattern id = Pattern.compile("id=\"(\\w+)-hatch\"");
    assertThat(id.matcher(TURN.svg()).results().map(match -> match.group(1)))
        .doesNotContainAnyElementsOf(
            id.matcher(TURN.linear().svg()).results().map(match -> match.group(1)).toList());
  }

  @Test
  void parties_and_propositions_must_be_named_and_known() {
    TimelinePicture empty = TimelinePicture.of(Tracker.of(dossier("Xland", "the plan")));

    assertThatIllegalStateException()
        .isThrownBy(empty::svg)
        .withMessage(
            "a time line needs parties(…) and on(…): it has the parties [] and the propositions"
                + " []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty.parties("xx"))
        .withMessageContaining("'xx'");
    assertThatIllegalArgumentException().isThrownBy(() -> empty.parties());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty.parties("x", "x"))
        .withMessage("one of the parties is named twice: [x, x]");
    assertThatIllegalArgumentException().isThrownBy(() -> empty.on("q"));
  }
}
