/// The limits of a connection, all in this one place.
package struct MessageLimits: Sendable {
  /// Bytes of a message's header, at most.
  package var headerByteCountMax = 8 << 10
  /// Bytes of a message's content, at most.
  package var contentByteCountMax = 256 << 20
  /// Bytes of memory for messages that wait to be handled, at most; a single message may take more.
  package var queueByteCountMax = 64 << 20
  /// Bytes of output that wait for the client to read, at most.
  package var outputByteCountMax = 256 << 20

  /// The defaults.
  package init() {}
}
