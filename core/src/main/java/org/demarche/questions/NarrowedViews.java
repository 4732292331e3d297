package org.demarche.questions;

import com.google.common.collect.ImmutableSortedSet;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.Viewpoint;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.rules.EvidenceView;

/** Views from narrower viewpoints. */
public final class NarrowedViews {
  private NarrowedViews() {}

  /** Returns a view of the same claims from another viewpoint, whose ids are known. */
  public static EvidenceView from(EvidenceView view, Viewpoint viewpoint) {
    return view.from(viewpoint, sources(view.index(), viewpoint));
  }

  /** Returns the view of all claims of an index from a viewpoint, whose ids are known. */
  public static EvidenceView over(DossierIndex index, Viewpoint viewpoint) {
    return EvidenceView.over(index, viewpoint, sources(index, viewpoint));
  }

  private static int[] sources(DossierIndex index, Viewpoint viewpoint) {
    return viewpoint.without().stream().mapToInt(index.numbers()::source).toArray();
  }

  /** Returns the numbers of the claims that are in all of some sets; at least one is given. */
  public static BitSet claims(
      DossierIndex index, Optional<ImmutableSortedSet<String>> ids, List<BitSet> found) {
    BitSet claims = new BitSet();
    if (ids.isPresent()) {
      ids.get().forEach(id -> claims.set(index.numbers().claim(id)));
    } else {
      claims.or(found.get(0));
    }
    found.forEach(claims::and);
    return claims;
  }
}
