import { runDefaultStory } from "./run-default-story.ts";
import { runLatestStory } from "./run-latest-story.ts";

interface Story {
  readonly run: () => Promise<void>;
  /** The path of its code. */
  readonly file: string;
}

/** The story of each line, by its name. */
export const STORIES: ReadonlyMap<string, Story> = new Map([
  ["2026-04-23", { run: runDefaultStory, file: "scripts/quickstart/run-default-story.ts" }],
  ["latest", { run: runLatestStory, file: "scripts/quickstart/run-latest-story.ts" }],
]);
