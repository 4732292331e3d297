package org.demarche.network;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.demarche.Tracker;
import org.demarche.rules.EvidenceView;

/**
 * The view of the evidence from which a tracker answers. A tracker does not publish it, for it is
 * no use to a caller of the library; a method handle reaches it, so that networks can count claims
 * and stances by number, without an answer for each.
 */
final class TrackerView {
  private static final MethodHandle VIEW = view();

  private TrackerView() {}

  private static MethodHandle view() {
    try {
      return MethodHandles.privateLookupIn(Tracker.class, MethodHandles.lookup())
          .findVirtual(Tracker.class, "view", MethodType.methodType(EvidenceView.class));
    } catch (ReflectiveOperationException renamed) {
      throw new LinkageError("Tracker has no method view()", renamed);
    }
  }

  static EvidenceView of(Tracker tracker) {
    try {
      return (EvidenceView) VIEW.invokeExact(tracker);
    } catch (Throwable failed) { // the method declares no checked exception
      Throwables.throwIfUnchecked(failed);
      throw new IllegalStateException(failed);
    }
  }
}
