package org.demarche.examples.networks;

import com.google.common.graph.EndpointPair;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.json.Dossiers;
import org.demarche.network.CongruenceQuery;
import org.demarche.text.TextPage;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GirvanNewmanClustering;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.guava.ImmutableDoubleValueGraphAdapter;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.ExportException;
import org.jgrapht.nio.graphml.GraphMLExporter;

/**
 * The coalitions of a dossier: a network that links principals who agree more often than they
 * contradict each other, with communities and betweenness computed by JGraphT. Prints them as a
 * table and writes them as GraphML.
 *
 * <pre>{@code
 * mvn -q compile exec:java -pl examples/networks -am
 *     -Dexec.args="examples/thaad/src/main/resources/thaad.json coalitions.graphml"
 * }</pre>
 */
public final class CoalitionNetwork {
  private final ImmutableValueGraph<String, Double> ties;
  private final int actors;
  private final Graph<String, EndpointPair<String>> graph;
  private final List<Set<String>> communities;
  private final Map<String, Double> betweenness;

  CoalitionNetwork(Tracker tracker) {
    Network network =
        CongruenceQuery.of(tracker)
            .amongPrincipals()
            .subtractingConflict()
            .byAverageActivity()
            .network();
    actors = network.rows().size();
    ties = positiveTies(network.graph());
    graph = new ImmutableDoubleValueGraphAdapter<>(ties);
    // Both algorithms would read a weight as a distance, but here a greater weight means closer.
    Graph<String, EndpointPair<String>> unweighted = new AsUnweightedGraph<>(graph);
    communities = new ArrayList<>();
    for (Set<String> members : clusters(unweighted)) {
      communities.add(new TreeSet<>(members));
    }
    communities.sort(
        Comparator.comparing((Set<String> members) -> -members.size())
            .thenComparing(members -> members.iterator().next()));
    betweenness = new BetweennessCentrality<>(unweighted, true).getScores();
  }

  /**
   * Returns the clusters with the highest modularity, by the method of M. Girvan and M. Newman,
   * <i>Community structure in social and biological networks</i>, 2002.
   */
  private List<Set<String>> clusters(Graph<String, EndpointPair<String>> unweighted) {
    if (ties.nodes().isEmpty()) {
      return List.of();
    }
    UndirectedModularityMeasurer<String, EndpointPair<String>> measurer =
        new UndirectedModularityMeasurer<>(graph);
    int components = new ConnectivityInspector<>(graph).connectedSets().size();
    return IntStream.rangeClosed(components, graph.vertexSet().size())
        .mapToObj(k -> new GirvanNewmanClustering<>(unweighted, k).getClustering().getClusters())
        .max(Comparator.comparingDouble(measurer::modularity))
        .orElse(List.of());
  }

  /**
   * Prints the coalitions of a dossier and writes them to a file.
   *
   * @param args the path of the dossier, and the path of the GraphML file to write
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length != 2) {
      out.println("usage: the path of a dossier, and the path of the GraphML file to write");
      return;
    }
    try {
      CoalitionNetwork coalitions =
          new CoalitionNetwork(Tracker.of(Dossiers.read(Path.of(args[0]))));
      out.println(coalitions.page());
      coalitions.write(Path.of(args[1]));
      out.println("\nWritten to " + args[1] + "; Gephi and visone can open it.");
    } catch (IllegalArgumentException | UncheckedIOException | ExportException failure) {
      out.println(failure.getMessage());
    }
  }

  /** Keeps only ties with a positive weight: pairs that agree more often than they contradict. */
  private static ImmutableValueGraph<String, Double> positiveTies(
      ImmutableValueGraph<String, Double> all) {
    ImmutableValueGraph.Builder<String, Double> positive = ValueGraphBuilder.from(all).immutable();
    for (EndpointPair<String> pair : all.edges()) {
      all.edgeValue(pair)
          .filter(value -> value > 0)
          .ifPresent(value -> positive.putEdgeValue(pair, value));
    }
    return positive.build();
  }

  /** Returns a table of the actors by coalition, each with the number of ties and betweenness. */
  TextPage page() {
    List<List<String>> rows = new ArrayList<>();
    for (Set<String> members : communities) {
      members.stream()
          .sorted(Comparator.comparing((String id) -> -betweennessOf(id)).thenComparing(id -> id))
          .forEach(
              id ->
                  rows.add(
                      List.of(
                          String.valueOf(communities.indexOf(members) + 1),
                          id,
                          String.valueOf(ties.degree(id)),
                          String.format(Locale.ROOT, "%.3f", betweennessOf(id)))));
    }
    return TextPage.of(
            "Coalitions: %s, with %s actors; %s more actors have no tie"
                .formatted(communities.size(), rows.size(), actors - rows.size()))
        .table(List.of("coalition", "actor", "ties", "betweenness"), rows);
  }

  private double betweennessOf(String actor) {
    return betweenness.getOrDefault(actor, 0.0);
  }

  /**
   * Writes the graph as GraphML, with the coalition and betweenness of each node and the weight of
   * each edge.
   */
  void write(Path file) {
    GraphMLExporter<String, EndpointPair<String>> exporter = new GraphMLExporter<>(actor -> actor);
    exporter.registerAttribute(
        "coalition", GraphMLExporter.AttributeCategory.NODE, AttributeType.INT);
    exporter.registerAttribute(
        "betweenness", GraphMLExporter.AttributeCategory.NODE, AttributeType.DOUBLE);
    exporter.setVertexAttributeProvider(this::attributes);
    exporter.setExportEdgeWeights(true);
    exporter.exportGraph(graph, file.toFile());
  }

  private Map<String, Attribute> attributes(String actor) {
    int coalition = 1;
    while (!communities.get(coalition - 1).contains(actor)) {
      coalition++;
    }
    return Map.of(
        "coalition", DefaultAttribute.createAttribute(coalition),
        "betweenness", DefaultAttribute.createAttribute(betweennessOf(actor)));
  }
}
