/// An editor is shown only some of the problems.
///
/// Those of the rows just edited come first, then errors. The setting `maxProblems` says how many
/// are sent; the command line has no limit.
///
/// Bad: a list with more problems than the limit
/// Good: `mdcatalog check` shows them all
enum TooManyProblemsRule {}
