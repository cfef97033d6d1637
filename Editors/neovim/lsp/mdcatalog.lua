-- Neovim 0.11 and later: ~/.config/nvim/lsp/mdcatalog.lua, then vim.lsp.enable('mdcatalog').
---@type vim.lsp.Config
return {
  cmd = { 'mdcatalog', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.mdcatalog.json', '.git' },
}
