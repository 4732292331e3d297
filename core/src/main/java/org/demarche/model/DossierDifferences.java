package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * The records in which a dossier differs from an earlier one: added, removed and altered. A record
 * is the same if its type and id are; the order of the records makes no difference.
 *
 * <pre>{@code
 * DossierDifferences differences = today.differencesFrom(yesterday);
 * differences.altered().get(0).valuesBefore();   // {stance=FOR, force=WELCOME}
 * System.out.println(differences);               // records added: 12, removed: 0, altered: 1
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class DossierDifferences implements Printable {
  DossierDifferences() {}

  /**
   * A record whose id is in both dossiers, with different values.
   *
   * <pre>{@code
   * altered.valuesBefore().forEach(
   *     (member, before) -> System.out.println(member + ": " + before + " → " + altered.valuesAfter().get(member)));
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class AlteredRecord {
    AlteredRecord() {}

    /** {@return the record of the earlier dossier} */
    @Value.Parameter
    public abstract DossierRecord before();

    /** {@return the record of the later dossier} */
    @Value.Parameter
    public abstract DossierRecord after();

    /**
     * Returns the earlier values of the members that differ.
     *
     * @return the values as text, by the names under which files store the members; empty text for
     *     an absent value
     */
    @Value.Parameter
    public abstract ImmutableMap<String, String> valuesBefore();

    /** {@return the later values of the same members} */
    @Value.Parameter
    public abstract ImmutableMap<String, String> valuesAfter();
  }

  /** {@return the records of the later dossier alone: by type, then in its order} */
  @Value.Parameter
  public abstract ImmutableList<DossierRecord> added();

  /** {@return the records of the earlier dossier alone: by type, then in its order} */
  @Value.Parameter
  public abstract ImmutableList<DossierRecord> removed();

  /** {@return the records that differ: by type, then in the order of the later dossier} */
  @Value.Parameter
  public abstract ImmutableList<AlteredRecord> altered();

  static DossierDifferences between(RecordIndexes earlier, RecordIndexes later) {
    ImmutableList.Builder<DossierRecord> removed = ImmutableList.builder();
    ImmutableList.Builder<DossierRecord> added = ImmutableList.builder();
    ImmutableList.Builder<AlteredRecord> altered = ImmutableList.builder();
    for (RecordType type : RecordType.values()) {
      for (DossierRecord before : type.in(earlier).records()) {
        if (type.in(later).indexOf(before.id()) < 0) {
          removed.add(before);
        }
      }
      for (DossierRecord after : type.in(later).records()) {
        int index = type.in(earlier).indexOf(after.id());
        if (index < 0) {
          added.add(after);
          continue;
        }
        DossierRecord before = type.in(earlier).records().get(index);
        if (!before.equals(after)) {
          altered.add(
              ImmutableAlteredRecord.of(
                  before,
                  after,
                  RecordMembers.differing(before, after),
                  RecordMembers.differing(after, before)));
        }
      }
    }
    return ImmutableDossierDifferences.of(added.build(), removed.build(), altered.build());
  }

  /** {@return whether no record was added, removed or altered} */
  public final boolean isEmpty() {
    return added().isEmpty() && removed().isEmpty() && altered().isEmpty();
  }

  /** {@return the counts, and a table with one row per record or altered member} */
  @Override
  public final TextPage page() {
    List<List<String>> rows = new ArrayList<>();
    added().forEach(record -> rows.add(row("added", record, "", "", "")));
    removed().forEach(record -> rows.add(row("removed", record, "", "", "")));
    for (AlteredRecord record : altered()) {
      record
          .valuesBefore()
          .forEach(
              (member, before) ->
                  rows.add(
                      row(
                          "altered",
                          record.after(),
                          member,
                          before,
                          record.valuesAfter().getOrDefault(member, ""))));
    }
    TextPage page = TextPage.of(toString());
    return rows.isEmpty()
        ? page
        : page.table(
            ImmutableList.of("difference", "record", "id", "member", "before", "after"), rows);
  }

  private static List<String> row(
      String difference, DossierRecord record, String member, String before, String after) {
    return ImmutableList.of(
        difference, RecordType.of(record).toString(), record.id(), member, before, after);
  }

  /** {@return the number of records added, removed and altered, in one line} */
  @Override
  public final String toString() {
    return "records added: %s, removed: %s, altered: %s"
        .formatted(added().size(), removed().size(), altered().size());
  }
}
