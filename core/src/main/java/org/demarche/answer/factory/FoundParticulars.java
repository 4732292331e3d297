package org.demarche.answer.factory;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import org.demarche.model.Claim;

/** The facts that are looked up about found claims when they are printed or written. */
public interface FoundParticulars {
  /** Returns the ids of the claims that respond to each claim or take it back, in order. */
  ImmutableSetMultimap<String, String> answeredBy();

  /** Returns the ids of the claims that respond to a claim or take it back, in order. */
  ImmutableSet<String> answeredBy(Claim claim);

  /** Returns whether some claim is answered. */
  boolean isAnyAnswered();

  /** Returns false if no claim depends on a condition. */
  boolean mayHaveConditions();

  /** Returns false if no claim is to be carried out by a day. */
  boolean mayHaveDueDays();

  /** Returns the particulars of claims whose answers are known. */
  static FoundParticulars of(ImmutableSetMultimap<String, String> answeredBy) {
    return new FoundParticulars() {
      @Override
      public ImmutableSetMultimap<String, String> answeredBy() {
        return answeredBy;
      }

      @Override
      public ImmutableSet<String> answeredBy(Claim claim) {
        return answeredBy.get(claim.id());
      }

      @Override
      public boolean isAnyAnswered() {
        return !answeredBy.isEmpty();
      }

      @Override
      public boolean mayHaveConditions() {
        return true;
      }

      @Override
      public boolean mayHaveDueDays() {
        return true;
      }
    };
  }
}
