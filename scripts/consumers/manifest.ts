/** What the packages are tried in and installed with. Installed on demand into a temporary folder; about 1.5 GB. */
export const ENVIRONMENTS = {
  "node20.19": "npm:node@20.19.0",
  node20: "npm:node@20.20.2",
  node22: "npm:node@22.23.3",
  node24: "npm:node@24.21.0",
  node26: "npm:node@26.10.0",
  bun: "1.4.5",
  deno: "2.9.6",
  workerd: "1.20261117.1",
  esbuild: "0.28.2",
  rollup: "4.68.7",
  "@rollup/plugin-node-resolve": "16.0.3",
  webpack: "5.112.2",
  "typescript-5.4": "npm:typescript@5.4.5",
  "typescript-5.9": "npm:typescript@5.9.3",
  "typescript-6.0": "npm:typescript@6.0.3",
  "typescript-7.0": "npm:typescript@7.0.2",
  // React Native's bundler before 0.79, where it does not read what package.json says of exports.
  metro: "0.81.5",
  "@babel/plugin-transform-modules-commonjs": "7.29.14",
  jest: "30.5.2",
  "jest-environment-jsdom": "30.5.2",
  vitest: "5.1.1",
  pnpm: "12.21.0",
  yarn: "1.22.22",
  "@types/node": "24.19.2",
  vite: "8.4.0",
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "server-only": "0.0.1",
  typescript: "6.0.3",
  "@types/react": "19.3.3",
  // Opens what the device seals.
  hpke: "1.1.7",
} as const;

/** Those whose install scripts fetch or link their own binary. */
export const WITH_INSTALL_SCRIPTS = ["node", "bun", "deno", "workerd", "esbuild"];
