// The release binary on a free port with a store in a folder of its own. It can be killed without warning and started
// again on the same port and store.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
const binary = process.env.NIGHTLIGHT_BINARY ?? join(root, "build/release/nightlight");
const ready_ms_max = 20_000;

// Many people at one address who write faster than anyone can type.
const for_load = `
[limits]
connections_per_prefix_max = 100000
messages_per_connection_burst = 100000
messages_per_connection_per_minute = 1000000
[timing]
staff_grace_seconds = 600
`;

export async function demoServer() {
  const server = await newServer("deploy/demo.toml");
  server.run(["seed-demo", "--config", "deploy/demo.toml"]);
  return Object.assign(server, { links_file: join(server.folder, "demo-links.json") });
}

// `seats` are the people of the rooms: {room, role, token}. `settings` are more lines of TOML.
export async function loadedServer(rooms, members, settings = "") {
  const server = await newServer();
  const seats_file = join(server.folder, "seats");
  writeFileSync(server.settings, for_load + settings);
  server.run(["seed-load", "--config", server.settings, "--rooms", rooms, "--members", members, "--out", seats_file]);
  const seats = readFileSync(seats_file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  return Object.assign(server, { seats });
}

async function newServer(settings) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built`);
  const folder = mkdtempSync(join(tmpdir(), "nightlight-trial-"));
  return new Server(folder, await freePort(), settings ?? join(folder, "settings.toml"));
}

class Server {
  #process = null;

  constructor(folder, port, settings) {
    Object.assign(this, { folder, port, settings });
    const page = join(folder, "static");
    mkdirSync(page);
    writeFileSync(join(page, "index.html"), "<!doctype html><title>trial</title>");
    const env = {
      ...process.env,
      NIGHTLIGHT_SERVER_PORT: String(port),
      NIGHTLIGHT_SERVER_STATIC_DIR: page, // the built client is not what is tried here
      NIGHTLIGHT_STORE_PATH: join(folder, "nightlight.db"),
      NIGHTLIGHT_STORE_KEYS_DIR: join(folder, "keys"),
    };
    this.options = { cwd: root, env };
  }

  run(args) {
    const done = spawnSync(binary, args.map(String), { ...this.options, encoding: "utf8" });
    if (done.status !== 0) throw new Error(`${args[0]}: ${done.stderr}`);
  }

  async start() {
    this.#process = spawn(binary, ["serve", "--config", this.settings], {
      ...this.options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    await ready(this.#process);
  }

  async kill(signal = "SIGKILL") {
    const gone = new Promise((done) => this.#process.once("close", done));
    this.#process.kill(signal);
    await gone;
    this.#process = null;
  }

  async end() {
    if (this.#process !== null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function ready(server) {
  return new Promise((done, failed) => {
    let complaints = "";
    const late = setTimeout(() => failed(new Error(`the server did not say ready: ${complaints}`)), ready_ms_max);
    createInterface({ input: server.stdout }).on("line", (line) => {
      if (!line.startsWith("ready")) return;
      clearTimeout(late);
      done();
    });
    server.stderr.on("data", (text) => (complaints += text));
    server.once("exit", (code, signal) => {
      clearTimeout(late);
      failed(new Error(`the server ended with ${code ?? signal}: ${complaints}`));
    });
  });
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
