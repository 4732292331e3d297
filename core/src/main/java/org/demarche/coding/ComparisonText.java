package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.text.TextPage;

/** The page and the sentences of a comparison of codings. */
final class ComparisonText {
  private final CodingComparison comparison;
  private final Map<CodedMember, ImmutableList<AgreementCoefficient>> coefficients =
      new LinkedHashMap<>();

  ComparisonText(CodingComparison comparison) {
    this.comparison = comparison;
    boolean two = comparison.coders().size() == 2;
    for (CodedMember member : CodedMember.MEASURED) {
      CoderRatings ratings = comparison.ratings(member);
      ImmutableList.Builder<AgreementCoefficient> of = ImmutableList.builder();
      of.add(ratings.percentAgreement());
      if (two) {
        of.add(ratings.cohensKappa());
      }
      coefficients.put(
          member, of.add(ratings.fleissKappa()).add(ratings.krippendorffsAlpha()).build());
    }
  }

  private static AgreementCoefficient alpha(List<AgreementCoefficient> coefficients) {
    return coefficients.get(coefficients.size() - 1);
  }

  private static String count(int number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String found() {
    int all = comparison.foundByAll().size();
    int some = comparison.units().size() - all;
    if (comparison.coders().size() < 2) {
      return count(comparison.units().size(), "claim");
    }
    return "%s, %s found by %s, %s by only %s"
        .formatted(
            count(comparison.units().size(), "claim"),
            all,
            comparison.coders().size() == 2 ? "both" : "all",
            some,
            comparison.coders().size() == 2 ? "one" : "some");
  }

  private String coders() {
    return comparison.coders().isEmpty() ? "no coder" : listed(comparison.coders());
  }

  String sentence() {
    String defined =
        coefficients.entrySet().stream()
            .filter(entry -> entry.getValue().get(0).value().isPresent())
            .map(
                entry ->
                    "%s %s, %s"
                        .formatted(
                            entry.getKey().member(),
                            percent(entry.getValue().get(0)),
                            alpha(entry.getValue()).value().isPresent()
                                ? alpha(entry.getValue()).number()
                                : "undefined"))
            .collect(Collectors.joining("; "));
    String agreement =
        defined.isEmpty() ? "" : " Percent agreement and Krippendorff’s α: " + defined + ".";
    return "Codings of %s: %s.%s%s"
        .formatted(
            coders(),
            found(),
            agreement,
            undefined().stream().map(line -> " " + line).collect(Collectors.joining()));
  }

  private static String percent(AgreementCoefficient agreement) {
    return agreement.value().isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * agreement.value().getAsDouble())
        : "–";
  }

  TextPage page() {
    TextPage page =
        TextPage.of("Codings of " + coders() + ": " + found()).table(measureHeader(), measures());
    page = page.gap();
    for (String line : undefined()) {
      page = page.line(0, 2, line);
    }
    page = page.line(0, 2, intervals());
    page = withDisagreements(page);
    page = withMissing(page);
    List<String> notes = notes();
    if (!notes.isEmpty()) {
      page = page.gap();
    }
    for (String note : notes) {
      page = page.line(0, 2, note);
    }
    return page;
  }

  private String intervals() {
    boolean lacking =
        coefficients.values().stream()
            .map(ComparisonText::alpha)
            .anyMatch(alpha -> alpha.value().isPresent() && alpha.interval().isEmpty());
    return String.format(
        Locale.ROOT,
        "Intervals: bootstrap over claims, %,d samples, seed %s%s.",
        comparison.settings().samples(),
        comparison.settings().seed(),
        lacking ? "; none where α is undefined in more than one sample in twenty" : "");
  }

  private List<String> measureHeader() {
    ImmutableList.Builder<String> header = ImmutableList.builder();
    header.add("member", "claims", "agreement");
    if (comparison.coders().size() == 2) {
      header.add("Cohen’s κ");
    }
    return header.add("Fleiss’ κ", "Krippendorff’s α", "its 95 % interval").build();
  }

  private List<List<String>> measures() {
    List<List<String>> rows = new ArrayList<>();
    coefficients.forEach(
        (member, of) -> {
          List<String> row = new ArrayList<>();
          row.add(member.member());
          row.add(String.valueOf(of.get(0).units()));
          row.add(percent(of.get(0)));
          of.subList(1, of.size()).forEach(each -> row.add(each.number()));
          row.add(alpha(of).bounds());
          rows.add(row);
        });
    return rows;
  }

  /** Returns a line for each reason for which coefficients are undefined. */
  private List<String> undefined() {
    Map<List<String>, List<String>> membersByReason = new LinkedHashMap<>();
    coefficients.forEach(
        (member, of) ->
            of.stream()
                .flatMap(each -> each.whyUndefined().stream())
                .distinct()
                .forEach(
                    why ->
                        membersByReason
                            .computeIfAbsent(
                                List.of(undefined(of, why), why), reason -> new ArrayList<>())
                            .add(member.member())));
    List<String> lines = new ArrayList<>();
    membersByReason.forEach(
        (reason, members) ->
            lines.add(
                members.size() == coefficients.size()
                    ? "No %s: %s.".formatted(reason.get(0), reason.get(1))
                    : "No %s for %s: %s."
                        .formatted(reason.get(0), listed(members), reason.get(1))));
    return lines;
  }

  /** Returns the coefficients that are undefined for a reason. */
  private static String undefined(List<AgreementCoefficient> coefficients, String why) {
    List<String> names =
        coefficients.stream()
            .filter(each -> each.whyUndefined().filter(why::equals).isPresent())
            .map(AgreementCoefficient::name)
            .toList();
    if (names.size() == coefficients.size()) {
      return "coefficient";
    }
    return names.size() == coefficients.size() - 1 ? "κ or α" : String.join(" or ", names);
  }

  private TextPage withDisagreements(TextPage page) {
    ImmutableList<Disagreement> disagreements = comparison.disagreements();
    if (disagreements.isEmpty()) {
      return page;
    }
    ImmutableList<String> header =
        ImmutableList.<String>builder()
            .add("claim", "member")
            .addAll(comparison.coders())
            .add("quotation")
            .build();
    List<List<String>> rows = new ArrayList<>();
    String before = "";
    for (Disagreement each : disagreements) {
      List<String> row = new ArrayList<>();
      boolean first = !each.unit().id().equals(before);
      row.add(each.unit().ids());
      row.add(each.member());
      for (String coder : comparison.coders()) {
        row.add(each.values().containsKey(coder) ? shown(each.values().get(coder)) : "–");
      }
      row.add(first ? each.unit().quotation().orElse("") : "");
      rows.add(row);
      before = each.unit().id();
    }
    return page.gap()
        .line(0, 2, count(disagreements.size(), "disagreement") + " to adjudicate")
        .table(header, rows);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value;
  }

  private TextPage withMissing(TextPage page) {
    List<List<String>> rows =
        comparison.units().stream()
            .filter(unit -> unit.codings().size() < comparison.coders().size())
            .map(
                unit ->
                    List.of(
                        unit.named().ids(),
                        listed(unit.codings().keySet().asList()),
                        requireNonNull(unit.codings().firstEntry())
                            .getValue()
                            .value(CodedMember.PROPOSITION),
                        requireNonNull(unit.codings().firstEntry())
                            .getValue()
                            .value(CodedMember.STANCE),
                        unit.named().quotation().orElse("")))
            .toList();
    return rows.isEmpty()
        ? page
        : page.gap()
            .line(0, 2, count(rows.size(), "claim") + " not found by every coder")
            .table(List.of("claim", "found by", "proposition", "stance", "quotation"), rows);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    int others = comparison.compared().others().size();
    if (others > 0) {
      notes.add("Left out: " + count(others, "claim") + " without a coder.");
    }
    List<String> apart = comparison.pairsWithoutText();
    if (comparison.coders().size() > 2 && !apart.isEmpty()) {
      notes.add("Not compared, for want of a source in common: " + String.join("; ", apart) + ".");
    }
    if (comparison.compared().hasReadings()) {
      notes.add(
          "Agreement is understated: the readings of an adjudication record only differences.");
    }
    return notes;
  }
}
