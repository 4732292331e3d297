package org.demarche.examples.embed;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.Tracker;
import org.demarche.json.*;
import org.demarche.model.*;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /compare/rok/prc/2022-08-11} answers; {@code POST /claims} adds a claim in JSON. */
record ComparisonServer(AtomicReference<Tracker> latest) implements HttpHandler {
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

  public static void main(String[] args) throws IOException {
    Tracker record = Tracker.of(Dossiers.read(Path.of(args[0])));
    InetSocketAddress here = new InetSocketAddress("localhost", Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(here, 0);
    server.createContext("/", new ComparisonServer(new AtomicReference<>(record)));
    server.start();
    System.out.println("listening at http:/" + server.getAddress());
  }

  private String answer(HttpExchange exchange) {
    String asked = exchange.getRequestMethod() + exchange.getRequestURI().getPath();
    String[] path = asked.split("/", -1);
    if (asked.matches("GET/compare(/[^/]+){3}")) {
      return Answers.format(latest.get().asOf(path[4]).compare(path[2], path[3]));
    }
    if (asked.equals("POST/claims")) {
      Claim claim = JSON.readValue(exchange.getRequestBody(), Claim.class);
      return latest.updateAndGet(old -> plus(old, claim)).toString();
    }
    throw new IllegalArgumentException("ask GET /compare/PARTY/PARTY/DATE or POST /claims");
  }

  private static Tracker plus(Tracker old, Claim claim) { // the old one stays as it is
    return old.plus(Dossier.builder().from(old.dossier()).addClaims(claim).build());
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
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
