/// The style of a catalog's page, light or dark by the reader's preference.
enum PageStyle {
  /// The style sheet.
  static let css = """
    :root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --soft: #f3f5f8;
      --line: #cdd4de; --dim: #566173; --accent: #0b5cad; --bar: #3d7ebf; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6eaf0; --paper: #12161c; --soft: #1b212a; --line: #3a4451;
        --dim: #a3aebd; --accent: #7db8f5; --bar: #5b9bd9; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif; }
    header, main, footer { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
    h1 { margin: 1.5rem 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
    h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    p { margin: .25rem 0 1rem; color: var(--dim); }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: 1rem; top: 1rem; }
    .charts, .facets { display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
    figure { margin: 0; padding: .75rem 1rem; background: var(--soft);
      border: 1px solid var(--line); border-radius: .5rem; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    small { font-weight: 400; color: var(--dim); }
    svg { width: 100%; height: auto; display: block; }
    svg rect { fill: var(--bar); }
    svg text { fill: var(--ink); font-size: 13px; dominant-baseline: central; }
    svg .label { text-anchor: end; }
    form { margin-bottom: 1rem; }
    .search { display: flex; gap: .75rem; flex-wrap: wrap; align-items: end; margin-bottom: 1rem; }
    .search label { flex: 1 1 20rem; font-weight: 600; }
    .search input { display: block; width: 100%; }
    input[type=search], button { font: inherit; padding: .45rem .75rem; color: inherit;
      background: var(--paper); border: 1px solid var(--dim); border-radius: .375rem; }
    button { cursor: pointer; }
    fieldset { min-width: 0; margin: 0; padding: .5rem .75rem; border: 1px solid var(--line);
      border-radius: .5rem; }
    legend { font-weight: 600; padding: 0 .25rem; }
    .values { max-height: 11rem; overflow-y: auto; }
    .values label { display: flex; gap: .5rem; align-items: baseline; padding: .1rem .25rem; }
    .values span { margin-left: auto; color: var(--dim); font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; padding: .5rem .75rem; color: var(--dim); }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem;
      border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    td, tbody th { min-width: 6rem; }
    tbody th { font-weight: 600; }
    thead th { background: var(--soft); }
    tbody tr:nth-child(even) { background: color-mix(in srgb, var(--soft) 50%, transparent); }
    [hidden] { display: none !important; }
    footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--dim); font-size: .875rem; }
    @media print { form, .skip { display: none; } }

    """
}
