package org.demarche.examples.notebook;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rapaio.jupyter.kernel.MainApp;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kernel of rapaio in a process of its own, asked by the messages of Jupyter. */
final class KernelProcess implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String KEY = "key";
  private static final int PATIENCE = 60_000;

  /** How often a kernel is started that does not answer. */
  private static final int STARTS = 6;

  private final ZContext context = new ZContext();
  private final Process process;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket published;
  private int asked;

  /**
   * Starts a kernel. Its threads start beside one another, and now and then one of them ends at
   * once, so that the kernel never answers; such a kernel is started anew.
   */
  static KernelProcess start(String classPath, Path folder)
      throws IOException, InterruptedException {
    for (int i = 0; i < STARTS; i++) {
      KernelProcess kernel = new KernelProcess(classPath, folder);
      if (kernel.isAnswering()) {
        return kernel;
      }
      kernel.close();
    }
    throw new AssertionError("no kernel of " + STARTS + " answered");
  }

  private KernelProcess(String classPath, Path folder) throws IOException, InterruptedException {
    List<Integer> ports = freePorts(5);
    Path connection = folder.resolve("connection.json");
    Files.writeString(
        connection,
        JSON.writeValueAsString(
            Map.of(
                "transport", "tcp",
                "ip", "127.0.0.1",
                "signature_scheme", "hmac-sha256",
                "key", KEY,
                "shell_port", ports.get(0),
                "iopub_port", ports.get(1),
                "stdin_port", ports.get(2),
                "control_port", ports.get(3),
                "hb_port", ports.get(4))));
    Path log = folder.resolve("kernel.log");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    process =
        new ProcessBuilder(
                java.toString(), "-cp", classPath, MainApp.class.getName(), connection.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitStart(log);
    published = connect(SocketType.SUB, ports.get(1));
    published.subscribe(new byte[0]);
    shell = connect(SocketType.DEALER, ports.get(0));
  }

  /** Waits for the kernel, since a request that comes while it is starting may stop it. */
  private static void awaitStart(Path log) throws IOException, InterruptedException {
    for (int i = 0; i < 100 && countOfChannels(log) < 5; i++) {
      Thread.sleep(100);
    }
    Thread.sleep(1_000);
  }

  private static long countOfChannels(Path log) throws IOException {
    return Files.readString(log).lines().filter(line -> line.contains("Binding")).count();
  }

  /** Asks until an answer is published: one before the subscription has arrived is lost. */
  private boolean isAnswering() {
    published.setReceiveTimeOut(1_000);
    boolean answered = false;
    for (int i = 0; i < 10 && !answered; i++) {
      send("kernel_info_request", Map.of());
      answered = receiveIfAny(published).isPresent();
    }
    published.setReceiveTimeOut(PATIENCE);
    return answered;
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0);
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private ZMQ.Socket connect(SocketType type, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(PATIENCE);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  /** Runs a cell, and returns what it shows, by media type; empty if it shows nothing. */
  JsonNode run(String code) {
    send(
        "execute_request",
        Map.of(
            "code", code,
            "silent", false,
            "store_history", true,
            "user_expressions", Map.of(),
            "allow_stdin", false,
            "stop_on_error", true));
    JsonNode shown = JSON.createObjectNode();
    while (true) {
      Message message =
          receiveIfAny(published)
              .orElseThrow(() -> new AssertionError(code + ": no answer for a minute"));
      if (!message.parent().path("msg_id").asString("").equals(id())) {
        continue;
      }
      switch (message.header().get("msg_type").asString()) {
        case "execute_result" -> shown = message.content().get("data");
        case "error" -> throw new AssertionError(code + ": " + message.content());
        case "status" -> {
          if (message.content().get("execution_state").asString().equals("idle")) {
            return shown;
          }
        }
        default -> {}
      }
    }
  }

  private String id() {
    return "request-" + asked;
  }

  private void send(String type, Map<String, ?> content) {
    asked++;
    Map<String, String> header =
        Map.of(
            "msg_id", id(),
            "session", "test",
            "username", "test",
            "date", "2026-01-01T00:00:00.000000Z",
            "msg_type", type,
            "version", "5.3");
    List<String> parts =
        List.of(JSON.writeValueAsString(header), "{}", "{}", JSON.writeValueAsString(content));
    shell.sendMore("<IDS|MSG>");
    shell.sendMore(signature(parts));
    for (String part : parts.subList(0, 3)) {
      shell.sendMore(part.getBytes(StandardCharsets.UTF_8));
    }
    shell.send(parts.get(3).getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(List<String> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException unsupported) {
      throw new AssertionError(unsupported);
    }
  }

  private record Message(JsonNode header, JsonNode parent, JsonNode content) {}

  private static Optional<Message> receiveIfAny(ZMQ.Socket socket) {
    ZMsg frames = ZMsg.recvMsg(socket);
    if (frames == null) {
      return Optional.empty();
    }
    List<String> texts =
        frames.stream().map(frame -> frame.getString(StandardCharsets.UTF_8)).toList();
    int header = texts.indexOf("<IDS|MSG>") + 2;
    return Optional.of(
        new Message(
            JSON.readTree(texts.get(header)),
            JSON.readTree(texts.get(header + 1)),
            JSON.readTree(texts.get(header + 3))));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    context.close();
  }
}
