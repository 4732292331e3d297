package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.picture.Svg.images;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Relation;
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
import org.demarche.model.When;
import org.demarche.network.AgreementQuery;
import org.demarche.text.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Tests that pictures show what answers say, whatever names and numbers these have. */
class PicturesTest {
  private static Claim.Builder claim(String id, String party, String proposition, String day) {
    return Claim.builder()
        .id(id)
        .speakers(List.of(party))
        .principals(List.of(party))
        .asserted(When.parse(day))
        .proposition(proposition)
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("s").mode(Mode.INDIRECT).quote("so").build());
  }

  private static List<DossierRecord> records(String name, String label, int states) {
    List<DossierRecord> records =
        new ArrayList<>(
            List.of(
                Source.builder()
                    .id("s")
                    .outlet("m")
                    .title("T")
                    .published(When.parse("2021"))
                    .build(),
                Actor.builder().id("m").name("Gazette").kind(ActorKind.MEDIA).build(),
                Proposition.builder().id("p").issue("i").text("P is so.").label(label).build(),
                Proposition.builder().id("q").issue("i").text("Q is so.").build()));
    for (int i = 0; i < states; i++) {
      records.add(
          Actor.builder()
              .id("x" + i)
              .name(name + (i == 0 ? "" : " " + i))
              .kind(ActorKind.STATE)
              .authority(Authority.UNSPECIFIED)
              .build());
    }
    return records;
  }

  private static Stream<Claim> claims() {
    return Stream.of(
        claim("c1", "x0", "p", "2016-02-10").frames(Set.of("own-decision")).build(),
        claim("c2", "x1", "p", "2017-02-10").frames(Set.of("own-decision", "threat")).build(),
        claim("c3", "x1", "p", "2018-03-01")
            .stance(Stance.AGAINST)
            .force(Force.REFUSE)
            .respondsTo(Set.of("c1"))
            .gist("No longer.")
            .build(),
        claim("c4", "x0", "p", "[2019-01-01..2019-05-01]")
            .stance(Stance.UNCOMMITTED)
            .force(Force.REFUSE)
            .respondsTo(Set.of("c3"))
            .build(),
        claim("c5", "x0", "q", "2019-02-01").build());
  }

  private static Tracker tracker(String name, String label, int states) {
    List<DossierRecord> records = records(name, label, states);
    claims().forEach(records::add);
    return Tracker.of(Dossier.of(records)).asOf("2020-12-31");
  }

  private static final Tracker TRACKER = tracker("Xland", "the plan", 2);

  /** Returns one picture of each kind. */
  private static List<Picture> pictures(Tracker tracker) {
    return List.of(
        TimelinePicture.of(tracker).parties("x0", "x1").on("p", "q"),
        Pictures.relations(tracker, "x0", "x1", "p", "q"),
        Pictures.agreement(AgreementQuery.of(tracker).all()),
        Pictures.agreementByYear(tracker, 2015, 2020, "x0", "x1"),
        Pictures.responses(tracker.claims().chronology()),
        Pictures.frames(tracker.claims().framings()));
  }

  static List<Picture> ordinary() {
    return pictures(TRACKER);
  }

  private static Stream<String> drawn(Picture picture) {
    return Stream.concat(Stream.of(picture.svg()), picture.narrow().stream());
  }

  private static List<List<String>> rows(Picture picture) {
    return ImmutableList.copyOf(picture.page().tables().get(0).rows());
  }

  // Relations

  @Test
  void a_band_of_relations_runs_from_change_to_change() {
    Picture picture = Pictures.relations(TRACKER, "x0", "x1", "p");

    assertThat(images(picture.svg()))
        .containsExactly(
            "the plan: only one has a position, ½ only Xland, from 2016-02-10 to 2017-02-10, cites"
                + " c1",
            "the plan: agree, = agree, from 2017-02-10 to 2018-03-01, cites c1, c2",
            "the plan: contradict each other, ≠ contradict each other, from 2018-03-01 to"
                + " 2019-05-01, cites c1, c3",
            "the plan: diverge: one or both uncommitted, ? diverge: one or both uncommitted, from"
                + " 2019-05-01 to 2020-12-31, cites c4, c3");
    for (String[] at :
        new String[][] {
          {"2016-12-31", "ONE_SIDED"},
          {"2017-02-10", "AGREEMENT"},
          {"2018-03-01", "CONTRADICTION"},
          {"2020-12-31", "DIVERGENCE"}
        }) {
      assertThat(TRACKER.asOf(at[0]).relation("x0", "x1", "p").label())
          .isEqualTo(Relation.Label.valueOf(at[1]));
    }
  }

  @Test
  void a_lane_without_a_name_has_no_empty_label() {
    assertThat(Pictures.relations(TRACKER, "x0", "x1", "p").svg())
        .contains("aria-label=\"the plan\"")
        .doesNotContain("aria-label=\"\"");
  }

  @Test
  void the_table_behind_relations_has_a_row_for_each_band() {
    List<List<String>> rows = rows(Pictures.relations(TRACKER, "x0", "x1", "p", "q"));

    assertThat(rows.get(2))
        .isEqualTo(
            List.of("the plan", "≠ contradict each other", "2018-03-01", "2019-05-01", "c1, c3"));
    assertThat(rows.stream().map(row -> row.get(0)))
        .containsExactly("the plan", "the plan", "the plan", "the plan", "q");
  }

  @Test
  void two_silent_parties_have_no_band_and_are_said_to_be_silent() {
    Picture picture = Pictures.relations(TRACKER.asOf("2015-01-01"), "x0", "x1", "p");

    assertThat(images(picture.svg())).isEmpty();
    assertThat(picture.print()).contains("both silent");
  }

  @Test
  void relations_need_two_parties_and_propositions_of_the_dossier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.relations(TRACKER, "x0", "x0", "p"));
    assertThatIllegalArgumentException().isThrownBy(() -> Pictures.relations(TRACKER, "x0", "x1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.relations(TRACKER, "x0", "x1", "pp"))
        .withMessageContaining("'pp'");
  }

  // Agreement

  @Test
  void a_cell_of_agreement_is_the_share_in_per_cent() {
    Tracker then = TRACKER.asOf("2017-12-31");

    assertThat(images(Pictures.agreement(AgreementQuery.of(then).all()).svg()))
        .containsExactly(
            "x0 and x1: 1 of 1 the same, 100 per cent", "x0 and x1: 1 of 1 the same, 100 per cent");
  }

  @Test
  void parties_that_share_nothing_have_a_cell_without_a_share() {
    Tracker before = TRACKER.asOf("2016-12-31");
    String svg = Pictures.agreement(AgreementQuery.of(before).parties("x0", "x1").all()).svg();

    assertThat(images(svg)).contains("x0 and x1: nothing to compare");
    assertThat(Svg.texts(svg)).contains("·", "· nothing to compare").doesNotContain("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 30, 60})
  void many_parties_are_drawn_legibly_or_referred_to_the_table(int states) {
    List<DossierRecord> records = records("Xland", "the plan", states);
    IntStream.range(0, states)
        .forEach(i -> records.add(claim("c" + i, "x" + i, "p", "2016-01-01").build()));
    Picture picture = Pictures.agreement(AgreementQuery.of(Tracker.of(Dossier.of(records))).all());

    assertThat(Svg.rects(picture.svg(), "share4").size() - 1)
        .isEqualTo(states == 60 ? -1 : states * (states - 1));
    assertThat(String.join(" ", Svg.texts(picture.svg())).contains("60 parties are too many"))
        .isEqualTo(states == 60);
    assertThat(drawn(picture).flatMap(svg -> Svg.textsBeyondTheEdges(svg).stream())).isEmpty();
    assertThat(rows(picture)).hasSize(states * (states - 1) / 2);
  }

  @Test
  void agreement_by_year_has_a_point_for_each_year_with_something_to_compare() {
    Picture picture = Pictures.agreementByYear(TRACKER, 2015, 2020, "x0", "x1");

    assertThat(images(picture.svg()))
        .containsExactly(
            "Xland and Xland 1",
            "Xland and Xland 1, end of 2017: 1 of 1 the same, 100 per cent",
            "Xland and Xland 1, end of 2018: 0 of 1 the same, 0 per cent",
            "Xland and Xland 1, end of 2019: 0 of 1 the same, 0 per cent",
            "Xland and Xland 1, end of 2020: 0 of 1 the same, 0 per cent");
    assertThat(rows(picture))
        .hasSize(6)
        .startsWith(
            List.of("2015", "Xland", "Xland 1", "0", "0", ""),
            List.of("2016", "Xland", "Xland 1", "0", "0", ""),
            List.of("2017", "Xland", "Xland 1", "1", "1", "100 %"));
  }

  @Test
  void lines_of_agreement_differ_in_their_dashes() {
    Tracker four = tracker("Xland", "the plan", 4);
    String svg = Pictures.agreementByYear(four, 2016, 2020, "x0", "x1", "x2", "x3").svg();

    assertThat(
            Svg.elements(svg, "line").stream()
                .map(line -> line.getAttribute("stroke-dasharray"))
                .filter(dash -> !dash.isEmpty()))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @Test
  void agreement_by_year_is_of_some_parties_up_to_the_date_of_the_tracker() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.agreementByYear(TRACKER, 2016, 2021, "x0", "x1"))
        .withMessage(
            "years 2016 to 2021: give a first year that is not after the last, and a last year up"
                + " to 2020, in which the tracker ends (2020-12-31)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.agreementByYear(TRACKER, 2016, 2015, "x0", "x1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.agreementByYear(TRACKER, -100_000, 2020, "x0", "x1"))
        .withMessage(
            "years -100000 to 2020: agreement by year is of at most 200 years, give a first year"
                + " from 1821");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.agreementByYear(TRACKER, 2016, 2020, "x0", "x0"))
        .withMessage("agreement by year is of two or more different parties, got [x0, x0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.agreementByYear(TRACKER, 2016, 2020, "xx", "x1"))
        .withMessageContaining("'xx'");
  }

  // Answers and frames

  @Test
  void an_arrow_leads_from_a_claim_to_the_claim_that_it_answers() {
    Picture picture = Pictures.responses(TRACKER.claims().chronology());

    assertThat(images(picture.svg()))
        .containsExactly(
            "Xland, c1, 2016-02-10, + asserts: the plan",
            "Xland 1, c3, 2018-03-01, − refuses: the plan, answers c1",
            "Xland, c4, from 2019-01-01 to 2019-05-01, ? refuses to be bound: the plan, answers c3",
            "c3 answers c1",
            "c4 answers c3");
    assertThat(Svg.texts(picture.svg())).contains("Xland", "Xland 1", "No longer.");
    assertThat(rows(picture))
        .extracting(row -> row.get(1) + " " + row.get(5))
        .containsExactly("c1 ", "c3 c1", "c4 c3");
  }

  private static Picture responses(Claim... more) {
    List<DossierRecord> records = records("Xland", "the plan", 2);
    records.addAll(List.of(more));
    return Pictures.responses(Tracker.of(Dossier.of(records)).claims().chronology());
  }

  @Test
  void a_box_has_the_words_of_the_act_that_answers_print() {
    Picture picture =
        responses(
            claim("e1", "x0", "p", "2016-01-01").build(),
            claim("e2", "x1", "p", "2016-02-01")
                .stance(Stance.AGAINST)
                .force(Force.URGE)
                .respondsTo(Set.of("e1"))
                .build());

    assertThat(rows(picture).get(1)).contains("− urges against: the plan");
  }

  @Test
  void taking_back_is_another_arrow_than_answering() {
    Picture picture =
        responses(
            claim("e1", "x0", "p", "2016-01-01").build(),
            claim("e2", "x0", "p", "2016-02-01")
                .stance(Stance.UNCOMMITTED)
                .force(Force.WITHDRAW)
                .respondsTo(Set.of("e1"))
                .retracts(Set.of("e1"))
                .build());

    assertThat(images(picture.svg()))
        .contains("e2 takes back e1")
        .doesNotContain("e2 answers e1")
        .anyMatch(image -> image.endsWith(", takes back e1"));
    assertThat(Svg.texts(picture.svg())).contains("dashed: to one that it takes back");
    assertThat(picture.svg()).contains("<path class=\"arrow dashed\"");
    assertThat(rows(picture).get(1)).endsWith("", "e1");
    assertThat(Svg.texts(Pictures.responses(TRACKER.claims().chronology()).svg()))
        .doesNotContain("dashed: to one that it takes back");
  }

  @Test
  void a_claim_that_is_answered_but_not_drawn_is_said_to_be_so() {
    Picture picture = Pictures.responses(TRACKER.claims().principal("x1").chronology());

    assertThat(Svg.texts(picture.svg())).contains("answers c1 (not drawn)", "answers c3");
  }

  @Test
  void answers_have_a_title_in_words_above_what_was_asked() {
    Picture picture = Pictures.responses(TRACKER.claims().on("p").chronology());
    String question = TRACKER.claims().on("p").chronology().question();

    assertThat(picture.title()).isEqualTo("Who answered whom");
    assertThat(Svg.texts(picture.svg())).startsWith("Who answered whom", question);
    assertThat(picture.print()).startsWith("Who answered whom\n" + question);
  }

  @Test
  void a_claim_that_answers_one_that_was_found_is_drawn_although_it_was_not_found() {
    Picture picture = Pictures.responses(TRACKER.claims().principal("x0").chronology());

    assertThat(images(picture.svg())).contains("c3 answers c1");
  }

  @Test
  void claims_without_answers_have_no_picture_of_answers() {
    assertThat(Pictures.of(TRACKER.claims().on("q").chronology())).isEmpty();
    assertThat(Svg.texts(Pictures.responses(TRACKER.claims().on("q").chronology()).svg()))
        .contains("None of these claims answers another one.");
  }

  @Test
  void a_phone_shows_each_chain_of_answers_by_itself() {
    List<DossierRecord> records = records("Xland", "the plan", 2);
    claims().forEach(records::add);
    records.add(claim("d1", "x0", "q", "2016-05-01").build());
    records.add(claim("d2", "x1", "q", "2016-06-01").respondsTo(Set.of("d1")).build());
    ImmutableList<String> parts =
        Pictures.responses(Tracker.of(Dossier.of(records)).claims().chronology()).narrow();

    assertThat(parts).hasSize(2);
    assertThat(images(parts.get(0))).contains("c4 answers c3").doesNotContain("d2 answers d1");
    assertThat(images(parts.get(1))).contains("d2 answers d1");
  }

  @Test
  void a_frame_has_a_mark_on_the_day_of_each_claim_with_it() {
    Picture picture = Pictures.frames(TRACKER.claims().framings());

    assertThat(images(picture.svg()))
        .containsExactly("c1: 2016-02-10", "c2: 2017-02-10", "c2: 2017-02-10");
    assertThat(Svg.texts(picture.svg())).contains("own decision", "threat");
    assertThat(picture.page().print()).isEqualTo(TRACKER.claims().framings().page().print());
  }

  @Test
  void an_answer_without_a_picture_has_none() {
    assertThat(Pictures.of(TRACKER.position("x0", "p"))).isEmpty();
    assertThat(Pictures.of(TRACKER.claims().framings())).isPresent();
    assertThat(Pictures.of(AgreementQuery.of(TRACKER).all())).isPresent();
    Picture picture = Pictures.relations(TRACKER, "x0", "x1", "p");
    assertThat(Pictures.of(picture)).containsSame(picture);
  }

  // Every picture

  @ParameterizedTest
  @MethodSource("ordinary")
  void a_picture_can_be_put_into_a_page_with_a_strict_policy(Picture picture) {
    assertThat(drawn(picture)).allSatisfy(PicturesTest::assertSafe);
  }

  private static void assertSafe(String svg) {
    List<Element> all = Svg.elements(svg, "*");
    assertThat(all.stream().map(Element::getTagName))
        .isSubsetOf(
            "svg", "title", "desc", "style", "defs", "pattern", "rect", "g", "text", "line", "path",
            "circle");
    assertThat(all.stream().flatMap(element -> Svg.attributes(element).stream()))
        .noneMatch(name -> name.equals("style") || name.contains("href") || name.startsWith("on"));
    assertThat(svg).doesNotContain("@import", "@font-face", "url(h");
    Element root = Svg.parsed(svg).getDocumentElement();
    assertThat(root.getAttribute("class")).isEqualTo("demarche");
    assertThat(Svg.elements(svg, "title").get(0).getTextContent()).isNotBlank();
    assertThat(Svg.elements(svg, "desc")).hasSize(1);
  }

  @Test
  void all_pictures_have_one_style_sheet_whose_rules_stay_inside_them() {
    List<String> sheets =
        ordinary().stream()
            .flatMap(PicturesTest::drawn)
            .map(svg -> svg.replaceAll("(?s).*(<style>.*</style>).*", "$1"))
            .distinct()
            .toList();

    assertThat(sheets).hasSize(1);
    String css = sheets.get(0).replaceAll("</?style>", "");
    assertThat(css).contains("print-color-adjust:exact");
    assertThat(
            Pattern.compile("([^{}]+)\\{")
                .matcher(css)
                .results()
                .map(found -> found.group(1).strip())
                .filter(selectors -> !selectors.startsWith("@media"))
                .flatMap(Splitter.on(',')::splitToStream))
        .isNotEmpty()
        .allMatch(selector -> selector.startsWith(".demarche"));
  }

  @Test
  void ids_of_all_pictures_and_their_parts_differ() {
    List<String> ids =
        ordinary().stream()
            .flatMap(PicturesTest::drawn)
            .flatMap(svg -> Stream.of("title", "desc", "pattern").map(it -> Svg.elements(svg, it)))
            .map(found -> found.get(0).getAttribute("id"))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().noneMatch(String::isEmpty);
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void letters_on_a_phone_are_12_units_or_more(Picture picture) {
    assertThat(picture.narrow())
        .isNotEmpty()
        .allSatisfy(svg -> assertThat(Svg.width(svg)).isEqualTo(360))
        .allSatisfy(svg -> assertThat(Svg.sizes(svg)).allMatch(size -> size >= 12));
  }

  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>\u202E&\"'",
          "]]> </text> <a href='javascript:1'> \u0007\u0085",
          "W".repeat(10_000),
          "word ".repeat(2_000),
          "x" + "\u0301".repeat(10_000),
          "x" + "\u202E".repeat(10_000),
          "대한민국 외교부 대변인실의 매우 긴 이름을 가진 기관 ".repeat(3),
          "وزارة الخارجية في المملكة الأردنية الهاشمية ".repeat(3));

  static List<String> names() {
    return NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void names_of_any_kind_are_text_inside_the_picture(String name) {
    String label =
        name.codePoints().limit(12).mapToObj(Character::toString).collect(Collectors.joining());
    for (Picture picture : pictures(tracker(name, label, 2))) {
      assertThat(drawn(picture)).allSatisfy(PicturesTest::assertSafe);
      assertThat(drawn(picture).flatMap(svg -> Svg.textsBeyondTheEdges(svg).stream())).isEmpty();
      assertThat(drawn(picture)).noneMatch(svg -> svg.contains("\u202E"));
    }
  }

  @Test
  void sixty_parties_of_a_time_line_stay_inside_the_picture() {
    Tracker tracker = tracker("A Republic with a Name of Some Length", "the plan", 60);
    String[] all = IntStream.range(0, 60).mapToObj(i -> "x" + i).toArray(String[]::new);
    Picture picture = TimelinePicture.of(tracker).parties(all).on("p");

    assertThat(drawn(picture).flatMap(svg -> Svg.textsBeyondTheEdges(svg).stream())).isEmpty();
    assertThat(Svg.elements(picture.svg(), "g"))
        .extracting(group -> group.getAttribute("aria-label"))
        .contains("A Republic with a Name of Some Length 59");
  }

  @Test
  void the_order_of_records_changes_no_byte() {
    List<DossierRecord> records = records("Xland", "the plan", 2);
    claims().forEach(records::add);
    for (long seed = 0; seed < 5; seed++) {
      // Actors and propositions have an order that answers keep; claims and sources have none.
      List<DossierRecord> shuffled = new ArrayList<>(records);
      Collections.shuffle(shuffled.subList(records.size() - 5, records.size()), new Random(seed));
      List<Picture> other = pictures(Tracker.of(Dossier.of(shuffled)).asOf("2020-12-31"));
      for (int i = 0; i < other.size(); i++) {
        assertThat(other.get(i).svg()).isEqualTo(ordinary().get(i).svg());
        assertThat(other.get(i).narrow()).isEqualTo(ordinary().get(i).narrow());
      }
    }
  }
}
