package import JSONText

/// What a request is known by (JSON-RPC 2.0 §4).
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

  /// The id as people read it.
  package var text: String {
    switch self {
    case .number(let number): String(number)
    case .string: String(decoding: JSONWriter.bytes(of: json), as: UTF8.self)
    }
  }

  /// The id as JSON.
  package var json: JSONValue {
    switch self {
    case .number(let number): .int(number)
    case .string(let text): .string(text)
    }
  }
}

/// Why a request has no result (JSON-RPC 2.0 §5.1, LSP 3.17 *ErrorCodes*).
package struct ResponseError: Error, Sendable, Equatable {
  /// The code.
  package var code: Int
  /// For people.
  package var message: String

  /// An error from its parts.
  package init(code: Int, message: String) {
    self.code = code
    self.message = message
  }

  /// The content is no JSON.
  package static func parseError(_ message: String) -> Self { Self(code: -32700, message: message) }
  /// The JSON is no request, or one that may not come now.
  package static func invalidRequest(_ message: String) -> Self {
    Self(code: -32600, message: message)
  }
  /// Nothing handles the method.
  package static func methodNotFound(_ method: String) -> Self {
    Self(code: -32601, message: "No method \(method)")
  }
  /// The parameters are not what the method takes.
  package static func invalidParams(_ message: String) -> Self {
    Self(code: -32602, message: message)
  }
  /// A request before `initialize`.
  package static let serverNotInitialized = Self(
    code: -32002, message: "The first request must be initialize")
  /// The server cannot do it now.
  package static func requestFailed(_ message: String) -> Self {
    Self(code: -32803, message: message)
  }
  /// The client took the request back.
  package static let requestCancelled = Self(code: -32800, message: "The request was cancelled")
}

/// A JSON-RPC message from a client.
package enum Message: Sendable {
  case request(id: RequestID, method: String, params: JSONValue, Cancellation)
  case notification(method: String, params: JSONValue)
  /// An answer to a request of ours.
  case response(id: RequestID?)

  /// Reads an envelope.
  package static func decode(_ value: JSONValue) -> Result<Message, UndecodableMessage> {
    guard value.object != nil else {
      return .failure(UndecodableMessage(id: nil, error: .invalidRequest("No JSON object")))
    }
    let id = value["id"].flatMap(RequestID.init)
    guard let method = value["method"] else {
      if value["result"] != nil || value["error"] != nil { return .success(.response(id: id)) }
      return .failure(UndecodableMessage(id: id, error: .invalidRequest("No method")))
    }
    guard let name = method.string else {
      return .failure(UndecodableMessage(id: id, error: .invalidRequest("The method is no string")))
    }
    let params = value["params"] ?? .null
    guard value["id"] != nil else { return .success(.notification(method: name, params: params)) }
    guard let id else {
      return .failure(
        UndecodableMessage(id: nil, error: .invalidRequest("The id is no number or string")))
    }
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

/// A message that is none, with the id it may be answered by.
package struct UndecodableMessage: Error, Sendable {
  /// The id, where it has one.
  package var id: RequestID?
  /// What is wrong.
  package var error: ResponseError
}
