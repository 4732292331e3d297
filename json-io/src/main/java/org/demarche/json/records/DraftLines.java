package org.demarche.json.records;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.coding.SubmittedDraft;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/** The lines of a file of drafts: each a claim, or the problems for which it is none. */
public final class DraftLines {
  private DraftLines() {}

  /**
   * Reads every line but the header and a description.
   *
   * @throws InvalidDossierException if a problem concerns the whole file
   */
  public static ImmutableList<SubmittedDraft> read(Path path) {
    return HeapBudget.within(path.toString(), budget -> read(path, budget));
  }

  private static ImmutableList<SubmittedDraft> read(Path path, HeapBudget budget) {
    String file = path.toString();
    ImmutableList.Builder<SubmittedDraft> drafts = ImmutableList.builder();
    try (LineReader lines =
        LineReader.oneByOne(Files.newInputStream(path), file, ReadLimits.DEFAULT, budget)) {
      while (true) {
        Optional<DossierRecord> record = lines.next();
        TokenReader cursor = lines.cursor();
        ImmutableList<Problem> problems = ImmutableList.copyOf(cursor.problems());
        if (cursor.isFileRefused()) {
          throw new InvalidDossierException(problems);
        }
        if (record.isEmpty() && problems.isEmpty()) {
          lines.torn().map(ImmutableList::of).map(DraftLines::unread).ifPresent(drafts::add);
          return drafts.build();
        }
        cursor.keepProblems(0);
        budget.countRecord();
        drafts.add(
            problems.isEmpty()
                ? draft(record.orElseThrow(), new Place(file, lines.line(), 1))
                : unread(problems));
      }
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(FileErrors.tooLarge(large, file));
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }

  private static SubmittedDraft unread(ImmutableList<Problem> problems) {
    return new SubmittedDraft(Optional.empty(), problems.get(0).place(), problems);
  }

  private static SubmittedDraft draft(DossierRecord record, Place place) {
    if (record instanceof Claim claim) {
      return new SubmittedDraft(Optional.of(claim), Optional.of(place), ImmutableList.of());
    }
    String type = RecordType.of(record).name();
    return unread(
        ImmutableList.of(
            Problem.of(
                    Problem.Code.WRONG_TYPE,
                    type,
                    record.id(),
                    "",
                    "",
                    "%s %s: a draft is a claim; add the %s to the dossier first"
                        .formatted(type, record.id(), type))
                .at(place)));
  }
}
