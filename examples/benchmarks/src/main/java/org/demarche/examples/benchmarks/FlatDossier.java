package org.demarche.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.model.*;

/**
 * A dossier as flat tables for the peers. Half of the work is done for them: the tables already
 * state which claims count, for which state and on which propositions, and every id is a number.
 * This class is written independently of the library.
 *
 * <p>The <i>bare stance</i> of a party on a proposition as of a day is the stance of the last row
 * by that day. It exists exactly where the position is known or contested. It is always one of the
 * unsuperseded stances, because no claim supersedes the claim with the latest bound, whatever the
 * authorities.
 *
 * @param parties the ids of the states
 * @param propositions the ids of the propositions
 * @param principals the ids of the principals
 * @param stanceRows the rows of claims that count, sorted by party, proposition and day
 * @param claims every claim, in the order of the dossier
 */
record FlatDossier(
    List<String> parties,
    List<String> propositions,
    List<String> principals,
    List<StanceRow> stanceRows,
    List<ClaimRow> claims) {

  /** The earliest day of a claim whose start is open. */
  static final int OPEN = Integer.MIN_VALUE;

  /**
   * A claim that counts for a state on a proposition, directly or by implication. A claim made
   * throughout a period has two rows, one for its first day and one for its last.
   *
   * @param number the index of this row in the list of rows
   * @param party the number of the state
   * @param proposition the number of the proposition
   * @param day the day from which the claim counts
   * @param published the day on which the first source that makes it count was published
   * @param stance the ordinal of the stance, stated or implied
   */
  record StanceRow(int number, int party, int proposition, int day, int published, int stance) {}

  /**
   * A claim with the fields by which it is searched.
   *
   * @param number the index of the claim in the dossier
   * @param principal the number of the principal
   * @param proposition the number of the proposition
   * @param force the ordinal of the force
   * @param stance the ordinal of the stance
   * @param earliest the first day on which it can have been made, or {@link #OPEN}
   * @param latest the last day on which it can have been made
   */
  record ClaimRow(
      int number, int principal, int proposition, int force, int stance, int earliest, int latest) {
    /** Tests whether the claim was possibly made in a range of days, both inclusive. */
    boolean isBetween(int first, int last) {
      return latest >= first && earliest <= last;
    }
  }

  /** Builds the tables. Sources, actors and propositions must precede the claims that name them. */
  static FlatDossier of(Stream<? extends DossierRecord> records) {
    Builder builder = new Builder();
    records.forEach(builder::add);
    return builder.build();
  }

  /** Returns a date as the number of days since 1970-01-01. */
  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private static final class Builder {
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Integer> parties = new LinkedHashMap<>();
    private final Map<String, Integer> propositions = new LinkedHashMap<>();
    private final Map<String, Integer> principals = new LinkedHashMap<>();
    private final List<Proposition> composites = new ArrayList<>();
    private final Map<String, Integer> published = new HashMap<>();
    private final List<StanceRow> stanceRows = new ArrayList<>();
    private final List<ClaimRow> claims = new ArrayList<>();

    void add(DossierRecord added) {
      if (added instanceof Actor actor) {
        actors.put(actor.id(), actor);
        if (actor.kind() == ActorKind.STATE) {
          parties.put(actor.id(), parties.size());
        }
      } else if (added instanceof Proposition proposition) {
        propositions.put(proposition.id(), propositions.size());
        if (!proposition.parts().isEmpty()) {
          composites.add(proposition);
        }
      } else if (added instanceof Source source) {
        published.put(source.id(), day(source.published().latest()));
      } else if (added instanceof Claim claim) {
        addClaimRow(claim);
        addStanceRows(claim);
      }
    }

    private void addClaimRow(Claim claim) {
      String principal = claim.principals().first();
      principals.putIfAbsent(principal, principals.size());
      claims.add(
          new ClaimRow(
              claims.size(),
              number(principal, principals),
              number(claim.proposition(), propositions),
              claim.force().ordinal(),
              claim.stance().ordinal(),
              claim.asserted().earliest().map(FlatDossier::day).orElse(OPEN),
              day(claim.asserted().latest())));
    }

    private void addStanceRows(Claim claim) {
      int known =
          claim.evidence().stream()
              .filter(Builder::counts)
              .mapToInt(evidence -> number(evidence.source(), published))
              .min()
              .orElse(OPEN);
      if (known == OPEN || !claim.force().takesPosition()) {
        return;
      }
      When asserted = claim.asserted();
      claim.principals().stream()
          .map(actors::get)
          .filter(actor -> actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGAN)
          .map(this::state)
          .distinct()
          .forEach(
              state ->
                  impliedStances(claim.proposition(), claim.stance())
                      .forEach(
                          (on, stance) -> {
                            addRow(state, on, day(asserted.latest()), known, stance);
                            if (asserted.isThroughout() && asserted.earliest().isPresent()) {
                              addRow(state, on, day(asserted.earliest().get()), known, stance);
                            }
                          }));
    }

    private void addRow(String state, String proposition, int day, int known, Stance stance) {
      stanceRows.add(
          new StanceRow(
              stanceRows.size(),
              number(state, parties),
              number(proposition, propositions),
              day,
              known,
              stance.ordinal()));
    }

    private static int number(String id, Map<String, Integer> numbers) {
      return requireNonNull(numbers.get(id));
    }

    private static boolean counts(Evidence evidence) {
      return evidence.mode() != Mode.NARRATED && evidence.mode() != Mode.IMPUTED;
    }

    private String state(Actor actor) {
      Actor superior = actor;
      while (superior.kind() != ActorKind.STATE) {
        superior = requireNonNull(actors.get(superior.of().orElseThrow()));
      }
      return superior.id();
    }

    /** Returns all stances implied by a stance, directly or indirectly, including itself. */
    private Map<String, Stance> impliedStances(String proposition, Stance stance) {
      Map<String, Stance> stances = new LinkedHashMap<>(Map.of(proposition, stance));
      if (stance == Stance.UNCOMMITTED) {
        addUncommitted(proposition, true, stances);
        addUncommitted(proposition, false, stances);
        return stances;
      }
      int sizeBefore = 0;
      while (sizeBefore < stances.size()) {
        sizeBefore = stances.size();
        for (Proposition composite : composites) {
          composite
              .parts()
              .forEach(
                  (part, pattern) -> {
                    if (stances.get(composite.id()) == Stance.FOR) {
                      stances.putIfAbsent(part, pattern);
                    }
                    if (stances.containsKey(part) && stances.get(part) != pattern) {
                      stances.putIfAbsent(composite.id(), Stance.AGAINST);
                    }
                  });
        }
      }
      return stances;
    }

    private void addUncommitted(String proposition, boolean down, Map<String, Stance> stances) {
      for (Proposition composite : composites) {
        for (String part : composite.parts().keySet()) {
          String from = down ? composite.id() : part;
          String to = down ? part : composite.id();
          if (from.equals(proposition) && stances.putIfAbsent(to, Stance.UNCOMMITTED) == null) {
            addUncommitted(to, down, stances);
          }
        }
      }
    }

    FlatDossier build() {
      return new FlatDossier(
          List.copyOf(parties.keySet()),
          List.copyOf(propositions.keySet()),
          List.copyOf(principals.keySet()),
          numbered(stanceRows),
          claims);
    }
  }

  private static List<StanceRow> numbered(List<StanceRow> stanceRows) {
    List<StanceRow> sorted = new ArrayList<>(stanceRows);
    sorted.sort(
        Comparator.comparingInt(StanceRow::party)
            .thenComparingInt(StanceRow::proposition)
            .thenComparingInt(StanceRow::day)
            .thenComparingInt(StanceRow::number));
    for (int i = 0; i < sorted.size(); i++) {
      StanceRow b = sorted.get(i);
      sorted.set(
          i, new StanceRow(i, b.party(), b.proposition(), b.day(), b.published(), b.stance()));
    }
    return sorted;
  }

  // Files, so that each benchmark process need not build the tables again

  /** Writes the tables to a file. */
  void write(Path file) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (List<String> ids : List.of(parties, propositions, principals)) {
        out.writeInt(ids.size());
        for (String id : ids) {
          out.writeUTF(id);
        }
      }
      out.writeInt(stanceRows.size());
      for (StanceRow b : stanceRows) {
        for (int column :
            new int[] {b.party(), b.proposition(), b.day(), b.published(), b.stance()}) {
          out.writeInt(column);
        }
      }
      out.writeInt(claims.size());
      for (ClaimRow c : claims) {
        for (int column :
            new int[] {
              c.principal(), c.proposition(), c.force(), c.stance(), c.earliest(), c.latest()
            }) {
          out.writeInt(column);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads tables from a file. */
  static FlatDossier read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<String> parties = ids(in);
      List<String> propositions = ids(in);
      List<String> principals = ids(in);
      int size = in.readInt();
      List<StanceRow> stanceRows = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        stanceRows.add(
            new StanceRow(i, in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
      }
      int claimCount = in.readInt();
      List<ClaimRow> claims = new ArrayList<>(claimCount);
      for (int i = 0; i < claimCount; i++) {
        claims.add(
            new ClaimRow(
                i,
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt()));
      }
      return new FlatDossier(parties, propositions, principals, stanceRows, claims);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> ids(DataInputStream in) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ids.add(in.readUTF());
    }
    return ids;
  }
}
