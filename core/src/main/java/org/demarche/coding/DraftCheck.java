package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/**
 * The check of a draft: it is added to its dossier on trial, with stand-ins for the members that
 * are missing. Problems of the stand-ins are left out.
 */
final class DraftCheck {
  private static final String STAND_IN = "draft:stand-in";
  private static final Actor SOMEBODY =
      Actor.builder().id(STAND_IN).name("Somebody").kind(ActorKind.PERSON).build();
  private static final Proposition SOMETHING =
      Proposition.builder().id(STAND_IN).issue(STAND_IN).text("Something is so.").build();

  private final ClaimDraft draft;
  private final Dossier dossier;
  private final ImmutableSet<String> missing;

  DraftCheck(ClaimDraft draft, Dossier dossier) {
    this.draft = draft;
    this.dossier = dossier;
    this.missing = ImmutableSet.copyOf(draft.missing());
  }

  /** Returns an error for each missing member. */
  ImmutableList<Problem> missing() {
    return missing.stream()
        .map(
            member ->
                problem(Problem.Code.MISSING, member, "", "member '" + member + "' is missing"))
        .collect(ImmutableList.toImmutableList());
  }

  private Problem problem(Problem.Code code, String field, String value, String why) {
    String id = draft.id();
    return Problem.of(code, "claim", id, field, value, "claim " + id + ": " + why);
  }

  /** Returns the errors and warnings of the members that are set. */
  ImmutableList<Problem> problems() {
    Set<Problem> found = new LinkedHashSet<>();
    String id = draft.id();
    Claim.Builder trial = withStandIns(draft.builder());
    if (dossier.claim(id).isPresent()) {
      String free = draft.with("id").id();
      found.add(
          problem(
              Problem.Code.DUPLICATE_ID,
              "id",
              id,
              "the id is taken by another claim; '" + free + "' is free"));
      trial.id(free);
    }
    try {
      found.addAll(dossier.check(SOMEBODY, SOMETHING, trial.build()));
    } catch (InvalidDossierException bad) {
      found.addAll(bad.problems());
      ClaimDraft rest = without(bad.problems());
      if (!rest.equals(draft)) { // to see the other problems too
        found.addAll(new DraftCheck(rest, dossier).problems());
      }
    }
    warnOfText(found);
    warnOfDenial(found);
    return found.stream()
        .filter(problem -> !missing.contains(DraftMember.name(problem.field())))
        .filter(problem -> !problem.message().contains(STAND_IN))
        .collect(ImmutableList.toImmutableList());
  }

  private void warnOfText(Set<Problem> found) {
    if (draft.isOfChangedText()) {
      found.add(
          problem(
                  Problem.Code.CONFLICT,
                  "evidence/0/source",
                  draft.source(),
                  "the text of "
                      + draft.source()
                      + " is not the one that was coded; compare the two, then correct its"
                      + " textHash")
              .asWarning());
    }
  }

  private void warnOfDenial(Set<Problem> found) {
    if (draft.values(DraftMember.FORCE).contains(Force.DENY.name())
        && draft.values(DraftMember.STANCE).contains(Stance.FOR.name())) {
      found.add(
          problem(
                  Problem.Code.UNFIT_STANCE,
                  "stance",
                  Stance.FOR.name(),
                  "DENY with stance FOR; a denial usually is AGAINST what is denied")
              .asWarning());
    }
  }

  /** Returns the draft without the members that have a problem, or else without its force. */
  private ClaimDraft without(List<Problem> problems) {
    ClaimDraft rest = draft;
    for (Problem problem : problems) {
      Optional<DraftMember> member = DraftMember.at(problem.field());
      rest = member.isPresent() ? rest.with(member.get().toString()) : rest;
    }
    return rest.equals(draft) ? draft.with("force") : rest;
  }

  private Claim.Builder withStandIns(Claim.Builder claim) {
    Evidence.Builder evidence = draft.evidence();
    if (missing.contains("mode")) {
      evidence.mode(Mode.INDIRECT);
    }
    if (missing.contains("speakers")) {
      claim.addSpeakers(STAND_IN);
    }
    if (missing.contains("principals")) {
      claim.addPrincipals(STAND_IN);
    }
    if (missing.contains("proposition")) {
      claim.proposition(STAND_IN);
    }
    if (missing.contains("force")) {
      claim.force(Force.UNSPECIFIED);
    }
    if (missing.contains("stance")) {
      claim.stance(Stance.UNCOMMITTED);
    }
    return claim.addEvidence(evidence.build());
  }
}
