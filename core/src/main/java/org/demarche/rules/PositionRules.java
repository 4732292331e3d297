package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.AnswerFactory.EvidenceFacts;
import org.demarche.answer.factory.AnswerFactory.PositionFacts;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.model.Stance;

/**
 * The derivation of one position. The rows of the party on the proposition that count are walked
 * from the newest back, until no older row can be unsuperseded; the rows that carry the position
 * are its support.
 */
public final class PositionRules {
  private static final Stance[] STANCES = Stance.values();

  private final EvidenceView view;
  private final DossierIndex index;
  private final PartyIndex parties;
  private final int party;
  private final int proposition;
  private final VisibleRows rows;
  private final Administrations administrations;

  private PositionRules(EvidenceView view, int party, int proposition) {
    this.view = view;
    this.index = view.index();
    this.parties = index.parties();
    this.party = party;
    this.proposition = proposition;
    this.rows = VisibleRows.of(view, party, proposition);
    this.administrations = new Administrations(parties, view.asOf());
  }

  /** Derives the position of a party on a proposition. */
  public static Position position(EvidenceView view, int party, int proposition) {
    PositionRules rules = new PositionRules(view, party, proposition);
    return rules.position(CarryingClaims.of(rules.rows));
  }

  /**
   * Derives the position of a party on a proposition.
   *
   * @param passing what passes on as of the day of the view
   */
  static Position position(EvidenceView view, int party, int proposition, Passing passing) {
    PositionRules rules = new PositionRules(view, party, proposition);
    return rules.position(CarryingClaims.of(rules.rows, passing));
  }

  private Position position(CarryingClaims carrying) {
    int stances = carrying.stances(rows);
    if (stances == 0) {
      return unknown(carrying);
    }
    List<VisibleClaim> support = CarryingClaims.claims(carrying.support(), rows);
    CitationRules.Order order = new CitationRules.Order(support, administrations, view.asOf());
    if (Integer.bitCount(stances) == 1) {
      Stance stance = STANCES[Integer.numberOfTrailingZeros(stances)];
      Supplier<ImmutableList<CitedClaim>> rivals =
          stance == Stance.FOR ? () -> rivals(order.newestDay()) : ImmutableList::of;
      return AnswerFactory.get()
          .known(facts(related(carrying, rivals).later()), evidence(order), stance);
    }
    List<VisibleClaim> sides =
        order.cited().stream().filter(claim -> carrying.unsuperseded().get(claim.row())).toList();
    return AnswerFactory.get()
        .contested(
            facts(related(carrying, ImmutableList::of).later()),
            evidence(order),
            CitationRules.cite(view, sides));
  }

  private EvidenceFacts evidence(CitationRules.Order order) {
    LocalDate last = LocalDate.ofEpochDay(order.newestDay());
    int deciding =
        administrations.deciding(
            party, order.newestDay(), Lists.transform(order.newest(), VisibleClaim::principal));
    return new EvidenceFacts(
        CitationRules.cite(view, order.cited()),
        order.decisive().size(),
        administrations.isCurrent(party, order.newestDay(), deciding)
            ? Standing.CURRENT
            : Standing.INHERITED,
        parties.terms(deciding).term(last),
        last,
        independentRoots(order.cited()));
  }

  private int independentRoots(List<VisibleClaim> support) {
    if (support.size() == 1 && rows.pieces(support.get(0).row()) == 1) {
      return 1;
    }
    Set<Integer> sources = new HashSet<>();
    for (VisibleClaim claim : support) {
      for (int piece = 0; piece < rows.pieces(claim.row()); piece++) {
        if (rows.exists(claim.row(), piece)) {
          sources.add(rows.source(claim.row(), piece));
        }
      }
    }
    return index.sources().independentRoots(sources);
  }

  // Rivals and parts

  /**
   * Returns the party's own explicit claims for a rival that are not older than the position.
   *
   * @param since the day on which the position was last evidenced
   */
  private ImmutableList<CitedClaim> rivals(int since) {
    List<VisibleClaim> found = new ArrayList<>();
    for (int rival : index.rivals(proposition)) {
      held(rival, Stance.FOR).stream()
          .flatMap(order -> order.decisive().stream())
          .filter(claim -> !claim.isImplied())
          .min(
              Comparator.comparingInt((VisibleClaim claim) -> -claim.latestBy(view.asOf()))
                  .thenComparing(claim -> claim.claim().id()))
          .filter(claim -> claim.latestBy(view.asOf()) >= since)
          .ifPresent(found::add);
    }
    return CitationRules.cite(view, found);
  }

  /** Returns the claims that carry a position of a stance on another proposition, if it is so. */
  private Optional<CitationRules.Order> held(int other, Stance stance) {
    VisibleRows there = VisibleRows.of(view, party, other);
    CarryingClaims carrying = CarryingClaims.of(there);
    if (carrying.stances(there) != 1 << stance.ordinal()) {
      return Optional.empty();
    }
    List<VisibleClaim> support = CarryingClaims.claims(carrying.support(), there);
    return Optional.of(new CitationRules.Order(support, administrations, view.asOf()));
  }

  /** Returns, for each direct part that is held as the composite has it, the claim to cite. */
  private ImmutableList<CitedClaim> partsHeld() {
    Map<Integer, Stance> inOrder = new TreeMap<>(index.inOrder());
    inOrder.putAll(index.parts(proposition));
    List<VisibleClaim> held = new ArrayList<>();
    inOrder.forEach(
        (part, stance) ->
            held(part, stance).stream()
                .flatMap(order -> order.cited().stream())
                .filter(claim -> !claim.isImplied())
                .findFirst()
                .ifPresent(held::add));
    return CitationRules.cite(view, held);
  }

  // Unknown positions

  private Unknown unknown(CarryingClaims carrying) {
    RelatedClaimRules related = related(carrying, ImmutableList::of);
    List<VisibleClaim> possible = related.possible();
    List<VisibleClaim> hints = related.hints();
    ImmutableList<CitedClaim> parts = partsHeld();
    BitSet corrected = new BitSet();
    Unknown.Reason reason = reason(carrying, possible, hints, parts, corrected);
    return AnswerFactory.get()
        .unknown(facts(related.given(possible, hints, parts, corrected)), reason);
  }

  /**
   * Returns the reason why the position is unknown: the first that fits (rule 14).
   *
   * @param corrected collects the rows of the reason CORRECTED
   */
  private Unknown.Reason reason(
      CarryingClaims carrying,
      List<VisibleClaim> possible,
      List<VisibleClaim> hints,
      List<CitedClaim> parts,
      BitSet corrected) {
    if (!parts.isEmpty()) {
      return Unknown.Reason.ONLY_PARTS;
    }
    if (!carrying.retracted().isEmpty()) {
      return Unknown.Reason.RETRACTED;
    }
    if (carrying.isLost()) {
      return Unknown.Reason.NO_LONGER_IMPLIED;
    }
    if (!hints.isEmpty()) {
      return Unknown.Reason.ONLY_HINTS;
    }
    if (!possible.isEmpty()) {
      return Unknown.Reason.ONLY_POSSIBLY;
    }
    return reasonBeyondEvidence(corrected);
  }

  private Unknown.Reason reasonBeyondEvidence(BitSet corrected) {
    boolean later = false;
    boolean unpublished = false;
    boolean unpublishedByNow = false;
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (rows.isEvidenced(row)) {
        later |= rows.earliest(row) > view.asOf() && rows.counts(row);
      } else if (rows.wouldCountUncorrected(row)) {
        corrected.set(row);
      } else if (rows.wouldCount(row) && !rows.isPublished(row)) {
        unpublished = true;
        unpublishedByNow |= rows.isMadeByNow(row);
      }
    }
    if (!corrected.isEmpty()) {
      return Unknown.Reason.CORRECTED;
    }
    if (unpublishedByNow) {
      return Unknown.Reason.NOT_YET_KNOWN;
    }
    if (later) {
      return Unknown.Reason.ONLY_LATER;
    }
    return unpublished ? Unknown.Reason.NOT_YET_KNOWN : Unknown.Reason.NO_CLAIMS;
  }

  private RelatedClaimRules related(
      CarryingClaims carrying, Supplier<ImmutableList<CitedClaim>> rivals) {
    return new RelatedClaimRules(view, party, proposition, rows, carrying, rivals);
  }

  private PositionFacts facts(RelatedClaims related) {
    return new PositionFacts(
        parties.actor(party).id(),
        index.proposition(proposition).id(),
        view.viewpoint(),
        related,
        index.dossier());
  }
}
