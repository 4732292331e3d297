package org.demarche.examples.embed;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.demarche.json.*;
import org.demarche.model.*;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /compare/rok/prc/2022-08-11} answers; {@code POST /claims} adds a claim in JSON. */
final class ComparisonServer implements HttpHandler {
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private volatile Tracker latest = Tracker.of(Dossier.empty()); // a Tracker itself never changes

  public static void main(String[] args) throws IOException {
    ComparisonServer comparisons = new ComparisonServer();
    comparisons.latest = Tracker.of(Dossiers.read(Path.of(args[0])));
    InetSocketAddress here = new InetSocketAddress("localhost", Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(here, 0);
    server.createContext("/", comparisons);
    server.start();
    System.out.println("listening at http:/" + server.getAddress());
  }

  private String answer(HttpExchange exchange) {
    String asked = exchange.getRequestMethod() + exchange.getRequestURI().getPath();
    String[] path = asked.split("/", -1);
    if (asked.matches("GET/compare(/[^/]+){3}")) {
      return Answers.format(latest.asOf(path[4]).compare(path[2], path[3]));
    }
    if (asked.equals("POST/claims")) {
      return add(JSON.readValue(exchange.getRequestBody(), Claim.class)).toString();
    }
    throw new IllegalArgumentException("ask GET /compare/PARTY/PARTY/DATE or POST /claims");
  }

  private synchronized Tracker add(Claim claim) {
    latest = latest.plus(Dossier.builder().from(latest.dossier()).addClaims(claim).build());
    return latest;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String reply;
    int status = 200;
    try {
      reply = answer(exchange);
    } catch (RuntimeException wrong) {
      reply = String.valueOf(wrong.getMessage());
      status = 400;
    }
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(reply.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }
}
