import Testing

/// Links without a destination or a text.
@Suite struct EmptyLinkTests: RuleSuite {
  @Test func linksThatLeadNowhereOrCannotBeSeen() {
    check(
      """
      | [A](https://a.org) | see the [paper]() | Text | CT | 3D |
                                     ^^^^^^^^^ empty-link: “[paper]()” has no destination
      | [B](https://b.org) | see [](https://b.org) | Text | CT | 3D |
                                 ^^^^^^^^^^^^^^^^^ empty-link: has no text
      | [C](https://c.org) | []() and [ ](<>) | Text | CT | 3D |
                             ^^^^ empty-link
                                      ^^^^^^^ empty-link
      """)
  }

  @Test func otherLinks() {
    check(
      """
      | [A](https://a.org) | ![](https://a.org/i.png) | Text | CT | 3D |
      | [B](https://b.org) | [![](https://b.org/i.png)](https://b.org) | Text | CT | 3D |
      | [C](https://c.org) | `[c]()` | Text | CT | 3D |
      | [D]() | x | Text | CT | 3D |
           ^^ invalid-link: The link has no destination
      """)
  }
}
