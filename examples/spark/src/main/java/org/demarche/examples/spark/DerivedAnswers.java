package org.demarche.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** What was derived from claims, as tables. */
public final class DerivedAnswers implements AutoCloseable {
  static final StructType REJECTS =
      new StructType()
          .add("file", StringType, false)
          .add("line", IntegerType, false)
          .add("reason", StringType, false);

  private final Dataset<Row> answers;
  private final Dataset<Row> unplaced;

  DerivedAnswers(Dataset<Row> answers, Dataset<Row> unplaced) {
    this.answers = answers;
    this.unplaced = unplaced;
  }

  private Dataset<Row> ofKind(String kind) {
    return answers.where(col("kind").equalTo(kind));
  }

  /**
   * Returns the position of each party on each proposition on which it has one, or on which there
   * is a claim that would bear on one.
   *
   * @return party, proposition, outcome, the claim to cite, its grade, the day on which the
   *     position was last evidenced, and the whole position as JSON
   */
  public Dataset<Row> positions() {
    return ofKind(ClaimBatch.POSITION)
        .selectExpr(
            "party", "proposition", "outcome", "claim", "grade", "day AS lastEvidenced", "answer");
  }

  /**
   * Returns the change of each position between the two days, unchanged ones included.
   *
   * @return party, proposition, the outcome before and after, and the label of the change
   */
  public Dataset<Row> changes() {
    return ofKind(ClaimBatch.CHANGE)
        .selectExpr("party", "proposition", "before", "outcome AS after", "label");
  }

  /**
   * Returns the days on which a position changed its outcome.
   *
   * @return party, proposition, day, and the outcome from that day on
   */
  public Dataset<Row> turns() {
    return ofKind(ClaimBatch.TURN).select("party", "proposition", "day", "outcome");
  }

  /**
   * Returns how often each two states hold the same position. The rows of two runs on different
   * propositions can be added.
   *
   * @return first and second, and the numbers of propositions on which both are known, hold the
   *     same stance, hold the same stance for or against, and are opposed
   */
  public Dataset<Row> agreement() {
    Dataset<Row> known =
        ofKind(ClaimBatch.POSITION)
            .where("actor = 'STATE' AND outcome IN ('FOR', 'AGAINST', 'UNCOMMITTED')")
            .select("proposition", "party", "outcome");
    Dataset<Row> one = known.toDF("proposition", "first", "one");
    Dataset<Row> other = known.toDF("proposition", "second", "other");
    return one.join(other, "proposition")
        .where("first < second")
        .groupBy("first", "second")
        .agg(
            functions.count("*").as("joint"),
            functions.expr("count_if(one = other)").as("same"),
            functions.expr("count_if(one = other AND one <> 'UNCOMMITTED')").as("sameDecided"),
            functions
                .expr("count_if(one <> other AND one <> 'UNCOMMITTED' AND other <> 'UNCOMMITTED')")
                .as("opposed"));
  }

  /**
   * Returns the lines that were left out.
   *
   * @return file, line and reason
   */
  public Dataset<Row> rejects() {
    return ofKind(ClaimBatch.REJECT)
        .select("file", "line", "reason")
        .unionByName(unplaced)
        .groupBy("file", "line")
        .agg(functions.min("reason").as("reason"));
  }

  /** Lets the session forget the answers. */
  @Override
  public void close() {
    answers.unpersist();
  }
}
