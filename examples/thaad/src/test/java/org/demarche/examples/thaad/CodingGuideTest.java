package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of traps, CODING.md: the claims and sentences that it shows are in the dossier. */
class CodingGuideTest {
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private static String guide() throws IOException {
    Path file =
        Stream.of("examples/thaad/CODING.md", "CODING.md")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    return Files.readString(file);
  }

  private static List<String> matches(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(guide())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void every_claim_shown_matches_the_dossier() throws IOException {
    Map<String, JsonNode> coded = new HashMap<>();
    for (Claim claim : ThaadDossier.read().claims()) {
      coded.put(claim.id(), JSON.valueToTree(claim));
    }
    List<String> shown = matches("```json\n(.*?)```");
    assertThat(shown).hasSize(14);
    for (String json : shown) {
      JsonNode claim = JSON.readTree(json);
      JsonNode expected = coded.getOrDefault(claim.get("id").asString(), JSON.createObjectNode());
      claim
          .properties()
          .forEach(
              member ->
                  assertThat(member.getValue())
                      .as(claim.get("id") + " " + member.getKey())
                      .isEqualTo(expected.get(member.getKey())));
    }
  }

  @Test
  void every_sentence_shown_is_quoted_in_the_dossier() throws IOException {
    List<String> quotations =
        ThaadDossier.read().claims().stream()
            .flatMap(claim -> claim.evidence().stream())
            .map(Evidence::quote)
            .flatMap(quote -> quote.stream())
            .map(quote -> quote.replace('\u00A0', ' '))
            .toList();
    List<String> sentences = matches("^> ([^\n]*)$");
    assertThat(sentences).hasSize(10);
    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(quotations).anySatisfy(quote -> assertThat(quote).contains(sentence)));
  }

  @Test
  void every_label_shown_is_the_label_of_its_sentence_in_the_dossier() throws IOException {
    Map<String, Optional<String>> labels =
        ThaadDossier.read().propositions().stream()
            .collect(toMap(Proposition::text, Proposition::label));
    List<String> rows = matches("^\\| ([A-Z][^\n]*\\. \\| [^|]*) \\| [^|]* \\|$");
    assertThat(rows).hasSize(3);
    for (String row : rows) {
      String[] cells = row.split(" \\| ", -1);
      assertThat(labels.get(cells[0])).as(cells[0]).hasValue(cells[1]);
    }
  }

  @Test
  void every_proposition_of_the_dossier_has_a_label_of_its_own() {
    assertThat(ThaadDossier.read().propositions())
        .extracting(Proposition::label)
        .allMatch(Optional::isPresent)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_guide_works_through_ten_traps() throws IOException {
    assertThat(matches("^### (\\d+)\\. ")).hasSize(10);
  }
}
