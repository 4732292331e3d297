package org.demarche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the source files of both libraries, for the rules that they must follow. */
final class MainSources {
  private MainSources() {}

  /** Returns the texts by file. */
  static Map<Path, String> read() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    for (String folder : List.of("src/main/java", "../json-io/src/main/java")) {
      int before = texts.size();
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
          texts.put(file, Files.readString(file, UTF_8));
        }
      }
      assertThat(texts).as(folder).hasSizeGreaterThan(before + 100);
    }
    return texts;
  }
}
