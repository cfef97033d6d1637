import JSONText

/// Reads members of JSON objects as the types that a schema expects, and collects the problems.
///
/// Cost and output are bounded by `SchemaLimits`, whatever the source holds.
struct MemberReader {
  private var reported: [ConfigurationProblem] = []
  private var unreported: (count: Int, byteRange: Range<Int>)?
  /// Labels and other items of lists that were read so far.
  private var labelCount = 0
  private var itemCount = 0
  private var isFull = false

  /// The problems, and how many were left out.
  var problems: [ConfigurationProblem] {
    guard let unreported else { return reported }
    let message = "\(unreported.count) more problems are not shown: fix the first ones"
    return reported + [ConfigurationProblem(message: message, byteRange: unreported.byteRange)]
  }

  // MARK: Problems

  /// Reports a problem at a value.
  mutating func report(_ message: @autoclosure () -> String, at value: JSONValue) {
    report(message(), atBytes: value.byteRange)
  }

  /// Reports a problem at a member's name.
  mutating func report(_ message: @autoclosure () -> String, at member: JSONMember) {
    report(message(), atBytes: member.keyByteRange)
  }

  private mutating func report(_ message: @autoclosure () -> String, atBytes range: Range<Int>) {
    if reported.count < SchemaLimits.problemCountMax {
      reported.append(ConfigurationProblem(message: message(), byteRange: range))
    } else {
      unreported = ((unreported?.count ?? 0) + 1, unreported?.byteRange ?? range)
    }
  }

  // MARK: Typed members

  /// A member that is a string.
  mutating func string(_ value: JSONValue, _ key: String) -> String? {
    guard let member = value[key] else { return nil }
    guard let text = member.string else {
      report("\"\(key)\" must be a string", at: member)
      return nil
    }
    return admitsLength(of: text, at: member) ? text : nil
  }

  /// Whether a string is short enough.
  mutating func admitsLength(of text: String, at value: JSONValue) -> Bool {
    if text.utf8.count <= SchemaLimits.stringByteCountMax { return true }
    report("A string must have at most \(SchemaLimits.stringByteCountMax) bytes", at: value)
    return false
  }

  /// A member that is true or false; false where it is missing.
  mutating func flag(_ value: JSONValue, _ key: String) -> Bool {
    guard let member = value[key] else { return false }
    if member.bool == nil { report("\"\(key)\" must be true or false", at: member) }
    return member.bool ?? false
  }

  /// A member that is a whole number of at least 0.
  mutating func count(_ value: JSONValue, _ key: String) -> Int? {
    guard let member = value[key] else { return nil }
    if let count = member.int, count >= 0 { return count }
    report("\"\(key)\" must be a whole number of at least 0", at: member)
    return nil
  }

  /// A member that is a number; Table Schema writes numbers as such or as text.
  mutating func number(_ value: JSONValue, _ key: String) -> Double? {
    guard let member = value[key] else { return nil }
    if let number = member.double ?? member.string.flatMap(Double.init) { return number }
    report("\"\(key)\" must be a number", at: member)
    return nil
  }

  // MARK: Lists

  /// What a list holds: labels may be many.
  enum Content { case labels, other }

  /// The items of a member that is an array.
  mutating func items(
    _ value: JSONValue, _ key: String, _ content: Content = .other
  ) -> [JSONValue] {
    guard let member = value[key] else { return [] }
    guard let items = member.array else {
      report("\"\(key)\" must be an array", at: member)
      return []
    }
    return admitted(items, content)
  }

  /// A member that is a string or an array of strings.
  mutating func strings(
    _ value: JSONValue, _ key: String, _ content: Content = .other
  ) -> [String] {
    placedStrings(value, key, content).map(\.text)
  }

  /// The same, each string with its place.
  mutating func placedStrings(
    _ value: JSONValue, _ key: String, _ content: Content
  ) -> [(text: String, value: JSONValue)] {
    let isOne = value[key]?.string != nil
    let items = isOne ? admitted([value[key] ?? value], content) : items(value, key, content)
    return items.compactMap { item in
      guard let text = item.string else {
        report("\"\(key)\" must hold strings", at: item)
        return nil
      }
      return admitsLength(of: text, at: item) ? (text, item) : nil
    }
  }

  /// The items of an array as far as the limits admit them.
  mutating func admitted(_ items: [JSONValue], _ content: Content) -> [JSONValue] {
    var count = items.count
    if content == .other, count > SchemaLimits.listItemCountMax {
      count = SchemaLimits.listItemCountMax
      report(
        "This list must have at most \(count) items: remove those from here on", at: items[count])
    }
    let admitted = admit(count, content) { items[$0] }
    return admitted == items.count ? items : Array(items.prefix(admitted))
  }

  /// Counts items; returns how many of them the limit admits, and reports once that it does not
  /// admit all, at the item of an index.
  mutating func admit(
    _ count: Int, _ content: Content, at place: (Int) -> JSONValue
  ) -> Int {
    let known = content == .labels ? labelCount : itemCount
    let admitted = min(count, SchemaLimits.itemCountMax - known)
    if content == .labels { labelCount += admitted } else { itemCount += admitted }
    if admitted < count, !isFull {
      isFull = true
      report(
        "A configuration must have at most \(SchemaLimits.itemCountMax) "
          + "\(content == .labels ? "labels" : "list items") in all: remove those from here on",
        at: place(admitted))
    }
    return admitted
  }
}
