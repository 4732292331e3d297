package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A search for answers and retractions that fit into no order of time. What answers or retracts a
 * claim was said on the day of that claim or later, unless its own date is certainly earlier, or
 * the claim was repeated throughout a period that goes on after it.
 */
final class ClaimOrder {
  /** The number of steps of all searches for misfits, after which the others are not searched. */
  private static final int MAX_STEPS = 1_000_000;

  /** The number of claims from which on the middle of a chain is left out. */
  private static final int LONGEST_CHAIN = 8;

  private final IdIndex<Claim> claims;
  private int steps;
  private boolean isIncomplete;

  ClaimOrder(IdIndex<Claim> claims) {
    this.claims = claims;
  }

  /**
   * Searches for a claim that fits into no order of time with what it answers or retracts. Each
   * claim is visited once, from the claim of the earliest latest day that was said after it.
   *
   * @param some the indices of the claims among which it is
   * @return the index of one, or empty if days can be found for all
   */
  OptionalInt anyMisfit(ImmutableIntArray some) {
    Map<Integer, LocalDate> by = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    PriorityQueue<Integer> next =
        new PriorityQueue<>(
            Comparator.comparing((Integer claim) -> claims.records().get(claim).asserted().latest())
                .thenComparing(Comparator.naturalOrder()));
    some.forEach(next::add);
    while (!next.isEmpty()) {
      int first = next.remove();
      LocalDate latest = claims.records().get(first).asserted().latest();
      if (by.putIfAbsent(first, latest) != null) {
        continue;
      }
      open.add(first);
      while (!open.isEmpty()) {
        Claim claim = claims.records().get(open.remove());
        for (String id : precedents(claim)) {
          int precedent = claims.indexOf(id);
          if (precedent < 0 || !isBound(claim, claims.records().get(precedent))) {
            continue;
          }
          When before = claims.records().get(precedent).asserted();
          if (before.after(latest)) {
            return OptionalInt.of(first);
          }
          if (before.latest().isAfter(latest) && by.putIfAbsent(precedent, latest) == null) {
            open.add(precedent);
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether a claim was not searched, because so many steps were taken before. */
  boolean isIncomplete() {
    return isIncomplete;
  }

  /** Reports that not all claims were searched, so that nobody takes the problems for all. */
  void sayUnsearched(Claim claim, ProblemCollector problems) {
    problems.add(
        Problem.Code.BAD_RESPONSE,
        "respondsTo",
        claim.id(),
        "after so long a search, not all other claims were searched for days that fit; correct those"
            + " that are reported, and check again");
  }

  /** Returns the ids of the claims that a claim answers or retracts. */
  static Set<String> precedents(Claim claim) {
    return claim.retracts().isEmpty()
        ? claim.respondsTo()
        : Sets.union(claim.respondsTo(), claim.retracts());
  }

  /**
   * Searches for a claim that must have been said before another, but was certainly said after it.
   *
   * <p>Claims that were said by the latest day of the later one are not searched further: what
   * precedes them was said by then too, or is reported for them.
   *
   * @param last the claim that must have been said last
   * @return the claims from that one to the one that must have been said first, or empty if days
   *     can be found for all
   */
  private Optional<ImmutableList<Claim>> misfit(Claim last) {
    if (precedents(last).isEmpty()) {
      return Optional.empty();
    }
    LocalDate latest = last.asserted().latest();
    Map<String, Claim> by = new HashMap<>(); // the claim through which each was reached
    Deque<Claim> open = new ArrayDeque<>();
    open.add(last);
    while (!open.isEmpty()) {
      Claim claim = open.remove();
      for (String id : precedents(claim)) {
        steps++;
        Optional<Claim> precedent = claims.find(id).filter(one -> isBound(claim, one));
        if (precedent.isEmpty()
            || id.equals(last.id())
            || !precedent.get().asserted().latest().isAfter(latest)
            || by.putIfAbsent(id, claim) != null) {
          continue;
        }
        if (precedent.get().asserted().after(latest)) {
          return Optional.of(chain(last, precedent.get(), by));
        }
        open.add(precedent.get());
      }
    }
    return Optional.empty();
  }

  /** Returns whether a claim cannot have been said before one that it answers or retracts. */
  private static boolean isBound(Claim claim, Claim precedent) {
    When before = precedent.asserted();
    boolean goesOn = before.isThroughout() && before.latest().isAfter(claim.asserted().latest());
    return !goesOn && !claim.asserted().before(before);
  }

  private static ImmutableList<Claim> chain(Claim last, Claim first, Map<String, Claim> by) {
    ImmutableList.Builder<Claim> chain = ImmutableList.builder();
    Claim claim = first;
    while (!claim.id().equals(last.id())) {
      chain.add(claim);
      claim = requireNonNull(by.get(claim.id()));
    }
    return chain.add(last).build().reverse();
  }

  /**
   * Reports a claim for which no days can be found with all that it answers or retracts.
   *
   * @param isKnown whether the claim is known as a misfit, and searched whatever that takes
   */
  void check(Claim claim, boolean isKnown, ProblemCollector problems) {
    if (steps > MAX_STEPS && !isKnown) {
      isIncomplete = true;
      return;
    }
    misfit(claim)
        .ifPresent(
            chain -> {
              String next = chain.get(1).id();
              problems.add(
                  Problem.Code.BAD_RESPONSE,
                  claim.respondsTo().contains(next) ? "respondsTo" : "retracts",
                  next,
                  "no days fit: "
                      + described(chain)
                      + "; correct a date, or leave out one of these references");
            });
  }

  /** Returns a chain of claims with their dates, in one sentence. */
  private static String described(ImmutableList<Claim> chain) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chain.size(); i++) {
      int left = chain.size() - LONGEST_CHAIN;
      if (left > 0 && i == LONGEST_CHAIN / 2) {
        text.append("… (").append(left).append(" more), which follow ");
        i += left;
      }
      Claim claim = chain.get(i);
      text.append("'").append(claim.id()).append("' (").append(claim.asserted()).append(")");
      if (i + 1 < chain.size()) {
        boolean retracts = claim.retracts().contains(chain.get(i + 1).id());
        text.append(i == 0 ? " " : ", which ").append(retracts ? "retracts " : "answers ");
      }
    }
    return text.toString();
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
