package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.answer.Grade;
import org.demarche.answer.Wording;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/** The sources of some claims, with their addresses and the grades of the claims. */
final class SourceList {
  private final Dossier dossier;
  private final ImmutableListMultimap<String, ListedClaim> bySource;

  SourceList(Dossier dossier, List<ListedClaim> claims) {
    this.dossier = dossier;
    ImmutableSetMultimap.Builder<String, ListedClaim> all = ImmutableSetMultimap.builder();
    claims.forEach(claim -> claim.evidence().forEach(piece -> all.put(piece.source(), claim)));
    this.bySource = ImmutableListMultimap.copyOf(all.build());
  }

  /** Returns the sources, in the order of the dossier. */
  ImmutableList<Source> sources() {
    return dossier.sources().stream()
        .filter(source -> bySource.containsKey(source.id()))
        .collect(ImmutableList.toImmutableList());
  }

  TextPage page() {
    boolean hasAddresses = sources().stream().anyMatch(source -> source.url().isPresent());
    List<String> header = new ArrayList<>(List.of("id", "outlet", "title", "published", "claims"));
    header.add("notes");
    if (hasAddresses) {
      header.add("address");
    }
    return TextPage.empty()
        .linked(header, Lists.transform(sources(), source -> row(source, hasAddresses)));
  }

  private List<Cell> row(Source source, boolean hasAddresses) {
    String address = source.url().orElse("");
    List<Cell> row =
        List.of(
            cell(source.id()),
            cell(new RecordNames(dossier).actor(source.outlet())),
            new Cell(source.title(), address),
            cell(Wording.english().isoDate(source.published())),
            cell(grades(source)),
            cell(notes(source)));
    return hasAddresses
        ? ImmutableList.<Cell>builder().addAll(row).add(new Cell(address, address)).build()
        : row;
  }

  private static Cell cell(String text) {
    return new Cell(text, "");
  }

  /** Returns the number of claims of a source by grade, the best first. */
  private String grades(Source source) {
    ImmutableSortedMap<Grade, Long> grades =
        bySource.get(source.id()).stream()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.groupingBy(ListedClaim::grade, Collectors.counting()),
                    counts -> ImmutableSortedMap.copyOf(counts, Comparator.reverseOrder())));
    return grades.entrySet().stream()
        .map(grade -> grade.getValue() + " " + Wording.english().word(grade.getKey()))
        .collect(Collectors.joining(", "));
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
