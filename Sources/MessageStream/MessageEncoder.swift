package import JSONText

/// Writes the contents of messages to a client. Closures write results and parameters in place.
package enum MessageEncoder {
  /// An answer.
  package static func response<Failure: Error>(
    id: RequestID, result write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var writer = begin()
    writer.key("id")
    writer.write(id.json)
    writer.key("result")
    try write(&writer)
    writer.endObject()
    return writer.bytes
  }

  /// An error; without an id where that of the request could not be read.
  package static func error(id: RequestID?, _ error: ResponseError) -> [UInt8] {
    var writer = begin()
    writer.key("id")
    writer.write(id?.json ?? .null)
    writer.key("error")
    writer.beginObject()
    writer.key("code")
    writer.int(error.code.rawValue)
    writer.key("message")
    writer.string(error.message)
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }

  /// A notification.
  package static func notification(
    _ method: String, params write: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = begin()
    writer.key("method")
    writer.string(method)
    writer.key("params")
    write(&writer)
    writer.endObject()
    return writer.bytes
  }

  /// A request from the server; parameters are optional (JSON-RPC 2.0 §4.2).
  package static func request(
    id: RequestID, _ method: String, params write: ((inout JSONWriter) -> Void)? = nil
  ) -> [UInt8] {
    var writer = begin()
    writer.key("id")
    writer.write(id.json)
    writer.key("method")
    writer.string(method)
    if let write {
      writer.key("params")
      write(&writer)
    }
    writer.endObject()
    return writer.bytes
  }

  private static func begin() -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("jsonrpc")
    writer.string("2.0")
    return writer
  }
}
