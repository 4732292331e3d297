package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Source;
import org.demarche.model.When;

/** Writing and reading give back the same dossier. */
@Tag("slow")
class RoundTripTest {
  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  @Property(tries = 500)
  void a_written_dossier_reads_as_the_same_and_gives_the_same_bytes_again(
      @ForAll("dossiers") Dossier dossier) {
    String text = Dossiers.format(dossier);

    Dossier read = Dossiers.parse(text);

    assertThat(read).isEqualTo(dossier);
    assertThat(Dossiers.format(read)).isEqualTo(text);
  }

  @Property(tries = 300)
  void every_character_survives_writing_and_reading(@ForAll("dossiers") Dossier dossier) {
    byte[] bytes = Dossiers.format(dossier).getBytes(StandardCharsets.UTF_8);

    assertThat(Dossiers.read(new ByteArrayInputStream(bytes), "any")).isEqualTo(dossier);
  }

  @Property(tries = 300)
  void a_dossier_written_as_lines_reads_as_the_same_dossier(@ForAll("dossiers") Dossier dossier) {
    String description = LineWriter.line(dossier.description());
    String lines =
        RecordType.byName().values().stream()
            .flatMap(kind -> kind.get().apply(dossier).stream())
            .map(LineWriter::line)
            .collect(Collectors.joining());
    byte[] bytes = (lines + description).getBytes(StandardCharsets.UTF_8);

    assertThat(Dossiers.read(new ByteArrayInputStream(bytes), "any.jsonl")).isEqualTo(dossier);
    assertThat(lines.lines().count())
        .isEqualTo(
            RecordType.byName().values().stream()
                .mapToInt(kind -> kind.get().apply(dossier).size())
                .sum());
  }

  @Property(tries = 300)
  void every_line_of_a_document_is_a_bracket_or_a_member(@ForAll("dossiers") Dossier dossier) {
    String text = Dossiers.format(dossier);

    assertThat(text).doesNotContain("\r", "\t", "\b", "\f", "\u0000", "\u001F").endsWith("}\n");
    assertThat(text.lines())
        .allMatch(line -> line.matches("(?s)(  )*(\\{|[}\\]],?|\"[^ ]+\": .*[\"}0-9e\\]\\[{],?)"));
  }

  @Property(tries = 500)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void random_dossiers_cover_every_feature(@ForAll("dossiers") Dossier dossier) {
    List<Evidence> evidence =
        dossier.claims().stream().flatMap(c -> c.evidence().stream()).toList();
    List<String> whens =
        Stream.of(
                dossier.sources().stream().map(s -> s.published()),
                dossier.occasions().stream().map(o -> o.when()),
                dossier.claims().stream().map(Claim::asserted))
            .flatMap(dates -> dates)
            .map(When::toString)
            .toList();
    for (String form :
        List.of(
            "\\d{4}",
            "\\d{4}-\\d\\d",
            "\\d{4}-\\d\\d-\\d\\d",
            "\\[\\d.*",
            "\\[\\.\\..*",
            "\\d.*/.*",
            "\\.\\./.*",
            ".*\\?",
            ".*XX",
            "\\d{3}X~",
            ".*%]",
            ".*/\\.\\.")) {
      covers(form, whens.stream().anyMatch(date -> date.matches(form)));
    }
    coversSecondEdition(dossier);
    covers("composites", dossier.propositions().stream().anyMatch(p -> p.parts().size() > 1));
    covers(
        "characterisations", dossier.propositions().stream().anyMatch(p -> p.about().isPresent()));
    covers("rivals", dossier.propositions().stream().anyMatch(p -> !p.excludes().isEmpty()));
    covers("terms", dossier.actors().stream().anyMatch(a -> a.terms().size() > 1));
    covers("aliases", dossier.actors().stream().anyMatch(a -> !a.aliases().isEmpty()));
    covers("unnamed", dossier.actors().stream().anyMatch(a -> !a.isNamed() && a.of().isPresent()));
    covers("derivations", dossier.sources().stream().anyMatch(s -> !s.derivedFrom().isEmpty()));
    covers("revisions", dossier.sources().stream().anyMatch(s -> s.revises().isPresent()));
    covers("occasions", dossier.claims().stream().anyMatch(c -> c.occasion().isPresent()));
    covers("answers", dossier.claims().stream().anyMatch(c -> !c.respondsTo().isEmpty()));
    covers("joint claims", dossier.claims().stream().anyMatch(c -> c.principals().size() > 1));
    covers("relays", evidence.stream().anyMatch(e -> e.via().size() > 1));
    covers("selectors", evidence.stream().anyMatch(e -> e.selector().isPresent()));
    covers("no quotation", evidence.stream().anyMatch(e -> e.quote().isEmpty()));
    Predicate<Evidence> inText =
        e -> dossier.source(e.source()).orElseThrow().text().isPresent() && e.quote().isPresent();
    covers(
        "selectors in a text",
        evidence.stream().anyMatch(inText.and(e -> e.selector().isPresent())));
  }

  private static void coversSecondEdition(Dossier dossier) {
    List<Claim> claims = dossier.claims();
    covers("retractions", claims.stream().anyMatch(c -> !c.retracts().isEmpty()));
    covers("withdrawals", claims.stream().anyMatch(c -> c.force() == Force.WITHDRAW));
    covers("conditions", claims.stream().anyMatch(c -> c.condition().isPresent()));
    covers("due days", claims.stream().anyMatch(c -> c.due().isPresent()));
    covers("drafts", claims.stream().anyMatch(Claim::isDraft));
    covers("coders", claims.stream().anyMatch(c -> c.coder().isPresent()));
    covers("reviewers", claims.stream().anyMatch(c -> c.reviewer().isPresent()));
    covers("readings", claims.stream().anyMatch(c -> !c.readings().isEmpty()));
    List<Evidence> evidence = claims.stream().flatMap(c -> c.evidence().stream()).toList();
    covers("languages", evidence.stream().anyMatch(e -> e.language().isPresent()));
    covers("translations", evidence.stream().anyMatch(e -> e.translation().isPresent()));
    List<Source> sources = dossier.sources();
    covers("issuers", sources.stream().anyMatch(s -> s.issuedBy().size() > 1));
    covers("hashes", sources.stream().anyMatch(s -> s.textHash().isPresent()));
    covers("identified sources", sources.stream().anyMatch(s -> !s.identifiers().isEmpty()));
    List<Actor> actors = dossier.actors();
    covers("members", actors.stream().anyMatch(a -> a.members().size() > 1));
    covers("successors", actors.stream().anyMatch(a -> a.succeeds().isPresent()));
    covers("states that end", actors.stream().anyMatch(a -> a.to().isPresent()));
    covers("identified actors", actors.stream().anyMatch(a -> !a.identifiers().isEmpty()));
    covers("no authority", actors.stream().anyMatch(a -> a.authority() == Authority.NONE));
    covers("labels", dossier.propositions().stream().anyMatch(p -> p.label().isPresent()));
    covers("descriptions", !dossier.description().isEmpty());
  }

  private static void covers(String what, boolean there) {
    Statistics.label(what)
        .collect(there)
        .coverage(coverage -> coverage.check(true).count(times -> times > 5));
  }
}
