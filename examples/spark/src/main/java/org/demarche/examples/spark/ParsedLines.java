package org.demarche.examples.spark;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.demarche.json.Dossiers;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;

/** Lines with what decides where they go; each line is checked by itself. */
final class ParsedLines {
  static final String CLAIM = "claim";
  static final String REFERENCE = "reference";
  static final String REJECT = "reject";

  private static final StructType SCHEMA =
      new StructType()
          .add("kind", StringType, false)
          .add("file", StringType, false)
          .add("line", IntegerType, false)
          .add("text", StringType)
          .add("reason", StringType)
          .add("id", StringType)
          .add("draft", BooleanType)
          .add("proposition", StringType)
          .add("principals", createArrayType(StringType, false))
          .add("speakers", createArrayType(StringType, false))
          .add("responds", createArrayType(StringType, false))
          .add("retracts", createArrayType(StringType, false));

  private ParsedLines() {}

  /**
   * Reads the record of each line: a claim, a record to which claims refer, or a reject.
   *
   * @param references counts the records to which claims refer, each time that one is read
   */
  static Dataset<Row> of(Dataset<Row> lines, LongAccumulator references) {
    return lines.flatMap(
        (FlatMapFunction<Row, Row>) line -> parse(line, references), Encoders.row(SCHEMA));
  }

  private static Iterator<Row> parse(Row line, LongAccumulator references) {
    RowBuilder row =
        new RowBuilder(SCHEMA).set("file", line.getString(0)).set("line", line.getInt(1));
    if (line.isNullAt(2)) {
      return reject(row, line.isNullAt(3) ? "the line has no text" : line.getString(3));
    }
    String text = line.getString(2).strip();
    if (text.indexOf('\n') >= 0) {
      return reject(row, "the text is more than one line");
    }
    if (LineFaults.isTooLong(text)) {
      return reject(row, LineFaults.TOO_LONG);
    }
    try {
      DossierRecord record = Dossiers.record(text);
      row.set("kind", record instanceof Claim ? CLAIM : REFERENCE).set("text", text);
      if (record instanceof Claim claim) {
        row.set("id", claim.id())
            .set("draft", claim.isDraft())
            .set("proposition", claim.proposition())
            .set("principals", array(claim.principals()))
            .set("speakers", array(claim.speakers()))
            .set("responds", array(claim.respondsTo()))
            .set("retracts", array(claim.retracts()));
      } else {
        references.add(1);
      }
      return List.of(row.build()).iterator();
    } catch (InvalidDossierException invalid) {
      return LineFaults.ofNoRecord(text, invalid)
          .map(fault -> reject(row, fault))
          .orElseGet(() -> List.<Row>of().iterator());
    }
  }

  private static Iterator<Row> reject(RowBuilder row, String reason) {
    return List.of(row.set("kind", REJECT).set("reason", reason).build()).iterator();
  }

  private static String[] array(Collection<String> ids) {
    return ids.toArray(String[]::new);
  }
}
