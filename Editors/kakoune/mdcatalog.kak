# Kakoune with kakoune-lsp 17 or later: ~/.config/kak/autoload/mdcatalog.kak.

eval %sh{kak-lsp}

hook -group lsp-filetype-markdown global BufSetOption filetype=markdown %{
    set-option buffer lsp_servers %{
        [mdcatalog]
        root_globs = [".mdcatalog.json", ".git"]
        command = "mdcatalog"
        args = ["lsp"]
    }
}

hook -group mdcatalog global WinSetOption filetype=markdown %{
    lsp-enable-window
    lsp-inlay-diagnostics-enable window
    hook window -group mdcatalog BufWritePre .* lsp-formatting-sync
}
