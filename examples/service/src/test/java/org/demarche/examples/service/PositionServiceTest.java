package org.demarche.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running service over HTTP. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "dossier=../thaad/src/main/resources/thaad.json")
class PositionServiceTest {
  private static final String CLAIM = read("claim.json");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException unread) {
      throw new AssertionError(unread);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private JsonMapper mapper;

  private HttpResponse<String> send(HttpRequest.Builder request, String path) {
    try {
      return client.send(
          request.uri(URI.create("http://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(), path);
  }

  private HttpResponse<String> post(String claim) {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(claim)),
        "/claims");
  }

  private JsonNode answer(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return mapper.readTree(response.body());
  }

  private JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = mapper.readTree(response.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem;
  }

  @Test
  void positions_comparisons_and_histories_are_answered_as_json() {
    assertThat(answer("/position/rok/three-nos?asOf=2017-11-24").at("/position/stance").asString())
        .isEqualTo("FOR");
    assertThat(answer("/position/rok/three-nos").at("/position/stance").asString())
        .isEqualTo("UNCOMMITTED");
    JsonNode comparison = answer("/comparison/rok/prc?asOf=2017-11-24").get("comparison");
    assertThat(comparison.get("parties")).hasSize(2);
    assertThat(answer("/history/prc/three-nos").has("history")).isTrue();
  }

  @Test
  void a_matrix_is_answered_as_csv() {
    HttpResponse<String> response =
        get("/matrix.csv?party=rok,prc&on=three-nos&at=2017-11-24,2022-08-11");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(response.body().lines()).hasSize(1 + 2 * 2);
  }

  @Test
  void an_unknown_id_is_not_found_and_the_nearest_ids_are_suggested() {
    JsonNode problem = problem(get("/position/rok/three-no"), 404);
    assertThat(problem.get("suggestions")).isEqualTo(mapper.readTree("[\"three-nos\"]"));
    problem(get("/history/korea/three-nos"), 404);
    problem(get("/no-such-path"), 404);
  }

  @Test
  void malformed_dates_and_swapped_arguments_are_bad_requests() {
    assertThat(
            problem(get("/position/rok/three-nos?asOf=2017-13-01"), 400).get("detail").asString())
        .contains("2017-13-01");
    assertThat(problem(get("/position/three-nos/rok"), 400).get("detail").asString())
        .contains("swap");
    problem(get("/comparison/rok/rok"), 400);
    problem(get("/matrix.csv?party=rok"), 400);
    problem(post("{\"id\": "), 400);
  }

  @Test
  void the_readme_shows_the_problems_that_are_answered() {
    String readme = read("README.md");
    assertThat(readme)
        .contains(get("/position/rok/three-no").body())
        .contains(get("/position/three-nos/rok").body());
    for (String pointer : List.of("/proposition", "/evidence/0/source")) {
      assertThat(readme).contains("\"pointer\": \"" + pointer + "\"");
    }
  }

  @Test
  void an_invalid_claim_is_refused_with_all_its_problems() {
    JsonNode form =
        problem(
            post(
                CLAIM
                    .replace("AGAINST", "CONTRA")
                    .replace("\"speakers\"", "\"spekers\"")
                    .replace("\"ET22\"", "\"ET23\"")),
            422);
    assertThat(form.get("problems").findValuesAsString("pointer"))
        .contains("/spekers", "/stance", "/evidence/0/source");
    JsonNode references =
        problem(
            post(CLAIM.replace("\"ET22\"", "\"ET23\"").replace("negotiable", "negotiabel")), 422);
    assertThat(references.get("problems").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/proposition", "/evidence/0/source");
    assertThat(references.get("problems").findValuesAsString("detail"))
        .anyMatch(detail -> detail.contains("did you mean 'negotiable'?"));
  }

  @Test
  void pages_of_other_sites_are_refused() throws IOException {
    String own = "http://localhost:" + port;
    String path = "/history/prc/three-nos";
    assertThat(get(path).headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(send(HttpRequest.newBuilder().header("Origin", own), path).statusCode())
        .isEqualTo(200);
    for (String origin : List.of("http://example.org", "null", "http://localhost:1")) {
      assertThat(send(HttpRequest.newBuilder().header("Origin", origin), path).statusCode())
          .isEqualTo(403);
    }
    try (Socket socket = new Socket("localhost", port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: example.org\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
      assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void a_claim_that_is_no_json_by_its_type_or_too_long_is_refused() {
    HttpRequest.Builder form =
        HttpRequest.newBuilder()
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(CLAIM));
    problem(send(form, "/claims"), 415);
    problem(post(CLAIM + " ".repeat(100_000)), 413);
  }

  @Test
  @DirtiesContext
  void a_claim_is_added_once_and_the_response_alerts_to_what_it_changed() {
    HttpResponse<String> response = post(CLAIM);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode gained = mapper.readTree(response.body()).at("/updates/differences/rows/0");
    assertThat(gained.at("/label").asString()).isEqualTo("GAINED");
    assertThat(gained.at("/before/status").asString()).isEqualTo("UNKNOWN");
    assertThat(gained.at("/after/party").asString()).isEqualTo("prc");
    assertThat(gained.at("/after/proposition").asString()).isEqualTo("negotiable");
    assertThat(answer("/position/prc/negotiable").at("/position/stance").asString())
        .isEqualTo("AGAINST");
    problem(post(CLAIM.replace("DENY", "REFUSE")), 422);
  }
}
