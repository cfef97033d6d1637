/// Records to be brought into a table, whatever file they come from.
package struct ImportData: Sendable {
  /// A record: a value for each column.
  package struct Record: Sendable {
    /// Where it stands in its file, 1-based line.
    package var lineNumber: Int
    /// Its values; nil leaves a cell as it is. What is missing at the end has no cell.
    package var values: [[UInt8]?]

    /// A record from its parts.
    package init(lineNumber: Int, values: [[UInt8]?]) {
      self.lineNumber = lineNumber
      self.values = values
    }
  }

  /// The columns' names.
  package var columns: [String]
  /// The records, in order.
  package var records: [Record]

  /// Records from their parts.
  package init(columns: [String], records: [Record]) {
    self.columns = columns
    self.records = records
  }
}

/// Why nothing is brought in: all that is wrong.
package struct ImportFailure: Error, Sendable, Equatable {
  /// What is wrong, in order.
  package var problems: [ImportProblem]

  /// A failure for several reasons.
  package init(problems: [ImportProblem]) { self.problems = problems }

  /// A failure for one reason.
  package init(lineNumber: Int? = nil, _ message: String) {
    problems = [ImportProblem(lineNumber: lineNumber, message)]
  }
}

/// Something in data that cannot stay as it is, and where.
package struct ImportProblem: Sendable, Equatable {
  /// 1-based line of the data; nil where it is about all of it.
  package var lineNumber: Int?
  /// What is wrong, for people.
  package var message: String

  /// A problem from its parts.
  package init(lineNumber: Int? = nil, _ message: String) {
    self.lineNumber = lineNumber
    self.message = message
  }
}
