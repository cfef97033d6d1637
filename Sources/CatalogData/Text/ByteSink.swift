/// Takes written bytes, piece by piece.
package typealias ByteSink = (Span<UInt8>) -> Void
