" Vim 8.1 and later, or Neovim, with vim-lsp: ~/.vim/plugin/mdcatalog-vim-lsp.vim.

function! s:root(server) abort
  let l:marks = ['.mdcatalog.json', '.git']
  let l:found = lsp#utils#find_nearest_parent_file_directory(
    \ lsp#utils#get_buffer_path(), l:marks)
  return lsp#utils#path_to_uri(empty(l:found) ? expand('%:p:h') : l:found)
endfunction

augroup mdcatalog
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
    \ 'name': 'mdcatalog',
    \ 'cmd': {server -> ['mdcatalog', 'lsp']},
    \ 'root_uri': function('s:root'),
    \ 'allowlist': ['markdown'],
    \ })
  autocmd User lsp_buffer_enabled setlocal omnifunc=lsp#complete
  autocmd BufWritePre *.md,*.markdown call execute('LspDocumentFormatSync')
augroup END
