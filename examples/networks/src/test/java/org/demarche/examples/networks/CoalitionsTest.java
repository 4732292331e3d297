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

/** A network of ours is a graph of theirs. */
class CoalitionsTest {
  private static final Path THAAD = Path.of("../thaad/src/main/resources/thaad.json");

  private final Coalitions coalitions = new Coalitions(Tracker.of(Dossiers.read(THAAD)));

  @Test
  void beijing_and_its_ministry_are_of_one_coalition_and_seouls_office_is_of_another() {
    Map<String, String> coalitionOf = new HashMap<>();
    coalitions
        .page()
        .toString()
        .lines()
        .map(line -> List.of(line.split(" +")))
        .filter(cells -> cells.size() == 4)
        .forEach(cells -> coalitionOf.put(cells.get(1), cells.get(0)));
    assertThat(coalitionOf).containsKeys("prc", "prc-mfa", "rok-mofa", "rok-presidential-office");
    assertThat(coalitionOf.get("prc-mfa")).isEqualTo(coalitionOf.get("prc"));
    assertThat(coalitionOf.get("rok-presidential-office")).isNotEqualTo(coalitionOf.get("prc"));
  }

  @Test
  void each_run_gives_the_same() {
    assertThat(new Coalitions(Tracker.of(Dossiers.read(THAAD))).page())
        .hasToString(coalitions.page().toString());
  }

  @Test
  void what_is_written_is_read_again_with_its_weights(@TempDir Path folder) throws Exception {
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
