// A demo evening of its own for one test: the release binary on a free port, its store in a folder of its own. It can
// be killed without warning and started again on the same store.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const binary = process.env.NIGHTLIGHT_BINARY ?? join(root, "build/release/nightlight");
const ready_ms_max = 20_000;

// `settings` stand above the demo's own: { NIGHTLIGHT_PAGING_SMTP_PORT: "2525" }.
export async function beginEvening(settings = {}) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built`);
  const folder = mkdtempSync(join(tmpdir(), "nightlight-e2e-"));
  const port = await freePort();
  const env = {
    ...process.env,
    NIGHTLIGHT_SERVER_PORT: String(port),
    NIGHTLIGHT_STORE_PATH: join(folder, "nightlight.db"),
    NIGHTLIGHT_STORE_KEYS_DIR: join(folder, "keys"),
    ...settings,
  };
  const options = { cwd: root, env };
  const seeded = spawnSync(binary, ["seed-demo", "--config", "deploy/demo.toml"], { ...options, encoding: "utf8" });
  if (seeded.status !== 0) throw new Error(`seed-demo: ${seeded.stderr}`);
  const links = JSON.parse(readFileSync(join(folder, "demo-links.json"), "utf8"));

  let server = null;
  const evening = {
    port,
    links,
    async start() {
      server = spawn(binary, ["serve", "--config", "deploy/demo.toml"], { ...options, stdio: ["ignore", "pipe", "pipe"] });
      await ready(server);
    },
    async kill(signal = "SIGKILL") {
      const dead = new Promise((done) => server.once("exit", done));
      server.kill(signal);
      await dead;
      server = null;
    },
    // Somebody with an account, who signs in by name.
    addStaff(name, role, password) {
      const order = ["staff", "add", name, "--role", role, "--password-stdin", "--config", "deploy/demo.toml"];
      const added = spawnSync(binary, order, { ...options, encoding: "utf8", input: `${password}\n` });
      if (added.status !== 0) throw new Error(`staff add: ${added.stderr}`);
    },
    async end() {
      if (server !== null) await evening.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await evening.start();
  return evening;
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
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${complaints}`)));
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
