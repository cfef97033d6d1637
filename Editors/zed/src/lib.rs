//! Starts `mdcatalog lsp` for Markdown files in Zed.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct MdcatalogExtension;

impl zed::Extension for MdcatalogExtension {
    fn new() -> Self {
        Self
    }

    /// The binary of the settings, or else the one on the `PATH`.
    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let binary = LspSettings::for_worktree(server.as_ref(), worktree)
            .ok()
            .and_then(|settings| settings.binary);
        let path = binary
            .as_ref()
            .and_then(|binary| binary.path.clone())
            .or_else(|| worktree.which("mdcatalog"))
            .ok_or("mdcatalog is not on the PATH")?;
        let arguments = binary.and_then(|binary| binary.arguments);
        Ok(Command {
            command: path,
            args: arguments.unwrap_or_else(|| vec!["lsp".to_string()]),
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(MdcatalogExtension);
