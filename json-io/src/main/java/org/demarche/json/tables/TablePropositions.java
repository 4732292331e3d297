package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.suggestion.Hints;

/**
 * The propositions of a table: those of the dossier, met by id, sentence or label, and those that
 * the table adds, each from its first row. One proposition has one sentence, in any spelling:
 * another is an error of its row.
 */
final class TablePropositions {
  private final Dossier base;
  private final boolean addsNew;
  private final Hints hints;
  private final NameIndex sentences = NameIndex.ofSentences();
  private final Map<String, Added> added = new LinkedHashMap<>();
  private Optional<Proposition> ofRow = Optional.empty();

  private record Added(Proposition proposition, int line) {}

  TablePropositions(TableSettings settings, Hints hints) {
    this.base = settings.base();
    this.addsNew = settings.templates().containsKey("issue");
    this.hints = hints;
    for (Proposition proposition : base.propositions()) {
      index(proposition);
      proposition.label().ifPresent(label -> sentences.put(label, proposition.id()));
    }
  }

  private void index(Proposition proposition) {
    sentences.put(proposition.text(), proposition.id());
    sentences.putId(proposition.id(), proposition.text());
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
          index(it);
        });
    beginRow();
  }

  /** Returns the id of the proposition with a sentence, which is a new one if none has it. */
  String stated(String sentence) {
    if (base.proposition(sentence).isPresent() || added.containsKey(sentence)) {
      return sentence;
    }
    Set<String> ids = sentences.ids(sentence);
    if (ids.size() > 1) {
      throw new RowError(
          "sentence", sentence, "several propositions say so: " + String.join(", ", ids));
    }
    return ids.isEmpty() ? newId(sentence) : ids.iterator().next();
  }

  private String newId(String sentence) {
    if (!addsNew) {
      throw new RowError(
          "sentence",
          sentence,
          "no proposition says '%s'%s; propositions(…) adds the propositions that are missing"
              .formatted(sentence, hints.of("proposition", sentence, sentences.names(), 3)));
    }
    String id = Slug.of(sentence);
    if (id.isEmpty()) {
      throw new RowError(
          "sentence", sentence, "'" + sentence + "' has no letter or digit to make an id of");
    }
    Added earlier = added.get(id);
    Optional<String> taken =
        earlier == null
            ? base.proposition(id).map(Proposition::text)
            : Optional.of(earlier.proposition().text());
    if (taken.isPresent()) {
      throw new RowError(
          "sentence",
          sentence,
          TakenId.message(
              sentence,
              id,
              taken.get(),
              Optional.ofNullable(earlier).map(it -> "line " + it.line()),
              "if they say one thing, write one sentence"));
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
    } else if (sentence.isPresent()
        && !sentence.get().equals(known.get().text())
        && !sentence.get().equals(id)
        && !sentences.has(sentence.get(), id)) {
      throw new RowError(
          "text",
          sentence.get(),
          "id %s had the sentence '%s' in %s, now '%s'"
              .formatted(
                  id,
                  known.get().text(),
                  earlier == null ? "the dossier" : "line " + earlier.line(),
                  sentence.get()));
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
