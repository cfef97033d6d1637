/// The script of a catalog's page: shows the rows that match the search and the filters.
///
/// A row matches if it has any chosen value of each filtered column and every search word. Without
/// the script the page is a plain table.
enum PageScript {
  /// SHA-256 of `javaScript` in base64, for the content security policy.
  static let digest = "DhnYdn7GglArX0GTynqL8IE5zSZfG26Tr0o2BzdLA+8="

  /// The script.
  static let javaScript = """
    (() => {
      "use strict";
      const form = document.getElementById("filters");
      const status = document.getElementById("status");
      const search = document.getElementById("search");
      const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
      const rows = Array.from(document.querySelectorAll("tbody tr"), element => ({
        element, values: new Set((element.dataset.values || "").split(" ")), text: null,
      }));
      const textOf = row => row.text ??= row.element.textContent.toLowerCase();
      const chosen = () => {
        const byColumn = new Map();
        for (const box of boxes) {
          if (!box.checked) continue;
          if (!byColumn.has(box.name)) byColumn.set(box.name, []);
          byColumn.get(box.name).push(box.value);
        }
        return Array.from(byColumn.values());
      };
      const update = () => {
        const words = search.value.toLowerCase().split(/\\s+/).filter(word => word);
        const columns = chosen();
        let count = 0;
        for (const row of rows) {
          const fits = columns.every(values => values.some(value => row.values.has(value)))
            && words.every(word => textOf(row).includes(word));
          if (row.element.hidden === fits) row.element.hidden = !fits;
          if (fits) count += 1;
        }
        status.textContent = count === rows.length
          ? `All ${rows.length} rows` : `${count} of ${rows.length} rows`;
      };
      form.addEventListener("input", update);
      form.addEventListener("reset", () => setTimeout(update));
      form.addEventListener("submit", event => event.preventDefault());
      form.hidden = false;
      update();
    })();

    """
}
