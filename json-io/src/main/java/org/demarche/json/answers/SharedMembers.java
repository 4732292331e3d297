package org.demarche.json.answers;

import java.time.LocalDate;
import java.util.Collection;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Viewpoint;
import org.demarche.json.records.Codec;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/** Writers of values that several kinds of answers have. */
final class SharedMembers {
  static final ValueWriter<String> TEXT = Codec.TEXT;
  static final ValueWriter<Boolean> BOOLEAN = Codec.BOOLEAN;
  static final ValueWriter<Integer> INTEGER = Codec.INTEGER;
  static final ValueWriter<LocalDate> DAY = Codec.DAY;
  static final ValueWriter<Collection<? extends String>> TEXTS = ValueWriter.list(TEXT);
  static final ValueWriter<Stance> STANCE = Codec.oneOf(Stance.class);
  static final ValueWriter<Force> FORCE = Codec.oneOf(Force.class);
  static final ValueWriter<Grade> GRADE = Codec.oneOf(Grade.class);
  static final ValueWriter<Claim> CLAIM = ValueWriter.defined("claim", () -> RecordCodecs.CLAIM);
  static final ValueWriter<Proposition> PROPOSITION =
      ValueWriter.defined("proposition", () -> RecordCodecs.PROPOSITION);
  static final ValueWriter<Collection<? extends Evidence>> EVIDENCE =
      ValueWriter.list(ValueWriter.defined("evidence", () -> RecordCodecs.EVIDENCE));

  static final ValueWriter<Viewpoint> VIEWPOINT_MEMBERS =
      new MemberWriter<Viewpoint>()
          .and("asOf", DAY, Viewpoint::asOf)
          .maybe("knownAt", DAY, Viewpoint::knownAt)
          .and("without", TEXTS, Viewpoint::without)
          .and("withoutRelays", TEXTS, Viewpoint::withoutRelays)
          .and("withoutSpeakers", TEXTS, Viewpoint::withoutSpeakers)
          .and("only", TEXTS, Viewpoint::only)
          .maybe("onlyClaims", TEXTS, Viewpoint::onlyClaims)
          .and("minGrade", GRADE, Viewpoint::minGrade);

  static final ValueWriter<Viewpoint> VIEWPOINT =
      ValueWriter.defined("viewpoint", () -> VIEWPOINT_MEMBERS);

  static final ValueWriter<CitedClaim> CITED_CLAIM_MEMBERS =
      new MemberWriter<CitedClaim>()
          .and("claim", CLAIM, CitedClaim::claim)
          .and("stance", STANCE, CitedClaim::stance)
          .and("implied", BOOLEAN, CitedClaim::isImplied)
          .and("grade", GRADE, CitedClaim::grade)
          .and("authority", Codec.oneOf(Authority.class), CitedClaim::authority)
          .and("evidence", EVIDENCE, CitedClaim::evidence);

  static final ValueWriter<CitedClaim> CITED_CLAIM =
      ValueWriter.defined("citedClaim", () -> CITED_CLAIM_MEMBERS);

  static final ValueWriter<Collection<? extends CitedClaim>> CITED_CLAIMS =
      ValueWriter.list(CITED_CLAIM);

  private SharedMembers() {}
}
