package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sources of the dossier for a reference manager. */
class CitationsOfSourcesTest {
  /** The author, the medium and the date, as the pages of the articles have them. */
  private static final Map<String, String> AS_PRINTED =
      Map.of(
          "KH15", "Song Sang-ho, The Korea Herald, [[2015,2,4]]",
          "UPI17", ", United Press International, [[2017,10,31]]",
          "KT17", "Jun Ji-hye, The Korea Times, [[2017,11,24]]",
          "AP22", ", Diplomatic Briefing (blog), [[2022,8,10]]",
          "ET22",
              "Aldgra Fredly, The Epoch Times (machine-paraphrased copy), [[2022,8,11],[2022,8,31]]",
          "AP-2022-08-10", ", The Associated Press, [[2022,8,10]]");

  @Test
  void every_source_has_its_author_its_medium_and_its_date() {
    Dossier dossier = ThaadDossier.read();
    JsonNode items =
        JsonMapper.builder().build().readTree(Dossiers.citations(dossier.sources(), dossier));
    assertThat(items).hasSameSizeAs(AS_PRINTED.keySet());
    for (JsonNode item : items) {
      assertThat(item.get("type").asString()).isEqualTo("article-newspaper");
      assertThat(AS_PRINTED)
          .containsEntry(
              item.get("id").asString(),
              "%s, %s, %s"
                  .formatted(
                      item.at("/author/0/literal").asString(""),
                      item.get("container-title").asString(),
                      item.at("/issued/date-parts")));
    }
  }
}
