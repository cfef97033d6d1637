; extends
; What stands in a cell is read as Markdown's inline text: links, code, emphasis, comments.

((pipe_table_cell) @injection.content
  (#set! injection.language "markdown_inline"))
