package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.suggestion.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, validated set of sources, actors, occasions, propositions and claims, with a
 * description of what it is. A dossier is data only; {@code Tracker.of(dossier)} answers questions
 * about it.
 *
 * <p>The records keep the order in which they were given. The order is part of equality, and never
 * changes an answer. A dossier is never edited: {@link #plus(DossierRecord...) plus} and the
 * methods that correct a record return a new dossier.
 *
 * <pre>{@code
 * Dossier dossier = Dossier.of(article, seoul, ministry, additional, claim);   // throws if they do not fit together
 * dossier.warnings();                    // problems that a person should look at
 * Dossier more = dossier.plus(later);    // with another claim
 * }</pre>
 *
 * @since 0.1
 */
public final class Dossier {
  private final RecordIndexes records;
  private final Description description;
  private final Supplier<ImmutableList<Problem>> warnings;

  private Dossier(RecordIndexes records, Description description) {
    this.records = records;
    this.description = description;
    this.warnings = Suppliers.memoize(() -> DossierCheck.of(records).warnings());
  }

  /** {@return what the dossier is, by whom and under which terms; by default without any text} */
  public Description description() {
    return description;
  }

  /**
   * Sets the description.
   *
   * @param description the new description
   * @return a dossier of the same records with that description; this one is unchanged
   */
  public Dossier describedBy(Description description) {
    return new Dossier(records, requireNonNull(description, "description"));
  }

  /** {@return the sources, in the order given; the list cannot be modified} */
  public List<Source> sources() {
    return records.sources().records();
  }

  /** {@return the actors, in the order given; the list cannot be modified} */
  public List<Actor> actors() {
    return records.actors().records();
  }

  /** {@return the occasions, in the order given; the list cannot be modified} */
  public List<Occasion> occasions() {
    return records.occasions().records();
  }

  /** {@return the propositions, in the order given; the list cannot be modified} */
  public List<Proposition> propositions() {
    return records.propositions().records();
  }

  /** {@return the claims, in the order given; the list cannot be modified} */
  public List<Claim> claims() {
    return records.claims().records();
  }

  /**
   * Creates a dossier of some records. The records of each type keep the order given; the types may
   * be mixed.
   *
   * @param records the records, in any number
   * @return the dossier
   * @throws InvalidDossierException with every problem, if ids are duplicated, references are
   *     invalid or records contradict each other
   */
  public static Dossier of(DossierRecord... records) {
    return of(Elements.of(records, "records"));
  }

  /**
   * Creates a dossier of some records. The records of each type keep the order given; the types may
   * be mixed.
   *
   * @param records the records, in any number
   * @return the dossier
   * @throws InvalidDossierException with every problem, if ids are duplicated, references are
   *     invalid or records contradict each other
   */
  public static Dossier of(Iterable<? extends DossierRecord> records) {
    return checked(RecordLists.of(records).indexed(), Description.empty());
  }

  private static Dossier checked(RecordIndexes records, Description description) {
    DossierCheck.of(records).requireValid();
    return new Dossier(records, description);
  }

  /** {@return the dossier without records} */
  public static Dossier empty() {
    return of();
  }

  /**
   * Returns the warnings: problems that do not invalidate the dossier, but that a person should
   * look at.
   *
   * @return the warnings in the order of the records
   */
  public ImmutableList<Problem> warnings() {
    return warnings.get();
  }

  // org.demarche.snapshot.IndexedDossier calls these two by name.

  /** Writes the indexes of the records by id; the records are not written. */
  static void write(Dossier dossier, IntWriter out) {
    dossier.records.inOrder().forEach(index -> index.writeTo(out));
  }

  /** Reads the dossier of the indexes that were written, and of records made on demand. */
  static Dossier read(
      Description description,
      List<Source> sources,
      List<Actor> actors,
      List<Occasion> occasions,
      List<Proposition> propositions,
      List<Claim> claims,
      IntReader in) {
    RecordLists records = new RecordLists(sources, actors, occasions, propositions, claims);
    return new Dossier(RecordIndexes.read(records, in), description);
  }

  // The maps from ids to records. org.demarche.dossierindex.RecordNumbers reads them by these
  // names.

  IdIndex<Source> sourceIndex() {
    return records.sources();
  }

  IdIndex<Actor> actorIndex() {
    return records.actors();
  }

  IdIndex<Occasion> occasionIndex() {
    return records.occasions();
  }

  IdIndex<Proposition> propositionIndex() {
    return records.propositions();
  }

  IdIndex<Claim> claimIndex() {
    return records.claims();
  }

  /**
   * Finds a source by id.
   *
   * @param id any text
   * @return the source, or empty if the dossier has no source of that id
   */
  public Optional<Source> source(String id) {
    return records.sources().find(requireNonNull(id, "id"));
  }

  /**
   * Finds an actor by id.
   *
   * @param id any text
   * @return the actor, or empty if the dossier has no actor of that id
   */
  public Optional<Actor> actor(String id) {
    return records.actors().find(requireNonNull(id, "id"));
  }

  /**
   * Finds an occasion by id.
   *
   * @param id any text
   * @return the occasion, or empty if the dossier has no occasion of that id
   */
  public Optional<Occasion> occasion(String id) {
    return records.occasions().find(requireNonNull(id, "id"));
  }

  /**
   * Finds a proposition by id.
   *
   * @param id any text
   * @return the proposition, or empty if the dossier has no proposition of that id
   */
  public Optional<Proposition> proposition(String id) {
    return records.propositions().find(requireNonNull(id, "id"));
  }

  /**
   * Finds a claim by id.
   *
   * @param id any text
   * @return the claim, or empty if the dossier has no claim of that id
   */
  public Optional<Claim> claim(String id) {
    return records.claims().find(requireNonNull(id, "id"));
  }

  /**
   * Adds records to this dossier. New records are added after the records of this dossier. A record
   * whose id is in the dossier must be equal to the record there, which then stays as it is; but
   * the evidence of a claim is united, which corroborates the record, and of a draft and a coded
   * claim the coded one stays. The records are checked against this dossier; adding a record takes
   * time that hardly depends on the size of the dossier, unless the record has identifiers or
   * replaces a draft, for which all records of its type are searched.
   *
   * <pre>{@code
   * Dossier more = dossier.plus(article, claim);
   * }</pre>
   *
   * @param records sources, actors, occasions, propositions and claims
   * @return the larger dossier; the same dossier if the records change nothing
   * @throws InvalidDossierException with every problem, if a record conflicts with a record of the
   *     same id, refers to an unknown record or contradicts another record
   */
  public Dossier plus(DossierRecord... records) {
    return plus(Elements.of(records, "records"));
  }

  /**
   * Adds records to this dossier, as {@link #plus(DossierRecord...)} does.
   *
   * @param records sources, actors, occasions, propositions and claims
   * @return the larger dossier; the same dossier if the records change nothing
   * @throws InvalidDossierException with every problem, if a record conflicts with a record of the
   *     same id, refers to an unknown record or contradicts another record
   */
  public Dossier plus(Iterable<? extends DossierRecord> records) {
    return plus(RecordLists.of(records), description);
  }

  /**
   * Merges another dossier into this one, as {@link #plus(DossierRecord...)} adds records. If only
   * one of the two has a description, the merged dossier has that one.
   *
   * @param other the dossier to add
   * @return the merged dossier; the two dossiers are unchanged
   * @throws InvalidDossierException if records with the same id differ in anything but evidence,
   *     both dossiers have a description and these differ, or the merged dossier is invalid
   */
  public Dossier plus(Dossier other) {
    return plus(
        RecordLists.of(
            Iterables.concat(
                requireNonNull(other, "other").records.inOrder().stream()
                    .map(IdIndex::records)
                    .toList())),
        other.description);
  }

  @SuppressWarnings("ReferenceEquality") // the same records come back if none is new
  private Dossier plus(RecordLists more, Description other) {
    RecordIndexes merged = DossierMerge.merge(records, more).merged(description.conflict(other));
    Description either = description.isEmpty() ? other : description;
    return merged == records && either.equals(description) ? this : new Dossier(merged, either);
  }

  /**
   * Checks whether records can be added to this dossier, without adding them. A record that is
   * invalid by itself cannot be built; {@code Dossiers.check} of the module {@code
   * org.demarche.json} reports such problems of a record as JSON together with those reported here.
   *
   * @param records sources, actors, occasions, propositions and claims
   * @return the errors for which {@link #plus(DossierRecord...)} would refuse the records, and
   *     warnings about them; the pointer of each is relative to its record
   */
  public ImmutableList<Problem> check(DossierRecord... records) {
    RecordLists given = RecordLists.of(Elements.of(records, "records"));
    return DossierMerge.merge(this.records, given).problems().stream()
        .map(Problem::withoutIndex)
        .collect(ImmutableList.toImmutableList());
  }

  // Parts and corrections

  /**
   * Returns the smallest valid dossier that holds some records: with the claims to which their
   * claims respond, the sources from which their sources derive and which these revise, the actors
   * and what they belong to, the heads of terms of office, the parts and rivals of propositions,
   * and so on.
   *
   * @param records records of this dossier
   * @return the records in the order of this dossier; the empty dossier if no record is given
   * @throws UnknownIdException if the dossier has no record of the type and id of a record
   * @throws IllegalArgumentException if the dossier has another record of that type and id
   */
  public Dossier closure(DossierRecord... records) {
    return closure(Elements.of(records, "records"));
  }

  /**
   * Returns the smallest valid dossier that holds some records, as {@link
   * #closure(DossierRecord...)} does.
   *
   * @param records records of this dossier
   * @return the records in the order of this dossier; the empty dossier if no record is given
   * @throws UnknownIdException if the dossier has no record of the type and id of a record
   * @throws IllegalArgumentException if the dossier has another record of that type and id
   */
  public Dossier closure(Iterable<? extends DossierRecord> records) {
    Closure closure = new Closure(this.records);
    for (DossierRecord record : Elements.of(records, "records")) {
      closure.add(RecordType.of(record), known(record).id());
    }
    return new Dossier(closure.records(), description);
  }

  /**
   * Returns the smallest valid dossier that gives the same answers about one party on some
   * propositions: the same position, outcome, explanation, history and entries of timelines, as of
   * any date, as known at any date, and on any evidence, with drafts or without. Use it to publish
   * an answer with all that it rests on, to keep a case as a test, or to compute one on another
   * machine.
   *
   * <pre>{@code
   * Dossier part = dossier.bearingOn("rok", "three-nos");
   * Tracker.of(part).asOf("2022-08-11").position("rok", "three-nos")   // equals that of the whole dossier
   * }</pre>
   *
   * <p>It has the claims of the party and its organs, of the states that it continues, and of the
   * organisations of which it is a member, on the propositions and on what passes to them through
   * composites; those on parts and rivals as far as answers name them; what media report; what
   * retracts or answers these claims; the sources that revise theirs; and every record to which one
   * of these refers. Give both Trackers the same as-of date, because the end of the record may
   * differ. Sources, relays and speakers can be left out there only if they are in it.
   *
   * <p>The time is linear in the size of the dossier.
   *
   * @param party the id of a state (its organs included), an organ, an organisation, a person or a
   *     medium
   * @param propositions ids of propositions; at least one
   * @return the records in the order of this dossier, with its description
   * @throws IllegalArgumentException if an id is not in the dossier, or no proposition is given
   */
  public Dossier bearingOn(String party, String... propositions) {
    requireNonNull(party, "party");
    ImmutableSet<String> asked = ImmutableSet.copyOf(Elements.of(propositions, "propositions"));
    Actor actor =
        actor(party).orElseThrow(() -> DossierEdits.unknown("party", party, records.actors()));
    if (asked.isEmpty()) {
      throw ShownValue.refused(
          "bearingOn needs at least one proposition; for the whole record, use the dossier itself");
    }
    for (String id : asked) {
      if (proposition(id).isEmpty()) {
        throw DossierEdits.unknown("proposition", id, records.propositions());
      }
    }
    return new Dossier(new BearingRecords(records, actor, asked).inOrder(), description);
  }

  /**
   * Replaces the record of the same type and id, which keeps its place. Takes time linear in the
   * size of the dossier, because the new dossier is checked as a whole.
   *
   * @param record the new record
   * @return a dossier with that record; this one is unchanged
   * @throws UnknownIdException if the dossier has no record of that type and id
   * @throws InvalidDossierException with every problem, if the new dossier is invalid
   */
  public Dossier replace(DossierRecord record) {
    int index = DossierEdits.indexOf(records, requireNonNull(record, "record"));
    return checked(DossierEdits.replaced(records, index, record), description);
  }

  /**
   * Accepts a draft after a person has checked it: the claim is coded from then on, and counts. It
   * keeps its coder and its place. To correct the draft first, {@link #replace} it.
   *
   * <pre>{@code
   * Dossier reviewed = dossier.review("D-04", "park");
   * Dossiers.append(file, reviewed.claim("D-04").orElseThrow());   // the coded claim replaces the draft
   * }</pre>
   *
   * @param claim the id of a draft
   * @param reviewer the person who checked it, not blank and not its coder
   * @return a dossier in which the claim is coded, with its reviewer; this one is unchanged
   * @throws UnknownIdException if the dossier has no claim of that id
   * @throws IllegalArgumentException if the claim is no draft, or if the reviewer is blank or its
   *     coder
   * @throws InvalidDossierException with every problem, if the new dossier is invalid
   */
  public Dossier review(String claim, String reviewer) {
    return replace(
        DossierEdits.reviewed(
            records, requireNonNull(claim, "claim"), requireNonNull(reviewer, "reviewer")));
  }

  /**
   * Removes a record. Takes time linear in the size of the dossier.
   *
   * @param record a record of this dossier
   * @return a dossier without that record; this one is unchanged
   * @throws UnknownIdException if the dossier has no record of the type and id of the record
   * @throws IllegalArgumentException if the dossier has another record of that type and id
   * @throws InvalidDossierException if other records refer to the record; the problem lists them
   */
  public Dossier remove(DossierRecord record) {
    return new Dossier(
        DossierEdits.without(records, known(requireNonNull(record, "record"))), description);
  }

  /**
   * Gives a record another id, in the record itself and in every reference to it. The record keeps
   * its place. Takes time linear in the size of the dossier, because the new dossier is checked as
   * a whole.
   *
   * @param record a record of this dossier
   * @param newId a slug that no other record of the type has
   * @return a dossier with the renamed record; this one is unchanged
   * @throws UnknownIdException if the dossier has no record of the type and id of the record
   * @throws IllegalArgumentException if the dossier has another record of that type and id
   * @throws InvalidDossierException if the new id is not a slug, or another record has it
   */
  public Dossier rename(DossierRecord record, String newId) {
    requireNonNull(newId, "newId");
    RecordType type = RecordType.of(known(requireNonNull(record, "record")));
    ProblemCollector problems = new ProblemCollector(type.toString(), newId);
    problems.id("id", newId);
    problems.throwIfAny();
    if (!newId.equals(record.id()) && type.in(records).indexOf(newId) >= 0) {
      String message = "duplicate " + type + " id " + newId;
      throw new InvalidDossierException(
          ImmutableList.of(
              Problem.of(Problem.Code.DUPLICATE_ID, type.toString(), newId, "id", newId, message)
                  .at(type.in(records).indexOf(record.id()))));
    }
    return checked(new Renaming(type, record.id(), newId).in(records), description);
  }

  private DossierRecord known(DossierRecord record) {
    DossierEdits.requireKnown(records, record);
    return record;
  }

  /**
   * Compares the records of this dossier with those of an earlier one.
   *
   * @param earlier another dossier, usually an earlier state of this one
   * @return the records only in this dossier, only in the earlier one, and those that are altered
   */
  public DossierDifferences differencesFrom(Dossier earlier) {
    return DossierDifferences.between(requireNonNull(earlier, "earlier").records, records);
  }

  /**
   * {@return whether the other object is a dossier of an equal description and of equal records in
   * the same order}
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dossier dossier
        && description.equals(dossier.description)
        && sources().equals(dossier.sources())
        && actors().equals(dossier.actors())
        && occasions().equals(dossier.occasions())
        && propositions().equals(dossier.propositions())
        && claims().equals(dossier.claims());
  }

  @Override
  public int hashCode() {
    return Objects.hash(description, sources(), actors(), occasions(), propositions(), claims());
  }

  /** {@return the number of records of each type; drafts are counted apart from other claims} */
  @Override
  public String toString() {
    long drafts = claims().stream().filter(Claim::isDraft).count();
    return "Dossier of %s sources, %s actors, %s occasions, %s propositions, %s claims%s"
        .formatted(
            sources().size(),
            actors().size(),
            occasions().size(),
            propositions().size(),
            claims().size() - drafts,
            drafts == 0 ? "" : drafts == 1 ? ", 1 draft" : ", " + drafts + " drafts");
  }
}
