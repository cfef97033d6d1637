import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// A request about the dataset that stands at a place, in its own row or in another's text.
struct DatasetRequest: Sendable {
  let dataset: DatasetPlaces
  let locations: LocationWriter
  private let catalog: Catalog
  private let interruption: Interruption

  /// Where other rows mention the dataset.
  ///
  /// - Complexity: as `Catalog.mentions(of:named:)`
  func mentions() throws(Interrupted) -> [DatasetPlaces.Place] {
    try dataset.mentions(in: catalog, interruption)
  }

  /// A job that writes an answer about the dataset at `params.position`; null where there is none.
  static func job(
    _ params: JSONValue, _ session: inout Session,
    write: @escaping @Sendable (DatasetRequest, inout JSONWriter) throws(Interrupted) -> Void
  ) throws(ResponseError) -> Job {
    let document = try session.document(params)
    let place = try session.place(params, in: document)
    let locations = LocationWriter(document, session)
    let catalog = document.catalog
    return Job(byteCount: catalog.text.byteCount(ofLine: place.line)) {
      writer, interruption throws(Interrupted) in
      guard let dataset = try DatasetPlaces(at: place, in: catalog, interruption) else {
        return writer.null()
      }
      let request = DatasetRequest(
        dataset: dataset, locations: locations, catalog: catalog, interruption: interruption)
      try write(request, &writer)
    }
  }
}
