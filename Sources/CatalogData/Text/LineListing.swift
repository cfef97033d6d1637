/// The numbers of 0-based lines for people, the first ten and how many more.
package func listed(lines: [Int]) -> String {
  let numbers = lines.prefix(10).map { String($0 + 1) }.joined(separator: ", ")
  return lines.count > 10 ? "\(numbers) and \(lines.count - 10) more" : numbers
}
