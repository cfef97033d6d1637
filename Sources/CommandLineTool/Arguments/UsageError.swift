/// Wrong usage: a message on stderr and exit code 2.
struct UsageError: Error, Equatable {
  var message: String
}
