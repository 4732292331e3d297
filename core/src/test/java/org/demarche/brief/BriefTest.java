package org.demarche.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.demarche.TestDossier.reported;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.DEMAND;
import static org.demarche.model.Force.HOPE;
import static org.demarche.model.Force.PROMISE;
import static org.demarche.model.Force.REFUSE;
import static org.demarche.model.Force.URGE;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.demarche.TestDossier;
import org.demarche.Tracker;
import org.demarche.model.ActorKind;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests of what a brief tells, of whom, and on which evidence. */
class BriefTest {
  /**
   * X promises p in 2016 and, under a new head, refuses it in 2018; Y urges it. X asserts q early;
   * r is on record of nobody.
   */
  private static final Tracker TRACKER =
      TestDossier.of("p", "q", "r")
          .with(Occasion.of("talks", "Talks of X and Y", When.parse("2016-05-01"), "x", "y"))
          .says("x", "early", "q", FOR, ASSERT, "2011-02-03")
          .with(
              reported("pledge", "x", "p", FOR, PROMISE, "2016-05-01").occasion("talks").build(),
              reported("call", "y", "p", FOR, URGE, "2016-05-01").occasion("talks").build())
          .says("x", "no", "p", AGAINST, REFUSE, "2018-03-04")
          .tracker()
          .asOf("2019-12-31");

  private static final Brief BRIEF = Brief.of(TRACKER).parties("x", "y");

  private static String text(Brief brief) {
    return brief.page().print(Style.whole().width(200));
  }

  private static List<String> found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String section(String heading, String text) {
    int start = text.indexOf("\n" + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    return text.substring(start);
  }

  @Test
  void a_brief_is_on_all_propositions_on_which_a_party_has_taken_a_position() {
    String text = text(BRIEF);
    assertThat(text)
        .startsWith("X-land and Y-land: positions on record\n")
        .contains("X-land and Y-land on 2 propositions, as of 31 December 2019.");
    assertThat(section("The positions at each date", text))
        .contains("It is the case that p", "It is the case that q");
  }

  @Test
  void the_finding_tells_the_relation_and_each_change_after_a_first_statement() {
    String text = section("Finding", text(BRIEF));
    assertThat(text)
        .contains("Contradiction on p (X-land: against [no]; Y-land: for")
        .contains("One side only on q (X-land: for, from an earlier administration [early]")
        .contains("Positions that changed:")
        .contains(
            "X-land on p: from 1 May 2016 for (first on record) [pledge]; since 4 March 2018"
                + " against [no].")
        .contains("No position is on record for 1 of the 4 positions that were asked for.");
  }

  @Test
  void each_sentence_of_the_finding_leads_to_its_claims() {
    String html = BRIEF.page().print(Style.whole().html());
    int start = html.indexOf(">Finding</h2>");
    String finding = html.substring(start, html.indexOf("</section>", start));
    assertThat(found("<a href=\"#(claim-[^\"]+)\">\\[", finding))
        .containsExactly("claim-no", "claim-call", "claim-early", "claim-pledge", "claim-no");
  }

  @Test
  void the_finding_begins_with_the_end_of_the_record() {
    assertThat(section("Finding", text(BRIEF)))
        .startsWith("\nFinding\nThe newest claim is of 4 March 2018; nothing is on record since.");
    String late = text(BRIEF.between("2019", "2019"));
    assertThat(section("Finding", late))
        .startsWith(
            "\nFinding\nNothing is on record since 1 January 2019: the newest claim is of 4 March"
                + " 2018.");
    assertThat(late.substring(0, late.indexOf("How the positions"))).doesNotContain("changed");
    assertThat(section("Finding", text(Brief.of(TRACKER.asOf("2018-03-04")).parties("x", "y"))))
        .startsWith("\nFinding\nThe newest claim is of 4 March 2018.\n");
  }

  @Test
  void the_finding_tells_from_when_on_no_administration_is_on_record() {
    Tracker later =
        TestDossier.of("p")
            .says("x", "a", "p", FOR, URGE, "2019-02-01")
            .tracker()
            .asOf("2020-06-30");
    assertThat(section("Finding", text(Brief.of(later).parties("x", "y"))))
        .contains("The record names no administration of X-land from 1 January 2020 on.\n");
    assertThat(section("Finding", text(BRIEF))).doesNotContain("names no administration");
  }

  @Test
  void a_change_of_strength_is_no_finding() {
    String text =
        text(
            Brief.of(
                    TestDossier.of("p")
                        .says("x", "a", "p", FOR, HOPE, "2016-01-01")
                        .says("x", "b", "p", FOR, DEMAND, "2017-01-01")
                        .tracker())
                .parties("x"));
    assertThat(section("Finding", text)).contains("No party changed its stance.");
    assertThat(section("What changed", text)).contains("hardened");
  }

  @Test
  void relations_of_several_pairs_are_counted_by_proposition_and_by_pair() {
    Tracker tracker =
        TestDossier.of("p")
            .with(TestDossier.actor("z", ActorKind.STATE).build())
            .says("x", "a", "p", FOR, URGE, "2016-01-01")
            .says("y", "b", "p", AGAINST, URGE, "2016-01-01")
            .says("z", "c", "p", AGAINST, URGE, "2016-01-01")
            .tracker();
    assertThat(tracker.compare("x", "y", "z").sentence())
        .contains("agreement on one proposition and contradiction on one proposition (two pairs)");
    assertThat(section("Finding", text(Brief.of(tracker).parties("x", "y", "z"))))
        .contains("Agreement on p (Y-land: against [b]; The z: against [c]).")
        .contains("Contradiction on p (X-land: for [a]; Y-land: against [b]; The z: against [c]).");
  }

  @Test
  void the_dates_are_the_last_and_the_days_that_show_most_of_the_other_stances() {
    assertThat(dates(BRIEF)).containsExactly("2016-05-01", "2019-12-31");
    assertThat(section("The positions at each date", text(BRIEF)))
        .contains(
            "The dates: 2016-05-01, when 2 positions were taken or changed; 2019-12-31, the last day.");
    assertThat(dates(BRIEF.between("2017", "2019"))).containsExactly("2017-01-01", "2019-12-31");
    assertThat(dates(BRIEF.on("q"))).containsExactly("2011-02-03", "2019-12-31");
  }

  @Test
  void a_date_shows_the_more_stances_the_more_were_held_on_it() {
    // On five propositions X turns once, on 1 to 5 March; Y changes its mind on one for a day.
    TestDossier dossier = TestDossier.of("p", "q", "r", "s", "t");
    List<String> propositions = List.of("p", "q", "r", "s", "t");
    for (int i = 0; i < 5; i++) {
      String id = propositions.get(i);
      dossier =
          dossier
              .says("x", "for-" + id, id, FOR, PROMISE, "2018-01-0" + (i + 1))
              .says("x", "against-" + id, id, AGAINST, REFUSE, "2018-03-0" + (i + 1));
    }
    dossier =
        dossier
            .says("y", "once", "p", FOR, URGE, "2019-05-01")
            .says("y", "again", "p", AGAINST, URGE, "2019-05-02");
    Brief brief = Brief.of(dossier.tracker().asOf("2019-12-31")).parties("x", "y");

    // All five stances of X that ended were held from 5 January on; that of Y on one day alone.
    assertThat(dates(brief)).containsExactly("2018-01-05", "2019-05-01", "2019-12-31");
  }

  @Test
  void the_dates_can_be_chosen() {
    assertThat(dates(BRIEF.at("2018-03-04", "2012"))).containsExactly("2012-12-31", "2018-03-04");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BRIEF.at("2020"))
        .withMessageContaining("2020-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(BRIEF::at)
        .withMessage("name at least one of the dates");
  }

  /** Returns the dates over the columns of each party in turn, which must be the same ones. */
  private static List<String> dates(Brief brief) {
    String html = brief.page().print(Style.whole().html());
    String head =
        html.substring(html.indexOf("colgroup"), html.indexOf("<div class=\"grouped narrow"));
    List<String> dates = found("<th scope=\"col\">(\\d{4}-\\d\\d-\\d\\d)<", head);
    List<String> first = dates.subList(0, dates.size() / 2);
    assertThat(dates.subList(dates.size() / 2, dates.size())).isEqualTo(first);
    return first;
  }

  @Test
  void every_claim_that_a_cell_names_or_leads_to_is_listed_on_the_page() {
    String html = BRIEF.page().print(Style.whole().html());
    assertThat(found(" id=\"([^\"]+)\"", html))
        .contains("claim-early", "claim-pledge", "claim-no", "claim-call")
        .containsAll(found("href=\"#([^\"]+)\"", html))
        .doesNotHaveDuplicates();
    String tables = html.replaceAll("(?s)<details>.*?</details>", "");
    assertThat(found("<td[^>]*>((?:<a [^>]*>)?(?:early|pledge|no|call))<", tables))
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell).startsWith("<a href=\"#claim-"));
    assertThat(found("<td class=\"(?:plus|minus|question)[^>]*>(..)", tables))
        .isNotEmpty()
        .allSatisfy(start -> assertThat(start).isEqualTo("<a"));
    assertThat(
            section(
                "Other claims that are cited above", "\n" + text(BRIEF.between("2017", "2019"))))
        .contains("early")
        .contains("call");
  }

  @Test
  void claims_that_do_not_count_are_told_with_the_reason_and_listed() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x", "pledge", "p", FOR, PROMISE, "2016-05-01")
            .with(
                TestDossier.claim("inkling", "x", "p", AGAINST, ASSERT, "2017-01-01")
                    .addEvidence(TestDossier.evidence("S1", Mode.IMPUTED))
                    .build())
            .tracker();
    String text = text(Brief.of(tracker).parties("x"));
    assertThat(section("What is not known", text))
        .containsPattern("inkling +X-land +X-land on p +a hint, its evidence too indirect");
    assertThat(section("What was said, in order of time", text)).contains("inkling");
  }

  @Test
  void claims_before_the_first_day_are_listed_only_if_a_position_rests_on_them() {
    String text = text(BRIEF.between("2018-01-01", "2019-12-31"));
    String told = section("What was said, in order of time", text);
    assertThat(told.substring(0, told.indexOf("Other claims")))
        .contains("2018-03-04")
        .doesNotContain("2016-05-01");
    assertThat(text).contains("from 1 January 2018, as of 31 December 2019");
    assertThat(section("Finding", text))
        .contains("Positions that changed since 1 January 2018:")
        .contains("from 1 May 2016 for (first on record) [pledge]; since 4 March 2018 against");
  }

  @Test
  void read_outs_of_talks_of_both_are_side_by_side() {
    assertThat(section("What each side said of their meetings", text(BRIEF)))
        .contains("Talks of X and Y")
        .containsPattern("point +X-land +Y-land +claim");
  }

  @Test
  void what_is_not_known_is_told_with_its_reason() {
    assertThat(section("What is not known", text(BRIEF))).containsPattern("Y-land +q +no claim");
  }

  @Test
  void what_media_alone_speak_of_is_told_as_such() {
    Tracker tracker =
        TestDossier.of("p", "q", "r")
            .says("x", "a", "p", FOR, URGE, "2016-01-01")
            .says("wire", "m", "q", FOR, ASSERT, "2016-01-01")
            .tracker();
    String text = text(Brief.of(tracker).parties("x"));
    assertThat(section("What is not known", text))
        .contains("Media alone speak of this, and none of the parties: q.")
        .containsPattern("m +The wire +X-land on q +a medium reports it");
    assertThat(section("What is not known", text(Brief.of(tracker).parties("x").on("p"))))
        .doesNotContain("Media alone");
  }

  @Test
  void the_finding_tells_conditions_and_heads_and_dates_that_are_not_exact() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x", "a", "p", FOR, URGE, "2012")
            .says("x", "b", "p", AGAINST, URGE, "[2016-02-01..2016-03-04]")
            .with(
                reported("c", "x", "p", AGAINST, URGE, "2017-05-06")
                    .condition("if they come")
                    .build())
            .tracker();
    assertThat(section("Finding", text(Brief.of(tracker).parties("x"))))
        .contains(
            "X-land on p: from 2012 for (first on record) [a]; from 4 March 2016 (at the latest)"
                + " against, under The bo-cheng [b]; since 6 May 2017 against, on a condition [c].");
  }

  @Test
  void a_brief_on_one_party_has_no_section_on_differences() {
    String text = text(Brief.of(TRACKER).parties("x").title("X alone"));
    assertThat(text).startsWith("X alone\n").doesNotContain("Where they differ");
  }

  @Test
  void without_claims_nothing_is_invented() {
    Brief brief = Brief.of(TestDossier.of("p").tracker()).parties("x", "y");
    assertThat(text(brief))
        .isEqualTo(
            """
            X-land and Y-land: positions on record
            X-land and Y-land on 0 propositions, as of 31 December 2019.
            None of them has taken a position on record.""");
    assertThat(brief.sources()).isEmpty();
    assertThat(text(brief.on("p"))).contains("No position is on record for 2 of the 2");
  }

  @Test
  void the_sources_are_those_of_the_claims_that_are_listed() {
    assertThat(BRIEF.sources()).extracting(Source::id).containsExactly("S1");
    assertThat(section("Sources", text(BRIEF)))
        .containsPattern("S1 +The wire +Of S1 +2019-12-31 +4 reported");
  }

  @Test
  void addresses_of_sources_are_links_only_if_they_are_of_the_web() {
    Tracker tracker =
        TestDossier.of("p")
            .with(
                TestDossier.source("L", "wire", "2016").url("https://wire.example/1?a=b&c").build(),
                TestDossier.source("J", "wire", "2016").url("javascript:alert(1)").build())
            .with(
                TestDossier.claim("a", "x", "p", FOR, ASSERT, "2016-01-01")
                    .addEvidence(TestDossier.evidence("L", Mode.DIRECT))
                    .addEvidence(TestDossier.evidence("J", Mode.DIRECT))
                    .build())
            .tracker();
    String html = Brief.of(tracker).parties("x").page().print(Style.whole().html());
    assertThat(html)
        .contains("<a rel=\"noreferrer\" href=\"https://wire.example/1?a=b&amp;c\">")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void many_propositions_are_pictured_in_part_and_listed_in_whole() {
    String[] ids = IntStream.range(0, 14).mapToObj(i -> "p" + i).toArray(String[]::new);
    TestDossier dossier = TestDossier.of(ids);
    for (String id : ids) {
      dossier = dossier.says("x", "on-" + id, id, FOR, ASSERT, "2016-01-01");
    }
    String text = text(Brief.of(dossier.tracker()).parties("x", "y"));
    assertThat(text).contains("Shown are the first 5 propositions; all 14 are below.");
    assertThat(section("The positions at each date", text)).contains("p13");
  }

  @Test
  void the_order_of_claims_changes_no_byte() {
    TestDossier empty = TestDossier.of("p", "q");
    TestDossier forward =
        empty
            .says("x", "a", "p", FOR, PROMISE, "2016-05-01")
            .says("x", "b", "p", AGAINST, REFUSE, "2018-03-04")
            .says("y", "c", "q", FOR, URGE, "2018-03-04");
    TestDossier backward =
        empty
            .says("y", "c", "q", FOR, URGE, "2018-03-04")
            .says("x", "b", "p", AGAINST, REFUSE, "2018-03-04")
            .says("x", "a", "p", FOR, PROMISE, "2016-05-01");
    assertThat(html(backward)).isEqualTo(html(forward));
  }

  private static String html(TestDossier dossier) {
    return Brief.of(dossier.tracker()).parties("x", "y").page().print(Style.whole().html());
  }

  @Test
  void what_a_brief_cannot_be_of_is_refused() {
    Brief brief = Brief.of(TRACKER);
    assertThatIllegalStateException()
        .isThrownBy(brief::page)
        .withMessage("a brief needs parties(…), such as parties(\"rok\", \"prc\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.parties("z"))
        .withMessageContaining("'z' is not in the dossier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.parties("x-mofa"))
        .withMessageContaining("'x-mofa' is an organ");
    assertThatIllegalArgumentException()
        .isThrownBy(brief::parties)
        .withMessage("name at least one of the parties");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.on("pp"))
        .withMessageContaining("'pp'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.onIssue("ii"))
        .withMessageContaining("the dossier has no issue 'ii'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.title(" "))
        .withMessage("the title of a brief needs a word, got a blank one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brief.between("2019", "2018"))
        .withMessage(
            "the first day of a brief must not be after the last, got 2019-01-01 and 2018-12-31");
  }

  @Test
  void a_brief_states_itself_in_one_line() {
    assertThat(BRIEF.on("p").between("2017", "2018"))
        .hasToString("Brief of [x, y] on [p], from 2017-01-01, as of 2018-12-31");
  }
}
