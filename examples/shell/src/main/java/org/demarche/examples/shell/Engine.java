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
 * Runs what is typed, here and now, and shows its values as {@link Shown} does, bounded and in the
 * width of the screen.
 *
 * <pre>{@code
 * JShell.builder().executionEngine(new Engine(), Map.of()).build()
 * }</pre>
 */
public final class Engine implements ExecutionControlProvider {
  static final String NAME = "demarche";

  /** For JShell, which finds it by its {@link #name}. */
  public Engine() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    return new Control(Terminal.takesColour());
  }

  static Style style(boolean colour) {
    Style style = Style.standard().width(Terminal.width()).remedy("; whole(…) shows all");
    return colour ? style.emphasized() : style;
  }

  /**
   * The engine of the JDK, which can stop what it runs, with another way to show a value: the
   * snippet it is given is put behind one of ours, which finds it again in the thread that the
   * engine starts.
   */
  private static final class Control extends LocalExecutionControl {
    private static final InheritableThreadLocal<Call> CALL = new InheritableThreadLocal<>();

    /** How far back it is told where something was thrown. */
    private static final int FRAMES = 5;

    private final boolean colour;

    Control(boolean colour) {
      this.colour = colour;
    }

    private record Call(Method snippet, boolean colour) {}

    /** A value as it is shown, which prints as it stands. */
    private record Answer(String text) {
      @Override
      public String toString() {
        return text;
      }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
      CALL.set(new Call(snippet, colour));
      try {
        Method answer = Control.class.getDeclaredMethod("answer");
        answer.setAccessible(true); // the engine is of another package
        return super.invoke(answer);
      } finally {
        CALL.remove();
      }
    }

    /** Runs the snippet of this thread; what it throws is thrown as if it were run alone. */
    @SuppressWarnings("unused") // by the engine
    private static Answer answer() throws Throwable {
      Call call = CALL.get();
      try {
        return new Answer(Shown.in(style(call.colour), call.snippet.invoke(null)));
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }

    /** Keeps what was wrong and where it was typed, and leaves out the way through the library. */
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
              .limit(FRAMES)
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
      return (message == null ? "without a word of why; null is no value here" : message) + because;
    }
  }
}
