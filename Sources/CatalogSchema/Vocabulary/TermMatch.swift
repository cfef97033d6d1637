/// A term's place in its vocabulary.
public struct TermID: Sendable, Hashable {
  /// Index into `Vocabulary.terms`.
  public var index: Int

  /// The term at an index.
  public init(index: Int) { self.index = index }
}

/// What a value is in a vocabulary.
public enum TermMatch: Sendable, Equatable {
  /// Written as preferred.
  case preferred(TermID)
  /// Another label, or other case, spacing or hyphens.
  case alternative(TermID)
  /// No label, but one typo away from exactly one term.
  case near(TermID)
  /// Nothing of the vocabulary.
  case unknown

  /// The term that the value is a label of.
  public var known: TermID? {
    switch self {
    case .preferred(let id), .alternative(let id): id
    case .near, .unknown: nil
    }
  }

  /// The term meant, typos included.
  public var meant: TermID? { if case .near(let id) = self { id } else { known } }
}
