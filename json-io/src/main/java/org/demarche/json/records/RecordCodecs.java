package org.demarche.json.records;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Reading;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import tools.jackson.core.JsonGenerator;

/** The codecs of all records, member by member, as files store them. */
public final class RecordCodecs {
  private static final Set<String> NO_IDS = ImmutableSet.of();
  private static final Codec<Set<String>> IDS = Codec.setOf(Codec.ID);
  private static final Codec<Set<String>> NAMES = Codec.setOf(Codec.NON_BLANK);
  private static final Codec<Basis> BASIS = Codec.oneOf(Basis.class);
  private static final Codec<Map<String, String>> IDENTIFIERS = Codec.identifiers();
  private static final Map<String, String> NO_IDENTIFIERS = ImmutableMap.of();

  private RecordCodecs() {}

  public static final RecordCodec<Description, DescriptionMembers> DESCRIPTION =
      new RecordCodec.Builder<Description, DescriptionMembers>(DescriptionMembers::new)
          .optional(
              "title",
              "The title of the dossier.",
              Codec.NON_BLANK,
              Description::title,
              (members, value) -> members.title = Optional.of(value))
          .defaulting(
              "authors",
              "The authors of the dossier.",
              List.<String>of(),
              Codec.listOf(Codec.NON_BLANK),
              Description::authors,
              (members, value) -> members.authors = value)
          .optional(
              "licence",
              "The terms under which the dossier may be used.",
              Codec.NON_BLANK,
              Description::licence,
              (members, value) -> members.licence = Optional.of(value))
          .optional(
              "version",
              "The version of the dossier.",
              Codec.NON_BLANK,
              Description::version,
              (members, value) -> members.version = Optional.of(value))
          .build(DescriptionMembers::description);

  /** A holder of the members of a description until all are read. */
  public static final class DescriptionMembers {
    private Optional<String> title = Optional.empty();
    private List<String> authors = List.of();
    private Optional<String> licence = Optional.empty();
    private Optional<String> version = Optional.empty();

    private Description description() {
      Description description = Description.empty().authors(authors);
      description = title.map(description::title).orElse(description);
      description = licence.map(description::licence).orElse(description);
      return version.map(description::version).orElse(description);
    }
  }

  public static final RecordCodec<Source, Source.Builder> SOURCE =
      new RecordCodec.Builder<Source, Source.Builder>(Source::builder)
          .required(
              "id",
              "The id of the source, unique among sources.",
              Codec.ID,
              Source::id,
              Source.Builder::id)
          .required(
              "outlet",
              "The id of the medium, organ, state or organisation that published the source.",
              Codec.REFERENCE,
              Source::outlet,
              Source.Builder::outlet)
          .defaulting(
              "issuedBy",
              "The ids of the actors who put the text out, if not the outlet in its own name; several issued a joint text.",
              NO_IDS,
              IDS,
              Source::issuedBy,
              Source.Builder::issuedBy)
          .required(
              "title",
              "The title of the source.",
              Codec.NON_BLANK,
              Source::title,
              Source.Builder::title)
          .optional(
              "author",
              "The author of the source, as printed.",
              Codec.NON_BLANK,
              Source::author,
              Source.Builder::author)
          .required(
              "published",
              "The date of publication.",
              Codec.WHEN,
              Source::published,
              Source.Builder::published)
          .defaulting(
              "basis",
              "How the date of publication is known.",
              Basis.STATED,
              BASIS,
              Source::basis,
              Source.Builder::basis)
          .defaulting(
              "reliableQuotes",
              "True if words in quotation marks are the speaker's own; false for a machine translation or a paraphrase.",
              true,
              Codec.BOOLEAN,
              Source::hasReliableQuotes,
              Source.Builder::reliableQuotes)
          .defaulting(
              "derivedFrom",
              "The ids of the sources from which this source draws.",
              NO_IDS,
              IDS,
              Source::derivedFrom,
              Source.Builder::derivedFrom)
          .optional(
              "revises",
              "The id of the source of which this source is a corrected edition.",
              Codec.REFERENCE,
              Source::revises,
              Source.Builder::revises)
          .optional(
              "url",
              "The address at which the source can be found.",
              Codec.TEXT,
              Source::url,
              Source.Builder::url)
          .defaulting(
              "identifiers",
              "Identifiers of the source elsewhere, such as a DOI, each by its scheme.",
              NO_IDENTIFIERS,
              IDENTIFIERS,
              Source::identifiers,
              Source.Builder::identifiers)
          .optional(
              "text",
              "The full text of the source.",
              Codec.TEXT,
              Source::text,
              Source.Builder::text)
          .optional(
              "textHash",
              "The SHA-256 hash of the text as the coder read it, in hexadecimal.",
              Codec.SHA_256,
              Source::textHash,
              Source.Builder::textHash)
          .optional(
              "note", "A remark by the coder.", Codec.TEXT, Source::note, Source.Builder::note)
          .build(Source.Builder::build);

  public static final RecordCodec<TermOfOffice, TermMembers> TERM =
      new RecordCodec.Builder<TermOfOffice, TermMembers>(TermMembers::new)
          .required(
              "head",
              "The id of the person who heads the administration.",
              Codec.REFERENCE,
              TermOfOffice::head,
              (members, value) -> members.head = value)
          .required(
              "from",
              "The first day in office.",
              Codec.DAY,
              TermOfOffice::from,
              (members, value) -> members.from = value)
          .optional(
              "to",
              "The first day after the term of office; omitted while the term lasts.",
              Codec.DAY,
              TermOfOffice::to,
              (members, day) -> members.to = Optional.of(day))
          .defaulting(
              "acting",
              "True if the head only acts for a vacant office.",
              false,
              Codec.BOOLEAN,
              TermOfOffice::isActing,
              (members, value) -> members.acting = value)
          .build(TermMembers::term);

  /** A holder of the members of a term of office until all are read. */
  public static final class TermMembers {
    private String head = "";
    private LocalDate from = LocalDate.EPOCH;
    private Optional<LocalDate> to = Optional.empty();
    private boolean acting;

    private TermOfOffice term() {
      TermOfOffice term = TermOfOffice.of(head, from);
      if (to.isPresent()) {
        term = term.until(to.get());
      }
      return acting ? term.acting() : term;
    }
  }

  public static final RecordCodec<Membership, MembershipMembers> MEMBERSHIP =
      new RecordCodec.Builder<Membership, MembershipMembers>(MembershipMembers::new)
          .required(
              "member",
              "The id of the state or organisation that is a member.",
              Codec.REFERENCE,
              Membership::member,
              (members, value) -> members.member = value)
          .optional(
              "from",
              "The first day of the membership; omitted if it is before the record.",
              Codec.DAY,
              Membership::from,
              (members, day) -> members.from = Optional.of(day))
          .optional(
              "to",
              "The first day after the membership; omitted while it lasts.",
              Codec.DAY,
              Membership::to,
              (members, day) -> members.to = Optional.of(day))
          .build(MembershipMembers::membership);

  /** A holder of the members of a membership until all are read. */
  public static final class MembershipMembers {
    private String member = "";
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();

    private Membership membership() {
      Membership membership = Membership.of(member);
      if (from.isPresent()) {
        membership = membership.from(from.get());
      }
      return to.isPresent() ? membership.until(to.get()) : membership;
    }
  }

  public static final RecordCodec<Actor, Actor.Builder> ACTOR =
      new RecordCodec.Builder<Actor, Actor.Builder>(Actor::builder)
          .required(
              "id",
              "The id of the actor, unique among actors.",
              Codec.ID,
              Actor::id,
              Actor.Builder::id)
          .required(
              "name", "The name of the actor.", Codec.NON_BLANK, Actor::name, Actor.Builder::name)
          .required(
              "kind",
              "The kind of the actor.",
              Codec.oneOf(ActorKind.class),
              Actor::kind,
              Actor.Builder::kind)
          .optional(
              "of",
              "The id of the state, organisation, organ or medium to which the actor belongs.",
              Codec.REFERENCE,
              Actor::of,
              Actor.Builder::of)
          .optional(
              "succeeds",
              "The id of the state that this state continues from its first day on.",
              Codec.REFERENCE,
              Actor::succeeds,
              Actor.Builder::succeeds)
          .optional(
              "from",
              "The first day of a state; omitted if it is before the record.",
              Codec.DAY,
              Actor::from,
              Actor.Builder::from)
          .optional(
              "to",
              "The first day after the end of a state; omitted while it exists.",
              Codec.DAY,
              Actor::to,
              Actor.Builder::to)
          .defaulting(
              "authority",
              "The rank of an organ within its government.",
              Authority.UNSPECIFIED,
              Codec.oneOf(Authority.class),
              Actor::authority,
              Actor.Builder::authority)
          .defaulting(
              "named",
              "True if the sources give the name of the person; false for a person such as “an official”.",
              true,
              Codec.BOOLEAN,
              Actor::isNamed,
              Actor.Builder::named)
          .defaulting(
              "aliases",
              "Other names of the actor.",
              NO_IDS,
              NAMES,
              Actor::aliases,
              Actor.Builder::aliases)
          .defaulting(
              "terms",
              "The administrations of a state or organisation, or the terms of an organ whose holder stays in office from one government to the next.",
              List.<TermOfOffice>of(),
              Codec.listOf(TERM),
              Actor::terms,
              Actor.Builder::terms)
          .defaulting(
              "members",
              "The members of an organisation.",
              List.<Membership>of(),
              Codec.listOf(MEMBERSHIP),
              Actor::members,
              Actor.Builder::members)
          .defaulting(
              "identifiers",
              "Identifiers of the actor elsewhere, such as an ISO 3166 code, each by its scheme.",
              NO_IDENTIFIERS,
              IDENTIFIERS,
              Actor::identifiers,
              Actor.Builder::identifiers)
          .build(Actor.Builder::build);

  public static final RecordCodec<Occasion, OccasionMembers> OCCASION =
      new RecordCodec.Builder<Occasion, OccasionMembers>(OccasionMembers::new)
          .required(
              "id",
              "The id of the occasion, unique among occasions.",
              Codec.ID,
              Occasion::id,
              (members, value) -> members.id = value)
          .required(
              "label",
              "The name of the occasion.",
              Codec.NON_BLANK,
              Occasion::label,
              (members, value) -> members.label = value)
          .required(
              "when",
              "The date or period in which the occasion took place.",
              Codec.WHEN,
              Occasion::when,
              (members, value) -> members.when = Optional.of(value))
          .defaulting(
              "participants",
              "The ids of the actors who took part in the occasion.",
              NO_IDS,
              IDS,
              Occasion::participants,
              (members, value) -> members.participants = value)
          .build(OccasionMembers::occasion);

  /** A holder of the members of an occasion until all are read. */
  public static final class OccasionMembers {
    private String id = "";
    private String label = "";
    private Optional<When> when = Optional.empty();
    private Set<String> participants = NO_IDS;

    private Occasion occasion() {
      return Occasion.of(id, label, when.orElseThrow(), participants);
    }
  }

  public static final RecordCodec<Proposition, Proposition.Builder> PROPOSITION =
      new RecordCodec.Builder<Proposition, Proposition.Builder>(Proposition::builder)
          .required(
              "id",
              "The id of the proposition, unique among propositions.",
              Codec.ID,
              Proposition::id,
              Proposition.Builder::id)
          .required(
              "issue",
              "The slug of the issue to which the proposition belongs.",
              Codec.REFERENCE,
              Proposition::issue,
              Proposition.Builder::issue)
          .required(
              "text",
              "The proposition as an affirmative sentence, which includes its own date if a date matters.",
              Codec.NON_BLANK,
              Proposition::text,
              Proposition.Builder::text)
          .optional(
              "label",
              "A short name of the proposition for tables and sentences, of at most 40 columns.",
              Codec.NON_BLANK,
              Proposition::label,
              Proposition.Builder::label)
          .defaulting(
              "parts",
              "The parts of a composite proposition: for the id of each part, the stance on the part that follows from holding the whole.",
              Map.<String, Stance>of(),
              Codec.stances(),
              Proposition::parts,
              Proposition.Builder::parts)
          .optional(
              "about",
              "The id of the proposition whose status this proposition characterises.",
              Codec.REFERENCE,
              Proposition::about,
              Proposition.Builder::about)
          .defaulting(
              "excludes",
              "The ids of rival propositions that cannot be held together with this proposition.",
              NO_IDS,
              IDS,
              Proposition::excludes,
              Proposition.Builder::excludes)
          .build(Proposition.Builder::build);

  public static final RecordCodec<Range<Integer>, Bounds> SELECTOR =
      new RecordCodec.Builder<Range<Integer>, Bounds>(Bounds::new)
          .required(
              "start",
              "The index of the first character of the quotation in the text of the source, in Unicode code points from 0.",
              Codec.INTEGER,
              Range::lowerEndpoint,
              (bounds, at) -> bounds.start = at)
          .required(
              "end",
              "The index after the last character of the quotation, in Unicode code points from 0.",
              Codec.INTEGER,
              Range::upperEndpoint,
              (bounds, at) -> bounds.end = at)
          .build(Bounds::selector);

  /** A holder of the bounds of a selector, until both bounds are read. */
  public static final class Bounds {
    private int start;
    private int end;

    private Range<Integer> selector() {
      Evidence.builder().selector(start, end); // refuses bounds that select nothing
      return Range.closedOpen(start, end);
    }

    @Override
    public String toString() {
      return start + ".." + end;
    }
  }

  public static final RecordCodec<Evidence, Evidence.Builder> EVIDENCE =
      new RecordCodec.Builder<Evidence, Evidence.Builder>(Evidence::builder)
          .required(
              "source",
              "The id of the source.",
              Codec.REFERENCE,
              Evidence::source,
              Evidence.Builder::source)
          .required(
              "mode",
              "How the source renders the words of the speaker.",
              Codec.oneOf(Mode.class),
              Evidence::mode,
              Evidence.Builder::mode)
          .defaulting(
              "via",
              "The ids of the actors who passed the words on, nearest the outlet first; neither the outlet nor the speaker is included.",
              List.<String>of(),
              Codec.listOf(Codec.REFERENCE),
              Evidence::via,
              Evidence.Builder::via)
          .optional(
              "quote",
              "The words of the source; may be omitted only if the mode is RECORDED.",
              Codec.TEXT,
              Evidence::quote,
              Evidence.Builder::quote)
          .optional(
              "language",
              "The language of the quotation, as a BCP 47 tag.",
              Codec.LANGUAGE,
              Evidence::language,
              Evidence.Builder::language)
          .optional(
              "translation",
              "The translation of the quotation by the coder.",
              Codec.NON_BLANK,
              Evidence::translation,
              Evidence.Builder::translation)
          .optional(
              "selector",
              "The place of the quotation in the text of the source.",
              SELECTOR,
              Evidence::selector,
              (evidence, at) -> evidence.selector(at.lowerEndpoint(), at.upperEndpoint()))
          .ruled(RecordCodecs::unlessRecorded)
          .build(Evidence.Builder::build);

  /** Writes the rule that only an official record needs no quotation. */
  private static void unlessRecorded(JsonGenerator out) {
    out.writeName("anyOf");
    out.writeStartArray();
    out.writeStartObject();
    out.writeName("required");
    out.writeStartArray();
    out.writeString("quote");
    out.writeEndArray();
    out.writeEndObject();
    out.writeStartObject();
    out.writeName("properties");
    out.writeStartObject();
    out.writeName("mode");
    out.writeStartObject();
    out.writeStringProperty("const", Mode.RECORDED.name());
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndArray();
  }

  public static final RecordCodec<Reading, ReadingMembers> READING =
      new RecordCodec.Builder<Reading, ReadingMembers>(ReadingMembers::new)
          .required(
              "coder",
              "The coder whose reading this is.",
              Codec.NAME,
              Reading::coder,
              (members, value) -> members.coder = value)
          .required(
              "members",
              "The values that the coder gave, by the members of the claim in which they differed.",
              Codec.membersRead(),
              Reading::members,
              (members, value) -> members.members = value)
          .build(ReadingMembers::reading);

  /** A holder of the members of a reading until all are read. */
  public static final class ReadingMembers {
    private String coder = "";
    private Map<String, String> members = ImmutableMap.of();

    private Reading reading() {
      return Reading.by(coder, members);
    }
  }

  /** The status of a claim that is not coded yet. */
  private enum Status {
    DRAFT
  }

  public static final RecordCodec<Claim, Claim.Builder> CLAIM =
      new RecordCodec.Builder<Claim, Claim.Builder>(Claim::builder)
          .required(
              "id",
              "The id of the claim, unique among claims.",
              Codec.ID,
              Claim::id,
              Claim.Builder::id)
          .optional(
              "gist",
              "A summary of the claim in one line, for tables.",
              Codec.NON_BLANK,
              Claim::gist,
              Claim.Builder::gist)
          .needed(
              "speakers",
              "The ids of the actors who uttered the claim.",
              NO_IDS,
              IDS,
              Claim::speakers,
              Claim.Builder::speakers)
          .needed(
              "principals",
              "The ids of the actors on whose behalf the claim counts.",
              NO_IDS,
              IDS,
              Claim::principals,
              Claim.Builder::principals)
          .optional(
              "role",
              "The capacity in which the speaker spoke.",
              Codec.TEXT,
              Claim::role,
              Claim.Builder::role)
          .required(
              "asserted",
              "The date or period in which the claim was made.",
              Codec.WHEN_OR_OPEN,
              Claim::asserted,
              Claim.Builder::asserted)
          .defaulting(
              "basis",
              "How the date of the claim is known.",
              Basis.STATED,
              BASIS,
              Claim::basis,
              Claim.Builder::basis)
          .optional(
              "occasion",
              "The id of the occasion on which the claim was made.",
              Codec.REFERENCE,
              Claim::occasion,
              Claim.Builder::occasion)
          .defaulting(
              "audience",
              "The ids of the actors to whom the claim was addressed.",
              NO_IDS,
              IDS,
              Claim::audience,
              Claim.Builder::audience)
          .required(
              "proposition",
              "The id of the proposition.",
              Codec.REFERENCE,
              Claim::proposition,
              Claim.Builder::proposition)
          .required(
              "stance",
              "The stance of the principals on the proposition.",
              Codec.oneOf(Stance.class),
              Claim::stance,
              Claim.Builder::stance)
          .required(
              "force",
              "The speech act that was performed in making the claim.",
              Codec.oneOf(Force.class),
              Claim::force,
              Claim.Builder::force)
          .optional(
              "condition",
              "The words on which the claim depends.",
              Codec.NON_BLANK,
              Claim::condition,
              Claim.Builder::condition)
          .optional(
              "due",
              "The deadline: the date by which the principals are to act, or those whom they ask to act.",
              Codec.WHEN,
              Claim::due,
              Claim.Builder::due)
          .defaulting(
              "frames",
              "The slugs of the frames, which are the aspects under which the speaker presents the matter.",
              NO_IDS,
              IDS,
              Claim::frames,
              Claim.Builder::frames)
          .defaulting(
              "respondsTo",
              "The ids of the claims to which this claim responds.",
              NO_IDS,
              IDS,
              Claim::respondsTo,
              Claim.Builder::respondsTo)
          .defaulting(
              "retracts",
              "The ids of the earlier claims of its own side that this claim takes back.",
              NO_IDS,
              IDS,
              Claim::retracts,
              Claim.Builder::retracts)
          .needed(
              "evidence",
              "The evidence for the claim.",
              List.<Evidence>of(),
              Codec.listOf(EVIDENCE),
              Claim::evidence,
              Claim.Builder::evidence)
          .optional("note", "A remark by the coder.", Codec.TEXT, Claim::note, Claim.Builder::note)
          .optional(
              "coder",
              "The person or program that coded the claim.",
              Codec.NAME,
              Claim::coder,
              Claim.Builder::coder)
          .optional(
              "status",
              "DRAFT if a person has yet to check the claim; omitted if the claim is coded.",
              Codec.oneOf(Status.class),
              claim -> claim.isDraft() ? Optional.of(Status.DRAFT) : Optional.empty(),
              (claim, status) -> claim.draft(true))
          .optional(
              "reviewer",
              "The person who checked the claim.",
              Codec.NAME,
              Claim::reviewer,
              Claim.Builder::reviewer)
          .defaulting(
              "readings",
              "The readings of other coders, which an adjudication set aside.",
              List.<Reading>of(),
              Codec.listOf(READING),
              Claim::readings,
              Claim.Builder::readings)
          .build(Claim.Builder::build);
}
