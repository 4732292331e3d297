package org.demarche.examples.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Timeline;
import org.demarche.examples.spark.ReferenceRecords.ReferredIds;
import org.demarche.examples.spark.SoundLines.CorpusLine;
import org.demarche.json.Answers;
import org.demarche.json.Dossiers;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/** The claims that bear on families and components, from which the library derives answers. */
final class ClaimBatch {
  static final String POSITION = "position";
  static final String CHANGE = "change";
  static final String TURN = "turn";
  static final String REJECT = "reject";

  /** What any answer has; the rest is null. */
  static final StructType ANSWERS =
      new StructType()
          .add("kind", StringType, false)
          .add("party", StringType)
          .add("actor", StringType)
          .add("proposition", StringType)
          .add("day", StringType)
          .add("outcome", StringType)
          .add("before", StringType)
          .add("label", StringType)
          .add("claim", StringType)
          .add("grade", StringType)
          .add("answer", StringType)
          .add("file", StringType)
          .add("line", IntegerType)
          .add("reason", StringType);

  private final Set<String> families;
  private final Set<String> components;
  private final ReferenceRecords references;
  private final List<Row> answers = new ArrayList<>();

  private ClaimBatch(Set<String> families, Set<String> components, ReferenceRecords references) {
    this.families = families;
    this.components = components;
    this.references = references;
  }

  /** The order of lines: by the bytes of the names of files, as Spark and the library have it. */
  private static final Comparator<PlacedClaim> ORDER =
      Comparator.comparing((PlacedClaim one) -> UTF8String.fromString(one.file()))
          .thenComparingInt(PlacedClaim::line);

  private record PlacedClaim(String file, int line, Claim claim) {
    static PlacedClaim of(Row line) {
      return new PlacedClaim(
          line.getAs("file"),
          line.getAs("line"),
          (Claim) Dossiers.record(line.<String>getAs("text")));
    }
  }

  /**
   * Derives the answers about the families of a batch. The lines may be in any order, and may be
   * repeated.
   */
  static Iterator<Row> derive(
      String component, Iterator<Row> lines, ReferenceRecords references, AskedDays days) {
    Set<String> families = new TreeSet<>();
    List<PlacedClaim> claims = new ArrayList<>();
    lines.forEachRemaining(
        line -> {
          families.addAll(line.getList(line.fieldIndex("families")));
          claims.add(PlacedClaim.of(line));
        });
    ClaimBatch batch = new ClaimBatch(families, Set.of(component), references);
    batch.ask(Tracker.of(batch.read(claims)), days);
    return batch.answers.iterator();
  }

  /** Reads the dossier of all that bears on some families and components. */
  static Dossier dossier(
      Set<String> families,
      Set<String> components,
      Iterator<Row> lines,
      ReferenceRecords references) {
    List<PlacedClaim> claims = new ArrayList<>();
    lines.forEachRemaining(line -> claims.add(PlacedClaim.of(line)));
    return new ClaimBatch(families, components, references).read(claims);
  }

  private Dossier read(List<PlacedClaim> claims) {
    claims.sort(ORDER);
    List<PlacedClaim> distinct = new ArrayList<>();
    for (PlacedClaim claim : claims) {
      PlacedClaim last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      if (last == null || last.line() != claim.line() || !last.file().equals(claim.file())) {
        distinct.add(claim);
      }
    }
    return dossier(distinct);
  }

  private Dossier dossier(List<PlacedClaim> claims) {
    ReferredIds ids =
        new ReferredIds(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    claims.forEach(placed -> ids.add(placed.claim()));
    Dossier known = references.of(families, components, ids);
    try {
      return known.plus(claims.stream().map(PlacedClaim::claim).toList());
    } catch (InvalidDossierException invalid) {
      Iterator<CorpusLine> lines =
          claims.stream()
              .map(one -> new CorpusLine(one.file(), one.line(), Dossiers.line(one.claim())))
              .iterator();
      return SoundLines.read(
          known,
          lines,
          (place, reason) -> answers.add(rejected(place.file(), place.line(), reason)));
    }
  }

  /** Returns the row of a line that is left out. */
  static Row rejected(String file, int line, String reason) {
    return new RowBuilder(ANSWERS)
        .set("kind", REJECT)
        .set("file", file)
        .set("line", line)
        .set("reason", reason)
        .build();
  }

  private void ask(Tracker tracker, AskedDays days) {
    Set<String> parties = references.actors(families);
    TreeSet<String> propositions = new TreeSet<>(references.propositions(components));
    Tracker now = days.last(tracker);
    for (String proposition : propositions) {
      for (Position position : now.positionsOn(proposition).rows()) {
        if (parties.contains(position.party())) {
          add(position);
        }
      }
    }
    for (Change change : days.first(tracker).changesTo(now).rows()) {
      if (parties.contains(change.party()) && propositions.contains(change.proposition())) {
        add(change);
      }
    }
    for (Timeline.Entry turn : now.timeline(propositions.toArray(String[]::new)).rows()) {
      if (parties.contains(turn.party())) {
        add(
            answer(TURN, turn.party(), turn.proposition(), turn.outcome())
                .set("day", turn.day().toString()));
      }
    }
  }

  private void add(Position position) {
    Optional<CitedClaim> headline = position.headlines().stream().findFirst();
    add(
        answer(POSITION, position.party(), position.proposition(), position.outcome())
            .set("day", position.evidenced().map(one -> one.lastEvidenced().toString()))
            .set("claim", headline.map(one -> one.claim().id()))
            .set("grade", headline.map(one -> one.grade().name()))
            .set("answer", Answers.writer().compact().format(position).strip()));
  }

  private void add(Change change) {
    add(
        answer(CHANGE, change.party(), change.proposition(), change.after().outcome())
            .set("before", change.before().outcome().name())
            .set("label", change.label().name()));
  }

  private RowBuilder answer(
      String kind, String party, String proposition, PositionOutcome outcome) {
    return new RowBuilder(ANSWERS)
        .set("kind", kind)
        .set("party", party)
        .set("actor", references.dossier().actor(party).orElseThrow().kind().name())
        .set("proposition", proposition)
        .set("outcome", outcome.name());
  }

  private void add(RowBuilder answer) {
    answers.add(answer.build());
  }
}
