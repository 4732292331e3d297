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

/** Compares on {@code GET /compare/rok/prc/2022-08-11}; adds a claim on {@code POST /claims}. */
final class ComparisonServer implements HttpHandler {
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private volatile Tracker latest = Tracker.of(Dossier.empty()); // a Tracker is immutable

  public static void main(String[] args) throws IOException {
    ComparisonServer handler = new ComparisonServer();
    handler.latest = Tracker.of(Dossiers.read(Path.of(args[0])));
    InetSocketAddress address = new InetSocketAddress("localhost", Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", handler);
    server.start();
    System.out.println("listening at http:/" + server.getAddress());
  }

  private String answer(HttpExchange exchange) {
    String request = exchange.getRequestMethod() + exchange.getRequestURI().getPath();
    String[] path = request.split("/", -1);
    if (request.matches("GET/compare(/[^/]+){3}")) {
      return Answers.format(latest.asOf(path[4]).compare(path[2], path[3]));
    }
    if (request.equals("POST/claims")) {
      return add(JSON.readValue(exchange.getRequestBody(), Claim.class)).toString();
    }
    throw new IllegalArgumentException("use GET /compare/PARTY/PARTY/DATE or POST /claims");
  }

  private synchronized Tracker add(Claim claim) {
    latest = latest.plus(claim);
    return latest;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String reply;
    int status = 200;
    try {
      reply = answer(exchange);
    } catch (RuntimeException failure) {
      reply = String.valueOf(failure.getMessage());
      status = 400;
    }
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(reply.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }
}
