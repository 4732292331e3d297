package org.demarche.examples.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /** Files and folders that Spark does not read either: unfinished ones, and those of programs. */
  private static final Pattern HIDDEN = Pattern.compile("/[_.]");

  private CorpusLines() {}

  /**
   * Returns the lines of a folder: of its files that end in {@code .jsonl} or {@code .jsonl.gz}, or
   * of its Parquet files, whose columns are {@code file}, {@code line} and {@code text}. Names that
   * begin with a full stop or a low line are left out, as Spark does.
   *
   * @throws IllegalArgumentException if the folder has no such file, or files of both kinds
   * @throws UncheckedIOException if the folder cannot be listed
   */
  static Dataset<Row> of(SparkSession session, String folder) {
    JavaSparkContext context = new JavaSparkContext(session.sparkContext());
    List<String> lines = new ArrayList<>();
    List<String> parquet = new ArrayList<>();
    String root = list(context, folder, lines, parquet);
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
      return ParquetLines.of(session, folder, parquet);
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    Dataset<Row> read =
        session
            .createDataset(context.parallelize(lines, lines.size()).rdd(), Encoders.STRING())
            .flatMap(
                (FlatMapFunction<String, Row>)
                    file ->
                        FileLines.of(new Path(file), file.substring(root.length()), hadoop.value()),
                Encoders.row(SCHEMA));
    int tasks = session.sparkContext().defaultParallelism();
    return lines.size() < tasks ? read.repartition(tasks) : read;
  }

  /** Adds the files of a folder to those of their kind, and returns how their paths begin. */
  private static String list(
      JavaSparkContext context, String folder, List<String> lines, List<String> parquet) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(context.hadoopConfiguration());
      if (!files.getFileStatus(path).isDirectory()) {
        throw new IllegalArgumentException(folder + ": the input must be a folder");
      }
      String root = files.makeQualified(path).toString().replaceFirst("/*$", "/");
      RemoteIterator<LocatedFileStatus> all = files.listFiles(path, true);
      while (all.hasNext()) {
        String file = all.next().getPath().toString();
        if (!HIDDEN.matcher(file.substring(root.length() - 1)).find()) {
          if (file.endsWith(".jsonl") || file.endsWith(".jsonl.gz")) {
            lines.add(file);
          } else if (file.endsWith(".parquet")) {
            parquet.add(file);
          }
        }
      }
      lines.sort(null);
      parquet.sort(null);
      return root;
    } catch (FileNotFoundException absent) {
      throw new IllegalArgumentException(folder + ": the input folder does not exist", absent);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
