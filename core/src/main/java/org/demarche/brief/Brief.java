package org.demarche.brief;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.demarche.Tracker;
import org.demarche.answer.History;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A brief on the positions of some parties: what was found, how the positions changed, where they
 * differ and what is not known, with every claim that it rests on and its sources. It is printed as
 * HTML with pictures, as Markdown or as text.
 *
 * <pre>{@code
 * Brief brief =
 *     Brief.of(tracker)
 *         .title("Seoul, Beijing and THAAD")
 *         .parties("rok", "prc")
 *         .onIssue("three-nos-content")
 *         .between("2016-07-08", "2022-08-31");
 * Answers.write(brief, Path.of("thaad.html"));
 * Answers.write(brief, Path.of("thaad.csl.json"));   // its sources, for Zotero
 * }</pre>
 *
 * <p>Positions are those of the tracker's viewpoint, as of the last day of the brief. The first day
 * bounds the claims that are listed, the changes and the dates of the matrix that {@link #at} does
 * not choose; earlier claims on which a position rests are listed too.
 *
 * @since 0.1
 */
public final class Brief implements Printable {
  private final Tracker tracker;
  private final Optional<String> title;
  private final ImmutableSet<String> parties;
  private final ImmutableSet<String> propositions;
  private final Optional<LocalDate> from;
  private final ImmutableSortedSet<LocalDate> dates;

  private Brief(
      Tracker tracker,
      Optional<String> title,
      ImmutableSet<String> parties,
      ImmutableSet<String> propositions,
      Optional<LocalDate> from,
      ImmutableSortedSet<LocalDate> dates) {
    this.tracker = tracker;
    this.title = title;
    this.parties = parties;
    this.propositions = propositions;
    this.from = from;
    this.dates = dates;
  }

  /**
   * Starts a brief. Its parties must be named.
   *
   * @param tracker the tracker whose positions are told, up to its date
   * @return a brief on all propositions on which a party has taken a position
   */
  public static Brief of(Tracker tracker) {
    return new Brief(
        requireNonNull(tracker, "tracker"),
        Optional.empty(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        Optional.empty(),
        ImmutableSortedSet.of());
  }

  /**
   * Returns all that is on record about one party.
   *
   * @param tracker the tracker whose positions are told
   * @param party the id of a state, an organisation, an organ, a person or a medium
   * @return the profile
   * @throws IllegalArgumentException if the id is not in the dossier; the message suggests the
   *     nearest match
   */
  public static PartyProfile ofParty(Tracker tracker, String party) {
    return new PartyProfile(
        tracker, requireNonNull(party, "party"), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the profiles of all states and organisations of a dossier.
   *
   * @param tracker the tracker whose positions are told
   * @return the profiles, with a page that lists them
   */
  public static PartyProfiles ofParties(Tracker tracker) {
    return new PartyProfiles(requireNonNull(tracker, "tracker"), Optional.empty());
  }

  /**
   * Replaces the title.
   *
   * @param text one line; default: the names of the parties
   * @return a brief with that title; this one is unchanged
   * @throws IllegalArgumentException if the text is blank
   */
  public Brief title(String text) {
    if (requireNonNull(text, "text").isBlank()) {
      throw ShownValue.refused("the title of a brief needs a word, got a blank one");
    }
    return new Brief(tracker, Optional.of(text), parties, propositions, from, dates);
  }

  /**
   * Replaces the parties.
   *
   * @param ids the ids of states, persons or media, in the order to show them; at least one
   * @return a brief on these parties; this one is unchanged
   * @throws IllegalArgumentException if no id is given, or an id is not a party of the dossier, or
   *     is an organ, whose positions are its state's
   */
  public Brief parties(String... ids) {
    ImmutableSet<String> all = named(ids, "ids", "parties");
    all.forEach(new IdLookup(tracker.dossier())::partyWithOrgans);
    return new Brief(tracker, title, all, propositions, from, dates);
  }

  /**
   * Adds propositions.
   *
   * @param ids the ids of propositions, in the order to show them; at least one
   * @return a brief on these propositions too; this one is unchanged
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public Brief on(String... ids) {
    ImmutableSet<String> all = named(ids, "ids", "propositions");
    tracker.timeline(ids);
    return with(all);
  }

  /**
   * Adds all propositions of some issues.
   *
   * @param issues slugs of issues; at least one
   * @return a brief on their propositions too; this one is unchanged
   * @throws IllegalArgumentException if no issue is given, or no proposition of the dossier has an
   *     issue
   */
  public Brief onIssue(String... issues) {
    IdLookup ids = new IdLookup(tracker.dossier());
    return with(
        named(issues, "issues", "issues").stream()
            .flatMap(issue -> ids.issue(issue).stream())
            .collect(ImmutableSet.toImmutableSet()));
  }

  private Brief with(Collection<String> more) {
    return new Brief(
        tracker,
        title,
        parties,
        ImmutableSet.<String>builder().addAll(propositions).addAll(more).build(),
        from,
        dates);
  }

  /** Returns names, each once, of which there must be one. */
  private static ImmutableSet<String> named(String[] given, String parameter, String what) {
    requireNonNull(given, parameter);
    Arrays.asList(given).forEach(name -> requireNonNull(name, parameter));
    if (given.length == 0) {
      throw ShownValue.refused("name at least one of the " + what);
    }
    return ImmutableSet.copyOf(given);
  }

  /**
   * Replaces the first and the last day.
   *
   * @param first the first day
   * @param last the last day, as of which positions are told
   * @return a brief on that time; this one is unchanged
   * @throws IllegalArgumentException if the first day is after the last
   */
  public Brief between(LocalDate first, LocalDate last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    if (first.isAfter(last)) {
      throw ShownValue.refused(
          "the first day of a brief must not be after the last, got %s and %s"
              .formatted(first, last));
    }
    return new Brief(tracker.asOf(last), title, parties, propositions, Optional.of(first), dates);
  }

  /**
   * Replaces the first and the last day.
   *
   * @param first a day, or a month or year, which means its first day
   * @param last a day, or a month or year, which means its last day
   * @return a brief on that time; this one is unchanged
   * @throws IllegalArgumentException if a text is not a date, or the first day is after the last
   */
  public Brief between(String first, String last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    return between(When.firstDay(first), When.lastDay(last));
  }

  /**
   * Replaces the dates at which the positions of the parties are side by side.
   *
   * <pre>{@code
   * brief.at("2017-10-31", "2022-08")
   * }</pre>
   *
   * @param days days, or months or years, which mean their last day, none after the last day of the
   *     brief; default: the last day and the days that show most of the other stances
   * @return a brief with these dates; this one is unchanged
   * @throws IllegalArgumentException if no date is given, a text is not a date, or a date is later
   *     than an as-of date that was given
   */
  public Brief at(String... days) {
    ImmutableSortedSet<LocalDate> all =
        named(days, "days", "dates").stream()
            .map(When::lastDay)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    all.forEach(tracker::asOf);
    return new Brief(tracker, title, parties, propositions, from, all);
  }

  /** {@return the dossier, which has the names of the outlets of the sources} */
  public Dossier dossier() {
    return tracker.dossier();
  }

  /**
   * Returns the sources of the claims that are listed.
   *
   * @return the sources, in the order of the dossier
   * @throws IllegalStateException if no parties were named
   */
  public ImmutableList<Source> sources() {
    return content().sources().sources();
  }

  /**
   * Returns the brief as a page of sections.
   *
   * @return the page
   * @throws IllegalStateException if no parties were named
   */
  @Override
  public TextPage page() {
    return content().page();
  }

  private BriefContent content() {
    if (parties.isEmpty()) {
      throw new IllegalStateException(
          "a brief needs parties(…), such as parties(\"rok\", \"prc\")");
    }
    return new BriefContent(
        tracker, title, parties.asList(), shown(), propositions.isEmpty(), from, dates.asList());
  }

  /** Returns the propositions that were named, or those on which a party has taken a position. */
  private ImmutableList<String> shown() {
    if (!propositions.isEmpty()) {
      return propositions.asList();
    }
    ImmutableSet<String> taken =
        tracker.histories(parties.toArray(String[]::new)).rows().stream()
            .map(History::proposition)
            .collect(ImmutableSet.toImmutableSet());
    return tracker.dossier().propositions().stream()
        .map(Proposition::id)
        .filter(taken::contains)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the parties, the propositions and the viewpoint, in one line} */
  @Override
  public String toString() {
    return "Brief of "
        + parties
        + (propositions.isEmpty() ? "" : " on " + propositions)
        + ", "
        + from.map(day -> "from " + day + ", ").orElse("")
        + tracker.viewpoint();
  }
}
