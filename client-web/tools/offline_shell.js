// Writes the service worker: worker.js with the list of this build's files and a version made from them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const template = fileURLToPath(new URL("./worker.js", import.meta.url));

export function offlineShell() {
  return {
    name: "offline-shell",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        // What is loaded only when wanted (staff's tools and their styles) is not kept on a mother's phone.
        const lazy = new Set(
          Object.values(bundle)
            .filter((file) => file.isDynamicEntry)
            .flatMap((file) => [file.fileName, ...(file.viteMetadata?.importedCss ?? [])]),
        );
        const assets = Object.values(bundle)
          .filter((file) => file.fileName.startsWith("assets/") && !lazy.has(file.fileName))
          .map((file) => `/${file.fileName}`)
          .sort();
        const version = createHash("sha256").update(assets.join("\n")).digest("hex").slice(0, 12);
        const source = readFileSync(template, "utf8")
          .replace("__SHELL__", JSON.stringify(["/", "/blank.html", ...assets]))
          .replace("__VERSION__", JSON.stringify(version));
        this.emitFile({ type: "asset", fileName: "worker.js", source });
      },
    },
  };
}
