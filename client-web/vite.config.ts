import { defineConfig } from "vitest/config";
import { compressed } from "./tools/compressed.js";
import { helplines } from "./tools/helplines.js";
import { offlineShell } from "./tools/offline_shell.js";

export default defineConfig({
  base: "/",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  plugins: [helplines(), offlineShell(), compressed()],
  build: {
    target: "es2022",
    assetsDir: "assets",
    assetsInlineLimit: 0, // data: addresses are outside the content policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: { input: ["index.html", "embed.html"] },
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
