/** docs/reference/commands.md: every command of the program, as its help tells of it. */
import { Writable } from "node:stream";
import { commands, mpp } from "../packages/cli/src/program.ts";

/** All that help needs of a machine. */
async function helpOf(name: string): Promise<string> {
  let help = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      help += String(chunk);
      done();
    },
  });
  const build = {
    version: "",
    commit: null,
    sources: "",
    command: "mpp",
    example: "scenarios/tucson-el-paso-bus.yaml",
    scenarios: "",
    unitWorker: "",
  };
  await mpp([name, "--help"], {
    build,
    cwd: ".",
    scenarios: "scenarios",
    entry: "",
    unitWorker: new URL(import.meta.url),
    stdout,
    stderr: stdout,
    environment: {},
    listenForInterruption: () => ({ heard: () => false, stop: () => {} }),
  });
  // What every command has is said once.
  return help
    .replace(/^ +(--version|-h, --help) .*\n/gm, "")
    .replace(/\nOptions:\n(?=\n)/, "")
    .trimEnd();
}

export async function commandsPage(): Promise<string> {
  const sections = [];
  for (const { name } of commands) sections.push(`## ${name}\n\n\`\`\`\n${await helpOf(name)}\n\`\`\`\n`);
  return `# Commands

Every command of the program \`mpp\`, as \`mpp COMMAND --help\` tells of it. In the repository it is called \`npm run -s mpp --\`. This page is
made by \`npm run -s reference\`.

${sections.join("\n")}`;
}
