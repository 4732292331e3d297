package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Dossier;

/**
 * The actors of a dossier by number, with their families and the authority with which the claims of
 * one actor count for another (rule 1).
 *
 * <p>A <i>family</i> is a state with its organs, or a person or a medium alone. Its number is the
 * number of its head: the state, the person or the medium.
 */
public final class PartyIndex {
  /** The authority rank of a principal whose claims do not concern the party. */
  public static final int STRANGER = -2;

  /** The authority rank of a principal whose claims only hint at the party's position. */
  public static final int HINT = -1;

  private final List<Actor> actors;
  private final int[] above;
  private final int[] state;
  private final int[] family;
  private final int[][] families;
  private final Map<Integer, List<Integer>> headed = new HashMap<>();
  private final ImmutableList<AdministrationIndex> terms;
  private final Supplier<ImmutableIntArray> heads = Suppliers.memoize(this::headsById);

  PartyIndex(Dossier dossier, RecordNumbers numbers) {
    this.actors = dossier.actors();
    this.above = actors.stream().mapToInt(a -> a.of().map(numbers::actor).orElse(-1)).toArray();
    this.state = new int[actors.size()];
    AdministrationIndex[] own = new AdministrationIndex[state.length];
    Arrays.fill(own, AdministrationIndex.NONE);
    for (int i = 0; i < state.length; i++) {
      int top = i;
      while (above[top] >= 0) {
        top = above[top];
      }
      state[i] = actors.get(top).kind() == ActorKind.STATE ? top : -1;
      if (!actors.get(i).terms().isEmpty()) {
        own[i] = new AdministrationIndex(actors.get(i).terms());
        for (var term : actors.get(i).terms()) {
          List<Integer> states =
              headed.computeIfAbsent(numbers.actor(term.head()), k -> new ArrayList<>());
          if (!states.contains(i)) {
            states.add(i);
          }
        }
      }
    }
    this.family = new int[actors.size()];
    Arrays.setAll(family, party -> isGovernment(party) ? state[party] : party);
    this.terms =
        IntStream.range(0, state.length)
            .mapToObj(party -> isGovernment(party) ? own[state[party]] : AdministrationIndex.NONE)
            .collect(ImmutableList.toImmutableList());
    this.families = new int[actors.size()][];
    Arrays.setAll(families, this::familiesOf);
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

  /** Returns whether an actor is a state. */
  public boolean isState(int number) {
    return kind(number) == ActorKind.STATE;
  }

  /** Returns whether two actors belong to two different states. */
  public boolean areOtherSides(int one, int other) {
    return state[one] >= 0 && state[other] >= 0 && state[one] != state[other];
  }

  /** Returns the side of an actor, as relay or as principal: the state to which it belongs. */
  public Optional<Integer> side(int actor) {
    return state[actor] < 0 ? Optional.empty() : Optional.of(state[actor]);
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

  /** Returns the terms of office of a party's state; the list is empty for persons and media. */
  public AdministrationIndex terms(int party) {
    return terms.get(party);
  }

  private boolean isGovernment(int actor) {
    return kind(actor) == ActorKind.STATE || kind(actor) == ActorKind.ORGAN;
  }

  /**
   * Returns the families in whose answers a principal's claims can occur, as claims that count or
   * as hints. The array must not be changed.
   */
  int[] families(int principal) {
    return families[principal];
  }

  private int[] familiesOf(int principal) {
    List<Integer> found = new ArrayList<>();
    found.add(family(principal));
    if (kind(principal) == ActorKind.PERSON) {
      if (above[principal] >= 0 && isGovernment(above[principal])) {
        found.add(state[principal]);
      }
      found.addAll(headed.getOrDefault(principal, List.of()));
    }
    return Ints.toArray(found);
  }

  /**
   * Returns the rank with which a principal's claims count for a party: {@link #STRANGER}, {@link
   * #HINT}, or the ordinal of an {@link Authority}.
   */
  public int authorityRank(int principal, int party) {
    if (principal == party) {
      return actors.get(principal).authority().ordinal();
    }
    if (isGovernment(principal)) {
      return isUnder(principal, party) ? actors.get(principal).authority().ordinal() : STRANGER;
    }
    if (kind(principal) != ActorKind.PERSON) {
      return STRANGER;
    }
    boolean official = isUnder(principal, party) && isGovernment(above[principal]);
    boolean head = headed.getOrDefault(principal, List.of()).contains(party);
    return official || head ? HINT : STRANGER;
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
