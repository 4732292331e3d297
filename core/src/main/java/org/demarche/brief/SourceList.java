package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.answer.Grade;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Source;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/** The sources of some claims, with their addresses and the grades of the claims. */
record SourceList(Dossier dossier, List<ListedClaim> claims) {
  /** Returns the sources, in the order of the dossier. */
  ImmutableList<Source> sources() {
    Set<String> ids =
        claims.stream()
            .flatMap(claim -> claim.evidence().stream())
            .map(Evidence::source)
            .collect(Collectors.toSet());
    return dossier.sources().stream()
        .filter(source -> ids.contains(source.id()))
        .collect(ImmutableList.toImmutableList());
  }

  TextPage page() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Source source : sources()) {
      String address = source.url().orElse("");
      rows.add(
          List.of(
              cell(source.id()),
              cell(dossier.actor(source.outlet()).map(Actor::name).orElse("")),
              new Cell(source.title(), address),
              cell(source.published().toString()),
              cell(grades(source)),
              cell(notes(source)),
              new Cell(address, address)));
    }
    return TextPage.empty()
        .linked(List.of("id", "outlet", "title", "published", "claims", "notes", "address"), rows);
  }

  private static Cell cell(String text) {
    return new Cell(text, "");
  }

  /** Returns the number of claims of a source by grade, the best first. */
  private String grades(Source source) {
    ImmutableSortedMap<Grade, Long> grades =
        claims.stream()
            .filter(claim -> claim.evidence().stream().anyMatch(it -> isOf(source, it)))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.groupingBy(ListedClaim::grade, Collectors.counting()),
                    counts -> ImmutableSortedMap.copyOf(counts, Comparator.reverseOrder())));
    return grades.entrySet().stream()
        .map(grade -> grade.getValue() + " " + Wording.english().word(grade.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isOf(Source source, Evidence piece) {
    return piece.source().equals(source.id());
  }

  private static String notes(Source source) {
    List<String> notes = new ArrayList<>();
    source.author().ifPresent(author -> notes.add("by " + author));
    if (!source.derivedFrom().isEmpty()) {
      notes.add("derived from " + String.join(", ", source.derivedFrom()));
    }
    source.revises().ifPresent(revised -> notes.add("revises " + revised));
    if (!source.hasReliableQuotes()) {
      notes.add("its quotation marks cannot be trusted");
    }
    source.note().ifPresent(notes::add);
    return String.join("; ", notes);
  }
}
