package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.demarche.model.ActorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days as tables write them, by patterns. */
class TableDatesTest {
  @TempDir Path folder;

  private LoadedClaims load(List<String> days, UnaryOperator<ClaimTable> dates) throws IOException {
    StringBuilder rows = new StringBuilder("day,paper\n");
    days.forEach(day -> rows.append('"').append(day).append("\",Gazette\n"));
    Path file = Files.writeString(folder.resolve("table.csv"), rows);
    ClaimTable table =
        ClaimTable.of(file)
            .id("c-{#}")
            .principalsByName("Xland")
            .actors(ActorKind.STATE)
            .propositionBySentence("P is so.")
            .propositions("i")
            .stance("FOR")
            .force("ASSERT")
            .mode("RECORDED")
            .source("s-{#}")
            .sources("{paper}", "Report {#}", "{day}");
    return dates.apply(table).read();
  }

  /** Returns the days of texts; the dates of publication are the same. */
  private List<String> days(UnaryOperator<ClaimTable> dates, String... texts) throws IOException {
    LoadedClaims load = load(List.of(texts), dates);
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().sources())
        .extracting(source -> source.published().toString())
        .containsExactlyElementsOf(
            load.dossier().claims().stream().map(claim -> claim.asserted().toString()).toList());
    return load.dossier().claims().stream().map(claim -> claim.asserted().toString()).toList();
  }

  @Test
  void a_doubled_apostrophe_is_one() throws IOException {
    assertThat(
            days(it -> it.asserted("{day}", "d MMMM 'de l''any' yyyy"), "31 October de l'any 2017"))
        .containsExactly("2017-10-31");
    assertThat(days(it -> it.asserted("{day}", "d''M''yyyy"), "31'10'2017"))
        .containsExactly("2017-10-31");
  }

  @Test
  void a_number_may_be_padded_with_blanks() throws IOException {
    assertThat(days(it -> it.asserted("{day}", "yyyy-ppM-ppd"), "2017- 1- 3", "2017-10-31"))
        .containsExactly("2017-01-03", "2017-10-31");
    assertThat(days(it -> it.years(1923, 2022).asserted("{day}", "d/M/ppppyy"), "31/10/  17"))
        .containsExactly("2017-10-31");
  }

  @Test
  void a_range_of_years_is_for_years_of_two_digits_only() throws IOException {
    assertThat(
            days(
                it -> it.years(1923, 2022).asserted("{day}", "d/M/yyyy", "d/M/yy"),
                "4/10/1815",
                "4/10/46"))
        .containsExactly("1815-10-04", "1946-10-04");
  }

  @Test
  void any_white_space_is_a_blank() throws IOException {
    assertThat(days(it -> it.asserted("{day}", "d MMMM yyyy"), "1 March\u00A02016"))
        .containsExactly("2016-03-01");
    assertThat(days(it -> it.asserted("{day}", "d/M/yyyy H:mm"), "5/6/2016\u202F14:30"))
        .containsExactly("2016-06-05");
    assertThat(days(it -> it.asserted("{day}", "d\u00A0MMMM yyyy"), "1 March 2016"))
        .containsExactly("2016-03-01");
  }

  @Test
  void a_day_in_the_form_of_workbooks_fits_any_patterns() throws IOException {
    assertThat(days(it -> it.asserted("{day}", "d/M/yyyy"), "31/10/2017", "2017-10-30"))
        .containsExactly("2017-10-31", "2017-10-30");
  }

  @Test
  void a_day_that_could_be_a_month_is_not_guessed() throws IOException {
    LoadedClaims load =
        load(
            List.of("2017-31-10", "2017-10-31", "2017-10"),
            it -> it.asserted("{day}", "yyyy-dd-MM"));
    assertThat(load.dossier().claims()).hasSize(1);
    assertThat(load.problems())
        .extracting(problem -> problem.place().orElseThrow().line())
        .containsExactly(3, 4);
  }
}
