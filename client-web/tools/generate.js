// Writes TypeScript for the protocol into src/protocol/generated with the system's protoc. The durable record is
// left out: a client has no business with it.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/protocol/generated");

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
execFileSync(
  "protoc",
  [
    `--plugin=protoc-gen-es=${here("../node_modules/.bin/protoc-gen-es")}`,
    `--es_out=${target}`,
    "--es_opt=target=ts",
    `--proto_path=${here("../../protocol")}`,
    "nightlight/wire/v1/chat.proto",
    "nightlight/api/v1/session.proto",
    "nightlight/api/v1/room.proto",
  ],
  { stdio: "inherit" },
);
