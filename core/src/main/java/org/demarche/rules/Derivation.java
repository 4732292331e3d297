package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.demarche.answer.Carried;
import org.demarche.answer.Cited;
import org.demarche.answer.Contested;
import org.demarche.answer.Explanation;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.index.Postings;
import org.demarche.index.Rows;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Stance;

/**
 * One position being derived. The rows of one party and one proposition are sorted into claims that
 * count, claims that possibly do, and hints; of those that count, the ones that stand are found,
 * and the one to cite.
 */
final class Derivation {
  /** How many claims that carry nothing an answer lists of each sort. */
  private static final int LISTED = 16;

  private static final int NO_EVIDENCE = -1;
  private static final Grade[] GRADES = Grade.values();
  private static final Authority[] AUTHORITIES = Authority.values();

  private final View view;
  private final Corpus corpus;
  private final Rows rows;
  private final int party;
  private final int proposition;
  private final Terms terms;

  private final List<Bearing> counted = new ArrayList<>();
  private final List<Bearing> possibly = new ArrayList<>();
  private final List<Bearing> hints = new ArrayList<>();
  private boolean later;
  private boolean notYetKnown;

  Derivation(View view, int party, int proposition) {
    this.view = view;
    this.corpus = view.corpus();
    this.rows = corpus.rows();
    this.party = party;
    this.proposition = proposition;
    this.terms = corpus.parties().terms(party);
  }

  Position position() {
    forEachRow(this::sort);
    if (counted.isEmpty()) {
      return withContext(Unknown.builder().reason(reason())).build();
    }
    Supersession supersession = new Supersession(counted);
    Set<Stance> stances = EnumSet.noneOf(Stance.class);
    counted.stream().filter(supersession::leaves).forEach(claim -> stances.add(claim.stance()));
    List<Bearing> support = support(supersession, stances);
    if (stances.size() == 1) {
      return carried(Known.builder(), support).stance(stances.iterator().next()).build();
    }
    List<Bearing> sides = support.stream().filter(supersession::leaves).toList();
    return carried(Contested.builder(), support).sides(cite(sides)).build();
  }

  /**
   * The days on which a position may turn.
   *
   * @param said those on which a claim begins to count: its latest day, or the first of its period
   * @param all those, and while a period runs also those from which on it is newer than another
   *     claim, and those on which administrations change
   */
  record Days(ImmutableSortedSet<LocalDate> said, ImmutableSortedSet<LocalDate> all) {}

  Days days() {
    NavigableSet<Integer> said = new TreeSet<>();
    NavigableSet<Integer> after = new TreeSet<>();
    List<Range<Integer>> periods = new ArrayList<>();
    forEachRow(
        row -> {
          switch (ruling(row)) {
            case STANDS, POSSIBLY, LATER -> {
              int latest = rows.get(row, Corpus.LATEST);
              said.add(latest);
              after.add(latest + 1);
              if ((rows.get(row, Corpus.TAGS) & Corpus.SPAN) != 0) {
                said.add(rows.get(row, Corpus.EARLIEST));
                periods.add(Range.closed(rows.get(row, Corpus.EARLIEST), latest));
              }
            }
            default -> {}
          }
        });
    after.addAll(terms.turns());
    NavigableSet<Integer> all = new TreeSet<>(said);
    after.stream()
        .filter(day -> periods.stream().anyMatch(period -> period.contains(day)))
        .forEach(all::add);
    return new Days(dates(said), dates(all));
  }

  private ImmutableSortedSet<LocalDate> dates(NavigableSet<Integer> days) {
    return days.headSet(view.asOf(), true).stream()
        .map(LocalDate::ofEpochDay)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private void forEachRow(IntConsumer action) {
    int cell = rows.cell(corpus.parties().family(party), proposition);
    for (int row = cell < 0 ? 0 : rows.start(cell); cell >= 0 && row < rows.end(cell); row++) {
      if (standing(row, party) != Parties.STRANGER) {
        action.accept(row);
      }
    }
  }

  // Rules 1 to 4: what there is

  private void sort(int row) {
    switch (ruling(row)) {
      case STANDS -> counted.add(bearing(row, party));
      case POSSIBLY -> possibly.add(bearing(row, party));
      case LATER -> later |= counts(row, standing(row, party), grade(row, view::exists));
      case NOT_YET_KNOWN ->
          notYetKnown |= counts(row, standing(row, party), grade(row, view::isAdmitted));
      case NO_CAPACITY, NO_SIDE, BELOW_FLOOR -> hints.add(bearing(row, party));
      default -> {}
    }
  }

  /** What the rules make of a row by itself; one that STANDS may still be superseded by another. */
  private Ruling ruling(int row) {
    int grade = grade(row, view::exists);
    if (grade == NO_EVIDENCE) {
      return grade(row, view::isAdmitted) == NO_EVIDENCE ? Ruling.SET_ASIDE : Ruling.NOT_YET_KNOWN;
    }
    if (rows.get(row, Corpus.EARLIEST) > view.asOf()) {
      return Ruling.LATER;
    }
    if (!counts(row, standing(row, party), grade)) {
      if (standing(row, party) == Parties.HINT) {
        return Ruling.NO_CAPACITY;
      }
      return (rows.get(row, Corpus.TAGS) & Corpus.TAKES_POSITION) == 0
          ? Ruling.NO_SIDE
          : Ruling.BELOW_FLOOR;
    }
    boolean said =
        rows.get(row, Corpus.LATEST) <= view.asOf()
            || (rows.get(row, Corpus.TAGS) & Corpus.SPAN) != 0;
    return said ? Ruling.STANDS : Ruling.POSSIBLY;
  }

  private boolean counts(int row, int standing, int grade) {
    return standing != Parties.HINT
        && (rows.get(row, Corpus.TAGS) & Corpus.TAKES_POSITION) != 0
        && grade >= view.floor().ordinal();
  }

  /** How the best placed of a row's principals stands to the one who is asked about. */
  private int standing(int row, int asked) {
    int best = Parties.STRANGER;
    for (int principal : corpus.group(rows.get(row, Corpus.GROUP))) {
      best = Math.max(best, corpus.parties().standing(principal, asked));
    }
    return best;
  }

  /**
   * The ordinal of the best grade of that evidence of a row which is there, or {@link
   * #NO_EVIDENCE}.
   */
  private int grade(int row, Evidenced isThere) {
    int best = NO_EVIDENCE;
    int claim = rows.get(row, Corpus.CLAIM);
    for (int piece = 0; piece < corpus.evidenceCount(claim); piece++) {
      if (isThere.test(claim, piece)) {
        best = Math.max(best, corpus.grade(rows.get(row, Corpus.GRADES), piece).ordinal());
      }
    }
    return best;
  }

  /** Whether a claim's piece of evidence is there, in one sense or another. */
  private interface Evidenced {
    boolean test(int claim, int piece);
  }

  private Bearing bearing(int row, int asked) {
    int number = rows.get(row, Corpus.CLAIM);
    Claim claim = corpus.claim(number);
    int published = Integer.MAX_VALUE;
    boolean recorded = false;
    for (int piece = 0; piece < corpus.evidenceCount(number); piece++) {
      if (view.exists(number, piece)) {
        published = Math.min(published, corpus.sources().published(corpus.source(number, piece)));
        recorded |= claim.evidence().get(piece).mode() == Mode.RECORDED;
      }
    }
    Authority authority = AUTHORITIES[Math.max(0, standing(row, asked))];
    if (recorded && isActOfState(row, asked)) {
      authority = Authority.HEAD;
    }
    return new Bearing(
        claim,
        number,
        rows.get(row, Corpus.EARLIEST),
        rows.get(row, Corpus.LATEST),
        rows.get(row, Corpus.TERM),
        rows.get(row, Corpus.TAGS),
        authority,
        GRADES[
            published == Integer.MAX_VALUE
                ? grade(row, (c, piece) -> true)
                : grade(row, view::exists)],
        published);
  }

  /**
   * Whether the state that is asked about is itself a principal, so that its recorded act has the
   * rank of its head.
   */
  private boolean isActOfState(int row, int asked) {
    if (!corpus.parties().isState(asked)) {
      return false;
    }
    for (int principal : corpus.group(rows.get(row, Corpus.GROUP))) {
      if (principal == asked) {
        return true;
      }
    }
    return false;
  }

  /** Rule 14. */
  private Unknown.Reason reason() {
    if (!hints.isEmpty()) {
      return Unknown.Reason.ONLY_HINTS;
    }
    if (!possibly.isEmpty()) {
      return Unknown.Reason.ONLY_POSSIBLY;
    }
    if (later) {
      return Unknown.Reason.ONLY_LATER;
    }
    return notYetKnown ? Unknown.Reason.NOT_YET_KNOWN : Unknown.Reason.NO_CLAIMS;
  }

  // Rules 6, 9 and 10: what it comes to

  /**
   * The claims that stand, and those of their stances newer than every claim of another; in the
   * order of citation.
   */
  private List<Bearing> support(Supersession supersession, Set<Stance> stances) {
    int[] newestOther = new int[Stance.values().length];
    for (Stance stance : stances) {
      newestOther[stance.ordinal()] =
          counted.stream()
              .filter(c -> c.stance() != stance)
              .mapToInt(Bearing::latest)
              .max()
              .orElse(Corpus.OPEN);
    }
    List<Bearing> support = new ArrayList<>();
    for (Bearing claim : counted) {
      boolean sinceTheTurn =
          stances.contains(claim.stance())
              && claim.latest() > newestOther[claim.stance().ordinal()];
      if (sinceTheTurn || supersession.leaves(claim)) {
        support.add(claim);
      }
    }
    support.sort(citation(newest(support)));
    return support;
  }

  private int newest(List<Bearing> support) {
    return support.stream().mapToInt(claim -> claim.latestBy(view.asOf())).max().orElseThrow();
  }

  /** The order of rule 10, in which the headline comes first. */
  private Comparator<Bearing> citation(int newest) {
    int term = terms.at(newest);
    return Comparator.comparing((Bearing claim) -> terms.at(claim.latestBy(view.asOf())) != term)
        .thenComparing(Bearing::implied)
        .thenComparing(claim -> !claim.narrow())
        .thenComparing(
            Comparator.comparingInt((Bearing claim) -> claim.latestBy(view.asOf())).reversed())
        .thenComparing(claim -> !claim.actKnown())
        .thenComparing(Comparator.comparing(Bearing::authority).reversed())
        .thenComparing(Comparator.comparing(Bearing::grade).reversed())
        .thenComparingInt(Bearing::published)
        .thenComparing(claim -> claim.claim().id());
  }

  private <B extends Carried.Parts<B>> B carried(B builder, List<Bearing> support) {
    LocalDate last = LocalDate.ofEpochDay(newest(support));
    return withContext(builder)
        .support(cite(support))
        .standing(standing(last))
        .administration(terms.term(last))
        .lastEvidenced(last)
        .independentRoots(independentRoots(support));
  }

  private Standing standing(LocalDate lastEvidenced) {
    return terms.at(Corpus.day(lastEvidenced)) == terms.at(view.asOf())
        ? Standing.CURRENT
        : Standing.INHERITED;
  }

  private int independentRoots(List<Bearing> support) {
    Set<Integer> sources = new HashSet<>();
    for (Bearing claim : support) {
      for (int piece = 0; piece < corpus.evidenceCount(claim.number()); piece++) {
        if (view.exists(claim.number(), piece)) {
          sources.add(corpus.source(claim.number(), piece));
        }
      }
    }
    return corpus.sources().independent(sources);
  }

  // What is shown beside it

  private <B extends Position.Parts<B>> B withContext(B builder) {
    List<Bearing> reports = reports();
    return builder
        .party(corpus.parties().actor(party).id())
        .proposition(corpus.dossier().propositions().get(proposition).id())
        .viewpoint(view.viewpoint())
        .possibly(cite(nearest(possibly)))
        .morePossibly(possibly.size() > LISTED)
        .hints(cite(nearest(hints)))
        .moreHints(hints.size() > LISTED)
        .reports(cite(nearest(reports)))
        .moreReports(reports.size() > LISTED)
        .dossier(corpus.dossier());
  }

  private List<Bearing> nearest(List<Bearing> sort) {
    Comparator<Bearing> order =
        Comparator.comparingInt(claim -> Math.abs(claim.latest() - view.asOf()));
    return sort.stream()
        .sorted(order.thenComparing(claim -> claim.claim().id()))
        .limit(LISTED)
        .toList();
  }

  /**
   * What media other than the party say on the proposition itself, in their own voice: each claim
   * once, in its best grade for one of the media that make it.
   */
  private List<Bearing> reports() {
    Map<Integer, Bearing> reports = new HashMap<>();
    Postings media = corpus.media();
    for (int i = 0; i < media.size(proposition); i++) {
      int medium = media.get(proposition, i);
      int cell = rows.cell(medium, proposition);
      for (int row = rows.start(cell); row < rows.end(cell); row++) {
        boolean direct = (rows.get(row, Corpus.TAGS) & Corpus.IMPLIED) == 0;
        boolean own = isPartyTo(rows.get(row, Corpus.CLAIM));
        boolean said = rows.get(row, Corpus.EARLIEST) <= view.asOf();
        if (direct && !own && said && grade(row, view::exists) != NO_EVIDENCE) {
          reports.merge(
              rows.get(row, Corpus.CLAIM),
              bearing(row, medium),
              (one, other) -> one.grade().compareTo(other.grade()) >= 0 ? one : other);
        }
      }
    }
    return List.copyOf(reports.values());
  }

  /** Whether the party answers for one of the principals of a claim. */
  private boolean isPartyTo(int claim) {
    return corpus.claim(claim).principals().stream()
        .anyMatch(id -> corpus.parties().standing(corpus.parties().number(id), party) >= 0);
  }

  private List<Cited> cite(List<Bearing> claims) {
    return claims.stream().map(this::cite).collect(ImmutableList.toImmutableList());
  }

  private Cited cite(Bearing bearing) {
    List<Evidence> evidence = new ArrayList<>();
    for (int piece = 0; piece < bearing.claim().evidence().size(); piece++) {
      if (view.exists(bearing.number(), piece)) {
        evidence.add(bearing.claim().evidence().get(piece));
      }
    }
    return Cited.builder()
        .claim(bearing.claim())
        .stance(bearing.stance())
        .implied(bearing.implied())
        .grade(bearing.grade())
        .authority(bearing.authority())
        .evidence(evidence)
        .dossier(corpus.dossier())
        .build();
  }

  // Why it is so

  Explanation explanation() {
    Position position = position();
    Supersession supersession = new Supersession(counted);
    Set<String> carrying = new HashSet<>();
    position.support().forEach(cited -> carrying.add(cited.claim().id()));
    String headline = position.known().map(known -> known.headline().claim().id()).orElse("");
    List<Considered> considered = new ArrayList<>();
    forEachRow(
        row -> {
          Bearing claim = bearing(row, party);
          Ruling ruling = ruling(row);
          Optional<String> by = Optional.empty();
          if (ruling == Ruling.STANDS && !supersession.leaves(claim)) {
            ruling = carrying.contains(claim.claim().id()) ? Ruling.SUPPORTS : Ruling.SUPERSEDED;
            by = Optional.of(supersession.by(claim).claim().id());
          }
          if (claim.claim().id().equals(headline)) {
            ruling = Ruling.HEADLINE;
          }
          considered.add(Considered.of(cite(claim), ruling, by));
        });
    reports()
        .forEach(
            report -> considered.add(Considered.of(cite(report), Ruling.REPORT, Optional.empty())));
    considered.sort(
        Comparator.comparing(Considered::ruling)
            .thenComparing(c -> c.cited().claim().asserted().latest(), Comparator.reverseOrder())
            .thenComparing(c -> c.cited().claim().id()));
    return Explanation.of(position, considered);
  }
}
