extension UInt64 {
  /// Sixteen hexadecimal digits.
  var hexadecimal: String { String(self, radix: 16).rightAligned(to: 16, by: "0") }
}
