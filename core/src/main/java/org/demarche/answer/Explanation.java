package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The derivation of a position: every claim that was considered, with the ruling on it.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").explain("rok", "additional-thaad")
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Explanation implements Answer {
  private static final int RULE_ON_AUTHORITY = 7;
  private static final int RULE_ON_COMPOSITES = 8;

  /** The largest number of claims with one ruling that a sentence names. */
  private static final int MOST_NAMED = 5;

  Explanation() {}

  /**
   * The ruling on a claim, by the rules for deriving a position.
   *
   * <pre>{@code
   * Ruling.SUPERSEDED.rule()   // 5
   * }</pre>
   *
   * @since 0.1
   */
  public enum Ruling {
    /** The claim supports the position and is the claim to cite. */
    HEADLINE(10),
    /** The claim supports the position: no other claim supersedes it. */
    UNSUPERSEDED(5),
    /**
     * The claim is superseded, but supports the position too, because it is newer than every claim
     * of another stance.
     */
    SUPPORTS(10),
    /**
     * The claim would stand against the position, but is outweighed: it is known less well, or is
     * less explicit.
     */
    DISPUTING(6),
    /** A later claim of no lower authority, or of another administration, supersedes the claim. */
    SUPERSEDED(5),
    /** Another claim takes the claim back. */
    RETRACTED(6),
    /** The claim does not, or no longer, pass on from the proposition that it states. */
    NO_LONGER_IMPLIED(8),
    /** The claim was only possibly made by the as-of date. */
    POSSIBLY(3),
    /** The claim was certainly made after the as-of date. */
    LATER(3),
    /** The grade of the claim is below the minimum grade: a hint. */
    BELOW_MIN_GRADE(2),
    /** The force of the claim takes no side: a hint. */
    NO_SIDE(2),
    /** The principal speaks in no stated capacity: a hint. */
    NO_CAPACITY(1),
    /** The principal, such as a parliament, does not speak for the government: a hint. */
    OTHER_BODY(1),
    /**
     * A medium speaks in its own voice on the same proposition; the claim is the position of the
     * medium alone.
     */
    REPORT(1),
    /** No evidence for the claim was published by the known-at date. */
    NOT_YET_KNOWN(4),
    /** All evidence for the claim was in sources that have since been revised. */
    CORRECTED(4),
    /** All evidence for the claim is left out. */
    SET_ASIDE(4);

    private final int rule;

    Ruling(int rule) {
      this.rule = rule;
    }

    /**
     * Returns the number of the rule that decided, one of the fifteen rules by which positions are
     * derived and shown. Rule 1 decides whose claims count, rule 2 which grades and forces count,
     * rule 3 when a claim was made, rule 4 which evidence exists from the viewpoint, rule 5 which
     * claim supersedes another, rule 6 which claim is outweighed or taken back, rule 8 what is
     * implied, and rule 10 the order of citation.
     *
     * @return 1, 2, 3, 4, 5, 6, 8 or 10
     */
    public int rule() {
      return rule;
    }
  }

  /**
   * The reason why a later claim supersedes another or does not, or why a claim is outweighed.
   *
   * <pre>{@code
   * explanation.claim("AP22-02").orElseThrow().reason()
   * }</pre>
   *
   * @since 0.1
   */
  public enum Reason {
    /** The other claim is certainly later, and its authority is no lower. */
    LATER,
    /** The other claim responds to the claim or takes it back, and is later for that reason. */
    RESPONDS,
    /** The other claim has a lower authority, but belongs to another administration. */
    OTHER_ADMINISTRATION,
    /** The later claim has a lower authority under the same administration. */
    LOWER_AUTHORITY,
    /** The claim that yields is known only through another state, and the other is known better. */
    OTHER_SIDE,
    /** The claim that yields only follows from another proposition, and the other is explicit. */
    LESS_EXPLICIT,
    /** The claim that yields is about a part only: objecting to a part is not leaving the whole. */
    ONLY_A_PART,
    /** Another state's account does not undo a commitment, decision, vote or refusal. */
    COMMITMENT
  }

  /**
   * A claim that was considered, with the ruling on it.
   *
   * <pre>{@code
   * explanation.considered().get(0).ruling()   // HEADLINE
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class Considered {
    Considered() {}

    /** {@return the claim as it bears on the question} */
    @Value.Parameter
    public abstract CitedClaim cited();

    /** {@return the ruling on the claim} */
    @Value.Parameter
    public abstract Ruling ruling();

    /**
     * {@return the id of the claim by which this one is superseded, outweighed or taken back; if
     * several supersede it, the claim with the latest start; empty for other rulings}
     */
    @Value.Parameter
    public abstract Optional<String> decidedBy();

    /**
     * {@return the id of a claim of another stance that is later, but does not supersede this one;
     * of several, the claim with the latest start; empty if there is none}
     */
    @Value.Parameter
    public abstract Optional<String> notSupersededBy();

    /**
     * Returns why the other claim supersedes or outweighs this one, or why it does not supersede
     * it.
     *
     * @return the reason; empty if neither {@link #notSupersededBy()} nor a superseding or
     *     outweighing claim is named
     */
    @Value.Parameter
    public abstract Optional<Reason> reason();

    /**
     * Returns the number of the rule that decided: the rule of the ruling, or rule 7 where the
     * authority or the administration of another claim decided.
     *
     * @return 1 to 8, or 10
     */
    public final int rule() {
      boolean byAuthority =
          notSupersededBy().isPresent()
              || (ruling() == Ruling.SUPERSEDED
                  && reason().equals(Optional.of(Reason.OTHER_ADMINISTRATION)));
      return byAuthority ? RULE_ON_AUTHORITY : ruling().rule();
    }

    /** Returns the ruling with its rule, and the claim, in one line. */
    final String line(Dossier dossier, Wording wording) {
      return wording.text(
          cited().isImplied() ? "explanation.implied" : "explanation.line",
          why(dossier, wording),
          rule(),
          cited().line(wording));
    }

    private String why(Dossier dossier, Wording wording) {
      String word = wording.word(ruling());
      if (notSupersededBy().isPresent()) {
        String by = notSupersededBy().get();
        return wording.text(
            wording.isCodes() ? "code.kept" : "explanation.kept." + ruling(),
            word,
            by,
            because("kept", by, dossier, wording));
      }
      if (decidedBy().isEmpty()) {
        return word;
      }
      String by = decidedBy().get();
      return switch (ruling()) {
        case DISPUTING ->
            wording.text(
                "explanation.outweighed", word, by, because("outweighed", by, dossier, wording));
        case SUPERSEDED ->
            reason().filter(reason -> reason != Reason.LATER).isEmpty()
                ? wording.text("explanation.superseded", word, by)
                : wording.text(
                    "explanation.supersededSince",
                    word,
                    by,
                    because("superseded", by, dossier, wording));
        case RETRACTED -> wording.text("explanation.superseded", word, by);
        case HEADLINE -> wording.text("explanation.butSuperseded", word, by);
        default -> wording.text("explanation.supports", word, by);
      };
    }

    /** Returns the reason in a clause about this claim and another. */
    private String because(String what, String by, Dossier dossier, Wording wording) {
      return reason()
          .map(
              reason ->
                  wording.isCodes()
                      ? reason.name()
                      : wording.text(
                          "because." + what + "." + reason,
                          principals(dossier.claim(by), dossier, wording),
                          principals(Optional.of(cited().claim()), dossier, wording)))
          .orElse("");
    }

    private static String principals(Optional<Claim> claim, Dossier dossier, Wording wording) {
      return claim.map(of -> wording.names(dossier, of.principals())).orElse("");
    }

    /** Returns the ruling and the claim, with what was coded of the claim and became of it. */
    final TextPage lines(int indent, Dossier dossier, Wording wording) {
      return cited().lines(line(dossier, wording), indent, indent + 2, wording);
    }

    /** Returns the id of the claim, with that of the claim that supersedes it. */
    final String inRulings(Wording wording) {
      String id = ClaimText.id(cited().claim(), wording);
      if (ruling() == Ruling.CORRECTED) {
        return wording.list(
            cited().revisedSources().entrySet().stream()
                .map(
                    revised ->
                        wording.text(
                            "explanation.revised", id, revised.getKey(), revised.getValue()))
                .toList());
      }
      return decidedBy()
          .filter(by -> ruling() != Ruling.SUPPORTS && ruling() != Ruling.HEADLINE)
          .map(by -> wording.text("explanation.by", id, by))
          .orElse(id);
    }

    /** {@return the ruling with its rule, and the claim, in one line} */
    @Override
    public final String toString() {
      return OneLine.of(line(cited().dossier(), Wording.codes()));
    }
  }

  /** {@return the position that is explained} */
  @Value.Parameter
  public abstract Position position();

  /** {@return every claim that was considered: by ruling, then newest first, then by id} */
  @Value.Parameter
  public abstract ImmutableList<Considered> considered();

  /**
   * {@return the ids of the drafts that bear on the question and were not considered, in order;
   * empty if the viewpoint includes drafts}
   */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<String> uncountedDrafts();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Returns the ruling on one claim.
   *
   * @param id the id of the claim
   * @return the claim with the ruling on it, or empty if the claim was not considered
   * @throws IllegalArgumentException if the id is not a claim of the dossier; the message suggests
   *     the nearest id
   */
  public final Optional<Considered> claim(String id) {
    new IdLookup(dossier()).claim(requireNonNull(id, "id"));
    return considered().stream().filter(c -> c.cited().claim().id().equals(id)).findFirst();
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    String position = position().sentence(wording);
    String number = wording.count("considered", considered().size());
    return OneLine.whole(
        wording.isCodes() || considered().isEmpty()
            ? wording.text("explanation.sentence", position, number)
            : wording.text(
                "explanation.rulings", position, number, wording.capital(rulings(wording))));
  }

  /** Returns how many drafts were not considered, and which. */
  final Optional<String> drafts(Wording wording) {
    return uncountedDrafts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.text(
                "explanation.drafts",
                wording.count("drafts", uncountedDrafts().size()),
                abridged(uncountedDrafts().asList(), wording)));
  }

  /** Returns each ruling with the claims that it is on. */
  private String rulings(Wording wording) {
    ListMultimap<Ruling, String> claims =
        MultimapBuilder.enumKeys(Ruling.class).arrayListValues().build();
    considered().forEach(claim -> claims.put(claim.ruling(), claim.inRulings(wording)));
    return claims.asMap().entrySet().stream()
        .map(
            entry ->
                wording.text(
                    "explanation.ruling",
                    abridged(List.copyOf(entry.getValue()), wording),
                    wording.word(entry.getKey())))
        .collect(Collectors.joining(wording.text("list.semicolon")));
  }

  private static String abridged(List<String> claims, Wording wording) {
    if (claims.size() <= MOST_NAMED) {
      return wording.list(claims);
    }
    List<String> named = new ArrayList<>(claims.subList(0, MOST_NAMED));
    named.add(wording.text("parties.more", wording.number(claims.size() - MOST_NAMED)));
    return wording.list(named);
  }

  /** Returns the rules that decided on a claim, each once and in order, in a passage. */
  private TextPage rules(Wording wording) {
    TextPage page = TextPage.empty();
    if (wording.isCodes() || considered().isEmpty()) {
      return page;
    }
    SortedSet<Integer> rules = new TreeSet<>();
    considered()
        .forEach(
            claim -> {
              rules.add(claim.rule());
              if (claim.cited().isImplied()) {
                rules.add(RULE_ON_COMPOSITES);
              }
            });
    page = page.line(2, 2, wording.text("explanation.rules"));
    for (int rule : rules) {
      page = page.line(2, 4, wording.text("explanation.rule", rule, wording.text("rule." + rule)));
    }
    return page;
  }

  /** {@return the question, the position, and each claim considered with the ruling on it} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        TextPage.of(PositionContext.of(position()).heading(wording))
            .line(2, 2, position().sentence(wording))
            .list(2, Lists.transform(considered(), claim -> claim.lines(2, dossier(), wording)))
            .page(
                drafts(wording)
                    .map(drafts -> TextPage.empty().line(2, 4, drafts))
                    .orElse(TextPage.empty()))
            .page(rules(wording)),
        wording);
  }

  /** {@return the position that is explained and the number of claims considered, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Explanation of "
            + position()
            + "; "
            + AnswerPages.count(considered().size(), "claim", "claims")
            + " considered");
  }
}
