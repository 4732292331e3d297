package org.demarche.json.records;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import tools.jackson.core.JsonGenerator;

/** A writer of the evidence of a dossier as an Annotation Page of the W3C. */
public final class AnnotationPageWriter {
  private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
  private static final String URN = "urn:demarche:";

  /** The number of code points before and after a quotation that are written. */
  private static final int AROUND = 32;

  private final Dossier dossier;
  private final JsonGenerator out;
  private final Multiset<String> urls = HashMultiset.create();

  private AnnotationPageWriter(Dossier dossier, JsonGenerator out) {
    this.dossier = dossier;
    this.out = out;
    dossier.sources().forEach(source -> source.url().ifPresent(urls::add));
  }

  /** Returns whether a piece of evidence selects a passage, and so has an annotation. */
  public static boolean isWritten(Evidence evidence) {
    return evidence.quote().isPresent() || evidence.selector().isPresent();
  }

  /** Writes the page as text. */
  public static void write(Dossier dossier, Writer text) {
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      new AnnotationPageWriter(dossier, out).page();
      out.writeRaw('\n');
    }
  }

  private void page() {
    out.writeStartObject();
    out.writeStringProperty("@context", CONTEXT);
    out.writeStringProperty("id", URN + "annotations:1");
    out.writeStringProperty("type", "AnnotationPage");
    out.writeName("partOf");
    out.writeStartObject();
    out.writeStringProperty("id", URN + "annotations");
    out.writeStringProperty("type", "AnnotationCollection");
    if (dossier.description().title().isPresent()) {
      out.writeStringProperty("label", dossier.description().title().get());
    }
    out.writeNumberProperty("total", total());
    out.writeEndObject();
    out.writeNumberProperty("startIndex", 0);
    out.writeName("items");
    out.writeStartArray();
    dossier.claims().forEach(this::annotations);
    out.writeEndArray();
    out.writeEndObject();
  }

  private long total() {
    return dossier.claims().stream()
        .flatMap(claim -> claim.evidence().stream())
        .filter(AnnotationPageWriter::isWritten)
        .count();
  }

  private void annotations(Claim claim) {
    for (int i = 0; i < claim.evidence().size(); i++) {
      if (isWritten(claim.evidence().get(i))) {
        annotation(claim, i);
      }
    }
  }

  private void annotation(Claim claim, int index) {
    out.writeStartObject();
    out.writeStringProperty("id", URN + claim.id() + ":" + index);
    out.writeStringProperty("type", "Annotation");
    out.writeStringProperty("motivation", "classifying");
    if (claim.coder().isPresent()) {
      // without a type: the coder may be a person or a program
      out.writeName("creator");
      out.writeStartObject();
      out.writeStringProperty("name", claim.coder().get());
      out.writeEndObject();
    }
    out.writeName("body");
    out.writeStartArray();
    Stream.of(
            "proposition:" + claim.proposition(),
            "stance:" + claim.stance(),
            "force:" + claim.force())
        .forEach(tag -> body("tagging", tag));
    if (claim.isDraft()) {
      body("tagging", "status:DRAFT");
    }
    claim.gist().ifPresent(gist -> body("describing", gist));
    out.writeEndArray();
    target(claim.evidence().get(index));
    out.writeEndObject();
  }

  private void body(String purpose, String value) {
    out.writeStartObject();
    out.writeStringProperty("type", "TextualBody");
    out.writeStringProperty("purpose", purpose);
    out.writeStringProperty("value", value);
    out.writeEndObject();
  }

  private void target(Evidence evidence) {
    Source source = dossier.source(evidence.source()).orElseThrow();
    Optional<Range<Integer>> place =
        evidence.selector().or(() -> onlyPlace(evidence.quote(), source.text()));
    out.writeName("target");
    out.writeStartObject();
    out.writeStringProperty("type", "SpecificResource");
    out.writeStringProperty("source", address(source));
    out.writeName("selector");
    out.writeStartArray();
    evidence.quote().ifPresent(quote -> quoteSelector(quote, place, source.text()));
    place.ifPresent(this::positionSelector);
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Returns the url of a source, or else its id: if the url is no address, or not its own. */
  private String address(Source source) {
    return source
        .url()
        .filter(url -> urls.count(url) == 1 && isAddress(url))
        .orElse(URN + "source:" + source.id());
  }

  private static boolean isAddress(String url) {
    try {
      return new URI(url).isAbsolute();
    } catch (URISyntaxException other) {
      return false;
    }
  }

  /** Returns the place of a quotation that occurs once in a text, in code points. */
  private static Optional<Range<Integer>> onlyPlace(Optional<String> quote, Optional<String> text) {
    if (quote.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    int at = text.get().indexOf(quote.get());
    if (text.get().indexOf(quote.get(), at + 1) >= 0) {
      return Optional.empty();
    }
    int start = text.get().codePointCount(0, at);
    int points = quote.get().codePointCount(0, quote.get().length());
    return Optional.of(Range.closedOpen(start, start + points));
  }

  private void quoteSelector(String quote, Optional<Range<Integer>> place, Optional<String> text) {
    out.writeStartObject();
    out.writeStringProperty("type", "TextQuoteSelector");
    out.writeStringProperty("exact", quote);
    if (place.isPresent() && text.isPresent()) {
      String all = text.get();
      int start = place.get().lowerEndpoint();
      int end = place.get().upperEndpoint();
      int length = all.codePointCount(0, all.length());
      context("prefix", all, Math.max(0, start - AROUND), start);
      context("suffix", all, end, Math.min(length, end + AROUND));
    }
    out.writeEndObject();
  }

  private void context(String name, String text, int start, int end) {
    if (start < end) {
      int from = text.offsetByCodePoints(0, start);
      out.writeStringProperty(
          name, text.substring(from, text.offsetByCodePoints(from, end - start)));
    }
  }

  private void positionSelector(Range<Integer> place) {
    out.writeStartObject();
    out.writeStringProperty("type", "TextPositionSelector");
    out.writeNumberProperty("start", place.lowerEndpoint());
    out.writeNumberProperty("end", place.upperEndpoint());
    out.writeEndObject();
  }
}
