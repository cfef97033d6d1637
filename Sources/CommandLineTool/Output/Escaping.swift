extension String {
  /// The text with scalars replaced by their escapes; nil is no escape.
  func escaped(by escape: (Unicode.Scalar) -> String?) -> String {
    if !unicodeScalars.contains(where: { escape($0) != nil }) { return self }
    var out = ""
    for scalar in unicodeScalars {
      if let text = escape(scalar) { out += text } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
