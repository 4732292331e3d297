package org.demarche.examples.shell;

import com.google.common.base.Throwables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.demarche.text.Style;

/**
 * A JShell execution engine that runs snippets in this process and prints their values with {@link
 * ValueFormatter}: abridged, and at the width of the screen.
 *
 * <pre>{@code
 * JShell.builder().executionEngine(new ShellExecutionControlProvider(), Map.of()).build()
 * }</pre>
 */
public final class ShellExecutionControlProvider implements ExecutionControlProvider {
  static final String NAME = "demarche";

  /** Creates a provider; JShell calls this, and selects the provider by its {@link #name}. */
  public ShellExecutionControlProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    ShellFunctions.language(
        "en"); // a new session, which another one in this process does not affect
    CodingFunctions.close();
    return new FormattingExecutionControl(TerminalInfo.isColourSupported());
  }

  static Style style(boolean isColoured) {
    Style style = Style.standard().width(TerminalInfo.width()).remedy("; whole(…) shows all");
    return isColoured ? style.emphasized() : style;
  }

  /**
   * The JDK's local engine, which can interrupt a running snippet, with a different way to format
   * values. The engine runs each snippet in a new thread. Instead of the snippet it is given {@link
   * #runSnippet}, which gets the snippet from an inherited thread local.
   */
  private static final class FormattingExecutionControl extends LocalExecutionControl {
    private static final InheritableThreadLocal<SnippetCall> CALL = new InheritableThreadLocal<>();

    /** The number of stack frames reported for an exception. */
    private static final int MAX_FRAMES = 5;

    private final boolean isColoured;

    FormattingExecutionControl(boolean isColoured) {
      this.isColoured = isColoured;
    }

    private record SnippetCall(Method snippet, boolean isColoured) {}

    /** A value that is already formatted: JShell prints its toString unchanged. */
    private record FormattedValue(String text) {
      @Override
      public String toString() {
        return text;
      }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
      CALL.set(new SnippetCall(snippet, isColoured));
      try {
        Method runSnippet = FormattingExecutionControl.class.getDeclaredMethod("runSnippet");
        runSnippet.setAccessible(true); // the engine is in another package
        return super.invoke(runSnippet);
      } finally {
        CALL.remove();
      }
    }

    /** Runs the snippet of this thread and throws whatever exception the snippet throws. */
    @SuppressWarnings("unused") // called reflectively by the engine
    private static FormattedValue runSnippet() throws Throwable {
      SnippetCall call = CALL.get();
      try {
        return new FormattedValue(
            ShellFunctions.format(style(call.isColoured), call.snippet.invoke(null)));
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }

    /** Reports the message and the frames of typed code, without the frames of the library. */
    @Override
    protected String throwConvertedInvocationException(Throwable cause)
        throws RunException, InternalException {
      if (cause instanceof RunException run) {
        throw run;
      }
      throw new UserException(
          message(cause),
          cause.getClass().getSimpleName(),
          Arrays.stream(cause.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("REPL"))
              .limit(MAX_FRAMES)
              .toArray(StackTraceElement[]::new));
    }

    private static String message(Throwable thrown) {
      String because =
          Throwables.getCausalChain(thrown).stream()
              .skip(1)
              .map(
                  cause ->
                      ", because of "
                          + cause.getClass().getSimpleName()
                          + ": "
                          + cause.getMessage())
              .collect(Collectors.joining());
      String message = thrown.getMessage();
      return (message == null ? "no message given; null is not a valid value here" : message)
          + because;
    }
  }
}
