package org.demarche.coding;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.When;

/**
 * A member of a claim that coders decide, with its value as text. The first six are those whose
 * agreement a comparison prints.
 */
enum CodedMember {
  STANCE((claim, evidence) -> claim.stance().name()),
  FORCE((claim, evidence) -> claim.force().name()),
  MODE((claim, evidence) -> claim.evidence().get(evidence).mode().name()),
  PROPOSITION((claim, evidence) -> claim.proposition()),
  PRINCIPALS((claim, evidence) -> listed(claim.principals())),
  ASSERTED((claim, evidence) -> claim.asserted().toString()),
  BASIS((claim, evidence) -> claim.basis().name()),
  SPEAKERS((claim, evidence) -> listed(claim.speakers())),
  OCCASION((claim, evidence) -> claim.occasion().orElse("")),
  AUDIENCE((claim, evidence) -> listed(claim.audience())),
  CONDITION((claim, evidence) -> claim.condition().orElse("")),
  DUE((claim, evidence) -> claim.due().map(When::toString).orElse("")),
  FRAMES((claim, evidence) -> listed(claim.frames())),
  RESPONDS_TO((claim, evidence) -> listed(claim.respondsTo())),
  RETRACTS((claim, evidence) -> listed(claim.retracts())),
  VIA((claim, evidence) -> String.join(", ", claim.evidence().get(evidence).via())),
  ROLE((claim, evidence) -> claim.role().orElse("")),
  QUOTE((claim, evidence) -> claim.evidence().get(evidence).quote().orElse(""));

  /** The members whose agreement a comparison prints. */
  static final ImmutableList<CodedMember> MEASURED =
      ImmutableList.of(STANCE, FORCE, MODE, PROPOSITION, PRINCIPALS, ASSERTED);

  /** The members that a meeting decides: the others are words of the source, which vary freely. */
  static final ImmutableList<CodedMember> DECIDED =
      Arrays.stream(values())
          .filter(member -> member != ROLE && member != QUOTE)
          .collect(ImmutableList.toImmutableList());

  private static final Pattern EVIDENCE = Pattern.compile("evidence/(\\d{1,4})/(mode|via|quote)");
  private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

  @SuppressWarnings("ImmutableEnumChecker") // the functions keep no state
  private final BiFunction<Claim, Integer, String> text;

  CodedMember(BiFunction<Claim, Integer, String> text) {
    this.text = text;
  }

  private static String listed(ImmutableSortedSet<String> ids) {
    return String.join(", ", ids);
  }

  /** Returns the ids of a list. */
  static ImmutableList<String> ids(String text) {
    return ImmutableList.copyOf(LIST.split(text));
  }

  /** Returns the name under which files store the member. */
  String member() {
    return this == RESPONDS_TO ? "respondsTo" : name().toLowerCase(Locale.ROOT);
  }

  /** Returns the value of a claim; an absent value is empty. */
  String of(Claim claim, int evidence) {
    return text.apply(claim, evidence);
  }

  /** Returns whether the member belongs to the evidence that is compared. */
  boolean isOfEvidence() {
    return this == MODE || this == VIA || this == QUOTE;
  }

  /** Returns the path of the member in a reading. */
  String path(int evidence) {
    return isOfEvidence() ? "evidence/" + evidence + "/" + member() : member();
  }

  /** Returns the member at a path of a reading. */
  static Optional<CodedMember> at(String path) {
    Matcher piece = EVIDENCE.matcher(path);
    String name = piece.matches() ? piece.group(2) : path;
    return Arrays.stream(values())
        .filter(member -> member.member().equals(name))
        .filter(member -> member.isOfEvidence() == piece.matches())
        .findFirst();
  }

  /** Returns the index of the evidence in a path of a reading. */
  static Optional<Integer> evidenceAt(String path) {
    Matcher piece = EVIDENCE.matcher(path);
    return piece.matches() ? Optional.of(Integer.valueOf(piece.group(1))) : Optional.empty();
  }

  /** Returns a text that is the same for values of the same meaning, and never blank. */
  String category(String value) {
    if (value.isBlank()) {
      return "(none)";
    }
    return switch (this) {
      case ASSERTED, DUE -> dateCategory(value);
      case PRINCIPALS, SPEAKERS, AUDIENCE, FRAMES, RESPONDS_TO, RETRACTS ->
          listed(ImmutableSortedSet.copyOf(ids(value)));
      default -> value;
    };
  }

  private static String dateCategory(String value) {
    When date;
    try {
      date = When.parse(value);
    } catch (IllegalArgumentException malformed) {
      return value; // a reading may hold any text
    }
    if (date.isOpenEnded()) {
      return value;
    }
    String first = date.earliest().map(Object::toString).orElse("");
    String last = date.latest().toString();
    if (date.isThroughout()) {
      return (first.isEmpty() ? ".." : first) + "/" + last;
    }
    return first.equals(last) ? first : "[" + first + ".." + last + "]";
  }

  /** Returns evidence with another mode, and with relays and a quotation given as texts. */
  static Evidence evidence(Evidence piece, Mode mode, String via, String quote) {
    Evidence.Builder builder = Evidence.builder().source(piece.source()).mode(mode).via(ids(via));
    piece.language().ifPresent(builder::language);
    piece.translation().ifPresent(builder::translation);
    if (!quote.isEmpty()) {
      builder.quote(quote);
    }
    if (quote.equals(piece.quote().orElse(""))) {
      Optional<Range<Integer>> passage = piece.selector();
      passage.ifPresent(span -> builder.selector(span.lowerEndpoint(), span.upperEndpoint()));
    }
    return builder.build();
  }
}
