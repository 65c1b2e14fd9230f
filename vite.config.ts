import { defineConfig } from "vite";

// Two builds in one call would need a plugin; the widget is its own small entry with a fixed name instead.
export default defineConfig({
  root: "web",
  publicDir: "public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        chat: "web/chat/main.tsx",
        console: "web/console/main.tsx",
        early: "web/reading/early.ts",
        mine: "web/reading/mine.ts",
        reading: "web/reading/main.ts",
        sharing: "web/site/sharing.css",
        search: "web/steady/search.ts",
        site: "web/site/site.css",
        steady: "web/steady/steady.ts",
        sw: "web/steady/worker.ts",
        tools: "web/tools/main.ts",
        widget: "web/widget/widget.ts",
      },
      output: {
        entryFileNames: ({ name }) => (name === "widget" || name === "sw" ? "[name].js" : "assets/[name]-[hash].js"),
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
