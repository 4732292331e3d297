package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.DAY;
import static org.demarche.json.answers.SharedMembers.INTEGER;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.VIEWPOINT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.Tally;
import org.demarche.json.records.ValueWriter;
import tools.jackson.core.JsonGenerator;

/** Answers that count agreement: of a pair, of all pairs, and as a network. */
final class NetworkAnswers {
  /** The bound below which a double represents every whole number. */
  private static final double WHOLE = 1L << 53;

  private NetworkAnswers() {}

  private static final ValueWriter<Double> NUMBER =
      new ValueWriter<>() {
        @Override
        public void write(Double number, JsonGenerator out) {
          out.writeNumber(number);
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "number");
        }
      };

  private static Optional<Double> share(Tally tally, Tally.Measure measure) {
    return tally.measure(measure).stream().boxed().findFirst();
  }

  private static final MemberWriter<Tally> TALLY_MEMBERS =
      new MemberWriter<Tally>()
          .maybe("question", TEXT, tally -> Optional.of(tally.question()).filter(q -> !q.isEmpty()))
          .and("first", TEXT, Tally::first)
          .and("second", TEXT, Tally::second)
          .and("joint", INTEGER, Tally::joint)
          .and("same", INTEGER, Tally::same)
          .and("sameDecided", INTEGER, Tally::sameDecided)
          .and("opposed", INTEGER, Tally::opposed)
          .and("partial", INTEGER, Tally::partial)
          .maybe("identicalShare", NUMBER, tally -> share(tally, Tally.Measure.IDENTICAL_SHARE))
          .maybe("halfCredit", NUMBER, tally -> share(tally, Tally.Measure.HALF_CREDIT))
          .maybe("decidedOnly", NUMBER, tally -> share(tally, Tally.Measure.DECIDED_ONLY))
          .maybe("net", NUMBER, tally -> share(tally, Tally.Measure.NET));

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

  static final AnswerType<Tally> TALLY =
      new AnswerType<>(
          "tally",
          Tally.class,
          TALLY_MEMBERS,
          tally -> TALLY_COLUMNS.table(ImmutableList.of(tally)));

  static final AnswerType<AgreementTable> AGREEMENT_TABLE =
      new AnswerType<>(
          "agreementTable",
          AgreementTable.class,
          new MemberWriter<AgreementTable>()
              .and("question", TEXT, AgreementTable::question)
              .and("viewpoint", VIEWPOINT, AgreementTable::viewpoint)
              .and("parties", TEXTS, AgreementTable::parties)
              .and("propositions", INTEGER, AgreementTable::propositions)
              .and("pairs", ValueWriter.list(TALLY_MEMBERS), AgreementTable::pairs),
          agreements -> TALLY_COLUMNS.table(agreements.pairs()));

  /** A writer of the values of a network row by row; a missing value is null. */
  private static final ValueWriter<Network> VALUES =
      new ValueWriter<>() {
        @Override
        public void write(Network network, JsonGenerator out) {
          int width = network.columns().size();
          out.writeStartArray();
          for (int row = 0; row < network.rows().size(); row++) {
            out.writeStartArray();
            for (int i = row * width; i < (row + 1) * width; i++) {
              double value = network.values().get(i);
              if (Double.isNaN(value)) {
                out.writeNull();
              } else {
                out.writeNumber(value);
              }
            }
            out.writeEndArray();
          }
          out.writeEndArray();
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "array");
          out.writeName("items");
          out.writeStartObject();
          out.writeStringProperty("type", "array");
          out.writeName("items");
          out.writeStartObject();
          out.writeName("type");
          out.writeStartArray();
          out.writeString("number");
          out.writeString("null");
          out.writeEndArray();
          out.writeEndObject();
          out.writeEndObject();
        }
      };

  /** Returns the counts of a network, row by row. */
  private static Optional<List<List<Integer>>> joint(Network network) {
    int width = Math.max(1, network.columns().size());
    return network.joint().map(counts -> Lists.partition(counts.asList(), width));
  }

  static final AnswerType<Network> NETWORK =
      new AnswerType<>(
          "network",
          Network.class,
          new MemberWriter<Network>()
              .and("oneMode", BOOLEAN, Network::isOneMode)
              .and("question", TEXT, Network::question)
              .and("viewpoint", VIEWPOINT, Network::viewpoint)
              .maybe("day", DAY, Network::day)
              .maybe("first", DAY, network -> network.window().map(Range::lowerEndpoint))
              .maybe("last", DAY, network -> network.window().map(Range::upperEndpoint))
              .maybe("claims", INTEGER, network -> network.claims().stream().boxed().findFirst())
              .and("rows", TEXTS, Network::rows)
              .and("columns", TEXTS, Network::columns)
              .and("values", VALUES, network -> network)
              .maybe("joint", ValueWriter.list(ValueWriter.list(INTEGER)), NetworkAnswers::joint),
          network ->
              network.joint().isPresent()
                  ? pairs(network, network.joint().get())
                  : matrix(network));

  /** Returns the values as a matrix, under a header of labels. */
  private static List<List<String>> matrix(Network network) {
    List<List<String>> table = new ArrayList<>();
    table.add(ImmutableList.<String>builder().add("").addAll(network.columns()).build());
    for (int row = 0; row < network.rows().size(); row++) {
      ImmutableList.Builder<String> fields = ImmutableList.builder();
      fields.add(network.rows().get(row));
      for (int column = 0; column < network.columns().size(); column++) {
        fields.add(value(network, row, column));
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
                value(network, row, column),
                String.valueOf(joint.get(row * width + column))));
      }
    }
    return table;
  }

  private static String value(Network network, int row, int column) {
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
