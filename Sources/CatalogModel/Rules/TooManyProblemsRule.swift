import CatalogSchema

/// An editor shows only some of the problems.
///
/// Those of the rows just edited come first, then errors. The setting `maxProblems` is the number
/// of problems that are sent; the command line has no limit.
///
/// Bad: a list with more problems than the limit
/// Good: `mdcatalog check` shows them all
package enum TooManyProblemsRule {
  /// Reported by the language server.
  package static let rule = Rule("too-many-problems", .information)
}
