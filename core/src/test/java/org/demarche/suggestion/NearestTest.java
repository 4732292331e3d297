package org.demarche.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suggestions for a mistyped word. */
class NearestTest {
  @ParameterizedTest
  @CsvSource({
    // typed, meant, near
    "three-no, three-nos, true",
    "threee-nos, three-nos, true",
    "three-mos, three-nos, true",
    "three-nso, three-nos, true",
    "THREE-NOS, three-nos, true",
    "rok, ROK, true",
    // a third of the length: three edits of nine letters
    "abcdefghi, abcdefxyz, true",
    "abcdefghi, abcdewxyz, false",
    // at least two edits, also for five letters or three
    "abcde, abcxy, true",
    "abcde, abxyz, false",
    "rok, rxx, true",
    // never a word with no letter in common
    "ab, xy, false",
    "ab, ax, true",
    // a word that is too long or too short is not near
    "abc, abcde, true",
    "abc, abcdef, false",
    "abcdef, abcd, true",
    "abcdef, abc, false",
    // a swap of two neighbours is one edit, so three swaps are three edits
    "abcdefghi, badcfeghi, true"
  })
  void a_word_is_near_if_it_differs_by_two_edits_or_a_third_of_its_length(
      String typed, String meant, boolean near) {
    assertThat(Nearest.to(typed, List.of(meant), 1)).isEqualTo(near ? List.of(meant) : List.of());
  }

  @Test
  void the_nearest_word_is_first_and_words_of_equal_distance_are_in_alphabetical_order() {
    assertThat(
            Nearest.to(
                "abcdef", List.of("abcdxy", "abcdez", "zzzzzz", "abcdef", "abcdea", "aacdxf"), 9))
        .containsExactly("abcdef", "abcdea", "abcdez", "aacdxf", "abcdxy");
  }

  @Test
  void a_swap_of_neighbouring_letters_counts_as_one_edit() {
    assertThat(Nearest.to("abcd", List.of("aaed", "abdc"), 2)).containsExactly("abdc", "aaed");
  }

  @ParameterizedTest
  @CsvSource({
    "lodz, Łódź",
    "Łódź, lodz",
    "dai, Đài",
    "strasse, Straße",
    "STRASSE, straße",
    "orsted, Ørsted",
    "aegir, Ægir",
    "oeuvre, œuvre",
    "diyarbakir, Dıyarbakır",
  })
  void accents_strokes_and_ligatures_are_no_edits(String typed, String meant) {
    assertThat(Nearest.to(typed, List.of(meant + "x", typed + "y", meant), 1))
        .containsExactly(meant);
  }

  @Test
  void korean_syllables_are_compared_by_their_letters() {
    // ㅁㅜㄴㅈㅐㅇㅣ lacks one letter of ㅁㅜㄴㅈㅐㅇㅣㄴ; 문희상 is ㅁㅜㄴㅎㅡㅣㅅㅏㅇ.
    assertThat(Nearest.to("문재이", List.of("문희상", "문재인"), 3)).containsExactly("문재인");
  }

  @Test
  void at_most_the_requested_number_of_words_is_returned() {
    assertThat(Nearest.to("abc", List.of("abd", "abe", "abf"), 2)).containsExactly("abd", "abe");
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void a_long_word_is_near_if_it_differs_by_ten_edits(int edits, boolean near) {
    String word = "abcdefghij".repeat(6);
    String more = "x".repeat(edits);
    List<String> others =
        List.of(more + word, word + more, word.substring(edits), more + word.substring(edits));

    assertThat(Nearest.to(word, others, 4)).hasSize(near ? 4 : 0);
  }

  @Test
  void a_duplicate_candidate_is_returned_once_and_counts_once() {
    assertThat(Nearest.to("abc", List.of("abd", "abd", "abe", "abf"), 2))
        .containsExactly("abd", "abe");
  }

  @Test
  void an_empty_word_or_an_empty_list_has_no_nearest_words() {
    assertThat(Nearest.to("", List.of("", "a", "ab"), 3)).isEmpty();
    assertThat(Nearest.to("abc", List.of(), 3)).isEmpty();
  }

  @Test
  void a_hint_is_a_clause_for_the_end_of_a_message() {
    assertThat(Nearest.hint("three-no", List.of("three-nos", "deployment"), 3))
        .isEqualTo(" (did you mean 'three-nos'?)");
    assertThat(Nearest.hint("abc", List.of("abe", "abd", "abf"), 2))
        .isEqualTo(" (did you mean 'abd' or 'abe'?)");
    assertThat(Nearest.hint("three-no", List.of("deployment"), 3)).isEmpty();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars('a', 'b', 'B', 'c').ofMinLength(1).ofMaxLength(6);
  }

  @Property(tries = 500)
  void the_result_agrees_with_the_definition_of_the_edit_distance(
      @ForAll("words") String word,
      @ForAll @Size(max = 30) List<@From("words") String> candidates) {
    record Near(String candidate, int distance) {}
    List<Near> near = new ArrayList<>();
    for (String candidate : candidates.stream().distinct().toList()) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance <= 2 && distance < Math.max(word.length(), candidate.length())) {
        near.add(new Near(candidate, distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate));
    assertThat(Nearest.to(word, candidates, candidates.size() + 1))
        .isEqualTo(near.stream().map(Near::candidate).toList());
  }

  /** Returns the edit distance by its recursive definition, which is slow and easy to verify. */
  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Math.max(a.length(), b.length());
    }
    String shortA = a.substring(1);
    String shortB = b.substring(1);
    int least =
        IntStream.of(
                distance(shortA, b) + 1,
                distance(a, shortB) + 1,
                distance(shortA, shortB) + (a.charAt(0) == b.charAt(0) ? 0 : 1))
            .min()
            .orElseThrow();
    boolean swapped =
        a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0);
    return swapped ? Math.min(least, distance(a.substring(2), b.substring(2)) + 1) : least;
  }
}
