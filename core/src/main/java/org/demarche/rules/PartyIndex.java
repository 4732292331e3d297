package org.demarche.rules;

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
 * Who belongs to whom, and whose claims count for whom (rule 1). Actors go by their number in the
 * dossier.
 *
 * <p>A <i>family</i> is a state with its organs, or else a person or a medium alone; it goes by the
 * number of its head.
 */
final class PartyIndex {
  /**
   * How a principal stands to a party: not at all, as a hint, or with an authority (its ordinal).
   */
  static final int STRANGER = -2;

  static final int HINT = -1;

  private final Dossier dossier;
  private final List<Actor> actors;
  private final int[] above;
  private final int[] state;
  private final int[] family;
  private final int[][] families;
  private final Map<Integer, List<Integer>> headed = new HashMap<>();
  private final ImmutableList<TermIndex> terms;
  private final Supplier<ImmutableIntArray> heads = Suppliers.memoize(this::headsById);

  PartyIndex(Dossier dossier) {
    this.dossier = dossier;
    this.actors = dossier.actors();
    this.above = actors.stream().mapToInt(a -> a.of().map(this::number).orElse(-1)).toArray();
    this.state = new int[actors.size()];
    TermIndex[] own = new TermIndex[state.length];
    Arrays.fill(own, TermIndex.NONE);
    for (int i = 0; i < state.length; i++) {
      int top = i;
      while (above[top] >= 0) {
        top = above[top];
      }
      state[i] = actors.get(top).kind() == ActorKind.STATE ? top : -1;
      if (!actors.get(i).terms().isEmpty()) {
        own[i] = new TermIndex(actors.get(i).terms());
        for (var term : actors.get(i).terms()) {
          List<Integer> states =
              headed.computeIfAbsent(number(term.head()), k -> new ArrayList<>());
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
            .mapToObj(party -> isGovernment(party) ? own[state[party]] : TermIndex.NONE)
            .collect(ImmutableList.toImmutableList());
    this.families = new int[actors.size()][];
    Arrays.setAll(families, this::familiesOf);
  }

  /** The number of an actor of the dossier. */
  int number(String id) {
    return DossierIndex.found("actor", id, dossier.placeOfActor(id));
  }

  Actor actor(int number) {
    return actors.get(number);
  }

  private ActorKind kind(int number) {
    return actors.get(number).kind();
  }

  boolean isMedium(int number) {
    return kind(number) == ActorKind.MEDIA;
  }

  boolean isState(int number) {
    return kind(number) == ActorKind.STATE;
  }

  /** Whether one belongs to a state and the other to another. */
  boolean areOtherSides(int one, int other) {
    return state[one] >= 0 && state[other] >= 0 && state[one] != state[other];
  }

  /** The state to which an actor belongs, as relay or as principal: its side. */
  Optional<Integer> side(int actor) {
    return state[actor] < 0 ? Optional.empty() : Optional.of(state[actor]);
  }

  /** The family in which a party is asked. */
  int family(int party) {
    return family[party];
  }

  /** The heads of all families, by id. */
  ImmutableIntArray heads() {
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
   * The terms of office that matter to a party: those of its state, and none for persons and media.
   */
  TermIndex terms(int party) {
    return terms.get(party);
  }

  private boolean isGovernment(int actor) {
    return kind(actor) == ActorKind.STATE || kind(actor) == ActorKind.ORGAN;
  }

  /**
   * The families whose answers a principal's claims can enter, as claims that count or as hints.
   * The array is not to be changed.
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
   * How a principal stands to a party: {@link #STRANGER}, {@link #HINT}, or the ordinal of the
   * {@link Authority} with which his word counts.
   */
  int authorityRank(int principal, int party) {
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

  /** Whether the chain of belonging leads from one up to the other. */
  private boolean isUnder(int actor, int party) {
    for (int up = above[actor]; up >= 0; up = above[up]) {
      if (up == party) {
        return true;
      }
    }
    return false;
  }
}
