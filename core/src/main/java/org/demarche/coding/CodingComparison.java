package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.model.UnknownIdException;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/**
 * A comparison of two or more codings of the same texts: which claims all coders found, how far
 * they agree, and in what they differ.
 *
 * <pre>{@code
 * CodingComparison comparison = CodingComparison.of(Map.of("kim", kim, "lee", lee));
 * System.out.println(comparison.print());                 // the coefficients, and each disagreement
 * comparison.ratings("force").krippendorffsAlpha();       // with its confidence interval
 * comparison.adjudicatedBy("park").keep("KT17-03", "lee").dossier();
 * }</pre>
 *
 * <p>Claims of different coders are matched if their evidence overlaps in one source, or, where a
 * position in the text was not noted, has the same quotation, apart from white space and the form
 * of quotation marks. Claims left over are matched if they have the same principals and
 * proposition, and dates that overlap. The matches are made from the best down: overlapping
 * passages first, by the share of the two passages that they have in common (P. Jaccard's index),
 * then by how many of proposition, principals and date are the same, then by id. A claim is matched
 * with at most one claim of each other coder. Coders who cite no source in common are not matched.
 *
 * <p>Drafts are compared too, because a second coding is a draft until it is adjudicated. Gists and
 * notes are a coder's own words, and are not compared. The page is in English, with values as
 * coders write them.
 *
 * @since 0.1
 */
public final class CodingComparison implements Printable {
  /** A unit with its codings, by coder. */
  record Unit(CodedUnit named, ImmutableSortedMap<String, CodedClaim> codings) {
    boolean differsIn(CodedMember member) {
      return codings.values().stream().map(coded -> coded.category(member)).distinct().count() > 1;
    }
  }

  private final ComparedCodings compared;
  private final ImmutableList<Unit> units;
  private final ImmutableMap<String, String> unitIds;
  private final Bootstrap bootstrap;

  private CodingComparison(
      ComparedCodings compared,
      ImmutableList<Unit> units,
      ImmutableMap<String, String> unitIds,
      Bootstrap bootstrap) {
    this.compared = compared;
    this.units = units;
    this.unitIds = unitIds;
    this.bootstrap = bootstrap;
  }

  /**
   * Compares dossiers that several coders made of the same texts.
   *
   * @param codings the dossiers, by the name of the coder; the coders and readings named in their
   *     claims are ignored
   * @return the comparison, with coders in alphabetical order
   * @throws IllegalArgumentException if the name of a coder is blank
   */
  public static CodingComparison of(Map<String, Dossier> codings) {
    ImmutableSortedMap<String, Dossier> sorted =
        ImmutableSortedMap.copyOf(requireNonNull(codings, "codings"));
    if (sorted.keySet().stream().anyMatch(String::isBlank)) {
      throw ShownValue.refused(
          "the name of a coder is blank, among " + sorted.keySet() + "; give each coder a name");
    }
    return of(ComparedCodings.of(sorted));
  }

  /**
   * Compares the codings in one dossier: the claims of each coder whom claims name, and the
   * readings that an adjudication kept, as the values of the other coders.
   *
   * <p>A reading records only differences, and an adjudicated claim without readings may have been
   * found by one coder or by all. It counts as found by its coder alone, so agreement is
   * understated after an adjudication. For a report, compare the codings before it.
   *
   * @param dossier the dossier; claims that name no coder are left out and counted
   * @return the comparison, with coders in alphabetical order
   */
  public static CodingComparison of(Dossier dossier) {
    return of(ComparedCodings.of(requireNonNull(dossier, "dossier")));
  }

  private static CodingComparison of(ComparedCodings compared) {
    ImmutableList<ImmutableSortedMap<String, CodedClaim>> matched = ClaimMatching.units(compared);
    Set<String> claimIds = compared.ids();
    Set<String> taken = new HashSet<>();
    List<String> ids = new ArrayList<>();
    Table<String, String, String> byCoder = HashBasedTable.create();
    Map<String, String> byId = new HashMap<>();
    for (ImmutableSortedMap<String, CodedClaim> unit : matched) {
      String first = requireNonNull(unit.firstEntry()).getValue().claim().id();
      String id = first;
      for (int n = 2; taken.contains(id) || (n > 2 && claimIds.contains(id)); n++) {
        id = first + "-" + n;
      }
      taken.add(id);
      ids.add(id);
      for (CodedClaim coded : unit.values()) {
        byCoder.put(coded.coder(), coded.claim().id(), id);
        byId.putIfAbsent(coded.claim().id(), id);
      }
    }
    ImmutableList.Builder<Unit> units = ImmutableList.builder();
    for (int i = 0; i < ids.size(); i++) {
      units.add(unit(ids.get(i), matched.get(i), byCoder, byId));
    }
    return new CodingComparison(
        compared,
        units.build(),
        ImmutableMap.copyOf(byId),
        new Bootstrap(CoderRatings.SAMPLES, CoderRatings.SEED));
  }

  private static Unit unit(
      String id,
      ImmutableSortedMap<String, CodedClaim> matched,
      Table<String, String, String> byCoder,
      Map<String, String> byId) {
    ImmutableSortedMap.Builder<String, CodedClaim> codings = ImmutableSortedMap.naturalOrder();
    ImmutableSortedMap.Builder<String, String> claimIds = ImmutableSortedMap.naturalOrder();
    matched.forEach(
        (coder, coded) -> {
          Map<String, String> own = byCoder.row(coder);
          codings.put(
              coder, coded.withIds(old -> own.getOrDefault(old, byId.getOrDefault(old, old))));
          claimIds.put(coder, coded.claim().id());
        });
    String quotation = requireNonNull(matched.firstEntry()).getValue().value(CodedMember.QUOTE);
    return new Unit(
        ImmutableCodedUnit.of(
            id,
            claimIds.buildOrThrow(),
            quotation.isEmpty() ? Optional.empty() : Optional.of(quotation)),
        codings.buildOrThrow());
  }

  /**
   * Sets the bootstrap by which confidence intervals are computed.
   *
   * @param samples the number of samples, 39 to 1,000,000; default: {@link CoderRatings#SAMPLES}
   * @param seed the seed of the random numbers; default: {@link CoderRatings#SEED}
   * @return a comparison with that bootstrap; this one is unchanged
   * @throws IllegalArgumentException if the number of samples is out of bounds
   */
  public CodingComparison bootstrap(int samples, long seed) {
    return new CodingComparison(
        compared, units, unitIds, CoderRatings.checkedBootstrap(samples, seed));
  }

  /** {@return the names of the coders, in alphabetical order} */
  public ImmutableList<String> coders() {
    return compared.coders().asList();
  }

  /** {@return the claims that all coders found, sorted by the first coder and the claim's id} */
  public ImmutableList<CodedUnit> foundByAll() {
    return found(coders().size(), coders().size());
  }

  /** {@return the claims that only some of the coders found, sorted in the same way} */
  public ImmutableList<CodedUnit> foundBySome() {
    return found(1, coders().size() - 1);
  }

  private ImmutableList<CodedUnit> found(int least, int most) {
    return units.stream()
        .filter(unit -> unit.codings().size() >= least && unit.codings().size() <= most)
        .map(Unit::named)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the values that coders gave to one member of the claims, from which coefficients are
   * computed. A claim that a coder did not find is a missing value. The mode is that of the
   * evidence by which claims were matched. A date is the same category however it is written, and
   * an absent value is the category {@code (none)}.
   *
   * @param member the name of a member: {@code stance}, {@code force}, {@code mode}, {@code
   *     proposition}, {@code principals}, {@code asserted}, {@code basis}, {@code speakers}, {@code
   *     occasion}, {@code audience}, {@code condition}, {@code due}, {@code frames}, {@code
   *     respondsTo}, {@code retracts}, {@code via}, {@code role} or {@code quote}
   * @return the ratings, with one unit per claim
   * @throws UnknownIdException if there is no such member
   */
  public CoderRatings ratings(String member) {
    return ratings(member(requireNonNull(member, "member"), List.of(CodedMember.values())));
  }

  CoderRatings ratings(CodedMember member) {
    Table<String, String, String> values = HashBasedTable.create();
    for (Unit unit : units) {
      unit.codings()
          .forEach((coder, coded) -> values.put(unit.named().id(), coder, coded.category(member)));
    }
    return CoderRatings.of(coders(), values, bootstrap, withoutText());
  }

  /**
   * Returns the member of a name.
   *
   * @throws UnknownIdException if it is not among those given
   */
  static CodedMember member(String name, List<CodedMember> members) {
    return members.stream()
        .filter(member -> member.member().equals(name))
        .findFirst()
        .orElseThrow(
            () -> unknown("member", name, members.stream().map(CodedMember::member).toList(), ""));
  }

  static UnknownIdException unknown(String kind, String value, List<String> valid, String where) {
    List<String> near = Nearest.to(value, valid, 3);
    return new UnknownIdException(
        "%s '%s' is not %s%s"
            .formatted(
                kind,
                value,
                where.isEmpty() ? "one of " + String.join(", ", valid) : where,
                Nearest.hint(near)),
        kind,
        value,
        near);
  }

  /** Returns why no claims could be matched, if no two coders cite one source. */
  private Optional<String> withoutText() {
    if (coders().size() < 2
        || pairsWithoutText().size() < coders().size() * (coders().size() - 1) / 2) {
      return Optional.empty();
    }
    return Optional.of(
        "the coders cite no source in common: "
            + compared.sources().entrySet().stream()
                .map(cited -> cited.getKey() + " cites " + listed(cited.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private static String listed(ImmutableSortedSet<String> sources) {
    return sources.isEmpty() ? "none" : String.join(" and ", sources);
  }

  /** Returns the pairs of coders who cite no source in common. */
  ImmutableList<String> pairsWithoutText() {
    ImmutableMap<String, ImmutableSortedSet<String>> sources = compared.sources();
    ImmutableList.Builder<String> pairs = ImmutableList.builder();
    for (String first : coders()) {
      for (String second : coders().subList(coders().indexOf(first) + 1, coders().size())) {
        if (Sets.intersection(
                requireNonNull(sources.get(first)), requireNonNull(sources.get(second)))
            .isEmpty()) {
          pairs.add(first + " and " + second);
        }
      }
    }
    return pairs.build();
  }

  /**
   * Returns the members in which coders who found the same claim differ, for the meeting that
   * adjudicates. Quotations and the words for the speaker's role are not among them.
   *
   * @return the disagreements, sorted by claim, then by member with the stance first
   */
  public ImmutableList<Disagreement> disagreements() {
    ImmutableList.Builder<Disagreement> found = ImmutableList.builder();
    for (Unit unit : units) {
      for (CodedMember member : CodedMember.DECIDED) {
        if (unit.differsIn(member)) {
          ImmutableSortedMap.Builder<String, String> values = ImmutableSortedMap.naturalOrder();
          unit.codings().forEach((coder, coded) -> values.put(coder, coded.value(member)));
          found.add(ImmutableDisagreement.of(unit.named(), member.member(), values.buildOrThrow()));
        }
      }
    }
    return found.build();
  }

  /**
   * Starts an adjudication of the disagreements.
   *
   * @param reviewer the person who decides, not blank
   * @return an adjudication without decisions
   * @throws IllegalArgumentException if the reviewer is blank
   */
  public Adjudication adjudicatedBy(String reviewer) {
    return Adjudication.by(requireNonNull(reviewer, "reviewer"), this);
  }

  ComparedCodings compared() {
    return compared;
  }

  Bootstrap settings() {
    return bootstrap;
  }

  ImmutableList<Unit> units() {
    return units;
  }

  /** Returns the unit ids of claims by their own ids. */
  ImmutableMap<String, String> unitIds() {
    return unitIds;
  }

  /** {@return the numbers of claims and the agreement on each member, in sentences} */
  public String sentence() {
    return new ComparisonText(this).sentence();
  }

  /**
   * {@return the coefficients of each member, the disagreements, the claims that not all coders
   * found, and what was left out}
   */
  @Override
  public TextPage page() {
    return new ComparisonText(this).page();
  }

  /** {@return the numbers of coders, claims and disagreements, in one line} */
  @Override
  public String toString() {
    return OneLine.of(
        "Comparison of %s: %s claims, %s found by all, %s disagreements"
            .formatted(
                String.join(", ", coders()),
                units.size(),
                foundByAll().size(),
                disagreements().size()));
  }
}
