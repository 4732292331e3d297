/** Dossiers, answers and tables as files. */
module org.demarche.json {
  requires transitive org.demarche;
  requires com.google.common;
  requires static transitive java.sql;
  requires java.xml;
  requires tools.jackson.core;
  requires transitive tools.jackson.databind;
  requires tools.jackson.dataformat.csv;
  requires static org.apache.commons.compress;
  requires static org.dhatim.fastexcel;
  requires static org.dhatim.fastexcel.reader;
  requires static org.jspecify;

  exports org.demarche.json;

  provides tools.jackson.databind.JacksonModule with
      org.demarche.json.DemarcheModule;
}
