package org.demarche.json.answers;

import java.time.LocalDate;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.When;

/** The columns of values that the tables of several kinds of answers have. */
final class SharedColumns {
  private SharedColumns() {}

  /** The columns of a viewpoint other than the as-of date. */
  static final CsvColumns<Viewpoint> EVIDENCE =
      new CsvColumns<Viewpoint>()
          .and("known_at", viewpoint -> viewpoint.knownAt().map(LocalDate::toString).orElse(""))
          .and("without", viewpoint -> CsvColumns.joined(viewpoint.without()))
          .and("without_relays", viewpoint -> CsvColumns.joined(viewpoint.withoutRelays()))
          .and("without_speakers", viewpoint -> CsvColumns.joined(viewpoint.withoutSpeakers()))
          .and("only", viewpoint -> CsvColumns.joined(viewpoint.only()))
          .and(
              "only_claims", // their number, which is 0 if no claim counts
              viewpoint -> viewpoint.onlyClaims().map(ids -> "" + ids.size()).orElse(""))
          .and("min_grade", Viewpoint::minGrade)
          .and("drafts", viewpoint -> viewpoint.includesDrafts() ? "included" : "");

  /** The columns of a viewpoint. */
  static final CsvColumns<Viewpoint> VIEWPOINT =
      new CsvColumns<Viewpoint>()
          .and("as_of", Viewpoint::asOf)
          .and("", EVIDENCE, viewpoint -> viewpoint);

  /** The columns of a claim, without its evidence. */
  static final CsvColumns<Claim> CLAIM =
      new CsvColumns<Claim>()
          .and("claim", Claim::id)
          .and("asserted", Claim::asserted)
          .and(
              "asserted_earliest",
              claim -> claim.asserted().earliest().map(LocalDate::toString).orElse(""))
          .and("asserted_latest", claim -> claim.asserted().latest())
          .and("basis", Claim::basis)
          .and("speakers", claim -> CsvColumns.joined(claim.speakers()))
          .and("principals", claim -> CsvColumns.joined(claim.principals()))
          .and("proposition", Claim::proposition)
          .and("stance", Claim::stance)
          .and("force", Claim::force)
          .and("frames", claim -> CsvColumns.joined(claim.frames()))
          .and("condition", claim -> claim.condition().orElse(""))
          .and("due", claim -> claim.due().map(When::toString).orElse(""))
          .and("retracts", claim -> CsvColumns.joined(claim.retracts()))
          .and("coder", claim -> claim.coder().orElse(""))
          .and("status", claim -> claim.isDraft() ? "DRAFT" : "")
          .and("reviewer", claim -> claim.reviewer().orElse(""));

  /** The columns of a piece of evidence. */
  static final CsvColumns<Evidence> PIECE =
      new CsvColumns<Evidence>()
          .and("source", Evidence::source)
          .and("mode", Evidence::mode)
          .and("via", piece -> CsvColumns.joined(piece.via()))
          .and("quote", piece -> piece.quote().orElse(""))
          .and("language", piece -> piece.language().orElse(""))
          .and("translation", piece -> piece.translation().orElse(""));
}
