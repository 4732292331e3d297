/** Reports of which states vote alike in the UN General Assembly. */
module org.demarche.examples.unvotes {
  requires org.demarche.json;
  requires com.google.common;
}
