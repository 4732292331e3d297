package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is being coded from a sentence of a text. It knows at each step which members are
 * missing, and what is wrong or unlikely about those that are set, tried on the dossier to which
 * the claim will be added. A draft is immutable: each step returns a new one.
 *
 * <p>A draft starts with the source, the sentence as its quotation, the place of the quotation in
 * the text, and a date: not later than the publication of the source. Its id is the id of the
 * source with the next free number, unless another is set.
 *
 * <pre>{@code
 * ClaimDraft draft = ClaimDraft.of(dossier, texts, "KT17", 14)
 *     .quote("not deploying any additional").with("principals", "rok").with("asserted", "Wednesday");
 * draft.missing();    // [speakers, proposition, stance, force, mode]
 * draft.problems();   // []
 * }</pre>
 *
 * @since 0.1
 */
public final class ClaimDraft implements Printable {
  private final Dossier dossier;
  private final Texts texts;
  private final Source source;
  private final Sentences sentences;
  private final Sentence sentence;
  private final Quoted quoted;
  private final ImmutableMap<DraftMember, ImmutableList<String>> members;

  /** The basis that goes with the date as it was given, unless one is set. */
  private final Basis presumed;

  /** A quotation to the letter, with its place. */
  private record Quoted(String words, Range<Integer> selector) {}

  private ClaimDraft(
      Dossier dossier,
      Texts texts,
      Source source,
      Sentences sentences,
      Sentence sentence,
      Quoted quoted,
      ImmutableMap<DraftMember, ImmutableList<String>> members,
      Basis presumed) {
    this.dossier = dossier;
    this.texts = texts;
    this.source = source;
    this.sentences = sentences;
    this.sentence = sentence;
    this.quoted = quoted;
    this.members = members;
    this.presumed = presumed;
  }

  /**
   * Starts a draft.
   *
   * @param dossier the dossier to which the claim will be added
   * @param texts the texts; of a source without one here, the text in the dossier is used
   * @param source the id of the source
   * @param sentence the number of a sentence of its text, see {@link Sentences}
   * @return a draft that quotes the whole sentence
   * @throws org.demarche.model.UnknownIdException if the dossier has no such source
   * @throws IllegalArgumentException if there is no text of the source, or no sentence of that
   *     number; the message has the range
   */
  public static ClaimDraft of(Dossier dossier, Texts texts, String source, int sentence) {
    requireNonNull(dossier, "dossier");
    requireNonNull(texts, "texts");
    Source found = new IdLookup(dossier).source(requireNonNull(source, "source"));
    Texts known = texts.orOwn(dossier, source);
    Sentences sentences = Sentences.of(dossier, known, source);
    Sentence started = sentences.get(sentence);
    return new ClaimDraft(
        dossier,
        known,
        found,
        sentences,
        started,
        new Quoted(started.words(), started.selector()),
        ImmutableMap.of(),
        Basis.INFERRED);
  }

  /**
   * Takes the draft to another dossier, such as one with a new proposition.
   *
   * @param other a dossier with the source
   * @return the same draft, tried on that dossier; this one is unchanged
   * @throws org.demarche.model.UnknownIdException if the dossier lacks the source or another record
   *     to which the draft refers
   */
  public ClaimDraft in(Dossier other) {
    IdLookup lookup = new IdLookup(requireNonNull(other, "other"));
    members.forEach((member, values) -> member.check(lookup, values));
    return new ClaimDraft(
        other, texts, lookup.source(source.id()), sentences, sentence, quoted, members, presumed);
  }

  /**
   * Sets a member of the claim, or {@code mode}, {@code via}, {@code language} or {@code
   * translation} of its evidence.
   *
   * <p>{@code asserted} may also be an English weekday: the last such day up to the day of
   * publication. Its {@code basis} is then RESOLVED in place of one that was set, until {@code
   * asserted} is set again.
   *
   * @param member the name of the member in files, such as {@code principals} or {@code stance}
   * @param values its value or values, as files have them; none to leave it out again
   * @return a draft with that member; this one is unchanged
   * @throws org.demarche.model.UnknownIdException if a value is not the id of a record of the
   *     dossier; the message suggests the nearest
   * @throws IllegalArgumentException if there is no such member, or a value is none of its
   *     constants, no date, or blank; the message suggests the nearest
   */
  public ClaimDraft with(String member, String... values) {
    requireNonNull(member, "member");
    for (String value : requireNonNull(values, "values")) {
      requireNonNull(value, "values");
    }
    DraftMember set = DraftMember.of(member);
    ImmutableList<String> given = ImmutableList.copyOf(values);
    Optional<LocalDate> day =
        set == DraftMember.ASSERTED && given.size() == 1 ? weekday(given.get(0)) : Optional.empty();
    if (day.isPresent()) {
      return set(DraftMember.BASIS, ImmutableList.of(), presumed)
          .set(set, ImmutableList.of(day.get().toString()), Basis.RESOLVED);
    }
    set.check(new IdLookup(dossier), given);
    return set(
        set,
        given,
        set != DraftMember.ASSERTED ? presumed : given.isEmpty() ? Basis.INFERRED : Basis.STATED);
  }

  private ClaimDraft set(DraftMember member, ImmutableList<String> values, Basis basis) {
    ImmutableMap.Builder<DraftMember, ImmutableList<String>> set = ImmutableMap.builder();
    set.putAll(Maps.filterKeys(members, other -> other != member));
    if (!values.isEmpty()) {
      set.put(member, values);
    }
    return new ClaimDraft(
        dossier, texts, source, sentences, sentence, quoted, set.buildOrThrow(), basis);
  }

  /** Returns the last day of a name up to the day of publication. */
  private Optional<LocalDate> weekday(String name) {
    Optional<DayOfWeek> weekday =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> day.name().equalsIgnoreCase(name))
            .findAny();
    LocalDate latest = source.published().latest();
    if (weekday.isPresent() && !source.published().earliest().equals(Optional.of(latest))) {
      throw ShownValue.refused(
          "'%s' cannot be resolved: %s was published %s, which is not one day; give a date"
              .formatted(name, source.id(), source.published()));
    }
    return weekday.map(day -> latest.with(TemporalAdjusters.previousOrSame(day)));
  }

  /**
   * Quotes other words of the text, such as a part of the sentence.
   *
   * <p>The quotation is what the text has, to the letter, even if the words given differ from it in
   * white space, quotation marks or other tolerated {@linkplain Variant variants}. Of several
   * places, the one in the sentence is quoted.
   *
   * @param words words of the text; {@code …} between parts of a discontinuous quotation
   * @return a draft with that quotation and its place; this one is unchanged
   * @throws IllegalArgumentException if the text does not have the words, or has them in several
   *     places of which not exactly one is in the sentence; the message has the places
   */
  public ClaimDraft quote(String words) {
    QuotationFinding finding = texts.quotation(source.id(), requireNonNull(words, "words"));
    if (!finding.verdict().isFound()) {
      throw ShownValue.refused(finding.inMessage());
    }
    List<Passage> here =
        finding.passages().stream().filter(found -> sentence.overlaps(found.selector())).toList();
    List<Passage> chosen = finding.passages().size() == 1 ? finding.passages() : here;
    if (chosen.size() != 1) {
      throw ShownValue.refused(
          "%s has “%s” in several places, in sentences %s; %s"
              .formatted(
                  source.id(),
                  VisibleText.of(words),
                  sentencesOf(finding),
                  here.isEmpty()
                      ? "start from the sentence that is meant"
                      : "quote more words of sentence " + sentence.number()));
    }
    Passage passage = chosen.get(0);
    return new ClaimDraft(
        dossier,
        texts,
        source,
        sentences,
        sentence,
        new Quoted(passage.toTheLetter(), passage.selector()),
        members,
        presumed);
  }

  private String sentencesOf(QuotationFinding finding) {
    List<String> numbers =
        finding.passages().stream()
            .flatMap(place -> sentences.overlapping(place.selector()).stream())
            .map(found -> String.valueOf(found.number()))
            .distinct()
            .toList();
    return numbers.stream().limit(QuotationFinding.NAMED).collect(Collectors.joining(", "))
        + QuotationFinding.andMore(numbers.size());
  }

  /** {@return the id that the claim has if the draft is added to its dossier} */
  public String id() {
    return value(DraftMember.ID).orElseGet(() -> nextId(dossier, source.id()));
  }

  /** Returns the id of a source with the number after the greatest of its claims. */
  private static String nextId(Dossier dossier, String source) {
    Pattern numbered = Pattern.compile(Pattern.quote(source) + "-(\\d{1,8})");
    int last =
        dossier.claims().stream()
            .map(claim -> numbered.matcher(claim.id()))
            .filter(Matcher::matches)
            .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "%s-%02d", source, last + 1);
  }

  private Optional<String> value(DraftMember member) {
    return Optional.ofNullable(members.get(member)).map(values -> values.get(0));
  }

  /** {@return the id of the source} */
  public String source() {
    return source.id();
  }

  /** {@return the sentence from which the draft was started} */
  public Sentence sentence() {
    return sentence;
  }

  /** {@return the names of the members that are still required, in the order to ask for them} */
  public ImmutableList<String> missing() {
    return DraftMember.REQUIRED.stream()
        .filter(member -> !members.containsKey(member))
        .map(DraftMember::toString)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns every error for which the dossier would refuse the claim, as far as its members are
   * set. Missing members are no errors.
   *
   * @return the errors; the claim can be added if there is none and no member is missing
   */
  public ImmutableList<Problem> problems() {
    return new DraftCheck(this, dossier)
        .problems().stream()
            .filter(problem -> !problem.isWarning())
            .collect(ImmutableList.toImmutableList());
  }

  /** {@return the warnings about the claim, as far as its members are set} */
  public ImmutableList<Problem> warnings() {
    return new DraftCheck(this, dossier)
        .problems().stream().filter(Problem::isWarning).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the claim.
   *
   * @return the claim, to be added to the dossier
   * @throws InvalidDossierException with every missing member, or every error of the claim by
   *     itself
   */
  public Claim claim() {
    if (!missing().isEmpty()) {
      throw new InvalidDossierException(new DraftCheck(this, dossier).missing());
    }
    return builder().addEvidence(evidence().build()).build();
  }

  /** Returns a builder with the members of the claim that are set, without evidence. */
  Claim.Builder builder() {
    Claim.Builder claim =
        Claim.builder()
            .id(id())
            .asserted(When.notLaterThan(source.published().latest()))
            .basis(presumed);
    members.forEach((member, values) -> member.set(claim, values));
    return claim;
  }

  /** Returns a builder with the members of the evidence that are set. */
  Evidence.Builder evidence() {
    Evidence.Builder evidence =
        Evidence.builder()
            .source(source.id())
            .quote(quoted.words())
            .selector(quoted.selector().lowerEndpoint(), quoted.selector().upperEndpoint());
    members.forEach((member, values) -> member.set(evidence, values));
    return evidence;
  }

  /** {@return the draft member by member, with what is missing, wrong or unlikely} */
  @Override
  public TextPage page() {
    return new DraftText(this, dossier).page();
  }

  /** Returns the values of a member, in the order given. */
  ImmutableList<String> values(DraftMember member) {
    if (member == DraftMember.BASIS && presumed == Basis.RESOLVED) {
      return members.getOrDefault(member, ImmutableList.of(presumed.name()));
    }
    return members.getOrDefault(member, ImmutableList.of());
  }

  String quotation() {
    return quoted.words();
  }

  Source origin() {
    return source;
  }

  /** Returns whether the text is not the one that was coded, as far as the source tells. */
  boolean isOfChangedText() {
    return QuotationCheck.isChanged(source, texts.require(source.id()));
  }

  /** {@return whether the other object is a draft of an equal claim from the same sentence} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClaimDraft that
        && source.equals(that.source)
        && sentence.selector().equals(that.sentence.selector())
        && quoted.equals(that.quoted)
        && members.equals(that.members)
        && presumed == that.presumed
        && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return members.hashCode() * 31 + quoted.hashCode();
  }

  /** {@return the id, the sentence and what is missing, in one line} */
  @Override
  public String toString() {
    ImmutableList<String> missing = missing();
    return "%s from sentence %s of %s%s"
        .formatted(
            id(),
            sentence.number(),
            source.id(),
            missing.isEmpty() ? "" : ", missing: " + String.join(", ", missing));
  }
}
