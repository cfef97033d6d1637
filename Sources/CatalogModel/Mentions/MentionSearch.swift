import CatalogSchema
import LineStore
import TableSyntax

/// Looks for the rows that mention a row.
struct MentionSearch {
  /// Blocks that are searched before their rows are read, at most: some 4 MiB.
  private static let blockCountOfBatchMax = 256

  private let catalog: Catalog
  private let reader: MentionReader
  private let target: Int
  private let name: ContiguousArray<UInt8>
  private let search: TextSearch
  /// Whether the name needs no cue.
  private let isClear: Bool

  init(of target: Int, named name: [UInt8], in catalog: Catalog, _ interruption: Interruption) {
    self.catalog = catalog
    self.target = target
    let bytes = ContiguousArray(name)
    let reader = MentionReader(catalog: catalog, interruption: interruption)
    self.name = bytes
    search = catalog.text.search(for: bytes)
    self.reader = reader
    isClear =
      bytes.count <= MentionReader.nameByteCountMax
      && reader.isClear(bytes.span, 0..<bytes.count)
  }

  /// The mentions, in order; stops after a row once there are `countMax`.
  func run(countMax: Int) throws(Interrupted) -> [Mention] {
    if name.isEmpty || name.count > MentionReader.nameByteCountMax { return [] }
    var found: [Mention] = []
    let blocks = catalog.blocks(with: WordReader.words(name.span, 0..<name.count))
    var batch = 0..<min(1, blocks.count)
    while !batch.isEmpty, found.count < countMax {
      try reader.interruption.check()
      let pieces = AllCores.pieces(of: batch, size: AllCores.blockCountMin)
      let lines = AllCores.map(pieces) { candidates(inBlocks: blocks[$0]) }.joined()
      for line in lines where found.count < countMax {
        found += try mentions(inLine: line)
      }
      // The first blocks suffice for a name that many rows mention.
      let size = min(2 * batch.count, Self.blockCountOfBatchMax)
      batch = batch.upperBound..<min(batch.upperBound + size, blocks.count)
    }
    return found
  }

  private func mentions(inLine line: Int) throws(Interrupted) -> [Mention] {
    guard line != target, let table = catalog.table(atLine: line), table.bodyLines.contains(line)
    else { return [] }
    try reader.interruption.check()
    return try reader.mentions(inLine: line, of: table)
      .filter { $0.target == target }
  }

  /// The lines of some blocks that may mention the name.
  private func candidates(inBlocks blocks: ArraySlice<Int>) -> [Int] {
    var lines: [Int] = []
    for block in blocks {
      let first = catalog.text.firstLine(ofBlock: block)
      catalog.text.forEachLine(ofBlock: block, with: search) { line, bytes in
        if mayMention(bytes) { lines.append(first + line) }
      }
    }
    return lines
  }

  /// Whether a line contains the name as whole words and, if it may be a plain word, after a cue or
  /// as a link.
  private func mayMention(_ line: Span<UInt8>) -> Bool {
    var index = 0
    while let place = search.firstPlace(in: line, from: index) {
      let end = place + name.count
      let isWhole =
        (place == 0 || !line[place - 1].isWordPart || !line[place].isWordPart)
        && (end == line.count || !line[end].isWordPart || !line[end - 1].isWordPart)
      if isWhole,
        isClear || isLink(line, place..<end) || reader.cues.cue(line, endOf: 0..<place) != nil
      {
        return true
      }
      index = place + 1
    }
    return false
  }

  private func isLink(_ line: Span<UInt8>, _ name: Range<Int>) -> Bool {
    line.hasPrefix("](", at: name.upperBound)
  }
}

extension Catalog {
  /// Blocks of a text that is indexed, at least.
  private static let indexedBlockCountMin = 4
  /// Changed blocks that are searched without an index, at most.
  private static let unreadBlockCountMax = 8

  /// The mentions of other rows in a row.
  package func mentions(
    inLine line: Int, of table: CatalogTable, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Mention] {
    try MentionReader(catalog: self, interruption: interruption).mentions(inLine: line, of: table)
  }

  /// The mentions of a row in other rows, in order; stops after a row once there are `countMax`.
  ///
  /// - Complexity: O(blocks / 64 + bytes of the blocks that may hold the name), O(bytes) as long as
  ///   the words are not indexed
  package func mentions(
    of target: Int, named name: [UInt8], countMax: Int = .max, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Mention] {
    try MentionSearch(of: target, named: name, in: self, interruption).run(countMax: countMax)
  }

  /// The blocks that may hold all of some words, in order.
  fileprivate func blocks(with words: [UInt64]) -> [Int] {
    guard let wordIndex, !words.isEmpty else { return Array(metadata.indices) }
    return blocks(ofIDs: wordIndex.blocks(with: words))
  }

  // MARK: Index

  /// Whether enough blocks are not indexed to make searches slow.
  package var hasUnindexedWords: Bool {
    guard let wordIndex else { return metadata.count >= Self.indexedBlockCountMin }
    return wordIndex.unread.count > Self.unreadBlockCountMax
  }

  /// Indexes the words of some more blocks.
  ///
  /// - Complexity: O(bytes asked for)
  package mutating func indexWords(byteCountMax: Int) {
    let isWorn = (wordIndex?.placeCount ?? 0) > 2 * metadata.count + WordIndex.blockCountOfShard
    var index = wordIndex ?? WordIndex(unread: [])
    if wordIndex == nil || isWorn { index = WordIndex(unread: blockIDs.ids.reversed()) }
    wordIndex = nil
    var byteCount = 0
    while byteCount < byteCountMax, let id = index.popUnread() {
      guard let block = block(ofID: id) else { continue }
      index.begin(id)
      byteCount += addWords(ofBlock: block, to: &index)
    }
    wordIndex = index
  }

  /// Adds the words of the texts of a block's rows; returns the bytes of the block.
  private func addWords(ofBlock block: Int, to index: inout WordIndex) -> Int {
    var byteCount = 0
    var row = Row()
    let first = text.firstLine(ofBlock: block)
    let metadata = metadata[block]
    var table: CatalogTable?
    text.forEachLine(ofBlock: block) { line, bytes, _ in
      byteCount += bytes.count + 1
      guard metadata.lines[line].role == .bodyRow else { return }
      if table?.lines.contains(first + line) != true { table = self.table(atLine: first + line) }
      guard let table else { return }
      row.read(bytes, from: Int(metadata.lines[line].contentOffset))
      for value in row.textValues(bytes, table.plan) {
        WordReader.forEachWord(bytes, value) { index.add($0) }
      }
    }
    return byteCount
  }
}
