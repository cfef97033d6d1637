'use strict';
// Acts as the editor: opens the catalog, shows, completes, fixes and saves; prints what it saw.

const vscode = require('vscode');
const extension = require('./extension.js');

const { Document, collections, fire, providers, selectors, settings, shown } = vscode.test;
const [path, command, list, typed, completed, term, misspelt, mended] =
  process.argv.slice(2);

async function until(what, condition) {
  for (let tries = 0; tries < 300; tries += 1) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`timeout: ${what}; shown: ${shown}`);
}

function open(file) {
  const document = new Document(file);
  vscode.workspace.textDocuments.push(document);
  vscode.window.activeTextEditor = { document };
  vscode.window.visibleTextEditors.push(vscode.window.activeTextEditor);
  vscode.window.tabGroups.all.push({ tabs: [{ input: new vscode.TabInputText(document.uri) }] });
  fire('onDidOpenTextDocument', document);
  return document;
}

const token = new vscode.CancellationTokenSource().token;
const ask = (name, method, ...rest) => providers.get(name)[method](...rest, token);

function diagnostics(document) {
  return collections.flatMap((collection) => collection.get(document.uri) ?? []);
}

/** The items that the editor would show: their filter text begins with the word before the cursor. */
function kept(items, document, place) {
  return items.filter((item) => {
    const range = item.range?.inserting ?? item.range;
    if (!range.isSingleLine || !range.contains(place)) throw new Error(`range of ${item.label}`);
    const word = document.getText(new vscode.Range(range.start, place));
    return (item.filterText ?? item.label).toLowerCase().startsWith(word.toLowerCase());
  });
}

async function complete(document) {
  const before = document.find(list);
  const place = new vscode.Position(before.line, before.character + list.indexOf(','));
  document.apply([vscode.TextEdit.insert(place, typed)]);
  const cursor = document.find(typed, true);
  const answer = await ask('registerCompletionItemProvider', 'provideCompletionItems',
    document, cursor, token, { triggerKind: vscode.CompletionTriggerKind.Invoke });
  const items = kept(answer.items ?? answer, document, cursor);
  const item = items[0];
  const text = item.insertText?.value ?? item.insertText ?? item.label;
  document.apply([new vscode.TextEdit(item.range.replacing ?? item.range, text)]);
  if (!document.text.includes(completed)) throw new Error(`completed: ${item.label}`);
  return items.map((it) => it.label);
}

async function mend(document) {
  const place = document.find(misspelt);
  const range = new vscode.Range(place, place);
  const actions = await ask('registerCodeActionsProvider', 'provideCodeActions', document, range, {
    triggerKind: vscode.CodeActionTriggerKind.Invoke, only: vscode.CodeActionKind.QuickFix,
    diagnostics: diagnostics(document).filter((it) => it.range.contains(place)),
  });
  const action = actions.find((it) => it.title.includes(mended));
  await vscode.workspace.applyEdit(action.edit);
  return actions.map((it) => it.title);
}

/** Whether the extension formats a document. */
function formats(document) {
  return ['registerDocumentFormattingEditProvider', 'registerDocumentRangeFormattingEditProvider']
    .some((name) => providers.has(name) && vscode.languages.match(selectors.get(name), document) > 0);
}

async function save(document) {
  const edits = await ask('registerDocumentFormattingEditProvider',
    'provideDocumentFormattingEdits', document, { tabSize: 4, insertSpaces: true });
  if (edits?.length) document.apply(edits);
  await document.save();
}

async function main() {
  settings['mdcatalog.path'] = command;
  const context = { subscriptions: [] };
  await extension.activate(context);
  const startedEarly = providers.size > 0;
  const document = open(path);
  await until('a provider', () => providers.has('registerCompletionItemProvider'));
  const seen = await until('diagnostics', () => {
    const list = diagnostics(document);
    return list.length && list;
  });
  const result = {
    startedEarly, pulls: !collections.some((it) => it.name === undefined),
    diagnostics: seen.map((it) => [
      it.range.start.line + 1, it.message, it.code?.value ?? it.code,
      document.getText(it.range)]),
  };
  result.completions = await complete(document);
  const hover = await ask(
    'registerHoverProvider', 'provideHover', document, document.find(term));
  result.hover = [hover.contents].flat().map((it) => it.value ?? it).join('\n');
  result.actions = await mend(document);
  const page = `${path}.page.md`;
  require('fs').writeFileSync(page, '# Text\n\na | b\n');
  result.formats = [document, open(page)].map(formats);
  result.before = document.text;
  await save(document);
  result.symbols = (await ask(
    'registerDocumentSymbolProvider', 'provideDocumentSymbols', document)).map((it) => it.name);
  await vscode.commands.executeCommand('mdcatalog.restart');
  await until('diagnostics after a restart', () => diagnostics(document).length > 0);
  result.formatsAfterRestart = formats(document);
  await vscode.commands.executeCommand('mdcatalog.showLog');
  await extension.deactivate();
  context.subscriptions.forEach((it) => it.dispose());
  result.shown = shown;
  console.log(JSON.stringify(result));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
