package org.demarche.examples.spark;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** A builder of a row, whose columns are null unless they are set. */
final class RowBuilder {
  private final StructType schema;
  private final Object[] values;

  RowBuilder(StructType schema) {
    this.schema = schema;
    this.values = new Object[schema.size()];
  }

  RowBuilder set(String column, Object value) {
    values[schema.fieldIndex(column)] = value;
    return this;
  }

  RowBuilder set(String column, Optional<String> value) {
    value.ifPresent(present -> set(column, (Object) present));
    return this;
  }

  Row build() {
    return new GenericRowWithSchema(values, schema);
  }
}
