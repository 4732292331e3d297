package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.DAY;
import static org.demarche.json.answers.SharedMembers.INTEGER;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.value;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.Tally;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.AnswerFactory.WindowFacts;
import org.demarche.json.records.Codec;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueCodec;
import tools.jackson.core.JsonGenerator;

/** Answers that count agreement: of a pair, of all pairs, and as a network. */
final class NetworkAnswers {
  private static final AnswerFactory FACTORY = AnswerFactory.get();

  /** The bound below which a double represents every whole number. */
  private static final double WHOLE = 1L << 53;

  private final SharedMembers shared;
  private final AnswerForm form;
  private final MemberCodec<Tally> tallyMembers;
  final AnswerType<Tally> tally;
  final AnswerType<AgreementTable> agreementTable;
  final AnswerType<Network> network;

  NetworkAnswers(SharedMembers shared) {
    this.shared = shared;
    this.form = shared.form;
    tallyMembers =
        new MemberCodec<Tally>(form)
            .maybe("question", TEXT, one -> Optional.of(one.question()).filter(q -> !q.isEmpty()))
            .and("first", TEXT, Tally::first)
            .and("second", TEXT, Tally::second)
            .and("joint", INTEGER, Tally::joint)
            .and("same", INTEGER, Tally::same)
            .and("sameDecided", INTEGER, Tally::sameDecided)
            .and("opposed", INTEGER, Tally::opposed)
            .derived("partial", INTEGER, value(Tally::partial))
            .derived("identicalShare", NUMBER, one -> share(one, Tally.Measure.IDENTICAL_SHARE))
            .derived("halfCredit", NUMBER, one -> share(one, Tally.Measure.HALF_CREDIT))
            .derived("decidedOnly", NUMBER, one -> share(one, Tally.Measure.DECIDED_ONLY))
            .derived("net", NUMBER, one -> share(one, Tally.Measure.NET));
    tally =
        new AnswerType<>(
            "tally",
            Tally.class,
            tallyMembers,
            this::tally,
            one -> TALLY_COLUMNS.table(ImmutableList.of(one)));
    agreementTable = agreementTable();
    network = network();
  }

  /** A number; a value that is missing from a network is NaN, and null in JSON. */
  private static final Codec<Double> NUMBER = new Numbers();

  private static final class Numbers implements Codec<Double> {
    @Override
    public Optional<Double> read(TokenReader in) {
      return switch (in.token()) {
        case VALUE_NULL -> Optional.of(Double.NaN);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(Double.valueOf(in.text()));
        default -> in.wrongType("a number or null", "");
      };
    }

    @Override
    public void write(Double number, JsonGenerator out) {
      if (number.isNaN()) {
        out.writeNull();
      } else {
        out.writeNumber(number);
      }
    }

    @Override
    public void schema(JsonGenerator out) {
      out.writeName("type");
      out.writeStartArray();
      out.writeString("number");
      out.writeString("null");
      out.writeEndArray();
    }
  }

  private static Optional<Double> share(Tally tally, Tally.Measure measure) {
    return tally.measure(measure).stream().boxed().findFirst();
  }

  private Tally tally(Draft in) {
    return tallyMembers.checked(
        in,
        FACTORY.tally(
            in.<String>find("question").orElse(""),
            in.get("first"),
            in.get("second"),
            in.<Integer>get("joint"),
            in.<Integer>get("same"),
            in.<Integer>get("sameDecided"),
            in.<Integer>get("opposed")));
  }

  private static final CsvColumns<Tally> TALLY_COLUMNS =
      new CsvColumns<Tally>()
          .and("first", Tally::first)
          .and("second", Tally::second)
          .and("joint", Tally::joint)
          .and("same", Tally::same)
          .and("same_decided", Tally::sameDecided)
          .and("opposed", Tally::opposed)
          .and("partial", Tally::partial)
          .and("identical_share", tally -> number(tally.measure(Tally.Measure.IDENTICAL_SHARE)))
          .and("half_credit", tally -> number(tally.measure(Tally.Measure.HALF_CREDIT)))
          .and("decided_only", tally -> number(tally.measure(Tally.Measure.DECIDED_ONLY)))
          .and("net", tally -> number(tally.measure(Tally.Measure.NET)));

  private AnswerType<AgreementTable> agreementTable() {
    return new AnswerType<>(
        "agreementTable",
        AgreementTable.class,
        new MemberCodec<AgreementTable>(form)
            .and("question", TEXT, AgreementTable::question)
            .and("viewpoint", shared.viewpoint, AgreementTable::viewpoint)
            .and("parties", TEXTS, AgreementTable::parties)
            .and("propositions", INTEGER, AgreementTable::propositions)
            .and("pairs", ValueCodec.list(tallyMembers), AgreementTable::pairs),
        in ->
            FACTORY.agreementTable(
                in.get("question"),
                shared.viewpoint(in.get("viewpoint")),
                in.<String>list("parties"),
                in.<Integer>get("propositions"),
                form.reading().<Draft, Tally>each(in, "pairs", this::tally)),
        answer -> TALLY_COLUMNS.table(answer.pairs()));
  }

  /** Returns the values of a network, row by row. */
  private static List<List<Double>> values(Network network) {
    int width = Math.max(1, network.columns().size());
    return Lists.partition(network.values().asList(), width);
  }

  /** Returns the counts of a network, row by row. */
  private static Optional<List<List<Integer>>> joint(Network network) {
    int width = Math.max(1, network.columns().size());
    return network.joint().map(counts -> Lists.partition(counts.asList(), width));
  }

  private AnswerType<Network> network() {
    return new AnswerType<>(
        "network",
        Network.class,
        new MemberCodec<Network>(form)
            .and("oneMode", BOOLEAN, Network::isOneMode)
            .and("question", TEXT, Network::question)
            .and("viewpoint", shared.viewpoint, Network::viewpoint)
            .maybe("day", DAY, Network::day)
            .maybe("first", DAY, answer -> answer.window().map(Range::lowerEndpoint))
            .maybe("last", DAY, answer -> answer.window().map(Range::upperEndpoint))
            .maybe("claims", INTEGER, answer -> answer.claims().stream().boxed().findFirst())
            .and("rows", TEXTS, Network::rows)
            .and("columns", TEXTS, Network::columns)
            .and("values", ValueCodec.list(Codec.listOf(NUMBER)), NetworkAnswers::values)
            .maybe("joint", ValueCodec.list(Codec.listOf(INTEGER)), NetworkAnswers::joint),
        this::network,
        answer ->
            answer.joint().isPresent() ? pairs(answer, answer.joint().get()) : matrix(answer));
  }

  private Network network(Draft in) {
    Viewpoint viewpoint = shared.viewpoint(in.get("viewpoint"));
    List<String> rows = in.list("rows");
    List<String> columns = in.list("columns");
    ImmutableDoubleArray values = ImmutableDoubleArray.copyOf(inOne(in, "values", rows, columns));
    if (!in.is("oneMode")) {
      return FACTORY.twoModeNetwork(in.get("question"), viewpoint, rows, columns, values);
    }
    if (!rows.equals(columns)) {
      throw form.reading()
          .refused(
              in, "columns", columns.toString(), "the columns of a one-mode network are its rows");
    }
    Optional<ImmutableIntArray> joint =
        in.find("joint").map(counts -> ImmutableIntArray.copyOf(inOne(in, "joint", rows, columns)));
    return FACTORY.oneModeNetwork(in.get("question"), viewpoint, rows, values, joint, window(in));
  }

  /** Returns the time window of a network; it is complete or missing. */
  private Optional<WindowFacts> window(Draft in) {
    Optional<LocalDate> day = in.find("day");
    Optional<LocalDate> first = in.find("first");
    Optional<LocalDate> last = in.find("last");
    Optional<Integer> claims = in.find("claims");
    if (day.isEmpty() && first.isEmpty() && last.isEmpty() && claims.isEmpty()) {
      return Optional.empty();
    }
    if (day.isEmpty() || first.isEmpty() || last.isEmpty() || claims.isEmpty()) {
      throw form.reading()
          .refused(in, "", "", "a time window has all of the members day, first, last and claims");
    }
    return Optional.of(
        new WindowFacts(Range.closed(first.get(), last.get()), day.get(), claims.get()));
  }

  /** Returns the values of all rows, each of which must have one value a column. */
  private <V> List<V> inOne(Draft in, String member, List<String> rows, List<String> columns) {
    List<List<V>> lists = in.list(member);
    int expected = columns.isEmpty() ? 0 : rows.size();
    if (lists.size() != expected || lists.stream().anyMatch(row -> row.size() != columns.size())) {
      throw form.reading()
          .refused(
              in,
              member,
              "",
              "a network of %s rows and %s columns has %s lists of %s values"
                  .formatted(rows.size(), columns.size(), expected, columns.size()));
    }
    return lists.stream().flatMap(List::stream).toList();
  }

  /** Returns the values as a matrix, under a header of labels. */
  private static List<List<String>> matrix(Network network) {
    List<List<String>> table = new ArrayList<>();
    table.add(ImmutableList.<String>builder().add("").addAll(network.columns()).build());
    for (int row = 0; row < network.rows().size(); row++) {
      ImmutableList.Builder<String> fields = ImmutableList.builder();
      fields.add(network.rows().get(row));
      for (int column = 0; column < network.columns().size(); column++) {
        fields.add(field(network, row, column));
      }
      table.add(fields.build());
    }
    return table;
  }

  /** Returns one row for each pair, with its value and its count. */
  private static List<List<String>> pairs(Network network, ImmutableIntArray joint) {
    List<List<String>> table = new ArrayList<>();
    table.add(ImmutableList.of("first", "second", "value", "joint"));
    int width = network.columns().size();
    for (int row = 0; row < network.rows().size(); row++) {
      for (int column = row + 1; column < width; column++) {
        table.add(
            ImmutableList.of(
                network.rows().get(row),
                network.columns().get(column),
                field(network, row, column),
                String.valueOf(joint.get(row * width + column))));
      }
    }
    return table;
  }

  private static String field(Network network, int row, int column) {
    double value = network.values().get(row * network.columns().size() + column);
    return number(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
  }

  /** Returns a number, without decimals if it is whole; empty if it is missing. */
  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    return number == Math.rint(number) && Math.abs(number) < WHOLE
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
