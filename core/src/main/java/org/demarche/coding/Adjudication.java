package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.UnknownIdException;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.OneLine;

/**
 * The decisions of an adjudication, and the dossier that results: each claim is coded as by the
 * coder who was upheld, and keeps the differing values of the others as readings.
 *
 * <pre>{@code
 * Dossier agreed = comparison.adjudicatedBy("park")
 *     .keep("KT17-03", "lee")             // the whole claim as lee coded it
 *     .keep("KT17-04", "force", "kim")    // the force by kim, the rest is not in dispute
 *     .dossier();
 * }</pre>
 *
 * <p>An adjudication is immutable: each decision returns a new one.
 *
 * @since 0.1
 */
public final class Adjudication {
  private final String reviewer;
  private final CodingComparison comparison;
  private final ImmutableMap<String, String> upheld;
  private final ImmutableTable<String, CodedMember, String> upheldInMember;

  private Adjudication(
      String reviewer,
      CodingComparison comparison,
      ImmutableMap<String, String> upheld,
      ImmutableTable<String, CodedMember, String> upheldInMember) {
    this.reviewer = reviewer;
    this.comparison = comparison;
    this.upheld = upheld;
    this.upheldInMember = upheldInMember;
  }

  static Adjudication by(String reviewer, CodingComparison comparison) {
    if (reviewer.isBlank()) {
      throw ShownValue.refused(
          "reviewer '%s' is blank; name the person who decides".formatted(reviewer));
    }
    return new Adjudication(reviewer, comparison, ImmutableMap.of(), ImmutableTable.of());
  }

  /**
   * Decides that a claim is coded as by one coder, except in members that are decided by
   * themselves. A claim that only one coder found is accepted in this way. A later decision
   * replaces an earlier one.
   *
   * @param unit the id of a unit of the comparison
   * @param coder a coder who found the claim
   * @return an adjudication with that decision; this one is unchanged
   * @throws UnknownIdException if there is no such unit, or the coder did not find the claim
   */
  public Adjudication keep(String unit, String coder) {
    requireCoder(requireNonNull(unit, "unit"), requireNonNull(coder, "coder"));
    Map<String, String> more = new LinkedHashMap<>(upheld);
    more.put(unit, coder);
    return new Adjudication(reviewer, comparison, ImmutableMap.copyOf(more), upheldInMember);
  }

  /**
   * Decides one member of a claim. A later decision on the member replaces an earlier one.
   *
   * @param unit the id of a unit of the comparison
   * @param member the name of a member, as a {@link Disagreement} has it, such as {@code force}
   * @param coder a coder who found the claim, whose value is kept
   * @return an adjudication with that decision; this one is unchanged
   * @throws UnknownIdException if there is no such unit or member, or the coder did not find the
   *     claim
   */
  public Adjudication keep(String unit, String member, String coder) {
    requireNonNull(unit, "unit");
    requireNonNull(member, "member");
    requireNonNull(coder, "coder");
    CodedMember decided = CodingComparison.member(member, CodedMember.DECIDED);
    requireCoder(unit, coder);
    ImmutableTable.Builder<String, CodedMember, String> more = ImmutableTable.builder();
    upheldInMember.cellSet().stream()
        .filter(cell -> !(unit.equals(cell.getRowKey()) && cell.getColumnKey() == decided))
        .forEach(more::put);
    more.put(unit, decided, coder);
    return new Adjudication(reviewer, comparison, upheld, more.buildOrThrow());
  }

  private void requireCoder(String id, String coder) {
    List<String> ids = comparison.units().stream().map(unit -> unit.named().id()).toList();
    int index = ids.indexOf(id);
    if (index < 0) {
      throw CodingComparison.unknown("claim", id, ids, "a unit of the comparison");
    }
    ImmutableList<String> coders = comparison.units().get(index).codings().keySet().asList();
    if (!coders.contains(coder)) {
      throw CodingComparison.unknown(
          "coder",
          coder,
          coders,
          "a coder of claim " + id + ", which was coded by " + String.join(" and ", coders));
    }
  }

  /** {@return the claims with disagreements that are not all decided, in the order of the units} */
  public ImmutableList<CodedUnit> undecided() {
    return comparison.units().stream()
        .filter(unit -> !isDecided(unit))
        .map(CodingComparison.Unit::named)
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isDecided(CodingComparison.Unit unit) {
    return upheld.containsKey(unit.named().id())
        || CodedMember.DECIDED.stream()
            .filter(unit::differsIn)
            .allMatch(member -> upheldInMember.contains(unit.named().id(), member));
  }

  /**
   * Merges the codings by these decisions. The claims have the ids of the units.
   *
   * <ul>
   *   <li>A claim that was decided is coded, with its coder and the reviewer. Its gist, note and
   *       evidence are those of the coder who was upheld; by default of the first coder in
   *       alphabetical order whose claim is no draft.
   *   <li>A claim on which all agree, or that one coder found, is a draft only if all its codings
   *       are, and keeps its reviewer.
   *   <li>A claim that is {@linkplain #undecided undecided} becomes a draft, which counts for
   *       nothing, unless a person has reviewed it. It can be compared and decided later.
   * </ul>
   *
   * <p>Each value in which a coder differs from the result is kept as a reading of that coder, also
   * quotations, roles and further evidence. Claims without a coder stay as they are. The other
   * records are merged as {@link Dossier#plus(Dossier)} does, with the description of the first
   * coder's dossier.
   *
   * @return the adjudicated dossier
   * @throws InvalidDossierException with every problem, if values of several coders do not fit
   *     together in one claim, or records other than claims conflict
   */
  public Dossier dossier() {
    List<Problem> problems = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (CodingComparison.Unit unit : comparison.units()) {
      try {
        claims.add(claim(unit));
      } catch (InvalidDossierException invalid) {
        problems.addAll(invalid.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
    ImmutableMap<String, String> unitIds = comparison.unitIds();
    for (Claim other : comparison.compared().others()) {
      claims.add(CodedClaim.withIds(other, id -> unitIds.getOrDefault(id, id)));
    }
    Dossier merged = Dossier.empty();
    Optional<Description> description = Optional.empty();
    for (Dossier coding : comparison.compared().dossiers()) {
      description = description.or(() -> Optional.of(coding.description()));
      List<DossierRecord> records = new ArrayList<>();
      records.addAll(coding.sources());
      records.addAll(coding.actors());
      records.addAll(coding.occasions());
      records.addAll(coding.propositions());
      merged = merged.plus(records);
    }
    Dossier adjudicated = merged.plus(claims);
    return description.map(adjudicated::describedBy).orElse(adjudicated);
  }

  private Claim claim(CodingComparison.Unit unit) {
    String id = unit.named().id();
    CodedClaim base =
        Optional.ofNullable(upheld.get(id))
            .map(unit.codings()::get)
            .or(
                () ->
                    unit.codings().values().stream()
                        .filter(coded -> !coded.claim().isDraft())
                        .findFirst())
            .orElseGet(() -> requireNonNull(unit.codings().firstEntry()).getValue());
    Map<CodedMember, String> values = new HashMap<>();
    for (CodedMember member : CodedMember.values()) {
      CodedClaim kept =
          Optional.ofNullable(upheldInMember.get(id, member)).map(unit.codings()::get).orElse(base);
      values.put(member, kept.value(member));
    }
    boolean ruled = upheld.containsKey(id) || upheldInMember.containsRow(id);
    boolean decided = isDecided(unit);
    boolean draft =
        decided
            ? !ruled && unit.codings().values().stream().allMatch(coded -> coded.claim().isDraft())
            : base.claim().reviewer().isEmpty();
    return new AdjudicatedClaim(id, base, values)
        .claim(
            draft,
            ruled && decided ? Optional.of(reviewer) : base.claim().reviewer(),
            unit.codings().values(),
            comparison.compared().hasReadings());
  }

  /** {@return the reviewer and the numbers of claims and of undecided claims, in one line} */
  @Override
  public String toString() {
    return OneLine.of(
        "Adjudication by %s: %s claims, %s undecided"
            .formatted(reviewer, comparison.units().size(), undecided().size()));
  }
}
