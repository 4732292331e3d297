package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Range;
import com.google.common.collect.Streams;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Problem;

/**
 * The checks that drafts pass before they enter a dossier. Every check is made of every draft, so
 * that all problems of a draft are found at once.
 */
final class DraftChecks {
  private final Dossier dossier;
  private final ImmutableList<Draft> drafts;

  /** The first draft of each id. */
  private final Map<String, Draft> byId = new LinkedHashMap<>();

  DraftChecks(Dossier dossier, Iterable<SubmittedDraft> submitted, Optional<String> coder) {
    this.dossier = dossier;
    this.drafts =
        Streams.stream(submitted)
            .map(draft -> new Draft(requireNonNull(draft, "drafts")))
            .collect(ImmutableList.toImmutableList());
    for (Draft draft : drafts) {
      if (draft.claim.isPresent()) {
        draft.setCoder(coder);
      }
    }
  }

  /** A draft with the problems found so far. */
  private static final class Draft {
    private final SubmittedDraft submitted;
    private final List<Problem> problems;
    private Optional<Claim> claim;

    Draft(SubmittedDraft submitted) {
      this.submitted = submitted;
      this.problems = new ArrayList<>(submitted.problems());
      this.claim = submitted.claim();
    }

    String id() {
      return submitted.id();
    }

    Claim required() {
      return claim.orElseThrow();
    }

    boolean isRefused() {
      return problems.stream().anyMatch(problem -> !problem.isWarning());
    }

    SubmittedDraft result() {
      return new SubmittedDraft(
          isRefused() ? submitted.claim() : claim,
          submitted.place(),
          ImmutableList.copyOf(problems));
    }

    private void setCoder(Optional<String> coder) {
      if (required().coder().isEmpty() && coder.isEmpty()) {
        refuse(Problem.Code.MISSING, "coder", "", "it has no coder; name one in it, or for all");
      }
      Claim.Builder builder = Claim.builder().from(required());
      required().coder().or(() -> coder).ifPresent(builder::coder);
      if (required().reviewer().isPresent()) {
        refuse(
            Problem.Code.BAD_VALUE,
            "reviewer",
            required().reviewer().get(),
            "a draft has no reviewer yet; leave it out, and review the draft once it is imported");
      } else {
        builder.draft(true);
      }
      claim = Optional.of(builder.build());
    }

    void refuse(Problem.Code code, String field, String value, String message) {
      note(problem(code, field, value, message));
    }

    void warn(Problem.Code code, String field, String value, String message) {
      note(problem(code, field, value, message).asWarning());
    }

    private Problem problem(Problem.Code code, String field, String value, String message) {
      return Problem.of(code, "claim", id(), field, value, "claim " + id() + ": " + message);
    }

    /** Notes a problem, unless one of its kind is known of the field. */
    void note(Problem problem) {
      boolean isKnown =
          problems.stream()
              .anyMatch(
                  known ->
                      known.code() == problem.code()
                          && known.field().equals(problem.field())
                          && known.value().equals(problem.value()));
      if (!isKnown) {
        problems.add(submitted.place().map(problem::at).orElse(problem));
      }
    }

    String where() {
      return submitted.place().map(place -> " at " + place).orElse("");
    }
  }

  /** Returns the drafts in the order given, with their problems. */
  ImmutableList<SubmittedDraft> drafts() {
    return drafts.stream().map(Draft::result).collect(ImmutableList.toImmutableList());
  }

  /** Returns the claims of the drafts that are not refused. */
  ImmutableList<Claim> accepted() {
    return drafts.stream()
        .filter(draft -> !draft.isRefused())
        .map(Draft::required)
        .collect(ImmutableList.toImmutableList());
  }

  // Quotations

  /** Checks each quotation, and sets it to the letter of the text. */
  void checkQuotations(Texts texts) {
    ImmutableList<Draft> read =
        drafts.stream()
            .filter(draft -> draft.claim.isPresent())
            .collect(ImmutableList.toImmutableList());
    QuotationCheck check =
        QuotationCheck.of(
            dossier,
            read.stream().map(Draft::required).collect(ImmutableList.toImmutableList()),
            texts);
    Deque<QuotationCheck.Row> rows = new ArrayDeque<>(check.rows());
    for (Draft draft : read) {
      List<Evidence> checked = new ArrayList<>();
      for (Evidence piece : draft.required().evidence()) {
        String field = "evidence/" + checked.size();
        checked.add(
            piece.quote().isPresent()
                ? checked(draft, field, piece, rows.remove())
                : unquoted(draft, field, piece));
      }
      draft.claim = draft.claim.map(claim -> claim.withEvidence(checked));
    }
  }

  private static Evidence unquoted(Draft draft, String field, Evidence piece) {
    draft.warn(Problem.Code.MISSING, field + "/quote", "", "no quotation to be checked");
    return piece;
  }

  private Evidence checked(Draft draft, String field, Evidence piece, QuotationCheck.Row row) {
    String quote = piece.quote().orElseThrow();
    switch (row.verdict()) {
      case FOUND, FOUND_BUT_FOR -> {
        Passage passage = row.finding().orElseThrow().passages().get(0);
        String words = passage.toTheLetter();
        if (!words.equals(quote)) {
          draft.warn(
              Problem.Code.BAD_VALUE,
              field + "/quote",
              quote,
              "quotation set to the letter of %s, “%s”, in place of “%s”: %s"
                  .formatted(
                      piece.source(),
                      VisibleText.of(words),
                      VisibleText.of(quote),
                      row.finding().orElseThrow().briefly()));
        }
        warnOfSelector(draft, field, row, Passage.selectorText(passage.selector()));
        return withPassage(piece, words, Optional.of(passage.selector()));
      }
      case SEVERAL -> {
        warnOfSelector(draft, field, row, "left out");
        draft.warn(
            Problem.Code.BAD_VALUE,
            field + "/quote",
            quote,
            row.finding().orElseThrow().inMessage() + " Set the selector to one of them.");
        return withPassage(piece, quote, Optional.empty());
      }
      case NEAREST, NOT_FOUND ->
          draft.refuse(
              Problem.Code.QUOTE_NOT_FOUND,
              field + "/quote",
              quote,
              "invented quotation: " + invented(row.finding().orElseThrow()));
      case TEXT_CHANGED ->
          draft.refuse(
              Problem.Code.CONFLICT,
              field + "/source",
              piece.source(),
              "the text of "
                  + piece.source()
                  + " is not the one that was coded, so the quotation cannot be checked; compare"
                  + " the two, then correct its textHash");
      case NO_TEXT -> {
        if (dossier.source(piece.source()).isPresent()) { // an unknown source is reported as such
          draft.refuse(
              Problem.Code.MISSING,
              field + "/source",
              piece.source(),
              "there is no text of "
                  + piece.source()
                  + ", so the quotation cannot be checked; add its text");
        }
      }
    }
    return piece;
  }

  private static void warnOfSelector(
      Draft draft, String field, QuotationCheck.Row row, String instead) {
    if (row.hasWrongSelector()) {
      String wrong = Passage.selectorText(row.selector().orElseThrow());
      draft.warn(
          Problem.Code.BAD_VALUE,
          field + "/selector",
          wrong,
          "selector " + wrong + " does not select the quotation; it is now " + instead);
    }
  }

  private static Evidence withPassage(
      Evidence piece, String words, Optional<Range<Integer>> selector) {
    Evidence.Builder builder =
        Evidence.builder().source(piece.source()).mode(piece.mode()).via(piece.via()).quote(words);
    selector.ifPresent(span -> builder.selector(span.lowerEndpoint(), span.upperEndpoint()));
    piece.language().ifPresent(builder::language);
    piece.translation().ifPresent(builder::translation);
    return builder.build();
  }

  private static String invented(QuotationFinding finding) {
    String nearest =
        finding.passages().stream()
            .map(passage -> passage.words().replaceAll("\\s+", " "))
            .map(words -> "“" + VisibleText.of(words) + "”")
            .collect(Collectors.joining(", "));
    return finding.inMessage() + (nearest.isEmpty() ? "" : " The text has " + nearest + ".");
  }

  // The dossier

  /** Checks ids, and that the dossier with the drafts is valid. */
  void checkAgainstDossier() {
    for (Draft draft : drafts) {
      if (draft.claim.isPresent()) {
        checkId(draft);
      }
    }
    refuseDependents(); // of drafts that were not read; they are reported with their places
    List<Draft> checked = List.copyOf(byId.values());
    while (true) {
      for (Problem problem : dossier.check(claims(checked))) {
        Optional.ofNullable(byId.get(problem.id()))
            .filter(draft -> problem.type().equals("claim"))
            .ifPresent(draft -> draft.note(problem));
      }
      refuseDependents();
      List<Draft> sound = checked.stream().filter(draft -> !draft.isRefused()).toList();
      if (sound.size() == checked.size()) {
        return;
      }
      checked = sound;
    }
  }

  private static Claim[] claims(List<Draft> some) {
    return some.stream().map(Draft::required).toArray(Claim[]::new);
  }

  private void checkId(Draft draft) {
    Optional<Claim> known = dossier.claim(draft.id());
    Draft first = byId.get(draft.id());
    if (known.isPresent()) {
      if (!known.equals(draft.claim)) {
        refuseId(
            draft,
            known.get().isDraft()
                ? "another draft of the dossier has this id"
                : "a coded claim of the dossier has this id");
      }
    } else if (first == null) {
      byId.put(draft.id(), draft);
    } else {
      refuseId(draft, "an earlier draft has this id" + first.where());
    }
  }

  private static void refuseId(Draft draft, String why) {
    draft.refuse(
        Problem.Code.DUPLICATE_ID, "id", draft.id(), why + "; give the draft an id of its own");
  }

  /** Returns whether the dossier or another draft has the id of a draft. */
  private boolean isTaken(Draft draft) {
    return dossier.claim(draft.id()).isPresent() || byId.getOrDefault(draft.id(), draft) != draft;
  }

  /** Refuses the drafts that directly or indirectly answer or retract a refused one. */
  private void refuseDependents() {
    ListMultimap<String, Draft> dependents = ArrayListMultimap.create();
    for (Draft draft : byId.values()) {
      draft.required().respondsTo().forEach(id -> dependents.put(id, draft));
      draft.required().retracts().forEach(id -> dependents.put(id, draft));
    }
    Deque<Draft> refused =
        drafts.stream()
            .filter(draft -> draft.isRefused() && !isTaken(draft))
            .collect(Collectors.toCollection(ArrayDeque::new));
    while (!refused.isEmpty()) {
      Draft gone = refused.remove();
      for (Draft dependent : dependents.removeAll(gone.id())) {
        if (!dependent.isRefused()) {
          refused.add(dependent);
        }
        dependent.refuse(
            Problem.Code.UNKNOWN_ID,
            dependent.required().respondsTo().contains(gone.id()) ? "respondsTo" : "retracts",
            gone.id(),
            "it refers to draft '" + gone.id() + "', which is refused" + gone.where());
      }
    }
  }
}
