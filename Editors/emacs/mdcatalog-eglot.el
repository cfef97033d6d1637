;;; mdcatalog-eglot.el --- mdcatalog with eglot -*- lexical-binding: t -*-

;;; Commentary:
;; Needs eglot (included in Emacs 29, before that a package) and markdown-mode.

;;; Code:

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode gfm-mode) . ("mdcatalog" "lsp"))))

(defun mdcatalog-format-buffer ()
  "Format the tables of this buffer if a server manages it."
  (when (eglot-managed-p) (eglot-format-buffer)))

(defun mdcatalog-format-on-save ()
  "Format the tables of this buffer before it is saved."
  (when (derived-mode-p 'markdown-mode)
    (add-hook 'before-save-hook #'mdcatalog-format-buffer nil t)))

(autoload 'eglot-ensure "eglot" nil t)
(add-hook 'markdown-mode-hook #'eglot-ensure)
(add-hook 'eglot-managed-mode-hook #'mdcatalog-format-on-save)

(provide 'mdcatalog-eglot)
;;; mdcatalog-eglot.el ends here
