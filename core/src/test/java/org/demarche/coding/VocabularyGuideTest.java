package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guides to the vocabularies of coding. */
class VocabularyGuideTest {
  private static List<String> constants(VocabularyGuide guide) {
    return guide.entries().stream().map(VocabularyGuide.Entry::constant).toList();
  }

  private static <E extends Enum<E>> List<String> names(E[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  @Test
  void every_constant_has_an_entry() {
    assertThat(constants(VocabularyGuide.forces()))
        .containsExactlyInAnyOrderElementsOf(names(Force.values()));
    assertThat(constants(VocabularyGuide.modes())).isEqualTo(names(Mode.values()));
    assertThat(constants(VocabularyGuide.stances())).isEqualTo(names(Stance.values()));
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledges, WITHHOLD NOTE",
    "acknowledging, WITHHOLD NOTE",
    "Denied, DENY",
    "denies, DENY",
    "rejected, DENY REFUSE",
    "planned, STATE_INTENTION",
    "urging, URGE",
    "called for, URGE",
    "calling, URGE",
    "told, ASSERT URGE",
    "said, ASSERT",
    "undertook, PROMISE",
    "committed, PROMISE AGREE",
    "walked back, WITHDRAW",
    "withdrawn, DECIDE WITHDRAW",
    "welcomes, WELCOME",
    "took note, NOTE",
    "took no side, WITHHOLD",
    "left open, WITHHOLD",
    "took back, WITHDRAW",
    "paid attention, NOTE",
    "is willing, EXPRESS_DESIRE",
    "was ready, EXPRESS_DESIRE",
    "were aware, NOTE",
    "agreeing, AGREE",
    "guaranteeing, PROMISE",
    "denied the reports, DENY",
    "it  Denied the reports, DENY",
    "has called for talks, URGE",
  })
  void a_verb_in_any_form_is_answered_with_the_forces_it_may_express(String verb, String forces) {
    assertThat(constants(VocabularyGuide.forces().with(verb))).containsExactly(forces.split(" "));
  }

  @Test
  void a_verb_of_several_forces_says_when_which() {
    assertThat(VocabularyGuide.forces().with("acknowledges").print())
        .isEqualTo(
            """
            “acknowledges” may express WITHHOLD or NOTE

            WITHHOLD: says that it takes no position, or no side
                if the speaker says that it takes no side, or sets the question aside
                words: acknowledge, recognize, recognise, leave open, reserve judgment, abstain, take no
                  position, take no side
                examples/CODING.md#16-acknowledges-is-not-recognises

            NOTE: takes note or watches, and takes no side
                if the speaker only says that another's view or claim exists
                words: note, acknowledge, observe, watch, monitor, pay attention, take note, mention, be aware
                examples/thaad/CODING.md#6-taking-note-is-not-taking-sides""");
  }

  @Test
  void a_verb_of_no_list_is_answered_with_the_nearest() {
    assertThat(VocabularyGuide.forces().with("acknowledgd").print())
        .isEqualTo(
            """
            “acknowledgd” is in no list of cues
              The nearest: acknowledge (WITHHOLD, NOTE).""");
    assertThat(VocabularyGuide.forces().with("xyzzyq").print())
        .startsWith("“xyzzyq” is in no list of cues\n  No cue is similar.");
  }

  @Test
  void every_link_leads_to_a_section_of_a_handbook() throws IOException {
    Path root =
        Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("CONTRIBUTING.md")))
            .findFirst()
            .orElseThrow();
    List<String> links =
        Stream.of(VocabularyGuide.forces(), VocabularyGuide.modes(), VocabularyGuide.stances())
            .flatMap(guide -> guide.entries().stream())
            .map(VocabularyGuide.Entry::trap)
            .filter(link -> !link.isEmpty())
            .distinct()
            .toList();
    assertThat(links).hasSizeGreaterThan(12);
    for (String link : links) {
      List<String> parts = Splitter.on('#').splitToList(link);
      assertThat(
              Files.readAllLines(root.resolve(parts.get(0))).stream()
                  .map(VocabularyGuideTest::slug))
          .as(link)
          .contains(parts.get(1));
    }
  }

  /** Returns the anchor that GitHub gives to a heading. */
  private static String slug(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} -]", "")
        .replace(' ', '-');
  }
}
