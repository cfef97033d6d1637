import CatalogFeatures

/// Names for machines, made of names for people.
enum DatasetName {
  /// Small letters, digits, `.`, `_` and `-`, as names of Data Packages have them; other characters
  /// become one `-`.
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

  /// Gives names that are all different.
  static var distinctNames: DistinctNames { DistinctNames(separator: "-") }

  /// A file's name without folders and ending.
  static func stem(_ file: String) -> String {
    let name =
      file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
