package org.demarche.json.records;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * A printer of JSON in its canonical form: two spaces per level, one member per line, lists of
 * texts on one line, and line feeds on every platform.
 */
public final class CanonicalPrinter extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final Set<String> LISTS_OF_OBJECTS =
      Set.of(
          "sources",
          "actors",
          "occasions",
          "propositions",
          "claims",
          "terms",
          "members",
          "evidence",
          "readings",
          "author",
          "items",
          "body",
          "selector");

  private static final JsonFactory JSON = new JsonFactory();

  CanonicalPrinter() {
    super(
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayElementSpacing(Separators.Spacing.NONE));
    indentObjectsWith(LINES);
    indentArraysWith(new ByContent());
  }

  /** Returns a generator of canonical JSON; closing it leaves the writer open. */
  public static JsonGenerator lines(Writer out) {
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new CanonicalPrinter();
          }
        };
    return JSON.createGenerator(context, new SurrogateWriter(out));
  }

  /** Returns a generator of JSON on one line, without spaces; closing it leaves the writer open. */
  public static JsonGenerator compact(Writer out) {
    return JSON.createGenerator(ObjectWriteContext.empty(), new SurrogateWriter(out));
  }

  /** A writer that escapes unpaired surrogates, which UTF-8 cannot encode. */
  private static final class SurrogateWriter extends Writer {
    private final Writer out;
    private char high;

    SurrogateWriter(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      int begun = from;
      for (int i = from; i < from + length; i++) {
        if (high == 0 && !Character.isSurrogate(text[i])) {
          continue;
        }
        out.write(text, begun, i - begun);
        begun = i;
        if (high != 0 && Character.isLowSurrogate(text[i])) {
          out.write(high);
          out.write(text[i]);
          high = 0;
          begun = i + 1;
          continue;
        }
        settle();
        if (Character.isHighSurrogate(text[i])) {
          high = text[i];
          begun = i + 1;
        } else if (Character.isLowSurrogate(text[i])) {
          escape(text[i]);
          begun = i + 1;
        }
      }
      out.write(text, begun, from + length - begun);
    }

    private void settle() throws IOException {
      if (high != 0) {
        escape(high);
        high = 0;
      }
    }

    private void escape(char half) throws IOException {
      out.write(String.format(Locale.ROOT, "\\u%04X", (int) half));
    }

    @Override
    public void flush() {
      // Jackson flushes between records; the owner of the writer flushes it once.
    }

    @Override
    public void close() throws IOException {
      settle();
    }
  }

  private CanonicalPrinter(CanonicalPrinter other) {
    super(other);
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new CanonicalPrinter(this);
  }

  /**
   * An indenter by content: lists of objects have one object per line, other lists are on one line.
   */
  private static final class ByContent extends NopIndenter {
    private static final long serialVersionUID = 1;

    @Override
    public void writeIndentation(JsonGenerator out, int level) {
      TokenStreamContext context = out.streamWriteContext();
      TokenStreamContext object = context.inArray() ? context.getParent() : context;
      boolean isListed =
          object.currentName() != null && LISTS_OF_OBJECTS.contains(object.currentName());
      if (object.inRoot() || isListed) {
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
