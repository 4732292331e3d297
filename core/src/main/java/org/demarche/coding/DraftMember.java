package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/** A member of a claim or of its evidence that a coder sets, under the name that files use. */
enum DraftMember {
  ID("id", 1, DraftMember::accept),
  SPEAKERS("speakers", IdLookup::speaker),
  PRINCIPALS("principals", IdLookup::principal),
  ROLE("role", 1, DraftMember::accept),
  ASSERTED("asserted", 1, (lookup, text) -> When.parse(text)),
  BASIS("basis", 1, (lookup, name) -> constant(Basis.class, name)),
  OCCASION("occasion", 1, IdLookup::occasion),
  AUDIENCE("audience", IdLookup::party),
  PROPOSITION("proposition", 1, IdLookup::proposition),
  STANCE("stance", 1, (lookup, name) -> constant(Stance.class, name)),
  FORCE("force", 1, (lookup, name) -> constant(Force.class, name)),
  CONDITION("condition", 1, DraftMember::accept),
  DUE("due", 1, (lookup, text) -> When.parse(text)),
  FRAMES("frames", DraftMember::accept),
  RESPONDS_TO("respondsTo", IdLookup::claim),
  RETRACTS("retracts", IdLookup::claim),
  MODE("mode", 1, (lookup, name) -> constant(Mode.class, name)),
  VIA("via", IdLookup::relay),
  LANGUAGE("language", 1, DraftMember::accept),
  TRANSLATION("translation", 1, DraftMember::accept),
  GIST("gist", 1, DraftMember::accept),
  NOTE("note", 1, DraftMember::accept),
  CODER("coder", 1, DraftMember::accept);

  /** The members without which a draft is no claim, in the order in which a coder finds them. */
  static final ImmutableList<DraftMember> REQUIRED =
      ImmutableList.of(SPEAKERS, PRINCIPALS, PROPOSITION, STANCE, FORCE, MODE);

  private static final ImmutableMap<String, DraftMember> BY_NAME =
      Maps.uniqueIndex(Arrays.asList(values()), DraftMember::toString);

  private final String name;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // the functions keep no state
  private final BiConsumer<IdLookup, String> check;

  DraftMember(String name, BiConsumer<IdLookup, String> check) {
    this(name, Integer.MAX_VALUE, check);
  }

  DraftMember(String name, int most, BiConsumer<IdLookup, String> check) {
    this.name = name;
    this.most = most;
    this.check = check;
  }

  private static void accept(IdLookup lookup, String text) {
    if (text.isBlank()) {
      throw ShownValue.refused("the value is blank; give some words, or no value");
    }
  }

  static DraftMember of(String name) {
    DraftMember member = BY_NAME.get(name);
    if (member == null) {
      throw ShownValue.refused(
          "a draft has no member '%s'%s; it has %s"
              .formatted(name, Nearest.hint(name, BY_NAME.keySet(), 1), names()));
    }
    return member;
  }

  /** Returns the name of the member to which the field of a problem belongs. */
  static String name(String field) {
    return field.replaceFirst("^evidence/0/", "").replaceFirst("/.*", "");
  }

  /** Returns the member to which the field of a problem belongs, if a coder sets it. */
  static Optional<DraftMember> at(String field) {
    return Optional.ofNullable(BY_NAME.get(name(field)));
  }

  private static String names() {
    return String.join(", ", BY_NAME.keySet());
  }

  /** Checks the number and the form of values, and whether the dossier has the ids among them. */
  void check(IdLookup lookup, List<String> values) {
    if (values.size() > most) {
      throw ShownValue.refused(
          "%s takes one value, got %s: %s".formatted(name, values.size(), values));
    }
    values.forEach(value -> check.accept(lookup, value));
  }

  /** Returns the constant of a name. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!names.contains(name)) {
      throw ShownValue.refused(
          "there is no %s '%s'%s; choose from %s"
              .formatted(
                  type.getSimpleName().toLowerCase(Locale.ROOT),
                  name,
                  Nearest.hint(name, names, 1),
                  String.join(", ", names)));
    }
    return Enum.valueOf(type, name);
  }

  /** Sets this member of a claim; members of evidence are left to the other method. */
  void set(Claim.Builder claim, ImmutableList<String> values) {
    String first = values.get(0);
    switch (this) {
      case ID -> claim.id(first);
      case SPEAKERS -> claim.speakers(values);
      case PRINCIPALS -> claim.principals(values);
      case ROLE -> claim.role(first);
      case ASSERTED -> claim.asserted(When.parse(first));
      case BASIS -> claim.basis(Basis.valueOf(first));
      case OCCASION -> claim.occasion(first);
      case AUDIENCE -> claim.audience(values);
      case PROPOSITION -> claim.proposition(first);
      case STANCE -> claim.stance(Stance.valueOf(first));
      case FORCE -> claim.force(Force.valueOf(first));
      case CONDITION -> claim.condition(first);
      case DUE -> claim.due(When.parse(first));
      case FRAMES -> claim.frames(values);
      case RESPONDS_TO -> claim.respondsTo(values);
      case RETRACTS -> claim.retracts(values);
      case GIST -> claim.gist(first);
      case NOTE -> claim.note(first);
      case CODER -> claim.coder(first);
      case MODE, VIA, LANGUAGE, TRANSLATION -> {}
    }
  }

  /** Sets this member of the evidence of a claim. */
  void set(Evidence.Builder evidence, ImmutableList<String> values) {
    String first = values.get(0);
    switch (this) {
      case MODE -> evidence.mode(Mode.valueOf(first));
      case VIA -> evidence.via(values);
      case LANGUAGE -> evidence.language(first);
      case TRANSLATION -> evidence.translation(first);
      default -> {}
    }
  }

  /** {@return the name of the member in files} */
  @Override
  public String toString() {
    return name;
  }
}
