package import JSONText

/// A message from the client, by its method.
package protocol ClientMessage {
  /// What the client sends along.
  associatedtype Params: JSONDecodable = NoParams
  /// The method's name.
  static var method: String { get }
  /// The member of `ServerCapabilities` that announces the method, with a dot before a member of
  /// that; nil for a method that needs no announcement.
  static var capability: String? { get }
  /// The value of that member.
  static var options: JSONValue { get }
  /// Its value where the server does not offer the method; nil to leave it out.
  static var optionsIfNotOffered: JSONValue? { get }
}

extension ClientMessage {
  /// Needs no announcement.
  package static var capability: String? { nil }
  /// No options.
  package static var options: JSONValue { .bool(true) }
  /// Left out.
  package static var optionsIfNotOffered: JSONValue? { nil }
}

/// A request from the client (LSP 3.17 *Request Message*).
package protocol Request: ClientMessage {
  /// The result.
  associatedtype Result: JSONEncodable
}

/// A notification from the client (LSP 3.17 *Notification Message*).
package protocol Notification: ClientMessage {}
