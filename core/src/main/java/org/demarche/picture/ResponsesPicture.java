package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Wording;
import org.demarche.model.Claim;
import org.demarche.model.When;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/** A picture of which claims answer which: a box for each claim, and arrows to what it answers. */
final class ResponsesPicture implements Picture {
  /** The number of boxes that are drawn. */
  private static final int MOST_BOXES = 80;

  private static final Wording WORDING = Wording.english();
  private static final ImmutableMap<String, String> WORDS = WORDING.words();

  private final Chronology chronology;
  private final ImmutableList<Box> boxes;

  /**
   * A claim that answers another one, or is answered.
   *
   * @param side the names of the states or others to which those belong for whom it was made
   * @param who the names of those for whom it was made
   * @param says its stance, its force and the proposition
   * @param gist what it says in a sentence; may be empty
   * @param answers the ids of the claims that it answers and does not take back
   * @param takesBack the ids of the claims that it takes back
   */
  record Box(
      String id,
      When date,
      String side,
      String who,
      String says,
      String gist,
      ImmutableSortedSet<String> answers,
      ImmutableSortedSet<String> takesBack) {
    /** Returns the ids of the claims to which an arrow leads. */
    Set<String> targets() {
      return Sets.union(answers, takesBack);
    }

    String heading() {
      return id + ", " + LaneChart.days(date.earliest(), date.latest());
    }
  }

  ResponsesPicture(Chronology chronology) {
    this.chronology = chronology;
    Map<String, Box> all = new LinkedHashMap<>();
    for (Chronology.Entry entry : chronology.entries()) {
      all.put(entry.claim().id(), box(entry.claim(), Names.of(entry)));
      for (CitedClaim response : entry.responses()) {
        all.putIfAbsent(response.claim().id(), box(response.claim(), Names.of(response)));
      }
    }
    Set<String> answered = new HashSet<>();
    all.values().forEach(box -> answered.addAll(box.targets()));
    this.boxes =
        all.values().stream()
            .filter(
                box ->
                    answered.contains(box.id())
                        || box.targets().stream().anyMatch(all::containsKey))
            .sorted(
                Comparator.comparing((Box box) -> box.date().latest())
                    .thenComparing(box -> !box.targets().isEmpty())
                    .thenComparing(Box::id))
            .collect(ImmutableList.toImmutableList());
  }

  private static Box box(Claim claim, Names names) {
    return new Box(
        claim.id(),
        claim.asserted(),
        claim.principals().stream()
            .map(names::side)
            .distinct()
            .collect(Collectors.joining(" and ")),
        names.actors(claim.principals()),
        Kind.valueOf(claim.stance().name()).sign()
            + " "
            + act(claim)
            + ": "
            + names.proposition(claim.proposition()),
        claim.gist().orElse(""),
        ImmutableSortedSet.copyOf(Sets.difference(claim.respondsTo(), claim.retracts())),
        ImmutableSortedSet.copyOf(claim.retracts()));
  }

  /** Returns an act as answers print it, which for some stances has words of its own. */
  private static String act(Claim claim) {
    String key = "Force." + claim.force() + "." + claim.stance();
    return WORDS.getOrDefault(key, WORDING.word(claim.force()));
  }

  /** Returns whether a claim of a chronology answers another one. */
  boolean hasAny() {
    return !boxes.isEmpty();
  }

  @Override
  public String title() {
    return "Who answered whom";
  }

  @Override
  public String svg() {
    return drawing(Layout.WIDE, title(), shown(), hidden()).svg();
  }

  /** Returns a picture for each group of claims that are linked by answers. */
  @Override
  public ImmutableList<String> narrow() {
    List<ImmutableList<Box>> chains = chains();
    if (chains.isEmpty()) {
      return ImmutableList.of(drawing(Layout.NARROW, title(), shown(), hidden()).svg());
    }
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    for (int i = 0; i < chains.size(); i++) {
      String title =
          chains.size() == 1 ? title() : title() + " (%s of %s)".formatted(i + 1, chains.size());
      String note = i == chains.size() - 1 ? hidden() : "";
      parts.add(drawing(Layout.NARROW, title, chains.get(i), note).svg());
    }
    return parts.build();
  }

  private ResponsesDrawing drawing(
      Layout layout, String title, ImmutableList<Box> part, String note) {
    return new ResponsesDrawing(layout, title, chronology.question(), part, note);
  }

  private ImmutableList<Box> shown() {
    return boxes.stream().limit(MOST_BOXES).collect(ImmutableList.toImmutableList());
  }

  private String hidden() {
    if (boxes.isEmpty()) {
      return "None of these claims answers another one.";
    }
    return boxes.size() <= MOST_BOXES
        ? ""
        : "… and %s later claims: see the table.".formatted(boxes.size() - MOST_BOXES);
  }

  /** Returns the boxes that are shown, linked ones together, by the first box of each chain. */
  private List<ImmutableList<Box>> chains() {
    Set<String> ids = shown().stream().map(Box::id).collect(Collectors.toSet());
    SetMultimap<String, String> neighbours = LinkedHashMultimap.create();
    for (Box box : shown()) {
      for (String answered : Sets.intersection(box.targets(), ids)) {
        neighbours.put(box.id(), answered);
        neighbours.put(answered, box.id());
      }
    }
    Set<String> seen = new LinkedHashSet<>();
    List<ImmutableList<Box>> chains = new ArrayList<>();
    for (Box first : shown()) {
      Set<String> chain = new LinkedHashSet<>();
      Deque<String> next = new ArrayDeque<>(List.of(first.id()));
      while (!next.isEmpty()) {
        String id = next.pop();
        if (seen.add(id)) {
          chain.add(id);
          next.addAll(neighbours.get(id));
        }
      }
      if (!chain.isEmpty()) {
        chains.add(
            shown().stream()
                .filter(box -> chain.contains(box.id()))
                .collect(ImmutableList.toImmutableList()));
      }
    }
    return chains;
  }

  @Override
  public TextPage page() {
    List<List<String>> rows = new ArrayList<>();
    for (Box box : boxes) {
      rows.add(
          List.of(
              box.date().toString(),
              box.id(),
              box.who(),
              box.says(),
              box.gist(),
              String.join(", ", box.answers()),
              String.join(", ", box.takesBack())));
    }
    return TextPage.of(title())
        .line(0, 2, chronology.question())
        .table(List.of("date", "claim", "party", "says", "gist", "answers", "takes back"), rows);
  }

  /** {@return the title and the question of the chronology} */
  @Override
  public String toString() {
    return OneLine.of(title() + ": " + chronology.question());
  }
}
