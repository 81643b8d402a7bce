import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
  type Node as YamlNode,
} from "yaml";
import type { Diagnostics } from "./diagnostics.ts";
import { type Entry, type Node, type Place, type ScalarNode, under } from "./tree.ts";

/** The most that a file may hold. A larger file is refused before anything else. */
const fileLimits = { characters: 1_000_000, tokens: 50_000, depth: 64, aliases: 2000, nodes: 200_000 } as const;

/** Keys that would reach what every object has. */
export const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const tooDeep = `must not be nested deeper than ${fileLimits.depth} levels`;

/**
 * Reads YAML 1.2 as maps, lists and plain text, each with its place. Each setting reads its own numbers and dates. One document, no
 * tags, no key twice. Returns undefined after reporting why a file is refused. A fault in one place leaves the rest readable.
 */
export function parseYaml(text: string, file: string, diagnostics: Diagnostics): Node | undefined {
  const refused = (message: string): undefined => diagnostics.error({ file, line: 0, column: 0 }, "", message);
  if (text.length > fileLimits.characters)
    return refused(`must be at most ${fileLimits.characters} characters long (got ${text.length})`);
  // Parsing takes far longer than this, and on some files with the square of their length.
  if (hasMoreTokens(text))
    return refused(`must hold at most ${fileLimits.tokens} words, signs and blanks between them`);
  if (flowDepth(text) > fileLimits.depth * 4) return refused(tooDeep);
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
    });
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    return refused(tooDeep);
  }
  const placeOf = (offset = 0): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const told = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  for (const { code, message, pos } of told) {
    if (code === "TAG_RESOLVE_FAILED")
      diagnostics.error(placeOf(pos[0]), "", `must not have a tag: ${lowerFirst(message)}`);
  }
  // What comes after the first fault is often nothing but its consequence.
  const fault = told.find(({ code }) => code !== "TAG_RESOLVE_FAILED");
  if (fault !== undefined) {
    const quoted = fault.message.startsWith("Missing closing") ? openedBefore(document, fault.pos[0]) : undefined;
    return diagnostics.error(placeOf(quoted ?? fault.pos[0]), "", sentenceOf(fault));
  }
  if (document.contents === null) return refused("must not be empty");
  return new TreeBuilder(document, placeOf, diagnostics).tree();
}

/** Where the quoted text begins that goes on to an offset. */
function openedBefore(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar: (_, { range, type }) => {
      if (type?.startsWith("QUOTE") && range && range[0] <= offset) found = range[0];
    },
  });
  return found;
}

function hasMoreTokens(text: string): boolean {
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) if (++tokens > fileLimits.tokens) return true;
  return false;
}

const colon = "must have a colon and a blank after the name of a setting, as in `name: value`";

/** What an analyst can do about a fault of form. */
function sentenceOf({ code, message }: YAMLError): string {
  const [, bracket] = /end with an? ([\]}])$/.exec(message) ?? [];
  if (bracket !== undefined) return `must be closed by ${bracket} before this line`;
  if (message.startsWith("Missing closing")) return "must close the quote that is opened here";
  switch (code) {
    case "MULTILINE_IMPLICIT_KEY":
      return colon;
    case "MISSING_CHAR":
      return message.startsWith("Comments") ? "must have a blank before #, or be put in quotes" : colon;
    case "BLOCK_AS_IMPLICIT_KEY":
      return "must be put in quotes if it holds a colon and a blank; or the next line begins too far to the right";
    case "BLOCK_IN_FLOW":
      return "must have a comma between settings, as in `{ a: 1, b: 2 }`";
    case "BAD_INDENT":
      return "must begin in the same column as the settings beside it";
    case "TAB_AS_INDENT":
      return "must be moved to the right by blanks (got a tab)";
    case "BAD_SCALAR_START":
      return `must be put in quotes if it begins with ${message.slice(-1)}`;
    case "UNEXPECTED_TOKEN":
      return "must not go on here: a bracket or a quote is closed too early, or there is one too many";
    case "MULTIPLE_DOCS":
      return "must hold one document (got several)";
    default:
      return `is not valid YAML: ${lowerFirst(message)}`;
  }
}

/** Depth of open brackets, ignoring quotes: a cheap check before a parser that calls itself for each. */
function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
    else if ((letter === "]" || letter === "}") && depth > 0) depth--;
  }
  return deepest;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Turns the parser's nodes into ours, following aliases within limits. */
class TreeBuilder {
  private refused = false;
  private readonly document: Document.Parsed;
  private readonly placeOf: (offset: number | undefined) => Place;
  private readonly diagnostics: Diagnostics;
  private readonly open = new Set<YamlNode>();
  private aliases = 0;
  private nodes = 0;
  /** The library would walk through the whole document for each alias. */
  private readonly targets: ReadonlyMap<Alias, YamlNode>;

  constructor(document: Document.Parsed, placeOf: (offset: number | undefined) => Place, diagnostics: Diagnostics) {
    this.document = document;
    this.placeOf = placeOf;
    this.diagnostics = diagnostics;
    this.targets = targetsIn(document);
  }

  /** Undefined after reporting why it is refused. */
  tree(): Node | undefined {
    const root = this.build(this.document.contents, "", 1);
    return this.refused ? undefined : root;
  }

  private build(node: YamlNode | null, path: string, depth: number): Node {
    const place = this.placeOf(node?.range?.[0]);
    const nothing: ScalarNode = { kind: "scalar", place, text: "" };
    const refuse = (message: string): Node => {
      this.refused = true;
      this.diagnostics.error(place, path, message);
      return nothing;
    };
    if (node === null || this.refused) return nothing;
    if (depth > fileLimits.depth) return refuse(tooDeep);
    if (++this.nodes > fileLimits.nodes)
      return refuse(`must hold at most ${fileLimits.nodes} values, with those that aliases repeat`);
    if (isAlias(node)) {
      if (++this.aliases > fileLimits.aliases) return refuse(`must not use more than ${fileLimits.aliases} aliases`);
      const target = this.targets.get(node);
      if (target === undefined) return refuse(`must name an anchor written before it (got *${node.source})`);
      if (this.open.has(target)) return refuse(`must not contain itself (got *${node.source})`);
      return this.build(target, path, depth);
    }
    if (isScalar(node)) return { kind: "scalar", place, text: String(node.value ?? "") };
    this.open.add(node);
    const built: Node = isSeq(node)
      ? {
          kind: "list",
          place,
          items: node.items.map((item, index) => this.build(item as YamlNode, `${path}[${index}]`, depth + 1)),
        }
      : { kind: "map", place, entries: this.entries(isMap(node) ? node.items : [], path, depth) };
    this.open.delete(node);
    return built;
  }

  private entries(
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    path: string,
    depth: number,
  ): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { key, value } of items) {
      const keyNode = isAlias(key) ? this.targets.get(key) : (key as YamlNode | null);
      const place = this.placeOf((key as YamlNode | null)?.range?.[0]);
      const name = isScalar(keyNode) ? String(keyNode.value ?? "") : "";
      const here = under(path, name);
      const twice = entries.get(name);
      if (!isScalar(keyNode)) this.diagnostics.error(place, path, "must have plain words as keys");
      else if (forbiddenKeys.has(name)) this.diagnostics.error(place, here, "is not allowed as a key");
      else if (twice) this.diagnostics.error(place, here, `is written twice (first on line ${twice.key.line})`);
      else {
        const nothing: ScalarNode = { kind: "scalar", place, text: "" };
        entries.set(name, { key: place, node: value ? this.build(value as YamlNode, here, depth + 1) : nothing });
      }
    }
    return entries;
  }
}

function targetsIn(document: Document.Parsed): ReadonlyMap<Alias, YamlNode> {
  const anchors = new Map<string, YamlNode>();
  const targets = new Map<Alias, YamlNode>();
  visit(document, {
    Node(_, node) {
      const target = isAlias(node) ? anchors.get(node.source) : undefined;
      if (isAlias(node) && target !== undefined) targets.set(node, target);
      else if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
