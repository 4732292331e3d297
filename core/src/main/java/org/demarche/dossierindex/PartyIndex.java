package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Dossier;
import org.demarche.model.Membership;

/**
 * The actors of a dossier by number. Each party belongs to a family: the head of a family is a
 * state or an organisation, to whose family its organs belong, or a person or a medium, alone.
 */
public final class PartyIndex {
  /** The authority rank of a principal who does not concern a party. */
  public static final int STRANGER = -2;

  /** The authority rank of a principal whose claims only hint at the party's position. */
  public static final int HINT = -1;

  private static final int NONE = -1;

  private final List<Actor> actors;
  private final int[] above;

  /** The state or organisation to which an actor belongs, or -1. */
  private final int[] side;

  private final int[] family;
  private final int[][] families;

  /** The actors whose terms of office hold for the claims of an actor, or -1. */
  private final int[] termsOwner;

  private final AdministrationIndex[] own;
  private final Map<Integer, List<Integer>> headed = new HashMap<>();

  /** The actors that a person heads or headed at some time, with all that are above them. */
  private final Map<Integer, Set<Integer>> leads = new HashMap<>();

  /** The states that continue a state, and the state that a state continues. */
  private final Map<Integer, List<Integer>> successors = new HashMap<>();

  private final Map<Integer, Integer> predecessors = new HashMap<>();

  /** The organisations of which an actor is a member, each with its memberships. */
  private final Map<Integer, List<Integer>> organisations = new HashMap<>();

  /** The memberships of each organisation, by the id of the member. */
  private final Map<Integer, Map<String, List<Membership>>> memberships = new HashMap<>();

  private final Supplier<ImmutableIntArray> heads = Suppliers.memoize(this::headsById);

  PartyIndex(Dossier dossier, RecordNumbers numbers) {
    this.actors = dossier.actors();
    int size = actors.size();
    this.above = actors.stream().mapToInt(a -> a.of().map(numbers::actor).orElse(NONE)).toArray();
    this.side = new int[size];
    this.own = new AdministrationIndex[size];
    Arrays.fill(own, AdministrationIndex.NONE);
    for (int i = 0; i < size; i++) {
      int top = i;
      while (above[top] >= 0) {
        top = above[top];
      }
      side[i] = isSide(top) ? top : NONE;
      Actor actor = actors.get(i);
      if (!actor.terms().isEmpty()) {
        own[i] = new AdministrationIndex(actor.terms());
        for (var term : actor.terms()) {
          List<Integer> led =
              headed.computeIfAbsent(numbers.actor(term.head()), k -> new ArrayList<>());
          addLast(i, led);
          Set<Integer> all =
              leads.computeIfAbsent(numbers.actor(term.head()), k -> new HashSet<>());
          int at = i;
          while (at >= 0 && all.add(at)) {
            at = above[at];
          }
        }
      }
      if (actor.succeeds().isPresent()) {
        int predecessor = numbers.actor(actor.succeeds().get());
        predecessors.put(i, predecessor);
        successors.computeIfAbsent(predecessor, k -> new ArrayList<>()).add(i);
      }
      for (Membership membership : actor.members()) {
        List<Integer> joined =
            organisations.computeIfAbsent(
                numbers.actor(membership.member()), k -> new ArrayList<>());
        addLast(i, joined);
        memberships
            .computeIfAbsent(i, k -> new HashMap<>())
            .computeIfAbsent(membership.member(), k -> new ArrayList<>())
            .add(membership);
      }
    }
    this.family = new int[size];
    Arrays.setAll(family, party -> isGovernment(party) && side[party] >= 0 ? side[party] : party);
    this.termsOwner = new int[size];
    Arrays.setAll(termsOwner, this::nearestTerms);
    this.families = new int[size][];
    Arrays.setAll(families, this::familiesOf);
  }

  /** Adds a number to an ascending list, unless it is the last. */
  private static void addLast(int number, List<Integer> to) {
    if (to.isEmpty() || to.get(to.size() - 1) != number) {
      to.add(number);
    }
  }

  private int nearestTerms(int actor) {
    for (int at = actor; at >= 0 && isGovernment(at); at = above[at]) {
      if (actors.get(at).authority() == Authority.NONE) {
        return NONE;
      }
      if (!own[at].isEmpty()) {
        return at;
      }
    }
    return NONE;
  }

  /** Returns the actor of a number. */
  public Actor actor(int number) {
    return actors.get(number);
  }

  private ActorKind kind(int number) {
    return actors.get(number).kind();
  }

  /** Returns the actor to which an actor belongs directly, or -1 if it belongs to none. */
  public int above(int actor) {
    return above[actor];
  }

  /** Returns whether an actor is a medium. */
  public boolean isMedium(int number) {
    return kind(number) == ActorKind.MEDIA;
  }

  /** Returns whether an actor is a person. */
  public boolean isPerson(int number) {
    return kind(number) == ActorKind.PERSON;
  }

  /** Returns whether an actor is a state or an organisation. */
  public boolean isSide(int number) {
    return kind(number) == ActorKind.STATE || kind(number) == ActorKind.ORGANISATION;
  }

  /** Returns the state or organisation to which an actor belongs, as relay or as principal. */
  public Optional<Integer> side(int actor) {
    return side[actor] < 0 ? Optional.empty() : Optional.of(side[actor]);
  }

  /**
   * Returns whether a relay or an issuer is of another side than a principal (rule 12). The own
   * side is the state or organisation of the principal, the states that it continues, and an
   * organisation itself of which it is a member on the day of publication; not its organs.
   */
  public boolean isOtherSide(int relay, int principal, LocalDate published) {
    if (side[relay] < 0 || side[principal] < 0 || side[relay] == side[principal]) {
      return false;
    }
    if (isMember(side[principal], relay, published)) {
      return false;
    }
    Integer before = predecessors.get(side[principal]);
    while (before != null) {
      if (before == side[relay]) {
        return false;
      }
      before = predecessors.get(before);
    }
    return true;
  }

  /** Returns whether an actor is a member of an organisation on a day. */
  public boolean isMember(int actor, int organisation, LocalDate day) {
    return memberships
        .getOrDefault(organisation, Map.of())
        .getOrDefault(actors.get(actor).id(), List.of())
        .stream()
        .anyMatch(one -> one.contains(day));
  }

  /** Returns the organisations of which a party is a member at some time. */
  public List<Integer> organisations(int party) {
    return organisations.getOrDefault(party, List.of());
  }

  /** Returns the family in whose rows the claims of a party are found. */
  public int family(int party) {
    return family[party];
  }

  /** Returns the heads of all families, in the order of their ids. */
  public ImmutableIntArray heads() {
    return heads.get();
  }

  private ImmutableIntArray headsById() {
    return ImmutableIntArray.copyOf(
        IntStream.range(0, actors.size())
            .filter(actor -> family(actor) == actor)
            .boxed()
            .sorted(Comparator.comparing(actor -> actors.get(actor).id()))
            .mapToInt(Integer::intValue));
  }

  /**
   * Returns the terms of office that hold for the claims of an actor: of the terms nearest above
   * it, its own or those of its state or organisation; none for persons, media and organs that do
   * not speak for a government.
   */
  public AdministrationIndex terms(int actor) {
    return termsOwner[actor] < 0 ? AdministrationIndex.NONE : own[termsOwner[actor]];
  }

  /** Returns the actor whose terms of office hold for the claims of an actor, or -1 for none. */
  public int termsOwner(int actor) {
    return termsOwner[actor];
  }

  /**
   * Returns the principal of a claim whose terms of office hold for it: of those that count for a
   * party the first with terms other than those of its state, or the first.
   *
   * @param principals the principals in the order of their ids, at least one
   */
  public int principalOfTerms(int party, int... principals) {
    int first = -1;
    for (int principal : principals) {
      if (principals.length == 1) {
        return principal;
      }
      if (authorityRank(principal, party) >= 0) {
        if (termsOwner[principal] >= 0 && termsOwner[principal] != side[principal]) {
          return principal;
        }
        first = first < 0 ? principal : first;
      }
    }
    return first < 0 ? principals[0] : first;
  }

  private boolean isGovernment(int actor) {
    return isSide(actor) || kind(actor) == ActorKind.ORGAN;
  }

  /**
   * Returns the families in whose answers a principal's claims can occur, as claims that count or
   * as hints. The array must not be changed.
   */
  int[] families(int principal) {
    return families[principal];
  }

  /** Returns the actors of an earlier index whose claims can now occur in other answers. */
  List<Integer> changedSince(PartyIndex before) {
    return IntStream.range(0, before == this ? 0 : before.families.length)
        .filter(actor -> !Arrays.equals(families[actor], before.families[actor]))
        .boxed()
        .toList();
  }

  private int[] familiesOf(int principal) {
    Set<Integer> found = new LinkedHashSet<>();
    found.add(family(principal));
    if (kind(principal) == ActorKind.PERSON) {
      if (above[principal] >= 0 && isGovernment(above[principal])) {
        found.add(family(above[principal]));
      }
      headed.getOrDefault(principal, List.of()).forEach(led -> found.add(family(led)));
    }
    List<Integer> open = new ArrayList<>();
    if (isGovernment(principal)) {
      open.add(family(principal));
    }
    while (!open.isEmpty()) {
      for (int successor : successors.getOrDefault(open.remove(open.size() - 1), List.of())) {
        if (found.add(successor)) {
          open.add(successor);
        }
      }
    }
    return Ints.toArray(found);
  }

  /**
   * Returns the day from which what is said for a principal no longer counts for a family, since it
   * continues the state of the principal from that day on; empty if the family does not.
   */
  private Optional<LocalDate> succession(int principal, int party) {
    if (side[principal] < 0 || !predecessors.containsKey(party) || side[principal] == party) {
      return Optional.empty();
    }
    for (Integer at = party; at != null; at = predecessors.get(at)) {
      if (side[principal] == predecessors.getOrDefault(at, NONE)) {
        return actors.get(at).from();
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether what was said for a principal by a day counts for a party, as far as the party
   * continues its state.
   */
  public boolean isInTime(int principal, int party, LocalDate latest) {
    Optional<LocalDate> since = succession(principal, party);
    return since.isEmpty() || latest.isBefore(since.get());
  }

  /** Returns whether a party continues the state to which an actor belongs. */
  public boolean continues(int party, int actor) {
    return succession(actor, party).isPresent();
  }

  /**
   * Returns the rank with which a principal's claims count for a party: {@link #STRANGER}, {@link
   * #HINT}, or the ordinal of an {@link Authority}. What is said for the predecessor of a state
   * counts with its rank there, if it was said in time.
   */
  public int authorityRank(int principal, int party) {
    if (!continues(party, principal)) {
      return rankWithin(principal, party);
    }
    int rank = rankWithin(principal, side[principal]);
    return rank == HINT ? STRANGER : rank;
  }

  private int rankWithin(int principal, int party) {
    if (principal == party) {
      return rank(principal);
    }
    if (isGovernment(principal)) {
      if (!isUnder(principal, party)) {
        return STRANGER;
      }
      return speaksForItself(principal, party) ? HINT : rank(principal);
    }
    if (kind(principal) != ActorKind.PERSON) {
      return STRANGER;
    }
    boolean official = isUnder(principal, party) && isGovernment(above[principal]);
    boolean head = leads.getOrDefault(principal, Set.of()).contains(party);
    return official || head ? HINT : STRANGER;
  }

  /** Returns the authority of an actor; among its own claims NONE ranks as UNSPECIFIED. */
  private int rank(int actor) {
    return Math.max(actors.get(actor).authority().ordinal(), Authority.UNSPECIFIED.ordinal());
  }

  /** Returns whether an organ, or one above it below a party, does not speak for the party. */
  private boolean speaksForItself(int organ, int party) {
    for (int at = organ; at >= 0 && at != party; at = above[at]) {
      if (actors.get(at).authority() == Authority.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Returns the organ nearest to an actor, or itself, that does not speak for a party over it. */
  public Optional<Integer> ownBody(int actor, int party) {
    if (!isUnder(actor, party) || !isGovernment(actor) || !speaksForItself(actor, party)) {
      return Optional.empty();
    }
    int at = actor;
    while (actors.get(at).authority() != Authority.NONE) {
      at = above[at];
    }
    return Optional.of(at);
  }

  /** Returns whether an actor belongs to a party, directly or through others. */
  private boolean isUnder(int actor, int party) {
    for (int up = above[actor]; up >= 0; up = above[up]) {
      if (up == party) {
        return true;
      }
    }
    return false;
  }
}
