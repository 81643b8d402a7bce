/** docs/reference/{engine,border,scenario,scenario-node,experiment,experiment-node}.md: all that an entry of a package exports, from its docstrings, by typedoc. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Application, type DeclarationReflection, type ProjectReflection, ReflectionKind } from "typedoc";
import { MarkdownTheme, MarkdownThemeContext } from "typedoc-plugin-markdown";
import ts from "typescript";
import { root } from "./bootstrap.mjs";

/** Entries of packages that have a page, and what it says before all else. */
const entries = {
  engine: `Time is a plain number in whatever unit the model chooses. How to begin is told in the
[README](../../packages/engine/README.md) of the engine and shown by the [examples](../../examples) 01 to 10.`,
  border: `Times are hours of simulation time since 00:00 UTC of the first day, shares are from 0 to 1, and places name one another by
index. [model.md](model.md) tells what the model does; examples [21 to 24](../../examples) use what is here.`,
  scenario: `[parameters.md](parameters.md) has every setting of a scenario file. What reads files from disk is exported by
[@mpp-sim/scenario/node](scenario-node.md).`,
  "scenario/node": `It needs Node. Names of scenarios start in the current folder; what a scenario refers to lies in its folder tree.
[@mpp-sim/scenario](scenario.md) has what a scenario is.`,
  experiment: `Replications are folded by their index: the same seed gives the same bytes. [results.md](../results.md) tells what the
measures mean, and [example 20](../../examples/20-a-scenario-from-code.ts) runs a scenario. Threads and kept replications are in
[@mpp-sim/experiment/node](experiment-node.md).`,
  "experiment/node": `It needs Node. What runs units is an \`Executor\` of [@mpp-sim/experiment](experiment.md); the bytes of a run do not depend on it
([decision 100](../decisions/100-units-records-executors.md)).`,
};
type Name = keyof typeof entries;
const names = Object.keys(entries) as Name[];
const sourceOf = (name: Name): string => name.replace(/^[^/]+/, "$&/src");
const pageName = (name: Name): string => name.replace("/", "-");

/** What the signature says is not said again: the type returned, and where a member comes from. */
class PlainContext extends MarkdownThemeContext {
  constructor(...given: ConstructorParameters<typeof MarkdownThemeContext>) {
    super(...given);
    this.partials.signatureReturns = () => "";
    this.partials.inheritance = () => "";
  }
}

type PageEvent = ConstructorParameters<typeof MarkdownThemeContext>[1];

class PlainTheme extends MarkdownTheme {
  override getRenderContext(page: PageEvent): MarkdownThemeContext {
    return new PlainContext(this, page, this.application.options);
  }
}

/** Pages by file, and names without a docstring: exports as `experiment.runVariants`, members as `engine.Simulation.hold`. */
export interface Reference {
  readonly pages: ReadonlyMap<string, string>;
  readonly gaps: readonly string[];
}

/** The same sources give the same pages: no version, date, line or machine is in them. */
export async function referencePages(): Promise<Reference> {
  const app = await applicationOf(names.map((name) => path.join(root, "packages", sourceOf(name), "index.ts")));
  const project = await app.convert();
  if (project === undefined) throw new Error("the packages must compile");
  for (const module of project.children ?? []) {
    const name = names.find((name) => module.name === sourceOf(name));
    if (name === undefined) throw new Error(`the module must be an entry of a package, got ${module.name}`);
    module.name = pageName(name);
  }
  const folder = mkdtempSync(path.join(tmpdir(), "mpp-reference-"));
  try {
    app.options.setValue("out", folder);
    await app.generateOutputs(project);
    return {
      pages: new Map(names.map((name) => [`docs/reference/${pageName(name)}.md`, pageOf(name, folder)])),
      gaps: gapsOf(project),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function applicationOf(entryPoints: readonly string[]): Promise<Application> {
  const format = "table";
  const app = await Application.bootstrapWithPlugins(
    {
      plugin: ["typedoc-plugin-markdown"],
      entryPoints: [...entryPoints],
      logLevel: "Error",
      skipErrorChecking: true,
      readme: "none",
      router: "module",
      sort: ["source-order"],
      disableGit: true,
      disableSources: true,
      excludePrivate: true,
      excludeProtected: true,
      excludeInternal: true,
      excludeExternals: true,
      hidePageHeader: true,
      hideBreadcrumbs: true,
      useCodeBlocks: true,
      expandParameters: true,
      parametersFormat: format,
      interfacePropertiesFormat: format,
      classPropertiesFormat: format,
      typeAliasPropertiesFormat: format,
      propertyMembersFormat: format,
      typeDeclarationFormat: format,
      tableColumnSettings: { hideDefaults: true, hideInherited: true, hideModifiers: true, hideOverrides: true },
    } as Parameters<typeof Application.bootstrapWithPlugins>[0],
    [],
  );
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  app.options.setCompilerOptions([...entryPoints], { ...options, noEmit: true, composite: false }, undefined);
  app.renderer.defineTheme("plain", PlainTheme);
  app.options.setValue("theme", "plain");
  return app;
}

function pageOf(name: Name, folder: string): string {
  const text = readFileSync(path.join(folder, `${pageName(name)}.md`), "utf8")
    .replace(/^# .*\n+/, "")
    .replace(/ +$/gm, "")
    // A table of parameters without words says what the signature says.
    .replace(/^#+ Parameters\n\n\| Parameter \| Type \|\n(?:\|.*\n)+\n/gm, "");
  return `# @mpp-sim/${name}

All that \`@mpp-sim/${name}\` exports, from the docstrings of its sources. An error that is thrown says what must hold and what it got.
${entries[name]}
This page is made by \`npm run -s reference\`.

${text}`;
}

function gapsOf(project: ProjectReflection): string[] {
  const gaps: string[] = [];
  const visit = (one: DeclarationReflection, name: string): void => {
    const told = [one, ...(one.signatures ?? []), one.getSignature].some((part) => part?.comment?.summary.length);
    // How something is made is said by what is made.
    if (!told && !one.kindOf(ReflectionKind.Constructor)) gaps.push(name);
    if (one.kindOf([ReflectionKind.Class, ReflectionKind.Interface]))
      for (const child of one.children ?? []) visit(child, `${name}.${child.name}`);
  };
  for (const module of project.children ?? [])
    for (const one of module.children ?? []) visit(one, `${module.name}.${one.name}`);
  return gaps;
}
