package org.demarche.json.records;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.io.Writer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Basis;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import tools.jackson.core.JsonGenerator;

/** A writer of sources as items of CSL-JSON, the data of the Citation Style Language 1.0.2. */
public final class CitationWriter {
  /** Allows the characters of a link on a page, and no name or password before the host. */
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://(?![^/?#]*@)[^\\s<>\"\\\\\\p{C}\\p{Z}]+");

  private static final Splitter BETWEEN_PERSONS =
      Splitter.onPattern("[,;]").trimResults().omitEmptyStrings();

  /** Two to four names, each with a capital: no office, such as a “Ministry of Trade”. */
  private static final Pattern PERSON = Pattern.compile("\\p{Lu}\\S*(?: \\p{Lu}\\S*){1,3}");

  private final Dossier dossier;
  private final JsonGenerator out;

  /** The languages of the quotations by source; empty where a quotation states none. */
  private final ImmutableSetMultimap<String, Optional<String>> languages;

  private CitationWriter(Dossier dossier, JsonGenerator out) {
    this.dossier = dossier;
    this.out = out;
    this.languages =
        dossier.claims().stream()
            .flatMap(claim -> claim.evidence().stream())
            .filter(evidence -> evidence.quote().isPresent())
            .collect(
                ImmutableSetMultimap.toImmutableSetMultimap(
                    evidence -> evidence.source(), evidence -> evidence.language()));
  }

  /** Writes each source once, in the order given. */
  public static void write(Iterable<Source> sources, Dossier dossier, Writer text) {
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      CitationWriter writer = new CitationWriter(dossier, out);
      out.writeStartArray();
      ImmutableSet.copyOf(sources).forEach(writer::item);
      out.writeEndArray();
      out.writeRaw('\n');
    }
  }

  private void item(Source source) {
    if (!dossier.source(source.id()).equals(Optional.of(source))) {
      throw ShownValue.refused(
          "source '%s' is not in the dossier, or has other values there; give sources that dossier.sources() lists"
              .formatted(source.id()));
    }
    Actor outlet = actor(source.outlet());
    Optional<String> url = source.url().filter(address -> WEB.matcher(address).matches());
    String type =
        outlet.kind() == ActorKind.MEDIA
            ? "article-newspaper"
            : url.isPresent() ? "webpage" : "report";
    out.writeStartObject();
    out.writeStringProperty("id", source.id());
    out.writeStringProperty("type", type);
    out.writeStringProperty("title", source.title());
    authors(source, outlet);
    out.writeStringProperty(type.equals("report") ? "publisher" : "container-title", outlet.name());
    issued(source.published());
    optional("language", language(source));
    optional("DOI", Optional.ofNullable(source.identifiers().get("doi")));
    optional("URL", url);
    out.writeStringProperty("note", note(source));
    out.writeEndObject();
  }

  private Actor actor(String id) {
    return dossier.actor(id).orElseThrow();
  }

  private void optional(String member, Optional<String> value) {
    value.ifPresent(text -> out.writeStringProperty(member, text));
  }

  /** Writes the author, or else who put the text out; a medium is no author of its articles. */
  private void authors(Source source, Actor outlet) {
    List<String> names =
        source.author().isPresent()
            ? persons(source.author().get())
            : source.issuedBy().isEmpty() && outlet.kind() == ActorKind.MEDIA
                ? ImmutableList.of()
                : source.outermostRelays().stream().map(id -> actor(id).name()).toList();
    if (names.isEmpty()) {
      return;
    }
    out.writeName("author");
    out.writeStartArray();
    for (String name : names) {
      out.writeStartObject();
      out.writeStringProperty("literal", name); // which part is the family name is not known
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /**
   * Returns the persons of a byline. A comma or a semicolon parts two of them only if each has
   * several names: in “Lehmann, Evan” it parts the names of one, and in the name of an office it
   * parts no persons.
   */
  private static List<String> persons(String byline) {
    List<String> parts = BETWEEN_PERSONS.splitToList(byline);
    return parts.stream().allMatch(part -> PERSON.matcher(part).matches())
        ? parts
        : ImmutableList.of(byline);
  }

  /** Writes the date; CSL has no open start, for which the latest day is approximate. */
  private void issued(When date) {
    out.writeName("issued");
    out.writeStartObject();
    out.writeName("date-parts");
    out.writeStartArray();
    if (date.precision().isEmpty()) {
      date.earliest().ifPresent(day -> parts(day, ChronoUnit.DAYS));
    }
    parts(date.latest(), date.precision().orElse(ChronoUnit.DAYS));
    out.writeEndArray();
    if (date.isApproximate() || date.isUncertain() || date.earliest().isEmpty()) {
      out.writeBooleanProperty("circa", true);
    }
    out.writeEndObject();
  }

  private void parts(LocalDate day, ChronoUnit precision) {
    out.writeStartArray();
    out.writeNumber(day.getYear());
    if (precision != ChronoUnit.YEARS) {
      out.writeNumber(day.getMonthValue());
    }
    if (precision == ChronoUnit.DAYS) {
      out.writeNumber(day.getDayOfMonth());
    }
    out.writeEndArray();
  }

  /** Returns the language of the quotations of a source, if all state the same. */
  private Optional<String> language(Source source) {
    ImmutableSet<Optional<String>> stated = languages.get(source.id());
    return stated.size() == 1 ? stated.iterator().next() : Optional.empty();
  }

  /**
   * Returns the id, with what the date cannot express. It begins with a word of its own, and has no
   * other free text: reference managers read lines such as {@code type: book} in a note as values.
   */
  private static String note(Source source) {
    StringBuilder note = new StringBuilder("source ").append(source.id());
    boolean isInferred = source.basis() == Basis.INFERRED;
    if (isInferred || !source.published().precision().equals(Optional.of(ChronoUnit.DAYS))) {
      note.append("; published ").append(source.published());
    }
    return note.append(isInferred ? ", date inferred" : "").toString();
  }
}
