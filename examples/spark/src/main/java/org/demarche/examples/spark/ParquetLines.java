package org.demarche.examples.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.min;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Lines in Parquet files, with the columns {@code file}, {@code line} and {@code text}. */
final class ParquetLines {
  private static final Set<DataType> NUMBERS =
      Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private ParquetLines() {}

  /**
   * Returns the lines of files, in which each line has a place of its own.
   *
   * @throws IllegalArgumentException if the columns are others, or a line has no place, or two have
   *     one
   */
  static Dataset<Row> of(SparkSession session, String folder, List<String> files) {
    Dataset<Row> rows =
        session.read().parquet(files.stream().map(ParquetLines::literally).toArray(String[]::new));
    requireColumns(folder, rows);
    boolean hasReasons = Arrays.asList(rows.columns()).contains("reason");
    requirePlaces(folder, rows);
    Dataset<Row> lines =
        rows.selectExpr(
            "file",
            "cast(line AS INT) line",
            "text",
            hasReasons ? "cast(reason AS STRING) reason" : "cast(NULL AS STRING) reason");
    Map<String, Integer> ends = ends(lines);
    return ends.isEmpty()
        ? lines
        : lines.flatMap(
            (FlatMapFunction<Row, Row>) row -> upTo(ends, row), Encoders.row(CorpusLines.SCHEMA));
  }

  /** Returns a path in which no character stands for others. */
  private static String literally(String path) {
    return path.replaceAll("[{}\\[\\]*?\\\\]", "\\\\$0");
  }

  private static void requireColumns(String folder, Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    if (!columns.containsAll(List.of("file", "line", "text"))) {
      throw new IllegalArgumentException(
          folder + ": the Parquet files need the columns file, line and text, got " + columns);
    }
    Map<String, DataType> types = new HashMap<>();
    for (var field : rows.schema().fields()) {
      types.put(field.name(), field.dataType());
    }
    if (!NUMBERS.contains(types.get("line"))
        || !DataTypes.StringType.equals(types.get("file"))
        || !DataTypes.StringType.equals(types.get("text"))) {
      throw new IllegalArgumentException(
          folder
              + ": in the Parquet files, file and text must be strings and line a whole number, got "
              + rows.schema().toDDL());
    }
  }

  /** Refuses lines that could not be told apart, or not be named where they are rejected. */
  private static void requirePlaces(String folder, Dataset<Row> rows) {
    List<Row> wrong =
        rows.groupBy("file", "line")
            .agg(count("*").as("times"))
            .where(
                "file IS NULL OR line IS NULL OR line NOT BETWEEN 1 AND %d OR times > 1"
                    .formatted(Integer.MAX_VALUE))
            .orderBy("file", "line")
            .takeAsList(1);
    for (Row row : wrong) {
      throw new IllegalArgumentException(
          folder
              + ": each line of the Parquet files needs a file, and a line from 1 to %d that no other line of the file has, got file %s, line %s, %s"
                  .formatted(
                      Integer.MAX_VALUE,
                      row.get(0),
                      row.get(1),
                      row.getLong(2) == 1 ? "once" : row.getLong(2) + " times"));
    }
  }

  /** Returns the number of the line of each file after which none can be read. */
  private static Map<String, Integer> ends(Dataset<Row> lines) {
    Map<String, Integer> ends = new HashMap<>();
    lines
        .filter((FilterFunction<Row>) row -> fault(row).isPresent())
        .groupBy("file")
        .agg(min("line"))
        .toLocalIterator()
        .forEachRemaining(row -> ends.put(row.getString(0), row.getInt(1)));
    return ends;
  }

  private static Optional<String> fault(Row line) {
    return Optional.ofNullable(line.<String>getAs("text"))
        .filter(LineFaults::isHeader)
        .flatMap(LineFaults::ofHeader);
  }

  private static Iterator<Row> upTo(Map<String, Integer> ends, Row line) {
    int end = ends.getOrDefault(line.getString(0), Integer.MAX_VALUE);
    int number = line.getInt(1);
    Row last =
        number != end ? line : RowFactory.create(line.get(0), end, null, fault(line).orElse(null));
    return (number > end ? List.<Row>of() : List.of(last)).iterator();
  }
}
