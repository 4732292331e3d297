package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of a text, their places, and the claims that quote them. */
class SentencesTest {
  private static Sentences of(String text) {
    return Sentences.of(Dossier.empty(), Texts.of(Map.of("A", text)), "A");
  }

  private static List<String> words(String text) {
    return of(text).sentences().stream().map(Sentence::words).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Kim met Sen. Rubio and Gen. Chang of the U.S. Senate.",
        "It took effect on Oct. 31, as Art. 5 and No. 7 say.",
        "J. R. Biden spoke of a U.S.-led network and a U.S.-Japan pact.",
        "“Will you go?” he asked.",
        "The figure is 3.5 per cent, e.g. in Seoul.",
        "1. Parties agree.",
        "2.1. Parties agree.",
        "(a) Parties agree.",
        "They met at 9 a.m. Monday in Seoul.",
        "It was seen by Ph.D. Smith.",
        "Hyundai Motor Co. Chairman Chung and John Doe Jr. Esq. came.",
        "Acme Inc. 2 and Acme Ltd. in Seoul met.",
        "It cost 3.5 Won and No.1 Seoul won.",
      })
  void an_abbreviation_or_a_question_inside_does_not_end_a_sentence(String sentence) {
    assertThat(words(sentence + " Nothing follows.")).containsExactly(sentence, "Nothing follows.");
  }

  @Test
  void an_acronym_ends_a_sentence_before_a_word_that_opens_one() {
    assertThat(words("No decision was made by the U.S. The talks go on."))
        .containsExactly("No decision was made by the U.S.", "The talks go on.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was made by Hyundai Motor Co. The firm went on.",
        "They met at 9 a.m. They talked.",
        "The talks failed.[1] Seoul went on.",
        "The talks failed.[1][12] Seoul went on.",
        "The talks failed.1 Seoul went on.",
        "“The talks failed.”12 Seoul went on.",
      })
  void a_sentence_ends_at_an_abbreviation_or_before_the_mark_of_a_note(String two) {
    assertThat(words(two)).hasSize(2);
    assertThat(String.join(" ", words(two))).isEqualTo(two);
    assertThat(words(two).get(1))
        .containsAnyOf("Seoul went on.", "The firm went on.", "They talked.");
  }

  @Test
  void the_number_of_a_paragraph_belongs_to_its_first_sentence() {
    assertThat(words("1. Parties agree. They meet. 2. Parties sign it in Article 1. Nobody left."))
        .containsExactly(
            "1. Parties agree.", "They meet.", "2. Parties sign it in Article 1.", "Nobody left.");
    assertThat(words("(a) Parties agree. (b) Parties sign."))
        .containsExactly("(a) Parties agree.", "(b) Parties sign.");
  }

  @Test
  void headings_captions_and_members_of_lists_end_at_the_end_of_their_line() {
    assertThat(
            words(
                """
                China raises concerns

                Foreign Affairs
                By Korea Herald
                Published : Feb. 4, 2015
                Seoul said no on Wednesday. Beijing did not.
                • Politics
                • Law & Crime
                """))
        .containsExactly(
            "China raises concerns",
            "Foreign Affairs",
            "By Korea Herald",
            "Published : Feb. 4, 2015",
            "Seoul said no on Wednesday.",
            "Beijing did not.",
            "• Politics",
            "• Law & Crime");
  }

  @Test
  void a_sentence_goes_on_in_the_next_line_of_wrapped_text() {
    String wrapped =
        """
        The ministry said that it would not deploy any more of
        the batteries before the talks with its neighbours end.
        It added nothing.""";
    assertThat(words(wrapped))
        .containsExactly(
            "The ministry said that it would not deploy any more of\n"
                + "the batteries before the talks with its neighbours end.",
            "It added nothing.");
  }

  @Test
  void sentences_end_in_other_scripts_too() {
    assertThat(words("他说不行。我们不同意！")).containsExactly("他说不行。", "我们不同意！");
    assertThat(words("한국은 안 된다고 했다. 중국은 반대한다.")).containsExactly("한국은 안 된다고 했다.", "중국은 반대한다.");
  }

  @Test
  void the_selector_counts_code_points() {
    Sentence second = of("🙂 Yes.\r\n\r\nNo way.").get(2);
    assertThat(second).isEqualTo(of("🙂 Yes.\r\n\r\nNo way.").sentences().get(1));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.words()).isEqualTo("No way.");
    assertThat(second.selector()).isEqualTo(Range.closedOpen(10, 17));
  }

  @Test
  void a_number_out_of_range_is_answered_with_the_range() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("One. Two.").get(3))
        .withMessage("there is no sentence 3 in A: its sentences are numbered from 1 to 2");
    assertThatIllegalArgumentException().isThrownBy(() -> of("One. Two.").get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sentences.of(Dossier.empty(), Texts.of(Map.of("KT17", "x")), "KT71"))
        .withMessage("there is no text of source 'KT71' (did you mean 'KT17'?)");
  }

  @Test
  void each_sentence_has_the_claims_that_quote_a_part_of_it() {
    Claim both =
        DraftFixtures.claim("B", "no. It is watching")
            .addEvidence(
                Evidence.builder().source("A").mode(Mode.INDIRECT).quote("Seoul … no").build())
            .build();
    Dossier dossier = DraftFixtures.DOSSIER.plus(DraftFixtures.claim("C", "Seoul").build(), both);
    String text = "Seoul said no. It is watching. Nothing else was said.";
    Sentences sentences = Sentences.of(dossier, Texts.of(Map.of("A", text)), "A");
    assertThat(sentences.get(1).claims()).containsExactly("C", "B");
    assertThat(sentences.get(2).claims()).containsExactly("B");
    assertThat(sentences.get(3).claims()).isEmpty();
    assertThat(sentences.print())
        .isEqualTo(
            """
            A: 3 sentences, 2 coded

            1  Seoul said no.  [C, B]
            2  It is watching.  [B]
            3  Nothing else was said.""");
  }

  @Test
  void of_words_in_several_places_the_selector_decides() {
    Evidence second =
        Evidence.builder().source("A").mode(Mode.INDIRECT).quote("No").selector(4, 6).build();
    Claim claim = DraftFixtures.claim("C", "x").evidence(List.of(second)).build();
    Dossier dossier = DraftFixtures.DOSSIER.plus(claim);
    Sentences sentences = Sentences.of(dossier, Texts.of(Map.of("A", "No. No. No.")), "A");
    assertThat(sentences.sentences().stream().map(sentence -> sentence.claims().size()))
        .containsExactly(0, 1, 0);
  }

  @Property(tries = 300)
  void sentences_are_in_order_and_hold_every_letter_of_the_text(
      @ForAll
          @StringLength(max = 60)
          @Chars({' ', '\n', '\r', '.', '!', '"', '-', 'U', 'a', '한', '。', '\f'})
          @CharRange(from = 'A', to = 'C')
          String text) {
    List<Sentence> sentences = of(text + "x").sentences();
    int last = 0;
    StringBuilder all = new StringBuilder();
    for (Sentence sentence : sentences) {
      assertThat(sentence.selector().lowerEndpoint()).isGreaterThanOrEqualTo(last);
      last = sentence.selector().upperEndpoint();
      assertThat(sentence.words())
          .isEqualTo((text + "x").substring(sentence.selector().lowerEndpoint(), last));
      all.append(sentence.words());
    }
    assertThat(all.toString().replaceAll("\\s", "")).isEqualTo((text + "x").replaceAll("\\s", ""));
  }
}
