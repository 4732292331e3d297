package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.answer.Carried;
import org.demarche.answer.Cited;
import org.demarche.answer.Contested;
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
    int cell = rows.cell(corpus.parties().family(party), proposition);
    if (cell >= 0) {
      for (int row = rows.start(cell); row < rows.end(cell); row++) {
        sort(row);
      }
    }
    if (counted.isEmpty()) {
      return withContext(Unknown.builder().reason(reason())).build();
    }
    Supersession supersession = new Supersession(counted);
    List<Bearing> standing =
        counted.stream().filter(claim -> !supersession.supersedes(claim)).toList();
    Set<Stance> stances = EnumSet.noneOf(Stance.class);
    standing.forEach(claim -> stances.add(claim.stance()));
    List<Bearing> support = support(supersession, stances);
    if (stances.size() == 1) {
      return carried(Known.builder(), support).stance(stances.iterator().next()).build();
    }
    standing = support.stream().filter(claim -> !supersession.supersedes(claim)).toList();
    return carried(Contested.builder(), support).sides(cite(standing)).build();
  }

  // Rules 1 to 4: what there is

  private void sort(int row) {
    int standing = standing(row, party);
    if (standing == Parties.STRANGER) {
      return;
    }
    int grade = grade(row, view::exists);
    if (grade == NO_EVIDENCE) {
      notYetKnown |= counts(row, standing, grade(row, view::isAdmitted));
    } else if (!counts(row, standing, grade)) {
      add(row, hints);
    } else if (rows.get(row, Corpus.EARLIEST) > view.asOf()) {
      later = true;
    } else if (rows.get(row, Corpus.LATEST) <= view.asOf()
        || (rows.get(row, Corpus.TAGS) & Corpus.SPAN) != 0) {
      add(row, counted);
    } else {
      add(row, possibly);
    }
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

  /** Adds a row to those of its sort, unless it was certainly said later. */
  private void add(int row, List<Bearing> sort) {
    if (rows.get(row, Corpus.EARLIEST) <= view.asOf()) {
      sort.add(bearing(row, party));
    }
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
        GRADES[grade(row, view::exists)],
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
      if (sinceTheTurn || !supersession.supersedes(claim)) {
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
    return Comparator.comparing((Bearing claim) -> claim.term() != term)
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
   * What media other than the party say on the proposition itself, in their own voice, each claim
   * once.
   */
  private List<Bearing> reports() {
    List<Bearing> reports = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Postings media = corpus.media();
    for (int i = 0; i < media.size(proposition); i++) {
      int medium = media.get(proposition, i);
      int cell = rows.cell(medium, proposition);
      for (int row = rows.start(cell); row < rows.end(cell); row++) {
        boolean own = standing(row, party) != Parties.STRANGER;
        boolean direct = (rows.get(row, Corpus.TAGS) & Corpus.IMPLIED) == 0;
        if (direct
            && !own
            && rows.get(row, Corpus.EARLIEST) <= view.asOf()
            && grade(row, view::exists) != NO_EVIDENCE
            && seen.add(rows.get(row, Corpus.CLAIM))) {
          reports.add(bearing(row, medium));
        }
      }
    }
    return reports;
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
}
