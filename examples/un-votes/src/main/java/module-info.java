/** Who votes with whom in the UN General Assembly. */
module org.demarche.examples.unvotes {
  requires org.demarche.json;
  requires com.google.common;
}
