// Writes TypeScript for the protocol into src/protocol/generated with the system's protoc. All of
// the wire and the services; the durable record is left out: a client has no business with it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/protocol/generated");
const protocol = here("../../protocol");

function filesOf(folder) {
  return readdirSync(`${protocol}/${folder}`)
    .filter((name) => name.endsWith(".proto"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
execFileSync(
  "protoc",
  [
    `--plugin=protoc-gen-es=${here("../node_modules/.bin/protoc-gen-es")}`,
    `--es_out=${target}`,
    "--es_opt=target=ts",
    `--proto_path=${protocol}`,
    ...filesOf("nightlight/wire/v1"),
    ...filesOf("nightlight/api/v1"),
  ],
  { stdio: "inherit" },
);
