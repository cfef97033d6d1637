'use strict';
// The part of the `vscode` module that the language client uses. Its values behave like those of
// Visual Studio Code. It keeps events and providers, so that a test can act as the editor.

const { pathToFileURL, fileURLToPath } = require('url');
const fs = require('fs');

/** An enumeration counted from `first` that maps names to numbers and back, as in TypeScript. */
function enumeration(first, names) {
  const result = {};
  names.split(' ').forEach((name, index) => {
    result[name] = first + index;
    result[first + index] = name;
  });
  return result;
}

class Disposable {
  constructor(dispose) { this.dispose = dispose; }
  static from(...parts) { return new Disposable(() => parts.forEach((part) => part.dispose())); }
}

class EventEmitter {
  constructor() {
    this.listeners = new Set();
    this.event = (listener, self, disposables) => {
      const bound = listener.bind(self);
      this.listeners.add(bound);
      const end = new Disposable(() => this.listeners.delete(bound));
      disposables?.push(end);
      return end;
    };
  }
  fire(value) { return [...this.listeners].map((listener) => listener(value)); }
  dispose() { this.listeners.clear(); }
}

class CancellationTokenSource {
  constructor() {
    this.emitter = new EventEmitter();
    this.token = {
      isCancellationRequested: false, onCancellationRequested: this.emitter.event,
    };
  }
  cancel() {
    this.token.isCancellationRequested = true;
    this.emitter.fire();
  }
  dispose() {}
}

class Uri {
  constructor(url) {
    this.url = url;
    this.scheme = url.protocol.slice(0, -1);
    this.authority = url.host;
    this.path = decodeURIComponent(url.pathname);
    this.query = '';
    this.fragment = '';
    this.fsPath = this.scheme === 'file' ? fileURLToPath(url) : this.path;
  }
  static parse(text) { return new Uri(new URL(text)); }
  static file(path) { return new Uri(pathToFileURL(path)); }
  toString() { return this.url.href; }
}

function checked(number, what) {
  if (!Number.isInteger(number) || number < 0) throw new Error(`illegal ${what}: ${number}`);
  return number;
}

class Position {
  constructor(line, character) {
    this.line = checked(line, 'line');
    this.character = checked(character, 'character');
  }
  isBefore(other) {
    return this.line < other.line
      || (this.line === other.line && this.character < other.character);
  }
  isEqual(other) { return this.line === other.line && this.character === other.character; }
}

class Range {
  constructor(...places) {
    const [start, end] = places.length === 4
      ? [new Position(places[0], places[1]), new Position(places[2], places[3])] : places;
    if (!(start instanceof Position) || !(end instanceof Position)) {
      throw new Error('illegal range');
    }
    [this.start, this.end] = end.isBefore(start) ? [end, start] : [start, end];
  }
  get isEmpty() { return this.start.isEqual(this.end); }
  get isSingleLine() { return this.start.line === this.end.line; }
  contains(position) { return !position.isBefore(this.start) && !this.end.isBefore(position); }
}

class TextEdit {
  constructor(range, newText) { Object.assign(this, { range, newText }); }
  static replace(range, newText) { return new TextEdit(range, newText); }
  static insert(position, text) { return new TextEdit(new Range(position, position), text); }
}

class WorkspaceEdit {
  constructor() { this.edits = new Map(); }
  set(uri, edits) {
    this.edits.set(uri.toString(), edits.map((it) => (Array.isArray(it) ? it[0] : it)));
  }
  replace(uri, range, text) {
    const edits = this.edits.get(uri.toString()) ?? [];
    this.edits.set(uri.toString(), [...edits, new TextEdit(range, text)]);
  }
}

/** The editor's copy of a text; columns are UTF-16 units. */
class Document {
  constructor(path) {
    this.uri = Uri.file(path);
    this.fileName = path;
    this.languageId = 'markdown';
    this.version = 1;
    this.isDirty = this.isUntitled = this.isClosed = false;
    this.eol = 1;
    this.text = fs.readFileSync(path, 'utf8');
  }
  get lineCount() { return this.text.split('\n').length; }
  getText(range) {
    if (!range) return this.text;
    return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }
  offsetAt(position) {
    const lines = this.text.split('\n');
    if (position.line >= lines.length || position.character > lines[position.line].length) {
      throw new Error(`no such place: ${position.line}:${position.character}`);
    }
    return lines.slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0)
      + position.character;
  }
  /** The position of a part of the text, or the position after it. */
  find(part, isBehind = false) {
    const lines = this.text.split('\n');
    const line = lines.findIndex((it) => it.includes(part));
    return new Position(line, lines[line].indexOf(part) + (isBehind ? part.length : 0));
  }
  /** Applies edits that do not overlap, and tells the listeners. */
  apply(edits) {
    const changes = edits.map(({ range, newText }) => ({
      range, text: newText, rangeOffset: this.offsetAt(range.start),
      rangeLength: this.offsetAt(range.end) - this.offsetAt(range.start),
    })).sort((one, other) => other.rangeOffset - one.rangeOffset);
    changes.forEach((change, index) => {
      const end = change.rangeOffset + change.rangeLength;
      if (index > 0 && end > changes[index - 1].rangeOffset) throw new Error('edits overlap');
      this.text = this.text.slice(0, change.rangeOffset) + change.text + this.text.slice(end);
    });
    this.version += 1;
    this.isDirty = true;
    fire('onDidChangeTextDocument', { document: this, contentChanges: changes });
  }
  async save() {
    fs.writeFileSync(this.fileName, this.text);
    this.isDirty = false;
    fire('onDidSaveTextDocument', this);
  }
}

class Diagnostic {
  constructor(range, message, severity) { Object.assign(this, { range, message, severity }); }
}

class CodeActionKind {
  constructor(value) { this.value = value; }
  append(part) { return new CodeActionKind(this.value ? `${this.value}.${part}` : part); }
}
Object.assign(CodeActionKind, {
  Empty: new CodeActionKind(''), QuickFix: new CodeActionKind('quickfix'),
  Refactor: new CodeActionKind('refactor'),
  RefactorExtract: new CodeActionKind('refactor.extract'),
  RefactorInline: new CodeActionKind('refactor.inline'),
  RefactorRewrite: new CodeActionKind('refactor.rewrite'),
  Source: new CodeActionKind('source'),
  SourceOrganizeImports: new CodeActionKind('source.organizeImports'),
});

class MarkdownString {
  constructor(value = '') { this.value = value; }
  appendCodeblock(text, language) {
    this.value += `\n\`\`\`${language}\n${text}\n\`\`\`\n`;
    return this;
  }
}

/** A class that stores its arguments under the given names. */
const record = (names) => class {
  constructor(...values) {
    names.split(' ').forEach((name, index) => { this[name] = values[index]; });
  }
};

// Events and providers are stored by name, for any name that the client uses.
const emitters = new Map();
const emitter = (name) => emitters.get(name)
  ?? emitters.set(name, new EventEmitter()).get(name);
const fire = (name, value) => emitter(name).fire(value);
const providers = new Map();
const selectors = new Map();
const registered = new Map();

/** An object whose `on…` are events. */
const withEvents = (members) => new Proxy(members, {
  get: (target, name) => (name in target ? target[name]
    : /^on(Did|Will)/.test(name) ? emitter(name).event : undefined),
});

const settings = {};
const workspace = withEvents({
  textDocuments: [], notebookDocuments: [], workspaceFolders: [],
  getWorkspaceFolder: () => workspace.workspaceFolders[0],
  getConfiguration: (section) => ({
    get: (name, otherwise) => settings[`${section}.${name}`] ?? otherwise,
  }),
  findFiles: async () => [],
  createFileSystemWatcher: () => withEvents({ dispose() {} }),
  applyEdit: async (edit) => {
    for (const document of workspace.textDocuments) {
      const edits = edit.edits.get(document.uri.toString());
      if (edits) document.apply(edits);
    }
    return true;
  },
  fs: { stat: async (uri) => fs.promises.stat(uri.fsPath) },
});

const shown = [];
const log = [];
const show = async (message) => { shown.push(message); };
const window = withEvents({
  tabGroups: withEvents({ all: [] }),
  activeTextEditor: undefined, visibleTextEditors: [],
  showErrorMessage: show, showWarningMessage: show, showInformationMessage: show,
  createOutputChannel: () => ({
    append: (text) => log.push(text), appendLine: (text) => log.push(`${text}\n`),
    show() { log.push('shown'); }, clear() {}, dispose() {},
  }),
  withProgress: async (_, task) => task({ report() {} }, new CancellationTokenSource().token),
});

const collections = [];
const languages = new Proxy({
  match: (selector, document) => [selector].flat().some(
    (filter) => filter.language === document.languageId
      && (!filter.scheme || filter.scheme === document.uri.scheme)
      && (!filter.pattern || filter.pattern === document.uri.fsPath)) ? 10 : 0,
  createDiagnosticCollection: (name) => {
    const collection = {
      name, entries: new Map(),
      set(uri, list) { this.entries.set(uri.toString(), list ?? []); },
      delete(uri) { this.entries.delete(uri.toString()); },
      get(uri) { return this.entries.get(uri.toString()); },
      has(uri) { return this.entries.has(uri.toString()); },
      clear() { this.entries.clear(); },
      dispose() { this.entries.clear(); },
    };
    collections.push(collection);
    return collection;
  },
}, {
  get: (target, name) => target[name] ?? ((selector, provider) => {
    providers.set(name, provider);
    selectors.set(name, selector);
    return new Disposable(() => providers.delete(name));
  }),
});

const commands = {
  registerCommand: (name, run) => {
    registered.set(name, run);
    return new Disposable(() => registered.delete(name));
  },
  executeCommand: async (name, ...rest) => registered.get(name)?.(...rest),
};

const kinds = {
  CompletionItemKind: enumeration(0, 'Text Method Function Constructor Field Variable Class '
    + 'Interface Module Property Unit Value Enum Keyword Snippet Color File Reference Folder '
    + 'EnumMember Constant Struct Event Operator TypeParameter User Issue'),
  SymbolKind: enumeration(0, 'File Module Namespace Package Class Method Property Field '
    + 'Constructor Enum Interface Function Variable Constant String Number Boolean Array Object '
    + 'Key Null EnumMember Struct Event Operator TypeParameter'),
  DiagnosticSeverity: enumeration(0, 'Error Warning Information Hint'),
  DiagnosticTag: enumeration(1, 'Unnecessary Deprecated'),
  CompletionItemTag: enumeration(1, 'Deprecated'), SymbolTag: enumeration(1, 'Deprecated'),
  CompletionTriggerKind: enumeration(0, 'Invoke TriggerCharacter TriggerForIncompleteCompletions'),
  SignatureHelpTriggerKind: enumeration(1, 'Invoke TriggerCharacter ContentChange'),
  CodeActionTriggerKind: enumeration(1, 'Invoke Automatic'),
  DocumentHighlightKind: enumeration(0, 'Text Read Write'),
  FoldingRangeKind: enumeration(1, 'Comment Imports Region'),
  TextDocumentSaveReason: enumeration(1, 'Manual AfterDelay FocusOut'),
  TextDocumentChangeReason: enumeration(1, 'Undo Redo'),
  InlayHintKind: enumeration(1, 'Type Parameter'), FileType: enumeration(0, 'Unknown File Directory'),
  NotebookCellKind: enumeration(1, 'Markup Code'), ProgressLocation: enumeration(1, 'SourceControl '
    + 'Window Notification'),
};

module.exports = {
  ...kinds, Disposable, EventEmitter, CancellationTokenSource, Uri, Position, Range, TextEdit,
  WorkspaceEdit, Diagnostic, CodeActionKind, MarkdownString,
  version: '1.82.0', env: { appName: 'an imitation', language: 'en' },
  extensions: { getExtension: () => undefined, all: [] },
  workspace, window, languages, commands,
  CancellationError: class extends Error {},
  Location: record('uri range'), DiagnosticRelatedInformation: record('location message'),
  CompletionItem: record('label kind'), CompletionList: record('items isIncomplete'),
  SnippetString: record('value'), Hover: record('contents range'),
  CodeAction: record('title kind'), CodeLens: record('range command'),
  DocumentSymbol: class extends record('name detail kind range selectionRange') {
    constructor(...values) {
      super(...values);
      this.children = [];
    }
  },
  SymbolInformation: record('name kind containerName location'),
  FoldingRange: record('start end kind'), SelectionRange: record('range parent'),
  DocumentHighlight: record('range kind'), DocumentLink: record('range target'),
  InlayHint: record('position label kind'), InlayHintLabelPart: record('value'),
  LinkedEditingRanges: record('ranges wordPattern'), RelativePattern: record('base pattern'),
  SemanticTokensLegend: record('tokenTypes tokenModifiers'),
  SemanticTokens: record('data resultId'), SemanticTokensEdits: record('edits resultId'),
  SemanticTokensEdit: record('start deleteCount data'),
  CallHierarchyItem: record('kind name detail uri range selectionRange'),
  TypeHierarchyItem: record('kind name detail uri range selectionRange'),
  TabInputText: record('uri'), TabInputTextDiff: record('original modified'),
  TabInputCustom: record('uri'), TabInputNotebook: record('uri'),
  // Used by the test, which acts as the editor.
  test: { Document, collections, fire, log, providers, selectors, settings, shown },
};
