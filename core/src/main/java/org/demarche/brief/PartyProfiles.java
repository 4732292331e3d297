package org.demarche.brief;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.When;
import org.demarche.text.Cell;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The profiles of all states and organisations of a dossier, and a page that lists them. They are
 * written into a folder together.
 *
 * <pre>{@code
 * Answers.writePages(Brief.ofParties(tracker).since("2022-06-01"), Path.of("profiles"));
 * }</pre>
 *
 * @since 0.1
 */
public final class PartyProfiles implements Printable {
  /** The name of the file that lists the profiles. */
  private static final String INDEX = "index";

  /** Names that Windows reserves for devices. */
  private static final Pattern RESERVED =
      Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:-.*)?");

  private final Tracker tracker;
  private final Optional<News> news;

  PartyProfiles(Tracker tracker, Optional<News> news) {
    this.tracker = tracker;
    this.news = news;
  }

  /**
   * Adds what is new since a day.
   *
   * @param first the first day on which something counts as new
   * @return profiles that begin with what is new; these are unchanged
   * @throws IllegalArgumentException if the day is after the tracker's date
   */
  public PartyProfiles since(LocalDate first) {
    return new PartyProfiles(tracker, Optional.of(News.since(first, tracker)));
  }

  /**
   * Adds what is new since a date.
   *
   * @param first a day, or a month or year, which means its first day
   * @return profiles that begin with what is new; these are unchanged
   * @throws IllegalArgumentException if the text is not a date, or the day is after the tracker's
   */
  public PartyProfiles since(String first) {
    return since(When.firstDay(requireNonNull(first, "first")));
  }

  /**
   * Returns the profiles by the names of their files.
   *
   * @return each profile by a name of lower-case letters, digits and hyphens, such as {@code rok},
   *     in the order of the dossier
   */
  public ImmutableMap<String, PartyProfile> profiles() {
    Map<String, PartyProfile> profiles = new LinkedHashMap<>();
    for (Actor actor : tracker.dossier().actors()) {
      if (actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGANISATION) {
        String id = actor.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = RESERVED.matcher(id).matches() ? id + "-party" : id;
        String free = name;
        for (int i = 2; profiles.containsKey(free) || free.equals(INDEX); i++) {
          free = name + "-" + i;
        }
        profiles.put(
            free, new PartyProfile(tracker, actor.id(), news, Optional.of("./" + INDEX + ".html")));
      }
    }
    return ImmutableMap.copyOf(profiles);
  }

  /**
   * Returns the page that lists the profiles, with a link to the file of each.
   *
   * @return the page
   */
  @Override
  public TextPage page() {
    Optional<ImmutableMultiset<String>> shifts = news.map(PartyProfiles::shiftsByParty);
    List<List<Cell>> rows = new ArrayList<>();
    profiles().forEach((file, profile) -> rows.add(row(file, profile, shifts)));
    List<String> header = new ArrayList<>(List.of("party", "positions", "last stated"));
    news.ifPresent(since -> header.add("new since " + since.first()));
    TextPage page =
        TextPage.of("Positions by party")
            .line(
                0,
                0,
                "%s, %s."
                    .formatted(
                        parties(), tracker.viewpoint().text(Wording.english(), tracker.dossier())));
    return rows.isEmpty() ? page : page.linked(header, rows);
  }

  /** Returns the numbers of states and of organisations. */
  private String parties() {
    String states = count(ActorKind.STATE, "state");
    String organisations = count(ActorKind.ORGANISATION, "organisation");
    if (states.isEmpty() && organisations.isEmpty()) {
      return "No state or organisation";
    }
    return organisations.isEmpty() || states.isEmpty()
        ? states + organisations
        : states + " and " + organisations;
  }

  private String count(ActorKind kind, String noun) {
    long number = tracker.dossier().actors().stream().filter(actor -> actor.kind() == kind).count();
    return number == 0 ? "" : number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns the number of shifts of each party, counted in one pass over the changes of all. */
  private static ImmutableMultiset<String> shiftsByParty(News news) {
    return news.all().get().shifts().rows().stream()
        .map(Change::party)
        .collect(ImmutableMultiset.toImmutableMultiset());
  }

  private ImmutableList<Cell> row(
      String file, PartyProfile profile, Optional<ImmutableMultiset<String>> shifts) {
    List<EvidencedPosition> known =
        profile.positions().stream().flatMap(it -> it.evidenced().stream()).toList();
    Optional<LocalDate> last =
        known.stream().map(EvidencedPosition::lastEvidenced).max(LocalDate::compareTo);
    ImmutableList.Builder<Cell> cells = ImmutableList.builder();
    cells.add(
        new Cell(
            tracker.dossier().actor(profile.party()).orElseThrow().name(), "./" + file + ".html"));
    cells.add(new Cell(String.valueOf(known.size()), ""));
    cells.add(new Cell(last.map(LocalDate::toString).orElse(""), ""));
    shifts.ifPresent(all -> cells.add(new Cell(String.valueOf(all.count(profile.party())), "")));
    return cells.build();
  }

  /** {@return the viewpoint, in one line} */
  @Override
  public String toString() {
    return "Profiles of all parties, "
        + tracker.viewpoint()
        + news.map(since -> ", new since " + since.first()).orElse("");
  }
}
