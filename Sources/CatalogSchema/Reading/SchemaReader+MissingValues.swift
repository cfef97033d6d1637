import JSONText

extension SchemaReader {
  /// Table Schema v2 *missingValues* of a schema, a field or a configuration: texts, or objects
  /// with a text as `value`; nil without a member.
  mutating func missingValues(_ owner: JSONValue) -> MissingValues? {
    if owner["missingValues"]?.array == nil {
      _ = items(owner, "missingValues")
      return nil
    }
    let texts = items(owner, "missingValues").compactMap { item -> String? in
      guard let text = item.string ?? item["value"]?.string else {
        report("\"missingValues\" must hold strings", at: item)
        return nil
      }
      return admitsLength(of: text, at: item) ? text : nil
    }
    return MissingValues(texts)
  }
}
