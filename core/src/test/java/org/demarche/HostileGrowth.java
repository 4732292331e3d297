package org.demarche;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * Dossiers that are made to take long, each of any size, and the time that they take: to check them
 * and, if they are valid, to build a Tracker and ask it for a few positions.
 *
 * <p>The main method prints how the times grow: for each dossier the processor time at four sizes,
 * the best of three, and the slope of a line through their logarithms. A slope of 1 is linear.
 */
final class HostileGrowth {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2016-01-01");
  private static final int DAYS = 300;

  private HostileGrowth() {}

  /** Returns the dossiers by name: the records of a dossier of a size. */
  static Map<String, IntFunction<List<DossierRecord>>> shapes() {
    Map<String, IntFunction<List<DossierRecord>>> shapes = new LinkedHashMap<>();
    shapes.put("ordinary claims", n -> claims(n, i -> claim("c" + i)));
    shapes.put("ids of equal hashes", HostileGrowth::equalHashes);
    shapes.put("chain of parts", n -> parts(n, false));
    shapes.put("chain of parts that lead back", n -> parts(n, true));
    shapes.put("one part of many composites, for and against", HostileGrowth::sharedPart);
    shapes.put("chain of organs", HostileGrowth::chainOfOrgans);
    shapes.put("chain of states", HostileGrowth::chainOfStates);
    shapes.put("one head of many states", HostileGrowth::headOfStates);
    shapes.put("one head of many organs", HostileGrowth::headOfOrgans);
    shapes.put("one member of many organisations", HostileGrowth::memberOfMany);
    shapes.put("many members, one organisation relays", HostileGrowth::manyMembers);
    shapes.put("many terms of office", HostileGrowth::manyTerms);
    shapes.put(
        "chain of retractions",
        n -> claims(n, i -> i == 0 ? claim("c0") : withdrawal(i, "c" + (i - 1))));
    shapes.put(
        "chain of answers",
        n -> claims(n, i -> i == 0 ? claim("c0") : claim("c" + i).addRespondsTo("c" + (i - 1))));
    shapes.put("chain of answers of vague dates", HostileGrowth::vagueAnswers);
    shapes.put("chain of answers that fit no days", HostileGrowth::misfits);
    shapes.put(
        "all answer one",
        n -> claims(n, i -> i == 0 ? claim("c0") : claim("c" + i).addRespondsTo("c0")));
    shapes.put("one answers all", HostileGrowth::oneAnswersAll);
    shapes.put("turns on a part of a package, on conditions", HostileGrowth::turns);
    shapes.put(
        "one early condition",
        n -> claims(n, i -> i < n - 1 ? daysBefore(i) : daysBefore(i).condition("if so")));
    shapes.put("chains of revised sources", n -> sources(n, 3_900));
    shapes.put("many versions of one source", n -> sources(n, 1));
    shapes.put("many claims by one source of many versions", HostileGrowth::oneRevised);
    shapes.put("chain of derived sources", n -> sources(n, 0));
    shapes.put("claims of all on one proposition", HostileGrowth::manyParties);
    shapes.put("one claim of many principals", HostileGrowth::manyPrincipals);
    shapes.put("one claim of much evidence", HostileGrowth::muchEvidence);
    shapes.put("circles of sources", HostileGrowth::circles);
    shapes.put("near misses of long ids", HostileGrowth::nearMisses);
    return shapes;
  }

  // Shapes

  /** Returns states whose ids all have the same hash. */
  static List<DossierRecord> equalHashes(int n) {
    return blocks(n, "Aa", "BB");
  }

  /** Returns states with ids made in the same way, whose hashes differ. */
  static List<DossierRecord> differentHashes(int n) {
    return blocks(n, "Aa", "Bb");
  }

  private static List<DossierRecord> blocks(int n, String zero, String one) {
    List<DossierRecord> all = base();
    for (int number = 0; number < n; number++) {
      StringBuilder id = new StringBuilder();
      for (int block = 0; block < 17; block++) {
        id.append((number >> block & 1) == 0 ? zero : one);
      }
      all.add(state(id.toString()).build());
    }
    return all;
  }

  private static List<DossierRecord> nearMisses(int n) {
    String start = "x".repeat(150);
    List<DossierRecord> all = claims(n, i -> claim("c" + i, start + i + "y"));
    IntStream.range(0, n).forEach(i -> all.add(state(start + i).build()));
    return all;
  }

  private static List<DossierRecord> parts(int n, boolean back) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      Map<String, Stance> parts = new HashMap<>(Map.of("p", Stance.FOR));
      parts.put("p" + (i + 1), Stance.FOR);
      if (back && i > 0) {
        parts.put("p0", Stance.FOR);
      }
      all.add(proposition("p" + i).parts(parts).build());
    }
    all.add(proposition("p" + n).build());
    all.add(claim("c").proposition("p0").build());
    return all;
  }

  private static List<DossierRecord> sharedPart(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(proposition("x" + i).build());
      all.add(
          proposition("w" + i)
              .parts(Map.of("p", i % 2 == 0 ? Stance.FOR : Stance.AGAINST, "x" + i, Stance.FOR))
              .build());
    }
    all.add(claim("c").build());
    return all;
  }

  private static List<DossierRecord> chainOfOrgans(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(organ("o" + i, i == 0 ? "a" : "o" + (i - 1)));
    }
    IntStream.range(0, n).forEach(i -> all.add(claim("c" + i, "o" + i).build()));
    return all;
  }

  private static List<DossierRecord> chainOfStates(int n) {
    List<DossierRecord> all = base();
    all.add(state("s0").build());
    for (int i = 1; i < n; i++) {
      all.add(state("s" + i).succeeds("s" + (i - 1)).from(FIRST_DAY.plusDays(i)).build());
    }
    all.add(claim("c", "s0").build());
    return all;
  }

  private static List<DossierRecord> headOfStates(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(state("s" + i).addTerms(TermOfOffice.of("pm", FIRST_DAY)).build());
    }
    all.add(claim("c", "pm").build());
    return all;
  }

  private static List<DossierRecord> headOfOrgans(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(
          Actor.builder()
              .id("o" + i)
              .name("N")
              .kind(ActorKind.ORGAN)
              .of("a")
              .addTerms(TermOfOffice.of("pm", FIRST_DAY))
              .build());
    }
    IntStream.range(0, n).forEach(i -> all.add(claim("c" + i, "pm").build()));
    return all;
  }

  private static List<DossierRecord> memberOfMany(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(organisation("g" + i, Stream.of("a")));
    }
    all.add(claim("c").build());
    return all;
  }

  private static List<DossierRecord> manyMembers(int n) {
    List<DossierRecord> all = base();
    all.add(organisation("g", IntStream.range(0, n).mapToObj(i -> "s" + i)));
    for (int i = 0; i < n; i++) {
      all.add(state("s" + i).build());
      all.add(
          claim("c" + i, "s" + i)
              .evidence(
                  List.of(
                      Evidence.builder()
                          .source("r")
                          .mode(Mode.INDIRECT)
                          .quote("x")
                          .addVia("g")
                          .build()))
              .build());
    }
    return all;
  }

  private static List<DossierRecord> manyTerms(int n) {
    List<DossierRecord> all = base();
    LocalDate first = FIRST_DAY.minusDays(1_000);
    all.add(
        state("s")
            .terms(
                IntStream.range(0, 1_000)
                    .mapToObj(
                        i -> TermOfOffice.of("pm", first.plusDays(i)).until(first.plusDays(i + 1)))
                    .toList())
            .build());
    IntStream.range(0, n).forEach(i -> all.add(claim("c" + i, "s").build()));
    return all;
  }

  private static List<DossierRecord> vagueAnswers(int n) {
    return claims(
        n,
        i ->
            claim("c" + i)
                .asserted(When.notLaterThan(FIRST_DAY.minusDays(i)))
                .respondsTo(i == 0 ? List.of() : List.of("c" + (i - 1))));
  }

  private static List<DossierRecord> misfits(int n) {
    return claims(
        n,
        i ->
            claim("c" + i)
                .asserted(
                    i == 0
                        ? When.on(FIRST_DAY.plusDays(1))
                        : When.notLaterThan(FIRST_DAY.plusDays(i == 1 ? 2 : -i)))
                .respondsTo(i == 0 ? List.of() : List.of("c" + (i - 1))));
  }

  private static List<DossierRecord> oneAnswersAll(int n) {
    List<DossierRecord> all = claims(n, i -> claim("c" + i));
    all.add(claim("last").respondsTo(ids("c", n)).asserted(When.on(lastDay())).build());
    return all;
  }

  private static Claim.Builder daysBefore(int i) {
    return claim("c" + i).asserted(When.on(FIRST_DAY.minusDays(i)));
  }

  /** Returns claims of one state each day, which turns by the month and often sets a condition. */
  private static List<DossierRecord> turns(int n) {
    List<DossierRecord> all =
        claims(
            n,
            i -> {
              Claim.Builder claim =
                  daysBefore(i)
                      .proposition(i % 3 == 0 ? "p" : "w")
                      .stance(i / 30 % 2 == 0 ? Stance.FOR : Stance.AGAINST);
              return i % 20 == 0 ? claim.condition("if others do so too") : claim;
            });
    all.add(proposition("x").build());
    all.add(proposition("w").parts(Map.of("p", Stance.FOR, "x", Stance.FOR)).build());
    return all;
  }

  /**
   * Returns claims, each by two of the sources that draw on one another.
   *
   * @param versions the number of versions in a chain, or 0 if the sources derive from one another
   */
  private static List<DossierRecord> sources(int n, int versions) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      Source.Builder source =
          Source.builder().id("r" + i).outlet("m").title("T").published(When.on(lastDay()));
      if (i > 0 && versions == 0) {
        source.addDerivedFrom("r" + (i - 1));
      } else if (i > 0) {
        source.revises("r" + (i % versions == 0 ? 0 : i - 1));
      }
      all.add(source.build());
    }
    for (int i = 0; i < n; i++) {
      all.add(
          claim("c" + i)
              .evidence(List.of(recorded("r" + i), recorded("r" + (i + n / 2) % n)))
              .build());
    }
    return all;
  }

  private static List<DossierRecord> oneRevised(int n) {
    List<DossierRecord> all = base();
    sources(n, 1).stream().filter(Source.class::isInstance).forEach(all::add);
    for (int i = 0; i < n; i++) {
      all.add(claim("c" + i).evidence(List.of(recorded("r0"))).build());
    }
    return all;
  }

  private static List<DossierRecord> manyParties(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(state("s" + i).build());
      all.add(claim("c" + i, "s" + i).build());
    }
    return all;
  }

  private static List<DossierRecord> manyPrincipals(int n) {
    List<DossierRecord> all = base();
    IntStream.range(0, n).forEach(i -> all.add(state("s" + i).build()));
    all.add(claim("c").speakers(ids("s", n)).principals(ids("s", n)).build());
    return all;
  }

  private static List<DossierRecord> muchEvidence(int n) {
    List<DossierRecord> all = base();
    all.add(
        claim("c").evidence(IntStream.range(0, n).mapToObj(i -> recorded("r")).toList()).build());
    return all;
  }

  private static List<DossierRecord> circles(int n) {
    List<DossierRecord> all = base();
    for (int i = 0; i < n; i++) {
      all.add(
          Source.builder()
              .id("r" + i)
              .outlet("m")
              .title("T")
              .published(When.on(lastDay()))
              .addDerivedFrom("r" + (i + 1) % n)
              .addDerivedFrom(i < 2 ? new String[0] : new String[] {"r0", "r" + i / 2})
              .build());
    }
    return all;
  }

  // Records

  private static List<DossierRecord> base() {
    return new ArrayList<>(
        List.of(
            Actor.builder().id("m").name("M").kind(ActorKind.MEDIA).build(),
            Actor.builder().id("pm").name("P").kind(ActorKind.PERSON).build(),
            state("a").build(),
            Source.builder().id("r").outlet("m").title("T").published(When.on(lastDay())).build(),
            proposition("p").build()));
  }

  private static LocalDate lastDay() {
    return FIRST_DAY.plusDays(DAYS);
  }

  private static Actor.Builder state(String id) {
    return Actor.builder().id(id).name("N").kind(ActorKind.STATE);
  }

  private static Actor organ(String id, String of) {
    return Actor.builder()
        .id(id)
        .name("N")
        .kind(ActorKind.ORGAN)
        .of(of)
        .authority(Authority.MINISTRY)
        .build();
  }

  private static Actor organisation(String id, Stream<String> members) {
    return Actor.builder()
        .id(id)
        .name("N")
        .kind(ActorKind.ORGANISATION)
        .members(members.map(Membership::of).toList())
        .build();
  }

  private static Proposition.Builder proposition(String id) {
    return Proposition.builder().id(id).issue("i").text("It is so.");
  }

  private static Evidence recorded(String source) {
    return Evidence.builder().source(source).mode(Mode.RECORDED).build();
  }

  private static List<String> ids(String prefix, int n) {
    return IntStream.range(0, n).mapToObj(i -> prefix + i).collect(Collectors.toList());
  }

  private static Claim.Builder claim(String id) {
    return claim(id, "a");
  }

  private static Claim.Builder claim(String id, String party) {
    return Claim.builder()
        .id(id)
        .addSpeakers(party)
        .addPrincipals(party)
        .asserted(When.on(FIRST_DAY))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .evidence(List.of(recorded("r")));
  }

  private static Claim.Builder withdrawal(int i, String retracted) {
    return claim("c" + i).stance(Stance.UNCOMMITTED).force(Force.WITHDRAW).addRetracts(retracted);
  }

  private static List<DossierRecord> claims(int n, IntFunction<Claim.Builder> claim) {
    List<DossierRecord> all = base();
    IntStream.range(0, n).forEach(i -> all.add(claim.apply(i).build()));
    return all;
  }

  // Measuring

  /** Checks records, and asks a Tracker of them if they are valid. */
  static void run(List<DossierRecord> records) {
    Dossier dossier;
    try {
      dossier = Dossier.of(records);
    } catch (InvalidDossierException refused) {
      return;
    }
    Tracker tracker = Tracker.of(dossier);
    for (Claim claim : dossier.claims().subList(0, Math.min(3, dossier.claims().size()))) {
      String party = claim.principals().first();
      tracker.position(party, claim.proposition());
      tracker.outcome(party, claim.proposition());
    }
    dossier.claims().stream().findFirst().ifPresent(first -> tracker.timeline(first.proposition()));
  }

  /** Returns the processor time that runs take on this thread, in seconds: the best of some. */
  static double seconds(List<DossierRecord> records, int runs) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      run(records);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, spent / 1e9);
    }
    return best;
  }

  /** Returns the slope of the line through the logarithms of points. */
  static double slope(double[] x, double[] y) {
    double meanX =
        IntStream.range(0, x.length).mapToDouble(i -> Math.log(x[i])).average().orElse(0);
    double meanY =
        IntStream.range(0, x.length).mapToDouble(i -> Math.log(y[i])).average().orElse(0);
    double over = 0;
    double under = 0;
    for (int i = 0; i < x.length; i++) {
      over += (Math.log(x[i]) - meanX) * (Math.log(y[i]) - meanY);
      under += Math.pow(Math.log(x[i]) - meanX, 2);
    }
    return over / under;
  }

  /**
   * Prints how the times grow.
   *
   * @param args the largest size, default 16,000, and words of the names of dossiers, default all
   */
  public static void main(String... args) {
    int largest = args.length > 0 ? Integer.parseInt(args[0]) : 16_000;
    String words = args.length > 1 ? args[1] : "";
    shapes()
        .forEach(
            (name, shape) -> {
              if (!name.contains(words)) {
                return;
              }
              double[] sizes = {largest * 0.125, largest * 0.25, largest * 0.5, largest};
              double[] times = new double[sizes.length];
              seconds(shape.apply(1_000), 3);
              for (int i = 0; i < sizes.length; i++) {
                times[i] = seconds(shape.apply((int) sizes[i]), 3);
              }
              System.out.printf(
                  Locale.ROOT,
                  "%-46s slope %5.2f   %s s%n",
                  name,
                  slope(sizes, times),
                  IntStream.range(0, times.length)
                      .mapToObj(i -> String.format(Locale.ROOT, "%.3f", times[i]))
                      .collect(Collectors.joining("  ")));
            });
  }
}
