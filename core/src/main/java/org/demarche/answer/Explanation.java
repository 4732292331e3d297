package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * Why a position is what it is: every claim that was considered, and what the rules made of it.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").explain("rok", "additional-thaad")
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Explanation implements Answer {
  Explanation() {}

  /**
   * What the rules make of a claim.
   *
   * <pre>{@code
   * Ruling.SUPERSEDED.rule()   // 5
   * }</pre>
   */
  public enum Ruling {
    /** It carries the position, and is the claim to cite. */
    HEADLINE(10, "the claim to cite"),
    /** It stands: nothing supersedes it. */
    STANDS(5, "stands"),
    /**
     * It is superseded, but newer than every claim of another stance, and so carries the position
     * too.
     */
    SUPPORTS(10, "newer than every claim of another stance"),
    /** A later claim of no lower authority, or of another administration, supersedes it. */
    SUPERSEDED(5, "superseded"),
    /** It was only possibly made by the as-of date. */
    POSSIBLY(3, "possibly made by then"),
    /** It was certainly made later. */
    LATER(3, "made later"),
    /** Its grade is below the floor: a hint. */
    BELOW_FLOOR(2, "below the floor, a hint"),
    /** Its force takes no side: a hint. */
    NO_SIDE(2, "of a force that takes no position, a hint"),
    /** Its principal speaks in no stated capacity: a hint. */
    NO_CAPACITY(1, "in no stated capacity, a hint"),
    /** A medium's own voice on the same proposition: nobody's position but the medium's. */
    REPORT(1, "a medium in its own voice"),
    /** None of its evidence was published by the known-at date. */
    NOT_YET_KNOWN(4, "not yet published"),
    /** All of its evidence is left out. */
    SET_ASIDE(4, "its evidence is left out");

    private final int rule;
    private final String words;

    Ruling(int rule, String words) {
      this.rule = rule;
      this.words = words;
    }

    /**
     * The number of the rule that decided, from 1 to 15; CONTRIBUTING says where they are listed.
     */
    public int rule() {
      return rule;
    }
  }

  /**
   * A claim that was considered.
   *
   * <pre>{@code
   * explanation.considered().get(0).ruling()   // HEADLINE
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Considered {
    Considered() {}

    /** The claim as it bears on the question. */
    @Value.Parameter
    public abstract CitedClaim cited();

    /** What the rules make of it. */
    @Value.Parameter
    public abstract Ruling ruling();

    /**
     * The id of the claim that supersedes it, if one does: of several the one with the latest
     * start.
     */
    @Value.Parameter
    public abstract Optional<String> supersededBy();

    /** A claim that was considered. */
    public static Considered of(CitedClaim cited, Ruling ruling, Optional<String> supersededBy) {
      return ImmutableConsidered.of(cited, ruling, supersededBy);
    }

    /** Returns the ruling with its rule, and the claim in one line. */
    @Override
    public final String toString() {
      return ruling().words
          + supersededBy().map(this::superseded).orElse("")
          + " (rule "
          + ruling().rule()
          + (cited().isImplied() ? ", implied: rule 8" : "")
          + "): "
          + cited().oneLine();
    }

    private String superseded(String id) {
      return switch (ruling()) {
        case SUPERSEDED -> " by " + id;
        case HEADLINE -> ", newer than every claim of another stance though superseded by " + id;
        default -> ", superseded by " + id;
      };
    }
  }

  /** The position that is explained. */
  @Value.Parameter
  public abstract Position position();

  /** Every claim that was considered: by ruling, then newest first, then by id. */
  @Value.Parameter
  public abstract ImmutableList<Considered> considered();

  /** An explanation. */
  public static Explanation of(Position position, Iterable<? extends Considered> considered) {
    return ImmutableExplanation.of(position, considered);
  }

  /**
   * What the rules make of one claim, if it was considered at all.
   *
   * @throws IllegalArgumentException if the id is not a claim of the dossier; it names the nearest
   */
  public final Optional<Considered> claim(String id) {
    position().dossier().ids().claim(id);
    return considered().stream().filter(c -> c.cited().claim().id().equals(id)).findFirst();
  }

  /** The question, the answer, and each claim considered with its ruling. */
  @Override
  public final TextPage page() {
    String party = position().party();
    String name = position().dossier().actor(party).map(Actor::name).orElse(party);
    return TextPage.of(name + " on " + position().proposition() + ", " + position().viewpoint())
        .line(2, 2, position().paragraph())
        .list(
            2,
            Lists.transform(considered(), claim -> TextPage.empty().line(2, 4, claim.toString())));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}
