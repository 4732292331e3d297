package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A position on which the supporting claims agree. The headline is the claim to cite and gives the
 * position its force, grade, frames and condition.
 *
 * <pre>{@code
 * Known seoul = tracker.asOf("2022-08-11").position("rok", "additional-thaad").known().orElseThrow();
 * seoul.stance();          // UNCOMMITTED
 * seoul.force();           // REFUSE
 * seoul.lastEvidenced();   // 2022-08-11
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@SuppressWarnings("immutables:subtype") // a change of the order does not compile in AnswerMaker
public abstract non-sealed class Known extends PositionContext implements EvidencedPosition {
  Known() {}

  /** {@return the stance of the party} */
  @Value.Parameter
  public abstract Stance stance();

  /**
   * {@return every claim that supports the position, in the order of citation, the headline first;
   * never empty}
   */
  @Override
  @Value.Parameter
  public abstract ImmutableList<CitedClaim> support();

  /** {@return the headline: the claim to cite} */
  public final CitedClaim headline() {
    return support().get(0);
  }

  /** {@return the force of the headline} */
  public final Force force() {
    return headline().claim().force();
  }

  /** {@return the grade of the headline} */
  public final Grade grade() {
    return headline().grade();
  }

  /** {@return the frames of the headline} */
  public final ImmutableSortedSet<String> frames() {
    return headline().claim().frames();
  }

  /**
   * {@return whether the headline is about a composite or a part, so that the stance is only
   * implied}
   */
  public final boolean isImplied() {
    return headline().isImplied();
  }

  /**
   * Returns whether the position rests on a commitment, which binds the state beyond one
   * administration. Whether the commitment is legally in force is not for a library to say.
   *
   * @return true if there is a {@link #commitment()}
   */
  public final boolean isCommitment() {
    return commitment().isPresent();
  }

  /**
   * Returns the newest explicit promise or agreement that decides the position.
   *
   * @return the claim; of equally new ones, the one with the smallest id
   */
  public final Optional<CitedClaim> commitment() {
    return newest(
        cited ->
            !cited.isImplied()
                && (cited.claim().force() == Force.PROMISE
                    || cited.claim().force() == Force.AGREE));
  }

  /** Returns the newest claim that decides the position and fits. */
  private Optional<CitedClaim> newest(Predicate<CitedClaim> fits) {
    return decisiveClaims().stream()
        .filter(fits)
        .min(
            Comparator.comparing(this::latest, Comparator.reverseOrder())
                .thenComparing(cited -> cited.claim().id()));
  }

  /**
   * Returns the condition on which the position depends: that of the headline. A headline that only
   * reaffirms, without naming a condition, leaves the earlier one in place: it is taken from the
   * newest older claim of the support that states the same proposition as the headline, with
   * another force.
   *
   * @return the words of the condition; empty if there is none
   */
  public final Optional<String> condition() {
    Optional<String> stated = headline().claim().condition();
    if (stated.isPresent() || force() != Force.REAFFIRM) {
      return stated;
    }
    return newest(
            cited ->
                cited.claim().proposition().equals(headline().claim().proposition())
                    && cited.claim().force() != Force.REAFFIRM
                    && latest(cited).isBefore(latest(headline())))
        .flatMap(cited -> cited.claim().condition());
  }

  /** {@return the conditions on which claims of the support depend, in the order of citation} */
  public final ImmutableSet<String> conditions() {
    return support().stream()
        .flatMap(cited -> cited.claim().condition().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the day by which the position is to be carried out.
   *
   * @return the due day of the headline, or else of the {@link #commitment()}; empty if there is
   *     none
   */
  public final Optional<When> due() {
    return headline().claim().due().or(() -> commitment().flatMap(cited -> cited.claim().due()));
  }

  /** {@return whether the day by which the position is to be carried out is certainly past} */
  public final boolean isPastDue() {
    return due().filter(day -> day.latest().isBefore(viewpoint().asOf())).isPresent();
  }

  /**
   * Returns the strength of the position, from 1 (weak) to 3 (strong). It is that of the headline's
   * force, or of a stronger claim that states the proposition and still holds: of any, where the
   * headline reaffirms; otherwise of one whose force {@linkplain Force#standsUntilTakenBack stands
   * until it is taken back}.
   *
   * @return the strength; empty if the force of the headline has none
   */
  public final OptionalInt strength() {
    OptionalInt own = force().strength();
    if (own.isEmpty()) {
      return own;
    }
    return OptionalInt.of(
        decisiveClaims().stream()
            .filter(cited -> !cited.isImplied())
            .map(cited -> cited.claim().force())
            .filter(force -> force() == Force.REAFFIRM || force.standsUntilTakenBack())
            .flatMapToInt(force -> force.strength().stream())
            .reduce(own.getAsInt(), Math::max));
  }

  private LocalDate latest(CitedClaim cited) {
    LocalDate day = cited.claim().asserted().latest();
    return day.isAfter(viewpoint().asOf()) ? viewpoint().asOf() : day;
  }

  @Value.Check
  void check() {
    if (support().isEmpty()) {
      throw ShownValue.refused("no evidence, no position: the support is empty");
    }
    for (CitedClaim cited : support()) {
      if (cited.stance() != stance()) {
        throw ShownValue.refused(
            "stance %s, but claim %s supports %s"
                .formatted(stance(), cited.claim().id(), cited.stance()));
      }
    }
  }

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.of(stance());
  }

  @Override
  public final String cellText(Wording wording) {
    requireNonNull(wording, "wording");
    String signs =
        (grade() == Grade.OTHER_SIDE ? "†" : "")
            + (isImplied() && wording.isCodes() ? "‡" : "")
            + (standing() == Standing.INHERITED ? "◊" : "");
    String cell =
        wording.isCodes()
            ? stance() + "/" + force()
            : wording.text("cell." + stance(), act(wording));
    return cell + (signs.isEmpty() ? "" : " " + signs);
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    if (wording.isCodes()) {
      return inCodes();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        firstSentence(
            isImplied()
                ? ClaimText.stance(stance(), dossier(), proposition(), wording)
                : ClaimText.stance(stance(), force(), dossier(), proposition(), wording),
            wording));
    sentences.add(actSentence(wording));
    condition().ifPresent(words -> sentences.add(wording.text("position.condition", words)));
    List<String> others =
        conditions().stream().filter(words -> !condition().equals(Optional.of(words))).toList();
    if (!others.isEmpty()) {
      sentences.add(
          wording.text(
              "position.conditions",
              wording.list(others.stream().map(w -> wording.text("quotation", w)).toList())));
    }
    commitment()
        .filter(cited -> cited.grade() != Grade.OTHER_SIDE)
        .ifPresent(cited -> sentences.add(commitment(cited, wording)));
    due()
        .ifPresent(
            day ->
                sentences.add(
                    wording.text(
                        isPastDue() ? "position.pastDue" : "position.due", wording.deadline(day))));
    sentences.addAll(qualifyingSentences(wording));
    if (!frames().isEmpty()) {
      sentences.add(wording.text("position.frames", wording.frames(frames())));
    }
    sentences.add(
        wording.capital(
            wording.text(
                "position.counts",
                wording.count("claims", support().size()),
                wording.count("roots", independentRoots()))));
    return OneLine.whole(String.join(wording.text("sentences.between"), sentences));
  }

  private String commitment(CitedClaim cited, Wording wording) {
    return cited.claim().equals(headline().claim())
        ? wording.text("position.commitment")
        : wording.text(
            "position.commitmentOf",
            ClaimText.id(cited.claim(), wording),
            wording.date(cited.claim().asserted()));
  }

  /** Returns the sentence on what the party does in the claim to cite. */
  private String actSentence(Wording wording) {
    List<String> more = new ArrayList<>();
    if (!latest(headline()).equals(lastEvidenced())) {
      more.add(isImplied() ? lastEvidencedDay(this, wording) : lastEvidenced(this, wording));
    }
    if (administration().isPresent()) {
      more.add(under(administration().get(), wording));
    } else if (standing() == Standing.INHERITED) {
      more.add(wording.text("legend.inherited"));
    }
    lastExplicit()
        .filter(day -> isImplied())
        .ifPresent(day -> more.add(wording.text("details.statedLast", wording.date(day))));
    String details = headline().details(party(), more, wording);
    Claim claim = headline().claim();
    return isImplied()
        ? wording.text(
            lastExplicit().isEmpty() ? "position.implied" : "position.impliedNow",
            ClaimText.stance(claim.stance(), dossier(), claim.proposition(), wording),
            wording.act(force(), claim.stance()),
            details)
        : wording.text(
            "position.says", subject(wording), ClaimText.says(force(), stance(), wording), details);
  }

  /** Returns the act of the claim to cite, in one or a few words. */
  final String actOfHeadline(Wording wording) {
    Claim claim = headline().claim();
    String act = wording.act(force(), claim.stance());
    return isImplied() && !wording.isCodes()
        ? wording.text("act.elsewhere", act, wording.proposition(dossier(), claim.proposition()))
        : act;
  }

  /** Returns the act in one or a few words, or that the stance is implied by another. */
  final String act(Wording wording) {
    return isImplied() ? wording.text("cell.implied") : wording.act(force(), stance());
  }

  /** Returns the stance in one or a few words, as the act expresses it. */
  final String stanceWord(Wording wording) {
    return isImplied() ? wording.word(stance()) : ClaimText.stance(stance(), force(), wording);
  }

  private String under(TermOfOffice term, Wording wording) {
    String head = wording.name(dossier(), term.head());
    return wording.text(
        (standing() == Standing.INHERITED ? "details.inherited" : "details.under")
            + (term.isActing() ? "Acting" : ""),
        isCertainlyUnder(term) ? head : wording.text("details.atTheLatest", head));
  }

  /**
   * Returns whether no claim that last evidences the position may have been made before a term. Of
   * a claim whose first day is open, its date says so already.
   */
  private boolean isCertainlyUnder(TermOfOffice term) {
    return decisiveClaims().stream()
        .filter(cited -> latest(cited).equals(lastEvidenced()))
        .map(cited -> cited.claim().asserted())
        .anyMatch(
            when ->
                when.isThroughout()
                    || when.earliest().filter(day -> day.isBefore(term.from())).isEmpty());
  }

  private String inCodes() {
    return "Position: "
        + stance()
        + (isImplied() ? " by implication" : "")
        + ", "
        + force()
        + (isCommitment() ? " (a commitment)" : "")
        + ", "
        + grade()
        + (frames().isEmpty() ? "" : ", framed as " + String.join(" and ", frames()))
        + condition().map(words -> ", on condition “" + words + "”").orElse("")
        + due().map(day -> ", due " + day + (isPastDue() ? " (past)" : "")).orElse("")
        + "; "
        + standing()
        + administration()
            .map(term -> " (" + term.head() + (term.isActing() ? ", acting" : "") + ")")
            .orElse("")
        + "; last evidenced "
        + lastEvidenced()
        + lastExplicit()
            .filter(day -> !day.equals(lastEvidenced()))
            .map(day -> ", explicitly " + day)
            .orElse("")
        + "; date "
        + headline().claim().basis()
        + "; "
        + AnswerPages.count(support().size(), "claim", "claims")
        + ", "
        + AnswerPages.count(independentRoots(), "independent root", "independent roots")
        + qualifyingCodes();
  }

  /** {@return the question, the position and the claim to cite, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question(this)
            + ": "
            + cellText()
            + ", cite "
            + ClaimText.id(headline().claim(), Wording.codes()));
  }
}
