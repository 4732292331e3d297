package org.demarche.coding;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.demarche.model.Claim;
import org.demarche.model.Reading;

/**
 * A claim as one coder coded it.
 *
 * @param claim the claim of the coder, or the adjudicated claim that holds the coder's reading
 * @param evidence the index of the evidence that is compared
 * @param read the values of a reading, which replace those of the claim
 * @param unread the members of a reading that are not compared
 */
record CodedClaim(
    String coder,
    Claim claim,
    int evidence,
    ImmutableMap<CodedMember, String> read,
    ImmutableMap<String, String> unread) {

  static CodedClaim of(String coder, Claim claim) {
    return new CodedClaim(coder, claim, 0, ImmutableMap.of(), ImmutableMap.of());
  }

  /** Returns the coding that a reading of an adjudicated claim records. */
  static CodedClaim of(Reading reading, Claim claim) {
    ImmutableMap.Builder<CodedMember, String> read = ImmutableMap.builder();
    ImmutableMap.Builder<String, String> unread = ImmutableMap.builder();
    int evidence = readEvidence(reading).filter(i -> i < claim.evidence().size()).orElse(0);
    reading
        .members()
        .forEach(
            (path, value) -> {
              Optional<CodedMember> member =
                  CodedMember.at(path).filter(found -> found.path(evidence).equals(path));
              if (member.isPresent()) {
                read.put(member.get(), value);
              } else {
                unread.put(path, value);
              }
            });
    return new CodedClaim(
        reading.coder(), claim, evidence, read.buildOrThrow(), unread.buildOrThrow());
  }

  private static Optional<Integer> readEvidence(Reading reading) {
    return reading.members().keySet().stream()
        .flatMap(path -> CodedMember.evidenceAt(path).stream())
        .findFirst();
  }

  /** Returns whether the coding is known only from a reading. */
  boolean isReading() {
    return !read.isEmpty() || !unread.isEmpty();
  }

  /** Returns whether a reading says which evidence is compared. */
  boolean readsEvidence() {
    return read.keySet().stream().anyMatch(CodedMember::isOfEvidence);
  }

  CodedClaim at(int evidence) {
    return new CodedClaim(coder, claim, evidence, read, unread);
  }

  /** Returns this coding with new ids of the claims to which the claim refers. */
  CodedClaim withIds(UnaryOperator<String> newId) {
    return new CodedClaim(coder, withIds(claim, newId), evidence, read, unread);
  }

  /** Returns a claim with new ids of the claims to which it refers. */
  static Claim withIds(Claim claim, UnaryOperator<String> newId) {
    return claim.respondsTo().isEmpty() && claim.retracts().isEmpty()
        ? claim
        : Claim.builder()
            .from(claim)
            .respondsTo(claim.respondsTo().stream().map(newId).toList())
            .retracts(claim.retracts().stream().map(newId).toList())
            .build();
  }

  String value(CodedMember member) {
    String value = read.get(member);
    return value == null ? member.of(claim, evidence) : value;
  }

  String category(CodedMember member) {
    return member.category(value(member));
  }
}
