-- Neovim 0.7 to 0.10: ~/.config/nvim/plugin/mdcatalog.lua.
-- Starts the server for Markdown files, completes, and formats tables when a file is saved.

-- The nearest folder upwards with a root marker, or else the folder of the file.
local function root_folder(file)
  local start = vim.fn.fnamemodify(file, ':p:h')
  local folder = start
  while true do
    for _, mark in ipairs({ '.mdcatalog.json', '.git' }) do
      if vim.fn.empty(vim.fn.glob(folder .. '/' .. mark)) == 0 then return folder end
    end
    local above = vim.fn.fnamemodify(folder, ':h')
    if above == folder then return start end
    folder = above
  end
end

local clients = {}

local function client_for(root)
  if not clients[root] or not vim.lsp.get_client_by_id(clients[root]) then
    clients[root] = vim.lsp.start_client({
      name = 'mdcatalog',
      cmd = { 'mdcatalog', 'lsp' },
      root_dir = root,
    })
  end
  return clients[root]
end

local function format(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  if not client then return end
  local params = vim.lsp.util.make_formatting_params()
  local answer = client.request_sync('textDocument/formatting', params, 2000, buffer)
  if answer and answer.result then
    vim.lsp.util.apply_text_edits(answer.result, buffer, client.offset_encoding)
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    -- A hover card is a Markdown buffer too, of another type.
    if vim.bo[event.buf].buftype ~= '' then return end
    local id = client_for(root_folder(vim.api.nvim_buf_get_name(event.buf)))
    if not id then return end
    vim.lsp.buf_attach_client(event.buf, id)
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
    vim.api.nvim_create_autocmd('BufWritePre', {
      buffer = event.buf,
      callback = function() format(event.buf, id) end,
    })
  end,
})
