package org.demarche.model;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A search for answers and retractions that fit into no order of time. What answers or retracts a
 * claim was said on the day of that claim or later, unless its own date is certainly earlier, or
 * the claim was repeated throughout a period that goes on after it.
 */
final class ClaimOrder {
  /** The number of claims from which on the middle of a chain is left out. */
  private static final int LONGEST_CHAIN = 8;

  private final IdIndex<Claim> claims;

  ClaimOrder(IdIndex<Claim> claims) {
    this.claims = claims;
  }

  /**
   * Finds all claims that fit into no order of time with what they directly or indirectly answer or
   * retract: a claim further back was certainly said after the latest day of the first, and none
   * between them can have been said by that day.
   *
   * @param some the indices of the claims among which they are
   * @return a chain of claims for each, from that one to the one that was said too late; in the
   *     order of the indices given
   */
  Map<Integer, Chain> misfits(ImmutableIntArray some) {
    Map<Integer, Chain> all = chains(laterPrecedents(some));
    Map<Integer, Chain> misfits = new LinkedHashMap<>();
    for (int i = 0; i < some.length(); i++) {
      int index = some.get(i);
      Optional.ofNullable(all.get(index)).ifPresent(chain -> misfits.put(index, chain));
    }
    return misfits;
  }

  /**
   * Returns the precedents that some claims directly or indirectly have, each with the claims that
   * answer or retract it, as far as they can have been said after one of the claims. Each claim is
   * visited once, from the claim of the earliest latest day, of which most were said after it.
   */
  private SetMultimap<Integer, Integer> laterPrecedents(ImmutableIntArray some) {
    SetMultimap<Integer, Integer> responses = LinkedHashMultimap.create();
    Set<Integer> visited = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    Iterable<Integer> ordered =
        () -> some.stream().boxed().sorted(Comparator.comparing(this::latest)).iterator();
    for (int first : ordered) {
      open.add(first);
      while (!open.isEmpty()) {
        int claim = open.remove();
        if (!visited.add(claim)) {
          continue;
        }
        for (String id : precedents(claim(claim))) {
          int precedent = claims.indexOf(id);
          if (precedent >= 0
              && latest(precedent).isAfter(latest(first))
              && isBound(claim(claim), claim(precedent))) {
            responses.put(precedent, claim);
            open.add(precedent);
          }
        }
      }
    }
    return responses;
  }

  /**
   * Returns a chain for each claim that fits into no order. Each claim is visited once, from the
   * one whose chain leaves the latest day: a claim before that day can respond to none with it.
   */
  private Map<Integer, Chain> chains(SetMultimap<Integer, Integer> responses) {
    PriorityQueue<Reached> next =
        new PriorityQueue<>(
            Comparator.comparing(Reached::day)
                .reversed()
                .thenComparing(reached -> reached.chain().length)
                .thenComparing(reached -> reached.chain().claim));
    for (int claim : responses.keySet()) {
      claim(claim)
          .asserted()
          .earliest()
          .ifPresent(day -> next.add(new Reached(day, new Chain(claim, Optional.empty()))));
    }
    Map<Integer, Chain> misfits = new HashMap<>();
    Set<Integer> visited = new HashSet<>();
    while (!next.isEmpty()) {
      Reached reached = next.remove();
      if (!visited.add(reached.chain().claim)) {
        continue;
      }
      for (int response : responses.get(reached.chain().claim)) {
        LocalDate latest = latest(response);
        Chain chain = new Chain(response, Optional.of(reached.chain()));
        boolean isMisfit = reached.day().isAfter(latest);
        if (isMisfit) {
          misfits.merge(response, chain, (one, other) -> other.length < one.length ? other : one);
        }
        next.add(new Reached(isMisfit ? latest : reached.day(), chain));
      }
    }
    return misfits;
  }

  /**
   * A claim that was reached by a chain.
   *
   * @param day the first day on which the last claim of the chain can have been said or, if it is
   *     earlier, the earliest of the last days on which the others can
   */
  private record Reached(LocalDate day, Chain chain) {}

  /** A claim, and the chain of those that it directly and indirectly answers or retracts. */
  static final class Chain {
    private final int claim;
    private final Optional<Chain> rest;
    private final int length;

    /** The last claims of this chain, which are shown if it is long. */
    private final Chain end;

    Chain(int claim, Optional<Chain> rest) {
      this.claim = claim;
      this.rest = rest;
      this.length = rest.map(chain -> chain.length).orElse(0) + 1;
      this.end = length <= LONGEST_CHAIN / 2 ? this : rest.orElseThrow().end;
    }
  }

  private Claim claim(int index) {
    return claims.records().get(index);
  }

  private LocalDate latest(int index) {
    return claim(index).asserted().latest();
  }

  /** Returns the ids of the claims that a claim answers or retracts. */
  static Set<String> precedents(Claim claim) {
    return claim.retracts().isEmpty()
        ? claim.respondsTo()
        : Sets.union(claim.respondsTo(), claim.retracts());
  }

  /** Returns whether a claim cannot have been said before one that it answers or retracts. */
  private static boolean isBound(Claim claim, Claim precedent) {
    When before = precedent.asserted();
    boolean goesOn = before.isThroughout() && before.latest().isAfter(claim.asserted().latest());
    return !goesOn && !claim.asserted().before(before);
  }

  /** Reports a claim for which no days can be found with all that it answers or retracts. */
  void report(Claim claim, Chain chain, ProblemCollector problems) {
    String next = claim(chain.rest.orElseThrow().claim).id();
    problems.add(
        Problem.Code.BAD_RESPONSE,
        claim.respondsTo().contains(next) ? "respondsTo" : "retracts",
        next,
        "no days fit: "
            + described(chain)
            + "; correct a date, or leave out one of these references");
  }

  /** Returns a chain of claims with their dates, in one sentence. */
  private String described(Chain whole) {
    StringBuilder text = new StringBuilder();
    Chain chain = whole;
    for (int i = 0; ; i++) {
      int left = whole.length - LONGEST_CHAIN;
      if (left > 0 && i == LONGEST_CHAIN / 2) {
        text.append("… (").append(left).append(" more), which follow ");
        chain = whole.end;
      }
      Claim claim = claim(chain.claim);
      text.append("'").append(claim.id()).append("' (").append(claim.asserted()).append(")");
      if (chain.rest.isEmpty()) {
        return text.toString();
      }
      chain = chain.rest.get();
      boolean retracts = claim.retracts().contains(claim(chain.claim).id());
      text.append(i == 0 ? " " : ", which ").append(retracts ? "retracts " : "answers ");
    }
  }

  /** Returns the ids of the claims that directly or indirectly answer or retract some claims. */
  Set<String> dependents(Set<String> ids) {
    if (ids.isEmpty()) {
      return ids;
    }
    SetMultimap<String, String> dependents = HashMultimap.create();
    for (Claim claim : claims.records()) {
      precedents(claim).forEach(id -> dependents.put(id, claim.id()));
    }
    Set<String> reached = new HashSet<>(ids);
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      for (String id : dependents.get(open.remove())) {
        if (reached.add(id)) {
          open.add(id);
        }
      }
    }
    return Sets.difference(reached, ids).immutableCopy();
  }
}
