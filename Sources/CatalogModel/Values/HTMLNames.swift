import TableSyntax

/// The names of HTML elements, as far as cells need them.
enum HTMLNames {
  /// Elements without an end.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements whose end may be left out, and such that no cell closes itself.
  private static let optional: Set<String> = [
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
  private static let others: Set<String> = [
    "a", "abbr", "acronym", "address", "applet", "article", "aside", "audio", "b", "bdi", "bdo",
    "big", "blink", "blockquote", "button", "canvas", "center", "cite", "code", "data", "datalist",
    "del", "details", "dfn", "dialog", "dir", "div", "dl", "em", "fieldset", "figcaption",
    "figure", "font", "footer", "form", "frame", "frameset", "g-emoji", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "i", "iframe", "ins", "kbd", "label", "legend", "main", "map",
    "mark", "marquee", "math", "menu", "meter", "nav", "nobr", "noscript", "object", "ol",
    "output", "picture", "pre", "progress", "q", "ruby", "s", "samp", "script", "search",
    "section", "select", "slot", "small", "span", "strike", "strong", "style", "sub", "summary",
    "sup", "svg", "table", "template", "textarea", "time", "title", "tt", "u", "ul", "var",
    "video",
  ]
  /// Elements inside formulas and drawings.
  private static let inner: Set<String> = [
    "annotation", "circle", "defs", "ellipse", "g", "line", "mfrac", "mi", "mn", "mo", "mover",
    "mrow", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr",
    "munder", "path", "polygon", "rect", "semantics", "text", "use",
  ]

  static func isKnown(_ name: String) -> Bool { isEnded(name) || mayStayOpen(name) }

  /// Whether an element has text that its end tag ends.
  static func isEnded(_ name: String) -> Bool { others.contains(name) }

  static func isVoid(_ name: String) -> Bool { void.contains(name) }

  private static func mayStayOpen(_ name: String) -> Bool {
    void.contains(name) || optional.contains(name) || inner.contains(name)
  }

  /// Whether no word of a text is one of these: elements of two letters or more that cells have.
  static func isDistinct(_ name: String) -> Bool {
    [
      "br", "hr", "sup", "sub", "kbd", "code", "font", "span", "strong", "small", "center", "em",
      "ul", "li", "ol", "del", "ins", "div", "details", "summary",
    ].contains(name)
  }
}
