package org.demarche.examples.thaad;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.Wording;
import org.demarche.model.Claim;
import org.demarche.model.Proposition;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/**
 * Positions, matrices and changes in Korean: beside names, labels, quotations and ids of the
 * dossier, no English is left.
 */
class KoreanWordsTest {
  private static final Wording KOREAN = Wording.of("ko");

  /** So wide that no name, label or quotation is wrapped. */
  private static final Style ONE_LINE = Style.whole().width(10_000);

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d[^}]*}");
  private static final Pattern KEYS_OF_PAGES =
      Pattern.compile(
          "[A-Z].*|(claim|column|elsewhere|legend|position|change|changes|matrix|details|unknown)\\..*");

  /** What the pages print as it is in the dossier, the longest first. */
  private static final Pattern OF_THE_DOSSIER = anyOf(textsOfTheDossier());

  /** The English words and the texts between the arguments of patterns. */
  private static final Pattern ENGLISH = anyOf(english());

  private static Stream<String> textsOfTheDossier() {
    Stream.Builder<String> texts = Stream.builder();
    DOSSIER.actors().forEach(actor -> texts.add(actor.id()).add(actor.name()));
    DOSSIER.sources().forEach(source -> texts.add(source.id()));
    for (Proposition proposition : DOSSIER.propositions()) {
      texts.add(proposition.id()).add(proposition.text());
      texts.add(proposition.text().replaceAll("\\.$", ""));
      proposition.label().ifPresent(texts);
    }
    for (Claim claim : DOSSIER.claims()) {
      texts.add(claim.id());
      claim.frames().forEach(frame -> texts.add(frame.replace('-', ' ')));
      claim.evidence().forEach(piece -> piece.quote().map(ThaadFixtures::printed).ifPresent(texts));
      claim.gist().ifPresent(texts);
    }
    return texts.build();
  }

  private static Stream<String> english() {
    return Wording.english().words().entrySet().stream()
        .filter(word -> KEYS_OF_PAGES.matcher(word.getKey()).matches())
        .map(Map.Entry::getValue)
        .flatMap(ARGUMENT::splitAsStream)
        .map(text -> text.replaceAll("^[^A-Za-z]+|[^A-Za-z]+$", ""))
        .filter(text -> !text.isEmpty());
  }

  /** Returns a pattern of any of some texts as whole words, the longest first. */
  private static Pattern anyOf(Stream<String> texts) {
    return Pattern.compile(
        texts
            .map(KoreanWordsTest::withSingleSpaces)
            .distinct()
            .sorted(comparing(String::length).reversed())
            .map(text -> "(?<![A-Za-z])" + Pattern.quote(text) + "(?![A-Za-z])")
            .collect(Collectors.joining("|")));
  }

  private static String withSingleSpaces(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ");
  }

  /** Returns what an answer prints, without what it prints as it is in the dossier. */
  private static String withoutTheDossier(Answer answer, Wording wording) {
    String page = withSingleSpaces(answer.page(wording).print(ONE_LINE));
    return OF_THE_DOSSIER.matcher(page + " " + answer.sentence(wording)).replaceAll("");
  }

  private static List<String> english(String text) {
    return ENGLISH.matcher(text).results().map(found -> found.group()).toList();
  }

  private static List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (String party : List.of("rok", "prc")) {
      for (Proposition proposition : DOSSIER.propositions()) {
        DATES.forEach(date -> answers.add(position(party, proposition.id(), date)));
        answers.add(TRACKER.without("ET22").position(party, proposition.id()));
      }
    }
    answers.add(TRACKER.asOf("2017-11-01").knownAt("2017-11-01").position("rok", "three-nos"));
    answers.add(TRACKER.matrix("rok", "prc").at(DATES.toArray(String[]::new)));
    answers.add(TRACKER.matrix("rok").on("three-nos").at("2015", "2016", "2017", "2021", "2022"));
    answers.add(TRACKER.administrations("rok").at());
    for (int from = 0; from < DATES.size(); from++) {
      for (String to : DATES.subList(from + 1, DATES.size())) {
        var changes = TRACKER.asOf(DATES.get(from)).changesTo(TRACKER.asOf(to));
        answers.add(changes);
        answers.addAll(changes.rows());
      }
    }
    return answers;
  }

  @Test
  void no_english_is_left_beside_what_the_dossier_has() {
    assertThat(answers())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            answer -> {
              String korean = withoutTheDossier(answer, KOREAN);
              assertThat(english(korean)).isEmpty();
              assertThat(korean).doesNotContainPattern("[A-Za-z]").containsPattern("[가-힣]");
            });
  }

  @Test
  void the_same_pages_in_english_have_the_words_that_are_looked_for() {
    assertThat(
            english(
                withoutTheDossier(AUGUST_2022.position("rok", "3n-promise"), Wording.english())))
        .contains("Proposition", "denies", "Framing, in the coder’s terms", "reported");
  }

  @Test
  void a_change_is_told_in_korean() {
    Change change = NOVEMBER_2017.changeTo(AUGUST_2022, "prc", "three-nos");
    assertThat(change.sentence(KOREAN))
        .isEqualTo(
            "China, the three nos, 2017년 11월 24일부터 2022년 8월 11일까지:"
                + " 여전히 찬성, 강화: 환영에서 촉구, 근거의 질이 다름.");
  }
}
