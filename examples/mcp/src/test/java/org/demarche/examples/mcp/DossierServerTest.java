package org.demarche.examples.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.Tracker;
import org.demarche.json.Answers;
import org.demarche.json.Dossiers;
import org.demarche.text.Printable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server in a process of its own, with the client of the SDK. */
@Timeout(60)
class DossierServerTest {
  private static final String THAAD = "../thaad/src/main/resources/thaad.json";
  private static final Tracker TRACKER = Tracker.of(Dossiers.read(Path.of(THAAD)));
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String INITIALIZE =
      """
      {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}""";
  private static McpSyncClient client;

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DossierServer.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  @BeforeAll
  static void start() {
    List<String> command = command(THAAD);
    ServerParameters server =
        ServerParameters.builder(command.get(0))
            .args(command.subList(1, command.size()))
            .addEnvVar("LC_ALL", "C")
            .build();
    StdioClientTransport transport = new StdioClientTransport(server, McpJsonDefaults.getMapper());
    transport.setStdErrorHandler(line -> {});
    client = McpClient.sync(transport).build();
    client.initialize();
  }

  @AfterAll
  static void stop() {
    client.closeGracefully();
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    assertThat(result.content()).hasSize(1);
    return ((TextContent) result.content().get(0)).text();
  }

  private static String answer(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
    return text(result);
  }

  private static String refusal(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(text(result)).isTrue();
    assertThat(result.structuredContent()).isNull();
    return text(result);
  }

  private static String print(Printable answer) {
    return answer.page().print(DossierServer.STYLE);
  }

  @Test
  void every_argument_of_every_tool_is_described() {
    List<Tool> tools = client.listTools().tools();
    assertThat(tools)
        .extracting(Tool::name)
        .containsExactly(
            "search_propositions",
            "search_parties",
            "position",
            "explanation",
            "comparison",
            "changes",
            "claims");
    for (Tool tool : tools) {
      JsonNode schema = MAPPER.valueToTree(tool.inputSchema());
      assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
      assertThat(schema.get("properties").findValuesAsString("description"))
          .hasSize(schema.get("properties").size())
          .doesNotContain("");
    }
    assertThat(tools.get(2).inputSchema().get("required"))
        .isEqualTo(List.of("party", "proposition"));
  }

  @Test
  void the_answers_are_those_of_the_library() {
    Tracker then = TRACKER.asOf("2017-11-24");
    Map<String, Object> rok = Map.of("party", "rok", "proposition", "three-nos");
    assertThat(answer("search_propositions", Map.of("words", "three nos")))
        .isEqualTo(print(TRACKER.propositions("three nos")));
    assertThat(answer("position", rok)).isEqualTo(print(TRACKER.position("rok", "three-nos")));
    assertThat(answer("explanation", rok)).isEqualTo(print(TRACKER.explain("rok", "three-nos")));
    assertThat(
            answer(
                "comparison", Map.of("party", "rok", "other_party", "prc", "as_of", "2017-11-24")))
        .isEqualTo(print(then.compare("rok", "prc")));
    assertThat(answer("changes", Map.of("from", "2017-11-24", "to", "2022-08-11", "party", "prc")))
        .isEqualTo(print(then.changesTo(TRACKER.asOf("2022-08-11")).shifts().party("prc")::full));
    assertThat(answer("claims", Map.of("party", "rok", "phrase", "three nos")))
        .isEqualTo(print(TRACKER.claims().party("rok").mentioning("three nos").chronology()));
  }

  @Test
  void both_dates_narrow_an_answer() {
    assertThat(
            answer(
                "position",
                Map.of(
                    "party", "rok",
                    "proposition", "three-nos",
                    "as_of", "2017-11-24",
                    "known_at", "2017-11-01")))
        .isEqualTo(
            print(TRACKER.asOf("2017-11-24").knownAt("2017-11-01").position("rok", "three-nos")))
        .contains("from sources published by 1 November 2017");
  }

  @Test
  void every_filter_of_claims_and_changes_narrows_the_list() {
    Map<String, Object> all = new HashMap<>();
    String widest = answer("claims", all);
    for (Map.Entry<String, String> filter :
        Map.of(
                "party", "prc",
                "proposition", "three-nos",
                "from", "2022",
                "to", "2017",
                "phrase", "three nos")
            .entrySet()) {
      assertThat(answer("claims", Map.of(filter.getKey(), filter.getValue())))
          .as(filter.getKey())
          .isNotEqualTo(widest);
    }
    assertThat(answer("changes", Map.of("from", "2017", "to", "2022", "proposition", "three-nos")))
        .contains("[prc, three-nos]", "[rok, three-nos]")
        .doesNotContain("[rok, additional-thaad]");
  }

  @Test
  void positions_and_explanations_are_given_as_json_too() {
    assertThat(
            MAPPER.<JsonNode>valueToTree(
                call("position", Map.of("party", "rok", "proposition", "three-nos"))
                    .structuredContent()))
        .isEqualTo(MAPPER.readTree(Answers.format(TRACKER.position("rok", "three-nos"))));
    assertThat(
            MAPPER.<JsonNode>valueToTree(
                call("explanation", Map.of("party", "rok", "proposition", "three-nos"))
                    .structuredContent()))
        .isEqualTo(MAPPER.readTree(Answers.format(TRACKER.explain("rok", "three-nos"))));
  }

  @Test
  void parties_are_found_by_the_beginning_of_an_alias() {
    assertThat(
            answer("search_parties", Map.of("name", "seo"))
                .lines()
                .filter(line -> line.startsWith("rok ")))
        .singleElement()
        .asString()
        .contains("South Korea", "STATE");
    assertThat(answer("search_parties", Map.of("name", "Ruritania"))).startsWith("Parties: 0");
  }

  @Test
  void a_long_list_says_what_it_leaves_out() {
    assertThat(answer("claims", Map.of()))
        .contains("Chronology of claims", "; narrow the question");
  }

  @Test
  void silence_is_an_answer_with_a_reason() {
    assertThat(answer("position", Map.of("party", "prc", "proposition", "negotiable")))
        .contains("no position on record", "No claim that", "would count is on record");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rok | three-no  |            | did you mean 'three-nos'?
          rokk | three-nos |           | did you mean 'rok'?
          three-nos | rok |            | swap
          rok | three-nos | 2017-13-01 | 2017-13-01
          rok | three-nos | yesterday  | yesterday
          """)
  void a_mistake_is_refused_with_what_would_be_right(
      String party, String proposition, String asOf, String expected) {
    Map<String, Object> arguments =
        new HashMap<>(Map.of("party", party, "proposition", proposition));
    if (asOf != null) {
      arguments.put("as_of", asOf);
    }
    assertThat(refusal("position", arguments)).contains(expected);
  }

  @Test
  void swapped_dates_are_refused() {
    assertThat(refusal("changes", Map.of("from", "2022", "to", "2017"))).contains("swap");
  }

  @Test
  void a_refusal_names_no_call_of_java() {
    assertThat(refusal("comparison", Map.of("party", "rok", "other_party", "rok")))
        .isEqualTo("'rok' is compared with itself");
    assertThat(refusal("changes", Map.of("from", "2017", "to", "2022", "party", "rok-president")))
        .isEqualTo(
            "'rok-president' is an organ, and these rows are of states, persons and media: give 'rok'");
  }

  @Test
  void many_changes_are_listed_without_their_claims() {
    Map<String, Object> whole = Map.of("from", "0001", "to", "9999");
    assertThat(answer("changes", whole))
        .isEqualTo(print(TRACKER.asOf("0001").changesTo(TRACKER.asOf("9999")).shifts()))
        .hasSizeLessThan(20_000);
  }

  @Test
  void hostile_arguments_are_refused_and_the_server_goes_on() {
    String position = "position";
    assertThat(refusal(position, Map.of())).contains("party", "proposition");
    assertThat(refusal(position, Map.of("party", "rok"))).contains("'proposition'");
    assertThat(refusal(position, Map.of("party", 3, "proposition", "three-nos")))
        .contains("string");
    assertThat(refusal(position, Map.of("party", List.of("rok"), "proposition", "three-nos")))
        .contains("string");
    assertThat(refusal("claims", Map.of("asof", "2017"))).contains("'asof'");
    assertThat(refusal(position, Map.of("party", "\u0000\u001b[2J\n", "proposition", "three-nos")))
        .contains("is not in the dossier");
    assertThat(refusal(position, Map.of("party", "x".repeat(100_000), "proposition", "three-nos")))
        .hasSizeLessThan(1_000);
    assertThat(refusal("claims", Map.of("phrase", "x".repeat(100_000)))).contains("1000");
    assertThatThrownBy(() -> call("no_such_tool", Map.of()))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("Unknown tool");
    assertThat(answer(position, Map.of("party", "rok", "proposition", "three-nos")))
        .startsWith("South Korea on the three nos");
  }

  @Test
  void nothing_but_the_protocol_is_written_to_standard_output() throws Exception {
    List<String> requests =
        List.of(
            request(1, "initialize", INITIALIZE),
            request(2, "tools/list", "{}"),
            request(3, "tools/call", "{\"name\": \"claims\"}"),
            request(4, "tools/call", "{\"name\": \"claims\", \"arguments\": null}"),
            request(5, "tools/call", "{\"name\": \"position\", \"arguments\": {\"party\": 1}}"),
            request(6, "tools/call", "{\"name\": \"\\u0000\"}"),
            request(7, "no/such/method", "{}"));
    Process server = new ProcessBuilder(command(THAAD)).redirectError(Redirect.DISCARD).start();
    List<Integer> answered = new ArrayList<>();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      try (Writer in = server.outputWriter(StandardCharsets.UTF_8)) {
        for (String request : requests) {
          in.write(request + "\n");
          in.flush();
          JsonNode reply = MAPPER.readTree(out.readLine());
          assertThat(reply.get("jsonrpc").asString()).isEqualTo("2.0");
          answered.add(reply.get("id").asInt());
          if (answered.size() == 1) {
            in.write("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}\n");
          }
        }
      }
      assertThat(out.readLine()).isNull();
    }
    assertThat(answered).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(server.exitValue()).isZero();
  }

  private static String request(int id, String method, String parameters) {
    return "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"%s\", \"params\": %s}"
        .formatted(id, method, parameters);
  }

  @ParameterizedTest
  @CsvSource({"no-such-file.json,no-such-file.json", "pom.xml,pom.xml", ",usage"})
  void a_path_without_a_dossier_is_reported_on_standard_error(String path, String expected)
      throws Exception {
    Process server = new ProcessBuilder(path == null ? command() : command(path)).start();
    assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains(expected)
        .doesNotContain("Exception");
    assertThat(server.waitFor()).isEqualTo(2);
  }

  @Test
  void the_readme_shows_what_is_answered() throws IOException {
    Matcher calls =
        Pattern.compile("```json\n(\\{ \"name\".*?)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    int shown = 0;
    while (calls.find()) {
      CallToolRequest request = MAPPER.readValue(calls.group(1), CallToolRequest.class);
      assertThat(calls.group(2)).isEqualTo(text(client.callTool(request)));
      shown++;
    }
    assertThat(shown).isEqualTo(2);
  }
}
