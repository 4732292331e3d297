package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The relations between the positions of several parties: one relation per proposition and pair of
 * parties, sorted by issue and proposition. A proposition on which both parties are silent has no
 * row.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").compare("rok", "prc").label(Relation.Label.DIVERGENCE)
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Comparison extends FilterableAnswer<Relation, Comparison>
    implements Answer {
  /** The largest number of propositions with one label that a sentence names. */
  private static final int MOST_NAMED = 5;

  /** The largest number of relations whose positions a sentence states. */
  private static final int MOST_QUOTED = 3;

  /** The kinds of positions that a list of propositions points out, by the keys of their words. */
  private static final ImmutableMap<String, Predicate<Position>> FLAGS =
      ImmutableMap.of(
          "implied", Comparison::isImplied,
          "condition", Comparison::isConditional,
          "inherited", Comparison::isInherited,
          "disputed", Comparison::isDisputed);

  Comparison() {}

  /** {@return the ids of the parties, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the relations; no relation is SILENT} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Relation> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Keeps only the relations on a composite, its parts, and the parts of these.
   *
   * @param composite the id of the composite
   * @return the filtered comparison
   * @throws IllegalArgumentException if the id is not a proposition of the dossier; the message
   *     suggests the nearest id
   */
  public final Comparison expandParts(String composite) {
    ImmutableSet.Builder<String> expanded = ImmutableSet.builder();
    addWithParts(requireNonNull(composite, "composite"), expanded);
    return filter("on " + composite + " and its parts", expanded.build());
  }

  private void addWithParts(String proposition, ImmutableSet.Builder<String> into) {
    into.add(proposition);
    new IdLookup(dossier())
        .proposition(proposition)
        .parts()
        .keySet()
        .forEach(part -> addWithParts(part, into));
  }

  /**
   * Keeps only the relations with one of the given labels.
   *
   * @param labels the labels to keep; at least one
   * @return the filtered comparison
   * @throws IllegalArgumentException if no label is given
   */
  public final Comparison label(Relation.Label... labels) {
    Arguments.requireEach(labels, "labels");
    List<Relation.Label> kept = Arrays.asList(labels);
    return filter(filterText("label", labels), relation -> kept.contains(relation.label()));
  }

  /** {@return the ids of the propositions of the rows, in order, without duplicates} */
  public final ImmutableSet<String> propositions() {
    return rows().stream().map(Relation::proposition).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  final List<String> partiesOf(Relation row) {
    return List.of(row.first().party(), row.second().party());
  }

  @Override
  final Optional<TextPage> pageOf(Relation row, Wording wording) {
    return Optional.of(row.page(wording));
  }

  @Override
  final String propositionOf(Relation row) {
    return row.proposition();
  }

  /** Returns whether the organ is one of the parties that are compared; no other has rows. */
  @Override
  final boolean mayHaveRowsOf(String organ) {
    return parties().contains(organ);
  }

  @Override
  final Comparison withRows(Iterable<String> filters, Iterable<Relation> rows) {
    return ImmutableComparison.of(parties(), viewpoint(), rows, filters, dossier());
  }

  private String heading(Wording wording) {
    return wording.text(
        wording.isCodes() ? "code.comparison" : "comparison.heading",
        wording.parties(dossier(), parties()),
        viewpoint().text(wording, dossier()),
        filtersText(wording));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(wording.text("summary", heading(wording), propositions(wording)));
  }

  /** Returns each label with the number of its relations. */
  private String counts(Wording wording) {
    List<String> counts = new ArrayList<>();
    byLabel()
        .asMap()
        .forEach(
            (label, relations) ->
                counts.add(
                    wording.isCodes()
                        ? relations.size() + " " + label
                        : count(label, relations, wording)));
    if (counts.isEmpty()) {
      return wording.text("none");
    }
    return wording.isCodes() ? String.join(", ", counts) : wording.list(counts);
  }

  /** Returns on how many propositions relations have a label, and of how many pairs if of more. */
  private static String count(
      Relation.Label label, Collection<Relation> relations, Wording wording) {
    int propositions = (int) relations.stream().map(Relation::proposition).distinct().count();
    return wording.text(
        propositions == relations.size() ? "comparison.count" : "comparison.pairs",
        wording.word(label),
        wording.count("propositions", propositions),
        wording.count("pairs", relations.size()));
  }

  /**
   * Returns each label with the propositions of its relations, or their number if they are many.
   */
  private String propositions(Wording wording) {
    if (rows().isEmpty() || wording.isCodes() || parties().size() > 2) {
      return counts(wording);
    }
    return byLabel().asMap().entrySet().stream()
        .map(
            entry ->
                wording.text(
                    "comparison.count",
                    wording.word(entry.getKey()),
                    entry.getValue().size() > MOST_NAMED
                        ? number(entry.getValue(), wording)
                        : wording.list(
                            entry.getValue().stream().map(row -> named(row, wording)).toList())))
        .collect(Collectors.joining(wording.text("list.semicolon")));
  }

  /** Returns the proposition of a relation, with both positions if there are few relations. */
  private String named(Relation relation, Wording wording) {
    String proposition = wording.proposition(dossier(), relation.proposition());
    return rows().size() > MOST_QUOTED
        ? flagged(proposition, relation, wording)
        : wording.text("comparison.relation", proposition, relation.positions(wording));
  }

  /** Returns a proposition with what must not be left out of either position on it. */
  private static String flagged(String proposition, Relation relation, Wording wording) {
    List<String> flags = new ArrayList<>();
    FLAGS.forEach(
        (key, kind) -> {
          if (Stream.of(relation.first(), relation.second()).anyMatch(kind)) {
            flags.add(wording.text("comparison.flag." + key));
          }
        });
    return flags.isEmpty()
        ? proposition
        : wording.text(
            "comparison.flagged", proposition, String.join(wording.text("details.between"), flags));
  }

  private static boolean isImplied(Position position) {
    return position.known().filter(Known::isImplied).isPresent();
  }

  private static boolean isConditional(Position position) {
    return position.known().flatMap(Known::condition).isPresent()
        || position.support().stream().anyMatch(cited -> cited.claim().condition().isPresent());
  }

  private static boolean isDisputed(Position position) {
    return !position.disputingClaims().isEmpty();
  }

  /** Returns the number of some relations, and on how many of them a position is of a kind. */
  private String number(Collection<Relation> relations, Wording wording) {
    String number = wording.count("propositions", relations.size());
    List<String> ofThem = new ArrayList<>();
    ofThem.addAll(ofThem("comparison.inherited", relations, Comparison::isInherited, wording));
    ofThem.addAll(ofThem("comparison.otherSide", relations, Comparison::isOfOtherSide, wording));
    ofThem.addAll(ofThem("comparison.condition", relations, Comparison::isConditional, wording));
    ofThem.addAll(ofThem("comparison.disputed", relations, Comparison::isDisputed, wording));
    return ofThem.isEmpty()
        ? number
        : wording.text("comparison.ofThem", number, wording.list(ofThem));
  }

  private static List<String> ofThem(
      String key, Collection<Relation> relations, Predicate<Position> kind, Wording wording) {
    int count =
        (int)
            relations.stream()
                .filter(row -> Stream.of(row.first(), row.second()).anyMatch(kind))
                .count();
    return count == 0 ? List.of() : List.of(wording.text(key, wording.number(count)));
  }

  private static boolean isInherited(Position position) {
    return position.evidenced().filter(e -> e.standing() == Standing.INHERITED).isPresent();
  }

  private static boolean isOfOtherSide(Position position) {
    return position.known().filter(known -> known.grade() == Grade.OTHER_SIDE).isPresent();
  }

  private ListMultimap<Relation.Label, Relation> byLabel() {
    ListMultimap<Relation.Label, Relation> byLabel =
        MultimapBuilder.enumKeys(Relation.Label.class).arrayListValues().build();
    rows().forEach(relation -> byLabel.put(relation.label(), relation));
    return byLabel;
  }

  /** {@return the question, the count of each label, and a table with one row per relation} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return withParties(
        AnswerPages.of(
            heading(wording) + ": " + counts(wording),
            columns(wording).ids(Relation::proposition),
            rows()),
        wording);
  }

  /**
   * Returns the table with one row per relation alone, for a page that states the question.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the table, without ids; an empty page without rows
   */
  public final TextPage sideBySide(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withSigns(columns(wording).below(TextPage.empty(), rows()), wording);
  }

  private AnswerTable<Relation> columns(Wording wording) {
    boolean pair = parties().size() == 2;
    AnswerTable<Relation> table =
        AnswerTable.<Relation>in(wording)
            .column("proposition", row -> wording.proposition(dossier(), row.proposition()));
    AnswerTable<Relation> sides =
        pair
            ? table
                .titled(
                    wording.party(dossier(), parties().get(0)),
                    row -> PositionContext.of(row.first()).datedCell(wording),
                    row -> PositionContext.of(row.first()).anchor())
                .titled(
                    wording.party(dossier(), parties().get(1)),
                    row -> PositionContext.of(row.second()).datedCell(wording),
                    row -> PositionContext.of(row.second()).anchor())
            : table
                .column(
                    "first",
                    row -> side(row.first(), wording),
                    row -> PositionContext.of(row.first()).anchor())
                .column(
                    "second",
                    row -> side(row.second(), wording),
                    row -> PositionContext.of(row.second()).anchor());
    return sides.column("relation", row -> row.verb(wording));
  }

  private String side(Position position, Wording wording) {
    return wording.party(dossier(), position.party())
        + ": "
        + PositionContext.of(position).datedCell(wording);
  }

  /** {@return the question and the number of relations, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Comparison of %s, %s%s: %s"
            .formatted(
                String.join(" and ", parties()),
                viewpoint(),
                filtersText(),
                AnswerPages.count(rows().size(), "relation", "relations")));
  }
}
