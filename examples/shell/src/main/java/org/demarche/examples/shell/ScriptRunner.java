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
 * Runs a script to its end or to its first error. The value of an expression statement is printed,
 * as in the interactive shell.
 */
final class ScriptRunner {
  private static final Pattern COMMAND = Pattern.compile("\\s*/[a-z!?].*");

  /** Matches the start of a line that continues a statement: a dot or a binary operator. */
  private static final Pattern CONTINUATION =
      Pattern.compile("[.?:&|^%=<>]|[*](?!/)|[+](?![+])|-(?!-)|/(?![/*a-z!?])");

  private final String name;
  private final PrintStream out;
  private final PrintStream err;

  ScriptRunner(String name, PrintStream out, PrintStream err) {
    this.name = name;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a script.
   *
   * @param prelude code to run first
   * @param source the script
   * @param arguments the arguments, which the script reads from {@code args}
   * @return whether the script ran to its end
   */
  boolean run(String prelude, String source, List<String> arguments) {
    try (JShell shell =
        JShell.builder()
            .executionEngine(new ShellExecutionControlProvider(), Map.of())
            .out(out)
            .err(err)
            .build()) {
      Shell.classPath().forEach(shell::addToClasspath);
      String args = arguments.stream().map(ScriptRunner::literal).collect(Collectors.joining(", "));
      return eval(shell, prelude, "(start)", false)
          && eval(shell, "List<String> args = List.of(" + args + ");", "(arguments)", false)
          && eval(shell, source, name, true);
    }
  }

  /**
   * Evaluates code line by line, as if it were typed. A line that cannot begin a statement
   * continues the previous one.
   */
  private boolean eval(JShell shell, String source, String file, boolean printsValues) {
    List<String> lines = source.lines().toList();
    String pending = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (pending.isBlank() && COMMAND.matcher(line).matches()) {
        return line.strip().equals("/exit")
            || fail(
                file,
                i + 1,
                line.strip() + ": the only shell command that a script may use is /exit");
      }
      pending += line + "\n";
      if (isContinued(lines.subList(i + 1, lines.size()))) {
        continue;
      }
      while (!pending.isBlank()) {
        SourceCodeAnalysis.CompletionInfo next =
            shell.sourceCodeAnalysis().analyzeCompletion(pending);
        if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
          pending = ""; // comments
          break;
        }
        boolean complete = next.completeness().isComplete();
        if (!complete && i + 1 < lines.size()) {
          break;
        }
        String snippet = complete ? next.source() : pending;
        int first = i + 2 - (int) pending.stripLeading().lines().count();
        for (SnippetEvent event : shell.eval(snippet)) {
          Optional<String> error = error(shell, event);
          if (error.isPresent()) {
            return fail(
                file, first + lineWithin(shell, event, snippet.stripLeading()), error.get());
          }
          if (printsValues && event.causeSnippet() == null && isValue(event)) {
            out.println(event.value() + "\n");
          }
        }
        pending = complete ? next.remaining() : "";
      }
    }
    return true;
  }

  /** Tests whether the first of these lines that is not a comment continues the statement above. */
  private static boolean isContinued(List<String> below) {
    return below.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .findFirst()
        .filter(line -> CONTINUATION.matcher(line).lookingAt())
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

  private static Optional<String> error(JShell shell, SnippetEvent event) {
    if (event.status() == Snippet.Status.REJECTED) {
      return Optional.of(
          shell
              .diagnostics(event.snippet())
              .filter(Diag::isError)
              .map(diag -> diag.getMessage(Locale.ENGLISH))
              .map(
                  message ->
                      CompilerErrorHints.of(message).map(hint -> hint + "\n").orElse("") + message)
              .collect(Collectors.joining("\n")));
    }
    return Optional.ofNullable(event.exception()).map(ScriptRunner::message);
  }

  private static String message(JShellException exception) {
    @Nullable String message = exception.getMessage();
    return exception instanceof EvalException thrown
        ? thrown.getExceptionClassName() + ": " + message
        : String.valueOf(message) + ": the declaration refers to names that are not declared";
  }

  /** Returns the line of the first error within a snippet, counted from 0. */
  private static int lineWithin(JShell shell, SnippetEvent event, String snippet) {
    if (event.exception() instanceof EvalException thrown) {
      return Arrays.stream(thrown.getStackTrace())
          .filter(frame -> ("#" + event.snippet().id()).equals(frame.getFileName()))
          .findFirst()
          .map(frame -> frame.getLineNumber() - 1)
          .orElse(0);
    }
    int offset =
        (int)
            shell
                .diagnostics(event.snippet())
                .filter(Diag::isError)
                .mapToLong(Diag::getStartPosition)
                .min()
                .orElse(0);
    return (int) snippet.chars().limit(offset).filter(c -> c == '\n').count();
  }

  private static String literal(String text) {
    return text.codePoints()
        .mapToObj(
            c -> c < ' ' || c == '"' || c == '\\' ? "\\%03o".formatted(c) : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
