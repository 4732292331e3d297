package org.demarche.examples.notebook;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.rapaio.jupyter.kernel.global.Options;

/**
 * Shows answers, pages and pictures in the kernel of rapaio, which finds it as a service. Any other
 * value is shown as plain text: the kernel by itself shows the text of a claim, a string, a list or
 * a map as HTML, without escaping the markup in it.
 */
public final class RapaioDisplay implements DisplayProvider {
  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    return List.of(
        new Renderer<>(Printable.class, value -> data(CellOutput.of(value))),
        new Renderer<>(TextPage.class, page -> data(CellOutput.of(page))),
        new Renderer<>(Collection.class, list -> DisplayData.fromText(list.toString())),
        new Renderer<>(PlainText.class, plain -> DisplayData.fromText(plain.text())));
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of(new ToPlainText());
  }

  private static DisplayData data(CellOutput output) {
    DisplayData data = DisplayData.fromText(output.text());
    data.putHTML(output.html());
    return data;
  }

  private record Renderer<T>(Class<T> rendererClass, Function<T, DisplayData> data)
      implements DisplayRenderer {
    @Override
    public boolean canRender(@Nullable String mime) {
      return true; // in any form that is asked for, the default would be without escapes
    }

    @Override
    public DisplayData render(@Nullable String mime, Object value) {
      return data.apply(rendererClass.cast(value));
    }
  }

  private record PlainText(String text) {}

  /** Takes the values that have no renderer, except the options of the kernel itself. */
  private static final class ToPlainText implements DisplayTransformer {
    @Override
    public boolean canTransform(Object value) {
      return !(value instanceof Options);
    }

    @Override
    public Class<?> transformedClass() {
      return PlainText.class;
    }

    @Override
    public Object transform(Object value) {
      return new PlainText(String.valueOf(value));
    }
  }
}
