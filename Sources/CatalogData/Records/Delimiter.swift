/// The byte between the fields of a record.
package enum Delimiter: UInt8, Sendable {
  case comma = 0x2C
  case tab = 0x09
}
