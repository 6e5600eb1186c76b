import { afterEach, expect, test, vi } from "vitest";
import { openDevicePage } from "./device-page.ts";

afterEach(() => vi.unstubAllEnvs());

test("says how to get Chromium where there is none, and is not passed over", async () => {
  vi.stubEnv("PATH", "");
  const opening = openDevicePage({ directory: "", mockUrl: "" });
  await expect(opening).rejects.toThrow("chromium is not installed, or not on the PATH: `apt-get install chromium`");
});
