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
import org.demarche.network.ActorRole;
import org.demarche.network.CongruenceDivisor;
import org.demarche.network.CongruenceMeasure;
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
 * Who speaks alike: principals who agree more often than not are tied; communities and betweenness
 * by JGraphT, and a GraphML file.
 *
 * <pre>{@code
 * mvn -q compile exec:java -pl examples/networks -am
 *     -Dexec.args="examples/thaad/src/main/resources/thaad.json coalitions.graphml"
 * }</pre>
 */
public final class Coalitions {
  private final ImmutableValueGraph<String, Double> ties;
  private final int actors;
  private final Graph<String, EndpointPair<String>> graph;
  private final List<Set<String>> communities;
  private final Map<String, Double> betweenness;

  Coalitions(Tracker tracker) {
    Network network =
        CongruenceQuery.of(tracker)
            .among(ActorRole.PRINCIPALS)
            .measure(CongruenceMeasure.SUBTRACT)
            .divisor(CongruenceDivisor.AVERAGE)
            .network();
    actors = network.rows().size();
    ties = positive(network.graph());
    graph = new ImmutableDoubleValueGraphAdapter<>(ties);
    // A weight is a nearness here, and a length to these two: they look at the ties alone.
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
   * The clusters of M. Girvan and M. Newman, <i>Community structure in social and biological
   * networks</i>, 2002, as many as make the modularity highest.
   */
  private List<Set<String>> clusters(Graph<String, EndpointPair<String>> unweighted) {
    if (ties.nodes().isEmpty()) {
      return List.of();
    }
    UndirectedModularityMeasurer<String, EndpointPair<String>> measurer =
        new UndirectedModularityMeasurer<>(graph);
    int least = new ConnectivityInspector<>(graph).connectedSets().size();
    return IntStream.rangeClosed(least, graph.vertexSet().size())
        .mapToObj(k -> new GirvanNewmanClustering<>(unweighted, k).getClustering().getClusters())
        .max(Comparator.comparingDouble(measurer::modularity))
        .orElse(List.of());
  }

  /**
   * Prints the coalitions of a record, and writes them to a file.
   *
   * @param args the path of a dossier, and of the GraphML file to write
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length != 2) {
      out.println("give the path of a dossier, and of the GraphML file to write");
      return;
    }
    try {
      Coalitions coalitions = new Coalitions(Tracker.of(Dossiers.read(Path.of(args[0]))));
      out.println(coalitions.page());
      coalitions.write(Path.of(args[1]));
      out.println("\nwritten to " + args[1] + ", for Gephi, visone and others");
    } catch (IllegalArgumentException | UncheckedIOException | ExportException wrong) {
      out.println(wrong.getMessage());
    }
  }

  /** The ties of those who agree more often than they contradict one another. */
  private static ImmutableValueGraph<String, Double> positive(
      ImmutableValueGraph<String, Double> all) {
    ImmutableValueGraph.Builder<String, Double> positive = ValueGraphBuilder.from(all).immutable();
    for (EndpointPair<String> pair : all.edges()) {
      all.edgeValue(pair)
          .filter(value -> value > 0)
          .ifPresent(value -> positive.putEdgeValue(pair, value));
    }
    return positive.build();
  }

  /** The community of each actor, in order, with how often he stands between others. */
  TextPage page() {
    List<List<String>> rows = new ArrayList<>();
    for (Set<String> members : communities) {
      members.stream()
          .sorted(Comparator.comparing((String id) -> -between(id)).thenComparing(id -> id))
          .forEach(
              id ->
                  rows.add(
                      List.of(
                          String.valueOf(communities.indexOf(members) + 1),
                          id,
                          String.valueOf(ties.degree(id)),
                          String.format(Locale.ROOT, "%.3f", between(id)))));
    }
    return TextPage.of(
            "Coalitions: %d, of %d actors; %d more have no tie"
                .formatted(communities.size(), rows.size(), actors - rows.size()))
        .table(List.of("coalition", "actor", "ties", "betweenness"), rows);
  }

  private double between(String actor) {
    return betweenness.getOrDefault(actor, 0.0);
  }

  /**
   * Writes the graph as GraphML: the coalition and betweenness of a node, the weight of an edge.
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
        "betweenness", DefaultAttribute.createAttribute(between(actor)));
  }
}
