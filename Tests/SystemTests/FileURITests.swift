import Testing

@testable import System

/// Clients write `file:` URIs in different ways (RFC 8089).
@Suite struct FileURITests {
  @Test(arguments: [
    "file:///c/my%20list.md", "FILE:///c/my%20list.md", "file:/c/my%20list.md",
    "file://localhost/c/my%20list.md", "file://LocalHost/c/my%20list.md",
    "file:///c/my list.md", "file:///%63/my%20list.md", "file://host.local/c/my%20list.md",
  ])
  func pathsAreFound(uri: String) { #expect(FileURI.path(uri) == "/c/my list.md") }

  @Test(arguments: [
    ("file:///C%3A/a.md", "/C:/a.md"), ("file:///c:/a.md", "/c:/a.md"), ("file:/", "/"),
    ("file:///a%2", "/a%2"), ("file:///a%zz", "/a%zz"), ("file:///100%25.md", "/100%.md"),
    ("file:///%23a%3F.md", "/#a?.md"), ("file:///a+b.md", "/a+b.md"),
    ("file:///a%+1b.md", "/a%+1b.md"),
  ])
  func percentEncodingIsDecoded(uri: String, path: String) { #expect(FileURI.path(uri) == path) }

  @Test(arguments: [
    "untitled:Untitled-1", "file:", "file://", "file:a.md", "file://localhost", "files:///a.md",
    "file:///a%00b", "/a.md", "",
  ])
  func otherURIsHaveNoPath(uri: String) { #expect(FileURI.path(uri) == nil) }

  @Test func pathsBecomeURIs() {
    #expect(FileURI.uri("/a b/ä#%.md") == "file:///a%20b/%C3%A4%23%25.md")
    #expect(FileURI.uri("a:b.md") == "a%3Ab.md")
  }
}
