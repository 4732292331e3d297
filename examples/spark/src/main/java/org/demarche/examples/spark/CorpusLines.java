package org.demarche.examples.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The lines of the files in a folder, each with the path of its file in the folder, and its number.
 * A file is read by one task from its beginning to its end, because neither the lines of a packed
 * file nor the numbers of lines can be told from its middle.
 */
final class CorpusLines {
  /** A line; or, in place of its text, why it cannot be read. */
  static final StructType SCHEMA =
      new StructType()
          .add("file", StringType, false)
          .add("line", IntegerType, false)
          .add("text", StringType)
          .add("reason", StringType);

  private CorpusLines() {}

  /**
   * Returns the lines of a folder: of its files that end in {@code .jsonl} or {@code .jsonl.gz}, or
   * of its Parquet files, whose columns are {@code file}, {@code line} and {@code text}.
   *
   * @throws IllegalArgumentException if the folder has no such file, or files of both kinds
   * @throws UncheckedIOException if the folder cannot be listed
   */
  static Dataset<Row> of(SparkSession session, String folder) {
    JavaSparkContext context = new JavaSparkContext(session.sparkContext());
    List<String> lines = new ArrayList<>();
    List<String> parquet = new ArrayList<>();
    URI root = list(context, folder, lines, parquet);
    if (lines.isEmpty() && parquet.isEmpty()) {
      throw new IllegalArgumentException(
          folder + ": the folder has no file that ends in .jsonl, .jsonl.gz or .parquet");
    }
    if (!lines.isEmpty() && !parquet.isEmpty()) {
      throw new IllegalArgumentException(
          folder
              + ": the folder has both lines and Parquet, such as %s and %s; keep one kind"
                  .formatted(lines.get(0), parquet.get(0)));
    }
    if (lines.isEmpty()) {
      return ofParquet(session, folder, parquet);
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    Dataset<Row> read =
        session
            .createDataset(context.parallelize(lines, lines.size()).rdd(), Encoders.STRING())
            .flatMap(
                (FlatMapFunction<String, Row>)
                    file ->
                        FileLines.of(
                            new Path(file),
                            root.relativize(URI.create(file)).getPath(),
                            hadoop.value()),
                Encoders.row(SCHEMA));
    int tasks = session.sparkContext().defaultParallelism();
    return lines.size() < tasks ? read.repartition(tasks) : read;
  }

  private static Dataset<Row> ofParquet(SparkSession session, String folder, List<String> files) {
    Dataset<Row> rows = session.read().parquet(files.toArray(String[]::new));
    List<String> columns = List.of(rows.columns());
    if (!columns.containsAll(List.of("file", "line", "text"))) {
      throw new IllegalArgumentException(
          folder + ": the Parquet files need the columns file, line and text, got " + columns);
    }
    return rows.selectExpr(
        "cast(file AS STRING) file",
        "cast(line AS INT) line",
        "cast(text AS STRING) text",
        columns.contains("reason")
            ? "cast(reason AS STRING) reason"
            : "cast(NULL AS STRING) reason");
  }

  private static URI list(
      JavaSparkContext context, String folder, List<String> lines, List<String> parquet) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(context.hadoopConfiguration());
      if (!files.getFileStatus(path).isDirectory()) {
        throw new IllegalArgumentException(folder + ": the input must be a folder");
      }
      RemoteIterator<LocatedFileStatus> all = files.listFiles(path, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        String name = file.getName();
        if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
          lines.add(file.toUri().toString());
        } else if (name.endsWith(".parquet")) {
          parquet.add(file.toUri().toString());
        }
      }
      lines.sort(null);
      parquet.sort(null);
      return URI.create(files.makeQualified(path).toUri() + "/");
    } catch (FileNotFoundException absent) {
      throw new IllegalArgumentException(folder + ": the input folder does not exist", absent);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
