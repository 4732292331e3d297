package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Proposition;
import org.demarche.model.When;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/** The part of a position that is not part of equality: where to look up what it shows. */
abstract class PositionContext {
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
            related.possibleClaims().claims(),
            related.hints().claims(),
            related.reports().claims())) {
      claims.forEach(cited -> records.add(cited.claim()));
    }
    Dossier small = whole.closure(records);
    return over(
        small,
        position,
        RelatedClaims.found(
            over(small, related.beside()),
            over(small, related.possibleClaims()),
            over(small, related.hints()),
            over(small, related.reports())));
  }

  private static Position over(Dossier dossier, Position position, RelatedClaims related) {
    if (position instanceof Known known) {
      return ImmutableKnown.of(
          known.party(),
          known.proposition(),
          known.viewpoint(),
          known.decisiveClaims(),
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
          contested.decisiveClaims(),
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

  private static RelatedClaims.Beside over(Dossier dossier, RelatedClaims.Beside beside) {
    ImmutableList<CitedClaim> rivals = over(dossier, beside.rivals().get());
    return new RelatedClaims.Beside(
        over(dossier, beside.disputing()),
        over(dossier, beside.retracted()),
        over(dossier, beside.partsHeld()),
        () -> rivals);
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
                    dossier))
        .collect(ImmutableList.toImmutableList());
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

  /** Returns when a position was last evidenced, on a day or by one. */
  static String lastEvidenced(EvidencedPosition position, Wording wording) {
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

  /** Returns the cell of a position with the claim to cite and its day, where one is certain. */
  final String datedCell(Wording wording) {
    Position position = (Position) this;
    String cell = position.cellText(wording);
    if (wording.isCodes() || position.evidenced().isEmpty()) {
      return cell;
    }
    Claim cited = position.support().get(0).claim();
    return AnswerPages.beforeMarks(
        cell,
        words ->
            wording.text(
                "cell.dated",
                words,
                wording.isoDate(cited.asserted()),
                ClaimText.id(cited, wording)));
  }

  private String phrase(List<String> details, Wording wording) {
    Position position = (Position) this;
    if (wording.isCodes()) {
      return position.cellText();
    }
    List<String> notes = new ArrayList<>();
    if (position instanceof Unknown unknown && unknown.reason() != Unknown.Reason.NO_CLAIMS) {
      notes.add(wording.word(unknown.reason()));
    }
    position
        .known()
        .ifPresent(
            known -> {
              notes.add(known.act(wording));
              if (known.grade() == Grade.OTHER_SIDE) {
                notes.add(wording.word(known.grade()));
              }
            });
    if (position.evidenced().filter(e -> e.standing() == Standing.INHERITED).isPresent()) {
      notes.add(wording.text("legend.inherited"));
    }
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
    RelatedClaims.Beside beside = related().beside();
    page = listed(page, "position.outweighed", beside.disputing(), wording);
    page = listed(page, "position.retracted", beside.retracted(), wording);
    page = listed(page, "position.part", beside.partsHeld(), wording);
    page = listed(page, "position.rival", beside.rivals().get(), wording);
    page = listed(page, "position.possible", related().possibleClaims(), wording);
    page = listed(page, "position.hint", related().hints(), wording);
    return listed(page, "position.report", related().reports(), wording);
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
                    claim -> TextPage.empty().line(4, 6, claim.line(wording))));
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
      listed = listed.line(2, 4, wording.text(label, claim.line(wording)));
    }
    return listed;
  }

  /** Returns the sentence on the claims that are outweighed, if there are any. */
  final Optional<String> disputed(Wording wording) {
    List<CitedClaim> disputing = related().beside().disputing();
    if (disputing.isEmpty()) {
      return Optional.empty();
    }
    Position position = (Position) this;
    return Optional.of(
        wording.text(
            "position.disputed",
            disputing.stream()
                .map(
                    cited ->
                        wording.text(
                            "contested.claim",
                            wording.word(cited.stance()),
                            cited.details(position.party(), List.of(), wording)))
                .collect(Collectors.joining(wording.text("list.semicolon")))));
  }
}
