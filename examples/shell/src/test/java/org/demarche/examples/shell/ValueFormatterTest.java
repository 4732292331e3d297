package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Wording;
import org.demarche.examples.thaad.ThaadDossier;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests how values of every kind are formatted in the shell. */
class ValueFormatterTest {
  private static final Dossier DOSSIER = ThaadDossier.read();
  private static final Tracker THAAD = Tracker.of(DOSSIER);

  private static String format(Object value) {
    return ValueFormatter.format(Style.standard(), Wording.english(), value);
  }

  @Test
  void a_string_is_printed_unchanged_without_quotation_marks_or_escapes() {
    assertThat(format("one\n“two” \"three\"")).isEqualTo("one\n“two” \"three\"");
  }

  @Test
  void a_string_that_looks_like_a_class_name_with_a_hash_code_is_printed_unchanged() {
    assertThat(format("kim@ace")).isEqualTo("kim@ace");
    assertThat(format(List.of("kim@ace", "b"))).isEqualTo("kim@ace\nb");
  }

  @Test
  void an_optional_is_printed_as_its_value_and_empty_values_as_none() {
    assertThat(format(Optional.of(7))).isEqualTo("7");
    assertThat(format(Optional.empty())).isEqualTo("none");
    assertThat(format(List.of())).isEqualTo("none");
    assertThat(format(Map.of())).isEqualTo("none");
    assertThat(ValueFormatter.format(Style.standard(), Wording.english(), null)).isEqualTo("null");
  }

  @Test
  void a_dossier_record_is_printed_as_json() {
    assertThat(format(DOSSIER.claim("KT17-07")))
        .startsWith("{\n")
        .contains("\"id\" : \"KT17-07\"", "\"force\" : \"WELCOME\"");
  }

  @Test
  void a_list_of_dossier_records_is_printed_as_a_table() {
    assertThat(format(THAAD.claims().principal("prc-mfa").list()).lines().toList().get(0))
        .matches("id +asserted +principals +stance +force +proposition");
    assertThat(format(DOSSIER.actors())).contains("wang-yi ", "PERSON", "Wang Yi");
    assertThat(format(DOSSIER.sources())).contains("KH15 ", "2015-02-04", "korea-herald");
    assertThat(format(DOSSIER.occasions())).contains("qingdao-2022-08-09 ");
    assertThat(format(List.of(DOSSIER.proposition("three-nos").orElseThrow())))
        .matches(
            "(?s)id +issue +label +proposition\n.*three-nos +three-nos-content +the three nos +South Korea abides.*");
  }

  @Test
  void a_long_list_is_abridged_with_a_count_and_whole_prints_all_of_it() {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    assertThat(format(numbers).lines()).hasSize(41).endsWith("… and 10 more");
    assertThat(ShellFunctions.whole(numbers).lines()).hasSize(50);
  }

  @Test
  void answers_in_a_list_are_printed_one_below_the_other() {
    var positions = THAAD.asOf("2022-08-11").positionsOf("rok").rows();
    assertThat(format(positions))
        .contains(
            """

            South Korea on a defence hotline [rok, hotline]
              Proposition: The two defence ministries establish a hotline at an early date in 2015.
              South Korea, as of 11 August 2022: for a defence hotline. It agrees to this""",
            """

            South Korea on more THAAD batteries [rok, additional-thaad]
              Proposition: South Korea deploys additional THAAD batteries.
              South Korea, as of 11 August 2022: uncommitted on more THAAD batteries.""");
  }

  @Test
  void maps_are_printed_as_tables_and_arrays_as_lines() {
    assertThat(format(Map.of("one", 1))).isEqualTo("key  value\n---  -----\none  1");
    assertThat(format(ImmutableSetMultimap.of("a", "x", "a", "y")))
        .isEqualTo("key  value\n---  -----\na    x, y");
    assertThat(format(new String[] {"a", "b"})).isEqualTo("a\nb");
    assertThat(format(new ArrayList<>(Arrays.asList("a", null)))).isEqualTo("a\nnull");
  }

  @Test
  void no_value_is_printed_as_a_class_name_with_a_hash_code() {
    assertThat(format(Claim.builder())).isEqualTo("(Claim.Builder)");
    assertThat(format(THAAD.matrix("rok").on("three-nos")))
        .isEqualTo(format(THAAD.matrix("rok").on("three-nos").at()));
    assertThat(format(THAAD.administrations("rok")))
        .isEqualTo(format(THAAD.administrations("rok").at()));
    assertThat(format(new Object())).isEqualTo("(Object)");
    Runnable lambda = () -> {};
    assertThat(format(lambda)).isEqualTo("(Runnable)");
    assertThat(format(new int[] {1, 2})).isEqualTo("1\n2");
    assertThat(format(new int[0])).isEqualTo("none");
  }

  @Test
  void markdown_and_ascii_output_is_not_abridged() {
    assertThat(ShellFunctions.markdown(THAAD.claims()))
        .contains("| ET22-21", "| [..2017-11-24] ")
        .doesNotContain("… and");
    assertThat(ShellFunctions.ascii(THAAD.asOf("2022-08-11").compare("rok", "prc")))
        .contains(
            "- denies, by      + asserts, by      contradict         3n-promise\n",
            "[KT17-15] ^       [KT17-13]\n",
            "^ from an earlier administration")
        .doesNotContain("◊");
  }

  @Test
  void an_answer_in_a_list_an_optional_or_a_query_is_printed_in_the_given_wording() {
    Style style = Style.standard();
    var position = THAAD.asOf("2022-08-11").position("rok", "three-nos");
    String korean = position.page(Wording.of("ko")).print(style);
    assertThat(korean).contains("2022년 8월 11일");
    assertThat(ValueFormatter.format(style, Wording.of("ko"), Optional.of(position)))
        .isEqualTo(korean);
    assertThat(ValueFormatter.format(style, Wording.of("ko"), List.of(position))).isEqualTo(korean);
    assertThat(ValueFormatter.format(style, Wording.of("ko"), Map.of("one", position)))
        .isEqualTo("one\n\n" + korean);
    var query = THAAD.claims().on("3n-promise");
    assertThat(ValueFormatter.format(style, Wording.codes(), query))
        .isEqualTo(query.find().codes().print(style));
  }

  @Test
  void codes_and_full_give_pages_that_print_in_any_style() {
    var position = THAAD.asOf("2022-08-11").position("rok", "three-nos");
    assertThat(ShellFunctions.codes(position))
        .hasToString(position.codes().print(Style.standard()));
    assertThat(format(ShellFunctions.codes(Optional.of(position))))
        .startsWith("South Korea on three-nos, as of 2022-08-11\n")
        .contains("Position: UNCOMMITTED, REFUSE, REPORTED");
    assertThat(ShellFunctions.markdown(ShellFunctions.full(position)))
        .contains(
            "- Derivation:", "superseded by ET22-02 (rule 5): KT17-27  by 2017-11-24  South Korea");
    assertThat(format(ShellFunctions.codes(List.of("a", "b")))).isEqualTo("a\nb");
  }

  @Test
  void sentences_are_not_wrapped_and_a_list_has_one_line_for_each_answer() {
    Tracker then = THAAD.asOf("2017-11-24");
    Tracker now = THAAD.asOf("2022-08-11");
    String sentence =
        "South Korea on the three nos, from 24 November 2017 to 11 August 2022: changed from “for” to “uncommitted”, under a new administration.";
    var change = then.changeTo(now, "rok", "three-nos");
    assertThat(ShellFunctions.sentence(change)).isEqualTo(sentence);
    assertThat(ShellFunctions.sentence(Optional.of(change))).isEqualTo(sentence);
    assertThat(ShellFunctions.sentence(Optional.empty())).isEqualTo("none");
    assertThat(ShellFunctions.sentence(List.of(change, change)))
        .isEqualTo(sentence + "\n" + sentence);
    assertThat(ShellFunctions.sentence(now.claims().on("3n-promise")))
        .isEqualTo(now.claims().on("3n-promise").find().sentence());
    assertThatThrownBy(() -> ShellFunctions.sentence(3))
        .hasMessage("a value of type Integer has no sentence; give an answer or a query");
  }
}
