package org.demarche.rules;

import static java.time.temporal.IsoFields.WEEK_BASED_YEAR;
import static java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR;
import static java.util.Comparator.comparing;

import com.google.common.collect.Range;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;
import org.demarche.network.DuplicateCounting;

/**
 * The reference implementation of networks of claims. It follows the definitions to the letter:
 * values are sums over pairs of claims, and duplicates are recognized in a list in order.
 */
final class ReferenceNetworks {
  /** The roles in which actors are counted. */
  enum Role {
    STATES,
    PRINCIPALS,
    SPEAKERS
  }

  /** The pairs of claims that are counted. */
  enum Measure {
    CONGRUENCE,
    CONFLICT,
    SUBTRACT,
    IGNORE;

    double of(Stance one, Stance other) {
      double distance =
          one == other ? 0 : one == Stance.UNCOMMITTED || other == Stance.UNCOMMITTED ? 1 / 2.0 : 1;
      return switch (this) {
        case CONGRUENCE -> 1 - distance;
        case CONFLICT -> distance;
        case SUBTRACT -> 1 - 2 * distance;
        case IGNORE -> 1;
      };
    }
  }

  /** The divisors of the value of a pair. */
  enum Divisor {
    NONE,
    AVERAGE,
    PRODUCT,
    JACCARD,
    COSINE
  }

  /**
   * A claim of an actor.
   *
   * @param node the actor, or in a network of propositions the proposition
   * @param matter the proposition, or in a network of propositions the actor
   */
  record Utterance(String node, String matter, Claim claim, Evidence evidence) {
    LocalDate day() {
      return claim.asserted().latest();
    }

    Utterance transposed() {
      return new Utterance(matter, node, claim, evidence);
    }
  }

  private ReferenceNetworks() {}

  // Utterances

  /** Returns the utterances that a view shows, duplicates included. */
  static List<Utterance> utterances(Dossier dossier, ReferenceView view, Role role) {
    ReferenceActors actors = new ReferenceActors(dossier);
    ReferenceEvidence evidence = new ReferenceEvidence(dossier, view, actors);
    List<Utterance> utterances = new ArrayList<>();
    for (Claim claim : dossier.claims()) {
      Optional<Evidence> first = claim.evidence().stream().filter(evidence::exists).findFirst();
      boolean isMade =
          claim.asserted().earliest().map(day -> !day.isAfter(view.asOf())).orElse(true);
      if (evidence.isKept(claim) && isMade && first.isPresent()) {
        for (String actor : counted(claim, role, actors)) {
          utterances.add(new Utterance(actor, claim.proposition(), claim, first.get()));
        }
      }
    }
    return utterances;
  }

  private static Set<String> counted(Claim claim, Role role, ReferenceActors actors) {
    return switch (role) {
      case SPEAKERS -> claim.speakers();
      case PRINCIPALS -> claim.principals();
      case STATES -> {
        Set<String> states = new TreeSet<>();
        for (String principal : claim.principals()) {
          Actor actor = actors.actor(principal);
          switch (actor.kind()) {
            case PERSON, MEDIA -> {}
            default -> states.add(actors.base(actor).orElseThrow().id());
          }
        }
        yield states;
      }
    };
  }

  /** Returns the utterances that count, in the order of day, source, position and id. */
  static List<Utterance> withoutDuplicates(
      Collection<Utterance> all, DuplicateCounting counting, boolean ignoresStance) {
    Map<List<Object>, Utterance> kept = new LinkedHashMap<>();
    all.stream()
        .sorted(
            comparing(Utterance::day)
                .thenComparing(utterance -> utterance.evidence.source())
                .thenComparing(
                    utterance -> utterance.evidence.selector().map(Range::lowerEndpoint).orElse(0))
                .thenComparing(utterance -> utterance.claim.id()))
        .forEach(
            utterance -> {
              List<Object> key = new ArrayList<>(List.of(utterance.node, utterance.matter));
              key.add(period(utterance, counting));
              key.add(ignoresStance ? "" : utterance.claim.stance());
              kept.putIfAbsent(key, utterance);
            });
    return List.copyOf(kept.values());
  }

  private static Object period(Utterance utterance, DuplicateCounting counting) {
    LocalDate day = utterance.day();
    return switch (counting) {
      case ALL -> utterance.claim.id();
      case ONCE_PER_SOURCE -> utterance.evidence.source();
      case ONCE_PER_WEEK -> List.of(day.get(WEEK_BASED_YEAR), day.get(WEEK_OF_WEEK_BASED_YEAR));
      case ONCE_PER_MONTH -> YearMonth.from(day);
      case ONCE_PER_YEAR -> day.getYear();
      case ONCE -> "";
    };
  }

  // Values

  /** Returns the ids that occur, in order. */
  static List<String> ids(Collection<Utterance> all, Function<Utterance, String> id) {
    return List.copyOf(new TreeSet<>(all.stream().map(id).toList()));
  }

  /**
   * Returns the values of a network of nodes.
   *
   * @param nodes the nodes in order
   * @param weights the weight of each utterance; 1 where claims are merely counted
   */
  static List<Double> oneMode(
      List<String> nodes,
      List<Utterance> all,
      Measure measure,
      Divisor divisor,
      ToDoubleFunction<Utterance> weights) {
    List<Double> values = new ArrayList<>();
    for (String one : nodes) {
      for (String other : nodes) {
        double by = one.equals(other) ? 0 : divisor(one, other, all, measure, divisor, weights);
        values.add(by == 0 ? 0 : pairs(one, other, all, measure, weights) / by);
      }
    }
    return values;
  }

  private static List<Utterance> of(String node, List<Utterance> all) {
    return all.stream().filter(utterance -> utterance.node.equals(node)).toList();
  }

  /** Returns the sum over the pairs of claims of two nodes. */
  private static double pairs(
      String one,
      String other,
      List<Utterance> all,
      Measure measure,
      ToDoubleFunction<Utterance> weights) {
    double sum = 0;
    for (Utterance a : of(one, all)) {
      for (Utterance b : of(other, all)) {
        if (a.matter.equals(b.matter)) {
          sum +=
              measure.of(a.claim.stance(), b.claim.stance())
                  * Math.sqrt(weights.applyAsDouble(a) * weights.applyAsDouble(b));
        }
      }
    }
    return sum;
  }

  private static double divisor(
      String one,
      String other,
      List<Utterance> all,
      Measure measure,
      Divisor divisor,
      ToDoubleFunction<Utterance> weights) {
    double activity = sum(of(one, all), weights);
    double activityOfOther = sum(of(other, all), weights);
    Measure self = measure == Measure.IGNORE ? Measure.IGNORE : Measure.CONGRUENCE;
    return switch (divisor) {
      case NONE -> 1;
      case AVERAGE -> (activity + activityOfOther) / 2;
      case PRODUCT -> activity * activityOfOther;
      case COSINE ->
          Math.sqrt(pairs(one, one, all, self, weights))
              * Math.sqrt(pairs(other, other, all, self, weights));
      case JACCARD -> union(of(one, all), of(other, all), weights);
    };
  }

  private static double union(
      List<Utterance> ofOne, List<Utterance> ofOther, ToDoubleFunction<Utterance> weights) {
    Set<String> matters = new TreeSet<>();
    ofOne.forEach(utterance -> matters.add(utterance.matter));
    ofOther.forEach(utterance -> matters.add(utterance.matter));
    double union = 0;
    for (String matter : matters) {
      for (Stance stance : Stance.values()) {
        double x = sum(on(matter, stance, ofOne), weights);
        double y = sum(on(matter, stance, ofOther), weights);
        union += x > 0 && y > 0 ? x * y : x + y;
      }
    }
    return union;
  }

  private static List<Utterance> on(String matter, Stance stance, List<Utterance> all) {
    return all.stream()
        .filter(utterance -> utterance.matter.equals(matter))
        .filter(utterance -> utterance.claim.stance() == stance)
        .toList();
  }

  private static double sum(List<Utterance> all, ToDoubleFunction<Utterance> weights) {
    return all.stream().mapToDouble(weights).map(Math::sqrt).sum();
  }

  /** Returns the number of claims of a node on a matter with a stance. */
  static long count(String node, String matter, Stance stance, List<Utterance> all) {
    return on(matter, stance, of(node, all)).size();
  }
}
