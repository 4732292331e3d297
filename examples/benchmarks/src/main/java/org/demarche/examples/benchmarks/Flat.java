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
 * A record laid out flat for peers, which is half of the work done for them: what counts, for whom
 * and on what it bears is decided already, and every id is a number. Written without a look at how
 * the library does it.
 *
 * <p>The <i>bare stance</i> of a cell is then that of its last bearing by a day. There is one
 * exactly where the position is known or contested, and it is one of those that stand: no claim
 * supersedes the one with the latest bound, whatever the authorities.
 *
 * @param parties ids of the states
 * @param propositions ids of the propositions
 * @param principals ids of those for whom claims are made
 * @param bearings sorted by party, proposition and day
 * @param claims every claim, in the order of the record
 */
record Flat(
    List<String> parties,
    List<String> propositions,
    List<String> principals,
    List<Bearing> bearings,
    List<Spoken> claims) {

  /** The earliest day of a claim whose start is open. */
  static final int OPEN = Integer.MIN_VALUE;

  /**
   * A claim that counts for a state and bears on a proposition. One made throughout a period has
   * two: from its start on, and again at its end.
   *
   * @param number its place among all bearings
   * @param party the number of the state
   * @param proposition the number of the proposition
   * @param day from which on it counts
   * @param published when the first source that lets it count came out
   * @param stance the ordinal of the stance that it amounts to
   */
  record Bearing(int number, int party, int proposition, int day, int published, int stance) {}

  /**
   * A claim as it is sought.
   *
   * @param number its place in the record
   * @param principal the number of the one on whose behalf it counts
   * @param proposition the number of its proposition
   * @param force the ordinal of its force
   * @param stance the ordinal of its stance
   * @param earliest the first day on which it can have been made, or {@link #OPEN}
   * @param latest the last such day
   */
  record Spoken(
      int number, int principal, int proposition, int force, int stance, int earliest, int latest) {
    /** Whether it was possibly made from one day to another. */
    boolean isBetween(int first, int last) {
      return latest >= first && earliest <= last;
    }
  }

  /** Lays out records; who and what comes before the claims, and a claim's sources too. */
  static Flat of(Stream<? extends DossierRecord> items) {
    Layout layout = new Layout();
    items.forEach(layout::add);
    return layout.flat();
  }

  /** The day as a number. */
  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private static final class Layout {
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Integer> parties = new LinkedHashMap<>();
    private final Map<String, Integer> propositions = new LinkedHashMap<>();
    private final Map<String, Integer> principals = new LinkedHashMap<>();
    private final List<Proposition> composites = new ArrayList<>();
    private final Map<String, Integer> published = new HashMap<>();
    private final List<Bearing> bearings = new ArrayList<>();
    private final List<Spoken> claims = new ArrayList<>();

    void add(DossierRecord item) {
      if (item instanceof Actor actor) {
        actors.put(actor.id(), actor);
        if (actor.kind() == ActorKind.STATE) {
          parties.put(actor.id(), parties.size());
        }
      } else if (item instanceof Proposition proposition) {
        propositions.put(proposition.id(), propositions.size());
        if (!proposition.parts().isEmpty()) {
          composites.add(proposition);
        }
      } else if (item instanceof Source source) {
        published.put(source.id(), day(source.published().latest()));
      } else if (item instanceof Claim claim) {
        speak(claim);
        bear(claim);
      }
    }

    private void speak(Claim claim) {
      String principal = claim.principals().first();
      principals.putIfAbsent(principal, principals.size());
      claims.add(
          new Spoken(
              claims.size(),
              number(principal, principals),
              number(claim.proposition(), propositions),
              claim.force().ordinal(),
              claim.stance().ordinal(),
              claim.asserted().earliest().map(Flat::day).orElse(OPEN),
              day(claim.asserted().latest())));
    }

    private void bear(Claim claim) {
      int known =
          claim.evidence().stream()
              .filter(Layout::counts)
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
                  held(claim.proposition(), claim.stance())
                      .forEach(
                          (on, stance) -> {
                            add(state, on, day(asserted.latest()), known, stance);
                            if (asserted.isThroughout() && asserted.earliest().isPresent()) {
                              add(state, on, day(asserted.earliest().get()), known, stance);
                            }
                          }));
    }

    private void add(String state, String proposition, int day, int known, Stance stance) {
      bearings.add(
          new Bearing(
              bearings.size(),
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
      Actor up = actor;
      while (up.kind() != ActorKind.STATE) {
        up = requireNonNull(actors.get(up.of().orElseThrow()));
      }
      return up.id();
    }

    /** What holding a stance on a proposition amounts to, step by step until nothing is added. */
    private Map<String, Stance> held(String proposition, Stance stance) {
      Map<String, Stance> held = new LinkedHashMap<>(Map.of(proposition, stance));
      if (stance == Stance.UNCOMMITTED) {
        open(proposition, true, held);
        open(proposition, false, held);
        return held;
      }
      int before = 0;
      while (before < held.size()) {
        before = held.size();
        for (Proposition composite : composites) {
          composite
              .parts()
              .forEach(
                  (part, pattern) -> {
                    if (held.get(composite.id()) == Stance.FOR) {
                      held.putIfAbsent(part, pattern);
                    }
                    if (held.containsKey(part) && held.get(part) != pattern) {
                      held.putIfAbsent(composite.id(), Stance.AGAINST);
                    }
                  });
        }
      }
      return held;
    }

    private void open(String proposition, boolean down, Map<String, Stance> held) {
      for (Proposition composite : composites) {
        for (String part : composite.parts().keySet()) {
          String from = down ? composite.id() : part;
          String to = down ? part : composite.id();
          if (from.equals(proposition) && held.putIfAbsent(to, Stance.UNCOMMITTED) == null) {
            open(to, down, held);
          }
        }
      }
    }

    Flat flat() {
      return new Flat(
          List.copyOf(parties.keySet()),
          List.copyOf(propositions.keySet()),
          List.copyOf(principals.keySet()),
          numbered(bearings),
          claims);
    }
  }

  private static List<Bearing> numbered(List<Bearing> bearings) {
    List<Bearing> sorted = new ArrayList<>(bearings);
    sorted.sort(
        Comparator.comparingInt(Bearing::party)
            .thenComparingInt(Bearing::proposition)
            .thenComparingInt(Bearing::day)
            .thenComparingInt(Bearing::number));
    for (int i = 0; i < sorted.size(); i++) {
      Bearing b = sorted.get(i);
      sorted.set(i, new Bearing(i, b.party(), b.proposition(), b.day(), b.published(), b.stance()));
    }
    return sorted;
  }

  // On disk, so that a process needs not lay it out again

  /** Writes it to a file. */
  void write(Path file) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (List<String> ids : List.of(parties, propositions, principals)) {
        out.writeInt(ids.size());
        for (String id : ids) {
          out.writeUTF(id);
        }
      }
      out.writeInt(bearings.size());
      for (Bearing b : bearings) {
        for (int column :
            new int[] {b.party(), b.proposition(), b.day(), b.published(), b.stance()}) {
          out.writeInt(column);
        }
      }
      out.writeInt(claims.size());
      for (Spoken c : claims) {
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

  /** Reads what was written. */
  static Flat read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<String> parties = ids(in);
      List<String> propositions = ids(in);
      List<String> principals = ids(in);
      int size = in.readInt();
      List<Bearing> bearings = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        bearings.add(
            new Bearing(i, in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
      }
      int claimed = in.readInt();
      List<Spoken> claims = new ArrayList<>(claimed);
      for (int i = 0; i < claimed; i++) {
        claims.add(
            new Spoken(
                i,
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt()));
      }
      return new Flat(parties, propositions, principals, bearings, claims);
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
