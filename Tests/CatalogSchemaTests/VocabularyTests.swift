import Testing

@testable import CatalogSchema

@Suite struct VocabularyTests {
  private let schema = BuiltIn.schema

  private func vocabulary(_ name: String) throws -> Vocabulary {
    try #require(schema.vocabularies[name])
  }

  @Test(arguments: [("task", 140), ("modality", 200), ("dimension", 8)])
  func theVocabulariesAreComplete(name: String, count: Int) throws {
    let vocabulary = try vocabulary(name)
    #expect(vocabulary.terms.count >= count)
    for term in vocabulary.terms {
      #expect(term.definition?.isEmpty == false, "\(term.prefLabel)")
      #expect(vocabulary.match(term.prefLabel).known != nil)
      if let broader = term.broader {
        #expect(vocabulary.terms.contains { $0.prefLabel == broader }, "\(broader)")
      }
    }
  }

  @Test(arguments: [
    ("task", "Segmentation", "Other"), ("modality", "CT", "PPG"), ("dimension", "1D", "5D"),
  ])
  func theVocabulariesAreReadFromTheFirstToTheLastTerm(
    name: String, first: String, last: String
  ) throws {
    let terms = try vocabulary(name).terms
    #expect(terms.first?.prefLabel == first && terms.last?.prefLabel == last)
  }

  /// Written text is both a modality and what labels are.
  private static let sharedLabels = Set(["text", "report", "reports"].map(FoldedText.ofValue))

  @Test func noLabelBelongsToTwoTerms() {
    var owners: [[UInt8]: String] = [:]
    for vocabulary in schema.vocabularies.values {
      for term in vocabulary.terms {
        for label in Set(([term.prefLabel] + term.altLabels).map(FoldedText.ofValue)) {
          let owner = owners[label]
          let text = String(decoding: label, as: UTF8.self)
          #expect(
            owner == nil || Self.sharedLabels.contains(label),
            "\(text): \(owner ?? "") and \(term.prefLabel)")
          owners[label] = term.prefLabel
        }
      }
    }
  }

  @Test(arguments: [
    ("CT", "CT"), ("MG", "Mammography"), ("XA", "Angiography"), ("SM", "WSI"), ("ES", "Scope"),
    ("OP", "Retinal"), ("OPT", "OCT"), ("US", "Ultrasound"), ("PT", "PET"), ("DX", "X-Ray"),
    ("MR", "MRI"), ("CR", "Computed Radiography"), ("NM", "Nuclear Medicine"),
    ("DMS", "Dermoscopy"), ("IO", "Intraoral X-Ray"), ("OSS", "Intra-oral scan"),
  ])
  func termsHaveTheirDICOMCode(code: String, label: String) throws {
    let vocabulary = try vocabulary("modality")
    #expect(vocabulary.terms.first { $0.prefLabel == label }?.notation == code)
  }

  /// A label that means less than another is a term of its own.
  @Test(arguments: [
    ("modality", "SEM", "Electron Microscopy"), ("modality", "TEM", "Electron Microscopy"),
    ("modality", "Chest X-Ray", "X-Ray"), ("modality", "Colonoscopy", "Scope"),
    ("modality", "Dermoscopy", "Derm"), ("modality", "Light Microscopy", "Microscopy"),
    ("modality", "SAR", "Radar"), ("task", "Semantic Segmentation", "Segmentation"),
    ("task", "Survival Prediction", "Prognosis"), ("task", "Prognosis", "Prediction"),
    ("task", "Lesion Detection", "Detection"), ("task", "Captions", "Text"),
    ("dimension", "Volumetric", "3D"),
  ])
  func aNarrowerTermHasItsBroaderOne(name: String, label: String, broader: String) throws {
    let vocabulary = try vocabulary(name)
    let id = try #require(vocabulary.match(label).known)
    #expect(vocabulary.match(label) == .preferred(id))
    #expect(vocabulary[id].broader == broader)
  }

  /// A code finds the broadest term that has it: those below are found by their own labels.
  @Test func aNotationIsSearchedOnce() throws {
    let vocabulary = try vocabulary("modality")
    func notation(_ label: String) throws -> String? {
      let id = try #require(vocabulary.match(label).known)
      return vocabulary.searchNotations[id.index]?.label
    }
    #expect(try notation("X-Ray") == "DX")
    #expect(try notation("Chest X-Ray") == nil)
    #expect(try notation("Mammography") == "MG")
    #expect(try notation("LiDAR") == nil)
  }

  @Test(arguments: [
    ("MRI", "MRI"), ("mri", "MRI"), ("x ray", "X-Ray"), ("XRAY", "X-Ray"),
    ("EM", "Electron Microscopy"),
    ("magnetic resonance", "MRI"), ("PET-CT", "PET/CT"), ("Whole slide image", "WSI"),
    ("CXR", "Chest X-Ray"), ("cryo ET", "Cryo-ET"), ("H&E stained", "H&E"), ("UAV", "UAV Imagery"),
    ("synthetic aperture radar", "SAR"), ("DX", "Digital Radiography"), ("PT", "PET"),
  ])
  func spellingsOfLabelsAreKnown(value: String, label: String) throws {
    let vocabulary = try vocabulary("modality")
    let id = try #require(vocabulary.match(value).known)
    #expect(vocabulary[id].prefLabel == label)
    #expect((vocabulary.match(value) == .preferred(id)) == (value == label))
  }

  @Test(arguments: ["Ultrasoud", "Ultrassound", "Ulrtasound", "Ultrasonud", "ultrasoundd"])
  func oneTypoIsNear(value: String) throws {
    let vocabulary = try vocabulary("modality")
    guard case .near(let id) = vocabulary.match(value) else {
      Issue.record("\(value) is not near")
      return
    }
    #expect(vocabulary[id].prefLabel == "Ultrasound")
  }

  @Test(arguments: [
    "MRJ", "SPECT/PT", "OCTB", "MAMMOGRAPY", "Macroscopy", "Vltrasound", "Ultrasxund", "PETT",
    "3DD",
  ])
  func otherDifferencesAreUnknown(value: String) throws {
    #expect(try vocabulary("modality").match(value) == .unknown)
    #expect(try vocabulary("dimension").match(value) == .unknown)
  }

  @Test func relatedTermsAreNeverCorrectionsOfEachOther() throws {
    let vocabulary = try vocabulary("modality")
    for (one, other) in [("MRA", "MRI"), ("SPECT/CT", "PET/CT"), ("OCT", "OCTA")] {
      let ids = (vocabulary.match(one).known, vocabulary.match(other).known)
      #expect(ids.0 != nil && ids.1 != nil && ids.0 != ids.1)
    }
  }

  @Test(arguments: [
    ("Ultrasxund", "Ultrasound"), ("CTX", "CT"), ("Microscop", "Microscopy"),
  ])
  func suggestionsAreClose(value: String, label: String) throws {
    #expect(try vocabulary("modality").suggestions(for: value).contains(label))
  }

  @Test(arguments: [
    ("CT/MRI", ["CT", "MRI"]), ("CT and MRI", ["CT", "MRI"]),
    ("CT;MRI & PET", ["CT", "MRI", "PET"]),
    ("PET/CT/MRI", ["PET/CT", "MRI"]), ("OCT/OCTA", ["OCT", "OCTA"]), ("CT;", ["CT"]),
    ("/CT//MRI/", ["CT", "MRI"]), (";", []), ("H&E & IHC", ["H&E", "IHC"]),
  ])
  func listsAreSplit(value: String, pieces: [String]) throws {
    let bytes = ContiguousArray(value.utf8)
    let found = ListValue.pieces(
      bytes.span, 0..<bytes.count, isFirst: true, in: try vocabulary("modality"))
    #expect(found?.map { String(decoding: bytes[$0], as: UTF8.self) } == pieces)
  }

  @Test(arguments: ["PET/CT", "CT/foo", "CT", "foo and bar", ""])
  func otherValuesStayWhole(value: String) throws {
    let bytes = ContiguousArray(value.utf8)
    let vocabulary = try vocabulary("modality")
    if vocabulary.match(value).known == nil {
      #expect(ListValue.pieces(bytes.span, 0..<bytes.count, isFirst: true, in: vocabulary) == nil)
    }
  }

  @Test(arguments: [
    ("a", "a", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("abcd", "badc", 2), ("abc", "xbz", 2),
    ("kitten", "sitting", nil), ("", "ab", 2), ("", "abc", nil), ("abcdef", "abcdefgh", 2),
  ])
  func distances(left: String, right: String, distance: Int?) {
    #expect(EditDistance.upToTwo(Letters.folded(left), Letters.folded(right)) == distance)
    #expect(EditDistance.upToTwo(Letters.folded(right), Letters.folded(left)) == distance)
  }

  @Test(arguments: [
    ("Modalities", "modality"), ("Image types", "image type"), ("Classes", "class"),
    ("Label(s)", "label"), ("IDs", "id"), ("Boxes", "box"), ("Mass", "mass"),
  ])
  func headersAreFolded(header: String, folded: String) {
    #expect(FoldedText.ofHeader(header) == FoldedText.ofHeader(folded))
  }
}
