package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.demarche.model.InvalidDossierException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes, which have no size and can be read only once, as files of a dossier. */
@Timeout(60)
class NamedPipesTest {
  private static final String LINES =
      """
      {"actor": {"id": "a", "name": "A", "kind": "STATE"}}
      {"actor": {"id": "b", "name": "B", "kind": "STATE"}}
      """;

  @TempDir Path folder;

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException missing) {
      abort("there is no mkfifo here");
    }
    return pipe;
  }

  private static CompletableFuture<Void> writes(Path pipe, byte[] bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(pipe, bytes);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private static byte[] bytes(String name, String lines) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines.getBytes(UTF_8));
    }
    return name.endsWith(".gz") ? packed.toByteArray() : lines.getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.jsonl", "d.jsonl.gz"})
  void a_dossier_is_read_once(String name) throws Exception {
    Path pipe = pipe(name);
    CompletableFuture<Void> written = writes(pipe, bytes(name, LINES));
    assertThat(Dossiers.read(pipe).actors()).hasSize(2);
    written.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.jsonl", "d.jsonl.gz"})
  void a_problem_has_its_place_although_nothing_can_be_read_again(String name) throws Exception {
    Path pipe = pipe(name);
    CompletableFuture<Void> written =
        writes(pipe, bytes(name, LINES.replace("\"b\", \"name\"", "\"a\", \"name\"")));
    assertThatThrownBy(() -> Dossiers.read(pipe))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(name + ":2:");
    written.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.jsonl.gz", "d.json.gz"})
  void one_that_ends_before_any_packed_byte_is_damaged(String name) throws Exception {
    Path pipe = pipe(name);
    CompletableFuture<Void> written = writes(pipe, new byte[0]);
    assertThatThrownBy(() -> Dossiers.read(pipe))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it ends too early");
    written.join();
  }
}
