package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.Spelling;

/**
 * The sources of a table: those of the dossier, and those that the table adds, each from its first
 * row. Whatever another row says of a source must agree with the source.
 */
final class TableSources {
  private static final ImmutableList<String> MEMBERS =
      ImmutableList.of("title", "outlet", "published", "author", "url", "sourceText");

  private final Dossier base;
  private final boolean addsNew;
  private final TableActors actors;
  private final TextValues dates;
  private final Map<String, Added> added = new LinkedHashMap<>();

  /** The texts from which ids were made, or that are ids themselves, by id. */
  private final Map<String, Text> texts = new HashMap<>();

  /** The members that a row gave which agrees with its source, by the id of the source. */
  private final Map<String, ImmutableList<Optional<String>>> agreed = new HashMap<>();

  private Optional<Source> ofRow = Optional.empty();
  private Optional<Text> textOfRow = Optional.empty();

  private record Added(Source source, int line) {}

  private record Text(String id, String text, int line) {}

  TableSources(TableSettings settings, TableActors actors) {
    this.base = settings.base();
    this.addsNew = settings.templates().containsKey("outlet");
    this.actors = actors;
    this.dates = new TextValues(settings.dates());
  }

  /** Forgets what a row added that gives no claim. */
  void beginRow() {
    ofRow = Optional.empty();
    textOfRow = Optional.empty();
  }

  /** Keeps what a row added. */
  void endRow(int line) {
    ofRow.ifPresent(source -> added.put(source.id(), new Added(source, line)));
    textOfRow.ifPresent(text -> texts.putIfAbsent(text.id(), text));
    beginRow();
  }

  /** Returns the id of the source of a row, and adds the source if it is missing. */
  String require(TableRow row) {
    String text = row.required("source");
    if (!addsNew) {
      return text;
    }
    String id = id(text, row.line());
    Added earlier = added.get(id);
    Optional<Source> known = earlier == null ? base.source(id) : Optional.of(earlier.source());
    if (known.isEmpty()) {
      ofRow = Optional.of(source(id, row));
      return id;
    }
    ImmutableList<Optional<String>> given =
        MEMBERS.stream().map(row::value).collect(ImmutableList.toImmutableList());
    if (!given.equals(agreed.get(id))) {
      requireSame(known.get(), row, earlier == null ? "the dossier" : "line " + earlier.line());
      agreed.put(id, given);
    }
    return id;
  }

  /** Returns the id that a text is or gives; throws if another text of the table gives it. */
  private String id(String text, int line) {
    String id = Slug.isId(text) ? text : Slug.of(text);
    if (id.isEmpty()) {
      throw new RowError(
          "source", text, "source '" + text + "' has no letter or digit to make an id of");
    }
    Text earlier = texts.get(id);
    if (earlier == null) {
      textOfRow = Optional.of(new Text(id, text, line));
    } else if (!Spelling.name(earlier.text()).equals(Spelling.name(text))) {
      throw new RowError(
          "source",
          text,
          TakenId.message(
              text,
              id,
              earlier.text(),
              Optional.of("line " + earlier.line()),
              "if they are one source, write one text"));
    }
    return id;
  }

  private void requireSame(Source source, TableRow row, String where) {
    List<String> differences = new ArrayList<>();
    for (String member : MEMBERS) {
      Optional<String> given = row.value(member);
      if (given.isPresent() && !isSame(source, member, given.get(), row)) {
        differences.add(difference(source, member, given.get(), where));
      }
    }
    if (!differences.isEmpty()) {
      throw new RowError("source", source.id(), String.join("; ", differences));
    }
  }

  private boolean isSame(Source source, String member, String given, TableRow row) {
    return switch (member) {
      case "outlet" -> actors.isNamed(source.outlet(), given);
      case "published" -> {
        Optional<When> published = row.date("published", dates);
        yield published.equals(Optional.of(source.published()));
      }
      case "url" -> member(source, member).equals(Optional.of(given));
      default -> {
        String text = member(source, member).orElse("");
        yield text.equals(given) || Spelling.sentence(text).equals(Spelling.sentence(given));
      }
    };
  }

  private static Optional<String> member(Source source, String name) {
    return switch (name) {
      case "title" -> Optional.of(source.title());
      case "outlet" -> Optional.of(source.outlet());
      case "published" -> Optional.of(source.published().toString());
      case "author" -> source.author();
      case "url" -> source.url();
      default -> source.text();
    };
  }

  private static String difference(Source source, String member, String given, String where) {
    if (member.equals("sourceText")) {
      return "source %s had another text in %s".formatted(source.id(), where);
    }
    String what = member.equals("published") ? "date" : member;
    return "source %s had %s in %s, now '%s'"
        .formatted(
            source.id(),
            member(source, member)
                .map(value -> "the " + what + " '" + value + "'")
                .orElse("no " + what),
            where,
            given);
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
