package org.demarche.examples.notebook;

import java.util.function.Function;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows answers, pages and pictures in the kernel of JJava, which finds it as a service. */
public final class JJavaDisplay implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    register(renderer, Printable.class, CellOutput::of);
    register(renderer, TextPage.class, CellOutput::of);
  }

  private static <T> void register(
      Renderer renderer, Class<T> type, Function<T, CellOutput> output) {
    renderer
        .createRegistration(type)
        .preferring(MIMEType.TEXT_HTML, MIMEType.TEXT_PLAIN)
        .register(
            (value, context) -> {
              CellOutput shown = output.apply(value);
              context.renderIfRequested(MIMEType.TEXT_HTML, shown::html);
              context.renderIfRequested(MIMEType.TEXT_PLAIN, shown::text);
            });
  }
}
