/// Identifiers made from titles and file names.
enum DatasetName {
  /// Lower-case letters, digits, `.`, `_` and `-`, as Data Package v2 names are; any run of other
  /// characters becomes one `-`.
  static func slug(_ text: String, else fallback: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      if isKept || scalar == "_" || scalar == "." {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" || slug.last == "." { slug.removeLast() }
    while slug.first == "." { slug.removeFirst() }
    return slug.isEmpty ? fallback : slug
  }

  /// A file's name without folders and extension.
  static func stem(_ file: String) -> String {
    let name =
      file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
