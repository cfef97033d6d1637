import CatalogData
import CatalogSchema

/// The lines at the end of a report for people.
enum Summary {
  /// What was fixed, what remains, what could not be read.
  static func text(_ tally: Tally) -> String {
    var text = ""
    if tally.fixedCount > 0 {
      text += "Fixed \(counted(tally.fixedCount, "problem")) in "
      text += counted(tally.fixedFileCount, "file") + ".\n"
    }
    if tally.problemCount > 0 {
      text += problems(tally)
    } else if tally.fileCount > 0 {
      let new = tally.leftOut.isEmpty ? "" : "new "
      text += "No \(new)problems in \(counted(tally.fileCount, "file")).\n"
    }
    text += leftOut(tally)
    if tally.unreadableCount > 0, tally.fileCount > 0 {
      text += counted(tally.unreadableCount, "file") + " could not be read.\n"
    }
    return text
  }

  /// What was not reported, and what the baseline no longer needs.
  static func leftOut(_ tally: Tally) -> String {
    let leftOut = tally.leftOut
    var text = ""
    if leftOut.baseline > 0 {
      text += "Left out: \(counted(leftOut.baseline, "problem")) of the baseline.\n"
    }
    if leftOut.unchanged > 0 {
      text += "Left out: \(counted(leftOut.unchanged, "problem")) on unchanged lines.\n"
    }
    if leftOut.gone > 0 {
      text += "Gone: \(counted(leftOut.gone, "problem")) of the baseline; "
      text += "remove \(leftOut.gone == 1 ? "it" : "them") with --write-baseline.\n"
    }
    return text
  }

  private static func problems(_ tally: Tally) -> String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let number = tally.count(of: severity)
      if number == 0 { return nil }
      return severity == .information ? "\(number) information" : counted(number, severity.name)
    }
    let place = counts.joined(separator: ", ") + " in \(counted(tally.fileCount, "file"))"
    let fixable = tally.fixableCount
    return place + (fixable == 0 ? ".\n" : "; \(fixable) fixable with --fix.\n")
  }
}
