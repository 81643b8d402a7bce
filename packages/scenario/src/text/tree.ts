/** A position in a file, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One written value. Its text is kept as written: each setting reads it by its own rule. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly place: Place;
  readonly text: string;
}

export interface ListNode {
  readonly kind: "list";
  readonly place: Place;
  readonly items: readonly Node[];
}

export interface Entry {
  /** Where the key is written. */
  readonly key: Place;
  readonly node: Node;
}

export interface MapNode {
  readonly kind: "map";
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The content of a file, each value with its place. */
export type Node = ScalarNode | ListNode | MapNode;

/** The map with one entry set; the order of the others is kept. */
export function withEntry(map: MapNode, key: string, entry: Entry): MapNode {
  return { ...map, entries: new Map(map.entries).set(key, entry) };
}

/** The map without one entry. */
export function withoutEntry(map: MapNode, key: string): MapNode {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

export function emptyMap(place: Place): MapNode {
  return { kind: "map", place, entries: new Map() };
}

/** The node under a key, or undefined. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.node : undefined;
}

/** The text of a value that is one, else none. */
export function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text : "";
}

/** `file:line`, as written beside a value. */
export function originOf({ file, line }: Place): string {
  return line === 0 ? file : `${file}:${line}`;
}

/** How a value is named in the "got" of a message. */
export function found(node: Node): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  if (node.text === "") return "nothing";
  return /^[-+.\d]/.test(node.text) ? node.text : JSON.stringify(node.text);
}

/** `a.b` of `a` and `b`. */
export function under(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
