import JSONText

/// Reads members of JSON objects as the types that a schema expects, and collects the problems.
///
/// Cost and output are bounded by `SchemaLimits`, whatever the source holds.
struct SchemaReader {
  private var reported: [ConfigurationProblem] = []
  private var unreported: (count: Int, byteRange: Range<Int>)?
  /// Labels and other items of lists that were read so far.
  private var labelCount = 0
  private var itemCount = 0
  /// Steps of the patterns that were read so far.
  var patternStepCount = 0
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

  /// A member by what `read` makes of it; nil where it is missing, or reported as something else
  /// than expected.
  mutating func member<Value>(
    _ value: JSONValue, _ key: String, _ expected: String, _ read: (JSONValue) -> Value?
  ) -> Value? {
    guard let member = value[key] else { return nil }
    let result = read(member)
    if result == nil { report("\"\(key)\" must be \(expected)", at: member) }
    return result
  }

  /// A member that is a string.
  mutating func string(_ value: JSONValue, _ key: String) -> String? {
    guard let text = member(value, key, "a string", \.string) else { return nil }
    return admitsLength(of: text, at: value[key] ?? value) ? text : nil
  }

  /// A member that is a string and must not be missing; `object` names what has it in messages.
  mutating func requiredString(_ value: JSONValue, _ key: String, of object: String) -> String? {
    if value[key] == nil { report("\(object) must have a \"\(key)\"", at: value) }
    return string(value, key)
  }

  /// Whether a string is short enough.
  mutating func admitsLength(of text: String, at value: JSONValue) -> Bool {
    if text.utf8.count <= SchemaLimits.stringByteCountMax { return true }
    report("A string must have at most \(SchemaLimits.stringByteCountMax) bytes", at: value)
    return false
  }

  /// A member that is true or false.
  mutating func flag(_ value: JSONValue, _ key: String, otherwise: Bool = false) -> Bool {
    member(value, key, "true or false", \.bool) ?? otherwise
  }

  /// A member that is a whole number, of at least 0 or another least one.
  mutating func count(_ value: JSONValue, _ key: String, atLeast least: Int = 0) -> Int? {
    member(value, key, "a whole number of at least \(least)") { member in
      member.int.flatMap { $0 >= least ? $0 : nil }
    }
  }

  /// A member that is a number; Table Schema writes numbers as such or as text.
  mutating func number(_ value: JSONValue, _ key: String) -> Double? {
    member(value, key, "a number") { $0.double ?? $0.string.flatMap(Double.init) }
  }

  // MARK: Lists

  /// What a list holds: labels may be many.
  enum Content { case labels, other }

  /// The items of a member that is an array.
  mutating func items(
    _ value: JSONValue, _ key: String, _ content: Content = .other
  ) -> [JSONValue] {
    admitted(member(value, key, "an array", \.array) ?? [], content)
  }

  /// A member that is a string or an array of strings.
  mutating func strings(_ value: JSONValue, _ key: String) -> [String] {
    placedStrings(value, key, .other).map(\.text)
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
