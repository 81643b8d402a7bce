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
import { type Entry, type ListNode, type MapNode, type Node, type Place, type ScalarNode, under } from "./tree.ts";

/** The most that a file may hold. A larger file is refused before anything else. */
const fileLimits = { characters: 1_000_000, tokens: 50_000, depth: 64, aliases: 2000, nodes: 200_000 } as const;

/** Keys that would reach what every object has. */
export const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads YAML 1.2 as maps, lists and plain text, each with its place. Each setting reads its own numbers and dates. One document, no
 * tags, no key twice. Returns undefined after reporting why a file is refused. A fault in one place leaves the rest readable.
 */
export function parseYaml(text: string, file: string, diagnostics: Diagnostics): Node | undefined {
  const whole: Place = { file, line: 0, column: 0 };
  if (text.length > fileLimits.characters) {
    diagnostics.error(whole, "", `must be at most ${fileLimits.characters} characters long (got ${text.length})`);
    return undefined;
  }
  // Parsing takes far longer than this, and on some files with the square of their length.
  if (hasMoreTokens(text)) {
    diagnostics.error(whole, "", `must hold at most ${fileLimits.tokens} words, signs and blanks between them`);
    return undefined;
  }
  if (flowDepth(text) > fileLimits.depth * 4) {
    diagnostics.error(whole, "", `must not be nested deeper than ${fileLimits.depth} levels`);
    return undefined;
  }
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
    diagnostics.error(whole, "", `must not be nested deeper than ${fileLimits.depth} levels`);
    return undefined;
  }
  const tree = new TreeBuilder(document, file, lines, diagnostics);
  const told = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  for (const { code, message, pos } of told) {
    if (code === "TAG_RESOLVE_FAILED")
      diagnostics.error(tree.placeOf(pos[0]), "", `must not have a tag: ${lowerFirst(message)}`);
  }
  // What comes after the first fault is often nothing but its consequence.
  const fault = told.find(({ code }) => code !== "TAG_RESOLVE_FAILED");
  if (fault !== undefined) {
    const quoted = fault.message.startsWith("Missing closing") ? tree.openedBefore(fault.pos[0]) : undefined;
    diagnostics.error(tree.placeOf(quoted ?? fault.pos[0]), "", sentenceOf(fault));
    return undefined;
  }
  if (document.contents === null) {
    diagnostics.error(whole, "", "must not be empty");
    return undefined;
  }
  const root = tree.build(document.contents as YamlNode, "", 1);
  return tree.refused ? undefined : root;
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
  refused = false;
  private readonly document: Document.Parsed;
  private readonly file: string;
  private readonly lines: LineCounter;
  private readonly diagnostics: Diagnostics;
  private readonly open = new Set<YamlNode>();
  private aliases = 0;
  private nodes = 0;
  private targets: ReadonlyMap<Alias, YamlNode> | undefined;

  constructor(document: Document.Parsed, file: string, lines: LineCounter, diagnostics: Diagnostics) {
    this.document = document;
    this.file = file;
    this.lines = lines;
    this.diagnostics = diagnostics;
  }

  /** Where the quoted text begins that goes on to an offset. */
  openedBefore(offset: number): number | undefined {
    let found: number | undefined;
    visit(this.document, {
      Scalar: (_, { range, type }) => {
        if (type?.startsWith("QUOTE") && range && range[0] <= offset) found = range[0];
      },
    });
    return found;
  }

  placeOf(offset: number | undefined): Place {
    const { line, col } = this.lines.linePos(offset ?? 0);
    return { file: this.file, line, column: col };
  }

  build(node: YamlNode | null, path: string, depth: number): Node {
    const place = this.placeOf(node?.range?.[0]);
    const nothing: ScalarNode = { kind: "scalar", place, text: "" };
    if (node === null || this.refused) return nothing;
    if (depth > fileLimits.depth)
      return this.refuse(nothing, path, `must not be nested deeper than ${fileLimits.depth} levels`);
    if (++this.nodes > fileLimits.nodes) {
      return this.refuse(nothing, path, `must hold at most ${fileLimits.nodes} values, with those that aliases repeat`);
    }
    if (isAlias(node)) return this.follow(node, place, path, depth);
    if (isScalar(node)) return { kind: "scalar", place, text: String(node.value ?? "") };
    this.open.add(node);
    const built = isMap(node)
      ? this.map(node.items, place, path, depth)
      : isSeq(node)
        ? this.list(node.items, place, path, depth)
        : nothing;
    this.open.delete(node);
    return built;
  }

  private refuse<T extends Node>(node: T, path: string, message: string): T {
    this.refused = true;
    this.diagnostics.error(node.place, path, message);
    return node;
  }

  private follow(alias: Alias, place: Place, path: string, depth: number): Node {
    const nothing: ScalarNode = { kind: "scalar", place, text: "" };
    if (++this.aliases > fileLimits.aliases) {
      return this.refuse(nothing, path, `must not use more than ${fileLimits.aliases} aliases`);
    }
    const target = this.targetOf(alias);
    if (target === undefined)
      return this.refuse(nothing, path, `must name an anchor written before it (got *${alias.source})`);
    if (this.open.has(target)) return this.refuse(nothing, path, `must not contain itself (got *${alias.source})`);
    return this.build(target, path, depth);
  }

  /** The last node before an alias that has its anchor. The library would walk through the whole document for each. */
  private targetOf(alias: Alias): YamlNode | undefined {
    this.targets ??= targetsIn(this.document);
    return this.targets.get(alias);
  }

  private list(items: readonly unknown[], place: Place, path: string, depth: number): ListNode {
    return {
      kind: "list",
      place,
      items: items.map((item, index) => this.build(item as YamlNode, `${path}[${index}]`, depth + 1)),
    };
  }

  private map(items: readonly { key: unknown; value: unknown }[], place: Place, path: string, depth: number): MapNode {
    const entries = new Map<string, Entry>();
    for (const { key, value } of items) {
      const keyNode = isAlias(key) ? this.targetOf(key) : (key as YamlNode | null);
      const keyPlace = this.placeOf((key as YamlNode | null)?.range?.[0]);
      if (!isScalar(keyNode)) {
        this.diagnostics.error(keyPlace, path, "must have plain words as keys");
        continue;
      }
      const name = String(keyNode.value ?? "");
      const here = under(path, name);
      const twice = entries.get(name);
      if (forbiddenKeys.has(name)) this.diagnostics.error(keyPlace, here, "is not allowed as a key");
      else if (twice) this.diagnostics.error(keyPlace, here, `is written twice (first on line ${twice.key.line})`);
      else {
        const node =
          value === null
            ? { kind: "scalar" as const, place: keyPlace, text: "" }
            : this.build(value as YamlNode, here, depth + 1);
        entries.set(name, { key: keyPlace, node });
      }
    }
    return { kind: "map", place, entries };
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
