;;; mdcatalog-lsp-mode.el --- mdcatalog with lsp-mode -*- lexical-binding: t -*-

;;; Commentary:
;; Needs the packages lsp-mode and markdown-mode.

;;; Code:

(require 'lsp-mode)

(add-to-list 'lsp-language-id-configuration '(markdown-mode . "markdown"))
(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection '("mdcatalog" "lsp"))
                  :activation-fn (lsp-activate-on "markdown")
                  ;; Runs along with another server for Markdown.
                  :add-on? t
                  :server-id 'mdcatalog))

(defun mdcatalog-format-buffer ()
  "Format the tables of this buffer if a server manages it."
  (when (bound-and-true-p lsp-managed-mode) (lsp-format-buffer)))

(defun mdcatalog-format-on-save ()
  "Format the tables of this buffer before it is saved."
  (when (derived-mode-p 'markdown-mode)
    (add-hook 'before-save-hook #'mdcatalog-format-buffer nil t)))

(add-hook 'markdown-mode-hook #'lsp-deferred)
(add-hook 'lsp-managed-mode-hook #'mdcatalog-format-on-save)

(provide 'mdcatalog-lsp-mode)
;;; mdcatalog-lsp-mode.el ends here
