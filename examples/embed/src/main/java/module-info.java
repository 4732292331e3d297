/** An HTTP server for comparisons, run on the module path. */
module org.demarche.examples.embed {
  requires jdk.httpserver;
  requires org.demarche.json;
}
