/// The limits of cmark-gfm 0.29.0.gfm.13, beyond which it reads text otherwise.
public enum CmarkLimits {
  /// Cells of a row, at most; a line with more is no row (`UINT16_MAX` in extensions/table.c).
  public static let cellCountMax = 65_535
  /// Cells that a table's rows lack in all; beyond it the table ends
  /// (`MAX_AUTOCOMPLETED_CELLS`).
  public static let missingCellCountMax = 0x80000
  /// The first block of a line, counted from 1, that cannot be a list item or a footnote
  /// (`MAX_LIST_DEPTH`).
  static let listItemDepthMax = 100
  /// Marks of a code fence that count; a longer fence is closed by this number (`uint8_t`).
  static let fenceLengthMax = 255
  /// Bytes of a link label, at most (`MAX_LINK_LABEL_LENGTH`).
  static let labelByteCountMax = 1000
  /// Parentheses open in a link destination, at most (`manual_scan_link_url_2`).
  static let openParenthesisCountMax = 32
  /// Periods of a host name up to which its underscores count (`check_domain` in
  /// extensions/autolink.c).
  static let hostPeriodCountMax = 10
}
