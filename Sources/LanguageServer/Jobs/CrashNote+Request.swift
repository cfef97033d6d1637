import MessageStream
import System

extension CrashNote {
  /// Sets the message that this thread handles from now on.
  static func set(method: String, id: RequestID?, byteCount: Int) {
    set("handling \(method) id=\(id?.text ?? "-") bytes=\(byteCount)")
  }
}
