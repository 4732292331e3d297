package org.demarche.examples.spark;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.demarche.examples.spark.SoundLines.CorpusLine;
import org.demarche.model.Dossier;
import scala.Tuple2;

/**
 * The claims of a folder, divided into batches for Apache Spark: each batch holds all on which the
 * positions of some families of actors on one component of propositions depend. Whatever is asked
 * of a batch is answered by the library as if it had the whole folder in memory.
 *
 * <pre>{@code
 * try (ClaimsOnSpark claims = ClaimsOnSpark.read(session, "corpus");
 *     DerivedAnswers answers = claims.derive(AskedDays.asOf(LocalDate.parse("2022-08-11")))) {
 *   answers.positions().where("outcome = 'CONTESTED'").show();
 * }
 * }</pre>
 */
public final class ClaimsOnSpark implements AutoCloseable {
  private static final Encoder<Tuple2<String, Integer>> KEY =
      Encoders.tuple(Encoders.STRING(), Encoders.INT());

  /** A line of a claim, the batch in which it is, and the families there on which it bears. */
  private static final StructType PLACED =
      new StructType()
          .add("component", StringType, false)
          .add("batch", IntegerType, false)
          .add("families", createArrayType(StringType, false), false)
          .add("id", StringType, false)
          .add("file", StringType, false)
          .add("line", IntegerType, false)
          .add("text", StringType, false);

  private static final StructType COUNTED =
      new StructType().add("component", StringType, false).add("shared", IntegerType, false);

  private static final StructType BROUGHT =
      new StructType()
          .add("component", StringType, false)
          .add("batch", IntegerType, false)
          .add("id", StringType, false);

  /** About how many claims are derived at once, which take some tens of megabytes. */
  private static final int CLAIMS_PER_BATCH = 10_000;

  private static final String NO_FAMILIES = "CAST(array() AS array<string>) AS families";

  private final SparkSession session;
  private final Dataset<Row> parsed;
  private final LongAccumulator counter;
  private final Broadcast<ReferenceRecords> references;
  private final Broadcast<ClaimLinks> links;
  private final Broadcast<Batches> batches;
  private final List<Row> rejects;
  private final Dataset<Row> placed;

  private ClaimsOnSpark(
      SparkSession session, Dataset<Row> parsed, LongAccumulator counter, int claimsPerBatch) {
    JavaSparkContext context = new JavaSparkContext(session.sparkContext());
    this.session = session;
    this.parsed = parsed;
    this.counter = counter;
    this.rejects = new ArrayList<>();
    this.references = context.broadcast(references());
    this.links = context.broadcast(links());
    this.batches = context.broadcast(batches(claimsPerBatch));
    this.placed = placed();
  }

  /**
   * Reads the lines of a folder, and keeps them until this is closed.
   *
   * @param session the session, which stays open
   * @param folder a folder of {@code .jsonl} and {@code .jsonl.gz} files, or of Parquet files with
   *     the columns {@code file}, {@code line} and {@code text}
   * @return its claims
   * @throws IllegalArgumentException if there is no such folder, or it has no such files
   */
  public static ClaimsOnSpark read(SparkSession session, String folder) {
    return read(session, folder, CLAIMS_PER_BATCH);
  }

  /** Reads the lines of a folder, and divides their claims into batches of about some size. */
  static ClaimsOnSpark read(SparkSession session, String folder, int claimsPerBatch) {
    LongAccumulator counter = session.sparkContext().longAccumulator("reference records read");
    Dataset<Row> parsed = ParsedLines.of(CorpusLines.of(session, folder), counter);
    parsed.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return new ClaimsOnSpark(session, parsed, counter, claimsPerBatch);
    } catch (Throwable failed) { // also where memory is full
      parsed.unpersist();
      throw failed;
    }
  }

  private Dataset<Row> ofKind(String kind) {
    return parsed.where(col("kind").equalTo(kind));
  }

  private ReferenceRecords references() {
    Iterator<Row> rows =
        ofKind(ParsedLines.REFERENCE)
            .select("file", "line", "text")
            .orderBy("file", "line")
            .toLocalIterator(); // which no limit on results stops
    Dossier dossier =
        SoundLines.read(
            Dossier.of(),
            Iterators.transform(
                rows, row -> new CorpusLine(row.getString(0), row.getInt(1), row.getString(2))),
            (place, reason) ->
                rejects.add(ClaimBatch.rejected(place.file(), place.line(), reason)));
    return ReferenceRecords.of(dossier);
  }

  private ClaimLinks links() {
    ClaimLinks all = new ClaimLinks();
    ofKind(ParsedLines.CLAIM)
        .where("size(responds) + size(retracts) > 0")
        .select("id", "responds", "retracts")
        .toLocalIterator()
        .forEachRemaining(row -> all.add(row.getString(0), row.getList(1), row.getList(2)));
    ofKind(ParsedLines.CLAIM)
        .selectExpr(
            "id", "draft", "xxhash64(proposition, size(principals), principals, speakers) AS place")
        .groupBy("id")
        .agg(
            functions.expr("min(place) <> max(place)").as("divided"),
            functions.expr("min(draft) <> max(draft)").as("coded"))
        .where("divided OR coded")
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              if (row.getBoolean(1)) {
                all.addDivided(row.getString(0));
              }
              if (row.getBoolean(2)) {
                all.addCoded(row.getString(0));
              }
            });
    return all;
  }

  private Batches batches(int claimsPerBatch) {
    Broadcast<ReferenceRecords> known = references;
    Batches divided = new Batches(claimsPerBatch);
    ofKind(ParsedLines.CLAIM)
        .flatMap(
            (FlatMapFunction<Row, Row>) claim -> counted(claim, known.value()),
            Encoders.row(COUNTED))
        .groupBy("component")
        .agg(functions.count("*"), functions.sum("shared"))
        .toLocalIterator()
        .forEachRemaining(row -> divided.add(row.getString(0), row.getLong(1), row.getLong(2)));
    return divided;
  }

  private static Iterator<Row> counted(Row claim, ReferenceRecords references) {
    List<String> principals = claim.getList(claim.fieldIndex("principals"));
    int shared = references.isShared(principals) ? 1 : 0;
    return references.component(claim.getAs("proposition")).stream()
        .map(component -> RowFactory.create(component, shared))
        .iterator();
  }

  // Batches

  private Dataset<Row> placed() {
    Dataset<Row> claims = ofKind(ParsedLines.CLAIM);
    Dataset<Row> own = withReports(claims, placed(claims));
    Broadcast<ClaimLinks> linked = links;
    Dataset<Row> brought =
        own.filter((FilterFunction<Row>) row -> linked.value().has(row.getAs("id")))
            .select("component", "batch", "id")
            .groupByKey((MapFunction<Row, Tuple2<String, Integer>>) ClaimsOnSpark::key, KEY)
            .flatMapGroups(
                (FlatMapGroupsFunction<Tuple2<String, Integer>, Row, Row>)
                    (key, rows) -> brought(key, rows, linked.value()),
                Encoders.row(BROUGHT));
    Dataset<Row> moved =
        brought
            .join(claims.select("id", "file", "line", "text"), "id")
            .selectExpr("component", "batch", NO_FAMILIES, "id", "file", "line", "text");
    return own.unionByName(moved);
  }

  private Dataset<Row> placed(Dataset<Row> claims) {
    Broadcast<ReferenceRecords> known = references;
    Broadcast<Batches> divided = batches;
    return claims.flatMap(
        (FlatMapFunction<Row, Row>) claim -> places(claim, known.value(), divided.value()),
        Encoders.row(PLACED));
  }

  private static Iterator<Row> places(Row claim, ReferenceRecords references, Batches batches) {
    String component = references.component(claim.getAs("proposition")).orElse("");
    if (component.isEmpty()) {
      return List.<Row>of().iterator();
    }
    TreeMap<Integer, List<String>> families = new TreeMap<>();
    for (String family : families(claim, references)) {
      families
          .computeIfAbsent(batches.batch(family, component), batch -> new ArrayList<>())
          .add(family);
    }
    return families.entrySet().stream()
        .map(
            batch ->
                RowFactory.create(
                    component,
                    batch.getKey(),
                    batch.getValue().toArray(String[]::new),
                    claim.getAs("id"),
                    claim.getAs("file"),
                    claim.getAs("line"),
                    claim.getAs("text")))
        .iterator();
  }

  private static Set<String> families(Row claim, ReferenceRecords references) {
    return references.families(
        claim.getList(claim.fieldIndex("principals")), claim.getList(claim.fieldIndex("speakers")));
  }

  /** Adds what media report to each batch of the same component. */
  private Dataset<Row> withReports(Dataset<Row> claims, Dataset<Row> own) {
    Broadcast<ReferenceRecords> known = references;
    Dataset<Row> reports =
        placed(claims.filter((FilterFunction<Row>) claim -> isReport(claim, known.value())))
            .select("component", "id", "file", "line", "text")
            .distinct();
    Dataset<Row> reported =
        own.select("component", "batch")
            .distinct()
            .join(reports, "component")
            .selectExpr("component", "batch", NO_FAMILIES, "id", "file", "line", "text");
    return own.unionByName(reported);
  }

  private static boolean isReport(Row claim, ReferenceRecords references) {
    return references.isReport(claim.getList(claim.fieldIndex("principals")));
  }

  private static Tuple2<String, Integer> key(Row placed) {
    return new Tuple2<>(placed.getString(0), placed.getInt(1));
  }

  private static Iterator<Row> brought(
      Tuple2<String, Integer> key, Iterator<Row> own, ClaimLinks links) {
    Set<String> ids = new HashSet<>();
    own.forEachRemaining(row -> ids.add(row.getString(2)));
    return links.broughtBy(ids).stream()
        .map(id -> RowFactory.create(key._1(), key._2(), id))
        .iterator();
  }

  /** The claims that batches hold, and those of media among them, which are in many. */
  record Division(long batches, long reports, long claimsInBatches, long reportsInBatches) {}

  /** Counts how claims are divided, of which each may be in several batches. */
  Division division() {
    Broadcast<ReferenceRecords> known = references;
    Dataset<Row> claims = ofKind(ParsedLines.CLAIM);
    Dataset<Row> reports =
        claims
            .filter((FilterFunction<Row>) claim -> isReport(claim, known.value()))
            .select("id")
            .distinct();
    Dataset<Row> inBatches = placed.select("component", "batch", "id").distinct();
    return new Division(
        inBatches.select("component", "batch").distinct().count(),
        reports.count(),
        inBatches.count(),
        inBatches.join(reports, "id").count());
  }

  /**
   * Returns how many actors, propositions, sources and occasions were read from lines so far, which
   * is their number as long as none was read twice.
   */
  long referenceRecordsRead() {
    return counter.value();
  }

  // Answers

  /**
   * Derives the positions of all parties, their changes and turns, and the agreement of states.
   *
   * @param days the days as of which to derive
   * @return the answers, which are kept until they are closed
   */
  public DerivedAnswers derive(AskedDays days) {
    Broadcast<ReferenceRecords> known = references;
    Dataset<Row> answers =
        placed
            .groupByKey((MapFunction<Row, Tuple2<String, Integer>>) ClaimsOnSpark::key, KEY)
            .flatMapGroups(
                (FlatMapGroupsFunction<Tuple2<String, Integer>, Row, Row>)
                    (key, rows) -> ClaimBatch.derive(key._1(), rows, known.value(), days),
                Encoders.row(ClaimBatch.ANSWERS));
    return new DerivedAnswers(answers.persist(StorageLevel.MEMORY_AND_DISK()), unplaced());
  }

  /** Returns the lines that are in no batch. */
  private Dataset<Row> unplaced() {
    Broadcast<ReferenceRecords> known = references;
    Broadcast<ClaimLinks> linked = links;
    Dataset<Row> alone =
        ofKind(ParsedLines.CLAIM)
            .flatMap(
                (FlatMapFunction<Row, Row>) claim -> unplaced(claim, known.value(), linked.value()),
                Encoders.row(DerivedAnswers.REJECTS));
    return ofKind(ParsedLines.REJECT)
        .select("file", "line", "reason")
        .unionByName(alone)
        .unionByName(
            session.createDataFrame(rejects, ClaimBatch.ANSWERS).select("file", "line", "reason"));
  }

  private static Iterator<Row> unplaced(Row claim, ReferenceRecords references, ClaimLinks links) {
    boolean isReplaced = claim.<Boolean>getAs("draft") && links.isCoded(claim.getAs("id"));
    Optional<String> component = references.component(claim.getAs("proposition"));
    if (isReplaced || (component.isPresent() && !families(claim, references).isEmpty())) {
      return List.<Row>of().iterator();
    }
    String proposition = claim.getAs("proposition");
    List<String> principals = claim.getList(claim.fieldIndex("principals"));
    String reason =
        component.isEmpty()
            ? "proposition '" + proposition + "' is in no file, or its line was left out"
            : "actor '"
                + String.join("', '", principals)
                + "' is in no file, or its line was left out";
    return List.of(
            RowFactory.create(
                claim.getAs("file"),
                claim.getAs("line"),
                "claim " + claim.getAs("id") + ": " + reason))
        .iterator();
  }

  /**
   * Reads a slice into memory: all on which the answers about some parties on some propositions
   * depend, alone and with one another.
   *
   * @param parties ids of actors
   * @param propositions ids of propositions
   * @return a dossier, of which a Tracker answers what it would of all claims
   * @throws IllegalArgumentException if an id is in no file
   */
  public Dossier slice(Set<String> parties, Set<String> propositions) {
    ReferenceRecords known = references.value();
    Set<String> components = new TreeSet<>();
    for (String proposition : propositions) {
      components.add(
          known
              .component(proposition)
              .orElseThrow(() -> new IllegalArgumentException("no proposition " + proposition)));
    }
    Set<String> families = new TreeSet<>();
    for (String party : parties) {
      Set<String> found = known.families(List.of(), List.of(party));
      if (found.isEmpty()) {
        throw new IllegalArgumentException("no actor " + party);
      }
      families.addAll(found);
    }
    Broadcast<ReferenceRecords> all = references;
    List<Row> lines = lines(claim -> bearsOn(claim, all.value(), families, components));
    Set<String> ids = lines.stream().map(row -> row.<String>getAs("id")).collect(toSet());
    Set<String> brought = links.value().broughtBy(ids);
    if (!brought.isEmpty()) {
      lines.addAll(lines(claim -> brought.contains(claim.<String>getAs("id"))));
    }
    return ClaimBatch.dossier(families, components, lines.iterator(), known);
  }

  /** Returns whether a claim bears on some families, or may be about any party. */
  private static boolean bearsOn(
      Row claim, ReferenceRecords references, Set<String> families, Set<String> components) {
    List<String> principals = claim.getList(claim.fieldIndex("principals"));
    return references.component(claim.getAs("proposition")).filter(components::contains).isPresent()
        && (references.isReport(principals)
            || !Collections.disjoint(families(claim, references), families));
  }

  private List<Row> lines(FilterFunction<Row> claims) {
    return new ArrayList<>(
        ofKind(ParsedLines.CLAIM)
            .filter(claims)
            .select("id", "file", "line", "text")
            .collectAsList());
  }

  /** Lets the session forget the lines. */
  @Override
  public void close() {
    parsed.unpersist();
    references.destroy();
    links.destroy();
    batches.destroy();
  }
}
