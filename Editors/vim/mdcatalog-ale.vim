" Vim with ALE: ~/.vim/plugin/mdcatalog-ale.vim.
" Diagnostics, completion, hover and quick fixes come from the server. ALE cannot format through
" LSP, so it runs the command.

" Debian's vim-ale is an optional package; elsewhere this does nothing.
silent! packadd ale

function! MdcatalogRoot(buffer) abort
  for l:mark in ['.mdcatalog.json', '.git']
    let l:found = ale#path#FindNearestFile(a:buffer, l:mark)
    let l:found = empty(l:found) ? ale#path#FindNearestDirectory(a:buffer, l:mark) : l:found
    if !empty(l:found)
      return fnamemodify(substitute(l:found, '/$', '', ''), ':p:h')
    endif
  endfor
  return expand('#' . a:buffer . ':p:h')
endfunction

function! MdcatalogFormat(buffer) abort
  return {'command': 'mdcatalog format --stdin-filename %s -'}
endfunction

call ale#linter#Define('markdown', {
\   'name': 'mdcatalog',
\   'lsp': 'stdio',
\   'executable': 'mdcatalog',
\   'command': '%e lsp',
\   'project_root': function('MdcatalogRoot'),
\})

augroup mdcatalog
  autocmd!
  autocmd FileType markdown let b:ale_linters = ['mdcatalog']
  autocmd FileType markdown let b:ale_fixers = ['MdcatalogFormat']
  autocmd FileType markdown let b:ale_fix_on_save = 1
  autocmd FileType markdown setlocal omnifunc=ale#completion#OmniFunc
augroup END
