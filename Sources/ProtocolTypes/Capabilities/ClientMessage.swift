/// A message from the client, by its method.
package protocol ClientMessage {
  /// What the client sends along.
  associatedtype Params: JSONDecodable
  /// What the server says of the method in its capabilities.
  associatedtype Options: CapabilityOptions = Bool
  /// The method's name.
  static var method: String { get }
  /// The member of `ServerCapabilities` that announces the method, with a dot before a member of
  /// that; nil for a method that needs no announcement.
  static var capability: String? { get }
}

extension ClientMessage {
  /// Needs no announcement.
  package static var capability: String? { nil }
}

/// A request from the client (LSP 3.17 *Request Message*).
package protocol Request: ClientMessage {
  /// The result.
  associatedtype Result: JSONEncodable
}

/// A notification from the client (LSP 3.17 *Notification Message*).
package protocol Notification: ClientMessage {}
