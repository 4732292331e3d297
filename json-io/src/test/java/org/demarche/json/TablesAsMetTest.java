package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.LoadedRows.claimIds;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables as they are met in practice: each test has one fault that used to be misread or refused.
 */
class TablesAsMetTest {
  private static final String HEADER = "id,code,country,vote,day\n";

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content);
  }

  private static Dossier publishedIn(String year) {
    return Dossier.of(
        Actor.builder().id("un").name("United Nations record").kind(ActorKind.MEDIA).build(),
        Source.builder().id("s").outlet("un").title("S").published(When.parse(year)).build());
  }

  /** Returns a table whose rows give the claims of states on one proposition. */
  private static ClaimTable votes(Path file, String published) {
    return statements(file, published)
        .id("{id}")
        .principals("{code}")
        .actors(ActorKind.STATE, "{country}")
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{vote}")
        .asserted("{day}");
  }

  private static ClaimTable statements(Path file, String published) {
    return ClaimTable.of(file)
        .onto(publishedIn(published))
        .source("s")
        .mode("RECORDED")
        .force("VOTE");
  }

  private static List<String> dates(LoadedClaims load) {
    return load.dossier().claims().stream().map(claim -> claim.asserted().toString()).toList();
  }

  private static List<String> names(LoadedClaims load) {
    List<String> names =
        new ArrayList<>(load.dossier().actors().stream().map(Actor::name).toList());
    names.remove("United Nations record");
    return names;
  }

  // One code for several names

  private ClaimTable votesOfNa() throws IOException {
    return statements(
            file(
                """
                rcid,country,country_code,vote
                2199,Federal Republic of Germany,NA,FOR
                2199,Yemen Arab Republic,NA,FOR
                3595,Namibia,"NA",FOR
                """),
            "1995")
        .id("{rcid}-{country_code}")
        .principals("{country_code}")
        .actors(ActorKind.STATE, "{country}")
        .proposition("rc-{rcid}")
        .propositions("rc", "Roll call {rcid}.")
        .stance("{vote}")
        .asserted("1990");
  }

  @Test
  void one_code_with_three_names_is_reported_at_the_second_and_the_third() throws IOException {
    LoadedClaims load = votesOfNa().read();
    assertThat(claimIds(load)).containsExactly("2199-NA");
    assertThat(names(load)).containsExactly("Federal Republic of Germany");
    assertThat(messages(load))
        .containsExactly(
            "3: id NA had the name 'Federal Republic of Germany' in line 2, now 'Yemen Arab"
                + " Republic': two actors, or one with two names? If one, otherNamesAsAliases()"
                + " keeps both",
            "4: id NA had the name 'Federal Republic of Germany' in line 2, now 'Namibia': two"
                + " actors, or one with two names? If one, otherNamesAsAliases() keeps both");
  }

  @Test
  void a_missing_value_is_told_from_the_same_text_in_quotation_marks() throws IOException {
    LoadedClaims load = votesOfNa().missing("NA").read();
    assertThat(names(load)).containsExactly("Namibia");
    assertThat(messages(load))
        .containsExactly(
            "2: id is empty: nothing in column country_code; principals is empty: nothing in column"
                + " country_code",
            "3: id is empty: nothing in column country_code; principals is empty: nothing in column"
                + " country_code");
  }

  @Test
  void an_empty_cell_can_be_filled_from_another_column() throws IOException {
    LoadedClaims load =
        votesOfNa()
            .missing("NA")
            .emptyFrom("country_code", "country")
            .principalsByName("{country}")
            .id("{rcid}-{#}")
            .read();
    assertThat(names(load))
        .containsExactlyInAnyOrder("Federal Republic of Germany", "Yemen Arab Republic", "Namibia");
    assertThat(load.problems()).isEmpty();
  }

  @Test
  void another_name_becomes_an_alias_where_that_is_asked_for() throws IOException {
    Path file =
        file(
            "id,code,country,vote,day\na,MM,Burma,FOR,1988-10-04\nb,MM,Myanmar,AGAINST,1990-10-04\n");
    assertThat(messages(votes(file, "2000").read()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("3: id MM had the name 'Burma' in line 2, now 'Myanmar'");
    LoadedClaims load = votes(file, "2000").otherNamesAsAliases().read();
    assertThat(claimIds(load)).containsExactly("a", "b");
    Actor burma = load.dossier().actor("MM").orElseThrow();
    assertThat(burma.name()).isEqualTo("Burma");
    assertThat(burma.aliases()).containsExactly("Myanmar");
  }

  @Test
  void another_name_of_an_actor_of_the_dossier_is_reported_or_becomes_an_alias()
      throws IOException {
    Dossier known =
        publishedIn("2000")
            .plus(Actor.builder().id("MM").name("Myanmar").kind(ActorKind.STATE).build());
    Path file = file(HEADER + "a,MM,Burma,FOR,1988-10-04\n");
    assertThat(messages(votes(file, "2000").onto(known).read()).get(0))
        .startsWith("2: id MM had the name 'Myanmar' in the dossier, now 'Burma'");
    assertThat(
            votes(file, "2000")
                .onto(known)
                .otherNamesAsAliases()
                .read()
                .dossier()
                .actor("MM")
                .orElseThrow()
                .aliases())
        .containsExactly("Burma");
  }

  // Quotation marks

  @Test
  void a_name_does_not_run_over_several_lines() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    HEADER
                        + "a,US,\"United States\nof America\",FOR,2017-10-31\nd,IT,Italy,FOR,2017-10-31\n"),
                "2018")
            .read();
    assertThat(claimIds(load)).containsExactly("d");
    assertThat(messages(load))
        .containsExactly(
            "2: a quotation mark opens a cell that runs over lines 2 to 3; a value of name is on one"
                + " line: is the mark never closed?");
  }

  @Test
  void a_mark_before_a_name_that_is_never_closed_costs_its_row() throws IOException {
    String rows =
        """
        a,US,"United States,FOR,2017-10-31
        b,FR,France,FOR,2017-10-31
        c,DE,Germany",FOR,2017-10-31
        d,IT,Italy,FOR,2017-10-31
        """;
    LoadedClaims load = votes(file(HEADER + rows), "2018").read();
    assertThat(claimIds(load)).containsExactly("b", "c", "d");
    assertThat(messages(load))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("2: the quotation mark of field 3 is closed in line 4 only, after what looks");
    assertThat(claimIds(votes(file(HEADER + rows), "2018").noQuoting().read()))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void rows_that_an_unused_cell_swallows_are_reported() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    """
                    id,code,country,vote,day,remark
                    a,US,United States,FOR,2017,"so
                    b,FR,France,FOR,2017,no"
                    c,IT,Italy,FOR,2017,"two
                    lines"
                    """),
                "2018")
            .read();
    assertThat(claimIds(load)).containsExactly("b", "c");
    assertThat(messages(load))
        .containsExactly(
            "2: the quotation mark of field 6 is closed in line 3 only, after what looks like rows;"
                + " close it, or double it if it belongs to the words; if the lines are one text, set"
                + " longCells()");
  }

  @Test
  void a_stray_quotation_mark_costs_one_row_in_tabs() throws IOException {
    Path file =
        file(
            """
            id\tcode\ttext\tvote
            a\tUS\tA tax helps.\tFOR
            b\tFR\t"A" tax hurts.\tFOR
            c\tDE\tA tax is fair.\tFOR
            """);
    LoadedClaims load = taxes(file).read();
    assertThat(claimIds(load)).containsExactly("a", "c");
    assertThat(messages(load))
        .containsExactly(
            "3: text after a closing quotation mark, in field 3; a mark within a cell is doubled, or"
                + " noQuoting() is set");
    LoadedClaims unquoted = taxes(file).noQuoting().read();
    assertThat(unquoted.dossier().proposition("p-b").orElseThrow().text())
        .isEqualTo("\"A\" tax hurts.");
  }

  private static ClaimTable taxes(Path file) {
    return statements(file, "2018")
        .separator('\t')
        .id("{id}")
        .principals("{code}")
        .actors(ActorKind.STATE, "{code}")
        .proposition("p-{id}")
        .propositions("tax", "{text}")
        .stance("{vote}")
        .asserted("2017");
  }

  @Test
  void stray_quotation_marks_cost_their_rows_in_commas_and_a_backslash_can_be_declared()
      throws IOException {
    Path file =
        file(
            HEADER
                + "a,IT,Italy,FOR,2017-10-31\nb,US,\"US\" so called,FOR,2017-10-31\n"
                + "c,FR,\"a \\\"republic\\\"\",FOR,2017-10-31\nd,DE,Germany,FOR,2017-10-31\n");
    LoadedClaims load = votes(file, "2018").read();
    assertThat(claimIds(load)).containsExactly("a", "d");
    assertThat(messages(load))
        .containsExactly(
            "3: text after a closing quotation mark, in field 3; a mark within a cell is doubled, or"
                + " noQuoting() is set",
            "4: text after a closing quotation mark, in field 3; a backslash escapes nothing here: a"
                + " mark within a cell is doubled, or escape('\\\\') is set");
    LoadedClaims escaped = votes(file, "2018").escape('\\').read();
    assertThat(claimIds(escaped)).containsExactly("a", "c", "d");
    assertThat(names(escaped)).contains("a \"republic\"");
  }

  @Test
  void a_table_may_have_neither_header_nor_quoting() throws IOException {
    LoadedClaims load =
        ClaimTable.of(
                file(
                    """
                    7.json\thalf-true\tA "fair" tax helps.\ttax\tann
                    8.json\tfalse\t"Toll hurts.\ttoll\tann
                    """))
            .onto(publishedIn("2018"))
            .separator('\t')
            .noHeader()
            .noQuoting()
            .id("c-{1}")
            .principals("{5}")
            .actors(ActorKind.PERSON, "{5}")
            .proposition("p-{1}")
            .propositions("{4}", "{3}")
            .stance("FOR")
            .force("ASSERT")
            .source("s")
            .mode("INDIRECT")
            .quote("{3}")
            .asserted("2017")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.evidence().get(0).quote().orElseThrow())
        .containsExactly("A \"fair\" tax helps.", "\"Toll hurts.");
  }

  // Headers and lines

  @Test
  void columns_without_a_name_do_not_matter_and_names_can_be_given() throws IOException {
    String rows = "a,US,United States,FOR,2017-10-31,,\nb,FR,France,FOR,2017-10-31,,\n";
    assertThat(claimIds(votes(file("id,code,country,vote,day,,\n" + rows), "2018").read()))
        .containsExactly("a", "b");
    assertThat(
            claimIds(
                votes(file(rows), "2018").header("id", "code", "country", "vote", "day").read()))
        .containsExactly("a", "b");
  }

  @Test
  void a_first_line_may_name_the_separator_and_counts_as_a_line() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    "sep=;\nid;code;country;vote;day\na;US;United States;FOR;2017-10-31\nb;;;FOR;2017\n"),
                "2018")
            .read();
    assertThat(claimIds(load)).containsExactly("a");
    assertThat(messages(load)).containsExactly("4: principals is empty: nothing in column code");
  }

  @Test
  void comment_lines_and_blank_rows_are_no_rows() throws IOException {
    LoadedClaims load =
        votes(file(HEADER + "# a remark\na,US,United States,FOR,2017\n,,,,\n\n"), "2018")
            .comments('#')
            .read();
    assertThat(claimIds(load)).containsExactly("a");
    assertThat(load.rows()).isEqualTo(1);
    assertThat(load.problems()).isEmpty();
  }

  @Test
  void unseen_characters_around_cells_and_headers_do_not_count() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    """
                    \uFEFFid ,code,country,\u00A0vote,day
                    a\u200B,US,United States,FOR,\u00A02017-10-31
                    b,\u00A0FR,France,FOR,2017-10-31
                    """),
                "2018")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(claimIds(load)).containsExactly("a", "b");
    assertThat(load.dossier().claim("b").orElseThrow().principals()).containsExactly("FR");
  }

  @Test
  void a_bad_byte_is_reported_at_its_own_line() throws IOException {
    Path file = folder.resolve("table.csv");
    Charset windows = Charset.forName("windows-1252");
    Files.write(
        file,
        (HEADER
                + "a,US,United States,FOR,2017-10-31\nb,FR,France,FOR,2017-10-31\n"
                + "c,CI,C\u00F4te d'Ivoire,FOR,2017-10-31\nd,IT,Italy,FOR,2017-10-31\n")
            .getBytes(windows));
    assertThatThrownBy(() -> votes(file, "2018").read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(
            file
                + ":4:1: the byte 0xF4 is not part of a character in UTF-8; state the encoding of"
                + " the table with charset(…): in windows-1252 it is 'ô'");
    assertThat(names(votes(file, "2018").charset(windows).read())).contains("C\u00F4te d'Ivoire");
  }

  @Test
  void a_table_larger_than_its_limit_is_refused() throws IOException {
    Path file = file(HEADER + "a,US,United States,FOR,2017-10-31\n");
    assertThatThrownBy(() -> votes(file, "2018").maxBytes(30).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("larger than the limit of 30 bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes(file, "2018").maxBytes(0))
        .withMessage("maxBytes is at least 1, got 0");
  }

  // Dates

  @Test
  void years_of_two_digits_need_a_range() throws IOException {
    Path file = file(HEADER + "a,US,United States,FOR,4/10/91\nb,FR,France,FOR,4/10/46\n");
    ClaimTable votes = votes(file, "2022").asserted("{day}", "d/M/yy");
    assertThatIllegalArgumentException()
        .isThrownBy(votes::read)
        .withMessage(
            "the pattern 'd/M/yy' has years of two digits: write yyyy, or say with years(…) for which years they stand, such as years(1923, 2022)");
    assertThat(dates(votes.years(1923, 2022).read())).containsExactly("1991-10-04", "1946-10-04");
    Path old = file(HEADER + "a,US,United States,FOR,12/1/19\n");
    assertThat(dates(votes(old, "2022").asserted("{day}", "d/M/yy").years(1900, 1999).read()))
        .containsExactly("1919-01-12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes.years(1900, 2000))
        .withMessage(
            "years 1900 to 2000: give a range of at most a hundred years, such as 1900 to 1999");
  }

  @Test
  void a_year_outside_a_short_range_is_reported() throws IOException {
    LoadedClaims load =
        votes(file(HEADER + "a,US,United States,FOR,12/1/30\n"), "2022")
            .asserted("{day}", "d/M/yy")
            .years(1900, 1920)
            .read();
    assertThat(messages(load))
        .containsExactly("2: asserted '12/1/30' does not match the pattern 'd/M/yy'");
  }

  @Test
  void a_time_of_day_is_read_and_left_out() throws IOException {
    assertThat(
            dates(
                votes(file(HEADER + "a,US,United States,FOR,2017-10-31T09:30:00\n"), "2018")
                    .asserted("{day}", "uuuu-MM-dd'T'HH:mm:ss")
                    .read()))
        .containsExactly("2017-10-31");
    assertThat(
            dates(
                votes(file(HEADER + "a,US,United States,FOR,10/31/2017 0:00\n"), "2018")
                    .asserted("{day}", "M/d/yyyy H:mm")
                    .read()))
        .containsExactly("2017-10-31");
  }

  @Test
  void a_pattern_may_hold_words_and_months_of_a_language() throws IOException {
    assertThat(
            dates(
                votes(file(HEADER + "a,US,United States,FOR,31 of October 2017\n"), "2018")
                    .asserted("{day}", "d 'of' MMMM yyyy")
                    .read()))
        .containsExactly("2017-10-31");
    assertThat(
            dates(
                votes(file(HEADER + "a,ES,España,FOR,31 de octubre de 2017\n"), "2018")
                    .asserted("{day}", "d 'de' MMMM 'de' yyyy")
                    .monthNames(Locale.forLanguageTag("es"))
                    .read()))
        .containsExactly("2017-10-31");
  }

  @Test
  void several_patterns_are_tried_in_turn() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    HEADER
                        + "a,US,United States,FOR,31/10/2017\nb,FR,France,FOR,2017-10-30\n"
                        + "c,IT,Italy,FOR,Oct 2017\n"),
                "2018")
            .asserted("{day}", "d/M/yyyy", "yyyy-MM-dd")
            .read();
    assertThat(dates(load)).containsExactly("2017-10-31", "2017-10-30");
    assertThat(messages(load))
        .containsExactly(
            "4: asserted 'Oct 2017' does not match the pattern 'd/M/yyyy' or 'yyyy-MM-dd'");
  }

  @Test
  void a_pattern_that_gives_no_day_is_refused_with_what_it_lacks() throws IOException {
    ClaimTable votes = votes(file(HEADER), "2018");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes.asserted("{day}", "dd/mm/yyyy"))
        .withMessage("the pattern 'dd/mm/yyyy' gives no day: it has no month (MM: mm are minutes)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes.asserted("{day}", "HH:mm"))
        .withMessageContaining("no year (yyyy) and no month (MM: mm are minutes) and no day (dd)");
  }

  // Names where ids are wanted

  private ClaimTable named(String rows) throws IOException {
    return statements(file(rows), "2018")
        .id("{#}")
        .principalsByName("{org}")
        .actors(ActorKind.STATE)
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{stance}")
        .asserted("2017");
  }

  @Test
  void ids_are_made_from_names_and_sentences() throws IOException {
    LoadedClaims load =
        statements(
                file(
                    "org;concept;agreement\n\"Analysis, Inc.\";\"A tax helps.\";1\nSouth Korea;\"A tax helps.\";0\n"),
                "2018")
            .separator(';')
            .id("{#}")
            .principalsByName("{org}")
            .actors(ActorKind.STATE)
            .propositionBySentence("{concept}")
            .propositions("tax")
            .values("agreement", Map.of("1", "FOR", "0", "AGAINST"))
            .stance("{agreement}")
            .asserted("2017")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().actors())
        .extracting(actor -> actor.id() + " " + actor.name())
        .contains("analysis-inc Analysis, Inc.", "south-korea South Korea");
    assertThat(load.dossier().propositions())
        .extracting(proposition -> proposition.id() + " " + proposition.text())
        .containsExactly("a-tax-helps A tax helps.");
    assertThat(load.dossier().claims())
        .extracting(Claim::stance)
        .containsExactly(Stance.FOR, Stance.AGAINST);
  }

  @Test
  void names_in_any_script_give_ids_of_their_own_in_any_order_of_rows() throws IOException {
    String[] rows = {
      "대한민국,FOR\n", "中国,AGAINST\n", "Côte d’Ivoire,FOR\n", "Åland,FOR\n", "Đorđe,FOR\n"
    };
    LoadedClaims load = named("org,stance\n" + String.join("", rows)).read();
    assertThat(load.problems()).isEmpty();
    List<String> ids = load.dossier().actors().stream().map(a -> a.name() + " " + a.id()).toList();
    assertThat(ids)
        .contains(
            "대한민국 ub300-ud55c-ubbfc-uad6d",
            "中国 u4e2d-u56fd",
            "Côte d’Ivoire cote-d-ivoire",
            "Åland aland",
            "Đorđe dorde");
    LoadedClaims other =
        named("org,stance\n" + rows[4] + rows[3] + rows[2] + rows[1] + rows[0]).read();
    assertThat(other.dossier().actors())
        .containsExactlyInAnyOrderElementsOf(load.dossier().actors());
  }

  @Test
  void two_names_that_give_one_id_are_not_one_actor() throws IOException {
    LoadedClaims load = named("org,stance\nSaint-Martin,FOR\nSaint Martin,AGAINST\n").read();
    assertThat(messages(load))
        .containsExactly(
            "3: 'Saint Martin' gives the id saint-martin, which 'Saint-Martin' has since line 2 (' '"
                + " U+0020 here, '-' U+002D there): if they are one actor, write one name, or"
                + " otherNamesAsAliases() keeps both; if they are two, rename one");
    assertThat(names(load)).containsExactly("Saint-Martin");
  }

  @Test
  void a_long_name_gets_a_short_id_of_its_own() throws IOException {
    String name = "The Very Long Name of a Body That Was Founded to Be Named at Length, Part ";
    LoadedClaims load = named("org,stance\n\"" + name + "1\",FOR\n\"" + name + "2\",FOR\n").read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().actors()).allMatch(actor -> actor.id().length() <= 64);
    assertThat(names(load)).hasSize(2);
  }

  @Test
  void actors_of_the_dossier_are_met_by_id_name_alias_and_identifier() throws IOException {
    Dossier known =
        publishedIn("2018")
            .plus(
                Actor.builder()
                    .id("rok")
                    .name("South Korea")
                    .kind(ActorKind.STATE)
                    .addAliases("ROK")
                    .identifiers(Map.of("iso-3166-1-alpha-3", "KOR"))
                    .build());
    LoadedClaims load = named("org,stance\nSouth Korea,FOR\nROK,FOR\nrok,FOR\n").onto(known).read();
    assertThat(load.dossier().claims()).allMatch(claim -> claim.principals().contains("rok"));
    LoadedClaims byCode =
        statements(file("org,stance\nKOR,FOR\nPRK,FOR\n"), "2018")
            .onto(known)
            .id("{#}")
            .principalsByIdentifier("iso-3166-1-alpha-3", "{org}")
            .proposition("p")
            .propositions("i", "P is so.")
            .stance("{stance}")
            .asserted("2017")
            .read();
    assertThat(claimIds(byCode)).containsExactly("2");
    assertThat(messages(byCode))
        .containsExactly(
            "3: no actor of the dossier has the identifier 'PRK' in the scheme iso-3166-1-alpha-3");
  }

  @Test
  void propositions_of_the_dossier_are_met_by_sentence_and_label() throws IOException {
    Dossier known =
        publishedIn("2018")
            .plus(
                Proposition.builder()
                    .id("thaad")
                    .issue("i")
                    .text("Seoul deploys THAAD.")
                    .label("THAAD")
                    .build());
    LoadedClaims load =
        statements(file("org,what\na,Seoul deploys THAAD.\nb,THAAD\nc,thaad\nd,Nothing.\n"), "2018")
            .onto(known)
            .id("{#}")
            .principalsByName("{org}")
            .actors(ActorKind.STATE)
            .propositionBySentence("{what}")
            .stance("FOR")
            .asserted("2017")
            .read();
    assertThat(load.dossier().claims()).hasSize(3).allMatch(c -> c.proposition().equals("thaad"));
    assertThat(messages(load))
        .containsExactly(
            "5: no proposition says 'Nothing.'; propositions(…) adds the propositions that are"
                + " missing");
  }

  // Rows that are left out, and columns that are rows

  @Test
  void rows_that_are_left_out_on_purpose_are_counted_and_no_problem() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    HEADER
                        + "a,US,United States,1,1991-10-04\nb,FR,France,8,1991-10-04\n"
                        + "c,DE,Germany,9,1991-10-04\nd,IT,Italy,3,1991-10-04\n"
                        + "e,ES,Spain,7,1991-10-04\n"),
                "1995")
            .values("vote", Map.of("1", "FOR", "2", "UNCOMMITTED", "3", "AGAINST"))
            .leaveOut("vote", "8", "9")
            .read();
    assertThat(claimIds(load)).containsExactly("a", "d");
    assertThat(load.leftOut()).isEqualTo(2);
    assertThat(messages(load))
        .containsExactly(
            "6: vote '7' is none of 1, 2, 3, 8, 9; values(…) names each cell of the column,"
                + " leaveOut(…) those whose rows to leave out");
    assertThat(load.toString()).contains("from 5 rows, of which 1 gave no claim, 2 were left out");
  }

  @Test
  void a_column_for_each_state_is_turned_into_rows() throws IOException {
    LoadedClaims load =
        statements(
                file("draft,day,CHN,FRA,GBR\ns-101,1956-10-30,0,1,1\ns-102,1972-09-10,1,0,0\n"),
                "1995")
            .unpivot("state", "vote", "CHN", "FRA", "GBR")
            .values("vote", Map.of("1", "AGAINST"))
            .leaveOut("vote", "0")
            .id("{draft}-{state}")
            .principals("{state}")
            .actors(ActorKind.STATE, "{state}")
            .proposition("{draft}")
            .propositions("council", "Draft {draft} is adopted.")
            .stance("{vote}")
            .asserted("{day}")
            .read();
    assertThat(claimIds(load)).containsExactly("s-101-FRA", "s-101-GBR", "s-102-CHN");
    assertThat(names(load)).containsExactlyInAnyOrder("CHN", "FRA", "GBR");
    assertThat(load.leftOut()).isEqualTo(3);
    assertThat(load.problems()).isEmpty();
  }

  // What belongs to one claim or to several

  @Test
  void evidence_unites_with_a_claim_of_the_dossier_and_of_an_earlier_row() throws IOException {
    LoadedClaims first = votes(file(HEADER + "a,US,United States,FOR,2017-10-31\n"), "2018").read();
    Dossier more =
        first
            .dossier()
            .plus(
                Source.builder()
                    .id("t")
                    .outlet("un")
                    .title("T")
                    .published(When.parse("2018"))
                    .build());
    LoadedClaims second =
        votes(
                file(
                    HEADER
                        + "a,US,United States,FOR,2017-10-31\na,US,United States,FOR,2017-10-31\n"),
                "2018")
            .onto(more)
            .source("t")
            .read();
    assertThat(second.problems()).isEmpty();
    assertThat(second.united()).isEqualTo(1);
    assertThat(second.dossier().claim("a").orElseThrow().evidence())
        .extracting(evidence -> evidence.source())
        .containsExactly("s", "t");
    LoadedClaims other =
        votes(
                file(
                    HEADER
                        + "a,US,United States,FOR,2017-10-31\na,US,United States,AGAINST,2017-10-31\n"),
                "2018")
            .read();
    assertThat(messages(other))
        .containsExactly(
            "3: claim 'a' is in line 2 already, and differs from it in more than evidence");
  }

  @Test
  void a_claim_that_answers_a_row_without_a_claim_gives_none_either() throws IOException {
    LoadedClaims load =
        votes(
                file(
                    """
                    id,code,country,vote,day,to
                    a,US,United States,FOR,2020,
                    b,FR,France,FOR,2017,a
                    c,IT,Italy,FOR,2017,b
                    d,DE,Germany,FOR,2017,
                    """),
                "2018")
            .respondsTo("{to}")
            .read();
    assertThat(claimIds(load)).containsExactly("d");
    assertThat(messages(load))
        .containsExactly(
            "2: claim a: asserted 2020-01-01 or later, but s was published 2018",
            "3: claim 'a' of line 2 gives no claim",
            "4: claim 'b' of line 3 gives no claim");
  }

  @Test
  void an_event_list_of_a_coding_program_loads_with_its_names_and_times() throws IOException {
    LoadedClaims load =
        ClaimTable.of(
                file(
                    """
                    id;time;person;organization;concept;agreement;text
                    1;2005-01-26T00:00:00;Ann Aldo;"Mills and Makers, Inc.";"A cap works.";1;"We say a cap works."
                    2;2005-02-08T00:00:00;Bo Cheng;Clean Coast;"A cap works.";0;"A cap does nothing."
                    3;2005-02-08T00:00:00;Ann Aldo;"Mills and Makers, Inc.";"A cap works.";1;"As we said; it works."
                    """))
            .onto(publishedIn("2006"))
            .separator(';')
            .id("e-{id}")
            .asserted("{time}", "uuuu-MM-dd'T'HH:mm:ss")
            .speakersByName("{person}")
            .principalsByName("{organization}")
            .actors(ActorKind.ORGANISATION)
            .speakersAs(ActorKind.PERSON)
            .propositionBySentence("{concept}")
            .propositions("climate")
            .values("agreement", Map.of("1", "FOR", "0", "AGAINST"))
            .stance("{agreement}")
            .force("ASSERT")
            .source("s")
            .mode("INDIRECT")
            .quote("{text}")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(dates(load)).containsExactly("2005-01-26", "2005-02-08", "2005-02-08");
    assertThat(load.dossier().claims().stream().flatMap(c -> c.principals().stream()).distinct())
        .containsExactly("mills-and-makers-inc", "clean-coast");
    assertThat(load.dossier().claims().stream().flatMap(c -> c.speakers().stream()).distinct())
        .containsExactly("ann-aldo", "bo-cheng");
    assertThat(
            Tracker.of(load.dossier())
                .relation("mills-and-makers-inc", "clean-coast", "a-cap-works")
                .label())
        .hasToString("CONTRADICTION");
  }
}
