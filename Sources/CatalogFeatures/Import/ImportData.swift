/// Records to be brought into a table, whatever file they come from.
package struct ImportData: Sendable {
  /// What a record has for a column.
  package enum Value: Sendable {
    /// A text as it is.
    case text([UInt8])
    /// The items of a list, to be parted as the column parts them.
    case list([[UInt8]])

    /// The items of a list; of a text itself.
    package var items: [[UInt8]] {
      switch self {
      case .text(let text): [text]
      case .list(let items): items
      }
    }

    /// The text of a cell in which a delimiter parts items.
    func text(delimiter: String) -> [UInt8] {
      Array(items.joined(separator: Array(delimiter.utf8)))
    }
  }

  /// A record: a value for each column.
  package struct Record: Sendable {
    /// Where it stands in its file.
    package var place: ImportPlace
    /// Its values; nil leaves a cell as it is. What is missing at the end has no cell.
    package var values: [Value?]

    /// A record from its parts.
    package init(place: ImportPlace, values: [Value?]) {
      self.place = place
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
  package init(at place: ImportPlace? = nil, _ message: String) {
    problems = [ImportProblem(at: place, message)]
  }
}

/// Something in data that cannot stay as it is, and where.
package struct ImportProblem: Sendable, Equatable {
  /// Where; nil where it is about all of the data.
  package var place: ImportPlace?
  /// What is wrong, for people.
  package var message: String

  /// A problem from its parts.
  package init(at place: ImportPlace? = nil, _ message: String) {
    self.place = place
    self.message = message
  }
}

/// A place in data, counted from 1.
package enum ImportPlace: Sendable, Equatable {
  /// A line of the file.
  case line(Int)
  /// A record of a file whose lines tell nothing.
  case record(Int)

  /// What is counted.
  package var number: Int {
    switch self {
    case .line(let number), .record(let number): number
    }
  }

  /// The place in words.
  package var text: String {
    switch self {
    case .line(let number): "line \(number)"
    case .record(let number): "record \(number)"
    }
  }
}
