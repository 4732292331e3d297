package org.demarche.examples.shell;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script from its start to its end, or to its first error. What stands alone on a line is
 * shown, as in the shell.
 */
final class Script {
  private static final Pattern COMMAND = Pattern.compile("\\s*/[a-z!?].*");

  /** A dot, or an operator between two values. */
  private static final Pattern GOES_ON =
      Pattern.compile("[.?:&|^%=<>]|[*](?!/)|[+](?![+])|-(?!-)|/(?![/*a-z!?])");

  private final String name;
  private final PrintStream out;
  private final PrintStream err;

  Script(String name, PrintStream out, PrintStream err) {
    this.name = name;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @param prelude what is run before it
   * @param arguments what the script finds as its {@code args}
   * @return whether it ran to its end
   */
  boolean run(String prelude, String source, List<String> arguments) {
    try (JShell shell =
        JShell.builder().executionEngine(new Engine(), Map.of()).out(out).err(err).build()) {
      Shell.classPath().forEach(shell::addToClasspath);
      String args = arguments.stream().map(Script::literal).collect(Collectors.joining(", "));
      return eval(shell, prelude, "(start)", false)
          && eval(shell, "List<String> args = List.of(" + args + ");", "(arguments)", false)
          && eval(shell, source, name, true);
    }
  }

  /** Line by line, as if typed; a statement goes on where the next line cannot begin one. */
  private boolean eval(JShell shell, String source, String file, boolean shows) {
    List<String> lines = source.lines().toList();
    String typed = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (typed.isBlank() && COMMAND.matcher(line).matches()) {
        return line.strip().equals("/exit")
            || fail(
                file,
                i + 1,
                line.strip() + " is for the shell: of its commands a script has only /exit");
      }
      typed += line + "\n";
      if (goesOn(lines.subList(i + 1, lines.size()))) {
        continue;
      }
      while (!typed.isBlank()) {
        SourceCodeAnalysis.CompletionInfo next =
            shell.sourceCodeAnalysis().analyzeCompletion(typed);
        if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
          typed = ""; // comments
          break;
        }
        boolean complete = next.completeness().isComplete();
        if (!complete && i + 1 < lines.size()) {
          break;
        }
        String snippet = complete ? next.source() : typed;
        int first = i + 2 - (int) typed.stripLeading().lines().count();
        for (SnippetEvent event : shell.eval(snippet)) {
          Optional<String> wrong = wrong(shell, event);
          if (wrong.isPresent()) {
            return fail(
                file, first + lineWithin(shell, event, snippet.stripLeading()), wrong.get());
          }
          if (shows && event.causeSnippet() == null && isValue(event)) {
            out.println(event.value() + "\n");
          }
        }
        typed = complete ? next.remaining() : "";
      }
    }
    return true;
  }

  /** Whether the first of these lines that is no comment goes on with what stands above it. */
  private static boolean goesOn(List<String> below) {
    return below.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .findFirst()
        .filter(line -> GOES_ON.matcher(line).lookingAt())
        .isPresent();
  }

  private boolean fail(String file, int line, String message) {
    out.flush();
    err.println(file + ":" + line + ": " + message);
    return false;
  }

  private static boolean isValue(SnippetEvent event) {
    return event.value() != null
        && switch (event.snippet().subKind()) {
          case VAR_VALUE_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
          default -> false;
        };
  }

  private static Optional<String> wrong(JShell shell, SnippetEvent event) {
    if (event.status() == Snippet.Status.REJECTED) {
      return Optional.of(
          shell
              .diagnostics(event.snippet())
              .filter(Diag::isError)
              .map(diag -> diag.getMessage(Locale.ENGLISH))
              .map(message -> Hints.of(message).map(hint -> hint + "\n").orElse("") + message)
              .collect(Collectors.joining("\n")));
    }
    return Optional.ofNullable(event.exception()).map(Script::message);
  }

  private static String message(JShellException exception) {
    @Nullable String message = exception.getMessage();
    return exception instanceof EvalException thrown
        ? thrown.getExceptionClassName() + ": " + message
        : String.valueOf(message) + ": it is declared, but what it needs is not";
  }

  /** On which line of a snippet its first error is, counted from 0. */
  private static int lineWithin(JShell shell, SnippetEvent event, String snippet) {
    if (event.exception() instanceof EvalException thrown) {
      return Arrays.stream(thrown.getStackTrace())
          .filter(frame -> ("#" + event.snippet().id()).equals(frame.getFileName()))
          .findFirst()
          .map(frame -> frame.getLineNumber() - 1)
          .orElse(0);
    }
    int at =
        (int)
            shell
                .diagnostics(event.snippet())
                .filter(Diag::isError)
                .mapToLong(Diag::getStartPosition)
                .min()
                .orElse(0);
    return (int) snippet.chars().limit(at).filter(c -> c == '\n').count();
  }

  private static String literal(String text) {
    return text.codePoints()
        .mapToObj(
            c -> c < ' ' || c == '"' || c == '\\' ? "\\%03o".formatted(c) : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
