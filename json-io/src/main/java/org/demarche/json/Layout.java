package org.demarche.json;

import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Two spaces a level, a member a line, lists of texts on one line, line feeds on every platform.
 */
final class Layout extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final Set<String> LISTS_OF_OBJECTS =
      Set.of("sources", "actors", "occasions", "propositions", "claims", "terms", "evidence");

  Layout() {
    super(
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayElementSpacing(Separators.Spacing.NONE));
    indentObjectsWith(LINES);
    indentArraysWith(new ByContent());
  }

  private Layout(Layout other) {
    super(other);
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new Layout(this);
  }

  private static final class ByContent extends NopIndenter {
    private static final long serialVersionUID = 1;

    @Override
    public void writeIndentation(JsonGenerator out, int level) {
      TokenStreamContext context = out.streamWriteContext();
      TokenStreamContext object = context.inArray() ? context.getParent() : context;
      if (object.currentName() != null && LISTS_OF_OBJECTS.contains(object.currentName())) {
        LINES.writeIndentation(out, level);
      } else if (context.inArray() && context.getEntryCount() > 0) {
        out.writeRaw(' ');
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }
}
