package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of each kind of answer in which one member or element is removed, duplicated or altered
 * are either refused, with the place of every problem, or give an answer that prints and writes.
 */
class AnswerMutationTest {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A document of one kind in one form.
   *
   * @param places the paths to mutate
   */
  record Document(String kind, String form, JsonNode json, List<String> places) {
    @Override
    public String toString() {
      return kind + ", " + form;
    }
  }

  /**
   * Returns a document of each kind in two forms: the answer with the most kinds of members. What
   * answers share, such as claims and positions, is mutated in the first kind that has it.
   */
  static Stream<Document> documents() {
    Map<String, Document> plain = new LinkedHashMap<>();
    Map<String, Document> compact = new LinkedHashMap<>();
    for (Dossier dossier :
        List.of(SampleDossiers.completeDossier(), ExportedValuesTest.CONTESTED)) {
      AnswerWriter writer = Answers.writer().records(dossier).compact();
      for (Answer answer : AnswersTest.answers(Tracker.of(dossier))) {
        keepRicher(plain, answer, "plain", Answers.format(answer));
        keepRicher(compact, answer, "compact with records", writer.format(answer));
      }
    }
    return Stream.of(plain, compact).map(Map::values).flatMap(AnswerMutationTest::withOwnPlaces);
  }

  /** Returns documents of one form, each without the places of a shape that an earlier one has. */
  private static Stream<Document> withOwnPlaces(Collection<Document> documents) {
    Set<String> shapes = new HashSet<>();
    return documents.stream()
        .map(
            document ->
                new Document(
                    document.kind(),
                    document.form(),
                    document.json(),
                    JsonMutants.places(document.json()).entrySet().stream()
                        .filter(place -> shapes.add(place.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()));
  }

  private static void keepRicher(
      Map<String, Document> documents, Answer answer, String form, String text) {
    String kind = AnswerRegistry.plain().of(answer).name();
    Document document = new Document(kind, form, JSON.readTree(text), List.of());
    documents.merge(
        kind,
        document,
        (one, other) ->
            JsonMutants.places(other.json()).size() > JsonMutants.places(one.json()).size()
                ? other
                : one);
  }

  @Test
  void every_kind_of_answer_is_mutated_in_both_forms() {
    assertThat(documents()).hasSize(2 * AnswerRegistry.plain().all().size());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_mutated_document_is_refused_with_places_or_gives_an_answer_that_prints_and_writes(
      Document document) {
    List<String> faults = new ArrayList<>();
    for (String place : document.places()) {
      for (String mutant : JsonMutants.of(document.json(), place)) {
        fault(mutant).ifPresent(fault -> faults.add(place + ": " + fault + "\n" + mutant));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static Optional<String> fault(String document) {
    Answer answer;
    try {
      answer = Answers.parse(document);
    } catch (InvalidDossierException refused) {
      return refused.problems().stream()
          .filter(problem -> problem.place().isEmpty())
          .map(problem -> "no place: " + problem)
          .findFirst();
    } catch (RuntimeException thrown) {
      return Optional.of("reading throws " + thrown);
    }
    try {
      assertThat(answer.full().print(Style.whole())).isNotEmpty();
      assertThat(answer.sentence() + answer).isNotEmpty();
      assertThat(Answers.csv(answer)).isNotEmpty();
      Answer again = Answers.parse(Answers.format(answer));
      return again.equals(answer) ? Optional.empty() : Optional.of("is read as another answer");
    } catch (RuntimeException thrown) {
      return Optional.of("printing or writing throws " + thrown + List.of(thrown.getStackTrace()));
    }
  }
}
