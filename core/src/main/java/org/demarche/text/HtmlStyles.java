package org.demarche.text;

import java.util.Locale;
import java.util.function.Function;
import org.demarche.typography.SignColour;

/** The style sheet of documents of HTML: for light and dark screens, for phones and for paper. */
final class HtmlStyles {
  private static final String LAYOUT =
      """
      :root { color-scheme: light dark; --line: #767c82; --pale: #f1f3f5; --page: #ffffff;
        --ink: #1a1a1a; --link: #0b5c96; }
      body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.25rem 3rem;
        font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
        overflow-wrap: anywhere; }
      a { color: var(--link); }
      h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.4em; break-after: avoid; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1.1rem; }
      h4, h5, h6 { font-size: 1rem; }
      h1, h2, h3, h4, h5, h6, p, blockquote, ul, ol, .columns { max-width: 48rem; }
      ul.passages { max-width: none; padding: 0; list-style: none; }
      .passages > li { margin: 0 0 1.25rem; }
      section section section, .entry { break-inside: avoid; }
      :target { outline: 0.15rem solid var(--link); outline-offset: 0.25rem; }
      p { margin: 0.4em 0; }
      .heading { font-weight: bold; break-after: avoid; }
      .indented { margin-left: 1.5rem; }
      blockquote { margin: 0.6em 0 0.2em 0.25rem; padding-left: 1rem;
        border-left: 0.2rem solid var(--line); }
      .source { margin: 0.2em 0 0.6em 1.45rem; font-size: 0.9rem;
        white-space: pre-wrap; }
      ul { padding-left: 1.5rem; }
      ol { padding-left: 2.25rem; }
      .entry ul { padding-left: 0; list-style: none; }
      .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
      .table, .grouped { padding-right: 1px; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; margin: 0.8em 0; font-size: 0.925rem; line-height: 1.35; }
      th, td { padding: 0.25rem 0.6rem; border: 1px solid var(--line); text-align: left;
        vertical-align: top; overflow-wrap: break-word; min-width: 3.5rem; }
      .long { min-width: 9rem; }
      .grouped .long { min-width: 0; }
      td a[rel] { overflow-wrap: anywhere; }
      thead small { font-weight: normal; white-space: normal; }
      thead th { background: var(--pale); }
      tbody th { font-weight: normal; min-width: 6rem; hyphens: auto; }
      caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
      tr { break-inside: avoid; }
      .grouped tbody th { position: sticky; left: 0; background: var(--page); }
      .grouped thead { font-variant-numeric: tabular-nums; }
      .unbroken, .grouped thead th { white-space: nowrap; }
      .dot { background: var(--pale); }
      .hatched { background-image: repeating-linear-gradient(45deg, rgb(0 0 0 / 0.28) 0 2px,
        transparent 2px 8px); }
      .plus a, .minus a, .question a, .plus-minus a { color: inherit; }
      figure { margin: 1em 0; }
      svg { display: block; width: 100%; height: auto; }
      .narrow { display: none; }
      nav { margin: 1.5em 0; max-width: 48rem; }
      nav > ol { columns: 18rem; column-gap: 2.25rem; }
      nav li { break-inside: avoid; }
      @media (max-width: 45rem) {
        body { padding: 0.5rem 0.75rem 2rem; }
        .table { background:
          linear-gradient(to right, var(--page) 2rem, transparent) local,
          linear-gradient(to left, var(--page) 2rem, transparent) right local,
          linear-gradient(to right, var(--line), transparent 1rem),
          linear-gradient(to left, var(--line), transparent 1rem); }
        .wide { display: none; }
        .narrow { display: block; }
        .columns { display: block; }
        table { font-size: 0.85rem; }
        th, td { padding: 0.2rem 0.35rem; min-width: 2.5rem; }
        tbody th { min-width: 5.5rem; }
        .indented { margin-left: 0.75rem; }
        .source { margin-left: 0.75rem; }
        ul { padding-left: 1rem; }
        .narrow th, .narrow td { overflow-wrap: anywhere; min-width: 6rem; }
        .narrow thead th { white-space: normal; }
      }
      @media (max-width: 22rem) {
        .narrow th, .narrow td { min-width: 0; }
        .unbroken, .narrow thead th { white-space: normal; }
      }
      """;

  private static final String DARK =
      """
      @media screen and (prefers-color-scheme: dark) {
        :root { --line: #7d868f; --pale: #20252a; --page: #14171a; --ink: #e8e8e8;
          --link: #8ec5f0; }
      """;

  private static final String PRINT =
      """
      @media print {
        @page { size: A4; margin: 14mm; }
        :root { color-scheme: light; }
        body { max-width: none; padding: 0; font-size: 10.5pt; }
        .table { overflow: visible; background: none; }
        .wide { display: block; }
        .grouped.narrow, figure > .wide, details { display: none; }
        figure > .narrow { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
        figure > svg, figure > .narrow > svg { break-inside: avoid; max-height: 240mm; }
        .passages > li { break-inside: avoid; }
        tbody tr:first-child, tbody tr:last-child, .source { break-before: avoid; }
        th, td { padding: 0.12rem 0.3rem; min-width: 2.5rem; }
        table { font-size: 8.5pt; }
        .grouped td { overflow-wrap: anywhere; }
        .grouped tbody th { position: static; }
        .table:not(.grouped) .long { min-width: 8rem; }
        .hatched { background-image: none; border-style: dashed; border-width: 1.5px; }
        th, td, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        a { color: inherit; text-decoration: none; }
      }
      """;

  static final String CSS =
      LAYOUT
          + colours("", SignColour::light)
          + DARK
          + colours("  ", SignColour::dark)
          + "}\n"
          + PRINT;

  private HtmlStyles() {}

  private static String colours(String indent, Function<SignColour, String> colour) {
    StringBuilder css = new StringBuilder();
    for (SignColour sign : SignColour.values()) {
      css.append(
          "%s.%s { background-color: %s; color: #fff; }\n"
              .formatted(indent, styleClass(sign), colour.apply(sign)));
    }
    return css.toString();
  }

  /** Returns the class of the cells that begin with a sign. */
  static String styleClass(SignColour sign) {
    return sign.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
