package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.suggestion.Nearest;

/**
 * The propositions of a table: those of the dossier, met by id, sentence or label, and those that
 * the table adds, each from its first row. One proposition has one sentence: another is an error of
 * its row.
 */
final class TablePropositions {
  private final Dossier base;
  private final boolean addsNew;
  private final ImmutableSetMultimap<String, String> idsByText;
  private final Map<String, String> addedByText = new HashMap<>();
  private final Map<String, Added> added = new LinkedHashMap<>();
  private Optional<Proposition> ofRow = Optional.empty();

  private record Added(Proposition proposition, int line) {}

  TablePropositions(TableSettings settings) {
    this.base = settings.base();
    this.addsNew = settings.templates().containsKey("issue");
    ImmutableSetMultimap.Builder<String, String> ids = ImmutableSetMultimap.builder();
    for (Proposition proposition : base.propositions()) {
      ids.put(proposition.text(), proposition.id());
      proposition.label().ifPresent(label -> ids.put(label, proposition.id()));
    }
    this.idsByText = ids.build();
  }

  /** Forgets what a row added that gives no claim. */
  void beginRow() {
    ofRow = Optional.empty();
  }

  /** Keeps what a row added. */
  void endRow(int line) {
    ofRow.ifPresent(
        it -> {
          added.put(it.id(), new Added(it, line));
          addedByText.put(it.text(), it.id());
        });
    beginRow();
  }

  /** Returns the id of the proposition with a sentence, which is a new one if none has it. */
  String stated(String sentence) {
    if (base.proposition(sentence).isPresent()) {
      return sentence;
    }
    Set<String> ids = idsByText.get(sentence);
    if (ids.size() > 1) {
      throw new RowError(
          "sentence", sentence, "several propositions say so: " + String.join(", ", ids));
    }
    if (!ids.isEmpty()) {
      return ids.iterator().next();
    }
    String known = addedByText.get(sentence);
    return known == null ? newId(sentence) : known;
  }

  private String newId(String sentence) {
    if (!addsNew) {
      throw new RowError(
          "sentence",
          sentence,
          "no proposition says '%s'%s; propositions(…) adds the propositions that are missing"
              .formatted(sentence, Nearest.hint(sentence, idsByText.keySet(), 3)));
    }
    String id = Slug.of(sentence);
    if (id.isEmpty()) {
      throw new RowError(
          "sentence", sentence, "'" + sentence + "' has no letter or digit to make an id of");
    }
    Added earlier = added.get(id);
    Optional<String> taken =
        earlier == null
            ? base.proposition(id).map(it -> "'" + it.text() + "' has in the dossier")
            : Optional.of(
                "'" + earlier.proposition().text() + "' has since line " + earlier.line());
    if (taken.isPresent()) {
      throw new RowError(
          "sentence",
          sentence,
          "'%s' gives the id %s, which %s".formatted(sentence, id, taken.get()));
    }
    return id;
  }

  /**
   * Adds the proposition of a row if it is missing.
   *
   * @param sentence its sentence, if it is given beside its id
   */
  void require(String id, TableRow row, Optional<String> sentence) {
    Added earlier = added.get(id);
    Optional<Proposition> known =
        earlier == null ? base.proposition(id) : Optional.of(earlier.proposition());
    if (known.isEmpty()) {
      if (addsNew) {
        ofRow =
            Optional.of(
                Proposition.builder()
                    .id(id)
                    .issue(row.required("issue"))
                    .text(sentence.orElse(id))
                    .build());
      }
      return;
    }
    Optional<String> other = sentence.filter(text -> !text.equals(known.get().text()));
    if (other.isPresent() && earlier != null) {
      throw new RowError(
          "text",
          other.get(),
          "id %s had the sentence '%s' in line %d, now '%s'"
              .formatted(id, known.get().text(), earlier.line(), other.get()));
    }
  }

  /** Returns the propositions that were added, of those with some ids. */
  ImmutableList<Proposition> added(Set<String> used) {
    List<Proposition> propositions = new ArrayList<>();
    added.forEach(
        (id, it) -> {
          if (used.contains(id)) {
            propositions.add(it.proposition());
          }
        });
    return ImmutableList.copyOf(propositions);
  }
}
