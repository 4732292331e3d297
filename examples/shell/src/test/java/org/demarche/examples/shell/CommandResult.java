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

/** The exit status and the output of a finished program or script. */
record CommandResult(int status, String out, String err) {
  /** Returns the command line that starts the shell on the class path of these tests. */
  static List<String> shellCommandLine(String... args) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Files.createDirectories(temporary.resolve(".java/.userPrefs")); // or Java says that it does so
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Djava.util.prefs.userRoot=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Shell.class.getName()));
    line.addAll(List.of(args));
    return line;
  }

  /** Runs a script in this process. */
  static CommandResult ofScript(String name, String source, String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream failed = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    PrintStream standardError = System.err;
    boolean isComplete;
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(failed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      System.setErr(err);
      isComplete = new ScriptRunner(name, out, err).run(Shell.prelude(), source, List.of(args));
    } finally {
      System.setOut(standard);
      System.setErr(standardError);
    }
    return new CommandResult(
        isComplete ? 0 : 1,
        printed.toString(StandardCharsets.UTF_8),
        failed.toString(StandardCharsets.UTF_8));
  }

  /** Runs a program in a folder with the given standard input, for at most two minutes. */
  static CommandResult ofProgram(Path folder, String input, List<String> commandLine)
      throws Exception {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(commandLine)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after two minutes: " + read(out) + read(err));
    }
    return new CommandResult(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Returns the folder of this example. */
  static Path exampleFolder() {
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
