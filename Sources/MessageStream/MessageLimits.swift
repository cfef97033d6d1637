/// The bounds of a connection, each number in this one place.
package struct MessageLimits: Sendable {
  /// Bytes of a message's header, at most.
  package var headerByteCountMax = 8 << 10
  /// Bytes of a message's content, at most.
  package var contentByteCountMax = 256 << 20
  /// Bytes of memory that read messages take while they wait, at most; one message may take more.
  package var queueByteCountMax = 64 << 20
  /// Bytes of output that wait for a client which does not read, at most.
  package var outputByteCountMax = 256 << 20

  /// The usual bounds.
  package init() {}
}
