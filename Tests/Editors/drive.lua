-- Drives Neovim: waits for diagnostics, completes in the middle of a list, saves.
local result = {}

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    io.stderr:write('timeout: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end

vim.cmd('edit ' .. vim.env.CATALOG)
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
result.diagnostics = {}
for _, item in ipairs(vim.diagnostic.get(0)) do
  table.insert(result.diagnostics, { item.lnum + 1, item.code or (item.user_data or {}).lsp.code })
end

-- Goes on once a condition holds; the editor must return to its loop to take keys.
local function poll(what, condition, go_on, tries)
  if condition() then return go_on() end
  if (tries or 0) > 300 then
    io.stderr:write('timeout: ' .. what .. ': ' .. vim.api.nvim_get_current_line() .. '\n')
    vim.cmd('cquit 1')
  end
  vim.defer_fn(function() poll(what, condition, go_on, (tries or 0) + 1) end, 50)
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'n', false)
end

local function save()
  result.line = vim.api.nvim_get_current_line()
  result.before = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  vim.cmd('write')
  vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.RESULT)
  vim.cmd('qall!')
end

-- Types a start behind the last item of a list and takes what is offered.
local line = tonumber(vim.env.LINE)
vim.api.nvim_win_set_cursor(0, { line, 0 })
vim.fn.search('CT, X-Ray', 'e', line)
type_keys('a, Mammo<C-x><C-o>')
local function has(text) return vim.api.nvim_get_current_line():find(text, 1, true) ~= nil end
poll('menu', function() return vim.fn.pumvisible() == 1 or has('Mammography') end, function()
  if not has('Mammography') then type_keys('<C-n>') end
  type_keys(vim.fn.pumvisible() == 1 and '<C-y><Esc>' or '<Esc>')
  poll('completion', function()
    return has('Mammography') and vim.fn.mode() == 'n'
  end, save)
end)
