package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.json.records.ValueInMessage;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.suggestion.Nearest;

/**
 * The context in which one answer is read: the records and names with which it is resolved, and the
 * problems that are found.
 */
final class ReadingContext {
  private Optional<Dossier> records = Optional.empty();
  private Dossier names = Dossier.empty();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Sets the records with which a document that was read is resolved.
   *
   * @param beside the records beside the answer, if there are any
   * @param forNames has the names and texts to print
   */
  void resolve(Optional<Dossier> beside, Dossier forNames) {
    records = beside;
    names = forNames;
  }

  /** Returns the records beside the answer, by which a claim can be its id. */
  Optional<Dossier> records() {
    return records;
  }

  /** Returns the dossier that has the names and texts to print. */
  Dossier names() {
    return names;
  }

  /** A refusal whose problem has been noted. */
  static final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** Makes a value of each draft, and notes the problems of those that cannot be made. */
  <D, V> ImmutableList<V> each(Draft of, String member, Function<D, V> make) {
    ImmutableList.Builder<V> made = ImmutableList.builder();
    for (D draft : of.<D>list(member)) {
      make(of, member, draft, make).ifPresent(made::add);
    }
    return made.build();
  }

  private <D, V> Optional<V> make(Draft of, String member, D draft, Function<D, V> make) {
    int before = problems.size();
    try {
      return Optional.of(make.apply(draft));
    } catch (Refused noted) {
      return Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      if (problems.size() > before) {
        return Optional.empty(); // because of what was noted
      }
      String why = String.valueOf(wrong.getMessage());
      if (draft instanceof Draft object) {
        note(object, "", "", why);
      } else {
        note(of, member, String.valueOf(draft), why);
      }
      return Optional.empty();
    }
  }

  /** Makes the answer, or notes why it cannot be made. */
  <V> Optional<V> make(Draft draft, Function<Draft, V> make) {
    return make(draft, "", draft, make);
  }

  /** Notes a problem of a member, and returns the exception to throw. */
  Refused refused(Draft draft, String member, String value, String why) {
    note(draft, member, value, why);
    return new Refused(why);
  }

  private void note(Draft draft, String member, String value, String why) {
    String field = draft.field(member);
    problems.add(
        Problem.of(
                Problem.Code.BAD_VALUE,
                "document",
                "",
                field,
                value,
                field.isEmpty() ? why : field + ": " + why)
            .at(draft.place(member)));
  }

  /** Returns the problems that were noted while values were made. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns a claim that was read whole or by its id. */
  Claim claim(Draft draft, String member, Reference<Claim> claim) {
    return record(draft, member, "claim", claim, Dossier::claim, Dossier::claims);
  }

  /** Returns a proposition that was read whole or by its id. */
  Proposition proposition(Draft draft, String member, Reference<Proposition> proposition) {
    return record(
        draft, member, "proposition", proposition, Dossier::proposition, Dossier::propositions);
  }

  private interface Lookup<R> {
    Optional<R> find(Dossier dossier, String id);
  }

  private <R extends DossierRecord> R record(
      Draft draft,
      String member,
      String type,
      Reference<R> reference,
      Lookup<R> lookup,
      Function<Dossier, Collection<R>> all) {
    if (reference.record().isPresent()) {
      return reference.record().get();
    }
    Dossier dossier = records.orElse(names);
    return lookup
        .find(dossier, reference.id())
        .orElseThrow(
            () ->
                refused(
                    draft,
                    member,
                    reference.id(),
                    type
                        + " '"
                        + ValueInMessage.abridged(reference.id())
                        + "' is not among the records"
                        + Nearest.hint(
                            reference.id(),
                            all.apply(dossier).stream().map(DossierRecord::id).toList(),
                            1)));
  }

  /**
   * A record that was read whole, or by its id alone.
   *
   * @param record the record, if it was read whole
   */
  record Reference<R>(String id, Optional<R> record) {}
}
