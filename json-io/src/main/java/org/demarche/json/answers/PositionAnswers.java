package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.DAY;
import static org.demarche.json.answers.SharedMembers.FORCE;
import static org.demarche.json.answers.SharedMembers.GRADE;
import static org.demarche.json.answers.SharedMembers.INTEGER;
import static org.demarche.json.answers.SharedMembers.NONE;
import static org.demarche.json.answers.SharedMembers.STANCE;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.value;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Standing;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.AnswerFactory.EvidenceFacts;
import org.demarche.answer.factory.AnswerFactory.PositionFacts;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.json.answers.PositionColumns.Status;
import org.demarche.json.records.Codec;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueCodec;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** Answers that are positions: one, a list, a matrix, a grid, a timeline, or one explained. */
@SuppressWarnings("OptionalMapToOptional") // the inner one is of a day without a term of office
final class PositionAnswers {
  private static final AnswerFactory FACTORY = AnswerFactory.get();
  private static final Codec<PositionOutcome> OUTCOME = Codec.oneOf(PositionOutcome.class);

  private final SharedMembers shared;
  private final AnswerForm form;
  private final MemberCodec<Position> positionMembers;
  final MemberCodec<OtherCapacity> otherCapacityMembers;

  /** A reference to the definition of a position. */
  final ValueCodec<Position, Draft> positionValue;

  final MemberCodec<Explanation.Considered> consideredMembers;
  final MemberCodec<Timeline.Entry> timelineEntryMembers;
  final AnswerType<Position> position;
  final AnswerType<Positions> positions;
  final AnswerType<Matrix> matrix;
  final AnswerType<StanceGrid> stanceGrid;
  final AnswerType<Timeline> timeline;
  final AnswerType<Explanation> explanation;

  PositionAnswers(SharedMembers shared) {
    this.shared = shared;
    this.form = shared.form;
    otherCapacityMembers =
        new MemberCodec<OtherCapacity>(form)
            .and("party", shared.actor, OtherCapacity::party)
            .and("claims", shared.citedClaims, OtherCapacity::claims);
    positionMembers = addRelated(addFacts(new MemberCodec<>(form)));
    positionValue = ValueCodec.defined("position", () -> positionMembers);
    consideredMembers =
        new MemberCodec<Explanation.Considered>(form)
            .and("ruling", Codec.oneOf(Explanation.Ruling.class), Explanation.Considered::ruling)
            .derived("rule", INTEGER, value(Explanation.Considered::rule))
            .maybe("decidedBy", TEXT, Explanation.Considered::decidedBy)
            .maybe("notSupersededBy", TEXT, Explanation.Considered::notSupersededBy)
            .maybe("reason", Codec.oneOf(Explanation.Reason.class), Explanation.Considered::reason)
            .and("cited", shared.citedClaim, Explanation.Considered::cited);
    timelineEntryMembers =
        new MemberCodec<Timeline.Entry>(form)
            .and("proposition", shared.propositionId, Timeline.Entry::proposition)
            .and("party", shared.actor, Timeline.Entry::party)
            .and("day", DAY, Timeline.Entry::day)
            .and("outcome", OUTCOME, Timeline.Entry::outcome)
            .within(
                "position",
                positionValue,
                Timeline.Entry::position,
                (entry, around) -> around(entry.party(), entry.proposition(), entry.day(), around));
    position =
        new AnswerType<>(
            "position",
            Position.class,
            positionMembers,
            in -> position(in, Around.NOTHING),
            one -> PositionColumns.POSITION.table(ImmutableList.of(one)));
    positions = positions();
    matrix = matrix();
    stanceGrid = stanceGrid();
    timeline = timeline();
    explanation = explanation();
  }

  // A position

  private MemberCodec<Position> addFacts(MemberCodec<Position> members) {
    return members
        .usually("party", shared.actor, value(Position::party), p -> form.around().party())
        .usually(
            "proposition",
            shared.propositionId,
            value(Position::proposition),
            p -> usualProposition(form.around(), p.support()))
        .usually(
            "viewpoint",
            shared.viewpoint,
            value(Position::viewpoint),
            p -> form.around().viewpoint())
        .usually(
            "status",
            Codec.oneOf(Status.class),
            value(Status::of),
            value(p -> usualStatus(p.support())))
        .usually(
            "stance",
            STANCE,
            p -> p.known().map(Known::stance),
            p -> p.known().map(known -> known.headline().stance()))
        .derived("force", FORCE, p -> p.known().map(Known::force))
        .derived("grade", GRADE, p -> p.known().map(Known::grade))
        .derived("frames", TEXTS, p -> p.known().map(known -> known.frames().asList()))
        .derived("implied", BOOLEAN, p -> p.known().map(Known::isImplied))
        .derived("commitment", BOOLEAN, p -> p.known().map(Known::isCommitment))
        .derived("condition", TEXT, p -> p.known().flatMap(Known::condition))
        .derived("conditions", TEXTS, p -> p.known().map(known -> known.conditions().asList()))
        .derived("due", Codec.WHEN, p -> p.known().flatMap(Known::due))
        .derived("pastDue", BOOLEAN, PositionColumns::pastDue)
        .derived("lastExplicit", DAY, p -> p.evidenced().flatMap(EvidencedPosition::lastExplicit))
        .usually(
            "standing",
            Codec.oneOf(Standing.class),
            p -> p.evidenced().map(EvidencedPosition::standing),
            value(p -> Standing.CURRENT))
        .usually(
            "administration",
            new TermOrNull(),
            this::writtenAdministration,
            p -> p.evidenced().flatMap(e -> usualAdministration(e.party(), e.lastEvidenced())))
        .usually(
            "lastEvidenced",
            DAY,
            p -> p.evidenced().map(EvidencedPosition::lastEvidenced),
            p -> UsualFacts.lastEvidenced(p.support(), p.viewpoint().asOf()))
        .usually(
            "decisiveCount",
            INTEGER,
            p -> p.evidenced().map(EvidencedPosition::decisiveCount),
            value(p -> p.support().size()))
        .usually(
            "independentRoots",
            INTEGER,
            p -> p.evidenced().map(EvidencedPosition::independentRoots),
            value(p -> 1))
        .usually(
            "reason",
            Codec.oneOf(Unknown.Reason.class),
            PositionColumns::reason,
            value(p -> Unknown.Reason.NO_CLAIMS))
        .maybe("sides", TEXTS, PositionColumns::sides);
  }

  private MemberCodec<Position> addRelated(MemberCodec<Position> members) {
    ImmutableList<CitedClaim> none = SharedMembers.NO_CLAIMS;
    return members
        .unless(none, "support", shared.citedClaims, Position::support)
        .unless(none, "disputingClaims", shared.citedClaims, Position::disputingClaims)
        .unless(none, "retractedClaims", shared.citedClaims, Position::retractedClaims)
        .unless(none, "partsHeld", shared.citedClaims, Position::partsHeld)
        .unless(none, "rivalClaims", shared.citedClaims, Position::rivalClaims)
        .unless(none, "correctedClaims", shared.citedClaims, PositionColumns::corrected)
        .unless(none, "possibleClaims", shared.citedClaims, Position::possibleClaims)
        .unless(false, "hasMorePossibleClaims", BOOLEAN, Position::hasMorePossibleClaims)
        .unless(none, "hints", shared.citedClaims, Position::hints)
        .unless(false, "hasMoreHints", BOOLEAN, Position::hasMoreHints)
        .unless(
            ImmutableList.<OtherCapacity>of(),
            "otherCapacities",
            ValueCodec.list(otherCapacityMembers),
            Position::otherCapacities)
        .unless(none, "reports", shared.citedClaims, Position::reports)
        .unless(false, "hasMoreReports", BOOLEAN, Position::hasMoreReports);
  }

  private static Optional<String> usualProposition(Around around, List<CitedClaim> support) {
    return around.proposition().or(() -> UsualFacts.proposition(support));
  }

  private static Status usualStatus(List<CitedClaim> support) {
    return support.isEmpty() ? Status.UNKNOWN : Status.KNOWN;
  }

  /** Returns the administration to write: that none is known, only where one is usual. */
  private Optional<Optional<TermOfOffice>> writtenAdministration(Position position) {
    return position
        .evidenced()
        .map(EvidencedPosition::administration)
        .filter(term -> term.isPresent() || form.records().isPresent());
  }

  private Optional<Optional<TermOfOffice>> usualAdministration(String party, LocalDate day) {
    return form.records().map(records -> UsualFacts.administration(records, party, day));
  }

  /** A codec of a term of office; null if there is none. */
  private static final class TermOrNull
      implements ValueCodec<Optional<TermOfOffice>, Optional<TermOfOffice>> {
    @Override
    public Optional<Optional<TermOfOffice>> read(TokenReader in) {
      return in.token() == JsonToken.VALUE_NULL
          ? Optional.of(Optional.empty())
          : RecordCodecs.TERM.read(in).map(Optional::of);
    }

    @Override
    public void write(Optional<TermOfOffice> term, JsonGenerator out) {
      if (term.isPresent()) {
        RecordCodecs.TERM.write(term.get(), out);
      } else {
        out.writeNull();
      }
    }

    @Override
    public void schema(JsonGenerator out) {
      SharedMembers.either(
          out,
          () -> out.writeStringProperty("$ref", "#/$defs/term"),
          () -> out.writeStringProperty("type", "null"));
    }
  }

  /** Makes a position, around which an answer says some facts. */
  Position position(Draft in, Around around) {
    ImmutableList<CitedClaim> support = cited(in, "support");
    Viewpoint viewpoint =
        shared.required(
            in,
            "viewpoint",
            in.<Draft>find("viewpoint").map(shared::viewpoint),
            around.viewpoint());
    PositionFacts facts =
        new PositionFacts(
            shared.required(in, "party", in.find("party"), around.party()),
            shared.required(
                in, "proposition", in.find("proposition"), usualProposition(around, support)),
            viewpoint,
            RelatedClaims.found(
                qualifying(in),
                group(in, "possibleClaims", "hasMorePossibleClaims"),
                group(in, "hints", "hasMoreHints"),
                group(in, "reports", "hasMoreReports")),
            form.reading().names());
    Position made = position(in, facts, support);
    made.evidenced().ifPresent(evidenced -> requirePlausible(in, evidenced));
    return positionMembers.checked(in, made);
  }

  /** Refuses a day or a number of roots that the support cannot give. */
  private void requirePlausible(Draft in, EvidencedPosition position) {
    LocalDate asOf = position.viewpoint().asOf();
    if (position.lastEvidenced().isAfter(asOf)) {
      throw form.reading()
          .refused(
              in,
              "lastEvidenced",
              position.lastEvidenced().toString(),
              "is " + position.lastEvidenced() + ", after the as-of date " + asOf);
    }
    long sources =
        position.support().stream()
            .flatMap(cited -> cited.evidence().stream())
            .map(Evidence::source)
            .distinct()
            .count();
    int roots = position.independentRoots();
    if (roots < 1 || roots > sources) {
      throw form.reading()
          .refused(
              in,
              "independentRoots",
              String.valueOf(roots),
              "is %s, but the support has %s sources; give a number from 1 to %s"
                  .formatted(roots, sources, sources));
    }
  }

  private Position position(Draft in, PositionFacts facts, ImmutableList<CitedClaim> support) {
    Status status = in.<Status>find("status").orElse(usualStatus(support));
    if (status == Status.UNKNOWN) {
      return FACTORY.unknown(
          facts, in.<Unknown.Reason>find("reason").orElse(Unknown.Reason.NO_CLAIMS));
    }
    LocalDate last =
        shared.required(
            in,
            "lastEvidenced",
            in.find("lastEvidenced"),
            UsualFacts.lastEvidenced(support, facts.viewpoint().asOf()));
    EvidenceFacts evidence =
        new EvidenceFacts(
            support,
            decisive(in, support.size()),
            in.<Standing>find("standing").orElse(Standing.CURRENT),
            in.<Optional<TermOfOffice>>find("administration")
                .or(() -> usualAdministration(facts.party(), last))
                .flatMap(term -> term),
            last,
            in.<Integer>find("independentRoots").orElse(1));
    if (status == Status.CONTESTED) {
      return FACTORY.contested(facts, evidence, sides(in, support));
    }
    Optional<Stance> usual = support.stream().findFirst().map(CitedClaim::stance);
    return FACTORY.known(facts, evidence, shared.required(in, "stance", in.find("stance"), usual));
  }

  /** Returns the number of decisive claims, which is at most that of the support. */
  private int decisive(Draft in, int size) {
    int decisive = in.<Integer>find("decisiveCount").orElse(size);
    if (decisive < 1 || decisive > size) {
      throw form.reading()
          .refused(
              in,
              "decisiveCount",
              String.valueOf(decisive),
              "is %s, but the support has %s claims; give a number from 1 to %s"
                  .formatted(decisive, size, size));
    }
    return decisive;
  }

  private RelatedClaims.QualifyingClaims qualifying(Draft in) {
    ImmutableList<CitedClaim> rivals = cited(in, "rivalClaims");
    ImmutableList<OtherCapacity> others =
        form.reading()
            .<Draft, OtherCapacity>each(
                in,
                "otherCapacities",
                other -> FACTORY.otherCapacity(other.get("party"), cited(other, "claims")));
    return new RelatedClaims.QualifyingClaims(
        cited(in, "disputingClaims"),
        cited(in, "retractedClaims"),
        cited(in, "partsHeld"),
        cited(in, "correctedClaims"),
        () -> rivals,
        () -> others);
  }

  private ImmutableList<CitedClaim> sides(Draft in, List<CitedClaim> support) {
    return form.reading()
        .<String, CitedClaim>each(
            in, "sides", id -> SharedMembers.claimOf(id, support, "the support"));
  }

  private ImmutableList<CitedClaim> cited(Draft in, String member) {
    return form.reading().<Draft, CitedClaim>each(in, member, shared::cited);
  }

  private RelatedClaims.Group group(Draft in, String member, String hasMore) {
    return new RelatedClaims.Group(cited(in, member), in.is(hasMore));
  }

  // Answers of several positions

  private AnswerType<Positions> positions() {
    return new AnswerType<>(
        "positions",
        Positions.class,
        new MemberCodec<Positions>(form)
            .and("question", shared.positionsQuestion(), Positions::question)
            .and("viewpoint", shared.viewpoint, Positions::viewpoint)
            .unless(NONE, "filters", TEXTS, Positions::filters)
            .within(
                "rows",
                ValueCodec.list(positionValue),
                Positions::rows,
                (answer, around) -> Around.of(NONE, answer.viewpoint())),
        in -> {
          Viewpoint viewpoint = shared.viewpoint(in.get("viewpoint"));
          return FACTORY.positions(
              in.get("question"),
              viewpoint,
              form.reading()
                  .<Draft, Position>each(
                      in, "rows", row -> position(row, Around.of(NONE, viewpoint))),
              in.<String>list("filters"),
              form.reading().names());
        },
        answer -> PositionColumns.POSITION.table(answer.rows()));
  }

  /** A column of a matrix. */
  private record MatrixColumn(String title, Viewpoint viewpoint) {}

  private static List<MatrixColumn> columns(Matrix matrix) {
    ImmutableList.Builder<MatrixColumn> columns = ImmutableList.builder();
    for (int i = 0; i < matrix.columns().size(); i++) {
      columns.add(new MatrixColumn(matrix.columns().get(i), matrix.viewpoints().get(i)));
    }
    return columns.build();
  }

  private AnswerType<Matrix> matrix() {
    MemberCodec<MatrixColumn> column =
        new MemberCodec<MatrixColumn>(form)
            .and("title", TEXT, MatrixColumn::title)
            .and("viewpoint", shared.viewpoint, MatrixColumn::viewpoint);
    return new AnswerType<>(
        "matrix",
        Matrix.class,
        new MemberCodec<Matrix>(form)
            .and("parties", shared.actors, Matrix::parties)
            .and("propositions", shared.propositionIds, Matrix::propositions)
            .and("columns", ValueCodec.list(column), PositionAnswers::columns)
            .and("positions", ValueCodec.list(positionValue), Matrix::positions),
        in -> {
          List<Draft> columns = in.list("columns");
          return FACTORY.matrix(
              in.<String>list("parties"),
              in.<String>list("propositions"),
              columns.stream().map(one -> one.<String>get("title")).toList(),
              columns.stream().map(one -> shared.viewpoint(one.get("viewpoint"))).toList(),
              form.reading()
                  .<Draft, Position>each(in, "positions", one -> position(one, Around.NOTHING)),
              form.reading().names());
        },
        answer -> PositionColumns.POSITION.table(answer.positions()));
  }

  private AnswerType<StanceGrid> stanceGrid() {
    return new AnswerType<>(
        "stanceGrid",
        StanceGrid.class,
        new MemberCodec<StanceGrid>(form)
            .and("viewpoint", shared.viewpoint, StanceGrid::viewpoint)
            .and("parties", shared.actors, StanceGrid::parties)
            .and("propositions", shared.propositionIds, StanceGrid::propositions)
            .and("cells", ValueCodec.list(OUTCOME), StanceGrid::cells),
        in ->
            FACTORY.stanceGrid(
                shared.viewpoint(in.get("viewpoint")),
                in.<String>list("parties"),
                in.<String>list("propositions"),
                in.<PositionOutcome>list("cells"),
                form.reading().names()),
        PositionColumns::table);
  }

  private AnswerType<Timeline> timeline() {
    return new AnswerType<>(
        "timeline",
        Timeline.class,
        new MemberCodec<Timeline>(form)
            .and("propositions", shared.propositionIds, Timeline::propositions)
            .and("viewpoint", shared.viewpoint, Timeline::viewpoint)
            .unless(NONE, "filters", TEXTS, Timeline::filters)
            .within(
                "rows",
                ValueCodec.list(timelineEntryMembers),
                Timeline::rows,
                (answer, around) -> Around.of(NONE, answer.viewpoint())),
        in -> {
          Viewpoint viewpoint = shared.viewpoint(in.get("viewpoint"));
          return FACTORY.timeline(
              in.<String>list("propositions"),
              viewpoint,
              form.reading()
                  .<Draft, Timeline.Entry>each(
                      in, "rows", row -> timelineEntry(row, Around.of(NONE, viewpoint))),
              in.<String>list("filters"),
              form.reading().names());
        },
        answer -> PositionColumns.TIMELINE_ENTRY.table(answer.rows()));
  }

  /** Returns what is around the position of an entry: all but its claims. */
  private static Around around(String party, String proposition, LocalDate day, Around around) {
    return Around.of(
            ImmutableList.of(party),
            around.viewpoint().stream()
                .map(viewpoint -> FACTORY.asOf(viewpoint, day))
                .toArray(Viewpoint[]::new))
        .on(proposition);
  }

  private Timeline.Entry timelineEntry(Draft in, Around around) {
    String party = in.get("party");
    String proposition = in.get("proposition");
    LocalDate day = in.get("day");
    PositionOutcome outcome = in.get("outcome");
    Position position = position(in.get("position"), around(party, proposition, day, around));
    if (position.outcome() != outcome
        || !position.party().equals(party)
        || !position.proposition().equals(proposition)
        || !position.viewpoint().asOf().equals(day)) {
      throw form.reading()
          .refused(
              in,
              "position",
              position.toString(),
              "is of another party, proposition, day or outcome than the entry");
    }
    return FACTORY.timelineEntry(proposition, party, day, outcome, () -> position);
  }

  private AnswerType<Explanation> explanation() {
    return new AnswerType<>(
        "explanation",
        Explanation.class,
        new MemberCodec<Explanation>(form)
            .and("position", positionValue, Explanation::position)
            .and("considered", ValueCodec.list(consideredMembers), Explanation::considered)
            .unless(
                SharedMembers.NONE,
                "uncountedDrafts",
                SharedMembers.TEXTS,
                answer -> answer.uncountedDrafts().asList()),
        in ->
            FACTORY.explanation(
                position(in.get("position"), Around.NOTHING),
                form.reading()
                    .<Draft, Explanation.Considered>each(in, "considered", this::considered),
                in.<String>list("uncountedDrafts"),
                form.reading().names()),
        answer -> PositionColumns.CONSIDERED.table(answer.considered()));
  }

  private Explanation.Considered considered(Draft in) {
    return consideredMembers.checked(
        in,
        FACTORY.considered(
            shared.cited(in.get("cited")),
            in.get("ruling"),
            in.find("decidedBy"),
            in.find("notSupersededBy"),
            in.find("reason")));
  }
}
