package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.demarche.answer.CitedClaim;
import org.demarche.text.Cell;
import org.demarche.text.TextPage;

/** A sentence in which claims are cited, each with a link to the place that lists it. */
record CitedLine(ImmutableList<Cell> parts) {
  static CitedLine of(String text) {
    return new CitedLine(ImmutableList.of(new Cell(text, "")));
  }

  CitedLine text(String text) {
    return and(new Cell(text, ""));
  }

  CitedLine line(CitedLine other) {
    return new CitedLine(ImmutableList.<Cell>builder().addAll(parts).addAll(other.parts).build());
  }

  CitedLine cite(List<CitedClaim> claims) {
    CitedLine longer = this;
    for (CitedClaim cited : claims) {
      longer = longer.text(" ").and(new Cell("[" + cited.claim().id() + "]", cited.anchor()));
    }
    return longer;
  }

  private CitedLine and(Cell part) {
    return new CitedLine(ImmutableList.<Cell>builder().addAll(parts).add(part).build());
  }

  /** Returns lines as one, with a text between each two. */
  static CitedLine joined(String between, List<CitedLine> lines) {
    return lines.stream().reduce((line, next) -> line.text(between).line(next)).orElseThrow();
  }

  TextPage item() {
    return TextPage.empty().line(0, 2, parts);
  }
}
