/** docs/reference/engine.md: everything the engine exports, from its docstrings. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./bootstrap.mjs";
import { engineProgram } from "./engine-files.mjs";

const sources = path.join(root, "packages/engine/src");

/** Folders of the engine in the order of the page, and what is in them. */
const folders: Readonly<Record<string, string>> = {
  core: "clock, events, runs, and what they all share",
  process: "stories told as generators",
  resource: "where one waits",
  calendar: "local time, holidays, opening hours",
  random: "streams of numbers, and arrivals",
  distribution: "what is drawn",
  statistics: "what is observed",
  state: "snapshots and forks",
  "event-list": "the order of events to come",
  math: "the same bits on every machine",
};

/** Something with a docstring. A `doc` without text is a gap that a test finds. */
interface Documented {
  readonly name: string;
  /** As it is written in the source, without what follows the types. */
  readonly signature: string;
  readonly doc: string;
}

/** A public member; `of` names the interface whose docstring holds for it, if it has none of its own. */
interface Member extends Documented {
  readonly of: string | undefined;
}

/** One export of the engine. */
export interface Entry extends Documented {
  readonly folder: string;
  readonly file: string;
  /** Of classes, interfaces and tables of constants. Other types and functions tell of their parts themselves. */
  readonly members: readonly Member[];
  /** Programs that import it. */
  readonly examples: readonly string[];
}

export function engineEntries(): readonly Entry[] {
  const program = engineProgram({ noEmit: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(sources, "index.ts"))!)!;
  const imports = importsOfExamples();
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.declarations![0]!;
    const file = path.relative(sources, declaration.getSourceFile().fileName).split(path.sep).join("/");
    return {
      name: exported.name,
      folder: path.posix.dirname(file),
      file,
      signature: signatureOf(declaration, checker),
      doc: docOf(symbol, checker),
      members: membersOf(symbol, declaration, checker),
      examples: [...imports].flatMap(([example, names]) => (names.includes(exported.name) ? [example] : [])),
    };
  });
}

/** What each example imports from the engine. */
function importsOfExamples(): ReadonlyMap<string, readonly string[]> {
  const folder = path.join(root, "examples");
  const programs = readdirSync(folder).filter((file) => /^\d\d-.*\.ts$/.test(file));
  return new Map(
    programs.sort().map((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      const [, names = ""] = /import (?:type )?\{([^}]*)\} from "@mpp-sim\/engine"/.exec(text) ?? [];
      return [file, names.match(/\w+/g) ?? []] as const;
    }),
  );
}

function membersOf(symbol: ts.Symbol, declaration: ts.Declaration, checker: ts.TypeChecker): readonly Member[] {
  if (ts.isFunctionDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return [];
  const type = ts.isVariableDeclaration(declaration)
    ? checker.getTypeOfSymbol(symbol)
    : checker.getDeclaredTypeOfSymbol(symbol);
  const members = checker.getPropertiesOfType(type).flatMap((member) => {
    const [at] = member.declarations ?? [];
    if (at === undefined || !at.getSourceFile().fileName.startsWith(sources) || isHidden(at)) return [];
    return [{ ...memberOf(member, at, checker), of: hasOwnDoc(at) ? undefined : interfaceOf(at, checker) }];
  });
  return [...constructorOf(symbol, checker), ...members];
}

function memberOf(member: ts.Symbol, at: ts.Declaration, checker: ts.TypeChecker): Documented {
  return { name: member.name, signature: signatureOf(at, checker), doc: docOf(member, checker) };
}

/** How the class is made; one that only hands on what is given to it needs no docstring beside that of the class. */
function constructorOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly Member[] {
  const made = symbol.members?.get(ts.InternalSymbolName.Constructor);
  const at = made?.declarations?.[0];
  if (made === undefined || at === undefined) return [];
  const { doc } = memberOf(made, at, checker);
  const signature = signatureOf(at, checker).replace(/^constructor/, `new ${symbol.name}`);
  return [{ name: "constructor", signature, doc: doc === "" ? "As the class says." : doc, of: undefined }];
}

function isHidden(declaration: ts.Declaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const internal = ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === "internal");
  return internal || (ts.getCombinedModifierFlags(declaration) & hidden) !== 0;
}

function hasOwnDoc(declaration: ts.Declaration): boolean {
  return ts.getJSDocCommentsAndTags(declaration).length > 0;
}

/** The interface of the engine that a class implements and that has the member. */
function interfaceOf(member: ts.Declaration, checker: ts.TypeChecker): string | undefined {
  const { parent } = member;
  if (!ts.isClassDeclaration(parent)) return undefined;
  const name = (member as ts.ClassElement).name!.getText();
  const implemented = parent.heritageClauses?.filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword) ?? [];
  return implemented
    .flatMap(({ types }) => types)
    .find((type) => checker.getTypeAtLocation(type).getProperty(name) !== undefined)
    ?.expression.getText();
}

/** Text and tags of a docstring in Markdown; of an interface that is implemented, if there is none at the member itself. */
function docOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  // How something is made is said by what is made; all else must say what it means, and not only what it throws.
  if (text === "" && !(symbol.flags & ts.SymbolFlags.Constructor)) return "";
  const tags = symbol.getJsDocTags(checker).map((tag) => {
    const words = ts.displayPartsToString(tag.text);
    if (tag.name === "throws") return `Throws ${words.replace(/^\w+/, "`$&`")}.`;
    if (tag.name === "param") return words.replace(/^(\w+)\s+/, "`$1`: ").concat(".");
    throw new Error(`docstring of ${symbol.name} must have no tags but throws and param, got ${tag.name}`);
  });
  return [text, ...tags]
    .map((part) => part.trim().replace(/\s*\n\s*/g, " "))
    .filter((part) => part !== "")
    .join(" ");
}

/** A declaration up to its body or value. */
function signatureOf(node: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isTypeAliasDeclaration(node)) return node.getText().replace(/^export /, "");
  const name = ts.getNameOfDeclaration(node)?.getText();
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    const kind = ts.isClassDeclaration(node) ? "class" : "interface";
    const parameters = node.typeParameters?.map((parameter) => parameter.getText()).join(", ");
    return `${kind} ${name}${parameters === undefined ? "" : `<${parameters}>`}`;
  }
  if (ts.isVariableDeclaration(node)) return `const ${name}`;
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node)) {
    const readonly = ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly ? "readonly " : "";
    const type = node.type?.getText() ?? checker.typeToString(checker.getTypeAtLocation(node));
    return `${readonly}${name}${node.questionToken ? "?" : ""}: ${oneLine(type)}`;
  }
  const body = (node as ts.FunctionLikeDeclaration).body;
  const text = body === undefined ? node.getText() : node.getText().slice(0, body.getStart() - node.getStart());
  return oneLine(text.replace(/^(export |public |override |abstract )+/, "").replace(/;$/, ""));
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\( /g, "(")
    .replace(/,? \)/g, ")");
}

/** What has no docstring: exports, then members as `Simulation.seed`. */
export function engineGaps(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ name, doc, members }) => [
    ...(doc === "" ? [name] : []),
    ...members.flatMap((member) => (member.doc === "" ? [`${name}.${member.name}`] : [])),
  ]);
}

export function enginePage(entries: readonly Entry[]): string {
  const parts = Object.entries(folders).map(([folder, title]) => ({
    heading: `## ${folder}: ${title}`,
    entries: entries.filter((entry) => entry.folder === folder),
  }));
  const links = linksTo(parts.flatMap((part) => part.entries));
  const text = parts.map((part) => {
    const contents = `${part.entries.map(({ name }) => links.get(name)).join(", ")}.`;
    return [part.heading, contents, ...part.entries.map((entry) => section(entry, links))].join("\n\n");
  });
  return `# The engine

Everything that \`@mpp-sim/engine\` exports, by the folder of its source, from the docstrings there. Time is a plain number in whatever
unit the model chooses. An error that is thrown says what must hold and what it got. How to begin is told in the
[README](../../packages/engine/README.md) of the engine and shown by the [examples](../../examples). This page is made by
\`npm run -s reference\`.

${text.join("\n\n")}
`;
}

/** The headings of a page differ in more than capitals, or they are numbered: \`StreamKey\` and \`streamKey\`. */
function linksTo(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    entries.map(({ name }) => {
      const anchor = name.toLowerCase();
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return [name, `[${name}](#${anchor}${before === 0 ? "" : `-${before}`})`];
    }),
  );
}

function section(entry: Entry, links: ReadonlyMap<string, string>): string {
  const { name, file, signature, doc, members, examples } = entry;
  const programs = examples.map((example) => `[${path.parse(example).name}](../../examples/${example})`);
  const source = `[${file}](../../packages/engine/src/${file})`;
  const own = members.filter(({ of }) => of === undefined);
  const others = [...new Set(members.flatMap(({ of }) => of ?? []))].map((of) => {
    const names = members.filter((member) => member.of === of).map((member) => `\`${member.name}\``);
    return `- ${names.join(", ")}: as ${links.get(of) ?? `\`${of}\``} says.`;
  });
  const list = [...own.map((member) => `- \`${member.signature}\`: ${member.doc}`), ...others];
  return [
    `### ${name}`,
    `\`\`\`ts\n${signature}\n\`\`\``,
    doc,
    ...(list.length > 0 ? [list.join("\n")] : []),
    `Source: ${source}.${programs.length > 0 ? ` In use: ${programs.join(", ")}.` : ""}`,
  ].join("\n\n");
}
