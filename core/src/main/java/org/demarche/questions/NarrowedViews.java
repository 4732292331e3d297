package org.demarche.questions;

import org.demarche.answer.Viewpoint;
import org.demarche.rules.EvidenceView;

/** Views from narrower viewpoints. */
public final class NarrowedViews {
  private NarrowedViews() {}

  /** Returns a view of the same claims from another viewpoint, whose ids are known. */
  public static EvidenceView from(EvidenceView view, Viewpoint viewpoint) {
    return view.from(
        viewpoint, viewpoint.without().stream().mapToInt(view.index().numbers()::source).toArray());
  }
}
