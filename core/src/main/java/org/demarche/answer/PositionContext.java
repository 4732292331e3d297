package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.answer.factory.Aftermath;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Proposition;
import org.demarche.model.When;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/** The part of a position that is not part of equality: where to look up what it shows. */
abstract class PositionContext {
  /** The largest number of characters of a condition in a table of many columns. */
  private static final int LONGEST_CONDITION = 50;

  PositionContext() {}

  /** Returns the context of a position. */
  static PositionContext of(Position position) {
    return (PositionContext) position;
  }

  /** Returns the question of a position. */
  static String question(Position position) {
    return position.party() + " on " + position.proposition() + ", " + position.viewpoint();
  }

  /**
   * Returns an equal position with the related claims, whose dossier holds only what the position
   * cites or prints, so that it keeps neither the index nor the whole dossier in memory.
   */
  static Position detached(Position position) {
    PositionContext context = of(position);
    RelatedClaims related = context.related();
    ImmutableList<CitedClaim> sides =
        position instanceof Contested contested ? contested.sides() : ImmutableList.of();
    Dossier whole = context.dossier();
    Set<DossierRecord> records = new LinkedHashSet<>();
    whole.actor(position.party()).ifPresent(records::add);
    whole.proposition(position.proposition()).ifPresent(records::add);
    Viewpoint viewpoint = position.viewpoint();
    viewpoint.without().forEach(id -> whole.source(id).ifPresent(records::add));
    Sets.union(viewpoint.withoutRelays(), viewpoint.withoutSpeakers())
        .forEach(id -> whole.actor(id).ifPresent(records::add));
    position
        .evidenced()
        .flatMap(EvidencedPosition::administration)
        .flatMap(term -> whole.actor(term.head()))
        .ifPresent(records::add);
    for (List<CitedClaim> claims :
        List.of(
            position.support(),
            sides,
            position.disputingClaims(),
            position.retractedClaims(),
            position.partsHeld(),
            position.rivalClaims(),
            related.qualifying().corrected(),
            position.otherCapacities().stream().flatMap(o -> o.claims().stream()).toList(),
            related.possibleClaims().claims(),
            related.hints().claims(),
            related.reports().claims())) {
      claims.forEach(cited -> keep(cited, whole, records));
    }
    position.otherCapacities().forEach(other -> whole.actor(other.party()).ifPresent(records::add));
    Dossier small = whole.closure(records);
    return over(
        small,
        position,
        RelatedClaims.found(
            over(small, related.qualifying()),
            over(small, related.possibleClaims()),
            over(small, related.hints()),
            over(small, related.reports())));
  }

  /** Keeps a claim, the claims that respond to it, and what revised its sources. */
  private static void keep(CitedClaim cited, Dossier whole, Set<DossierRecord> records) {
    records.add(cited.claim());
    cited.responses().forEach(response -> records.add(response.claim()));
    cited.revisedSources().values().forEach(id -> whole.source(id).ifPresent(records::add));
  }

  private static Position over(Dossier dossier, Position position, RelatedClaims related) {
    if (position instanceof Known known) {
      return ImmutableKnown.of(
          known.party(),
          known.proposition(),
          known.viewpoint(),
          known.decisiveCount(),
          known.standing(),
          known.administration(),
          known.lastEvidenced(),
          known.independentRoots(),
          related,
          dossier,
          known.stance(),
          over(dossier, known.support()));
    }
    if (position instanceof Contested contested) {
      return ImmutableContested.of(
          contested.party(),
          contested.proposition(),
          contested.viewpoint(),
          contested.decisiveCount(),
          contested.standing(),
          contested.administration(),
          contested.lastEvidenced(),
          contested.independentRoots(),
          related,
          dossier,
          over(dossier, contested.sides()),
          over(dossier, contested.support()));
    }
    return ImmutableUnknown.of(
        position.party(),
        position.proposition(),
        position.viewpoint(),
        related,
        dossier,
        ((Unknown) position).reason());
  }

  private static RelatedClaims.QualifyingClaims over(
      Dossier dossier, RelatedClaims.QualifyingClaims qualifying) {
    ImmutableList<CitedClaim> rivals = over(dossier, qualifying.rivals().get());
    ImmutableList<OtherCapacity> others =
        qualifying.otherCapacities().get().stream()
            .map(other -> ImmutableOtherCapacity.of(other.party(), over(dossier, other.claims())))
            .collect(ImmutableList.toImmutableList());
    return new RelatedClaims.QualifyingClaims(
        over(dossier, qualifying.disputing()),
        over(dossier, qualifying.retracted()),
        over(dossier, qualifying.partsHeld()),
        over(dossier, qualifying.corrected()),
        () -> rivals,
        () -> others);
  }

  private static RelatedClaims.Group over(Dossier dossier, RelatedClaims.Group group) {
    return new RelatedClaims.Group(over(dossier, group.claims()), group.hasMore());
  }

  private static ImmutableList<CitedClaim> over(Dossier dossier, List<CitedClaim> claims) {
    return claims.stream()
        .map(
            cited ->
                ImmutableCitedClaim.of(
                    cited.claim(),
                    cited.stance(),
                    cited.isImplied(),
                    cited.grade(),
                    cited.authority(),
                    cited.evidence(),
                    over(dossier, cited.aftermath()),
                    dossier))
        .collect(ImmutableList.toImmutableList());
  }

  private static Aftermath over(Dossier dossier, Aftermath aftermath) {
    ImmutableList<CitedClaim> responses = over(dossier, aftermath.responses().get());
    return new Aftermath(() -> responses, aftermath.retractedBy(), aftermath.revisedSources());
  }

  /** Returns the claims that bear on the question without supporting the position. */
  @Value.Auxiliary
  @Value.Parameter
  abstract RelatedClaims related();

  /** Returns the dossier that has the names and texts to print. */
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Returns the question in a wording: the name of the party, the proposition and the viewpoint.
   */
  final String heading(Wording wording) {
    Position position = (Position) this;
    return wording.text(
        wording.isCodes() ? "code.heading" : "position.heading",
        wording.name(dossier(), position.party()),
        wording.proposition(dossier(), position.proposition()),
        position.viewpoint().text(wording, dossier()),
        position.party(),
        position.proposition());
  }

  /** Returns the outcome in one or a few words. */
  static String outcomeWord(Position position, Wording wording) {
    return position
        .known()
        .map(known -> known.stanceWord(wording))
        .orElse(wording.word(position.outcome()));
  }

  /** Returns the position in a phrase: the outcome, and how it is known. */
  final String phrase(Wording wording) {
    return phrase(ImmutableList.of(), wording);
  }

  /** Returns the position in a phrase: the outcome, how it is known, and when last evidenced. */
  final String datedPhrase(Wording wording) {
    return phrase(
        ((Position) this)
            .evidenced().map(evidenced -> lastEvidenced(evidenced, wording)).stream().toList(),
        wording);
  }

  /**
   * Returns when a position was last evidenced, on a day or by one, and when last explicitly if
   * that was another day.
   */
  static String lastEvidenced(EvidencedPosition position, Wording wording) {
    String evidenced = lastEvidencedDay(position, wording);
    return position
        .lastExplicit()
        .filter(day -> !day.equals(position.lastEvidenced()))
        .map(day -> wording.text("details.lastExplicit", evidenced, wording.date(day)))
        .orElse(evidenced);
  }

  static String lastEvidencedDay(EvidencedPosition position, Wording wording) {
    LocalDate day = position.lastEvidenced();
    boolean isOneDay =
        position.support().stream()
            .map(cited -> cited.claim().asserted())
            .anyMatch(
                when ->
                    (when.earliest().equals(Optional.of(day)) && when.latest().equals(day))
                        || isDuring(when, day));
    return wording.text(
        isOneDay ? "details.lastEvidenced" : "details.lastEvidencedBy", wording.date(day));
  }

  /** Returns whether a claim was made throughout a period in which a day lies. */
  private static boolean isDuring(When when, LocalDate day) {
    return when.isThroughout()
        && when.earliest().filter(first -> !day.isBefore(first)).isPresent()
        && !day.isAfter(when.latest());
  }

  /** Returns the cell of a position in a table: the outcome, its conditions and its marks. */
  final String cell(Wording wording) {
    Position position = (Position) this;
    return cell(position.cellText(wording), words -> words, wording);
  }

  /** Returns the same with each condition in a few words, for a table of many columns. */
  final String shortCell(Wording wording) {
    Position position = (Position) this;
    return cell(position.cellText(wording), words -> words, this::onConditionsInShort, wording);
  }

  private String onConditionsInShort(String text, Wording wording) {
    Position position = (Position) this;
    String own =
        position
            .known()
            .flatMap(Known::condition)
            .map(words -> wording.text("cell.condition", text, beginning(words)))
            .orElse(text);
    return otherConditions(position, wording).isEmpty()
        ? own
        : wording.text("cell.conditionsElsewhere", own);
  }

  /** Returns the first words of a condition. */
  private static String beginning(String condition) {
    String line = OneLine.whole(condition);
    int space = line.lastIndexOf(' ', LONGEST_CONDITION);
    return line.length() <= LONGEST_CONDITION || space < 0 ? line : line.substring(0, space) + "…";
  }

  /** Returns the anchor of the first claim to cite; empty if there is none. */
  final String anchor() {
    Position position = (Position) this;
    return Stream.concat(position.headlines().stream(), position.partsHeld().stream())
        .findFirst()
        .map(CitedClaim::anchor)
        .orElse("");
  }

  /** Returns the cell of a position with the claim to cite and its day, where one is certain. */
  final String datedCell(Wording wording) {
    Position position = (Position) this;
    if (wording.isCodes() || position.evidenced().isEmpty()) {
      return cell(wording);
    }
    Claim cited = position.support().get(0).claim();
    return cell(
        position.cellText(wording),
        words ->
            wording.text(
                "cell.dated",
                words,
                wording.isoDate(cited.asserted()),
                ClaimText.id(cited, wording)),
        wording);
  }

  /** Returns the cell of a position, with the reason if it is unknown. */
  final String cellOrReason(Wording wording) {
    String cell = cell(wording);
    if (!((Position) this instanceof Unknown unknown)) {
      return cell;
    }
    String reason = wording.word(unknown.reason());
    if (wording.isCodes()) {
      return unknown.partsInShort(wording).map(parts -> reason + ", " + parts).orElse(reason);
    }
    return unknown.partsHeld().isEmpty() ? cell + " " + reason : cell;
  }

  /** Returns the cell of a position with its stance in place of its act. */
  final String outcomeCell(Wording wording) {
    Position position = (Position) this;
    if (position instanceof Unknown) {
      return cellOrReason(wording);
    }
    String marks = AnswerPages.marks(position.cellText(wording));
    String outcome = position.outcome().cellText(wording);
    boolean isImplied = position.known().filter(Known::isImplied).isPresent();
    return cell(
        (isImplied && !wording.isCodes() ? wording.text("cell.outcomeImplied", outcome) : outcome)
            + marks,
        words -> words,
        wording);
  }

  private String cell(String cell, UnaryOperator<String> words, Wording wording) {
    return cell(cell, words, this::onConditions, wording);
  }

  private String cell(
      String cell,
      UnaryOperator<String> words,
      BiFunction<String, Wording, String> conditions,
      Wording wording) {
    Position position = (Position) this;
    if (position instanceof Unknown unknown) {
      return unknown.partsInShort(wording).map(parts -> cell + " " + parts).orElse(cell);
    }
    String marked =
        related().qualifying().disputing().isEmpty() ? cell : AnswerPages.withMark(cell, "≠");
    return AnswerPages.beforeMarks(
        marked, text -> conditions.apply(due(words.apply(text), wording), wording));
  }

  /** Adds to a text the day by which the position is to be carried out, and whether it is past. */
  private String due(String text, Wording wording) {
    return ((Position) this)
        .known()
        .flatMap(
            known ->
                known
                    .due()
                    .map(
                        day ->
                            wording.text(
                                known.isPastDue() ? "cell.pastDue" : "cell.due",
                                text,
                                wording.isoDeadline(day))))
        .orElse(text);
  }

  /** Adds to a text the conditions on which the position, or a claim of its support, depends. */
  private String onConditions(String text, Wording wording) {
    Position position = (Position) this;
    String own =
        position
            .known()
            .flatMap(Known::condition)
            .map(words -> wording.text("cell.condition", text, OneLine.whole(words)))
            .orElse(text);
    List<String> others = otherConditions(position, wording);
    return others.isEmpty() ? own : wording.text("cell.otherConditions", own, wording.list(others));
  }

  /** Returns the conditions of the support that are not the condition of the position itself. */
  private static List<String> otherConditions(Position position, Wording wording) {
    Optional<String> own = position.known().flatMap(Known::condition);
    return position.support().stream()
        .flatMap(cited -> cited.claim().condition().stream())
        .distinct()
        .filter(words -> !own.equals(Optional.of(words)))
        .map(words -> wording.text("quotation", OneLine.whole(words)))
        .toList();
  }

  /**
   * Returns what must not be left out where the outcome is told: by whose account it is known, its
   * conditions, its due day, that it is from an earlier administration, and the claims that dispute
   * it.
   */
  final List<String> caveats(Wording wording) {
    Position position = (Position) this;
    List<String> caveats = new ArrayList<>();
    position.known().ifPresent(known -> caveats.addAll(caveats(known, wording)));
    List<String> others = otherConditions(position, wording);
    if (!others.isEmpty()) {
      caveats.add(wording.text("details.otherConditions", wording.list(others)));
    }
    if (position.evidenced().filter(e -> e.standing() == Standing.INHERITED).isPresent()) {
      caveats.add(wording.text("legend.inherited"));
    }
    related().qualifying().disputing().forEach(cited -> caveats.add(disputing(cited, wording)));
    return caveats;
  }

  private List<String> caveats(Known known, Wording wording) {
    List<String> caveats = new ArrayList<>();
    if (known.grade() == Grade.OTHER_SIDE) {
      caveats.add(account(known.headline(), wording));
    }
    known
        .condition()
        .ifPresent(words -> caveats.add(wording.text("quotation", OneLine.whole(words))));
    known
        .due()
        .ifPresent(
            day ->
                caveats.add(
                    wording.text(
                        known.isPastDue() ? "details.pastDue" : "details.due",
                        wording.deadline(day))));
    return caveats;
  }

  /** Returns by whose account a claim is known. */
  private String account(CitedClaim cited, Wording wording) {
    return ClaimText.grade(
        cited.grade(), cited.evidence(), Set.of(((Position) this).party()), dossier(), wording);
  }

  /** Returns who tells of a position that is known only through others, or an empty text. */
  final String byWhoseAccount(Wording wording) {
    Position position = (Position) this;
    return position
        .known()
        .filter(known -> known.grade() == Grade.OTHER_SIDE)
        .map(
            known ->
                wording.parties(
                    dossier(),
                    ClaimText.byWhoseAccount(
                        known.headline().evidence(), Set.of(position.party()), dossier())))
        .orElse("");
  }

  /** Returns that a claim says otherwise, and by whose account. */
  private String disputing(CitedClaim cited, Wording wording) {
    List<String> states =
        ClaimText.byWhoseAccount(cited.evidence(), Set.of(((Position) this).party()), dossier());
    String date = wording.date(cited.claim().asserted());
    return cited.grade() == Grade.OTHER_SIDE && !states.isEmpty()
        ? wording.text(
            "disputing.account", wording.names(dossier(), states), date, cited.claim().id())
        : wording.text("disputing.claim", date, cited.claim().id());
  }

  private String phrase(List<String> details, Wording wording) {
    Position position = (Position) this;
    if (wording.isCodes()) {
      return position.cellText();
    }
    List<String> notes = new ArrayList<>();
    if (position instanceof Unknown unknown && unknown.reason() != Unknown.Reason.NO_CLAIMS) {
      notes.add(unknown.partsInShort(wording).orElse(wording.word(unknown.reason())));
    }
    position.known().ifPresent(known -> notes.add(known.act(wording)));
    notes.addAll(caveats(wording));
    notes.addAll(details);
    String outcome = outcomeWord(position, wording);
    return notes.isEmpty()
        ? outcome
        : wording.text(
            "position.phrase", outcome, String.join(wording.text("details.between"), notes));
  }

  /** Returns the first sentence: the party, the viewpoint and the outcome. */
  final String firstSentence(String outcome, Wording wording) {
    Position position = (Position) this;
    return wording.text(
        "position.sentence",
        wording.name(dossier(), position.party()),
        position.viewpoint().text(wording, dossier()),
        outcome);
  }

  /** Returns the question, the position, its evidence and the related claims, without notes. */
  final TextPage evidencePage(Wording wording) {
    Position position = (Position) this;
    String text =
        dossier()
            .proposition(position.proposition())
            .map(Proposition::text)
            .orElse(position.proposition());
    TextPage page =
        TextPage.of(heading(wording))
            .line(2, 2, wording.text("position.proposition", text))
            .line(2, 2, position.sentence(wording))
            .list(2, Lists.transform(position.support(), cited -> cited.page(2, wording)));
    RelatedClaims.QualifyingClaims qualifying = related().qualifying();
    for (CitedClaim cited : qualifying.disputing()) {
      page =
          page.page(
              CitationText.of(
                  wording.text("position.outweighed", cited.line(wording)), cited, 2, wording));
    }
    page = listed(page, "position.retracted", qualifying.retracted(), wording);
    page = listed(page, "position.part", qualifying.partsHeld(), wording);
    page = listed(page, "position.rival", qualifying.rivals().get(), wording);
    page = listed(page, "position.corrected", qualifying.corrected(), wording);
    page = listed(page, "position.possible", related().possibleClaims(), wording);
    page = listed(page, "position.hint", related().hints(), wording);
    for (OtherCapacity other : qualifying.otherCapacities().get()) {
      page =
          page.line(
              2, 4, wording.text("position.elsewhere", other.party(), elsewhere(other, wording)));
    }
    return listed(page, "position.report", related().reports(), wording);
  }

  /** Returns who spoke in which other capacity, in a clause. */
  final String elsewhere(OtherCapacity other, Wording wording) {
    String party = ((Position) this).party();
    List<String> claims = other.claims().stream().map(cited -> mention(cited, wording)).toList();
    return wording.text(
        isOf(party, ActorKind.PERSON)
            ? "elsewhere.person"
            : isOf(other.party(), ActorKind.ORGANISATION)
                ? "elsewhere.organisation"
                : "elsewhere.body",
        wording.name(dossier(), party),
        wording.name(dossier(), other.party()),
        String.join(wording.text("list.semicolon"), claims));
  }

  private boolean isOf(String actor, ActorKind kind) {
    return dossier().actor(actor).filter(found -> found.kind() == kind).isPresent();
  }

  /** Returns a claim in a phrase: its stance, act and date, and its id. */
  final String mention(CitedClaim cited, Wording wording) {
    Claim claim = cited.claim();
    String date = wording.isCodes() ? claim.asserted().toString() : wording.date(claim.asserted());
    return wording.text(
        "claim.mention",
        ClaimText.stance(claim.stance(), claim.force(), dossier(), claim.proposition(), wording),
        wording.act(claim.force(), claim.stance()),
        claim
            .condition()
            .map(
                words ->
                    date
                        + wording.text("details.between")
                        + wording.text("details.condition", OneLine.whole(words)))
            .orElse(date),
        claim.id());
  }

  /** Returns the page with the derivation of the position, if there is one, without notes. */
  final TextPage fullPage(Wording wording) {
    TextPage page = evidencePage(wording);
    return related().derivation().map(derived -> with(page, derived, wording)).orElse(page);
  }

  private static TextPage with(TextPage page, RelatedClaims.Derivation derived, Wording wording) {
    TextPage longer =
        derived
            .underPrevious()
            .map(
                before ->
                    page.line(
                        2, 2, wording.text("position.underPrevious", before.sentence(wording))))
            .orElse(page);
    TextPage derivation =
        longer
            .line(2, 2, wording.text("position.derivation"))
            .list(
                4,
                Lists.transform(
                    derived.explanation().considered(),
                    claim -> claim.lines(4, derived.explanation().dossier(), wording)));
    return derived
        .explanation()
        .drafts(wording)
        .map(drafts -> derivation.line(4, 6, drafts))
        .orElse(derivation);
  }

  private static TextPage listed(
      TextPage page, String label, RelatedClaims.Group group, Wording wording) {
    TextPage listed = listed(page, label, group.claims(), wording);
    return group.hasMore()
        ? listed.line(2, 4, wording.text(label, wording.text("position.more")))
        : listed;
  }

  private static TextPage listed(
      TextPage page, String label, List<CitedClaim> claims, Wording wording) {
    TextPage listed = page;
    for (CitedClaim claim : claims) {
      listed = listed.page(claim.lines(wording.text(label, claim.line(wording)), 2, 4, wording));
    }
    return listed;
  }

  // Sentences on what qualifies the position

  /** Returns sentences on what is outweighed, taken back, held as well, and answered. */
  final List<String> qualifyingSentences(Wording wording) {
    Position position = (Position) this;
    List<String> sentences = new ArrayList<>();
    position.disputingClaims().forEach(cited -> sentences.add(disputed(cited, wording)));
    takenBack("position.takenBack", false, wording).ifPresent(sentences::add);
    takenBack("position.takenBackBefore", true, wording).ifPresent(sentences::add);
    if (!position.rivalClaims().isEmpty()) {
      sentences.add(
          wording.text(
              "position.rivals",
              subject(wording),
              each(position.rivalClaims(), cited -> mention(cited, wording), wording)));
    }
    List<CitedClaim> responses = ownResponses();
    if (!responses.isEmpty()) {
      sentences.add(
          wording.text(
              "position.responded",
              subject(wording),
              each(responses, cited -> response(cited, wording), wording)));
    }
    return sentences;
  }

  private static String each(
      List<CitedClaim> claims, Function<CitedClaim, String> phrase, Wording wording) {
    return claims.stream().map(phrase).collect(Collectors.joining(wording.text("list.semicolon")));
  }

  /** Returns how the party is referred to where it was named before. */
  final String subject(Wording wording) {
    String party = ((Position) this).party();
    return isOf(party, ActorKind.PERSON)
        ? wording.name(dossier(), party)
        : wording.text("position.it");
  }

  private String disputed(CitedClaim cited, Wording wording) {
    List<String> accounts =
        cited.grade() == Grade.OTHER_SIDE
            ? ClaimText.byWhoseAccount(
                cited.evidence(), Set.of(((Position) this).party()), dossier())
            : List.of();
    String said = mention(cited, wording);
    return accounts.isEmpty()
        ? wording.text("position.disputed", said, wording.word(cited.grade()))
        : wording.text("position.disputed.account", wording.names(dossier(), accounts), said);
  }

  /**
   * Returns a sentence on the claims that were taken back, either before the claim to cite was said
   * or not.
   */
  private Optional<String> takenBack(String key, boolean before, Wording wording) {
    List<CitedClaim> claims =
        ((Position) this)
            .retractedClaims().stream()
                .filter(cited -> isTakenBackBefore(cited) == before)
                .toList();
    return claims.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.text(key, each(claims, c -> takenBack(c, wording), wording)));
  }

  /** Returns whether a claim had been taken back before the claim to cite was made. */
  private boolean isTakenBackBefore(CitedClaim cited) {
    List<CitedClaim> support = ((Position) this).support();
    return !support.isEmpty()
        && retraction(cited).filter(by -> isAfter(support.get(0).claim(), by.claim())).isPresent();
  }

  private static boolean isAfter(Claim claim, Claim other) {
    return claim.asserted().after(other.asserted().latest());
  }

  /** Returns the claim that takes a claim back, if it is taken back. */
  static Optional<CitedClaim> retraction(CitedClaim cited) {
    return cited.responses().stream()
        .filter(response -> cited.retractedBy().equals(Optional.of(response.claim().id())))
        .findFirst();
  }

  private String takenBack(CitedClaim cited, Wording wording) {
    String said = mention(cited, wording);
    return retraction(cited)
        .map(CitedClaim::claim)
        .map(
            by -> wording.text("position.takenBack.by", said, by.id(), wording.date(by.asserted())))
        .orElse(said);
  }

  private String response(CitedClaim cited, Wording wording) {
    String said = mention(cited, wording);
    return cited.grade().compareTo(Grade.REPORTED) >= 0
        ? said
        : wording.text("position.responded.known", said, account(cited, wording));
  }

  /** Returns what the party's own side said in response to the support, beside the support. */
  private List<CitedClaim> ownResponses() {
    Position position = (Position) this;
    Set<String> told =
        Stream.of(position.support(), position.disputingClaims(), position.retractedClaims())
            .flatMap(List::stream)
            .map(cited -> cited.claim().id())
            .collect(Collectors.toCollection(HashSet::new));
    List<CitedClaim> own = new ArrayList<>();
    for (CitedClaim cited : position.support()) {
      for (CitedClaim response : cited.responses()) {
        if (isOfParty(response.claim())
            && response.retractedBy().isEmpty()
            && told.add(response.claim().id())) {
          own.add(response);
        }
      }
    }
    return own;
  }

  private boolean isOfParty(Claim claim) {
    String party = ((Position) this).party();
    return claim.principals().stream()
        .anyMatch(principal -> ClaimText.speaksFor(dossier(), principal, party));
  }

  /** Returns the same in codes, each preceded by a semicolon. */
  final String qualifyingCodes() {
    Position position = (Position) this;
    StringBuilder codes = new StringBuilder();
    append(codes, "disputed by", ids(position.disputingClaims()));
    append(
        codes,
        "taken back",
        position.retractedClaims().stream()
            .map(c -> c.claim().id() + c.retractedBy().map(by -> " by " + by).orElse(""))
            .toList());
    append(codes, "rivals", ids(position.rivalClaims()));
    append(codes, "answered by", ids(ownResponses()));
    append(
        codes,
        "corrected",
        related().qualifying().corrected().stream()
            .map(c -> c.claim().id() + c.revisedSources())
            .toList());
    append(codes, "see", position.otherCapacities().stream().map(OtherCapacity::party).toList());
    return codes.toString();
  }

  private static void append(StringBuilder codes, String what, List<String> ids) {
    if (!ids.isEmpty()) {
      codes.append("; ").append(what).append(' ').append(String.join(", ", ids));
    }
  }

  private static List<String> ids(List<CitedClaim> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
