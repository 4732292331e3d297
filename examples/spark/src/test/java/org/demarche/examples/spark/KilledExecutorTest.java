package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job of which an executor is killed finishes with the same answers. */
@Tag("slow")
class KilledExecutorTest {
  private static final Duration WORKED = Duration.ofSeconds(8);

  @TempDir private Path folder;

  private Process submit(String master, Path out) throws IOException {
    String opens = System.getProperty("spark.java").strip().replaceAll("\\s+", " ");
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        Stream.of(
                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g"),
                Stream.of(opens.split(" ")),
                Stream.of(
                    "-cp",
                    classPath,
                    "-Dspark.master=" + master,
                    "-Dspark.ui.enabled=false",
                    "-Dspark.driver.bindAddress=127.0.0.1",
                    "-Dspark.driver.host=127.0.0.1",
                    "-Dspark.sql.shuffle.partitions=16",
                    "-Dspark.executor.memory=512m",
                    "-Dspark.executor.extraClassPath=" + classPath,
                    "-Dspark.executor.extraJavaOptions=" + opens,
                    DeriveJob.class.getName(),
                    "--input",
                    folder.resolve("in").toString(),
                    "--out",
                    out.toString(),
                    "--as-of",
                    "2022-08-11"))
            .flatMap(words -> words)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    // A cluster looks for a Spark that is installed; its jars are those of the class path.
    Path home = folder.resolve("spark-home");
    Files.createDirectories(home.resolve("jars"));
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    return builder.directory(folder.toFile()).inheritIO().start();
  }

  /** Returns an executor; the processes that a job starts are nothing else. */
  private static Optional<ProcessHandle> executor(Process job) {
    return job.descendants().findFirst();
  }

  /** Kills an executor once it has worked for some seconds, which is long before the job ends. */
  private static void killAnExecutor(Process job) throws InterruptedException {
    while (job.isAlive() && executor(job).filter(KilledExecutorTest::isAtWork).isEmpty()) {
      Thread.sleep(100);
    }
    ProcessHandle executor = executor(job).orElseThrow();
    assertThat(executor.destroyForcibly()).isTrue();
    executor.onExit().join();
    assertThat(job.isAlive()).as("still at work").isTrue();
  }

  private static boolean isAtWork(ProcessHandle executor) {
    return executor.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(WORKED) > 0;
  }

  @Test
  void a_job_of_which_an_executor_is_killed_writes_the_same_lines() throws Exception {
    ShuffledLines.write(ExampleDossiers.thaad(), folder.resolve("in"), 5);
    Process whole = submit("local[2]", folder.resolve("whole"));
    assertThat(whole.waitFor(20, TimeUnit.MINUTES)).isTrue();

    Process job = submit("local-cluster[2,1,512]", folder.resolve("killed"));
    try {
      killAnExecutor(job);
      assertThat(job.waitFor(20, TimeUnit.MINUTES)).isTrue();
    } finally {
      job.descendants().forEach(ProcessHandle::destroyForcibly);
      job.destroyForcibly();
    }
    assertThat(job.exitValue()).isZero();
    for (String table : List.of("positions", "changes", "turns", "agreement", "rejects")) {
      Path lines = Path.of(table, "jsonl", "part-00000.jsonl");
      assertThat(Files.readString(folder.resolve("killed").resolve(lines)))
          .isEqualTo(Files.readString(folder.resolve("whole").resolve(lines)));
    }
  }
}
