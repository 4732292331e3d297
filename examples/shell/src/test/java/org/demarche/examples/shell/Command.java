package org.demarche.examples.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is run, with what it is given to read, and what it printed. */
record Command(int status, String out, String err) {
  /** The command line of the shell as these tests were built. */
  static List<String> shell(String... args) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.prefs.userRoot=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                Shell.class.getName()));
    line.addAll(List.of(args));
    return line;
  }

  /** A script, run in this process. */
  static Command script(String name, String source, String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream failed = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    boolean done;
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(failed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      done = new Script(name, out, err).run(Shell.prelude(), source, List.of(args));
    } finally {
      System.setOut(standard);
    }
    return new Command(
        done ? 0 : 1,
        printed.toString(StandardCharsets.UTF_8),
        failed.toString(StandardCharsets.UTF_8));
  }

  static Command run(Path folder, String typed, List<String> line) throws Exception {
    Path input = Files.writeString(folder.resolve("typed"), typed);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("not done after two minutes: " + read(out) + read(err));
    }
    return new Command(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** The folder of this example. */
  static Path home() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(
            folder ->
                Files.exists(folder.resolve("examples"))
                    ? folder.resolve("examples/shell")
                    : folder)
        .filter(folder -> Files.exists(folder.resolve("demarche")))
        .findFirst()
        .orElseThrow();
  }
}
