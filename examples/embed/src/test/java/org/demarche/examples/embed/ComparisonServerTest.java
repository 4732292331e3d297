package org.demarche.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the server in a process of its own, on the module path. */
class ComparisonServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Process server;
  private static URI root;

  @BeforeAll
  static void start() throws IOException {
    String modules =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                path ->
                    path.matches(
                        ".*(/classes|demarche-[a-z-]+-[^/]*\\.jar|.*(guava|failureaccess|jackson).*)"))
            .collect(Collectors.joining(File.pathSeparator));
    Path dossier =
        Stream.of("../thaad", "examples/thaad")
            .map(folder -> Path.of(folder, "src/main/resources/thaad.json"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modules,
                "-m",
                "org.demarche.examples.embed/" + ComparisonServer.class.getName(),
                dossier.toString(),
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = server.inputReader()) {
      String line = out.readLine();
      root = URI.create(line.substring(line.indexOf("http://")));
    }
  }

  @AfterAll
  static void stop() {
    server.destroy();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(root.resolve("/claims"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_comparison_is_served_as_json_and_includes_claims_added_later() throws Exception {
    String before = get("/compare/rok/prc/2018-01-01").body();
    assertThat(before).contains("\"comparison\"", "\"CONTRADICTION\"").doesNotContain("MORE-01");

    HttpResponse<String> added =
        post(
            """
            {"id": "MORE-01", "speakers": ["hua-chunying"], "principals": ["prc-mfa"],
             "asserted": "2017-11-24", "proposition": "3n-agreement", "stance": "FOR", "force": "ASSERT",
             "evidence": [{"source": "KT17", "mode": "INDIRECT", "quote": "made up for this test"}]}
            """);
    assertThat(added.body()).contains("90 claims");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(get("/compare/rok/prc/2018-01-01").body()).contains("MORE-01");
  }

  @Test
  void a_wrong_question_or_claim_is_answered_with_status_400_and_the_reason() throws Exception {
    HttpResponse<String> mistyped = get("/compare/rokk/prc/2018-01-01");
    assertThat(mistyped.statusCode()).isEqualTo(400);
    assertThat(mistyped.body())
        .isEqualTo("party 'rokk' is not in the dossier (did you mean 'rok'?)");
    assertThat(get("/compare/rok").statusCode()).isEqualTo(400);
    assertThat(post("{\"id\": 7").statusCode()).isEqualTo(400);
    HttpResponse<String> unknown =
        post(
            """
            {"id": "MORE-02", "speakers": ["prc"], "principals": ["prc"],
             "asserted": "2017-11-24", "proposition": "three-no", "stance": "FOR", "force": "ASSERT",
             "evidence": [{"source": "KT17", "mode": "INDIRECT", "quote": "made up"}]}
            """);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("'three-no'", "did you mean 'three-nos'?");
  }

  @Test
  void the_whole_application_has_fewer_than_sixty_lines() throws IOException {
    Path source =
        Stream.of("src/main/java", "examples/embed/src/main/java")
            .map(
                folder ->
                    Path.of(folder, ComparisonServer.class.getName().replace('.', '/') + ".java"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    assertThat(Files.readAllLines(source)).hasSizeLessThan(60);
  }
}
