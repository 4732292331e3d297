package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.examples.thaad.Thaad;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Whatever is typed, what is shown can be read. */
class ShownTest {
  private static final Dossier DOSSIER = Thaad.dossier();
  private static final Tracker THAAD = Tracker.of(DOSSIER);

  private static String shown(Object value) {
    return Shown.in(Style.standard(), value);
  }

  @Test
  void a_text_is_as_it_is_without_marks_and_escapes() {
    assertThat(shown("one\n“two” \"three\"")).isEqualTo("one\n“two” \"three\"");
  }

  @Test
  void a_text_that_looks_like_the_name_of_a_class_is_still_a_text() {
    assertThat(shown("kim@ace")).isEqualTo("kim@ace");
    assertThat(shown(List.of("kim@ace", "b"))).isEqualTo("kim@ace\nb");
  }

  @Test
  void what_is_there_or_not_is_shown_or_none() {
    assertThat(shown(Optional.of(7))).isEqualTo("7");
    assertThat(shown(Optional.empty())).isEqualTo("none");
    assertThat(shown(List.of())).isEqualTo("none");
    assertThat(shown(Map.of())).isEqualTo("none");
    assertThat(Shown.in(Style.standard(), null)).isEqualTo("null");
  }

  @Test
  void a_record_is_shown_as_a_file_holds_it() {
    assertThat(shown(DOSSIER.claim("KT17-07")))
        .startsWith("{\n")
        .contains("\"id\" : \"KT17-07\"", "\"force\" : \"WELCOME\"");
  }

  @Test
  void lists_of_records_are_tables() {
    assertThat(shown(THAAD.claims().principal("prc-mfa").list()).lines().toList().get(0))
        .matches("id +asserted +principals +stance +force +proposition");
    assertThat(shown(DOSSIER.actors())).contains("wang-yi ", "PERSON", "Wang Yi");
    assertThat(shown(DOSSIER.sources())).contains("KH15 ", "2015-02-04", "korea-herald");
    assertThat(shown(DOSSIER.occasions())).contains("qingdao-2022-08-09 ");
    assertThat(shown(DOSSIER.propositions())).contains("three-nos-status ");
  }

  @Test
  void lists_are_cut_short_and_counted_and_whole_shows_them() {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    assertThat(shown(numbers).lines()).hasSize(41).endsWith("… and 10 more");
    assertThat(Desk.whole(numbers).lines()).hasSize(50);
  }

  @Test
  void lists_of_answers_are_answers_one_below_the_other() {
    var positions = THAAD.asOf("2022-08-11").positionsOf("rok").rows();
    assertThat(shown(positions))
        .contains("Republic of Korea on additional-thaad, as of 2022-08-11");
  }

  @Test
  void maps_are_tables() {
    assertThat(shown(Map.of("one", 1))).isEqualTo("key  value\n---  -----\none  1");
    assertThat(shown(ImmutableSetMultimap.of("a", "x", "a", "y")))
        .isEqualTo("key  value\n---  -----\na    x, y");
    assertThat(shown(new String[] {"a", "b"})).isEqualTo("a\nb");
    assertThat(shown(new ArrayList<>(Arrays.asList("a", null)))).isEqualTo("a\nnull");
  }

  @Test
  void nothing_is_shown_as_the_name_of_a_class_with_a_number() {
    assertThat(shown(Claim.builder())).isEqualTo("(Claim.Builder)");
    assertThat(shown(THAAD.matrix("rok")))
        .isEqualTo("Matrix of rok on all propositions; call at(…) for the answer");
    assertThat(shown(THAAD.administrations("rok")))
        .isEqualTo("Administrations of rok; call on(…), onIssue(…) or onAll() for the answer");
    assertThat(shown(new Object())).isEqualTo("(Object)");
    Runnable lambda = () -> {};
    assertThat(shown(lambda)).isEqualTo("(Runnable)");
    assertThat(shown(new int[] {1, 2})).isEqualTo("1\n2");
    assertThat(shown(new int[0])).isEqualTo("none");
  }

  @Test
  void markdown_and_plain_signs_are_whole() {
    assertThat(Desk.markdown(THAAD.claims()))
        .contains("| ET22-21", "| [..2017-11-24] ")
        .doesNotContain("more");
    assertThat(Desk.ascii(THAAD.asOf("2022-08-11").compare("rok", "prc")))
        .contains("AGAINST/DENY ^", "^ inherited")
        .doesNotContain("◊");
  }
}
