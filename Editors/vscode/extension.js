// @ts-check
'use strict';

const { commands, window, workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** @typedef {import('vscode').ExtensionContext} ExtensionContext */
/** @typedef {import('vscode').TextDocument} TextDocument */

/** A line that can be a table's delimiter row (GFM 4.10). */
const DELIMITER_ROW = /^[ \t>]*(?:\|[ \t]*:?-+:?|:?-+:?[ \t]*\|)[-:| \t]*$/m;

/** @type {('textDocument/formatting' | 'textDocument/rangeFormatting')[]} */
const FORMATTING = ['textDocument/formatting', 'textDocument/rangeFormatting'];

/** @type {LanguageClient | undefined} */
let client;

/** URIs of the documents that the client formats. */
const formatted = new Set();

/**
 * Whether a document contains a table.
 * @param {TextDocument} document
 * @returns {boolean}
 */
function holdsTable(document) {
  return document.languageId === 'markdown' && DELIMITER_ROW.test(document.getText());
}

/** @returns {LanguageClient} */
function newClient() {
  const settings = workspace.getConfiguration('mdcatalog');
  const command = settings.get('path', 'mdcatalog');
  const created = new LanguageClient(
    'mdcatalog',
    'mdcatalog',
    { command, args: ['lsp'] },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
      ],
      initializationOptions: { columnHints: settings.get('columnHints', false) },
    }
  );
  // A formatter of all Markdown files would compete with other extensions for files without tables.
  for (const method of FORMATTING) created.getFeature(method).initialize = () => {};
  return created;
}

/**
 * Formats a document that contains a table; all others are left to their formatters.
 * @param {TextDocument} document
 */
function offerFormatting(document) {
  const uri = document.uri.toString();
  if (!client || formatted.has(uri) || !holdsTable(document)) return;
  formatted.add(uri);
  const pattern = document.uri.fsPath.replace(/[[\]{}*?]/g, '[$&]');
  const filter = { scheme: document.uri.scheme, language: 'markdown', pattern };
  for (const method of FORMATTING) {
    client.getFeature(method).register({
      id: `${method} ${uri}`, registerOptions: { documentSelector: [filter] },
    });
  }
}

/** @param {TextDocument} document */
function endFormatting(document) {
  const uri = document.uri.toString();
  if (!formatted.delete(uri)) return;
  for (const method of FORMATTING) client?.getFeature(method).unregister(`${method} ${uri}`);
}

/**
 * Starts the server if it does not run yet.
 * @returns {Promise<void>}
 */
async function start() {
  if (client) return;
  client = newClient();
  try {
    await client.start();
    workspace.textDocuments.forEach(offerFormatting);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    window.showErrorMessage(`mdcatalog could not be started: ${reason}`);
  }
}

/**
 * Restarts the server with the current settings.
 * @returns {Promise<void>}
 */
async function restart() {
  await deactivate();
  await start();
}

/**
 * Starts the server when a document contains a table, or a folder a configuration.
 * @param {ExtensionContext} context
 * @returns {Promise<void>}
 */
async function activate(context) {
  /** @param {TextDocument} document */
  const look = async (document) => {
    if (!holdsTable(document)) return;
    await start();
    offerFormatting(document);
  };
  context.subscriptions.push(
    commands.registerCommand('mdcatalog.restart', restart),
    commands.registerCommand('mdcatalog.showLog', () => client?.outputChannel.show()),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidCloseTextDocument(endFormatting),
    workspace.onDidChangeConfiguration(async (event) => {
      const settings = ['mdcatalog.path', 'mdcatalog.columnHints'];
      if (client && settings.some((name) => event.affectsConfiguration(name))) await restart();
    })
  );
  const configured = await workspace.findFiles('**/.mdcatalog.json', '**/node_modules/**', 1);
  if (configured.length > 0 || workspace.textDocuments.some(holdsTable)) await start();
}

/** @returns {Promise<void>} */
async function deactivate() {
  const ended = client;
  client = undefined;
  formatted.clear();
  await ended?.stop();
}

module.exports = { activate, deactivate };
