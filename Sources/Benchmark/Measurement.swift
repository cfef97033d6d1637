/// Times of one measure, in microseconds.
struct Measurement {
  let name: String
  let rowCount: Int
  private(set) var microseconds: [Double] = []

  init(name: String, rowCount: Int) {
    self.name = name
    self.rowCount = rowCount
  }

  /// Runs `work` `times` times.
  mutating func run(times: Int, _ work: (Int) -> Void) {
    for turn in 0..<times {
      let start = ContinuousClock.now
      work(turn)
      let time = start.duration(to: .now)
      microseconds.append(
        Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12)
    }
    microseconds.sort()
  }

  /// The time that so large a part of the runs stayed under.
  func quantile(_ part: Double) -> Double {
    if microseconds.isEmpty { return 0 }
    return microseconds[min(microseconds.count - 1, Int(Double(microseconds.count) * part))]
  }
}
