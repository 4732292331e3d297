package org.demarche.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    assertThat(get("/compare/rok").statusCode()).isEqualTo(404);
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

  /** Sends bytes, and returns what is answered until the connection is closed. */
  private static String raw(String request) throws IOException {
    try (Socket socket = connected()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket(root.getHost(), root.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String head(String method, String host, String... others) {
    return method + " HTTP/1.1\r\nHost: " + host + "\r\n" + String.join("", others) + "\r\n";
  }

  @Test
  void whatever_is_answered_is_no_page() throws Exception {
    for (String path :
        List.of("/compare/rok/prc/2018-01-01", "/%3Cb%3E", "/compare/%3Cb%3E/prc/2018-01-01")) {
      HttpResponse<String> response = get(path);
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("Content-Type"))
          .contains(response.statusCode() == 200 ? "application/json" : "text/plain;charset=UTF-8");
    }
  }

  @Test
  void pages_of_other_sites_are_refused() throws IOException {
    String own = "localhost:" + root.getPort();
    String compare = "GET /compare/rok/prc/2018-01-01";
    assertThat(raw(head(compare, own, "Origin: http://" + own + "\r\n")))
        .startsWith("HTTP/1.1 200");
    for (String origin : List.of("http://example.org", "null", "http://localhost:1")) {
      assertThat(raw(head("POST /claims", own, "Origin: " + origin + "\r\n")))
          .startsWith("HTTP/1.1 403");
    }
    assertThat(raw(head(compare, "example.org:" + root.getPort()))).startsWith("HTTP/1.1 403");
    assertThat(raw(head(compare, "localhost.example.org"))).startsWith("HTTP/1.1 403");
  }

  @Test
  void a_body_or_a_path_without_end_is_refused() throws IOException {
    String own = "localhost:" + root.getPort();
    String body = "x".repeat(100_001);
    assertThat(raw(head("POST /claims", own, "Content-Length: 1000000000000\r\n") + body))
        .startsWith("HTTP/1.1 413");
    assertThat(raw(head("GET /" + "x".repeat(10_000), own))).startsWith("HTTP/1.1 414");
  }

  @Test
  void senders_that_never_end_their_request_do_not_keep_others_waiting_for_long() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = connected();
      socket.getOutputStream().write("GET /compare/".getBytes(StandardCharsets.UTF_8));
      slow.add(socket);
    }
    assertThat(get("/compare/rok/prc/2018-01-01").statusCode()).isEqualTo(200);
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void the_whole_application_has_fewer_than_a_hundred_and_twenty_lines() throws IOException {
    Path source =
        Stream.of("src/main/java", "examples/embed/src/main/java")
            .map(
                folder ->
                    Path.of(folder, ComparisonServer.class.getName().replace('.', '/') + ".java"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    assertThat(Files.readAllLines(source)).hasSizeLessThan(120);
  }
}
