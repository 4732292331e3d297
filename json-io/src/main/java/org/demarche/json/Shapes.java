package org.demarche.json;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Selector;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.Term;

/** The shapes of the records, member by member, as they stand in a file. */
final class Shapes {
  private static final Set<String> NOBODY = ImmutableSet.of();
  private static final Codec<Set<String>> IDS = Codec.setOfText();
  private static final Codec<Basis> BASIS = Codec.oneOf(Basis.class);

  private Shapes() {}

  static final Shape<Source, Source.Builder> SOURCE =
      new Shape.Draft<Source, Source.Builder>(Source::builder)
          .required("id", Codec.TEXT, Source::id, Source.Builder::id)
          .required("outlet", Codec.TEXT, Source::outlet, Source.Builder::outlet)
          .required("title", Codec.TEXT, Source::title, Source.Builder::title)
          .optional("author", Codec.TEXT, Source::author, Source.Builder::author)
          .required("published", Codec.WHEN, Source::published, Source.Builder::published)
          .usually("basis", Basis.STATED, BASIS, Source::basis, Source.Builder::basis)
          .usually(
              "reliableQuotes",
              true,
              Codec.BOOLEAN,
              Source::reliableQuotes,
              Source.Builder::reliableQuotes)
          .usually("derivedFrom", NOBODY, IDS, Source::derivedFrom, Source.Builder::derivedFrom)
          .optional("revises", Codec.TEXT, Source::revises, Source.Builder::revises)
          .optional("url", Codec.TEXT, Source::url, Source.Builder::url)
          .optional("text", Codec.TEXT, Source::text, Source.Builder::text)
          .optional("note", Codec.TEXT, Source::note, Source.Builder::note)
          .build(Source.Builder::build);

  static final Shape<Term, Term.Builder> TERM =
      new Shape.Draft<Term, Term.Builder>(Term::builder)
          .required("head", Codec.TEXT, Term::head, Term.Builder::head)
          .required("from", Codec.DAY, Term::from, Term.Builder::from)
          .optional("to", Codec.DAY, Term::to, Term.Builder::to)
          .usually("acting", false, Codec.BOOLEAN, Term::acting, Term.Builder::acting)
          .build(Term.Builder::build);

  static final Shape<Actor, Actor.Builder> ACTOR =
      new Shape.Draft<Actor, Actor.Builder>(Actor::builder)
          .required("id", Codec.TEXT, Actor::id, Actor.Builder::id)
          .required("name", Codec.TEXT, Actor::name, Actor.Builder::name)
          .required("kind", Codec.oneOf(ActorKind.class), Actor::kind, Actor.Builder::kind)
          .optional("of", Codec.TEXT, Actor::of, Actor.Builder::of)
          .usually(
              "authority",
              Authority.UNSPECIFIED,
              Codec.oneOf(Authority.class),
              Actor::authority,
              Actor.Builder::authority)
          .usually("named", true, Codec.BOOLEAN, Actor::named, Actor.Builder::named)
          .usually("aliases", NOBODY, IDS, Actor::aliases, Actor.Builder::aliases)
          .usually("terms", List.<Term>of(), Codec.listOf(TERM), Actor::terms, Actor.Builder::terms)
          .build(Actor.Builder::build);

  static final Shape<Occasion, Occasion.Builder> OCCASION =
      new Shape.Draft<Occasion, Occasion.Builder>(Occasion::builder)
          .required("id", Codec.TEXT, Occasion::id, Occasion.Builder::id)
          .required("label", Codec.TEXT, Occasion::label, Occasion.Builder::label)
          .required("when", Codec.WHEN, Occasion::when, Occasion.Builder::when)
          .usually(
              "participants", NOBODY, IDS, Occasion::participants, Occasion.Builder::participants)
          .build(Occasion.Builder::build);

  static final Shape<Proposition, Proposition.Builder> PROPOSITION =
      new Shape.Draft<Proposition, Proposition.Builder>(Proposition::builder)
          .required("id", Codec.TEXT, Proposition::id, Proposition.Builder::id)
          .required("issue", Codec.TEXT, Proposition::issue, Proposition.Builder::issue)
          .required("text", Codec.TEXT, Proposition::text, Proposition.Builder::text)
          .usually(
              "parts",
              Map.<String, Stance>of(),
              Codec.stances(),
              Proposition::parts,
              Proposition.Builder::parts)
          .optional("about", Codec.TEXT, Proposition::about, Proposition.Builder::about)
          .usually("excludes", NOBODY, IDS, Proposition::excludes, Proposition.Builder::excludes)
          .build(Proposition.Builder::build);

  static final Shape<Selector, Stretch> SELECTOR =
      new Shape.Draft<Selector, Stretch>(Stretch::new)
          .required(
              "start", Codec.INTEGER, Selector::startInclusive, (stretch, at) -> stretch.start = at)
          .required("end", Codec.INTEGER, Selector::endExclusive, (stretch, at) -> stretch.end = at)
          .build(stretch -> Selector.of(stretch.start, stretch.end));

  /** The bounds of a selector, until both are read. */
  static final class Stretch {
    private int start;
    private int end;

    @Override
    public String toString() {
      return start + ".." + end;
    }
  }

  static final Shape<Evidence, Evidence.Builder> EVIDENCE =
      new Shape.Draft<Evidence, Evidence.Builder>(Evidence::builder)
          .required("source", Codec.TEXT, Evidence::source, Evidence.Builder::source)
          .required("mode", Codec.oneOf(Mode.class), Evidence::mode, Evidence.Builder::mode)
          .usually(
              "via",
              List.<String>of(),
              Codec.listOf(Codec.TEXT),
              Evidence::via,
              Evidence.Builder::via)
          .optional("quote", Codec.TEXT, Evidence::quote, Evidence.Builder::quote)
          .optional("selector", SELECTOR, Evidence::selector, Evidence.Builder::selector)
          .build(Evidence.Builder::build);

  static final Shape<Claim, Claim.Builder> CLAIM =
      new Shape.Draft<Claim, Claim.Builder>(Claim::builder)
          .required("id", Codec.TEXT, Claim::id, Claim.Builder::id)
          .optional("gist", Codec.TEXT, Claim::gist, Claim.Builder::gist)
          .usually("speakers", NOBODY, IDS, Claim::speakers, Claim.Builder::speakers)
          .usually("principals", NOBODY, IDS, Claim::principals, Claim.Builder::principals)
          .optional("role", Codec.TEXT, Claim::role, Claim.Builder::role)
          .required("asserted", Codec.WHEN, Claim::asserted, Claim.Builder::asserted)
          .usually("basis", Basis.STATED, BASIS, Claim::basis, Claim.Builder::basis)
          .optional("occasion", Codec.TEXT, Claim::occasion, Claim.Builder::occasion)
          .usually("audience", NOBODY, IDS, Claim::audience, Claim.Builder::audience)
          .required("proposition", Codec.TEXT, Claim::proposition, Claim.Builder::proposition)
          .required("stance", Codec.oneOf(Stance.class), Claim::stance, Claim.Builder::stance)
          .required("force", Codec.oneOf(Force.class), Claim::force, Claim.Builder::force)
          .usually("frames", NOBODY, IDS, Claim::frames, Claim.Builder::frames)
          .usually("respondsTo", NOBODY, IDS, Claim::respondsTo, Claim.Builder::respondsTo)
          .usually(
              "evidence",
              List.<Evidence>of(),
              Codec.listOf(EVIDENCE),
              Claim::evidence,
              Claim.Builder::evidence)
          .optional("note", Codec.TEXT, Claim::note, Claim.Builder::note)
          .build(Claim.Builder::build);
}
