package org.demarche.examples.embed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.Tracker;
import org.demarche.json.*;
import org.demarche.model.*;
import tools.jackson.core.JacksonException;
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

  private String answer(HttpExchange asked) {
    if (asked.getRequestMethod().equals("POST")) {
      Claim claim = JSON.readValue(asked.getRequestBody(), Claim.class);
      // A Tracker never changes: whoever asks the old one meanwhile still has its answer.
      return latest.updateAndGet(old -> old.plus(with(old.dossier(), claim))).toString();
    }
    String[] path = (asked.getRequestURI().getPath() + "////").split("/", 6);
    return Answers.format(latest.get().asOf(path[4]).compare(path[2], path[3]));
  }

  private static Dossier with(Dossier record, Claim claim) {
    return Dossier.builder().from(record).addClaims(claim).build();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String reply;
    int status = 200;
    try {
      reply = answer(exchange);
    } catch (IllegalArgumentException | JacksonException wrong) {
      reply = String.valueOf(wrong.getMessage());
      status = 400;
    }
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
