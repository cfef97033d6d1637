package import JSONText

/// Writes the contents of messages to a client. Closures write results and parameters in place.
package enum MessageEncoder {
  /// An answer.
  package static func response<Failure: Error>(
    id: RequestID, result write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    try message(id: id.json) { writer throws(Failure) in
      writer.key("result")
      try write(&writer)
    }
  }

  /// An error; without an id where that of the request could not be read.
  package static func error(id: RequestID?, _ error: ResponseError) -> [UInt8] {
    message(id: id?.json ?? .null) { writer in
      writer.object("error") {
        $0.member("code", error.code.rawValue)
        $0.member("message", error.message)
      }
    }
  }

  /// A notification, or with an id a request; parameters are optional (JSON-RPC 2.0 §4.2).
  package static func call(
    id: RequestID? = nil, _ method: String, params write: ((inout JSONWriter) -> Void)?
  ) -> [UInt8] {
    message(id: id?.json) { writer in
      writer.member("method", method)
      guard let write else { return }
      writer.key("params")
      write(&writer)
    }
  }

  private static func message<Failure>(
    id: JSONValue?, _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    if let id {
      writer.key("id")
      writer.write(id)
    }
    try write(&writer)
    writer.endObject()
    return writer.bytes
  }
}
