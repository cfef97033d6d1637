-- Neovim 0.11 and later: ~/.config/nvim/plugin/mdcatalog.lua, along with lsp/mdcatalog.lua.
-- Starts the server for Markdown files, completes, and formats tables when a file is saved.

vim.lsp.enable('mdcatalog')

vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if not client or client.name ~= 'mdcatalog' then return end
    vim.lsp.completion.enable(true, client.id, event.buf, { autotrigger = true })
    vim.api.nvim_create_autocmd('BufWritePre', {
      buffer = event.buf,
      callback = function()
        vim.lsp.buf.format({ bufnr = event.buf, id = client.id, timeout_ms = 2000 })
      end,
    })
  end,
})
