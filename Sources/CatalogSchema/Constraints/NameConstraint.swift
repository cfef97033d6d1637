/// `mdcatalog:withoutName`: the value must not repeat the name of its row.
struct NameConstraint: ValueConstraint {
  static let properties = ["mdcatalog:withoutName"]

  /// Bytes of a name that is searched for, at most.
  private static let nameByteCountMax = 256

  init?(_ field: FieldSource, _ reader: inout SchemaReader) {
    guard reader.flag(field.field, "mdcatalog:withoutName") else { return nil }
  }

  func violations(of value: ConstrainedValue) -> [ConstraintViolation] {
    guard let name = value.name, let place = Self.place(of: name, in: value.text) else {
      return []
    }
    return [
      ConstraintViolation(isUnknown: Self.isUnknown, range: value.range(place)) { value, title in
        "\(title) must not repeat the row's name \(value)"
      }
    ]
  }

  /// Where a text has a name as a whole word, in bytes of the text.
  private static func place(of name: String, in text: String) -> Range<Int>? {
    let name = Array(name.utf8.map { $0 | 0x20 })
    let bytes = Array(text.utf8)
    guard name.count >= 2, name.count <= min(nameByteCountMax, bytes.count) else { return nil }
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return bytes[index] >= 0x80 || bytes[index].isDigit || bytes[index].isLetter
    }
    return (0...bytes.count - name.count).first { start in
      zip(bytes[start...], name).allSatisfy { $0 | 0x20 == $1 } && !isWord(start - 1)
        && !isWord(start + name.count)
    }.map { $0..<$0 + name.count }
  }
}
