package org.demarche.examples.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.DirectExecutionControl;
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

  private static final class Control extends DirectExecutionControl {
    private final boolean colour;
    private final AtomicReference<Optional<CompletableFuture<String>>> running =
        new AtomicReference<>(Optional.empty());

    Control(boolean colour) {
      this.colour = colour;
    }

    /** Runs a snippet in a thread of its own, so that Ctrl-C can turn away from it. */
    @Override
    protected String invoke(Method snippet) throws Exception {
      CompletableFuture<String> answer = new CompletableFuture<>();
      running.set(Optional.of(answer));
      Thread thread =
          new Thread(
              () -> {
                try {
                  answer.complete(Shown.in(style(colour), snippet.invoke(null)));
                } catch (InvocationTargetException thrown) {
                  answer.completeExceptionally(thrown.getCause());
                } catch (Throwable failed) {
                  answer.completeExceptionally(failed);
                }
              },
              "snippet");
      thread.setDaemon(true);
      thread.start();
      try {
        return answer.get();
      } catch (ExecutionException failed) {
        throw new InvocationTargetException(failed.getCause());
      } catch (java.util.concurrent.CancellationException stopped) {
        thread.interrupt();
        throw new StoppedException();
      } finally {
        running.set(Optional.empty());
      }
    }

    @Override
    public void stop() {
      running.get().ifPresent(answer -> answer.cancel(true));
    }

    /** Keeps what was wrong and where it was typed, and leaves out the way through the library. */
    @Override
    protected String throwConvertedInvocationException(Throwable cause)
        throws RunException, InternalException {
      if (cause instanceof RunException run) {
        throw run;
      }
      throw new UserException(
          String.valueOf(cause.getMessage()),
          cause.getClass().getSimpleName(),
          Arrays.stream(cause.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("REPL"))
              .toArray(StackTraceElement[]::new));
    }
  }
}
