package org.demarche.rules;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeMultimap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.demarche.answer.Grade;
import org.demarche.index.Ints;
import org.demarche.index.Postings;
import org.demarche.index.Rows;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;

/**
 * A dossier laid out for questions: a row for each family and each proposition on which a claim
 * bears. Records go by their number, which is their place in the dossier; days by their count since
 * 1970-01-01.
 */
public final class Corpus {
  /** The earliest day of a claim whose start is open. */
  static final int OPEN = Integer.MIN_VALUE;

  // The columns of a row.
  static final int CLAIM = 0;
  static final int EARLIEST = 1;
  static final int LATEST = 2;
  static final int TERM = 3;
  static final int GROUP = 4;
  static final int GRADES = 5;
  static final int TAGS = 6;
  private static final int COLUMNS = 7;

  // The tags of a row; the lowest two bits are the ordinal of the stance.
  static final int STANCE = 3;
  static final int IMPLIED = 1 << 2;
  static final int SPAN = 1 << 3;
  static final int TAKES_POSITION = 1 << 4;

  private static final Grade[] GRADES_BY_ORDINAL = Grade.values();

  /** By what claims are found. */
  public enum Facet {
    /** Those who uttered it. */
    SPEAKER,
    /** Those on whose behalf it counts. */
    PRINCIPAL,
    /** The proposition itself. */
    PROPOSITION
  }

  private final Dossier dossier;
  private final Parties parties;
  private final Sources sources;
  private final ImmutableMap<String, Integer> propositions;
  private final Bearings bearings;
  private final ImmutableSetMultimap<String, String> rivals;
  private final LocalDate endOfRecord;

  private final Rows rows;
  private final Postings media;
  private final ImmutableList<Postings> facets;
  private final Groups groups = new Groups();
  private final int[] evidenceStart;
  private final int[] evidenceSource;
  private final int[] grades;

  /** Lays out a dossier. */
  public Corpus(Dossier dossier) {
    this.dossier = dossier;
    this.parties = new Parties(dossier.actors());
    this.sources = new Sources(dossier.sources());
    this.propositions = numbers(dossier.propositions(), Proposition::id);
    this.bearings = new Bearings(dossier);
    this.rivals = rivals(dossier);
    this.endOfRecord = endOfRecord(dossier);
    Rows.Builder rowBuilder = new Rows.Builder(COLUMNS, LATEST);
    Postings.Builder mediaBuilder = new Postings.Builder(dossier.propositions().size());
    ImmutableList<Postings.Builder> facetBuilders =
        ImmutableList.of(
            new Postings.Builder(dossier.actors().size()),
            new Postings.Builder(dossier.actors().size()),
            new Postings.Builder(dossier.propositions().size()));
    SetMultimap<Integer, Integer> spoken = HashMultimap.create();
    Ints gradeList = new Ints();
    Ints sourceList = new Ints();
    this.evidenceStart = new int[dossier.claims().size() + 1];
    for (int number = 0; number < dossier.claims().size(); number++) {
      Claim claim = dossier.claims().get(number);
      claim.evidence().forEach(evidence -> sourceList.add(sources.number(evidence.source())));
      evidenceStart[number + 1] = sourceList.size();
      lay(number, claim, rowBuilder, mediaBuilder, spoken, gradeList);
      for (Facet facet : Facet.values()) {
        for (int value : values(facet, claim)) {
          facetBuilders.get(facet.ordinal()).add(value, number);
        }
      }
    }
    this.rows = rowBuilder.build();
    this.media = mediaBuilder.build();
    this.facets = ImmutableList.copyOf(Lists.transform(facetBuilders, Postings.Builder::build));
    this.evidenceSource = sourceList.toArray();
    this.grades = gradeList.toArray();
  }

  /**
   * Adds a claim's rows: for each family of its principals, one for each proposition on which it
   * bears.
   */
  private void lay(
      int number,
      Claim claim,
      Rows.Builder rows,
      Postings.Builder media,
      SetMultimap<Integer, Integer> spoken,
      Ints grades) {
    SetMultimap<Integer, Integer> families = LinkedHashMultimap.create();
    for (String id : claim.principals()) {
      int principal = parties.number(id);
      parties.families(principal).forEach(family -> families.put(family, principal));
      if (parties.isMedium(principal) && spoken.put(proposition(claim.proposition()), principal)) {
        media.add(proposition(claim.proposition()), principal);
      }
    }
    When asserted = claim.asserted();
    int earliest = asserted.earliest().map(Corpus::day).orElse(OPEN);
    int latest = day(asserted.latest());
    int tags =
        (asserted.throughout() && earliest != OPEN ? SPAN : 0)
            | (claim.force().takesPosition() ? TAKES_POSITION : 0);
    for (int family : families.keySet()) {
      int group = groups.number(families.get(family));
      int slice = grades.size();
      claim.evidence().forEach(evidence -> grades.add(grade(evidence, family).ordinal()));
      int term = parties.terms(family).during(earliest, latest);
      bearings
          .of(claim.proposition(), claim.stance())
          .forEach(
              (on, stance) -> {
                int implied = on.equals(claim.proposition()) ? 0 : IMPLIED;
                rows.add(
                    family,
                    proposition(on),
                    number,
                    earliest,
                    latest,
                    term,
                    group,
                    slice,
                    tags | implied | stance.ordinal());
              });
    }
  }

  /** The grade of one piece of evidence for the principals of a family (rules 2 and 12). */
  Grade grade(Evidence evidence, int family) {
    Source source = dossier.sources().get(sources.number(evidence.source()));
    if (evidence.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (evidence.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    if (isOtherSide(source.outlet(), family)
        || evidence.via().stream().anyMatch(via -> isOtherSide(via, family))) {
      return Grade.OTHER_SIDE;
    }
    boolean own =
        evidence.mode() == Mode.RECORDED || (evidence.mode().quotes() && source.reliableQuotes());
    return own ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  private int[] values(Facet facet, Claim claim) {
    return switch (facet) {
      case SPEAKER -> claim.speakers().stream().mapToInt(parties::number).toArray();
      case PRINCIPAL -> claim.principals().stream().mapToInt(parties::number).toArray();
      case PROPOSITION -> new int[] {proposition(claim.proposition())};
    };
  }

  private int number(Facet facet, String id) {
    return switch (facet) {
      case SPEAKER, PRINCIPAL -> parties.number(id);
      case PROPOSITION -> proposition(id);
    };
  }

  /** The numbers of the claims that have that value in that facet. */
  public BitSet claims(Facet facet, String id) {
    BitSet claims = new BitSet();
    Postings postings = facets.get(facet.ordinal());
    int number = number(facet, id);
    for (int i = 0; i < postings.size(number); i++) {
      claims.set(postings.get(number, i));
    }
    return claims;
  }

  private boolean isOtherSide(String relay, int family) {
    return parties
        .side(family)
        .flatMap(ours -> parties.side(parties.number(relay)).map(theirs -> !theirs.equals(ours)))
        .orElse(false);
  }

  // What is laid out

  Rows rows() {
    return rows;
  }

  Parties parties() {
    return parties;
  }

  Sources sources() {
    return sources;
  }

  /** The claim of a number. */
  public Claim claim(int number) {
    return dossier.claims().get(number);
  }

  /** The principals of a row who belong to its family, or hint in it. */
  int[] group(int number) {
    return groups.members(number);
  }

  /** The media that speak on a proposition in their own voice, each once. */
  Postings media() {
    return media;
  }

  int evidenceCount(int claim) {
    return evidenceStart[claim + 1] - evidenceStart[claim];
  }

  /** The source of a claim's piece of evidence, counted from 0. */
  int source(int claim, int piece) {
    return evidenceSource[evidenceStart[claim] + piece];
  }

  /** The grade of a claim's piece of evidence, counted from 0, in the slice of a row. */
  Grade grade(int slice, int piece) {
    return GRADES_BY_ORDINAL[grades[slice + piece]];
  }

  int proposition(String id) {
    return number("proposition", id, propositions);
  }

  /** Propositions in the order in which answers list them: by issue, then by id. */
  Comparator<String> byIssue() {
    return Comparator.comparing((String id) -> dossier.propositions().get(proposition(id)).issue())
        .thenComparing(id -> id);
  }

  /** The propositions that exclude one, or that it excludes, by id. */
  Set<String> rivals(String proposition) {
    return rivals.get(proposition);
  }

  /** The dossier. */
  public Dossier dossier() {
    return dossier;
  }

  /** The latest day of any claim or source, or 1970-01-01 where there is none. */
  public LocalDate endOfRecord() {
    return endOfRecord;
  }

  /**
   * The propositions that a stance on one bears on: the composites and parts that touch it, itself
   * included.
   */
  public ImmutableSet<String> touching(String proposition) {
    return bearings.touching(proposition);
  }

  private static ImmutableSetMultimap<String, String> rivals(Dossier dossier) {
    TreeMultimap<String, String> rivals = TreeMultimap.create();
    for (Proposition proposition : dossier.propositions()) {
      for (String rival : proposition.excludes()) {
        rivals.put(proposition.id(), rival);
        rivals.put(rival, proposition.id());
      }
    }
    return ImmutableSetMultimap.copyOf(rivals);
  }

  private static LocalDate endOfRecord(Dossier dossier) {
    LocalDate end = LocalDate.MIN;
    for (Claim claim : dossier.claims()) {
      end = end.isAfter(claim.asserted().latest()) ? end : claim.asserted().latest();
    }
    for (Source source : dossier.sources()) {
      end = end.isAfter(source.published().latest()) ? end : source.published().latest();
    }
    return end.equals(LocalDate.MIN) ? LocalDate.EPOCH : end;
  }

  /** The day of a date; dates some millions of years away are as far as an int reaches. */
  static int day(LocalDate date) {
    return (int) Math.max(OPEN + 1L, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
  }

  static <R> ImmutableMap<String, Integer> numbers(List<R> records, Function<R, String> id) {
    ImmutableMap.Builder<String, Integer> numbers =
        ImmutableMap.builderWithExpectedSize(records.size());
    for (int i = 0; i < records.size(); i++) {
      numbers.put(id.apply(records.get(i)), i);
    }
    return numbers.buildOrThrow();
  }

  static int number(String type, String id, Map<String, Integer> numbers) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(type + " '" + id + "' is not in the dossier");
    }
    return number;
  }

  /** Sets of principals, each kept once. */
  private static final class Groups {
    private final Map<Set<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> members = new ArrayList<>();

    int number(Set<Integer> group) {
      return numbers.computeIfAbsent(
          ImmutableSet.copyOf(group),
          set -> {
            members.add(set.stream().mapToInt(m -> m).toArray());
            return members.size() - 1;
          });
    }

    int[] members(int number) {
      return members.get(number);
    }
  }
}
