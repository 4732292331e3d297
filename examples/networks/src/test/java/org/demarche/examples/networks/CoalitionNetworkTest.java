package org.demarche.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the coalitions, the centrality and the GraphML file of the example. */
class CoalitionNetworkTest {
  private static final Path THAAD = Path.of("../thaad/src/main/resources/thaad.json");

  private final CoalitionNetwork coalitions =
      new CoalitionNetwork(Tracker.of(Dossiers.read(THAAD)));

  @Test
  void beijing_and_its_ministry_are_in_one_coalition_and_seouls_presidential_office_in_another() {
    Map<String, String> coalitionOf = new HashMap<>();
    coalitions
        .page()
        .toString()
        .lines()
        .map(line -> List.of(line.split(" +", -1)))
        .filter(cells -> cells.size() == 4 && cells.get(0).matches("\\d+"))
        .forEach(cells -> coalitionOf.put(cells.get(1), cells.get(0)));
    assertThat(coalitionOf).containsKeys("prc", "prc-mfa", "rok-mofa", "rok-presidential-office");
    assertThat(coalitionOf.get("prc-mfa")).isEqualTo(coalitionOf.get("prc"));
    assertThat(coalitionOf.get("rok-presidential-office")).isNotEqualTo(coalitionOf.get("prc"));
  }

  @Test
  void betweenness_depends_on_the_ties_and_not_on_their_weights() {
    // b is on the only path from a to c and from a to d, and c and d are tied to each other. These
    // are 2 pairs, and JGraphT divides by 3 · 2.
    CoalitionNetwork chain =
        new CoalitionNetwork(Tracker.of(Dossiers.parse(dossier("a", "b", "c", "d"))));
    assertThat(chain.page().toString().lines().map(line -> line.replaceAll(" +", " ")))
        .anyMatch(line -> line.endsWith(" b 3 0.333"))
        .anyMatch(line -> line.endsWith(" a 1 0.000"))
        .anyMatch(line -> line.endsWith(" c 2 0.000"));
  }

  /**
   * Returns a dossier in which a and b support p, and b, c and d support q; c says so four times.
   */
  private static String dossier(String... states) {
    StringBuilder claims = new StringBuilder();
    int n = 0;
    for (String said : List.of("a p", "b p", "b q", "c q", "c q", "c q", "c q", "d q")) {
      claims.append(
          """
          %s{"id": "x%d", "speakers": ["%s"], "principals": ["%s"], "asserted": "2020", "proposition": "%s",
           "stance": "FOR", "force": "ASSERT", "evidence": [{"source": "s", "mode": "INDIRECT", "quote": "so"}]}
          """
              .formatted(
                  n == 0 ? "" : ",",
                  n++,
                  said.substring(0, 1),
                  said.substring(0, 1),
                  said.substring(2)));
    }
    StringBuilder actors = new StringBuilder();
    for (String state : states) {
      actors.append(
          ", {\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"STATE\"}".formatted(state, state));
    }
    return """
        {"demarche": 1,
         "sources": [{"id": "s", "outlet": "m", "title": "t", "published": "2021"}],
         "actors": [{"id": "m", "name": "M", "kind": "MEDIA"}%s],
         "propositions": [{"id": "p", "issue": "i", "text": "P."}, {"id": "q", "issue": "i", "text": "Q."}],
         "claims": [%s]}
        """
        .formatted(actors, claims);
  }

  @Test
  void hidden_characters_of_names_are_neither_printed_nor_written(@TempDir Path folder)
      throws Exception {
    String hidden = "\u0085\u009B\u061C\u200F\u2028\u202E\u2069";
    CoalitionNetwork named =
        new CoalitionNetwork(
            Tracker.of(
                Dossiers.parse(
                    dossier("a", "b", "c", "d")
                        .replace("\"name\": \"b\"", "\"name\": \"b" + hidden + "\""))));
    Path file = folder.resolve("coalitions.graphml");
    named.write(file);
    assertThat(named.page() + Files.readString(file))
        .contains("<node id=\"b\">")
        .doesNotContain(hidden.split(""));
  }

  @Test
  void two_runs_print_the_same_table() {
    assertThat(new CoalitionNetwork(Tracker.of(Dossiers.read(THAAD))).page())
        .hasToString(coalitions.page().toString());
  }

  @Test
  void the_written_graphml_file_can_be_read_with_its_weights(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("coalitions.graphml");
    coalitions.write(file);
    assertThat(Files.readString(file))
        .contains("http://graphml.graphdrawing.org/xmlns", "attr.name=\"coalition\"");
    SimpleWeightedGraph<String, DefaultWeightedEdge> read =
        new SimpleWeightedGraph<>(
            SupplierUtil.createStringSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
    SimpleGraphMLImporter<String, DefaultWeightedEdge> importer = new SimpleGraphMLImporter<>();
    importer.setEdgeWeightAttributeName("weight");
    importer.importGraph(read, file.toFile());
    assertThat(read.vertexSet()).hasSizeGreaterThan(5);
    assertThat(read.edgeSet())
        .isNotEmpty()
        .allSatisfy(edge -> assertThat(read.getEdgeWeight(edge)).isPositive());
  }
}
