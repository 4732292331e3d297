package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.NONE;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.value;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Comparison;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Histories;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Updates;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.json.records.Codec;
import org.demarche.json.records.ValueCodec;
import org.demarche.suggestion.ShownValue;

/** Answers that compare positions: over time, between bodies of evidence, or between parties. */
final class ChangeAndRelationAnswers {
  private static final AnswerFactory FACTORY = AnswerFactory.get();

  /** The names of the two bodies of evidence that a difference compares. */
  private record Sides(String here, String there) {}

  private static final Sides HERE = new Sides("here", "there");

  /** In updates, the evidence without the added records and with them, as they are printed. */
  private static final Sides BEFORE = new Sides("before", "after");

  private final SharedMembers shared;
  private final PositionAnswers positions;
  private final AnswerForm form;
  final MemberCodec<Relation.Exchange> exchangeMembers;
  final AnswerType<Change> change;
  final AnswerType<Changes> changes;
  final AnswerType<History> history;
  final AnswerType<Histories> histories;
  final AnswerType<Difference> difference;
  final AnswerType<Differences> differences;
  final AnswerType<Updates> updates;
  final AnswerType<Relation> relation;
  final AnswerType<Comparison> comparison;

  ChangeAndRelationAnswers(SharedMembers shared, PositionAnswers positions) {
    this.shared = shared;
    this.positions = positions;
    this.form = shared.form;
    exchangeMembers =
        new MemberCodec<Relation.Exchange>(form)
            .and("answer", TEXT, exchange -> exchange.answer().claim().id())
            .and("answered", TEXT, exchange -> exchange.answered().claim().id());
    change = change();
    changes = changes();
    history = history();
    histories = histories();
    difference = difference();
    differences = differences();
    updates = updates();
    relation = relation();
    comparison = comparison();
  }

  // Changes

  /** Returns what is around the later position of a change: the facts of the earlier one too. */
  private static Around after(Around around, Position before) {
    return new Around(
        ImmutableList.of(before.party()),
        around.proposition().or(() -> Optional.of(before.proposition())),
        around.of(0, 1).viewpoints());
  }

  private AnswerType<Change> change() {
    return new AnswerType<>(
        "change",
        Change.class,
        new MemberCodec<Change>(form)
            .and("label", Codec.oneOf(Change.Label.class), Change::label)
            .unless(false, "administrationChanged", BOOLEAN, Change::hasAdministrationChanged)
            .derived("unlikeEvidence", BOOLEAN, value(Change::hasUnlikeEvidence))
            .derived("impliedBy", TEXT, one -> one.impliedBy().map(cited -> cited.claim().id()))
            .within(
                "before", positions.positionValue, Change::before, (one, around) -> around.of(0, 0))
            .within(
                "after",
                positions.positionValue,
                Change::after,
                (one, around) -> after(around, one.before())),
        in -> change(in, Around.NOTHING),
        one -> PositionColumns.CHANGE.table(ImmutableList.of(one)));
  }

  private Change change(Draft in, Around around) {
    Position before = positions.position(in.get("before"), around.of(0, 0));
    Position after = positions.position(in.get("after"), after(around, before));
    return change
        .json()
        .checked(
            in, FACTORY.change(in.get("label"), before, after, in.is("administrationChanged")));
  }

  private ImmutableList<Change> changes(Draft in, String member, Around around) {
    return form.reading().<Draft, Change>each(in, member, row -> change(row, around));
  }

  private AnswerType<Changes> changes() {
    return new AnswerType<>(
        "changes",
        Changes.class,
        new MemberCodec<Changes>(form)
            .and("before", shared.viewpoint, Changes::before)
            .and("after", shared.viewpoint, Changes::after)
            .unless(NONE, "filters", TEXTS, Changes::filters)
            .within(
                "rows",
                ValueCodec.list(ValueCodec.defined("change", () -> change.json())),
                Changes::rows,
                (answer, around) -> Around.of(NONE, answer.before(), answer.after())),
        in -> {
          Viewpoint before = shared.viewpoint(in.get("before"));
          Viewpoint after = shared.viewpoint(in.get("after"));
          return FACTORY.changes(
              before,
              after,
              changes(in, "rows", Around.of(NONE, before, after)),
              in.<String>list("filters"),
              form.reading().names());
        },
        answer -> PositionColumns.CHANGE.table(answer.rows()));
  }

  private AnswerType<History> history() {
    MemberCodec<History> members =
        new MemberCodec<History>(form)
            .and("party", shared.actor, History::party)
            .and("proposition", shared.propositionId, History::proposition)
            .and("viewpoint", shared.viewpoint, History::viewpoint)
            .derived("drifted", BOOLEAN, value(History::hasDrifted))
            .within(
                "changes",
                ValueCodec.list(ValueCodec.defined("change", () -> change.json())),
                History::changes,
                (answer, around) -> around(answer.party(), answer.proposition()));
    return new AnswerType<>(
        "history",
        History.class,
        members,
        in -> {
          String party = in.get("party");
          String proposition = in.get("proposition");
          return members.checked(
              in,
              FACTORY.history(
                  party,
                  proposition,
                  shared.viewpoint(in.get("viewpoint")),
                  changes(in, "changes", around(party, proposition)),
                  form.reading().names()));
        },
        answer -> PositionColumns.CHANGE.table(answer.changes()));
  }

  private static Around around(String party, String proposition) {
    return Around.of(List.of(party)).on(proposition);
  }

  private AnswerType<Histories> histories() {
    return new AnswerType<>(
        "histories",
        Histories.class,
        new MemberCodec<Histories>(form)
            .and("parties", shared.actors, Histories::parties)
            .and("viewpoint", shared.viewpoint, Histories::viewpoint)
            .unless(NONE, "filters", TEXTS, Histories::filters)
            .and("rows", ValueCodec.list(history.json()), Histories::rows),
        in ->
            FACTORY.histories(
                in.<String>list("parties"),
                shared.viewpoint(in.get("viewpoint")),
                form.reading().<Draft, History>each(in, "rows", history.make()),
                in.<String>list("filters"),
                form.reading().names()),
        answer ->
            PositionColumns.CHANGE.table(
                answer.rows().stream().flatMap(one -> one.changes().stream()).toList()));
  }

  // Differences

  private AnswerType<Difference> difference() {
    return new AnswerType<>(
        "difference",
        Difference.class,
        differenceMembers(HERE),
        in -> difference(in, Around.NOTHING, HERE),
        one -> PositionColumns.DIFFERENCE.table(ImmutableList.of(one)));
  }

  private MemberCodec<Difference> differenceMembers(Sides sides) {
    return new MemberCodec<Difference>(form)
        .and("label", Codec.oneOf(Difference.Label.class), Difference::label)
        .unless(
            ImmutableList.<Difference.Aspect>of(),
            "altered",
            ValueCodec.list(Codec.oneOf(Difference.Aspect.class)),
            one -> one.altered().asList())
        .within(
            sides.here(),
            positions.positionValue,
            Difference::here,
            (one, around) -> around.of(0, 0))
        .within(
            sides.there(),
            positions.positionValue,
            Difference::there,
            (one, around) -> after(around, one.here()));
  }

  private Difference difference(Draft in, Around around, Sides sides) {
    Position here = positions.position(in.get(sides.here()), around.of(0, 0));
    return FACTORY.difference(
        in.get("label"),
        in.<Difference.Aspect>list("altered"),
        here,
        positions.position(in.get(sides.there()), after(around, here)));
  }

  private AnswerType<Differences> differences() {
    return new AnswerType<>(
        "differences",
        Differences.class,
        differencesMembers(HERE, ValueCodec.defined("difference", () -> difference.json())),
        in -> differences(in, HERE),
        answer -> PositionColumns.DIFFERENCE.table(answer.rows()));
  }

  private MemberCodec<Differences> differencesMembers(
      Sides sides, ValueCodec<Difference, Draft> row) {
    return new MemberCodec<Differences>(form)
        .and(sides.here(), shared.viewpoint, Differences::here)
        .and(sides.there(), shared.viewpoint, Differences::there)
        .unless(NONE, "filters", TEXTS, Differences::filters)
        .within(
            "rows",
            ValueCodec.list(row),
            Differences::rows,
            (answer, around) -> Around.of(NONE, answer.here(), answer.there()));
  }

  private Differences differences(Draft in, Sides sides) {
    Viewpoint here = shared.viewpoint(in.get(sides.here()));
    Viewpoint there = shared.viewpoint(in.get(sides.there()));
    return FACTORY.differences(
        here,
        there,
        form.reading()
            .<Draft, Difference>each(
                in, "rows", row -> difference(row, Around.of(NONE, here, there), sides)),
        in.<String>list("filters"),
        form.reading().names());
  }

  private AnswerType<Updates> updates() {
    return new AnswerType<>(
        "updates",
        Updates.class,
        new MemberCodec<Updates>(form)
            .and(
                "differences",
                differencesMembers(BEFORE, differenceMembers(BEFORE)),
                Updates::differences)
            .and("changes", changes.json(), Updates::changes),
        in ->
            FACTORY.updates(
                differences(in.get("differences"), BEFORE),
                changes.make().apply(in.get("changes"))),
        UpdateRow::table);
  }

  // Relations

  /** Returns what is around the position of the second party of a relation. */
  private static Around second(Around around, Position first) {
    return around.of(1, 0).on(first.proposition());
  }

  private AnswerType<Relation> relation() {
    return new AnswerType<>(
        "relation",
        Relation.class,
        new MemberCodec<Relation>(form)
            .usually(
                "label",
                Codec.oneOf(Relation.Label.class),
                value(Relation::label),
                value(one -> UsualFacts.label(one.first(), one.second())))
            .maybe("rival", shared.propositionId, Relation::rival)
            .maybeApart("rivalPosition", positions.positionValue, Relation::rivalPosition)
            .within(
                "first", positions.positionValue, Relation::first, (one, around) -> around.of(0, 0))
            .within(
                "second",
                positions.positionValue,
                Relation::second,
                (one, around) -> second(around, one.first()))
            .unless(
                ImmutableList.<Relation.Exchange>of(),
                "exchanges",
                ValueCodec.list(exchangeMembers),
                Relation::exchanges),
        in -> relation(in, Around.NOTHING),
        one -> PositionColumns.RELATION.table(ImmutableList.of(one)));
  }

  private Relation relation(Draft in, Around around) {
    Position first = positions.position(in.get("first"), around.of(0, 0));
    Position second = positions.position(in.get("second"), second(around, first));
    Set<List<String>> made = new HashSet<>();
    return FACTORY.relation(
        in.<Relation.Label>find("label").orElse(UsualFacts.label(first, second)),
        first,
        second,
        rivalPosition(in),
        form.reading()
            .<Draft, Relation.Exchange>each(
                in, "exchanges", one -> exchange(one, first, second, made)));
  }

  private Optional<Position> rivalPosition(Draft in) {
    Optional<Position> position =
        in.<Draft>find("rivalPosition").map(one -> positions.position(one, Around.NOTHING));
    Optional<String> rival = in.find("rival");
    if (!rival.equals(position.map(Position::proposition))) {
      throw ShownValue.refused(
          "rivalPosition is the position on the rival %s, got %s"
              .formatted(rival.orElse("none"), position.map(Position::toString).orElse("none")));
    }
    return position;
  }

  /**
   * Makes an exchange: a claim of one position, and a claim of the other that it answers. If both
   * positions cite both claims, the answers of the first party come first.
   *
   * @param made the ids of the exchanges that were made before
   */
  private static Relation.Exchange exchange(
      Draft in, Position first, Position second, Set<List<String>> made) {
    String answer = in.get("answer");
    String answered = in.get("answered");
    boolean firstAnswers =
        isCited(answer, first) && isCited(answered, second) && made.add(List.of(answer, answered));
    return FACTORY.exchange(
        SharedMembers.claimOf(answer, cited(firstAnswers ? first : second), "either position"),
        SharedMembers.claimOf(answered, cited(firstAnswers ? second : first), "either position"));
  }

  private static boolean isCited(String id, Position position) {
    return cited(position).stream().anyMatch(one -> one.claim().id().equals(id));
  }

  private static List<CitedClaim> cited(Position position) {
    return ImmutableList.<CitedClaim>builder()
        .addAll(position.support())
        .addAll(position.hints())
        .build();
  }

  private AnswerType<Comparison> comparison() {
    return new AnswerType<>(
        "comparison",
        Comparison.class,
        new MemberCodec<Comparison>(form)
            .and("parties", shared.actors, Comparison::parties)
            .and("viewpoint", shared.viewpoint, Comparison::viewpoint)
            .unless(NONE, "filters", TEXTS, Comparison::filters)
            .within(
                "rows",
                ValueCodec.list(ValueCodec.defined("relation", () -> relation.json())),
                Comparison::rows,
                (answer, around) -> Around.of(answer.parties(), answer.viewpoint())),
        in -> {
          List<String> parties = in.list("parties");
          Viewpoint viewpoint = shared.viewpoint(in.get("viewpoint"));
          return FACTORY.comparison(
              parties,
              viewpoint,
              form.reading()
                  .<Draft, Relation>each(
                      in, "rows", row -> relation(row, Around.of(parties, viewpoint))),
              in.<String>list("filters"),
              form.reading().names());
        },
        answer -> PositionColumns.RELATION.table(answer.rows()));
  }
}
