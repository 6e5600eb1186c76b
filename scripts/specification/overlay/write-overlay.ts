import { isMap, isSeq, parseDocument } from "yaml";
import { type Action, MADE } from "./overlay.ts";

/** The overlay's text with these made actions instead of the former ones. Everything else stays as it is. */
export function writeOverlay(previous: string, made: readonly Action[]): string {
  const yaml = parseDocument(previous, { compat: "yaml-1.1" } as object);
  const actions = yaml.get("actions");
  if (!isSeq(actions)) return previous;
  const former = actions.items.filter((item) => isMap(item) && item.get(MADE) === true);
  const said = JSON.stringify(former.map((item) => (isMap(item) ? item.toJSON() : item)));
  if (said === JSON.stringify(made)) return previous;
  actions.items = [
    ...actions.items.filter((item) => !former.includes(item)),
    ...made.map((action) => yaml.createNode(action)),
  ];
  actions.flow = false;
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}
