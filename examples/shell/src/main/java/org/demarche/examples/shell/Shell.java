package org.demarche.examples.shell;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The main class: an interactive JShell with Demarche loaded, or a run of a script.
 *
 * <pre>{@code
 * java -p examples/shell/target/shell -m org.demarche.examples.shell/org.demarche.examples.shell.Shell
 * }</pre>
 */
public final class Shell {
  private static final String USAGE =
      """
      demarche                      start an interactive shell; help() lists ten questions to try, /exit leaves
      demarche SCRIPT [ARGUMENT…]   run a Java script; its arguments are in args, a list of strings
      demarche - [ARGUMENT…]        run a script from standard input; '-' may be omitted in a pipe

      Exit status: 0 on success, 1 if the script failed, 2 if it cannot be read. NO_COLOR=1 turns colour off.""";

  private Shell() {}

  /**
   * Starts the interactive shell or runs a script.
   *
   * @param args nothing for the interactive shell; or the path of a script, or {@code -} for
   *     standard input, followed by the arguments of the script
   */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ENGLISH); // for the messages of the compiler, too
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    List<String> script =
        args.length == 0 && !TerminalInfo.isInputTerminal() ? List.of("-") : List.of(args);
    int status = script.isEmpty() ? runInteractively(out, err) : runScript(script, out, err);
    out.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int runScript(List<String> args, PrintStream out, PrintStream err)
      throws IOException {
    String script = args.get(0);
    if (script.equals("-h") || script.equals("--help")) {
      out.println(USAGE);
      return 0;
    }
    boolean isStandardInput = script.equals("-");
    String problem = isStandardInput ? "" : problemWith(script);
    if (!problem.isEmpty()) {
      err.println(problem);
      err.println(USAGE);
      return 2;
    }
    byte[] bytes = isStandardInput ? System.in.readAllBytes() : Files.readAllBytes(Path.of(script));
    String source = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    boolean isComplete =
        new ScriptRunner(isStandardInput ? "(input)" : script, out, err)
            .run(prelude(), source, args.subList(1, args.size()));
    return isComplete ? 0 : 1;
  }

  /** Returns why a script cannot be read, or an empty string if it can. */
  private static String problemWith(String script) {
    Path file = Path.of(script);
    if (script.startsWith("-")) {
      return "unknown option " + script;
    }
    if (!Files.exists(file)) {
      return "script " + script + " does not exist in " + Path.of("").toAbsolutePath();
    }
    return Files.isDirectory(file)
        ? script + " is a folder, not a script"
        : Files.isReadable(file) ? "" : script + " is not readable";
  }

  private static int runInteractively(PrintStream out, PrintStream err) throws Exception {
    Path start = Files.createTempFile("demarche", ".jsh");
    try {
      Files.writeString(start, start());
      if (TerminalInfo.isOutputTerminal()) {
        out.println(
            "Demarche: thaad is a dossier coded from five news articles. Type help() for questions to ask, /exit to leave.");
      }
      return JavaShellToolBuilder.builder()
          .out(new ErrorHintStream(out), out, out)
          .err(err)
          .start(
              "--execution",
              ShellExecutionControlProvider.NAME,
              "--startup",
              start.toString(),
              "--feedback",
              "demarche",
              "--class-path",
              String.join(File.pathSeparator, classPath()));
    } finally {
      Files.delete(start);
    }
  }

  /** Returns the declarations that every script can use: start.jsh without its shell commands. */
  static String prelude() {
    return String.join("\n", start().lines().filter(line -> !line.startsWith("/")).toList());
  }

  private static String start() {
    try (InputStream in = Shell.class.getResourceAsStream("start.jsh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the class path and module path of this program, with every jar of a folder listed. */
  static List<String> classPath() {
    String paths =
        System.getProperty("java.class.path", "")
            + File.pathSeparator
            + System.getProperty("jdk.module.path", "");
    List<String> entries = new ArrayList<>();
    for (String path : paths.split(File.pathSeparator, -1)) {
      File[] jars = new File(path).listFiles((folder, name) -> name.endsWith(".jar"));
      if (jars != null && jars.length > 0) {
        Arrays.stream(jars).map(File::getPath).sorted().forEach(entries::add);
      } else if (!path.isEmpty()) {
        entries.add(path);
      }
    }
    return entries;
  }
}
