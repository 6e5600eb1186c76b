export default {
  grid: {
    input: "../../openapi/2026-04-23/grid-auth.yaml",
    output: { target: "./.work/orval/grid.ts", client: "fetch", baseUrl: { runtime: "globalThis.gridBaseUrl" } },
  },
};
