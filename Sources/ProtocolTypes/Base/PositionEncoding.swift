/// How a client counts characters (LSP 3.17 *PositionEncodingKind*).
package enum PositionEncoding: String, JSONEncodable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
}
