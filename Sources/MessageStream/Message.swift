package import JSONText

/// Identifies a request (JSON-RPC 2.0 §4).
package enum RequestID: Sendable, Hashable {
  case number(Int)
  case string(String)

  init?(_ value: JSONValue) {
    if let number = value.int {
      self = .number(number)
    } else if let text = value.string {
      self = .string(text)
    } else {
      return nil
    }
  }

  /// The id for logs and notes.
  package var text: String { String(decoding: JSONWriter.bytes(of: json), as: UTF8.self) }

  /// The id as JSON.
  package var json: JSONValue {
    switch self {
    case .number(let number): .int(number)
    case .string(let text): .string(text)
    }
  }
}

/// Why a request has no result (JSON-RPC 2.0 §5.1).
package struct ResponseError: Error, Sendable, Equatable {
  /// LSP 3.17 *ErrorCodes*.
  package enum Code: Int, Sendable {
    case parseError = -32700
    /// The JSON is not a request, or not one that may be sent now.
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    /// The server cannot answer now.
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  /// The kind of error.
  package var code: Code
  /// The reason, to be shown to users.
  package var message: String

  /// An error of a kind.
  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The client cancelled the request.
  package static let requestCancelled = Self(.requestCancelled, "The request was cancelled")
}

/// A JSON-RPC message from a client.
package enum Message: Sendable {
  case request(id: RequestID, method: String, params: JSONValue, Cancellation)
  case notification(method: String, params: JSONValue)
  /// An answer to a request from the server.
  case response(id: RequestID?)

  /// Reads an envelope.
  package static func decode(_ value: JSONValue) -> Result<Message, UndecodableMessage> {
    let id = value["id"].flatMap(RequestID.init)
    func invalid(_ reason: String) -> Result<Message, UndecodableMessage> {
      .failure(UndecodableMessage(id: id, error: ResponseError(.invalidRequest, reason)))
    }
    if value.object == nil { return invalid("A message must be a JSON object") }
    guard let method = value["method"] else {
      let isResponse = value["result"] != nil || value["error"] != nil
      return isResponse ? .success(.response(id: id)) : invalid("A message needs a method")
    }
    guard let name = method.string else { return invalid("The method must be a string") }
    let params = value["params"] ?? .null
    if value["id"] == nil { return .success(.notification(method: name, params: params)) }
    guard let id else { return invalid("The id must be a number or a string") }
    return .success(.request(id: id, method: name, params: params, Cancellation()))
  }

  /// The parameters; `null` of a response.
  var params: JSONValue {
    switch self {
    case .request(_, _, let params, _), .notification(_, let params): params
    case .response: .null
    }
  }
}

/// A message that cannot be decoded.
package struct UndecodableMessage: Error, Sendable {
  /// The id to answer to, if it has one.
  package var id: RequestID?
  /// What is wrong.
  package var error: ResponseError
}
