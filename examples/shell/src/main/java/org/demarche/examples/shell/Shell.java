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
 * JShell with Demarche loaded.
 *
 * <pre>{@code
 * java -p examples/shell/target/shell -m org.demarche.examples.shell/org.demarche.examples.shell.Shell
 * }</pre>
 */
public final class Shell {
  private static final String USAGE =
      """
      demarche                      ask questions one by one; help() shows ten to try, /exit leaves
      demarche SCRIPT [ARGUMENT…]   run a script of Java, which finds its arguments in args, a list
      demarche - [ARGUMENT…]        run a script from the standard input, also without - where nobody types

      Exits with 0, with 1 if the script failed, with 2 if there is none. NO_COLOR=1 turns colour off.""";

  private Shell() {}

  /**
   * Starts the shell, or runs a script.
   *
   * @param args none; or the path of a script, or {@code -}, and its arguments
   */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ENGLISH); // what the compiler says, too
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    List<String> script = args.length == 0 && !Terminal.isKeyboard() ? List.of("-") : List.of(args);
    int status = script.isEmpty() ? converse(out, err) : run(script, out, err);
    out.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor where) {
    return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
  }

  private static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    String script = args.get(0);
    if (script.equals("-h") || script.equals("--help")) {
      out.println(USAGE);
      return 0;
    }
    boolean input = script.equals("-");
    String wrong = input ? "" : wrong(script);
    if (!wrong.isEmpty()) {
      err.println(wrong);
      err.println(USAGE);
      return 2;
    }
    byte[] bytes = input ? System.in.readAllBytes() : Files.readAllBytes(Path.of(script));
    String source = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    boolean done =
        new Script(input ? "(input)" : script, out, err)
            .run(prelude(), source, args.subList(1, args.size()));
    return done ? 0 : 1;
  }

  /** Why a script cannot be read; nothing if it can. */
  private static String wrong(String script) {
    Path file = Path.of(script);
    if (script.startsWith("-")) {
      return "there is no option " + script;
    }
    if (!Files.exists(file)) {
      return "there is no script " + script + " in " + Path.of("").toAbsolutePath();
    }
    return Files.isDirectory(file)
        ? script + " is a folder, not a script"
        : Files.isReadable(file) ? "" : script + " may not be read";
  }

  private static int converse(PrintStream out, PrintStream err) throws Exception {
    Path start = Files.createTempFile("demarche", ".jsh");
    try {
      Files.writeString(start, start());
      if (Terminal.isScreen()) {
        out.println(
            "Demarche. thaad is the record of five articles; help() shows what to ask, /exit leaves.");
      }
      return JavaShellToolBuilder.builder()
          .out(new Explained(out), out, out)
          .err(err)
          .start(
              "--execution",
              Engine.NAME,
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

  /** What a script finds declared: what is typed at the start, without commands of the shell. */
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

  /** What this program runs on, for the compiler: folders of jars jar by jar. */
  static List<String> classPath() {
    String paths =
        System.getProperty("java.class.path", "")
            + File.pathSeparator
            + System.getProperty("jdk.module.path", "");
    List<String> all = new ArrayList<>();
    for (String path : paths.split(File.pathSeparator, -1)) {
      File[] jars = new File(path).listFiles((folder, name) -> name.endsWith(".jar"));
      if (jars != null && jars.length > 0) {
        Arrays.stream(jars).map(File::getPath).sorted().forEach(all::add);
      } else if (!path.isEmpty()) {
        all.add(path);
      }
    }
    return all;
  }
}
