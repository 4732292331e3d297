/** Coalitions and centrality in a discourse network. */
module org.demarche.examples.networks {
  requires com.google.common;
  requires org.demarche.json;
  requires org.jgrapht.guava;
  requires org.jgrapht.io;
}
