package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.Aftermath;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.json.answers.ReadingContext.Reference;
import org.demarche.json.records.Codec;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueCodec;
import org.demarche.json.records.ValueInMessage;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** Codecs of values that several kinds of answers have, in one form. */
final class SharedMembers {
  static final Codec<String> TEXT = Codec.TEXT;
  static final Codec<Boolean> BOOLEAN = Codec.BOOLEAN;
  static final Codec<Integer> INTEGER = Codec.INTEGER;
  static final Codec<LocalDate> DAY = Codec.DAY;
  static final ValueCodec<Collection<? extends String>, List<String>> TEXTS = ValueCodec.list(TEXT);
  static final Codec<Stance> STANCE = Codec.oneOf(Stance.class);
  static final Codec<Force> FORCE = Codec.oneOf(Force.class);
  static final Codec<Grade> GRADE = Codec.oneOf(Grade.class);
  static final Codec<Authority> AUTHORITY = Codec.oneOf(Authority.class);
  static final ImmutableList<String> NONE = ImmutableList.of();
  static final ImmutableList<CitedClaim> NO_CLAIMS = ImmutableList.of();
  static final ImmutableSortedMap<String, String> NO_SOURCES = ImmutableSortedMap.of();

  private static final AnswerFactory FACTORY = AnswerFactory.get();

  final AnswerForm form;

  /** The id of a party or of another actor. */
  final Codec<String> actor;

  /** The ids of actors. */
  final ValueCodec<Collection<? extends String>, List<String>> actors;

  /** The id of a proposition. */
  final Codec<String> propositionId;

  /** The ids of propositions. */
  final ValueCodec<Collection<? extends String>, List<String>> propositionIds;

  /** The id of an occasion. */
  final Codec<String> occasion;

  final ValueCodec<Claim, Reference<Claim>> claim;
  final ValueCodec<Proposition, Reference<Proposition>> proposition;
  final ValueCodec<Collection<? extends EvidenceOf>, List<EvidenceOf>> evidence;
  final MemberCodec<Viewpoint> viewpointMembers;
  final ValueCodec<Viewpoint, Draft> viewpoint;
  final MemberCodec<CitedClaim> citedClaimMembers;
  final ValueCodec<CitedClaim, Draft> citedClaim;
  final ValueCodec<Collection<? extends CitedClaim>, List<Draft>> citedClaims;
  final ValueCodec<Map<String, ? extends String>, Map<String, String>> revisedSources;

  SharedMembers(AnswerForm form) {
    this.form = form;
    actor = id(CitedRecords::actor);
    actors = ValueCodec.list(actor);
    propositionId = id(CitedRecords::proposition);
    propositionIds = ValueCodec.list(propositionId);
    occasion = id(CitedRecords::occasion);
    claim = reference("claim", RecordCodecs.CLAIM);
    proposition = reference("proposition", RecordCodecs.PROPOSITION);
    evidence = ValueCodec.list(new EvidenceCodec(form));
    viewpointMembers =
        new MemberCodec<Viewpoint>(form)
            .and("asOf", DAY, Viewpoint::asOf)
            .maybe("knownAt", DAY, Viewpoint::knownAt)
            .unless(
                NONE,
                "without",
                ValueCodec.list(id(CitedRecords::source)),
                v -> v.without().asList())
            .unless(NONE, "withoutRelays", actors, v -> v.withoutRelays().asList())
            .unless(NONE, "withoutSpeakers", actors, v -> v.withoutSpeakers().asList())
            .unless(NONE, "only", TEXTS, v -> v.only().asList())
            .maybe("onlyClaims", TEXTS, v -> v.onlyClaims().map(ImmutableSortedSet::asList))
            .unless(Grade.OTHER_SIDE, "minGrade", GRADE, Viewpoint::minGrade)
            .unless(false, "includesDrafts", BOOLEAN, Viewpoint::includesDrafts);
    viewpoint = ValueCodec.defined("viewpoint", () -> viewpointMembers);
    citedClaim = ValueCodec.defined("citedClaim", () -> citationOrId());
    citedClaims = ValueCodec.list(citedClaim);
    Codec<String> source = id(CitedRecords::source);
    revisedSources =
        new IdMap<>("an object of sources", "{\"KT17\": \"KT17-2\"}", source, this::citeSource);
    citedClaimMembers =
        new MemberCodec<CitedClaim>(form)
            .and("claim", claim, CitedClaim::claim)
            .derived(
                "draft", BOOLEAN, c -> c.claim().isDraft() ? Optional.of(true) : Optional.empty())
            .maybe("openEnd", DAY, this::openEnd)
            .usually("stance", STANCE, value(CitedClaim::stance), value(c -> c.claim().stance()))
            .unless(false, "implied", BOOLEAN, CitedClaim::isImplied)
            .usually("grade", GRADE, value(CitedClaim::grade), c -> usualGrade(c.evidence()))
            .usually(
                "authority",
                AUTHORITY,
                value(CitedClaim::authority),
                c -> usualAuthority(c.claim()))
            .usually(
                "evidence",
                evidence,
                value(c -> EvidenceOf.all(c.claim(), c.evidence())),
                value(c -> EvidenceOf.all(c.claim(), c.claim().evidence())))
            .unless(NO_CLAIMS, "responses", citedClaims, CitedClaim::responses)
            .maybe("retractedBy", TEXT, CitedClaim::retractedBy)
            .unless(NO_SOURCES, "revisedSources", revisedSources, CitedClaim::revisedSources);
  }

  private void citeSource(String id) {
    form.cited().ifPresent(cited -> cited.source(id));
  }

  /** Returns a function that always has a value. */
  static <R, V> Function<R, Optional<V>> value(Function<R, V> get) {
    return object -> Optional.of(get.apply(object));
  }

  private Optional<Grade> usualGrade(List<Evidence> evidence) {
    return form.records().flatMap(records -> UsualFacts.grade(records, evidence));
  }

  private Optional<Authority> usualAuthority(Claim claim) {
    return form.records().flatMap(records -> UsualFacts.authority(records, claim));
  }

  /**
   * Returns a codec of ids that notes which ids were written, if records are written beside them.
   */
  private Codec<String> id(BiConsumer<CitedRecords, String> cite) {
    return new Codec<>() {
      @Override
      public Optional<String> read(TokenReader in) {
        return TEXT.read(in);
      }

      @Override
      public void write(String id, JsonGenerator out) {
        form.cited().ifPresent(cited -> cite.accept(cited, id));
        TEXT.write(id, out);
      }

      @Override
      public void schema(JsonGenerator out) {
        TEXT.schema(out);
      }
    };
  }

  /** Returns the codec of the question of positions, which ends with the id that it is about. */
  Codec<String> positionsQuestion() {
    return id(
        (cited, question) -> {
          String id = question.substring(question.lastIndexOf(' ') + 1);
          if (question.startsWith("Positions on ")) {
            cited.proposition(id);
          } else {
            cited.actor(id);
          }
        });
  }

  /** Returns a codec of records that are written whole, or by their ids if they are beside. */
  private <R extends DossierRecord> ValueCodec<R, Reference<R>> reference(
      String type, Codec<R> codec) {
    return new ValueCodec<>() {
      @Override
      public Optional<Reference<R>> read(TokenReader in) {
        return in.token() == JsonToken.VALUE_STRING
            ? Optional.of(new Reference<>(in.text(), Optional.empty()))
            : codec.read(in).map(record -> new Reference<>(record.id(), Optional.of(record)));
      }

      @Override
      public void write(R record, JsonGenerator out) {
        if (record instanceof Claim one) {
          form.citations().ifPresent(citations -> citations.add(one));
        }
        if (form.records().isPresent()) {
          form.cited().ifPresent(cited -> cited.held(record));
          out.writeString(record.id());
        } else {
          codec.write(record, out);
        }
      }

      @Override
      public void schema(JsonGenerator out) {
        either(
            out,
            () -> out.writeStringProperty("$ref", "#/$defs/" + type),
            () -> out.writeStringProperty("type", "string"));
      }
    };
  }

  /** Writes a schema that accepts either of two forms. */
  static void either(JsonGenerator out, Runnable one, Runnable other) {
    out.writeName("anyOf");
    out.writeStartArray();
    out.writeStartObject();
    one.run();
    out.writeEndObject();
    out.writeStartObject();
    other.run();
    out.writeEndObject();
    out.writeEndArray();
  }

  /** Returns a codec of cited claims, each of which may be its id if all else is usual. */
  ValueCodec<CitedClaim, Draft> citationOrId() {
    return new ValueCodec<>() {
      @Override
      public Optional<Draft> read(TokenReader in) {
        if (in.token() != JsonToken.VALUE_STRING) {
          return citedClaimMembers.read(in);
        }
        Draft draft = new Draft(in);
        draft.set("claim", new Reference<Claim>(in.text(), Optional.empty()), in.place());
        return Optional.of(draft);
      }

      @Override
      public void write(CitedClaim cited, JsonGenerator out) {
        form.citations().ifPresent(citations -> citations.add(cited));
        if (form.isCompact() && form.records().isPresent() && isUsual(cited)) {
          claim.write(cited.claim(), out);
        } else {
          citedClaimMembers.write(cited, out);
        }
      }

      @Override
      public void schema(JsonGenerator out) {
        either(
            out,
            () -> citedClaimMembers.schema(out),
            () -> out.writeStringProperty("type", "string"));
      }
    };
  }

  private boolean isUsual(CitedClaim cited) {
    return cited.stance() == cited.claim().stance()
        && !cited.isImplied()
        && usualGrade(cited.evidence()).equals(Optional.of(cited.grade()))
        && usualAuthority(cited.claim()).equals(Optional.of(cited.authority()))
        && cited.evidence().equals(cited.claim().evidence())
        && cited.responses().isEmpty()
        && cited.retractedBy().isEmpty()
        && cited.revisedSources().isEmpty();
  }

  /** A writer of a value that a claim has, and what is read of it: the piece, or its index. */
  record EvidenceOf(Optional<Evidence> piece, int index) {
    static ImmutableList<EvidenceOf> all(Claim claim, List<Evidence> pieces) {
      return pieces.stream()
          .map(piece -> new EvidenceOf(Optional.of(piece), claim.evidence().indexOf(piece)))
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** A codec of pieces of evidence, written whole, or by their indices if the claim is beside. */
  private record EvidenceCodec(AnswerForm form) implements ValueCodec<EvidenceOf, EvidenceOf> {
    @Override
    public Optional<EvidenceOf> read(TokenReader in) {
      return in.token() == JsonToken.VALUE_NUMBER_INT
          ? INTEGER.read(in).map(index -> new EvidenceOf(Optional.empty(), index))
          : RecordCodecs.EVIDENCE.read(in).map(piece -> new EvidenceOf(Optional.of(piece), -1));
    }

    @Override
    public void write(EvidenceOf evidence, JsonGenerator out) {
      if (form.records().isPresent()) {
        out.writeNumber(evidence.index());
      } else {
        RecordCodecs.EVIDENCE.write(evidence.piece().orElseThrow(), out);
      }
    }

    @Override
    public void schema(JsonGenerator out) {
      either(
          out,
          () -> out.writeStringProperty("$ref", "#/$defs/evidence"),
          () -> INTEGER.schema(out));
    }
  }

  // Making values of what was read

  /** Makes a viewpoint. */
  Viewpoint viewpoint(Draft in) {
    Viewpoint made = FACTORY.viewpoint(in.get("asOf"));
    Optional<LocalDate> knownAt = in.find("knownAt");
    if (knownAt.isPresent()) {
      made = FACTORY.knownAt(made, knownAt.get());
    }
    made = FACTORY.without(made, in.<String>list("without"));
    made = FACTORY.withoutRelays(made, in.<String>list("withoutRelays"));
    made = FACTORY.withoutSpeakers(made, in.<String>list("withoutSpeakers"));
    made = FACTORY.only(made, in.<String>list("only"));
    Optional<List<String>> claims = in.find("onlyClaims");
    if (claims.isPresent()) {
      made = FACTORY.onlyClaims(made, ImmutableSortedSet.copyOf(claims.get()));
    }
    Optional<Grade> minGrade = in.find("minGrade");
    made = minGrade.isPresent() ? FACTORY.minGrade(made, minGrade.get()) : made;
    return in.<Boolean>find("includesDrafts").orElse(false) ? FACTORY.withDrafts(made) : made;
  }

  /** Makes the claim that a draft has. */
  Claim claim(Draft in) {
    return form.reading().claim(in, "claim", in.get("claim"));
  }

  /** Makes the claims that a draft lists. */
  ImmutableList<Claim> claims(Draft in, String member) {
    return form.reading()
        .<Reference<Claim>, Claim>each(
            in, member, reference -> form.reading().claim(in, member, reference));
  }

  /** Makes the evidence that a draft lists, all that a claim has if it lists none. */
  ImmutableList<Evidence> evidence(Draft in, Claim claim) {
    Optional<List<EvidenceOf>> read = in.find("evidence");
    if (read.isEmpty()) {
      return claim.evidence();
    }
    ImmutableList.Builder<Evidence> pieces = ImmutableList.builder();
    for (EvidenceOf one : read.get()) {
      int count = claim.evidence().size();
      if (one.piece().isEmpty() && (one.index() < 0 || one.index() >= count)) {
        throw form.reading()
            .refused(
                in,
                "evidence",
                String.valueOf(one.index()),
                "claim %s has %s pieces of evidence, none of index %s"
                    .formatted(claim.id(), count, one.index()));
      }
      Evidence piece = one.piece().orElseGet(() -> claim.evidence().get(one.index()));
      if (!claim.evidence().contains(piece)) {
        throw form.reading()
            .refused(
                in,
                "evidence",
                piece.source(),
                "claim %s has no such evidence from source %s"
                    .formatted(claim.id(), ValueInMessage.abridged(piece.source())));
      }
      pieces.add(piece);
    }
    return pieces.build();
  }

  /** Makes a cited claim. */
  CitedClaim cited(Draft in) {
    Claim of = ended(in, claim(in));
    ImmutableList<Evidence> pieces = evidence(in, of);
    Stance stance = in.<Stance>find("stance").orElse(of.stance());
    if (!in.is("implied") && stance != of.stance()) {
      throw form.reading()
          .refused(
              in,
              "stance",
              stance.name(),
              "is %s, but claim %s is %s; only an implied stance may differ"
                  .formatted(stance, of.id(), of.stance()));
    }
    return FACTORY.citedClaim(
        of,
        stance,
        in.is("implied"),
        required(in, "grade", in.find("grade"), usualGrade(pieces)),
        required(in, "authority", in.find("authority"), usualAuthority(of)),
        pieces,
        aftermath(in),
        form.reading().names());
  }

  /** Makes what became of a claim. */
  Aftermath aftermath(Draft in) {
    ImmutableList<CitedClaim> responses =
        form.reading().<Draft, CitedClaim>each(in, "responses", this::cited);
    Optional<String> retractedBy = in.find("retractedBy");
    if (retractedBy.isPresent()
        && responses.stream().noneMatch(one -> one.claim().id().equals(retractedBy.get()))) {
      throw form.reading()
          .refused(
              in,
              "retractedBy",
              retractedBy.get(),
              "claim '%s' is not among the responses"
                  .formatted(ValueInMessage.abridged(retractedBy.get())));
    }
    return new Aftermath(
        () -> responses,
        retractedBy,
        ImmutableSortedMap.copyOf(
            in.<Map<String, String>>find("revisedSources").orElse(NO_SOURCES)));
  }

  /** Returns the last day of a claim with an open end, which records beside it would give. */
  private Optional<LocalDate> openEnd(CitedClaim cited) {
    return Optional.of(cited.claim().asserted())
        .filter(asserted -> asserted.isOpenEnded() && form.records().isEmpty())
        .map(When::latest);
  }

  /** Returns a claim with the last day of its open end, if one was read. */
  private Claim ended(Draft in, Claim claim) {
    Optional<LocalDate> end = in.find("openEnd");
    if (end.isEmpty()) {
      return claim;
    }
    When asserted = claim.asserted();
    if (!asserted.isOpenEnded() || asserted.earliest().filter(end.get()::isBefore).isPresent()) {
      throw form.reading()
          .refused(
              in,
              "openEnd",
              end.get().toString(),
              "is %s, but claim %s was asserted %s; only an open end has a last day, which is not before the first"
                  .formatted(end.get(), claim.id(), asserted));
    }
    return Claim.builder().from(claim).asserted(asserted.endingBy(end.get())).build();
  }

  /** Returns the claim of an id among those that are cited elsewhere in an answer. */
  static CitedClaim claimOf(String id, List<CitedClaim> cited, String where) {
    return cited.stream()
        .filter(one -> one.claim().id().equals(id))
        .findFirst()
        .orElseThrow(() -> ShownValue.refused("claim '%s' is not in %s".formatted(id, where)));
  }

  /** Returns a value that was read, or its usual value; refuses the draft if there is neither. */
  <V> V required(Draft in, String member, Optional<V> read, Optional<V> usual) {
    return read.or(() -> usual)
        .orElseThrow(
            () -> form.reading().refused(in, "", "", "member '%s' is missing".formatted(member)));
  }
}
