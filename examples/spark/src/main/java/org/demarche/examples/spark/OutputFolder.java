package org.demarche.examples.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * A folder of tables, each as lines of JSON and as Parquet, with the same bytes for the same rows.
 * They are written into another folder, which gets the name only when all are complete.
 */
final class OutputFolder {
  private final FileSystem files;
  private final Path folder;
  private final Path unfinished;
  private final int filesPerTable;

  private OutputFolder(FileSystem files, Path folder, int filesPerTable) {
    this.files = files;
    this.folder = folder;
    this.unfinished = folder.suffix(".unfinished");
    this.filesPerTable = filesPerTable;
  }

  /**
   * Begins a folder, and deletes what a run that was killed has left.
   *
   * @throws IllegalArgumentException if the folder exists
   */
  static OutputFolder create(SparkSession session, String folder, int filesPerTable)
      throws IOException {
    Path path = new Path(folder);
    FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
    if (files.exists(path)) {
      throw new IllegalArgumentException(
          folder + ": the output folder exists; choose another, or delete it first");
    }
    OutputFolder out = new OutputFolder(files, files.makeQualified(path), filesPerTable);
    files.delete(out.unfinished, true);
    return out;
  }

  /**
   * Writes a table.
   *
   * @param counts receives the number of its rows
   * @return the number of its rows
   */
  long write(String table, Dataset<Row> rows, List<String> counts) throws IOException {
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Column[] key = {columns[0], columns[1]};
    Dataset<Row> sorted =
        rows.repartition(filesPerTable, key)
            .sortWithinPartitions(columns)
            .persist(StorageLevel.DISK_ONLY());
    long count = sorted.count();
    Path lines = new Path(unfinished, table + "/jsonl");
    Path parquet = new Path(unfinished, table + "/parquet");
    sorted.write().json(lines.toString());
    sorted.write().parquet(parquet.toString());
    sorted.unpersist();
    rename(lines, ".jsonl");
    rename(parquet, ".parquet");
    counts.add(table + " " + count);
    return count;
  }

  /** Gives the files of a table names without the random number of the run. */
  private void rename(Path table, String ending) throws IOException {
    for (FileStatus file : files.listStatus(table)) {
      String name = file.getPath().getName();
      if (name.startsWith("part-")) {
        String number = name.substring(0, "part-00000".length());
        move(file.getPath(), new Path(table, number + ending));
      } else {
        files.delete(file.getPath(), false);
      }
    }
  }

  private void move(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException(from + " cannot be renamed to " + to);
    }
  }

  /** Gives the folder its name. */
  void finish() throws IOException {
    move(unfinished, folder);
  }
}
