export default {
  grid: {
    input: "../../openapi/grid-auth.yaml",
    output: { target: "./.work/orval/grid.ts", client: "fetch", baseUrl: { runtime: "globalThis.gridBaseUrl" } },
  },
};
