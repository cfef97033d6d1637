import TestSupport

/// Makes catalogs of any size, the same for the same seed: about one row in seven is damaged as
/// rows of real lists are.
struct CatalogGenerator {
  private var random: SplitMix
  private let isClean: Bool

  init(seed: UInt64, isClean: Bool) {
    random = SplitMix(state: seed)
    self.isClean = isClean
  }

  private static let header =
    "# Datasets\n\n| Dataset | Description | Task | Image Type | Dim. |\n"
    + "| --- | --- | --- | --- | --- |\n"
  private static let tasks = [
    "Segmentation", "Segmentation", "Segmentation", "Classification", "Detection, Segmentation",
    "Instance Segmentation", "Registration", "Just Images",
  ]
  private static let modalities = [
    "CT", "MRI", "X-Ray", "Ultrasound", "Retinal", "T1-MRI, T2-MRI", "PET/CT", "Microscopy", "WSI",
  ]
  private static let dimensions = ["2D", "3D", "3D", "2D + Time", "2D, 3D"]
  private static let organs = [
    "liver", "kidneys", "retinal vessels", "lung nodules", "left ventricle", "vertebrae", "teeth",
    "airways", "pancreas", "hippocampus", "skin lesions", "nuclei", "aorta", "ribs",
  ]
  private static let phrases = [
    "scans of patients from three hospitals", "outlined by two radiologists",
    "acquired at 1.5 T and 3 T", "with labels from reports", "of healthy volunteers",
    "and a held-out test set", "before and after treatment",
  ]

  /// The first line with a row, 0-based.
  static let firstRowLine = 4

  /// A catalog of `rowCount` rows.
  mutating func catalog(rowCount: Int) -> ContiguousArray<UInt8> {
    var bytes = ContiguousArray(Self.header.utf8)
    bytes.reserveCapacity(rowCount * 180)
    for row in 0..<rowCount { bytes.append(contentsOf: (line(row) + "\n").utf8) }
    return bytes
  }

  private mutating func line(_ row: Int) -> String {
    var cells = [name(row), description(row), pick(Self.tasks), pick(Self.modalities)]
    cells.append(pick(Self.dimensions))
    let kind = Int.random(in: 0..<70, using: &random)
    switch isClean ? 70 : kind {
    case 0, 1: cells.remove(at: 2)
    case 2, 3, 4: cells.swapAt(2, 3)
    case 5: cells[2] = "Segmenttion"
    case 6: cells[3] = "mri"
    case 7: cells[1] = ""
    case 8: cells.append(cells[3])
    case 9: cells[3] = "CT/MRI"
    default: break
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func name(_ row: Int) -> String {
    var letters = ""
    var rest = row
    for _ in 0..<5 {
      letters = String(Unicode.Scalar(UInt8(truncatingIfNeeded: 97 + rest % 26))) + letters
      rest /= 26
    }
    return "[S\(letters)-\(row % 97)](https://example.org/data/\(letters)/\(row))"
  }

  private mutating func description(_ row: Int) -> String {
    var text = "\(row % 4000 + 20) \(pick(Self.phrases)), \(pick(Self.organs)) and"
    text += " \(pick(Self.organs)), \(pick(Self.phrases))"
    if row % 12 == 5 { text += ". Images from [Other](https://example.org/other)" }
    return text
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}
