package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.examples.thaad.MadeUpRecords.dossierWithChanged;
import static org.demarche.examples.thaad.MadeUpRecords.madeUp;
import static org.demarche.examples.thaad.MadeUpRecords.trackerWith;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.quotesFrom;
import static org.demarche.examples.thaad.ThaadFixtures.source;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Unknown;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traps 32 to 39: misleading signs of when something was said or published. The numbers refer to
 * the coder’s list of places in these five articles where a reader, a coder or a program is easily
 * misled.
 */
class DateTrapsTest {
  @Test
  void trap_32_an_article_is_dated_by_its_publication_and_not_by_the_crawl() {
    assertThat(source("KT17").published()).isEqualTo(When.parse("2017-11-24"));
    assertThat(source("KT17").basis()).isEqualTo(Basis.STATED);
    assertThat(TRACKER.claims().source("KT17").list())
        .hasSize(27)
        .allSatisfy(c -> assertThat(c.asserted().latest()).isBeforeOrEqualTo("2017-11-24"));
    Tracker then = TRACKER.asOf("2017-11-24").knownAt("2017-11-24");
    assertThat(known(then.position("prc", "3n-promise")).stance()).isEqualTo(Stance.FOR);
  }

  @Test
  void trap_33_a_later_teaser_on_the_page_is_not_part_of_the_article() {
    assertThat(quotesFrom("KT17"))
        .isNotEmpty()
        .noneSatisfy(
            quote -> assertThat(quote).containsAnyOf("lifts bans", "Chip 4", "2017-11-28"));
    assertThat(ids(TRACKER.claims().source("KT17").between("2017-11-25", "2022-08-31"))).isEmpty();
    assertThat(
            Stream.of(
                    DOSSIER.sources().stream().map(Source::published),
                    DOSSIER.claims().stream().map(Claim::asserted),
                    DOSSIER.occasions().stream().map(o -> o.when()))
                .flatMap(dates -> dates))
        .noneSatisfy(date -> assertThat(date.latest()).isEqualTo("2017-11-28"));
  }

  @ParameterizedTest
  @CsvSource({
    "KH15-01, WEDNESDAY, 2015-02-04, RESOLVED",
    "UPI17-01, TUESDAY, 2017-10-31, RESOLVED",
    "UPI17-03, TUESDAY, 2017-10-31, RESOLVED",
    "UPI17-04, MONDAY, 2017-10-30, RESOLVED",
    "UPI17-05, MONDAY, 2017-10-30, RESOLVED",
    "KT17-07, WEDNESDAY, 2017-11-22, RESOLVED",
    "KT17-20, THURSDAY, 2017-11-23, RESOLVED",
    "KT17-22, THURSDAY, 2017-11-23, RESOLVED",
    "AP22-01, WEDNESDAY, 2022-08-10, RESOLVED",
    "AP22-04, WEDNESDAY, 2022-08-10, RESOLVED",
    "AP22-08, TUESDAY, 2022-08-09, RESOLVED",
    "ET22-01, THURSDAY, 2022-08-11, RESOLVED",
    "ET22-05, TUESDAY, 2022-08-09, INFERRED"
  })
  void trap_34_a_weekday_means_the_last_such_day_up_to_publication(
      String claim, DayOfWeek weekday, LocalDate day, Basis basis) {
    assertThat(day.getDayOfWeek()).isEqualTo(weekday);
    assertThat(claim(claim).asserted()).isEqualTo(When.on(day));
    assertThat(claim(claim).basis()).isEqualTo(basis);
  }

  @Test
  void trap_34_last_year_and_last_month_are_counted_from_the_article() {
    assertThat(quote("KH15-06")).contains("last year");
    assertThat(claim("KH15-06").asserted()).isEqualTo(When.parse("2014"));
    assertThat(quote("KT17-02")).contains("last month");
    assertThat(claim("KT17-02").asserted()).isEqualTo(When.parse("2017-10-31"));
    assertThat(claim("KT17-02").basis()).isEqualTo(Basis.RESOLVED);
  }

  @ParameterizedTest
  @CsvSource({
    "KH15, 2015-02-04, STATED",
    "UPI17, 2017-10-31, INFERRED",
    "KT17, 2017-11-24, STATED",
    "AP22, 2022-08-10, INFERRED",
    "ET22, [2022-08-11..2022-08-31], INFERRED"
  })
  void trap_35_a_publication_date_that_is_not_stated_is_marked_as_inferred(
      String source, String published, Basis basis) {
    assertThat(source(source).published()).hasToString(published);
    assertThat(source(source).basis()).isEqualTo(basis);
  }

  @Test
  void trap_35_an_article_of_uncertain_date_is_known_only_from_its_last_possible_day() {
    Tracker statement = TRACKER.asOf("2022-08-11");
    assertThat(unknown(statement.knownAt("2022-08-30").position("rok", "3n-agreement")).reason())
        .isEqualTo(Unknown.Reason.NOT_YET_KNOWN);
    assertThat(known(statement.knownAt("2022-08-31").position("rok", "3n-agreement")).cellText())
        .isEqualTo("AGAINST/DENY");
  }

  @Test
  void trap_36_a_readout_is_dated_by_the_day_it_was_given_and_not_by_the_meeting() {
    assertThat(claim("AP22-05").asserted()).isEqualTo(When.parse("2022-08-10"));
    assertThat(claim("AP22-05").occasion()).contains("qingdao-2022-08-09");
    assertThat(DOSSIER.occasion("qingdao-2022-08-09").orElseThrow().when())
        .isEqualTo(When.parse("2022-08-09"));
    assertThat(unknown("prc", "understanding-enhanced", "2022-08-09").reason())
        .isEqualTo(Unknown.Reason.ONLY_LATER);
    assertThat(known("prc", "understanding-enhanced", "2022-08-10").cellText())
        .isEqualTo("FOR/ASSERT");
  }

  @Test
  void trap_37_a_wrong_date_in_a_source_is_kept_and_corrected_by_another_claim() {
    assertThat(quote("KT17-05")).contains("Nov. 12 summit");
    assertThat(claim("KT17-05").asserted()).isEqualTo(When.parse("2017-11-12"));
    assertThat(claim("KT17-05").basis()).isEqualTo(Basis.STATED);
    Dossier edited =
        dossierWithChanged("KT17-05", c -> c.asserted(When.parse("[2017-11-11..2017-11-12]")));
    assertThatThrownBy(() -> DOSSIER.plus(edited))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("KT17-05");
    Tracker corrected =
        trackerWith(
            madeUp("correction", "rok-president", "2017-11-11", "KT17")
                .proposition("normalise-relations")
                .build());
    assertThat(ids(corrected.claims().principal("rok-president").on("normalise-relations")))
        .containsExactly("correction", "KT17-05");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KT17-13", "KT17-14", "KT17-23", "KT17-24", "KT17-25", "KT17-26"})
  void trap_38_an_undated_claim_has_only_a_last_possible_day(String claim) {
    When asserted = claim(claim).asserted();
    assertThat(asserted.earliest()).isEmpty();
    assertThat(asserted.latest()).isEqualTo("2017-11-24");
    String principal = claim(claim).principals().first();
    Unknown before = unknown(principal, claim(claim).proposition(), "2017-11-23");
    assertThat(before.reason()).isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
    assertThat(ids(before.possibleClaims())).containsExactly(claim);
    assertThat(known(principal, claim(claim).proposition(), "2017-11-24").headline().claim().id())
        .isEqualTo(claim);
    assertThat(ids(TRACKER.claims().between("2016", "2016"))).contains(claim);
  }

  @Test
  void trap_38_neither_of_two_undated_claims_is_later_than_the_other() {
    When promise = claim("KT17-13").asserted();
    When position = claim("KT17-14").asserted();
    assertThat(promise.before(position)).isFalse();
    assertThat(position.before(promise)).isFalse();
    assertThat(claim("KT17-14").respondsTo()).containsExactly("KT17-13");
  }

  @Test
  void trap_39_a_promise_for_march_is_dated_by_the_day_in_february_when_it_was_made() {
    assertThat(quote("KH15-11")).contains("in March");
    assertThat(quote("KH15-10")).contains("this year");
    for (String id : List.of("KH15-10", "KH15-11")) {
      assertThat(claim(id).asserted()).as(id).isEqualTo(When.parse("2015-02-04"));
      assertThat(known("rok", claim(id).proposition(), "2015-02-04").cellText())
          .as(id)
          .isEqualTo("FOR/AGREE");
    }
  }
}
