/// A check with its rule. A class, since lists of them are walked for each row: a tuple of the same
/// was copied member by member.
final class RegisteredCheck<Check: Sendable>: Sendable {
  let rule: ProblemSink.ReportedRule
  let check: Check

  init(_ rule: ProblemSink.ReportedRule, _ check: Check) {
    self.rule = rule
    self.check = check
  }
}
