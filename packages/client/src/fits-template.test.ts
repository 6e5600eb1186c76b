import { expect, test } from "vitest";
import { fitsTemplate } from "./fits-template.ts";

test.each<[path: string, template: string, fits: boolean]>([
  ["/a/1/b", "/a/{id}/b", true],
  ["/a/1/c", "/a/{id}/b", false],
  ["/a/1/2/b", "/a/{id}/b", false],
  ["/a//b", "/a/{id}/b", false],
  ["/a/1?x=/b", "/a/{id}/b", false],
  ["/a/1:verify", "/a/{id}:verify", true],
  ["/a/1:cancel", "/a/{id}:verify", false],
  ["/a/1.json", "/a/{id}.json", true],
  ["/a/1xjson", "/a/{id}.json", false],
  ["/a/1-2", "/a/{from}-{to}", true],
  ["/a;id=1", "/a{;id}", true],
])("%s is a path of %s: %s", (path, template, fits) => {
  expect(fitsTemplate(path, template)).toBe(fits);
});
