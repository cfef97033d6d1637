;;; mdcatalog.el --- mdcatalog with eglot -*- lexical-binding: t -*-

;;; Commentary:
;; Load this file, or copy its lines into your init file.  Needs eglot (part of Emacs 29,
;; a package before) and markdown-mode.

;;; Code:

(require 'eglot)

(defvar mdcatalog-command "mdcatalog"
  "The executable to run.")

(add-to-list 'eglot-server-programs
             `((markdown-mode gfm-mode) . ,(lambda (&rest _) (list mdcatalog-command "lsp"))))

(defun mdcatalog-format-on-save ()
  "Format the tables of this buffer before it is saved."
  (when (and (derived-mode-p 'markdown-mode) (bound-and-true-p eglot--managed-mode))
    (add-hook 'before-save-hook #'eglot-format-buffer nil t)))

(add-hook 'markdown-mode-hook #'eglot-ensure)
(add-hook 'eglot-managed-mode-hook #'mdcatalog-format-on-save)

(provide 'mdcatalog)
;;; mdcatalog.el ends here
