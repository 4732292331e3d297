package org.demarche.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** From a file of a record a line to a Tracker that is ready. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoadBenchmark {
  /** A file. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class Lines {
    /** How many claims. */
    @Param("10000")
    public String claims;

    Path file;

    /** Makes it up, where it is not there. */
    @Setup
    public void find() {
      file = MadeUp.of(Integer.parseInt(claims)).file();
    }
  }

  /** Read and indexed. */
  @Benchmark
  public Tracker load(Lines lines) {
    return Tracker.of(Dossiers.read(lines.file));
  }

  /** The floor: Jackson's tokens with their texts, decoded first, as places in lines need it. */
  @Benchmark
  public int tokensOfCharacters(Lines lines) throws IOException {
    try (Reader reader = Files.newBufferedReader(lines.file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), reader)) {
      return texts(parser);
    }
  }

  /** Jackson's tokens with their texts, from bytes. */
  @Benchmark
  public int tokensOfBytes(Lines lines) throws IOException {
    try (InputStream bytes = Files.newInputStream(lines.file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      return texts(parser);
    }
  }

  private static int texts(JsonParser parser) {
    int length = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        length += parser.getString().length();
      }
    }
    return length;
  }
}
