package org.demarche.examples.embed;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.demarche.Tracker;
import org.demarche.json.*;
import org.demarche.model.*;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares on {@code GET /compare/rok/prc/2022-08-11}; adds a claim on {@code POST /claims}. Any
 * page that a browser shows can send requests to this machine, so those of other sites are refused.
 */
final class ComparisonServer implements HttpHandler {
  private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_BODY = 100_000;
  private static final int THREADS = 8;
  private volatile Tracker latest = Tracker.of(Dossier.empty()); // a Tracker is immutable

  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", "5"); // seconds, for slow senders
    System.setProperty("sun.net.httpserver.maxRspTime", "5");
    System.setProperty("jdk.httpserver.maxConnections", "100");
    ComparisonServer handler = new ComparisonServer();
    handler.latest = Tracker.of(Dossiers.read(Path.of(args[0])));
    InetSocketAddress address = new InetSocketAddress("localhost", Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/", handler);
    server.start();
    System.out.println("listening at http:/" + server.getAddress());
  }

  /** A request that is not answered, and the status that says why. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(int status, String why) {
      super(why);
      this.status = status;
    }
  }

  private String answer(HttpExchange exchange) throws IOException {
    requireLocal(exchange);
    String request = exchange.getRequestMethod() + exchange.getRequestURI().getPath();
    if (request.length() > LONGEST_PATH) {
      throw new Refused(414, "the path is longer than " + LONGEST_PATH + " characters");
    }
    String[] path = request.split("/", -1);
    if (request.matches("GET/compare(/[^/]+){3}")) {
      return Answers.format(latest.asOf(path[4]).compare(path[2], path[3]));
    }
    if (request.equals("POST/claims")) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        throw new Refused(413, "the claim is longer than " + LONGEST_BODY + " bytes");
      }
      return JSON.writeValueAsString(add(JSON.readValue(body, Claim.class)).toString());
    }
    throw new Refused(404, "use GET /compare/PARTY/PARTY/DATE or POST /claims");
  }

  /** Refuses what comes from a page of another site, or by a name that such a site gives to us. */
  private static void requireLocal(HttpExchange exchange) {
    int port = exchange.getLocalAddress().getPort();
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    boolean isNamed =
        host.matches(
            "(localhost|127\\.0\\.0\\.1|\\[::1\\])" + (port == 80 ? "(:80)?" : ":" + port));
    if (!isNamed || (origin != null && !origin.equals("http://" + host))) {
      throw new Refused(403, "only requests from this server's own address are answered");
    }
  }

  private synchronized Tracker add(Claim claim) {
    latest = latest.plus(claim);
    return latest;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String reply;
    String type = "application/json";
    int status = 200;
    try {
      reply = answer(exchange);
    } catch (RuntimeException failure) {
      reply = String.valueOf(failure.getMessage());
      type = "text/plain;charset=UTF-8";
      status = failure instanceof Refused refused ? refused.status : 400;
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Connection", "close"); // without the rest of a long body
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(reply.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }
}
