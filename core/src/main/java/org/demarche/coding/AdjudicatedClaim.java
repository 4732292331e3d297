package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Reading;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;

/**
 * A claim with the values that an adjudication kept.
 *
 * @param base the coding from which the gist, the note and the evidence come
 * @param values the value of each member, as text
 */
record AdjudicatedClaim(String id, CodedClaim base, Map<CodedMember, String> values) {

  /**
   * Returns the claim, with the differing values of the codings as readings.
   *
   * @param replacesReadings whether the readings of the claims are among the codings
   * @throws InvalidDossierException if a value is not valid, or values do not fit together
   */
  Claim claim(
      boolean draft,
      Optional<String> reviewer,
      Collection<CodedClaim> codings,
      boolean replacesReadings) {
    checkConstants();
    Claim.Builder builder =
        Claim.builder()
            .id(id)
            .speakers(ids(CodedMember.SPEAKERS))
            .principals(ids(CodedMember.PRINCIPALS))
            .asserted(When.parse(value(CodedMember.ASSERTED)))
            .basis(Basis.valueOf(value(CodedMember.BASIS)))
            .audience(ids(CodedMember.AUDIENCE))
            .proposition(value(CodedMember.PROPOSITION))
            .stance(Stance.valueOf(value(CodedMember.STANCE)))
            .force(Force.valueOf(value(CodedMember.FORCE)))
            .frames(ids(CodedMember.FRAMES))
            .respondsTo(ids(CodedMember.RESPONDS_TO))
            .retracts(ids(CodedMember.RETRACTS))
            .evidence(evidence())
            .coder(base.coder())
            .draft(draft);
    base.claim().gist().ifPresent(builder::gist);
    base.claim().note().ifPresent(builder::note);
    ifGiven(CodedMember.ROLE, builder::role);
    ifGiven(CodedMember.OCCASION, builder::occasion);
    ifGiven(CodedMember.CONDITION, builder::condition);
    ifGiven(CodedMember.DUE, due -> builder.due(When.parse(due)));
    if (!draft) {
      reviewer.ifPresent(builder::reviewer);
    }
    Set<Reading> readings = new LinkedHashSet<>();
    for (CodedClaim coded : codings) {
      if (!replacesReadings) {
        readings.addAll(coded.claim().readings());
      }
    }
    for (CodedClaim coded : codings) {
      Map<String, String> differing = differing(coded);
      if (!differing.isEmpty()) {
        readings.add(Reading.by(coded.coder(), differing));
      }
    }
    return builder.readings(readings).build();
  }

  private String value(CodedMember member) {
    return requireNonNull(values.get(member));
  }

  private ImmutableList<String> ids(CodedMember member) {
    return CodedMember.ids(value(member));
  }

  private void ifGiven(CodedMember member, Consumer<String> setter) {
    if (!value(member).isEmpty()) {
      setter.accept(value(member));
    }
  }

  private List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>(base.claim().evidence());
    evidence.set(
        base.evidence(),
        CodedMember.evidence(
            evidence.get(base.evidence()),
            Mode.valueOf(value(CodedMember.MODE)),
            value(CodedMember.VIA),
            value(CodedMember.QUOTE)));
    return evidence;
  }

  /** Returns the members in which a coding differs from the claim, by their paths. */
  private Map<String, String> differing(CodedClaim coded) {
    Map<String, String> differing = new LinkedHashMap<>(coded.unread());
    for (CodedMember member : CodedMember.values()) {
      if (!coded.category(member).equals(member.category(value(member)))) {
        differing.put(member.path(base.evidence()), coded.value(member));
      }
    }
    String further =
        coded.claim().evidence().stream()
            .filter(piece -> !base.claim().evidence().contains(piece))
            .filter(piece -> piece != coded.claim().evidence().get(coded.evidence()))
            .map(
                piece ->
                    piece.source()
                        + " "
                        + piece.mode()
                        + piece.quote().map(q -> " “" + q + "”").orElse(""))
            .collect(Collectors.joining(", "));
    if (!further.isEmpty()) {
      differing.put("evidence", further);
    }
    return differing;
  }

  /** Refuses values of readings that no claim can have: a reading may hold any text. */
  private void checkConstants() {
    List<Problem> problems = new ArrayList<>();
    checkConstant(CodedMember.STANCE, Stance.values(), problems);
    checkConstant(CodedMember.FORCE, Force.values(), problems);
    checkConstant(CodedMember.MODE, Mode.values(), problems);
    checkConstant(CodedMember.BASIS, Basis.values(), problems);
    for (CodedMember date : List.of(CodedMember.ASSERTED, CodedMember.DUE)) {
      ifGiven(
          date,
          text -> {
            try {
              When.parse(text);
            } catch (IllegalArgumentException malformed) {
              problems.add(
                  problem(Problem.Code.BAD_DATE, date, String.valueOf(malformed.getMessage())));
            }
          });
    }
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
  }

  private void checkConstant(CodedMember member, Enum<?>[] constants, List<Problem> problems) {
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    String value = value(member);
    if (!names.contains(value)) {
      problems.add(
          problem(
              Problem.Code.BAD_VALUE,
              member,
              "'%s' is not a %s%s"
                  .formatted(value, member.member(), Nearest.hint(value, names, 1))));
    }
  }

  private Problem problem(Problem.Code code, CodedMember member, String why) {
    return Problem.of(
        code,
        "claim",
        id,
        member.path(base.evidence()),
        value(member),
        "claim " + id + ": the value that was kept for " + member.member() + ": " + why);
  }
}
