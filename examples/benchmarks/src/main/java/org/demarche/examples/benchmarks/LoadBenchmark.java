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

/** Times reading a file of one record per line into a Tracker that can answer. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoadBenchmark {
  /** The file of a generated dossier. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class DossierFile {
    /** The number of claims. */
    @Param("10000")
    public String claims;

    Path file;

    /** Generates the file if it does not exist yet. */
    @Setup
    public void generate() {
      file = GeneratedDossier.of(Integer.parseInt(claims)).file();
    }
  }

  /** Times reading and indexing the dossier. */
  @Benchmark
  public Tracker load(DossierFile dossier) {
    return Tracker.of(Dossiers.read(dossier.file));
  }

  /**
   * Times the floor: Jackson's tokens with their texts, from decoded characters, which are needed
   * to report the column of a problem.
   */
  @Benchmark
  public int tokensFromCharacters(DossierFile dossier) throws IOException {
    try (Reader reader = Files.newBufferedReader(dossier.file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), reader)) {
      return lengthOfTexts(parser);
    }
  }

  /** Times Jackson's tokens with their texts, from bytes. */
  @Benchmark
  public int tokensFromBytes(DossierFile dossier) throws IOException {
    try (InputStream bytes = Files.newInputStream(dossier.file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      return lengthOfTexts(parser);
    }
  }

  private static int lengthOfTexts(JsonParser parser) {
    int length = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        length += parser.getString().length();
      }
    }
    return length;
  }
}
