package org.demarche.network;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Tally;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;

/**
 * How often parties hold the same position, from a Tracker's viewpoint. A position that is
 * contested or unknown is compared with none.
 *
 * <p>It asks the Tracker once for all stances; what is then asked of it takes a bit a party and a
 * proposition.
 *
 * <pre>{@code
 * Agreement agreement = AgreementQuery.of(tracker);
 * agreement.between("CN", "KR").same();
 * agreement.onIssue("session-46").contestedOnly().all().network(Tally.Measure.IDENTICAL_SHARE)
 * }</pre>
 */
public final class AgreementQuery {
  private final Tracker tracker;
  private final ActorKind kind;
  private final ImmutableMap<String, Integer> propositions;
  private final ImmutableMap<String, Bits> held;
  private final long[] asked;
  private final ImmutableList<String> steps;

  /** Whether the parties were named, so that each stays. */
  private final boolean named;

  /** What a party is known to hold: a bit a proposition. */
  private static final class Bits {
    final long[] pro;
    final long[] contra;
    final long[] uncommitted;

    Bits(List<PositionOutcome> cells, int words) {
      pro = new long[words];
      contra = new long[words];
      uncommitted = new long[words];
      for (int number = 0; number < cells.size(); number++) {
        switch (cells.get(number)) {
          case FOR -> pro[number / Long.SIZE] |= 1L << number;
          case AGAINST -> contra[number / Long.SIZE] |= 1L << number;
          case UNCOMMITTED -> uncommitted[number / Long.SIZE] |= 1L << number;
          case CONTESTED, UNKNOWN -> {}
        }
      }
    }

    long known(int word) {
      return pro[word] | contra[word] | uncommitted[word];
    }
  }

  private AgreementQuery(
      Tracker tracker,
      ActorKind kind,
      ImmutableMap<String, Integer> propositions,
      ImmutableMap<String, Bits> held,
      long[] asked,
      ImmutableList<String> steps,
      boolean named) {
    this.tracker = tracker;
    this.kind = kind;
    this.propositions = propositions;
    this.held = held;
    this.asked = asked;
    this.steps = steps;
    this.named = named;
  }

  /** That of states, on all propositions. */
  public static AgreementQuery of(Tracker tracker) {
    return of(tracker, ActorKind.STATE);
  }

  /** That of states, organs, persons or media, on all propositions. */
  public static AgreementQuery of(Tracker tracker, ActorKind kind) {
    StanceGrid stances = tracker.stanceGrid(kind);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    stances.propositions().forEach(id -> numbers.put(id, numbers.size()));
    int words = (numbers.size() + Long.SIZE - 1) / Long.SIZE;
    ImmutableMap.Builder<String, Bits> held = ImmutableMap.builder();
    int first = 0;
    for (String party : stances.parties()) {
      int next = first + numbers.size();
      held.put(party, new Bits(stances.cells().subList(first, next), words));
      first = next;
    }
    BitSet all = new BitSet();
    all.set(0, numbers.size());
    return new AgreementQuery(
        tracker,
        kind,
        ImmutableMap.copyOf(numbers),
        held.buildOrThrow(),
        Arrays.copyOf(all.toLongArray(), words),
        ImmutableList.of(),
        false);
  }

  // Narrowing

  /**
   * That of some parties.
   *
   * @throws IllegalArgumentException if an id is not in the dossier, or of another kind
   */
  public AgreementQuery parties(String... ids) {
    requireSome("parties", ids);
    Map<String, Bits> some = new LinkedHashMap<>();
    for (String id : ids) {
      some.put(id, held(id));
    }
    return new AgreementQuery(
        tracker,
        kind,
        propositions,
        ImmutableMap.copyOf(some),
        asked,
        and("of " + String.join(" and ", ids)),
        true);
  }

  private ImmutableList<String> and(String step) {
    return ImmutableList.<String>builder().addAll(steps).add(step).build();
  }

  private static void requireSome(String what, String[] ids) {
    if (ids.length == 0) {
      throw new IllegalArgumentException(
          "'" + what + "' needs one at least; without that step all are there");
    }
  }

  /**
   * That on some propositions.
   *
   * @throws IllegalArgumentException if an id is not a proposition of the dossier
   */
  public AgreementQuery on(String... ids) {
    requireSome("on", ids);
    for (String id : ids) {
      tracker.dossier().ids().proposition(id);
    }
    return only("on " + String.join(" and ", ids), Arrays.asList(ids));
  }

  /**
   * That on the propositions of some issues.
   *
   * @throws IllegalArgumentException if the dossier has no proposition of an issue
   */
  public AgreementQuery onIssue(String... issues) {
    requireSome("onIssue", issues);
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    for (String issue : issues) {
      ids.addAll(tracker.dossier().ids().issue(issue));
    }
    return only("on issue " + String.join(" and ", issues), ids.build());
  }

  private AgreementQuery only(String step, List<String> ids) {
    long[] some = new long[asked.length];
    for (String id : ids) {
      int number = requireNonNull(propositions.get(id));
      some[number / Long.SIZE] |= 1L << number;
    }
    return only(step, some);
  }

  /**
   * That on contested propositions: those on which at least two different stances occur among these
   * parties. What nobody disputes says nothing about who sides with whom (E. Voeten's rule).
   */
  public AgreementQuery contestedOnly() {
    long[] contested = new long[asked.length];
    for (int word = 0; word < contested.length; word++) {
      long pro = 0;
      long contra = 0;
      long uncommitted = 0;
      for (Bits one : held.values()) {
        pro |= one.pro[word];
        contra |= one.contra[word];
        uncommitted |= one.uncommitted[word];
      }
      contested[word] = (pro & contra) | (pro & uncommitted) | (contra & uncommitted);
    }
    return only("contested among these", contested);
  }

  private AgreementQuery only(String step, long[] some) {
    long[] both = new long[asked.length];
    Arrays.setAll(both, word -> asked[word] & some[word]);
    return new AgreementQuery(tracker, kind, propositions, held, both, and(step), named);
  }

  // Answers

  /**
   * How often two parties hold the same position.
   *
   * @throws IllegalArgumentException if an id is not in the dossier, of another kind, or both are
   *     one
   */
  public Tally between(String first, String second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "'" + first + "' is compared with itself; give two parties");
    }
    return tally(first, held(first), second, held(second))
        .asked(
            "Agreement on %d propositions%s, %s"
                .formatted(count(), narrowed(), tracker.viewpoint()));
  }

  private int count() {
    return Arrays.stream(asked).map(Long::bitCount).mapToInt(Math::toIntExact).sum();
  }

  private String narrowed() {
    return steps.isEmpty() ? "" : ", " + String.join(", ", steps);
  }

  /**
   * How often each two of the parties hold the same position: those that were named, or else those
   * that hold a known position. A thousand parties make half a million pairs.
   *
   * @throws IllegalArgumentException if they are more than a matrix holds, see {@link
   *     Network#cells}
   */
  public AgreementTable all() {
    List<Map.Entry<String, Bits>> parties =
        held.entrySet().stream().filter(party -> named || holdsAny(party.getValue())).toList();
    Network.cells(parties.size(), parties.size());
    ImmutableList.Builder<Tally> pairs = ImmutableList.builder();
    for (int i = 0; i < parties.size(); i++) {
      Map.Entry<String, Bits> one = parties.get(i);
      for (Map.Entry<String, Bits> other : parties.subList(i + 1, parties.size())) {
        pairs.add(tally(one.getKey(), one.getValue(), other.getKey(), other.getValue()));
      }
    }
    String question =
        "Agreement of %d %s actors on %d propositions%s"
            .formatted(parties.size(), kind, count(), narrowed());
    return AgreementTable.of(
        question,
        tracker.viewpoint(),
        parties.stream().map(Map.Entry::getKey).toList(),
        count(),
        pairs.build());
  }

  private boolean holdsAny(Bits party) {
    for (int word = 0; word < asked.length; word++) {
      if ((party.known(word) & asked[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private Tally tally(String first, Bits one, String second, Bits other) {
    int joint = 0;
    int decided = 0;
    int neither = 0;
    int opposed = 0;
    for (int word = 0; word < asked.length; word++) {
      long mask = asked[word];
      joint += Long.bitCount(one.known(word) & other.known(word) & mask);
      decided +=
          Long.bitCount(
              ((one.pro[word] & other.pro[word]) | (one.contra[word] & other.contra[word])) & mask);
      neither += Long.bitCount(one.uncommitted[word] & other.uncommitted[word] & mask);
      opposed +=
          Long.bitCount(
              ((one.pro[word] & other.contra[word]) | (one.contra[word] & other.pro[word])) & mask);
    }
    return Tally.of(first, second, joint, decided + neither, decided, opposed);
  }

  private Bits held(String party) {
    Actor actor = tracker.dossier().ids().party(party);
    Bits known = held.get(party);
    if (known == null) {
      throw new IllegalArgumentException(
          actor.kind() == kind
              ? "'%s' was left out by parties(%s)"
                  .formatted(party, String.join(", ", held.keySet()))
              : "'%s' is of kind %s, and this is the agreement of %s actors: ask AgreementQuery.of(tracker, %s)"
                  .formatted(party, actor.kind(), kind, actor.kind()));
    }
    return known;
  }

  /** Returns what is asked so far, and how to go on. */
  @Override
  public String toString() {
    return "Agreement of %s actors on %d propositions%s, not yet asked: between(…) or all() asks"
        .formatted(kind, count(), narrowed());
  }
}
