package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of ten thousand small files is read in the memory of its contents. */
@Tag("slow")
@Timeout(300)
class FolderMemoryTest {
  private static final int FILES = 10_000;
  private static final int TEXT = 2_000;

  @TempDir Path folder;

  /** Reads a folder strictly, then with bad records left out, and says what came of it. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) {
      System.out.println(Dossiers.read(Path.of(args[0])));
      int[] leftOut = {0};
      System.out.println(
          Dossiers.reader().leaveOutInvalid(problem -> leftOut[0]++).read(Path.of(args[0])));
      System.out.println(leftOut[0]);
    }
  }

  /** Writes files with one source each, of some kilobytes; all texts differ. */
  private void write(String ending) throws IOException {
    String actor = "{\"id\": \"paper\", \"name\": \"A paper\", \"kind\": \"MEDIA\"}";
    boolean ofLines = ending.equals(".jsonl");
    for (int i = 0; i < FILES; i++) {
      String source =
          "{\"id\": \"S%d\", \"outlet\": \"paper\", \"title\": \"T\", \"published\": \"2017\", \"text\": \"%s\"}"
              .formatted(i, ("text " + i + " ").repeat(TEXT / 10));
      String text =
          ofLines
              ? "{\"actor\": " + actor + "}\n{\"source\": " + source + "}\n"
              : "{\"demarche\": 1, \"actors\": [" + actor + "],\n\"sources\": [" + source + "]}\n";
      Files.writeString(folder.resolve(i + ending), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".json", ".jsonl"})
  void ten_thousand_files_need_little_more_than_the_memory_of_their_texts(String ending)
      throws IOException, InterruptedException {
    write(ending); // about 22 MB of text

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

    assertThat(output)
        .containsExactly(
            "Dossier of 10000 sources, 1 actors, 0 occasions, 0 propositions, 0 claims",
            "Dossier of 10000 sources, 1 actors, 0 occasions, 0 propositions, 0 claims",
            "0");
    assertThat(process.waitFor()).isZero();
  }
}
