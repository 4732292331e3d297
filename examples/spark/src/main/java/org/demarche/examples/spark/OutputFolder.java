package org.demarche.examples.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * A folder of tables, each as lines of JSON and as Parquet, with the same bytes for the same rows.
 * They are written into another folder, which gets the name only when all are complete. A file
 * beside it says which run is writing.
 */
final class OutputFolder implements AutoCloseable {
  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;
  private final Path unfinished;
  private final Path lock;
  private final RunningProcess owner;
  private final int filesPerTable;

  private OutputFolder(Configuration hadoop, Path folder, int filesPerTable) throws IOException {
    this.hadoop = hadoop;
    this.files = folder.getFileSystem(hadoop);
    this.folder = files.makeQualified(folder);
    this.unfinished = this.folder.suffix(".unfinished");
    this.lock = this.folder.suffix(".lock");
    this.owner = RunningProcess.ofThis();
    this.filesPerTable = filesPerTable;
  }

  /**
   * Begins a folder, and deletes what a run that was killed has left.
   *
   * @param input the folder that is read
   * @param messages receives what was deleted
   * @throws IllegalArgumentException if the folder exists, or is in the other, or another run is
   *     writing it
   */
  static OutputFolder create(
      SparkSession session,
      String folder,
      int filesPerTable,
      String input,
      Consumer<String> messages)
      throws IOException {
    OutputFolder out =
        new OutputFolder(
            session.sparkContext().hadoopConfiguration(), new Path(folder), filesPerTable);
    out.requireApart(folder, input);
    if (out.files.exists(out.folder)) {
      throw new IllegalArgumentException(
          folder + ": the output folder exists; choose another, or delete it first");
    }
    out.lock();
    if (out.files.delete(out.unfinished, true)) {
      messages.accept(
          folder + ": replaces what a run that did not end left in " + out.unfinished.getName());
    }
    return out;
  }

  private void requireApart(String given, String input) throws IOException {
    Path read = new Path(input);
    read = read.getFileSystem(hadoop).makeQualified(read);
    if (isIn(folder, read) || isIn(read, folder) || isIn(read, unfinished)) {
      throw new IllegalArgumentException(
          given + ": the output folder and the input folder " + input + " must be apart");
    }
  }

  private static boolean isIn(Path inner, Path outer) {
    return (inner + "/").startsWith(outer.toString().replaceFirst("/?$", "/"));
  }

  // The lock

  private void lock() throws IOException {
    if (!createLock()) {
      RunningProcess other = RunningProcess.parse(readLock());
      if (!other.hasEnded()) {
        throw new IllegalArgumentException(
            "%s: another run is writing it, %s; if that was killed, delete %s"
                .formatted(folder, other, lock));
      }
      files.delete(lock, false);
      if (!createLock()) {
        throw new IllegalArgumentException(folder + ": another run has just begun to write it");
      }
    }
  }

  /** Creates the lock, unless there is one; Hadoop does not do so at once on a disk. */
  private boolean createLock() throws IOException {
    byte[] text = owner.text().getBytes(StandardCharsets.UTF_8);
    try {
      if (files instanceof LocalFileSystem local) {
        java.nio.file.Path file = local.pathToFile(lock).toPath();
        Files.createDirectories(file.getParent());
        Files.write(file, text, StandardOpenOption.CREATE_NEW);
      } else {
        try (OutputStream out = files.create(lock, false)) {
          out.write(text);
        }
      }
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException locked) {
      return false;
    }
  }

  private String readLock() throws IOException {
    try (var in = files.open(lock)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException released) {
      return "";
    }
  }

  // Tables

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
    Path lines = new Path(unfinished, table + "/jsonl");
    Path parquet = new Path(unfinished, table + "/parquet");
    try {
      // Each option on which bytes depend, so that no setting of the session changes them.
      sorted
          .write()
          .option("maxRecordsPerFile", 0)
          .option("compression", "none")
          .option("ignoreNullFields", true)
          .option("encoding", "UTF-8")
          .option("lineSep", "\n")
          .json(lines.toString());
      sorted
          .write()
          .option("maxRecordsPerFile", 0)
          .option("compression", "snappy")
          .option("parquet.block.size", 128 << 20)
          .option("parquet.page.size", 1 << 20)
          .option("parquet.enable.dictionary", true)
          .parquet(parquet.toString());
      rename(lines, ".jsonl");
      rename(parquet, ".parquet");
      long count = sorted.count();
      counts.add(table + " " + count);
      return count;
    } finally {
      sorted.unpersist();
    }
  }

  /** Gives the files of a table names without the random number of the run. */
  private void rename(Path table, String ending) throws IOException {
    for (FileStatus file : files.listStatus(table)) {
      String name = file.getPath().getName();
      if (name.startsWith("part-")) {
        String number = name.substring(0, "part-00000".length());
        Path to = new Path(table, number + ending);
        if (!files.rename(file.getPath(), to)) {
          throw new IOException(file.getPath() + " cannot be renamed to " + to);
        }
      } else {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** Gives the folder its name, unless there is something of that name by now. */
  void finish() throws IOException {
    if (!readLock().equals(owner.text())) {
      throw new IOException(folder + ": another run has begun to write it");
    }
    FileContext.getFileContext(folder.toUri(), hadoop)
        .rename(unfinished, folder, Options.Rename.NONE);
  }

  /** Deletes what was not finished, and lets other runs write. */
  @Override
  public void close() throws IOException {
    if (readLock().equals(owner.text())) {
      files.delete(unfinished, true);
      files.delete(lock, false);
    }
  }
}
