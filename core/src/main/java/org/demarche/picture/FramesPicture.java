package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.Comparator;
import org.demarche.answer.Framings;
import org.demarche.model.Claim;
import org.demarche.text.Picture;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/** A picture of when each party put a matter in each frame. */
final class FramesPicture implements Picture {
  private final Framings framings;
  private final Names names;

  FramesPicture(Framings framings) {
    this.framings = framings;
    this.names = Names.of(framings);
  }

  @Override
  public String title() {
    return framings.question();
  }

  @Override
  public String svg() {
    return drawn(Layout.WIDE);
  }

  @Override
  public ImmutableList<String> narrow() {
    return ImmutableList.of(drawn(Layout.NARROW));
  }

  private String drawn(Layout layout) {
    return framings.frames().isEmpty()
        ? Sheet.withoutDrawing(layout, title(), ImmutableList.of("No claim has a frame."))
        : new LaneDrawing(chart(), layout).svg();
  }

  private LaneChart chart() {
    LocalDate end =
        framings.claims().stream()
            .filter(claim -> !claim.frames().isEmpty())
            .map(claim -> claim.asserted().latest())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new LaneChart(
        title(),
        framings.frames().stream().map(this::group).collect(ImmutableList.toImmutableList()),
        ImmutableList.of(),
        end,
        false,
        "");
  }

  private Lane.Group group(String frame) {
    SetMultimap<String, Claim> claims = LinkedHashMultimap.create();
    for (Claim claim : framings.claims()) {
      if (claim.frames().contains(frame)) {
        claim.principals().forEach(principal -> claims.put(principal, claim));
      }
    }
    ImmutableList.Builder<Lane> lanes = ImmutableList.builder();
    claims
        .asMap()
        .forEach(
            (principal, used) ->
                lanes.add(
                    new Lane(
                        names.actor(principal),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        LaneReader.marks(used.stream()),
                        ImmutableSortedSet.of())));
    return new Lane.Group(frame.replace('-', ' '), lanes.build());
  }

  @Override
  public TextPage page() {
    return framings.page();
  }

  /** {@return the title} */
  @Override
  public String toString() {
    return OneLine.of(title());
  }
}
