package org.demarche.network;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Tally;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.questions.OutcomeQuestions;
import org.demarche.rules.EvidenceView;
import org.demarche.suggestion.ShownValue;

/**
 * A query for the agreement of parties: how often they hold the same position, from the viewpoint
 * of a tracker. A contested or unknown position is not compared with any other.
 *
 * <p>The outcomes of a party's positions are derived when it is first compared, and are then kept
 * with the query and with the queries that narrow it; afterwards a comparison of two parties takes
 * a few operations on bits, one bit per party and proposition.
 *
 * <pre>{@code
 * AgreementQuery agreement = AgreementQuery.of(tracker);
 * agreement.between("CN", "KR").same();
 * agreement.onIssue("session-46").contestedOnly().all().network(Tally.Measure.IDENTICAL_SHARE)
 * }</pre>
 *
 * <p>A query is equal to no other object, not even to a query of the same steps. Compare the
 * answers of two queries instead, which are values.
 *
 * @since 0.1
 */
public final class AgreementQuery {
  private final Tracker tracker;
  private final ActorKind kind;

  /** All propositions of the dossier; the place of each is the number of its bit. */
  private final ImmutableList<String> propositions;

  private final ImmutableMap<String, Supplier<Bits>> bitsOfParty;

  /** The propositions of the query, one bit each. */
  private final long[] selected;

  private final ImmutableList<String> steps;

  /** True if the parties were named, so that each of them is kept. */
  private final boolean named;

  /** The known stances of one party: one bit per proposition and stance. */
  private static final class Bits {
    final long[] pro;
    final long[] contra;
    final long[] uncommitted;

    Bits(EvidenceView view, String party, int words) {
      pro = new long[words];
      contra = new long[words];
      uncommitted = new long[words];
      OutcomeQuestions.forEach(
          view,
          party,
          (index, outcome) -> {
            switch (outcome) {
              case FOR -> pro[index / Long.SIZE] |= 1L << index;
              case AGAINST -> contra[index / Long.SIZE] |= 1L << index;
              case UNCOMMITTED -> uncommitted[index / Long.SIZE] |= 1L << index;
              case CONTESTED, UNKNOWN -> {}
            }
          });
    }

    long known(int word) {
      return pro[word] | contra[word] | uncommitted[word];
    }
  }

  private AgreementQuery(
      Tracker tracker,
      ActorKind kind,
      ImmutableList<String> propositions,
      ImmutableMap<String, Supplier<Bits>> bitsOfParty,
      long[] selected,
      ImmutableList<String> steps,
      boolean named) {
    this.tracker = tracker;
    this.kind = kind;
    this.propositions = propositions;
    this.bitsOfParty = bitsOfParty;
    this.selected = selected;
    this.steps = steps;
    this.named = named;
  }

  /**
   * Starts with all states and all propositions.
   *
   * @param tracker the tracker whose positions are compared
   * @return the query
   */
  public static AgreementQuery of(Tracker tracker) {
    requireNonNull(tracker, "tracker");
    return of(tracker, ActorKind.STATE);
  }

  /**
   * Starts with all actors of one kind and all propositions.
   *
   * @param tracker the tracker whose positions are compared
   * @param kind the kind of the actors: states, organs, persons or media
   * @return the query
   */
  public static AgreementQuery of(Tracker tracker, ActorKind kind) {
    requireNonNull(tracker, "tracker");
    requireNonNull(kind, "kind");
    EvidenceView view = TrackerView.of(tracker);
    ImmutableList<String> propositions = OutcomeQuestions.propositions(view);
    int words = (propositions.size() + Long.SIZE - 1) / Long.SIZE;
    BitSet all = new BitSet();
    all.set(0, propositions.size());
    return new AgreementQuery(
        tracker,
        kind,
        propositions,
        tracker.dossier().actors().stream()
            .filter(actor -> actor.kind() == kind)
            .map(Actor::id)
            .sorted()
            .collect(
                toImmutableMap(
                    party -> party,
                    party -> Suppliers.memoize(() -> new Bits(view, party, words)))),
        Arrays.copyOf(all.toLongArray(), words),
        ImmutableList.of(),
        false);
  }

  // Narrowing

  /**
   * Keeps only the given parties.
   *
   * @param ids the ids of the parties; at least one
   * @return the narrowed query; this one is unchanged
   * @throws IllegalArgumentException if no id is given, or one is not in the dossier, is of another
   *     kind, or was left out before
   */
  public AgreementQuery parties(String... ids) {
    Arguments.requireEach(ids, "ids");
    requireAny("parties", ids);
    Map<String, Supplier<Bits>> kept = new LinkedHashMap<>();
    for (String id : ids) {
      kept.put(id, bits(id));
    }
    return new AgreementQuery(
        tracker,
        kind,
        propositions,
        ImmutableMap.copyOf(kept),
        selected,
        withStep("of " + String.join(" and ", ids)),
        true);
  }

  private ImmutableList<String> withStep(String step) {
    return ImmutableList.<String>builder().addAll(steps).add(step).build();
  }

  private static void requireAny(String step, String[] ids) {
    if (ids.length == 0) {
      throw ShownValue.refused(
          "'" + step + "' needs at least one id; leave the step out to keep all");
    }
  }

  /**
   * Keeps only the given propositions.
   *
   * @param ids the ids of the propositions; at least one
   * @return the narrowed query; this one is unchanged
   * @throws IllegalArgumentException if no id is given, or one is not a proposition of the dossier
   */
  public AgreementQuery on(String... ids) {
    Arguments.requireEach(ids, "ids");
    requireAny("on", ids);
    for (String id : ids) {
      new IdLookup(tracker.dossier()).proposition(id);
    }
    return keep("on " + String.join(" and ", ids), Arrays.asList(ids));
  }

  /**
   * Keeps only the propositions of the given issues.
   *
   * @param issues the issues; at least one
   * @return the narrowed query; this one is unchanged
   * @throws IllegalArgumentException if no issue is given, or the dossier has no proposition of one
   */
  public AgreementQuery onIssue(String... issues) {
    Arguments.requireEach(issues, "issues");
    requireAny("onIssue", issues);
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    for (String issue : issues) {
      ids.addAll(new IdLookup(tracker.dossier()).issue(issue));
    }
    return keep("on issue " + String.join(" and ", issues), ids.build());
  }

  private AgreementQuery keep(String step, List<String> ids) {
    long[] kept = new long[selected.length];
    Set<String> some = ImmutableSet.copyOf(ids);
    for (int index = 0; index < propositions.size(); index++) {
      if (some.contains(propositions.get(index))) {
        kept[index / Long.SIZE] |= 1L << index;
      }
    }
    return keep(step, kept);
  }

  /**
   * Keeps only the propositions on which the parties of this query hold at least two different
   * stances. A proposition that no party disputes does not show who sides with whom (E. Voeten's
   * rule).
   *
   * @return the narrowed query; this one is unchanged
   */
  public AgreementQuery contestedOnly() {
    long[] contested = new long[selected.length];
    for (int word = 0; word < contested.length; word++) {
      long pro = 0;
      long contra = 0;
      long uncommitted = 0;
      for (Supplier<Bits> party : bitsOfParty.values()) {
        Bits one = party.get();
        pro |= one.pro[word];
        contra |= one.contra[word];
        uncommitted |= one.uncommitted[word];
      }
      contested[word] = (pro & contra) | (pro & uncommitted) | (contra & uncommitted);
    }
    return keep("contested among these parties", contested);
  }

  private AgreementQuery keep(String step, long[] kept) {
    long[] both = new long[selected.length];
    Arrays.setAll(both, word -> selected[word] & kept[word]);
    return new AgreementQuery(
        tracker, kind, propositions, bitsOfParty, both, withStep(step), named);
  }

  // Answers

  /**
   * Returns how often two parties hold the same position.
   *
   * @param first the id of one party
   * @param second the id of the other party
   * @return the tally of the two
   * @throws IllegalArgumentException if both ids are the same, or one is not in the dossier, is of
   *     another kind, or was left out
   */
  public Tally between(String first, String second) {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    if (first.equals(second)) {
      throw ShownValue.refused("'" + first + "' is compared with itself; give two parties");
    }
    String question =
        "Agreement on %s propositions%s, %s"
            .formatted(propositionCount(), stepsText(), tracker.viewpoint());
    return tally(question, first, bits(first).get(), second, bits(second).get());
  }

  private int propositionCount() {
    return Arrays.stream(selected).map(Long::bitCount).mapToInt(Math::toIntExact).sum();
  }

  private String stepsText() {
    return steps.isEmpty() ? "" : ", " + String.join(", ", steps);
  }

  /**
   * Returns how often each two of the parties hold the same position. The parties are named in
   * {@link #parties}; default: all that hold a known position on a proposition of this query. A
   * thousand parties make half a million pairs.
   *
   * @return the tally of each pair
   * @throws IllegalArgumentException if there are too many parties for a matrix: more than 46,340
   */
  public AgreementTable all() {
    List<Map.Entry<String, Bits>> parties =
        Maps.transformValues(bitsOfParty, Supplier::get).entrySet().stream()
            .filter(party -> named || holdsAny(party.getValue()))
            .toList();
    Arguments.matrixSize(parties.size(), parties.size());
    ImmutableList.Builder<Tally> pairs = ImmutableList.builder();
    for (int i = 0; i < parties.size(); i++) {
      Map.Entry<String, Bits> one = parties.get(i);
      for (Map.Entry<String, Bits> other : parties.subList(i + 1, parties.size())) {
        pairs.add(tally("", one.getKey(), one.getValue(), other.getKey(), other.getValue()));
      }
    }
    String question =
        "Agreement of %s %s actors on %s propositions%s"
            .formatted(parties.size(), kind, propositionCount(), stepsText());
    return AnswerFactory.get()
        .agreementTable(
            question,
            tracker.viewpoint(),
            parties.stream().map(Map.Entry::getKey).toList(),
            propositionCount(),
            pairs.build());
  }

  private boolean holdsAny(Bits party) {
    for (int word = 0; word < selected.length; word++) {
      if ((party.known(word) & selected[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private Tally tally(String question, String first, Bits one, String second, Bits other) {
    int joint = 0;
    int decided = 0;
    int neither = 0;
    int opposed = 0;
    for (int word = 0; word < selected.length; word++) {
      long mask = selected[word];
      joint += Long.bitCount(one.known(word) & other.known(word) & mask);
      decided +=
          Long.bitCount(
              ((one.pro[word] & other.pro[word]) | (one.contra[word] & other.contra[word])) & mask);
      neither += Long.bitCount(one.uncommitted[word] & other.uncommitted[word] & mask);
      opposed +=
          Long.bitCount(
              ((one.pro[word] & other.contra[word]) | (one.contra[word] & other.pro[word])) & mask);
    }
    return AnswerFactory.get()
        .tally(question, first, second, joint, decided + neither, decided, opposed);
  }

  private Supplier<Bits> bits(String party) {
    Actor actor = new IdLookup(tracker.dossier()).party(party);
    Supplier<Bits> bits = bitsOfParty.get(party);
    if (bits == null) {
      throw ShownValue.refused(
          actor.kind() == kind
              ? "'%s' was left out by parties(%s)"
                  .formatted(party, String.join(", ", bitsOfParty.keySet()))
              : "'%s' is of kind %s, and this is the agreement of %s actors: use AgreementQuery.of(tracker, %s)"
                  .formatted(party, actor.kind(), kind, actor.kind()));
    }
    return bits;
  }

  /** {@return the query so far, and how to run it} */
  @Override
  public String toString() {
    return "Agreement of %s actors on %s propositions%s; call between(…) or all() for the answer"
        .formatted(kind, propositionCount(), stepsText());
  }
}
