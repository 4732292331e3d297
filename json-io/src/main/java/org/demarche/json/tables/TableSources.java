package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.Source;

/**
 * The sources of a table: those of the dossier, and those that the table adds, each from its first
 * row. One source has one title: another is an error of its row.
 */
final class TableSources {
  private final Dossier base;
  private final boolean addsNew;
  private final TableActors actors;
  private final TextValues dates;
  private final Map<String, Added> added = new LinkedHashMap<>();
  private Optional<Source> ofRow = Optional.empty();

  private record Added(Source source, int line) {}

  TableSources(TableSettings settings, TableActors actors) {
    this.base = settings.base();
    this.addsNew = settings.templates().containsKey("outlet");
    this.actors = actors;
    this.dates = new TextValues(settings.dates());
  }

  /** Forgets what a row added that gives no claim. */
  void beginRow() {
    ofRow = Optional.empty();
  }

  /** Keeps what a row added. */
  void endRow(int line) {
    ofRow.ifPresent(source -> added.put(source.id(), new Added(source, line)));
    beginRow();
  }

  /** Adds the source of a row if it is missing. */
  void require(String id, TableRow row) {
    if (!addsNew || base.source(id).isPresent()) {
      return;
    }
    Added earlier = added.get(id);
    if (earlier == null) {
      ofRow = Optional.of(source(id, row));
      return;
    }
    Optional<String> other =
        row.value("title").filter(title -> !title.equals(earlier.source().title()));
    if (other.isPresent()) {
      throw new RowError(
          "title",
          other.get(),
          "source %s had the title '%s' in line %d, now '%s'"
              .formatted(id, earlier.source().title(), earlier.line(), other.get()));
    }
  }

  private Source source(String id, TableRow row) {
    Source.Builder source =
        Source.builder()
            .id(id)
            .outlet(actors.medium("outlet", row.required("outlet")))
            .title(row.required("title"))
            .published(row.requiredDate("published", dates));
    row.value("author").ifPresent(source::author);
    row.value("url").ifPresent(source::url);
    row.value("sourceText").ifPresent(source::text);
    return source.build();
  }

  /** Returns the sources that were added, of those with some ids. */
  ImmutableList<Source> added(Set<String> used) {
    List<Source> sources = new ArrayList<>();
    added.forEach(
        (id, it) -> {
          if (used.contains(id)) {
            sources.add(it.source());
          }
        });
    return ImmutableList.copyOf(sources);
  }
}
