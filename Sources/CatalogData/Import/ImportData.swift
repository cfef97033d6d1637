/// Records to import, from any format.
package struct ImportData: Sendable {
  /// A record's value for a column.
  package struct Value: Sendable {
    /// The items of a list, or a text as one item.
    var items: [[UInt8]]

    /// A text.
    static func text(_ text: some Sequence<UInt8>) -> Value { Value(items: [Array(text)]) }

    /// The text of a cell with the items joined.
    func text(delimiter: String) -> [UInt8] {
      Array(items.joined(separator: Array(delimiter.utf8)))
    }
  }

  /// A record: a value for each column.
  package struct Record: Sendable {
    /// Its place in the file.
    package var place: ImportPlace
    /// Its values; nil keeps the cell. Missing last values have no cell.
    package var values: [Value?]
  }

  /// The columns' names.
  package var columns: [String]
  /// The records, in order.
  package var records: [Record]
  /// What was found about the data while it was read.
  package var notes: [ImportProblem] = []
}

/// The problems that prevent an import.
package struct ImportFailure: Error, Sendable, Equatable {
  /// The problems, in order.
  package var problems: [ImportProblem]

  /// A failure of several problems.
  init(problems: [ImportProblem]) { self.problems = problems }

  /// A failure of one problem.
  package init(at place: ImportPlace? = nil, _ message: String) {
    problems = [ImportProblem(at: place, message)]
  }
}

/// A problem or note about data, with its place.
package struct ImportProblem: Sendable, Equatable {
  /// The place; nil for the data as a whole.
  package var place: ImportPlace?
  /// The message.
  package var message: String

  /// A problem from its parts.
  init(at place: ImportPlace? = nil, _ message: String) {
    self.place = place
    self.message = message
  }
}

/// A place in data, from 1.
package enum ImportPlace: Sendable, Equatable {
  /// A line of the file.
  case line(Int)
  /// A column of a line, in Unicode scalars.
  case column(line: Int, column: Int)
  /// A record of a file where lines say nothing.
  case record(Int)

  /// The line or record number.
  package var number: Int {
    switch self {
    case .line(let number), .column(let number, _), .record(let number): number
    }
  }

  /// The place for people.
  package var text: String {
    switch self {
    case .line(let number), .column(let number, _): "line \(number)"
    case .record(let number): "record \(number)"
    }
  }
}

extension ImportPlace {
  /// The line and column of a byte.
  ///
  /// - Complexity: O(bytes before it)
  init(ofByte offset: Int, in bytes: some Collection<UInt8>, firstLine: Int = 1) {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == 0x0A }
    let start = before.reduce(into: 0) { column, byte in
      // Not the bytes that continue a scalar.
      column = byte == 0x0A ? 0 : column + (byte & 0xC0 == 0x80 ? 0 : 1)
    }
    self = .column(line: firstLine + line, column: start + 1)
  }
}
