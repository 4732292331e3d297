package org.demarche.json.dna;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.json.dna.SqlTables.Row;
import org.demarche.model.Problem;

/**
 * The variables of the statements of a DNA database as cells of their rows: the values, and for
 * each entity its attributes. Variables of one name in several types of statements share a column.
 */
final class DnaVariables {
  /** The tables of values, with the column of the value. */
  private static final ImmutableMap<String, String> DATA =
      ImmutableMap.of(
          "DATASHORTTEXT",
          "Entity",
          "DATALONGTEXT",
          "Value",
          "DATAINTEGER",
          "Value",
          "DATABOOLEAN",
          "Value");

  private static final String PARENT = "ChildOf";

  /** The place of the parent of an entity after its attributes. */
  private static final long LAST = Long.MAX_VALUE;

  private final DnaTables tables;
  private final SortedMap<Long, Row> variables;
  private final SortedMap<Long, Row> entities;
  private final SortedMap<Long, Row> attributeNames;
  private final Map<Long, NavigableMap<Long, Attribute>> attributes = new HashMap<>();
  private final List<Value> values = new ArrayList<>();
  private final Map<Long, Map<String, String>> cells = new HashMap<>();

  // For the account
  private final Set<Long> named = new HashSet<>();
  private final SetMultimap<String, String> columnsByType = LinkedHashMultimap.create();
  private final Map<Field, String> attributeColumns = new LinkedHashMap<>();
  private final List<String> unused = new ArrayList<>();

  private record Attribute(String name, String value, boolean isParent) {}

  private record Value(long statement, String variable, Optional<Long> entity, String text) {}

  /** An attribute of the entities of a variable, whatever its value. */
  private record Field(String variable, String attribute, boolean isParent) {
    static Field of(String variable, Attribute attribute) {
      return new Field(variable, attribute.name(), attribute.isParent());
    }
  }

  /**
   * Reads the variables and their values.
   *
   * @param statements the statements by number
   */
  DnaVariables(DnaTables tables, SortedMap<Long, Row> statements) throws SQLException {
    this.tables = tables;
    variables = tables.byId("VARIABLES");
    entities = tables.byId("ENTITIES");
    attributeNames = tables.byId("ATTRIBUTEVARIABLES");
    readAttributes();
    for (Map.Entry<String, String> data : DATA.entrySet()) {
      for (Row row : tables.byId(data.getKey()).values()) {
        readValue(row, data.getValue(), statements);
      }
    }
  }

  private void readAttributes() throws SQLException {
    for (Row row : tables.byId("ATTRIBUTEVALUES").values()) {
      Optional<Row> entity = tables.target(row, "EntityId", entities);
      Optional<Row> name = tables.target(row, "AttributeVariableId", attributeNames);
      if (entity.isPresent() && name.isPresent() && !row.cell("AttributeValue").isBlank()) {
        add(
            entity.get(),
            tables.number(name.get(), "ID"),
            new Attribute(name.get().cell("AttributeVariable"), row.cell("AttributeValue"), false));
      }
    }
    for (Row row : entities.values()) {
      tables
          .target(row, PARENT, entities)
          .ifPresent(parent -> add(row, LAST, new Attribute(PARENT, parent.cell("Value"), true)));
    }
  }

  private void add(Row entity, long number, Attribute attribute) {
    Attribute other =
        attributes
            .computeIfAbsent(tables.number(entity, "ID"), id -> new TreeMap<>())
            .put(number, attribute);
    if (other != null) {
      twice("ENTITIES " + entity.cell("ID"), attribute.name(), other.value(), attribute.value());
    }
  }

  private void twice(String row, String name, String one, String other) {
    tables.problem(
        Problem.Code.BAD_VALUE,
        other,
        "%s: two values of '%s', '%s' and '%s'; DNA allows one".formatted(row, name, one, other));
  }

  private void readValue(Row row, String column, SortedMap<Long, Row> statements) {
    Optional<Row> statement = tables.target(row, "StatementId", statements);
    Optional<Row> variable = tables.target(row, "VariableId", variables);
    boolean isEntity = "Entity".equals(column);
    Optional<Row> entity = isEntity ? tables.target(row, column, entities) : Optional.empty();
    String text = isEntity ? entity.map(it -> it.cell("Value")).orElse("") : row.cell(column);
    if (statement.isPresent() && variable.isPresent() && !text.isBlank()) {
      values.add(
          new Value(
              tables.number(statement.get(), "ID"),
              variable.get().cell("Variable"),
              entity.map(it -> tables.number(it, "ID")),
              text));
    }
  }

  /**
   * Gives each variable, and each attribute that has a value, a column, and fills the cells.
   *
   * @param types the numbers of the types of statements that have statements
   */
  void fill(DnaColumns columns, Set<String> types) {
    addColumns(columns, types);
    for (Value value : values) {
      Map<String, String> row = cells.computeIfAbsent(value.statement(), id -> new HashMap<>());
      put(value, row, columns.add(value.variable(), value.variable()), value.text());
      value.entity().ifPresent(named::add);
      Collection<Attribute> ofEntity = attributesOf(value);
      tables.reserve(ofEntity.size());
      for (Attribute attribute : ofEntity) {
        Field field = Field.of(value.variable(), attribute);
        put(value, row, columns.add(field, attribute.name()), attribute.value());
      }
    }
  }

  private void put(Value value, Map<String, String> row, String column, String text) {
    String other = row.put(column, text);
    if (other != null) {
      twice("STATEMENTS " + value.statement(), column, other, text);
    }
  }

  private Collection<Attribute> attributesOf(Value value) {
    return value
        .entity()
        .<Collection<Attribute>>map(id -> attributes.getOrDefault(id, new TreeMap<>()).values())
        .orElse(ImmutableList.of());
  }

  private void addColumns(DnaColumns columns, Set<String> types) {
    Map<String, NavigableMap<Long, Attribute>> used = new HashMap<>();
    SetMultimap<String, Long> seen = HashMultimap.create();
    for (Value value : values) {
      NavigableMap<Long, Attribute> all =
          used.computeIfAbsent(value.variable(), name -> new TreeMap<>());
      value
          .entity()
          .filter(id -> seen.put(value.variable(), id))
          .map(id -> attributes.getOrDefault(id, new TreeMap<>()))
          .ifPresent(all::putAll);
    }
    List<Row> ordered =
        variables.values().stream()
            .sorted(
                Comparator.comparingLong(
                    row ->
                        row.cell("StatementTypeId").isEmpty()
                            ? LAST
                            : tables.number(row, "StatementTypeId")))
            .toList();
    for (Row row : ordered) {
      String name = row.cell("Variable");
      if (!types.contains(row.cell("StatementTypeId")) && !used.containsKey(name)) {
        unused.add("%s (%s)".formatted(name, row.cell("DataType")));
        continue;
      }
      String column = columns.add(name, name);
      columnsByType.put(row.cell("DataType"), column);
      for (Attribute attribute : used.getOrDefault(name, new TreeMap<>()).values()) {
        Field field = Field.of(name, attribute);
        attributeColumns.put(field, columns.add(field, name + "." + attribute.name()));
      }
    }
  }

  /** Returns the cells of a statement by column. */
  Map<String, String> cells(long statement) {
    return cells.getOrDefault(statement, ImmutableMap.of());
  }

  /** Adds what is in the table. */
  void carried(DnaAccount account) {
    List<String> byType = new ArrayList<>();
    Multimaps.asMap(columnsByType)
        .forEach((type, names) -> byType.add("%s (%s)".formatted(String.join(", ", names), type)));
    account
        .carried("variables", columnsByType.size(), "the columns " + String.join(", ", byType))
        .carried(
            "values of variables",
            values.size(),
            "in these columns; boolean values are 1 and 0 as in DNA")
        .carried(
            "entities",
            named.size(),
            "their names, ENTITIES.Value, in the columns of their variables")
        .carried(
            "attributes of entities",
            attributeColumns.size(),
            "the columns " + String.join(", ", attributeColumns.values()));
  }

  /** Adds what is not in the table. */
  void left(DnaAccount account) {
    List<String> unnamed = new ArrayList<>();
    long lost = 0;
    for (Map.Entry<Long, Row> entity : entities.entrySet()) {
      if (!named.contains(entity.getKey()) && !entity.getValue().cell("Value").isBlank()) {
        unnamed.add(entity.getValue().cell("Value"));
        lost += attributes.getOrDefault(entity.getKey(), new TreeMap<>()).size();
      }
    }
    account
        .left("variables without statements", unused, "their types have no statements")
        .left("entities without statements", unnamed, "no value names these ENTITIES")
        .left(
            "attributes of entities without statements",
            lost,
            "ATTRIBUTEVALUES.AttributeValue of entities that no value names")
        .left(
            "attributes without values",
            withoutValues(),
            "no entity in the table has a value of these ATTRIBUTEVARIABLES");
  }

  private ImmutableList<String> withoutValues() {
    Set<String> without = new LinkedHashSet<>();
    for (Row row : attributeNames.values()) {
      String variable =
          tables.target(row, "VariableId", variables).map(it -> it.cell("Variable")).orElse("");
      Field field = new Field(variable, row.cell("AttributeVariable"), false);
      if (!attributeColumns.containsKey(field)) {
        without.add(field.variable() + "." + field.attribute());
      }
    }
    return ImmutableList.copyOf(without);
  }
}
