import { tellDefaultStory } from "./tell-default-story.ts";
import { tellLatestStory } from "./tell-latest-story.ts";

interface Story {
  readonly tell: () => Promise<void>;
  /** Where a reader finds its code. */
  readonly file: string;
}

/** The story of each line, by its name. */
export const STORIES: ReadonlyMap<string, Story> = new Map([
  ["2026-04-23", { tell: tellDefaultStory, file: "scripts/quickstart/tell-default-story.ts" }],
  ["latest", { tell: tellLatestStory, file: "scripts/quickstart/tell-latest-story.ts" }],
]);
